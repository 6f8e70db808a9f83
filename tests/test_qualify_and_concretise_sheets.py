"""The sheets around qualifying and concretising: what a group finds on them, and what is filled in."""

from __future__ import annotations

import datetime
import re

import pytest

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.packages import unzipped
from tests.support.programmes import filled, programme_of
from tests.support.word import MAIN

PLAN = ld.Library.default().samlet_plan


def qualified(*replies: dict[str, object]) -> str:
    chosen = programme_of(
        themes={"selected": ["sparring"]}, qualification=[{"theme": "sparring", **reply} for reply in replies]
    )
    return outline(ld.build_document("theme-qualification", chosen, theme="sparring").bytes)


def controls(data: bytes) -> list[str]:
    """The names of the controls, as a screen reader says them."""
    return re.findall(r'<w:alias w:val="([^"]*)"', unzipped(data)[MAIN].decode())


def marks(text: str) -> str:
    """The check boxes and what stands by them, without the names of the controls."""
    return " ".join(re.sub(r"‹assessment[^:_]*: (.)›", r"\1", text).replace("\xa0", " ").replace("⇥", " ").split())


class TestThemeQualification:
    def test_asks_the_source_to_the_letter(self) -> None:
        text = outline(ld.build_document("theme-qualification").bytes)
        for question in PLAN.qualification.questions:
            assert " ".join(question.questions) in text
        assert PLAN.qualification.questions_intro in text
        assert PLAN.qualification.scale.text in text

    def test_prints_the_sources_heading_and_its_last_line_and_warns_of_names(self) -> None:
        text = outline(ld.build_document("theme-qualification", filled(), theme="hybridledelse").bytes)
        for said in (PLAN.qualification.questions_title, PLAN.qualification.closing, "Skriv intet om enkeltpersoner."):
            assert said in text
        assert "Arbejdsark · tema 13" in text

    def test_one_group_is_printed_as_it_answered(self) -> None:
        text = qualified({"group": 2, "assessment": 4, "ideas": "Makkerpar"})
        assert "☐ 1 ☐ 2 ☐ 3 ☒ 4 ☐ 5" in marks(text)
        assert "Makkerpar" in text
        assert "Gruppe 2:" not in text

    def test_all_groups_keep_their_answers_and_marks(self) -> None:
        text = qualified(
            {"group": 1, "assessment": 2, "ideas": "Makkerpar"},
            {"group": 3, "assessment": 5, "ideas": "Mentorer"},
            {"ideas": "Netværk"},
        )
        for answer in ("Gruppe 1: Makkerpar", "Gruppe 3: Mentorer", "Gruppe uden nummer: Netværk"):
            assert answer in text
        rows = marks(text).split("Gruppe ")
        assert "☐ 1 ☒ 2 ☐ 3 ☐ 4 ☐ 5" in next(row for row in rows if row.startswith("1 cell"))
        assert "☐ 1 ☐ 2 ☐ 3 ☐ 4 ☒ 5" in next(row for row in rows if row.startswith("3 cell"))
        assert "☐ 1 ☐ 2 ☐ 3 ☐ 4 ☐ 5" in next(row for row in rows if row.startswith("uden nummer cell"))

    def test_says_how_long_and_what_to_bring_back(self) -> None:
        text = outline(ld.build_document("theme-qualification").bytes)
        assert "I har ca. 35 minutter. Fortæl bagefter kort" in text
        assert PLAN.qualification.intro[-1] in text

    def test_marks_are_named_with_both_ends_of_the_scale(self) -> None:
        names = controls(ld.build_document("theme-qualification", theme="sparring").bytes)
        assert [name for name in names if name.startswith("Vurdering")] == [
            "Vurdering: 1 af 5, i lav grad",
            "Vurdering: 2 af 5",
            "Vurdering: 3 af 5",
            "Vurdering: 4 af 5",
            "Vurdering: 5 af 5, i høj grad",
        ]

    def test_other_themes_answers_stay_away(self) -> None:
        chosen = programme_of(
            themes={"selected": ["sparring", "restitution"]},
            qualification=[{"theme": "restitution", "ideas": "Pauser"}],
        )
        assert "Pauser" not in outline(ld.build_document("theme-qualification", chosen, theme="sparring").bytes)

    def test_points_to_the_other_tool_by_name(self) -> None:
        chosen = programme_of(themes={"selected": ["lederdialog"]})
        text = outline(ld.build_document("theme-qualification", chosen, theme="lederdialog").bytes)
        assert "Find eventuelt inspiration i værktøj 1 (Styrk lederens dialog med nærmeste leder)." in text


