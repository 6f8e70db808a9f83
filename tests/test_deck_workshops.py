"""What a deck says of groups, of what to lay out, of meeting again, and of the plan."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import run_sheet
from ledertrivsel_docs.documents.deck_parts import Room
from ledertrivsel_docs.documents.slides import Slide
from ledertrivsel_docs.models.base import Step
from tests.support.programmes import filled
from tests.support.workshop_decks import (
    CASES,
    KIT,
    LIBRARY,
    PLAN,
    copy,
    deck,
    made,
    one_day,
    programme,
    shown,
    slide,
)


def test_groups_know_how_long_each_of_them_has() -> None:
    def each(participants: int, step: Step, title: str) -> list[str]:
        found = programme(participants=participants, themes={"selected": ["1", "2", "3", "4"]})
        return [note["text"] for note in slide(deck(found, step), title).context["notes"] if "gruppe:" in note["label"]]

    assert each(18, Step.QUALIFY, "Fortæl, og lyt til de andre")[0].startswith("ca.\u00a04 minutter")
    assert each(40, Step.QUALIFY, "Fortæl, og lyt til de andre")[0].startswith("ca.\u00a02 minutter")
    assert each(18, Step.PREPARE, "Sæt jeres temaer på kortet") == ["ca.\u00a02 minutter."]
    assert each(120, Step.PREPARE, "Sæt jeres temaer på kortet") == []


@pytest.mark.parametrize(
    ("participants", "themes", "said"),
    [
        (18, 4, "18 deltagere på 4 temaer er 4–5 i hver gruppe."),
        (20, 4, "20 deltagere på 4 temaer er 5 i hver gruppe."),
        (40, 4, "40 deltagere på 4 temaer er 8 grupper med 5 i hver. Flere grupper får samme tema."),
        (4, 4, "4 deltagere er én gruppe, som tager temaerne ét ad gangen."),
        (4, 1, "4 deltagere er én gruppe."),
    ],
)
def test_groups_are_of_the_themes_once_these_are_chosen(participants: int, themes: int, said: str) -> None:
    selected = [str(number) for number in range(1, themes + 1)]
    found = programme(participants=participants, themes={"selected": selected})
    notes = deck(found, Step.QUALIFY).slides[0].context["notes"]
    assert {"label": "Grupper: ", "text": said} in notes
    beside = run_sheet.context(LIBRARY, found, copy(Step.QUALIFY, "run-sheet"))["beside"]
    assert beside[-2]["text"].endswith(said)
    assert beside[-1]["title"] == "Til sidst"


def test_what_to_lay_out_has_the_names_of_its_files() -> None:
    titles = {found.plain_title for found in KIT.documents}
    for step in Step:
        notes = deck(ld.Programme.blank(), step).slides[0].context["notes"]
        named = re.findall(r"”(\d\d [^”]+)”", next(note["text"] for note in notes if note["label"] == "Hav klar: "))
        assert len(named) >= 2
        assert set(named) <= titles


def test_on_a_day_without_times_the_break_comes_last_and_says_when_to_skip() -> None:
    day = {"date": "2027-01-26"}
    *_, thanks, pause = deck(programme(workshops={"qualify": day, "concretise": day}), Step.QUALIFY).slides
    assert [(one.context["title"], one.row) for one in (thanks, pause)] == [("Tak for i dag!", 1), ("Pause", 2)]
    assert {"label": "Hvis I fortsætter i dag: ", "text": "Spring sliden over."} in thanks.context["notes"]
    assert pause.context["notes"][-1]["label"] == "Hvis I slutter her i dag: "


def test_a_blank_deck_has_places_to_write() -> None:
    for step in Step:
        first, *_, last = (one for one in deck(ld.Programme.blank(), step).slides if one.context["title"] != "Pause")
        assert first.context["kicker"] == "Skriv jeres organisation her"
        assert last.context["contact"] == "Skriv her, hvem der svarer på spørgsmål"


class TestMeetingAgain:
    def test_the_next_workshop_is_told_once_where_it_is_known(self) -> None:
        told = deck(filled().resolved(), Step.PREPARE)
        line = "Næste workshop: tirsdag den 26. januar 2027 kl.\u00a09.00, Byrådssalen"
        assert slide(told, "Det sker der nu").context["items"][0]["text"] == line
        assert [text for one in told.slides for text in shown(one)].count(line) == 1

    def test_else_there_is_a_place_to_write_it(self) -> None:
        items = slide(deck(ld.Programme.blank(), Step.PREPARE), "Det sker der nu").context["items"]
        assert items[0]["text"] == "Næste workshop: Skriv dato og sted her"

    def test_on_one_day_people_are_told_when_it_goes_on(self) -> None:
        end = [deck(one_day(), step).slides[-1].context for step in Step]
        assert [(found["title"], found["lead"]) for found in end] == [
            ("Tak for nu!", "Vi fortsætter kl.\u00a010.15"),
            ("Tak for nu!", "Vi fortsætter kl.\u00a012.10"),
            ("Tak for i dag!", "Udfyld skemaet, og læg det ved døren"),
        ]
        rows = slide(deck(one_day(), Step.QUALIFY), "Dagens program").context["rows"]
        assert [(row["clock"], row["title"]) for row in rows[-2:]] == [
            ("10.25", "Kvalificér de valgte temaer"),
            ("11.25", "Frokost til kl. 12.10"),
        ]

    def test_the_break_ends_a_workshop_where_it_is_all_there_is_before_the_next(self) -> None:
        found = deck(one_day(intro=True), Step.QUALIFY)
        last = found.slides[-1].context
        assert (last["title"], last["lead"]) == ("Pause", "Til kl.\u00a013.20")
        rows = slide(found, "Dagens program").context["rows"]
        assert [(row["clock"], row["title"]) for row in rows[-2:]] == [("13.10", "Pause"), ("13.20", "Næste workshop")]
        said = [note["text"] for note in slide(found, "Dagens program").context["notes"]]
        assert "”Vi holder pause kl.\u00a013.10.”" in said

    def test_a_break_is_shown_only_where_there_may_be_one(self) -> None:
        assert "Pause" not in [one.context["title"] for one in deck(filled().resolved(), Step.QUALIFY).slides]
        assert "Pause" not in [one.context["title"] for one in deck(ld.Programme.blank(), Step.QUALIFY).slides]
        assert "Pause" in [one.context["title"] for one in deck(one_day(intro=True), Step.QUALIFY).slides]


class TestPlanSlides:
    def test_forums_are_told_with_their_dates(self) -> None:
        items = [
            item["text"]
            for item in slide(deck(filled().resolved(), Step.CONCRETISE), "Det sker der nu").context["items"]
        ]
        assert "Område-MED: høring den 24. februar 2027, svar senest den 3. marts 2027" in items
        assert "Hoved-MED: drøftelse den 10. marts 2027" in items

    def test_a_hearing_without_a_deadline_of_its_own_has_the_plans(self) -> None:
        plan = {"hearing_deadline": date(2027, 3, 3), "forums": [{"name": "MED", "role": "høring"}, {"name": "AMO"}]}
        told = shown(slide(deck(programme(plan=plan), Step.CONCRETISE), "Det sker der nu"))
        assert "MED: høring, svar senest den 3. marts 2027" in told
        assert "AMO" in told

    @pytest.mark.parametrize("anchoring", [{}, {"sender": "Direktionen"}])
    def test_decisions_are_answered_or_have_a_place_to_write(self, anchoring: dict[str, str]) -> None:
        found = slide(deck(programme(anchoring=anchoring), Step.PREPARE), "Hvad sker der med planen?")
        assert [item["text"] for item in found.context["items"]] == [
            f"Afsender: {'Direktionen' if anchoring else 'Skriv svaret her'}",
            "Inddrages undervejs: Skriv svaret her",
            "Beslutter: Skriv svaret her",
            "Forankres hos: Skriv svaret her",
        ]

    def test_open_questions_hold_what_was_parked(self) -> None:
        found = slide(deck(filled().resolved(), Step.CONCRETISE), "Hvem gør hvad herfra?").context
        assert found["panel_title"] == "Åbne spørgsmål"
        assert found["panel"][-1] == {"label": "Parkeret: Samarbejde på tværs"}


def test_what_is_cut_out_of_the_source_stands_there() -> None:
    words = LIBRARY.words["deck"]
    assert PLAN.run_sheets.asked.plan.evaluation.endswith(words["reference"])
    assert len(PLAN.action_card.fields) == 7  # as the slide about them says


def test_a_quotation_stands_in_its_marks_with_its_source() -> None:
    for step in (Step.PREPARE, Step.QUALIFY):
        (quoted,) = [one.context for one in deck(filled(), step).slides if one.kind == "quote"]
        assert (quoted["lines"][0][0], quoted["lines"][-1][-1]) == ("”", "”")
        assert quoted["said_by"].startswith("Sagt af: ")
        assert quoted["said_by"].endswith(", i BFA’s Skab en samlet plan for ledertrivsel (2025)")


def test_no_slide_in_content_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    used: dict[Step, set[str]] = {step: set() for step in Step}
    make = Room.slide

    def noted(room: Room, kind: str, name: str, *arguments: Any, **fields: Any) -> Slide:
        used[room.step].add(name)
        return make(room, kind, name, *arguments, **fields)

    monkeypatch.setattr(Room, "slide", noted)
    for name, step in CASES:
        deck(made(name), step)
    assert used == {step: set(LIBRARY.words["deck"]["slides"][step.value]) for step in Step}


def test_each_quotation_stands_in_one_deck() -> None:
    quoted = [one for step in Step for one in deck(filled(), step).slides if one.kind == "quote"]
    assert sorted(one.context["title"] for one in quoted) == sorted(found.title for found in PLAN.tool.quotations)
