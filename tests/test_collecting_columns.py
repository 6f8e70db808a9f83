"""Columns that people add, delete or merge; boxes deleted and an x typed; hidden text; several forms in one file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

import ledertrivsel_docs as ld
from tests.support.cards import Card, runs, told, w
from tests.support.forms import form, ratings, read, without_controls
from tests.support.word import W

Change = Callable[[Card], object]


def agreements(card: Card) -> list[tuple[str | None, str | None, str | None]]:
    found = [one for one in read(card).entries if isinstance(one, ld.Agreement)]
    return [(one.what, one.who, str(one.when) if one.when else None) for one in found]


def agreed() -> Card:
    card = form("agreement-sheet", kit="ledergruppen")
    for number, (what, who) in enumerate((("Sparring hver uge", "HR"), ("Nyt årshjul", "Direktionen")), 1):
        card.fill(f"agreement.{number}.what", text=what).fill(f"agreement.{number}.who", text=who)
        card.choose_day(f"agreement.{number}.when", f"{number}. maj 2027", f"2027-05-0{number}")
    return card


AGREED = [("Sparring hver uge", "HR", "2027-05-01"), ("Nyt årshjul", "Direktionen", "2027-05-02")]


def rows(card: Card) -> list[etree._Element]:
    """The rows of the table that the agreements stand in, the headings too."""
    table = next(card.row("agreement.1.what").iterancestors(W + "tbl"))
    return list(table.iter(W + "tr"))


def cells(row: etree._Element) -> list[etree._Element]:
    return list(row.iter(W + "tc"))


def column_added(place: int, text: str = "") -> Change:
    def change(card: Card) -> None:
        for row in rows(card):
            new = w("tc", w("p", *runs(text))) if text else w("tc", w("p"))
            all_cells = cells(row)
            if place < len(all_cells):
                all_cells[place].addprevious(new)
            else:
                all_cells[-1].addnext(new)

    return change


@pytest.mark.parametrize("place", [0, 1, 2, 9])
def test_an_empty_column_that_is_added_changes_no_answer(place: int) -> None:
    card = agreed()
    column_added(place)(card)
    assert agreements(card) == AGREED


def test_rows_that_nothing_names_any_more_are_told_whole() -> None:
    card = agreed()
    column_added(0)(card)
    file = read(card.without_names())
    assert file.entries == ()
    assert all(text in told(file) for one in AGREED for text in one[:2])


def test_what_is_written_in_an_added_column_is_told_and_spoils_nothing() -> None:
    card = agreed()
    column_added(9, "Husk budget")(card)
    file = read(card)
    assert agreements(card) == AGREED
    assert "Husk budget" in told(file)


@pytest.mark.parametrize(("gone", "kept"), [("who", (0, 2)), ("when", (0, 1))])
def test_a_deleted_column_leaves_the_others_where_they_belong(gone: str, kept: tuple[int, int]) -> None:
    card = agreed()
    cell = next(card.control(f"agreement.1.{gone}").iterancestors(W + "tc"))
    place = cells(card.row("agreement.1.what")).index(cell)
    for row in rows(card):
        row.remove(cells(row)[place])
    assert [[one[n] for n in kept] for one in agreements(card)] == [[one[n] for n in kept] for one in AGREED]
    assert all(one[({0, 1, 2} - set(kept)).pop()] is None for one in agreements(card))


@pytest.mark.parametrize("mark", ["x", "X", "☒"])
def test_an_x_typed_where_the_box_was_deleted_is_a_mark(mark: str) -> None:
    card = form("theme-worksheet")
    for key in ("sparring.importance.4", "sparring.success.2"):
        control = card.control(key)
        control.addprevious(w("r", w("t", mark)))
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)
    assert ratings(read(card)) == {"sparring": (4, 2)}


def test_marks_are_read_where_all_boxes_are_gone() -> None:
    card = form("theme-worksheet").tick("sparring.importance.4").tick("sparring.success.2")
    assert ratings(read(without_controls(card))) == {"sparring": (4, 2)}


def test_hidden_text_is_nobodys_answer() -> None:
    card = form("action-card", theme="sparring")
    card.fill("goal", w("r", w("rPr", w("vanish")), w("t", "Skjult")), w("r", w("t", "Alle har en makker")))
    [answer] = [one for one in read(card).entries if isinstance(one, ld.ActionCard)]
    assert answer.goal == "Alle har en makker"


def test_two_forms_in_one_file_are_told_and_not_mixed() -> None:
    card, other = form("action-card", theme="sparring"), form("action-card", theme="krydspres")
    card.fill("goal", text="Det første mål")
    other.fill("goal", text="Det andet mål")
    body = card.root.find(f"{W}body")
    second: Any = other.root.find(f"{W}body")
    assert body is not None
    section = body[-1]
    for element in list(second)[:-1]:
        section.addprevious(element)
    file = read(card)
    assert file.entries == ()
    assert [problem for problem in file.problems if not problem.warning], told(file)
