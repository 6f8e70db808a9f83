"""Rows that people have moved or added, and fields whose controls are gone: known by what is printed in them."""

from __future__ import annotations

from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support.cards import SPARRING, Card, runs, told, w
from tests.support.forms import form, ratings, read, without_controls
from tests.support.word import W


@pytest.mark.parametrize("change", [Card.as_it_is, Card.without_names])
def test_the_last_theme_below_a_row_of_ones_own_is_still_that_theme(change: Any) -> None:
    card = form("theme-worksheet").tick("krydspres.importance.4").tick("krydspres.success.2")
    card.row("own_1.title").addnext(card.row("krydspres.importance.1"))
    file = read(change(card))
    assert ratings(file) == {"krydspres": (4, 2)}
    assert [problem for problem in file.problems if not problem.warning] == [], told(file)


def test_steps_of_a_ladder_in_another_order_keep_their_marks() -> None:
    card = form("capability-sheet", kit="evne-ambition", factor="balance")
    card.fill("step.2.current", text="3").fill("step.4.current", text="5")
    card.row("step.4.current").addprevious(card.row("step.2.current"))
    [level] = [one for one in read(card).entries if isinstance(one, ld.Level)]
    assert level.current == (2, 2, 2, 4, 4, 4, 4, 4)


def test_a_row_added_to_a_ladder_does_not_end_the_reading() -> None:
    card = form("capability-sheet", kit="evne-ambition", factor="balance").fill("step.1.current", text="2")
    last = card.row("step.1.current")
    last.addnext(w("tr", *(w("tc", w("p", *runs(text))) for text in ("0", "Et trin mere", "4", ""))))
    file = read(card)
    assert [one.current for one in file.entries if isinstance(one, ld.Level)] == [(1, 1)]
    assert "4" in told(file) + str(file.entries)


def test_the_group_is_read_when_its_control_is_gone() -> None:
    card = form("theme-qualification", theme="sparring").fill("group", text="2").fill("shows_as", text="Svar")
    [one] = [one for one in read(without_controls(card)).entries if isinstance(one, ld.QualifiedTheme)]
    assert (one.theme, one.group, one.shows_as) == ("sparring", 2, "Svar")


def test_the_follow_up_of_a_card_is_read_without_controls() -> None:
    card = form("status-sheet").fill("row1.card", text=SPARRING.title).fill("row1.done", text="Vi er begyndt")
    [one] = [one for one in read(without_controls(card)).entries if isinstance(one, ld.FollowUp)]
    assert (one.theme, one.done) == ("sparring", "Vi er begyndt")


def test_dialogue_marks_are_read_without_controls() -> None:
    card = form("dialogue-sheet", kit="ledergruppen")
    key = next(key for key in card.fields() if key.endswith(".wanted") and "own" not in key)
    one, other = (read(card) for card in (card.tick(key), without_controls(card)))
    assert one.entries == other.entries != ()


def test_a_line_written_below_the_days_of_a_card_does_not_spoil_them() -> None:
    card = Card.of("sparring").choose_day("valid_from", "1. juni 2027", "2027-06-01")
    row = card.row("valid_from")
    row.addnext(w("tr", *(w("tc", w("p", *runs(f"Tilføjet {place}"))) for place in range(len(row.findall(W + "tc"))))))
    file = read(card)
    [one] = [one for one in file.entries if isinstance(one, ld.ActionCard)]
    assert str(one.valid_from) == "2027-06-01"
    assert "Tilføjet 0" in told(file)
