"""The texts between what we have printed in a cell, also in one that somebody has made to take long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledertrivsel_docs.collecting.parting import parted

SCALE = ["", *(f" {mark}\t" for mark in range(1, 10)), " 10"]


def shown(ticks: list[str], literals: list[str]) -> str:
    return literals[0] + "".join(tick + literal for tick, literal in zip(ticks, literals[1:], strict=True))


@given(st.integers(0, 9))
def test_the_tick_of_a_scale_is_found(place: int) -> None:
    ticks = ["☒" if number == place else "☐" for number in range(10)]
    assert parted([True] * 10, SCALE, shown(ticks, SCALE)) == tuple(ticks)


@given(st.text("ab \n", max_size=30), st.text("ab \n", max_size=30))
def test_what_stands_between_labels_is_found(first: str, second: str) -> None:
    found = parted([False, False], ["Hvem: ", "\nHvornår: ", ""], f"Hvem: {first}\nHvornår: {second}")
    assert found is not None
    assert [text.strip() for text in found] == [first.strip(), second.strip()]


def test_what_could_be_two_things_is_left() -> None:
    assert parted([False, False], ["", " og ", ""], "HR og TR og AMR") is None
    assert parted([True, True], ["", " ", ""], "  ☒  ") is None


@pytest.mark.parametrize(
    ("ticks", "literals", "text"),
    [
        ([True] * 10, SCALE, "    ".join(str(mark) for mark in range(1, 11)) + " ja"),
        ([True] * 10, SCALE, " ".join(["1 2 3 4 5 6 7 8 9"] * 400)),
        ([False] * 8, ["", *[" og "] * 7, ""], "og " * 3_000 + "x"),
        ([True] * 8, ["", *[" "] * 7, ""], " " * 9_000 + "ja"),
        ([False] * 9, ["", *[" "] * 8, "."], " " * 9_999),
        ([False] * 2, ["Hvem:", "Hvornår:", ""], "?" * 50_000),
    ],
)
def test_a_cell_that_was_made_to_take_long_is_left_at_once(ticks: list[bool], literals: list[str], text: str) -> None:
    assert parted(ticks, literals, text) is None
