"""The texts for the intranet: what is told when, and that a reader can use it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.packages import unzipped
from tests.support.papers import plain, text_of
from tests.support.programmes import filled, programme_of, with_themes
from tests.support.word import MAIN

PLAN = ld.Library.default().samlet_plan
INTRANET = "intranet-text"


def with_status(status: str | None, **plan: Any) -> ld.Programme:
    made = filled()
    return made.model_copy(update={"plan": made.plan.model_copy(update={"status": status, **plan})})


class TestIntranetText:
    @pytest.mark.parametrize(
        ("status", "title", "said"),
        [
            (
                "Udkast",
                "Vi er i gang med en plan for ledertrivsel",
                "Den er et udkast og gælder først, når Direktionen",
            ),
            ("I høring", "Vores plan for ledertrivsel er i høring", "Den er i høring frem til den 3. marts 2027"),
            (
                "Godkendt",
                "Nu har vi en plan for ledertrivsel",
                "Direktionen godkendte vores plan for ledertrivsel den 24.",
            ),
            ("Historisk", "Planen for ledertrivsel gælder ikke længere", "Den dækkede 2027–2028."),
            (None, "Vi får en plan for ledertrivsel", "Skriv, om planen er et udkast, i høring eller godkendt"),
        ],
    )
    def test_the_news_follows_the_plans_status(self, status: str | None, title: str, said: str) -> None:
        news = plain(text_of(INTRANET, with_status(status))).split("Tekst 2")[0]
        assert title in news
        assert said in news

    @pytest.mark.parametrize("status", [None, *PLAN.tool.plan_words.statuses.values()])
    def test_the_short_text_has_three_sentences(self, status: str | None) -> None:
        text = plain(text_of(INTRANET, with_status(status)))
        short = text.split("vises på en skærm.\n")[1].split("\n")[0]
        assert len(re.findall(r"\.(?= [A-ZÆØÅ]|$)", short)) == 3

    def test_the_news_has_the_facts(self) -> None:
        news = plain(text_of(INTRANET, filled())).split("Tekst 2")[0]
        assert "Planen handler om fire temaer:" in news
        for theme in ("Hvordan modtager vi nye ledere?", "Hvordan leder vi på afstand?"):
            assert theme in news
        for fact in (
            "Planen dækker 2027–2028.",
            "Temaerne blev valgt på en workshop den 12. januar 2027.",
            "Vi inddrager MED, AMO og lederforeningerne.",
            "24. februar 2027: Område-MED, høring (svarfrist 3. marts 2027)",
            "skriv til HR og Arbejdsmiljø, hr@eksempel.dk",
        ):
            assert fact in news

    def test_a_forum_that_has_treated_the_plan_is_not_announced(self) -> None:
        forums = [
            {"name": "AMO", "role": "drøftelse", "date": date(2027, 3, 17), "outcome": "Bakker op"},
            {"name": "Hoved-MED", "role": "drøftelse", "date": date(2027, 3, 10)},
        ]
        text = plain(text_of(INTRANET, programme_of(plan={"status": "udkast", "forums": forums})))
        assert "10. marts 2027: Hoved-MED, drøftelse" in text
        assert "AMO, drøftelse" not in text

    def test_the_page_is_as_on_the_sources_picture(self) -> None:
        text = plain(text_of(INTRANET, filled()))
        assert f"”{PLAN.tool.intranet.title}”" in text
        assert text.count(PLAN.tool.intranet.cards[0]) == 3  # in the instruction, in the list and above the card
        assert f"”{PLAN.action_card.advice.publish}”" in text

    def test_each_card_says_what_when_who_and_where_to_get_help(self) -> None:
        page = plain(text_of(INTRANET, filled())).split("Tekst 3")[1]
        labels = {field.key: field.label for field in PLAN.action_card.fields}
        for card in filled().action_cards:
            for key in ("goal", "used_when", "owner", "help"):
                assert f"{labels[key]} {getattr(card, key)}" in page

    def test_who_sends_the_texts_hears_what_is_to_be_settled_first(self) -> None:
        cards = [{"theme": "sparring", "goal": "Et", "source": source} for source in ("a.docx", "b.docx")]
        text = text_of(INTRANET, programme_of(themes={"selected": ["sparring", "4"]}, action_cards=cards))
        assert "Kort 2 er ikke skrevet endnu. Kort 1a og 1b handler om samme tema" in text
        assert "Få det på plads, før I sender teksterne ud." in text
        assert "Få det på plads" not in text_of(INTRANET, filled())
        assert "Få det på plads" not in text_of(INTRANET, programme_of())

    def test_what_is_to_be_pasted_has_no_table(self) -> None:
        data = ld.build_document(INTRANET, filled()).bytes
        text = outline(data)
        boxes = re.findall(r"^table (\w+)", text, re.MULTILINE)
        assert boxes == []
        outside = [line for line in text.splitlines() if line.startswith("[")]
        assert any("Hvad er målet?" in line for line in outside)
        assert b"<w:tr>" not in unzipped(data)[MAIN]

    def test_the_hearing_has_its_mail(self) -> None:
        text = plain(text_of(INTRANET, filled()))
        for said in (
            "Send den også til lederforeningerne, som I har lovet at inddrage.",
            "\nKære Område-MED\n",
            "Her er forslaget til en plan for ledertrivsel, version 0.9. I drøfter det den 24. februar 2027.",
            "Skriv svaret på ”43 Høringssvar”, og send det senest onsdag den 3. marts 2027 til hr@eksempel.dk.",
            "Vedhæftet: 40 Plan for ledertrivsel, 42 Sagsfremstilling, 44 APV-overblik til AMO og 43 Høringssvar.",
        ):
            assert said in text
        assert "Mail til høringen" not in text_of(INTRANET, with_status("Godkendt"))
        assert "Mail til høringen" in text_of(INTRANET)

    def test_those_who_made_the_plan_see_it_before_it_is_sent_on(self) -> None:
        text = plain(text_of(INTRANET, filled()))
        assert "Her er planen, version 0.9, før den bliver sendt videre." in text
        assert "så skriv senest den dato til hr@eksempel.dk." in text
        assert "Mail til deltagerne" not in text_of(INTRANET, with_status("Godkendt"))

    def test_each_text_begins_and_ends(self) -> None:
        text = text_of(INTRANET, filled())
        for number in range(1, 7):
            assert text.index(f"[Heading2] Tekst {number}: ") < text.index(f"[Closing] Slut på tekst {number}")

    def test_news_to_keep_until_the_plan_is_approved(self) -> None:
        text = plain(text_of(INTRANET, filled()))
        assert (
            "Direktionen godkendte planen den dato. Kortene gælder fra den 1. april 2027. Læs dem på intranetside."
            in text
        )
        for status in ("Godkendt", "Historisk"):
            assert "Når planen er godkendt" not in text_of(INTRANET, with_status(status))

    def test_a_past_plan_announces_nothing(self) -> None:
        text = plain(text_of(INTRANET, with_status("Historisk")))
        assert "Vi følger op" not in text
        assert "Planen bliver behandlet" not in text
        assert "Planen handlede om fire temaer:" in text

    def test_one_card_is_told_of_as_one(self) -> None:
        text = plain(text_of(INTRANET, programme_of(themes={"selected": ["sparring"]})))
        assert "Planen handler om ét tema:" in text
        assert "Temaet har sit eget action card" in text
        assert "Hvert tema" not in text

    def test_blank_has_places_for_all_that_only_they_know(self) -> None:
        text = text_of(INTRANET)
        for key in ("organisation", "period", "state"):
            assert f"‹news.opening.{key}?: " in text
        for tag in ("news.made.chosen", "news.contact.contact", "short.address", "page.whole.whole"):
            assert f"‹{tag}?: " in text
        assert "Seks tekster om planen. Udfyld felterne" in text

    @pytest.mark.parametrize("count", [1, 4, 12])
    def test_the_list_and_the_cards_agree(self, count: int) -> None:
        text = text_of(INTRANET, with_themes(count))
        assert text.count("[TableBullet] Action card: ") == count
        assert text.count("[Heading3] Action card: ") == count
