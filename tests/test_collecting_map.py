"""Decks come back: where people dragged the themes on the priority map."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.util import Mm

from tests.support.dragged import (
    LIBRARY,
    MAP,
    RATED,
    THEMES,
    Dragged,
    about,
    blank,
    deck_of,
    drag,
    marks,
    opened_deck,
    put,
    read,
    told,
)
from tests.support.office import libreoffice, needs_tool
from tests.support.programmes import PROGRAMMES

FIELDS = LIBRARY.samlet_plan.priority_map
TENTHS = st.integers(10, 50).map(lambda tenths: tenths / 10)


@pytest.mark.parametrize("name", PROGRAMMES)
def test_nothing_is_read_before_somebody_has_dragged(name: str) -> None:
    found = read(deck_of(name))
    assert (found.placed, found.parked, found.problems) == ((), (), ())
    assert set(THEMES) <= set(found.left)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(TENTHS, TENTHS), min_size=12, max_size=12))
def test_every_theme_is_read_where_it_was_dragged_to(places: list[tuple[float, float]]) -> None:
    wanted = dict(zip(THEMES, places, strict=True))
    found = read(drag(deck_of("blank"), wanted))
    assert found.problems == ()
    assert marks(found) == {theme: about(place) for theme, place in wanted.items()}
    for theme in found.placed:
        importance, success = wanted[theme.id]
        assert FIELDS.field(importance=theme.importance, success=theme.success) == FIELDS.field(
            importance=importance, success=success
        )
    assert found.left == ("eget-1", "eget-2")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=12, max_size=12))
def test_a_theme_is_in_the_field_that_people_see(places: list[tuple[float, float]]) -> None:
    dragged, seen = blank(), {}
    fields = {number: dragged.shape(f"Felt {number}") for number in range(1, 5)}
    for theme, (across, down) in zip(THEMES, places, strict=True):
        number, field = random.Random(across).choice(list(fields.items()))
        seen[theme] = number
        put(dragged.chip(theme), field.left + across * field.width, field.top + down * field.height)
    found = dragged.read()
    read_fields = {one.id: FIELDS.field(importance=one.importance, success=one.success) for one in found.placed}
    assert {theme: field.number for theme, field in read_fields.items()} == seen
    assert all(mark == round(mark, 1) and 1 <= mark <= 5 for both in marks(found).values() for mark in both)


@pytest.mark.parametrize("success", [1.2, 4.8])
@pytest.mark.parametrize("name", ["blank", "filled"])
def test_a_theme_near_the_end_of_an_axis_is_read_so(name: str, success: float) -> None:
    places = {theme: (4.8 - number * 0.3, success) for number, theme in enumerate(THEMES)}
    found = read(drag(deck_of(name), places))
    assert marks(found) == {theme: about(place) for theme, place in places.items()}
    assert found.problems == ()


def test_a_theme_wholly_in_a_field_can_lie_near_the_end_of_the_axis() -> None:
    dragged = blank()
    for theme, field in (("sparring", "Felt 1"), ("nye-ledere", "Felt 2")):
        area, chip = dragged.shape(field), dragged.chip(theme)
        across = area.left if field == "Felt 1" else area.left + area.width - chip.width
        chip.left, chip.top = across, area.top + area.height // 2
    found = marks(dragged.read())
    assert found["sparring"][1] < 1.5
    assert found["nye-ledere"][1] > 4.5


def test_the_label_is_what_stands_on_it() -> None:
    (found,) = read(drag(deck_of("blank"), {"sparring": (5, 2)})).placed
    assert (found.id, found.label) == ("sparring", "3 Sparring")


def test_a_long_label_is_read_in_full() -> None:
    (found,) = read(drag(deck_of("extreme"), {"langt": (5, 2)})).placed
    assert re.fullmatch(r"13 Hvordan leder vi, når alt sker .*\?", found.label)


def test_the_whole_strip_is_the_parking_lot() -> None:
    dragged = blank()
    dragged.park("sparring", across=0.01)
    dragged.park("restitution", across=0.99, down=0.99)
    dragged.park("krydspres", down=0.01)
    found = dragged.read()
    assert found.parked == (
        ("sparring", "3 Sparring"),
        ("restitution", "4 Restitution"),
        ("krydspres", "12 Krydspresset"),
    )
    assert (found.placed, found.problems) == ((), ())
    assert not {"sparring", "restitution", "krydspres"} & set(found.left)


def test_a_map_that_goes_on_on_a_next_slide_is_read_together() -> None:
    dragged = Dragged(deck_of("many"))
    here, there = ({chip.name.removeprefix("theme:") for chip in dragged.chips(sheet)} for sheet in (0, 1))
    first, second = max(here), max(there - here)
    dragged.to(first, 4, 2)
    dragged.to(second, 2, 4, sheet=1)
    found = dragged.read()
    assert marks(found) == {first: about((4, 2)), second: about((2, 4))}
    assert set(found.left) == (here | there) - {first, second}
    assert found.problems == ()


def test_half_a_theme_beyond_the_edge_is_on_the_map() -> None:
    dragged = blank()
    area = dragged.shape(MAP)
    half = dragged.chip("sparring").width / 2
    dragged.chip("restitution").width = Mm(30)
    put(dragged.chip("sparring"), area.left - min(half, area.left) + Mm(1), area.top + area.height / 4)
    put(dragged.chip("nye-ledere"), area.left + area.width / 4, area.top + area.height + Mm(3))
    put(dragged.chip("restitution"), area.left + area.width + Mm(10), area.top - Mm(3))
    found = dragged.read()
    assert marks(found) == {"sparring": (4.0, 1.0), "nye-ledere": (1.0, 2.0), "restitution": (5.0, 5.0)}


@pytest.mark.parametrize(
    ("left", "top", "why"),
    [
        (345, 80, "mostly off the slide"),
        (100, -5, "mostly off the slide"),
        (100, 195, "mostly off the slide"),
        (100, 15, "neither on the map nor beside it"),
    ],
)
def test_a_theme_that_lies_nowhere_is_told(left: float, top: float, why: str) -> None:
    dragged = blank()
    put(dragged.chip("sparring"), Mm(left), Mm(top))
    found = dragged.read()
    assert (found.placed, found.parked) == ((), ())
    assert re.fullmatch(f"slide 13: “3 Sparring” lies {why}, so it isn't read. Write it .*", told(found)), told(found)
    assert "sparring" in found.left


def test_a_theme_moved_within_the_list_is_still_beside() -> None:
    dragged = blank()
    put(dragged.chip("sparring"), Mm(260), Mm(150))
    found = dragged.read()
    assert "sparring" in found.left
    assert (found.placed, found.problems) == ((), ())


@pytest.mark.parametrize("times", [1, 2])
def test_after_libreoffice_all_is_read(tmp_path: Path, times: int) -> None:
    needs_tool("soffice")
    wanted = dict(zip(THEMES, [(1 + n * 0.33, 4.9 - n * 0.31) for n in range(11)], strict=False))
    dragged = Dragged(drag(deck_of("filled"), wanted, ["krydspres"]))
    dragged.to("eget-1", 5, 5).text_frame.text = "Hjemmearbejde"
    dragged.to("eget-2", 3.5, 3.5)
    dragged.to("restitution", 2, 2, sheet=RATED)
    dragged.group("theme:sparring", "theme:nye-ledere").rotation = 180
    before = dragged.read()
    files = [tmp_path / "deck.pptx"]
    files[0].write_bytes(dragged.bytes())
    for turn in range(times):
        files = libreoffice(files, tmp_path / str(turn), "pptx")
    data = files[0].read_bytes()
    assert opened_deck(data).by_libreoffice
    after = read(data)
    assert {one.id for one in before.placed} == {*wanted, "eget-1", "eget-2"} - {"restitution"}
    assert marks(after) == {
        theme: about(place) for theme, place in marks(before).items() | {("restitution", wanted["restitution"])}
    }
    assert (after.parked, after.left) == (before.parked, before.left)
    assert "It can't be told whether somebody has put “4 Restitution” in field 3." in told(after)
