"""The run sheet of a workshop: groups, breaks, the introduction, and what to do when it gets hard."""

from __future__ import annotations

from datetime import date, time

import pytest

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.programmes import filled, programme_of
from tests.support.sheets import PLAN, THEMES


class TestRunSheet:
    def test_says_what_to_lay_out_and_how_many_groups_there_are(self) -> None:
        text = outline(ld.build_document("11", filled()).bytes)
        assert "18 deltagere giver 4–6 grupper." in text
        assert "godtarbejdsmiljo.dk/ledertrivsel-intro" in text
        assert "Læg ”05 Det ved vi om ledernes trivsel” på bordene (ét til hver gruppe)" in text

    @pytest.mark.parametrize(
        ("participants", "groups"),
        [(3, "1 gruppe"), (5, "1 gruppe"), (7, "2 grupper"), (9, "2–3 grupper"), (2, None), (None, None)],
    )
    def test_counts_groups_of_three_to_five(self, participants: int | None, groups: str | None) -> None:
        text = outline(ld.build_document("11", programme_of(participants=participants)).bytes)
        assert ("deltagere giver" in text) == (groups is not None)
        assert groups is None or f"{participants} deltagere giver {groups}." in text

    def test_three_meetings_have_no_break_but_are_told_of_the_sources(self) -> None:
        for text in (outline(ld.build_document("21").bytes), outline(ld.build_document("21", filled()).bytes)):
            assert "inden det videre arbejde" not in text
            assert "I alt 70 min." in text
            assert "10 minutters pause" in text
        assert "9.00–10.10 (70 min)" in outline(ld.build_document("21", filled()).bytes)

    def test_a_break_is_held_before_the_next_step_of_the_same_day(self) -> None:
        day: dict[str, object] = {"date": date(2027, 1, 26)}
        held = programme_of(workshops={"qualify": {**day, "start": time(9)}, "concretise": day})
        text = outline(ld.build_document("21", held).bytes)
        assert "– inden det videre arbejde med konkretisering" in text
        assert "scanner dem" not in text

    def test_with_the_introduction_its_row_is_ours_and_the_sources_note_stays_below_the_table(self) -> None:
        text = outline(ld.build_document("11", programme_of(workshops={"prepare": {"intro": True}})).bytes)
        assert "I alt 135 min: 90 min workshop og 45 min introduktion." in text
        assert "Rækken kommer fra skabelonen; de 45 minutter er BFA’s" in text
        assert text.index("* Flere af temaerne") > text.index("I alt 135 min")

    @pytest.mark.parametrize("number", ["11", "21", "31"])
    def test_the_back_says_what_to_do_when_it_gets_hard(self, number: str) -> None:
        text = outline(ld.build_document(number, filled()).bytes)
        for when in ("I begynder ti minutter for sent", "I er bagud", "En gruppe er færdig før tid", "I er uenige"):
            assert when in text
        assert ("I trænger til en pause" in text) == (number == "31")

    @pytest.mark.parametrize("number", ["11", "21", "31"])
    @pytest.mark.parametrize(
        ("participants", "themes", "said"),
        [(4, 1, "I er én gruppe"), (18, 4, None), (120, 12, "I er mange grupper")],
    )
    def test_one_group_and_many_groups_are_told_how_to_go_about_it(
        self, number: str, participants: int, themes: int, said: str | None
    ) -> None:
        chosen = [theme.id for theme in THEMES[:themes]]
        text = outline(
            ld.build_document(number, programme_of(participants=participants, themes={"selected": chosen})).bytes
        )
        assert [known for known in ("I er én gruppe", "I er mange grupper") if known in text] == (
            [said] if said else []
        )
        assert ("En gruppe er færdig" in text) == (participants > 4)

    def test_prints_every_line_of_the_tool_about_its_step(self) -> None:
        form, advice = PLAN.qualification, PLAN.action_card.advice
        told = {
            "11": (PLAN.themes.title, *PLAN.themes.instructions),
            "21": (form.title, *form.intro, form.closing),
            "31": (advice.title, advice.intro, advice.cards, advice.gather, advice.publish, advice.follow_up),
        }
        for number, said in told.items():
            text = outline(ld.build_document(number).bytes)
            assert [line for line in said if line not in text] == []

    def test_quotes_the_advice_that_the_source_refers_to(self) -> None:
        text = outline(ld.build_document("31").bytes)
        assert PLAN.action_card.advice.publish in text
        assert PLAN.action_card.advice.follow_up in text
