"""The papers for the follow-up: the status of the cards, what groups of managers tell, and the evaluation."""

from __future__ import annotations

import datetime
import re

import pytest

import ledertrivsel_docs as ld
from tests.support.office import needs_font, pages
from tests.support.outline import outline
from tests.support.papers import text_of
from tests.support.programmes import BRANDS, PROGRAMMES, filled, programme_of, with_themes
from tests.support.rules import broken

LIBRARY = ld.Library.default()
PLAN = LIBRARY.samlet_plan
ADVICE = f"BFA’s råd: ”{PLAN.action_card.advice.follow_up}”"
SHEETS = ("status-sheet", "leader-group-feedback", "evaluation")


def tags(text: str, field: str) -> list[str]:
    """The tags of the controls for a field of each card."""
    return [tag for tag in re.findall(r"‹([^›:?]*)\??:", text) if tag.endswith(f".{field}")]


def rated(*ratings: dict[str, object]) -> str:
    every = [{"theme": "sparring", "importance": 5, **rating} for rating in ratings]
    return text_of("evaluation", programme_of(themes={"selected": ["sparring"], "ratings": every}))


@pytest.mark.parametrize("document", SHEETS)
class TestAllThree:
    @pytest.mark.parametrize("count", [1, 4, 12])
    def test_has_a_row_for_each_theme(self, document: str, count: int) -> None:
        made = ld.build_document(document, with_themes(count))
        text = outline(made.bytes)
        assert len(tags(text, "card")) == count
        assert broken(made.bytes) == []
        for theme in PLAN.themes.themes[:count]:
            assert theme.title in text

    def test_has_five_rows_to_write_in_without_themes(self, document: str) -> None:
        assert tags(text_of(document), "card") == [f"row{number}.card" for number in range(1, 6)]

    def test_quotes_the_source_on_following_up(self, document: str) -> None:
        assert ADVICE in text_of(document)

    def test_a_card_outside_the_chosen_themes_is_followed_up_too(self, document: str) -> None:
        chosen = programme_of(themes={"selected": ["sparring"]}, action_cards=[{"theme": "krydspres", "owner": "HR"}])
        assert tags(text_of(document, chosen), "card") == ["sparring.card", "krydspres.card"]


class TestStatusSheet:
    def test_is_filled_from_the_programme(self) -> None:
        text = text_of("50", filled())
        for fact in (
            "‹date: 5. oktober 2027›",
            "[FactValue] Hoved-MED\u00a0‹forum1.held?: dato›\n",
            "Følges op, før I gør status på hele planen: kort 1 den 1. juni 2027, kort 3 den 15. juni 2027 og",
            "‹home: HR og AMO›",
            "Ansvarlig: ‹hybridledelse.owner: Centercheferne›",
            "Mål: ‹restitution.goal: Ledere har pauser i dagen og holder fri, når de har fri.›",
            "‹sparring.agreed: 1. oktober 2027›",
            "Status i planen: ‹nye-ledere.planned: Forslag›",
            "Status nu: ‹nye-ledere.status?: Vælg›",
        ):
            assert fact in text

    def test_leaves_what_only_the_meeting_knows(self) -> None:
        text = text_of("50", filled())
        for field in ("done", "effect", "next", "date"):
            assert len(tags(text, field)) == 4
            assert not re.search(rf"‹[a-z-]+\.{field}: ", text)

    def test_names_every_word_for_status(self) -> None:
        text = text_of("50")
        [said] = [line for line in text.splitlines() if "Status kan være" in line]
        assert all(word.casefold() in said.casefold() for word in PLAN.action_card.status_words)

    def test_asks_what_became_of_the_parked(self) -> None:
        text = text_of("50", filled())
        assert "‹parked1.theme: Hvordan samarbejder ledelsen på tværs?›" in text
        assert "Direktionen svarer senest den 1. april 2027." in text
        assert "Parkeret" not in text_of("50", with_themes(3))
        assert "‹parked2.answer?: Svaret›" in text_of("50")

    def test_a_hearing_is_not_where_the_status_is_taken(self) -> None:
        chosen = with_themes(1, plan={"forums": [{"name": "Område-MED", "role": "høring"}]})
        assert "‹where?: AMO, topledelse, MED eller SU›" in text_of("50", chosen)


