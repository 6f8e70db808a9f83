"""Answers into a programme: nothing is lost, nothing twice, and who contradicts whom is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting.entries import ChosenThemes, Entry, Fact, OwnQuestion
from ledertrivsel_docs.collecting.merging import Merged, merged
from tests.support.cards import LIBRARY

EMPTY = ld.Programme(organisation="Kommune")
REASONS = ("themes", "reasons")


def programme(**parts: Any) -> ld.Programme:
    return ld.Programme.load({"organisation": "Kommune", **parts})


def card(source: str | None = None, **answers: Any) -> ld.ActionCard:
    return ld.ActionCard(theme="sparring", source=source, **answers)


def rating(success: int, **whose: Any) -> ld.Placement:
    return ld.Placement(theme="sparring", importance=5, success=success, **whose)


def after(before: ld.Programme, *files: tuple[str, Sequence[Entry]]) -> Merged:
    """What comes of a collection; the same one again must change nothing, and tell the same conflicts."""
    found = merged(before, files, LIBRARY)
    again = merged(found.programme, files, LIBRARY)
    assert (again.programme, again.changes) == (found.programme, ())
    return found


def test_a_card_written_by_hand_gets_what_a_group_says_and_keeps_the_rest() -> None:
    before = programme(action_cards=[{"theme": "sparring", "goal": "Mål", "owner": "HR"}])
    found = after(before, ("a.docx", [card("a.docx", goal="Andet mål")]))
    assert found.programme.action_cards == (card("a.docx", goal="Andet mål", owner="HR"),)
    [goal, _] = found.changes
    assert (goal.at, goal.before, goal.value) == (("action_cards", 0, "goal"), "Mål", "Andet mål")


def test_a_printed_card_that_comes_back_unchanged_changes_nothing() -> None:
    before = programme(action_cards=[{"theme": "sparring", "goal": "Mål"}])
    assert after(before, ("a.docx", [card("a.docx", goal="Mål")])).changes == ()


def test_two_groups_cards_for_a_theme_are_both_kept_and_told() -> None:
    files: list[tuple[str, list[Entry]]] = [(f"{n}.docx", [card(f"{n}.docx", goal=f"Mål {n}")]) for n in "abc"]
    found = after(EMPTY, *files)
    assert [one.goal for one in found.programme.action_cards] == ["Mål a", "Mål b", "Mål c"]
    assert [conflict.file for conflict in found.conflicts] == ["b.docx", "c.docx"]


def test_a_card_that_was_edited_since_it_was_read_replaces_itself() -> None:
    before = programme(action_cards=[{"theme": "sparring", "goal": "Mål", "source": "a.docx"}])
    assert after(before, ("a.docx", [card("a.docx", goal="Nyt")])).programme.action_cards == (
        card("a.docx", goal="Nyt"),
    )


def test_a_group_has_one_rating_of_a_theme_whatever_its_file_is_called() -> None:
    before = programme(themes={"ratings": [{"theme": "sparring", "importance": 5, "success": 2, "group": 1}]})
    found = after(before, ("ny.docx", [rating(4, group=1, source="ny.docx")]))
    assert [(one.group, one.success) for one in found.programme.themes.ratings] == [(1, 4)]


def test_two_files_of_one_group_that_differ_are_both_kept_and_told() -> None:
    found = after(EMPTY, *((f"{n}.docx", [rating(n, group=1, source=f"{n}.docx")]) for n in (1, 2)))
    assert [one.success for one in found.programme.themes.ratings] == [1, 2]
    assert [conflict.file for conflict in found.conflicts] == ["2.docx"]


def test_groups_without_a_number_are_known_by_their_files() -> None:
    found = after(EMPTY, *((f"{n}.docx", [rating(2, source=f"{n}.docx")]) for n in (1, 2)))
    assert len(found.programme.themes.ratings) == 2
    assert found.conflicts == ()


def test_persons_are_counted_once_each() -> None:
    found = after(EMPTY, *((f"{n}.docx", [rating(2, person=f"p{n}")]) for n in range(6)))
    assert len(found.programme.themes.ratings) == 6
    changed = after(found.programme, ("0.docx", [rating(5, person="p0")]))
    assert sorted(one.success for one in changed.programme.themes.ratings) == [2, 2, 2, 2, 2, 5]


def test_the_first_of_two_facts_counts_and_the_other_is_told_every_time() -> None:
    files: list[tuple[str, list[Entry]]] = [(f"{n}.docx", [Fact(REASONS, f"Fordi {n}")]) for n in "ab"]
    found = after(EMPTY, *files)
    assert found.programme.themes.reasons == "Fordi a"
    assert [conflict.file for conflict in found.conflicts] == ["b.docx"]
    assert merged(found.programme, files, LIBRARY).conflicts == found.conflicts


def test_levels_from_two_sheets_complete_each_other_and_contradictions_are_told() -> None:
    sheet = ld.Level(factor="balance", current=(1, 2), challenges="Tid")
    ladder = ld.Level(factor="balance", current=(1, 3), desired=(4, 4))
    found = after(EMPTY, ("ark.docx", [sheet]), ("trappe.docx", [ladder]))
    assert found.programme.levels == (ld.Level(factor="balance", current=(1, 2), desired=(4, 4), challenges="Tid"),)
    assert ["nu" in str(conflict) for conflict in found.conflicts] == [True]


def test_a_map_with_the_first_five_of_more_themes_takes_none_away() -> None:
    chosen = list(LIBRARY.samlet_plan.themes.by_id())[:7]
    before = programme(themes={"selected": chosen})
    assert after(before, ("kort.docx", [ChosenThemes(tuple(chosen[:5]))])).changes == ()
    other = after(before, ("kort.docx", [ChosenThemes(("sparring", "krydspres"))]))
    assert other.programme.themes.selected == ("sparring", "krydspres")


def test_an_agreement_that_was_reworded_is_not_there_twice() -> None:
    def agreed(what: str) -> ld.Agreement:
        return ld.Agreement(kit="tu-droeftelse", what=what, who="HR", source="ark.docx")

    found = after(EMPTY, ("ark.docx", [agreed("Vi mødes"), agreed("Vi skriver")]))
    reworded = after(found.programme, ("ark.docx", [agreed("Vi mødes hver uge"), agreed("Vi skriver")]))
    assert [one.what for one in reworded.programme.agreements] == ["Vi mødes hver uge", "Vi skriver"]


def test_a_question_more_than_there_is_room_for_is_told() -> None:
    entries: list[Entry] = [OwnQuestion("ledergruppen", f"Hvad med {n}?") for n in range(7)]
    found = after(EMPTY, ("kort.docx", entries))
    assert len(found.programme.meetings["ledergruppen"].own_questions) == 6
    assert ["Hvad med 6?" in str(conflict) for conflict in found.conflicts] == [True]