class TestKnowledgeSheet:
    def test_quotes_what_the_workshops_ask(self) -> None:
        text = outline(ld.build_document("knowledge-sheet").bytes)
        for question in (
            "Hvem har vi brug for at tale med for at sikre den nødvendige viden om de 3–5 temaer til næste møde?",
            "Hvordan sikrer vi den nødvendige opbakning?",
            "Hvilken viden og hvilket mandat er indhentet?",
        ):
            assert question in text
            assert any(question in item.text for sheet in PLAN.run_sheets.run_sheets for item in sheet.items)

    def test_has_five_rows_without_themes_and_else_one_for_each(self) -> None:
        place = "Det ved vi nu"
        assert outline(ld.build_document("knowledge-sheet").bytes).count(place) == 5
        for number in (1, 4, 12):
            chosen = programme_of(themes={"selected": [str(n) for n in range(1, number + 1)]})
            assert outline(ld.build_document("knowledge-sheet", chosen).bytes).count(place) == number

    @pytest.mark.parametrize(
        ("parked", "said"),
        [
            (
                {"who": "Direktionen", "answer_by": datetime.date(2027, 4, 1)},
                "Direktionen svarer senest den 1. april 2027.",
            ),
            ({"who": "Direktionen"}, "Direktionen svarer. Hvornår?"),
            ({"answer_by": datetime.date(2027, 4, 1)}, "Svaret kommer senest den 1. april 2027. Hvem svarer?"),
            ({}, "Hvem svarer, og hvornår?"),
        ],
    )
    def test_parked_is_not_forgotten(self, parked: dict[str, object], said: str) -> None:
        chosen = programme_of(themes={"selected": ["3"], "parked": [{"theme": "paa-tvaers", **parked}]})
        assert f"Hvordan samarbejder ledelsen på tværs? {said}" in outline(
            ld.build_document("knowledge-sheet", chosen).bytes
        )


class TestNextSteps:
    def test_asks_all_that_the_run_sheet_asks(self) -> None:
        text = outline(ld.build_document("next-steps").bytes)
        cards, plan, closing = PLAN.run_sheets.of(ld.Step.CONCRETISE).items
        columns = "hvor langt er de?", "hvad skal gøres yderligere?", "hvem har opgaven?", "hvad er deadline?"
        for asked in columns:
            assert asked.rstrip("?") in cards.points[-1].text
            assert asked.capitalize() in text
        assert "Skal I samles i gruppen her igen?" in text
        assert "Dan fælles overblik over action cards. Hvis ikke alle er færdige i dag:" in text
        for point in (*plan.points[1:], closing.points[0]):
            assert point.text in text
        assert plan.considerations[0] in text

    def test_known_facts_are_filled_in(self) -> None:
        text = outline(ld.build_document("next-steps", filled()).bytes)
        for fact in ("Hvordan leder vi på afstand?", "Centercheferne", "Forslag", "Følg op 1. juni 2027"):
            assert fact in text

    def test_what_is_not_known_is_left_to_write(self) -> None:
        chosen = programme_of(themes={"selected": ["3"]}, action_cards=[{"theme": "sparring", "owner": "HR"}])
        text = outline(ld.build_document("next-steps", chosen).bytes)
        assert "Forslag, aftalt, i gang …" in text
        assert "Følg op" not in text

    def test_who_finishes_a_card_is_not_who_is_responsible_on_it(self) -> None:
        text = outline(ld.build_document("next-steps", filled()).bytes)
        assert "Kort 4 · ansvarlig: Centercheferne" in text
        assert re.findall(r"‹[^›:]*[.]who[?]?: ([^›]*)›", text) == 4 * ["En rolle"] + 6 * ["Rolle"]

    def test_the_advice_stands_beside_what_refers_to_it(self) -> None:
        text = outline(ld.build_document("next-steps").bytes)
        for advice in (PLAN.action_card.advice.publish, PLAN.action_card.advice.follow_up):
            assert f"BFA’s råd: ”{advice}”" in text


class TestActionCard:
    def test_the_example_says_that_it_is_one_and_has_a_full_band(self) -> None:
        text = outline(ld.build_document("33").bytes)
        for said in ("Eksempel på action card – find en version", "Gyldighed, opfølgning og status"):
            assert said in text
        for answer in PLAN.action_card.example.own_answers.values():
            assert f": {answer}›" in text
        assert "?:" not in text

    def test_the_example_names_the_card_to_write_on(self) -> None:
        assert "i ”34 Action card - tomt”." in outline(ld.build_document("33").bytes)
        assert "i ”35 Action card”." in outline(ld.build_document("33", filled()).bytes)

    def test_a_card_has_the_number_it_has_in_the_plan(self) -> None:
        assert "Action card · kort 2" in outline(ld.build_document("35", filled(), theme="sparring").bytes)

    def test_own_theme_is_not_the_sources(self) -> None:
        for number in ("24", "35"):
            own, other = (
                outline(ld.build_document(number, filled(), theme=theme).bytes)
                for theme in ("hybridledelse", "sparring")
            )
            assert "Temaet er jeres eget." in own
            assert "Temaet er jeres eget." not in other

    def test_only_an_unsettled_card_is_told_to_write_dates(self) -> None:
        told = "Når kortet er aftalt, skriver I her"
        assert told in outline(ld.build_document("34").bytes)
        assert told not in outline(ld.build_document("35", filled(), theme="sparring").bytes)

    def test_the_blank_names_every_word_for_status(self) -> None:
        text = outline(ld.build_document("34").bytes)
        [said] = [line for line in text.splitlines() if "Status kan være" in line]
        assert all(word.casefold() in said.casefold() for word in PLAN.action_card.status_words)