class TestLeaderGroupFeedback:
    def test_asks_whether_each_card_is_known_and_used(self) -> None:
        text = text_of("51", filled())
        for key, choices in (("known", ("yes", "little", "no")), ("used", ("yes", "no", "na"))):
            for choice in choices:
                assert len(tags(text, f"{key}.{choice}")) == 4
        assert text.count("☐") == 4 * 6
        assert "☒" not in text

    def test_says_where_it_goes_but_invents_no_deadline(self) -> None:
        text = text_of("51", filled())
        assert "‹send_to: HR og Arbejdsmiljø›, hr@eksempel.dk" in text
        assert "‹deadline?: Dato›" in text
        assert "‹send_to?: Funktion og mail›" in text_of("51")

    def test_is_wanted_before_the_plan_is_followed_up_where_it_is_discussed(self) -> None:
        text = text_of("51", filled())
        assert "Send senest (før den 5. oktober 2027)" in text
        assert "Svarene bliver samlet og drøftet i Hoved-MED, AMO og Direktionen." in text
        assert "drøftet, fx i AMO og topledelsen" in text_of("51")

    def test_many_cards_are_only_talked_of_where_used(self) -> None:
        said = "tal kun om de kort, I har brugt"
        assert said in text_of("51", with_themes(6))
        assert said not in text_of("51", with_themes(5))

    def test_the_minutes_add_up(self) -> None:
        lead = LIBRARY.words["leader-group-feedback"]["lead"]
        whole, *parts = map(int, re.findall(r"\d+", lead))
        assert whole == sum(parts) == 15

    def test_nobody_is_told_apart(self) -> None:
        text = text_of("51")
        assert "Skriv aldrig, hvad den enkelte har sagt." in text
        assert "Er I færre end fem, bliver jeres svar lagt sammen med andres" in text


class TestEvaluation:
    @pytest.mark.parametrize(
        ("participants", "said"),
        [(5, "3 ark til 5 deltagere ved hver workshop."), (18, "9 ark til 18"), (120, "60 ark til 120")],
    )
    def test_counts_the_sheets_to_print(self, participants: int, said: str) -> None:
        assert said in text_of("52", programme_of(participants=participants))
        assert "ark til" not in text_of("52")
        assert "Side 1 er skemaet til deltagerne." in text_of("52")

    def test_a_few_participants_talk_instead(self) -> None:
        assert "I er færre end fem. Tal om spørgsmålene på side 1 i stedet" in text_of(
            "52", programme_of(participants=4)
        )

    def test_two_participants_answer_on_one_sheet(self) -> None:
        text = text_of("52")
        for form in ("form1", "form2"):
            for question in range(1, 6):
                assert all(f"‹{form}.q{question}.{mark}: ☐›" in text for mark in range(1, 6))
            assert all(f"‹{form}.workshop.{number}: ☐›" in text for number in range(1, 4))
            assert f"‹{form}.keep?:" in text
        assert text.count("kun hvis mindst fem har svaret") == 2
        assert text.count(PLAN.qualification.scale.text) == 3

    def test_the_two_slips_are_equal_and_say_nothing_to_hr(self) -> None:
        slips, _, rest = text_of("52").partition("Virker planen?")
        first, _, second = slips.partition("✂ Klip her")
        for slip in (first, second):
            assert slip.count("Hvad siger du om workshoppen?") == 1
            assert "Print" not in slip
        assert "Print den på én side af papiret, og klip den over." in rest

    def test_asks_the_source_to_the_letter(self) -> None:
        text = text_of("52", with_themes(12))
        assert PLAN.priority_map.success.question in text
        for theme in PLAN.themes.themes:
            for question in theme.questions:
                assert question in text

    def test_tells_the_mark_of_last_time(self) -> None:
        text = text_of("52", filled())
        assert "Sidst: ‹sparring.last: 1,5› (det midterste tal fra fire grupper)" in text
        assert "Sidst: ‹hybridledelse.last: 3› (det midterste tal fra fire grupper)" in text
        assert "Sidst: ‹sparring.last: 2› (én gruppe)" in rated({"success": 2, "group": 1})

    def test_a_mark_that_may_be_one_persons_is_not_told(self) -> None:
        assert "Sidst: ‹sparring.last?: tal›\n" in rated({"success": 2})
        assert "Sidst: ‹sparring.last?: tal›\n" in rated({"success": 2, "group": 1}, {"success": 4})

    def test_it_is_taken_up_where_the_plan_was(self) -> None:
        text = text_of("52", filled())
        for number, name in enumerate(("Hoved-MED", "AMO", "Direktionen"), 1):
            assert f"‹forum{number}.name: {name}›" in text
        assert "Efter et halvt år: Planens næste opfølgning er den 5. oktober 2027." in text
        early = with_themes(
            1, plan={"next_follow_up": "2027-06-22"}, action_cards=[{"theme": "1", "valid_from": "2027-04-01"}]
        )
        assert "Dato: Planens næste opfølgning er den 22. juni 2027." in text_of("52", early)
        assert "Planens næste opfølgning" not in text_of("52")
        for name in ("AMO", "Topledelsen", "MED eller SU"):
            assert f".name: {name}›" in text_of("52")

    def test_a_date_is_never_made_up(self) -> None:
        chosen = with_themes(1, plan={"forums": [{"name": "AMO", "date": datetime.date(2027, 3, 17)}]})
        assert "17. marts 2027" not in text_of("52", chosen)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_few_pages_hold_a_usual_plan(name: str) -> None:
    """Two pages for status and evaluation, one for a group of managers, in either brand."""
    looks = [brand() for brand in BRANDS.values()]
    for look in looks:
        needs_font(look.fonts.body)
    counts = pages([ld.build_document(sheet, PROGRAMMES[name](), brand=look) for look in looks for sheet in SHEETS])
    if name != "extreme":
        assert [count <= most for count, most in zip(counts, (2, 1, 2) * 2, strict=True)] == [True] * 6
