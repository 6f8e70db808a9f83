"""The overview for AMO and the texts for the intranet: what is quoted, what is missing, and what a reader can use."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.programmes import HOSTILE, filled

LIBRARY = ld.Library.default()
PLAN = LIBRARY.samlet_plan
APV, INTRANET = "apv-view", "intranet-text"
ELEMENTS = ("Art", "Alvor", "Omfang", "Årsager", "Hvornår", "Hvordan", "Ansvarlig", "Opfølgning")
CARD = {"tasks": "HR: finder makkere.", "owner": "HR", "follow_up": "HR spørger parrene.", "valid_from": "2027-04-01"}


def programme(**fields: Any) -> ld.Programme:
    return ld.Programme.model_validate({"organisation": "Eksempel Kommune", **fields})


def one_card(*sheets: dict[str, Any], card: dict[str, Any] | None = None) -> ld.Programme:
    return programme(
        themes={"selected": ["sparring"]},
        qualification=[{"theme": "sparring", **sheet} for sheet in sheets],
        action_cards=[{"theme": "sparring", **card}] if card else [],
    )


def text_of(stem: str, made: ld.Programme | None = None) -> str:
    return outline(ld.build_document(stem, made).bytes)


def plain(text: str) -> str:
    """What a person reads: without styles, marks of controls and bold."""
    lines = (re.sub(r"^\s*\[\w+\] ?", "", line) for line in text.splitlines())
    return "\n".join(re.sub(r"‹[^:›]*: ([^›]*)›", r"\1", line).replace("*", "").replace("\xa0", " ") for line in lines)


def element(text: str, name: str) -> str:
    """The row of an element on the first card."""
    rows = text.split("Kort 1:", 1)[1].split("  row")
    return next(row for row in rows if f"[FormLabel] {name}\n" in row)


def with_status(status: str | None, **plan: Any) -> ld.Programme:
    made = filled()
    return made.model_copy(update={"plan": made.plan.model_copy(update={"status": status, **plan})})


class TestApvView:
    def test_each_card_has_the_eight_elements_in_their_order(self) -> None:
        text = text_of(APV, filled())
        for number in range(1, 5):
            card = text.split(f"Kort {number}: ", 1)[1].split("Kort ")[0]
            assert tuple(re.findall(r"\[FormLabel\] (\w+)$", card, re.MULTILINE)) == ELEMENTS

    def test_counts_what_is_covered_for_each_card_and_in_all(self) -> None:
        text = plain(text_of(APV, filled()))
        counts = re.findall(r"^(\d) af 8$", text, re.MULTILINE)
        assert counts == ["4", "4", "3", "3"]
        assert [f"{count} af 8 punkter er dækket." in text for count in counts] == [True] * 4
        assert "Fire action cards" in text
        assert "14 af de 32 punkter er dækket" in text

    def test_quotes_with_where_it_stands(self) -> None:
        text = text_of(APV, one_card({"group": 1, "shows_as": "Ingen spørger.", "assessment": 2}, card=CARD))
        assert "”Ingen spørger.” (arbejdsark)" in element(text, "Art")
        assert "”HR: finder makkere.” (kort\xa01)" in element(text, "Hvordan")
        assert "] HR (kort\xa01)" in element(text, "Ansvarlig")
        assert "”HR spørger parrene.” (kort\xa01)" in element(text, "Opfølgning")
        assert "Gælder fra: 1. april 2027 (kort\xa01)" in element(text, "Hvornår")

    def test_days_of_the_card_do_not_say_when_it_is_solved(self) -> None:
        row = element(text_of(APV, one_card(card=CARD)), "Hvornår")
        assert "Mangler" in row
        assert "‹sparring.when?: Hvornår skal det være løst?›" in row

    def test_neither_a_group_nor_its_mark_is_told(self) -> None:
        text = text_of(APV, one_card({"group": 1, "shows_as": "Ingen spørger.", "assessment": 2}, card=CARD))
        assert "gruppe 1" not in plain(text).lower()
        row = element(text, "Alvor")
        assert "i lav grad" not in row
        assert "‹sparring.severity.state: *Mangler*›" in row
        assert "‹sparring.severity?: Hvad betyder det for lederne og for arbejdet?›" in row

    def test_two_groups_are_both_quoted(self) -> None:
        sheets = [
            {"group": number, "shows_as": text, "assessment": number} for number, text in ((1, "Få."), (3, "Alle."))
        ]
        text = text_of(APV, one_card(*sheets))
        for said in ("Få.", "Alle."):
            assert f"”{said}” (arbejdsark)" in element(text, "Art")

    def test_what_the_groups_lack_is_a_line_each(self) -> None:
        one, two = ({"group": number, "missing": text} for number, text in ((1, "Tal"), (2, "Tid")))
        assert "skrev gruppen: ”Tal” (arbejdsark)." in plain(text_of(APV, one_card(one)))
        lines = plain(text_of(APV, one_card(one, two))).splitlines()
        at = lines.index("Under ”Det mangler vi” skrev grupperne:")
        assert lines[at + 1] == "”Tal” (arbejdsark)."
        assert lines[at + 2].startswith("”Tid” (arbejdsark). ")

    def test_of_two_cards_for_a_theme_the_first_has_what_the_groups_wrote(self) -> None:
        cards = [{**CARD, "theme": "sparring", "source": source} for source in ("a.docx", "b.docx")]
        sheet = {"theme": "sparring", "shows_as": "Ingen spørger.", "missing": "Tid"}
        text = text_of(APV, programme(themes={"selected": ["sparring"]}, action_cards=cards, qualification=[sheet]))
        assert text.count("Ingen spørger.") == text.count("”Tid”") == 1
        assert "Det, grupperne skrev, står ved kort\xa01a (arbejdsark)" in text
        assert text.count("Alvor, omfang, årsager og hvornår mangler.") == 2

    @pytest.mark.parametrize("document", [APV, "status-sheet"])
    def test_of_a_plan_that_no_longer_applies_it_is_said(self, document: str) -> None:
        told = {status: text_of(document, programme(plan={"status": status})) for status in ("Godkendt", "Historisk")}
        assert "planen gælder ikke længere" in told["Historisk"]
        assert "planen gælder ikke længere" not in told["Godkendt"]

    @pytest.mark.parametrize("name", ["Omfang", "Årsager"])
    def test_what_nobody_wrote_is_missing_with_a_place_to_write(self, name: str) -> None:
        key = {"Omfang": "extent", "Årsager": "causes"}[name]
        row = element(text_of(APV, one_card({"shows_as": "Ingen spørger."}, card=CARD)), name)
        assert f"‹sparring.{key}?: " in row
        assert f"‹sparring.{key}.state: *Mangler*›" in row
        assert "”" not in row

    def test_a_card_that_nobody_has_written_lacks_everything(self) -> None:
        text = text_of(APV, programme(themes={"selected": ["sparring"]}))
        assert (
            "0 af 8 punkter er dækket. Art, alvor, omfang, årsager, hvornår, hvordan, ansvarlig og opfølgning mangler."
            in text
        )
        assert len(re.findall(r"‹sparring\.\w+\?: ", text)) == 8

    def test_ideas_are_told_but_do_not_count(self) -> None:
        row = element(text_of(APV, one_card({"ideas": "Makkerpar"})), "Hvordan")
        assert "som kortet ikke har taget med endnu: ”Makkerpar”" in row
        assert "Mangler" in row
        agreed = element(text_of(APV, one_card({"ideas": "Makkerpar"}, card=CARD)), "Hvordan")
        assert "Makkerpar" not in agreed

    def test_overview_has_a_row_a_card_in_the_order_of_priority(self) -> None:
        chosen = ["krydspres", "nye-ledere", "sparring"]
        text = text_of(APV, programme(themes={"selected": chosen}))
        matrix = text.split("Kort 1: ")[0]
        titles = [PLAN.themes.by_id()[theme].title for theme in chosen]
        places = [matrix.index(title) for title in titles]
        assert places == sorted(places)
        assert matrix.count("*Mangler*") == 24
        assert "Kortene står i prioriteret rækkefølge." in matrix

    def test_one_card_has_no_order_and_nothing_covered_no_mark(self) -> None:
        text = text_of(APV, programme(themes={"selected": ["sparring"]}))
        assert "rækkefølge" not in text
        assert "”Dækket” betyder" not in text
        assert "Planen erstatter ikke APV’en." in text
        assert "at I ser på sygefraværet" in text

    def test_amo_discusses_the_plan_or_approves_it(self) -> None:
        assert "Vurderet på ledelsens vegne" in text_of(APV, filled())
        amo = {"name": "AMO", "role": "godkendelse"}
        assert "Godkendt for ledelsen" in text_of(APV, programme(plan={"forums": [amo]}))

    def test_says_nothing_of_priority_where_nothing_is_chosen(self) -> None:
        text = text_of(APV, programme(action_cards=[{"theme": theme, "owner": "HR"} for theme in ("sparring", "4")]))
        assert "Aftal, i hvilken rækkefølge" in text
        assert "prioriteret rækkefølge" not in text

    @pytest.mark.parametrize("count", [1, 4, 12])
    def test_has_a_page_for_each_card(self, count: int) -> None:
        text = text_of(APV, programme(themes={"selected": [str(number) for number in range(1, count + 1)]}))
        assert len(re.findall(r"\[Heading2\] Kort \d", text)) == count
        assert f"0 af de {count * 8} punkter er dækket" in text

    def test_approval_has_roles_and_the_date_of_amo(self) -> None:
        text = text_of(APV, filled())
        assert "‹amo.treated: 17. marts 2027›" in text
        for key in ("management", "employees"):
            assert f"‹amo.{key}?: Rolle›" in text
        assert "‹amo.approved?: Dato›" in text
        assert "Årlig arbejdsmiljødrøftelse" in text
        assert "‹amo.treated?: Dato›" in text_of(APV, programme())

    def test_amo_judges_every_element(self) -> None:
        text = text_of(APV, filled())
        assert len(re.findall(r"‹[\w-]+\.\w+\.judged: ☐›", text)) == 32
        assert "Det er vores bud. AMO vurderer, om det er nok." in text

    def test_blank_explains_and_has_one_empty_block(self) -> None:
        text = text_of(APV)
        assert text.count("[Heading2] Kort 1: ") == 1
        assert "Mangler" not in plain(text).splitlines()
        assert "af 8" not in text
        labels = {field.key: field.label for field in PLAN.action_card.fields}
        labels |= {field.key: field.label for field in PLAN.qualification.own_fields}
        for key in ("tasks", "owner", "follow_up", "shows_as"):
            assert f"”{labels[key]}”" in text

    def test_long_answers_are_shortened_and_hostile_ones_printed(self) -> None:
        text = text_of(
            APV, one_card({"shows_as": HOSTILE, "group": 2}, card={"tasks": "Vi taler sammen hver uge. " * 150})
        )
        assert f"”{HOSTILE}” (arbejdsark)" in text
        assert "…” (kort\xa01)" in element(text, "Hvordan")
        assert len(element(text, "Hvordan")) < 1000


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
        text = plain(text_of(INTRANET, programme(plan={"status": "udkast", "forums": forums})))
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
        text = text_of(INTRANET, programme(themes={"selected": ["sparring", "4"]}, action_cards=cards))
        assert "Kort 2 er ikke skrevet endnu. Kort 1a og 1b handler om samme tema" in text
        assert "Få det på plads, før I sender teksterne ud." in text
        assert "Få det på plads" not in text_of(INTRANET, filled())
        assert "Få det på plads" not in text_of(INTRANET, programme())

    def test_what_is_to_be_pasted_has_no_table(self) -> None:
        data = ld.build_document(INTRANET, filled()).bytes
        text = outline(data)
        boxes = re.findall(r"^table (\w+)", text, re.MULTILINE)
        assert boxes == []
        outside = [line for line in text.splitlines() if line.startswith("[")]
        assert any("Hvad er målet?" in line for line in outside)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.read("word/document.xml").decode().count("<w:tr>") == 0

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
        text = plain(text_of(INTRANET, programme(themes={"selected": ["sparring"]})))
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
        text = text_of(INTRANET, programme(themes={"selected": [str(number) for number in range(1, count + 1)]}))
        assert text.count("[TableBullet] Action card: ") == count
        assert text.count("[Heading3] Action card: ") == count
