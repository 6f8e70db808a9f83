"""Where the groups' ratings have put the themes, only another place counts."""

from __future__ import annotations

import re

import pytest
from pptx.util import Mm

from tests.support.dragged import (
    EMPTY,
    RATED,
    alt_text,
    example,
    marks,
    put,
    told,
)


def test_only_another_place_counts_where_ratings_have_put_them() -> None:
    dragged = example()
    dragged.to("sparring", 4.5, 2.5, sheet=RATED)  # the same field
    dragged.to("restitution", 2, 4, sheet=RATED)
    dragged.park("hybridledelse", sheet=RATED)
    dragged.to("paa-tvaers", 4, 4, sheet=RATED)  # it was parked
    dragged.to("krydspres", 4, 1.5, sheet=RATED)  # it was beside
    found = dragged.read()
    assert marks(found) == {"restitution": (2, 4), "paa-tvaers": (4, 4), "krydspres": (4, 1.5)}
    assert found.parked == (("hybridledelse", "13 Ledelse på afstand"),)
    assert found.problems == ()


def test_a_theme_dragged_on_the_empty_map_is_no_conflict_with_its_rating() -> None:
    dragged = example()
    dragged.to("sparring", 2, 4, sheet=EMPTY)
    found = dragged.read()
    assert marks(found) == {"sparring": (2, 4)}
    assert found.problems == ()


def test_a_theme_taken_off_the_map_is_told() -> None:
    dragged = example()
    put(dragged.chip("sparring", RATED), Mm(275), Mm(140))
    found = dragged.read()
    assert found.placed == ()
    assert "“3 Sparring” was taken off the map" in told(found)


@pytest.mark.parametrize("text", [None, "", "Et rektangel"])
def test_without_its_alt_text_a_rated_theme_is_told(text: str | None) -> None:
    dragged = example()
    alt_text(dragged.to("sparring", 2, 4, sheet=RATED), text)
    alt_text(dragged.to("krydspres", 2, 4, sheet=EMPTY), text)
    found = dragged.read()
    assert marks(found) == {"krydspres": (2, 4)}
    assert "It can't be told whether somebody has put “3 Sparring” in field 4." in told(found)


def test_without_any_alt_text_only_what_seems_moved_is_told() -> None:
    dragged = example()
    for chip in (*dragged.chips(EMPTY), *dragged.chips(RATED)):
        alt_text(chip, None)
    assert (dragged.read().placed, dragged.read().parked, dragged.read().problems) == ((), (), ())
    dragged.to("sparring", 2, 4, sheet=EMPTY)
    dragged.to("restitution", 2, 2, sheet=RATED)
    dragged.park("krydspres", sheet=RATED)
    found = dragged.read()
    assert marks(found) == {"sparring": (2, 4)}
    assert re.findall(r"has put “(.*?)” in (.*?)\.", told(found)) == [
        ("4 Restitution", "field 3"),
        ("12 Krydspresset", "the parking lot"),
    ]
