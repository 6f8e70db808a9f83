"""The form for an answer in a hearing."""

from __future__ import annotations

import re
from datetime import date

import pytest

import ledertrivsel_docs as ld
from tests.support.office import needs_font, pages
from tests.support.papers import control, forums, is_place, text_of
from tests.support.programmes import filled, with_themes

ASKS = ld.Library.default().words["plan-presentation"]["asks"]
ANSWER = "hearing-response"


class TestAnswer:
    def test_says_by_when_and_to_whom(self) -> None:
        text = text_of(ANSWER, filled())
        assert "Læs ”40 Plan for ledertrivsel”, version 0.9, tal den igennem" in text
        assert control(text, "version") == "0.9"
        assert "og send det senest onsdag den 3. marts 2027." in text
        assert control(text, "deadline") == "3. marts 2027"
        assert control(text, "send_to") == "HR og Arbejdsmiljø"
        assert "hr@eksempel.dk" in text
        assert control(text, "case_number") == "2027-000123"
        assert "Planen gælder først, når Direktionen har godkendt den." in text

    def test_of_a_plan_that_is_decided_on_nobody_is_asked_to_answer(self) -> None:
        made = filled()
        text = text_of(ANSWER, made.model_copy(update={"plan": made.plan.model_copy(update={"status": "Godkendt"})}))
        assert "Høringen er slut" in text
        assert "og send det" not in text
        assert "Planen gælder først" not in text

    def test_a_deadline_that_all_hearings_share_is_the_deadline(self) -> None:
        hearing = {"name": "MED", "role": "høring", "deadline": date(2027, 3, 8)}
        assert control(text_of(ANSWER, forums(hearing, {**hearing, "name": "SU"})), "deadline") == "8. marts 2027"
        other = {**hearing, "name": "SU", "deadline": date(2027, 3, 9)}
        assert is_place(text_of(ANSWER, forums(hearing, other)), "deadline")

    def test_blank_has_a_place_for_everything(self) -> None:
        text = text_of(ANSWER)
        for tag in ("deadline", "send_to", "version", "case_number", "answer.forum", "answer.behalf", "answer.date"):
            assert is_place(text, tag), tag
        assert all(is_place(text, f"behalf.{side}") for side in ("management", "employees"))
        assert "og send det inden svarfristen." in text

    def test_asks_of_the_whole_plan_what_the_deck_asks_in_a_hearing(self) -> None:
        text = text_of(ANSWER)
        for number, question in enumerate(ASKS["hearing"]["questions"], 1):
            assert question in text
            assert is_place(text, f"plan.{number}")

    def test_four_stances_none_of_them_ticked(self) -> None:
        assert re.findall(r"‹stance\.(\w+): (.)›", text_of(ANSWER, filled())) == [
            (key, "☐") for key in ("agree", "with_changes", "disagree", "nothing")
        ]

    @pytest.mark.parametrize("count", [0, 1, 4, 12])
    def test_each_card_has_three_places_to_write(self, count: int) -> None:
        chosen = with_themes(count) if count else None
        text = text_of(ANSWER, chosen)
        for key in ("good", "change", "missing"):
            assert len(re.findall(rf"‹[\w-]+\.{key}\?: ", text)) == (count or 5)

    def test_cards_are_known_by_theme_and_show_their_goal(self) -> None:
        text = text_of(ANSWER, filled())
        assert control(text, "sparring.card") == "Hvordan sikrer vi sparring?"
        assert is_place(text, "hybridledelse.missing")
        assert "Mål: Ledere har pauser i dagen og holder fri, når de har fri." in text

    def test_takes_two_pages_and_a_page_more_for_many_cards(self) -> None:
        needs_font(ld.Brand.default().fonts.body)
        made = [None, filled(), *map(with_themes, range(1, 6)), with_themes(12)]
        assert pages([ld.build_document(ANSWER, one) for one in made]) == [2, 2, 2, 2, 2, 2, 2, 3]
