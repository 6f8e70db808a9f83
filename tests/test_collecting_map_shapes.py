"""The map is read whatever people did to slides and shapes: grouped, turned, resized, copied, deleted."""

from __future__ import annotations

import re

import pytest
from pptx.util import Mm

from tests.support.dragged import (
    EMPTY,
    MAP,
    RATED,
    Dragged,
    about,
    blank,
    deck_of,
    drag,
    example,
    marks,
    read,
    told,
)


def test_a_deleted_theme_is_not_read() -> None:
    dragged = blank()
    dragged.delete("theme:sparring")
    found = dragged.read()
    assert "sparring" not in found.left
    assert found.problems == ()


def test_what_is_hidden_is_not_read() -> None:
    dragged = blank()
    dragged.to("sparring", 5, 2)._element._nvXxPr.cNvPr.set("hidden", "1")
    assert dragged.read().placed == ()


def test_grouped_themes_are_read_where_they_are_seen() -> None:
    dragged = blank()
    for theme, place in {"sparring": (5, 1.5), "nye-ledere": (4, 2.5), "krydspres": (4.5, 2)}.items():
        dragged.to(theme, *place)
    inner = dragged.group("theme:sparring", "theme:nye-ledere")
    assert marks(dragged.read()) == {"sparring": (5, 1.5), "nye-ledere": (4, 2.5), "krydspres": (4.5, 2)}
    area = dragged.shape(MAP)
    outer = dragged.sheets[0].shapes.add_group_shape([inner])
    outer.left, outer.width = outer.left + area.width // 2, outer.width // 2
    left, top = outer.left + outer.width / 2, outer.top + outer.height / 2
    middle = 1 + 4 * (left - area.left) / area.width, 5 - 4 * (top - area.top) / area.height
    found = marks(dragged.read())
    assert found["sparring"] == about((5, middle[0] - 0.25))
    assert found["nye-ledere"] == about((4, middle[0] + 0.25))
    outer._element.grpSpPr.xfrm.set("flipH", "1")
    assert marks(dragged.read())["sparring"] == about((5, middle[0] + 0.25))
    outer._element.grpSpPr.xfrm.attrib.pop("flipH")
    outer.rotation = 180
    found = marks(dragged.read())
    assert found["sparring"] == about((2 * middle[1] - 5, middle[0] + 0.25))
    assert found["nye-ledere"] == about((2 * middle[1] - 4, middle[0] - 0.25))


def test_a_hidden_group_is_not_read() -> None:
    dragged = blank()
    dragged.to("sparring", 5, 2)
    dragged.group("theme:sparring")._element._nvXxPr.cNvPr.set("hidden", "1")
    assert dragged.read().placed == ()


@pytest.mark.parametrize("turn", [0, 30, 90, 180, 271.5])
def test_a_turned_theme_is_read_by_its_middle(turn: float) -> None:
    dragged = blank()
    chip = dragged.to("sparring", 4, 2)
    chip.rotation = turn
    chip._element.spPr.xfrm.set("flipV", "1")
    assert marks(dragged.read()) == {"sparring": (4, 2)}


def test_a_map_that_was_moved_and_resized_is_read_as_it_lies() -> None:
    dragged = blank()
    box = [shape for shape in dragged.sheets[0].shapes if shape.name == MAP or shape.name.startswith("Felt ")]
    for shape in box:
        left, top, width, height = shape.left, shape.top, shape.width, shape.height
        shape.left, shape.top = round(left * 0.8) - Mm(5), round(top * 0.7) + Mm(20)
        shape.width, shape.height = round(width * 0.8), round(height * 0.7)
    dragged.to("sparring", 4.4, 1.5)
    dragged.to("restitution", 1.4, 4.9)
    assert marks(dragged.read()) == {"sparring": about((4.4, 1.5)), "restitution": about((1.4, 4.9))}


def test_the_area_alone_says_where_the_map_is() -> None:
    dragged = blank()
    dragged.delete("Felt 1", "Felt 2", "Felt 3", "Felt 4")
    dragged.shape(MAP).width -= Mm(40)
    dragged.to("sparring", 4.4, 1.5)
    assert marks(dragged.read()) == {"sparring": about((4.4, 1.5))}


def test_fields_that_were_moved_without_the_area_say_where_the_map_is() -> None:
    """The area is locked: it isn't selected with the rest."""
    dragged = blank()
    for theme, place in {"sparring": (4.4, 1.5), "restitution": (1.4, 4.9)}.items():
        dragged.to(theme, *place)
    for shape in dragged.sheets[0].shapes:
        if shape.name.startswith(("Felt ", "theme:sparring", "theme:restitution")):
            box = shape.left, shape.top, shape.width, shape.height
            shape.left, shape.top, shape.width, shape.height = (round(side / 2) for side in box)
    assert marks(dragged.read()) == {"sparring": about((4.4, 1.5)), "restitution": about((1.4, 4.9))}


def test_the_fields_alone_say_where_the_map_is() -> None:
    dragged = blank()
    dragged.to("sparring", 4.4, 1.5)
    dragged.delete(MAP)
    assert marks(read(dragged.bytes())) == {"sparring": about((4.4, 1.5))}


def test_a_map_that_is_gone_is_told() -> None:
    dragged = blank()
    dragged.to("sparring", 4.4, 1.5)
    dragged.delete(MAP, "Felt 1", "Felt 2", "Felt 3", "Felt 4")
    found = dragged.read()
    assert found.placed == ()
    assert "the map is gone" in told(found)


def test_a_theme_in_a_field_that_was_moved_elsewhere_is_told() -> None:
    dragged = blank()
    dragged.to("sparring", 4, 4)
    dragged.to("nye-ledere", 2, 2)
    first, second = dragged.shape("Felt 1"), dragged.shape("Felt 2")
    first.left, second.left = second.left, first.left
    first.top, first.width, first.height = second.top, second.width, second.height
    second.top, second.width, second.height = first.top, first.width, first.height
    found = dragged.read()
    assert marks(found) == {"nye-ledere": (2, 2)}
    assert "“3 Sparring” lies in another field than its place stands for" in told(found)


def test_another_slide_size_changes_nothing() -> None:
    wanted = {"sparring": (4.4, 1.5), "restitution": (1.4, 4.9)}
    dragged = Dragged(drag(deck_of("filled"), wanted, ["krydspres"])).scaled(0.75, down=857_250)
    dragged.deck.slide_width = 9_144_000
    found = dragged.read()
    assert marks(found) == {theme: about(place) for theme, place in wanted.items()}
    assert found.parked == (("krydspres", "12 Krydspresset"),)
    assert found.problems == ()


def test_slides_in_another_order_are_read() -> None:
    dragged = example()
    dragged.to("sparring", 2, 4)
    dragged.to("restitution", 2, 2, sheet=RATED)
    listed = dragged.deck.slides._sldIdLst
    listed[:] = list(reversed(listed))
    found = dragged.read()
    assert marks(found) == {"sparring": (2, 4), "restitution": (2, 2)}
    assert found.problems == ()


def test_a_hidden_slide_is_read() -> None:
    dragged = blank()
    dragged.to("sparring", 2, 4)
    dragged.sheets[0]._element.set("show", "0")
    assert marks(dragged.read()) == {"sparring": (2, 4)}


def test_a_deleted_slide_is_not_read() -> None:
    dragged = example()
    dragged.to("restitution", 2, 2, sheet=RATED)
    number = list(dragged.deck.slides).index(dragged.sheets[EMPTY])
    listed = dragged.deck.slides._sldIdLst
    listed.remove(listed[number])
    found = dragged.read()
    assert marks(found) == {"restitution": (2, 2)}
    assert set(found.left) == {"sygefravaer", "lederdialog", "personalesager", "passe-paa-hinanden", "krydspres"}


def test_a_copied_slide_says_the_same_once() -> None:
    dragged = blank()
    untouched = dragged.copied(0)
    dragged.to("sparring", 4, 2, sheet=0)
    dragged.copied(0)
    dragged.to("krydspres", 2, 2, sheet=untouched)
    found = dragged.read()
    assert marks(found) == {"sparring": (4, 2), "krydspres": (2, 2)}
    assert found.problems == ()


def test_different_places_on_copied_slides_are_told_and_not_read() -> None:
    dragged = blank()
    other = dragged.copied(0)
    dragged.to("sparring", 4, 2, sheet=0)
    dragged.to("sparring", 4, 4, sheet=other)
    dragged.to("krydspres", 4, 4, sheet=0)
    dragged.park("krydspres", sheet=other)
    dragged.to("restitution", 4, 4, sheet=0)
    found = dragged.read()
    assert marks(found) == {"restitution": (4, 4)}
    assert found.parked == ()
    assert not {"sparring", "krydspres"} & set(found.left)
    assert (
        "“3 Sparring” lies in different places, so it isn't read: in field 1 on slide 13, in field 2 on slide 20."
        in told(found)
    )
    assert "in field 2 on slide 13, in the parking lot on slide 20" in told(found)


def test_a_copy_dragged_from_the_list_is_the_theme() -> None:
    dragged = blank()
    dragged.copy_beside("sparring", 4, 2, EMPTY)
    found = dragged.read()
    assert marks(found) == {"sparring": (4, 2)}
    assert (found.problems, "sparring" in found.left) == ((), False)


@pytest.mark.parametrize("sheet", [EMPTY, RATED])
def test_two_copies_in_different_fields_are_told(sheet: int) -> None:
    dragged = example()
    if sheet == EMPTY:
        dragged.to("sparring", 4, 2, sheet)
    dragged.copy_beside("sparring", 2, 4, sheet)
    found = dragged.read()
    assert (found.placed, found.parked) == ((), ())
    assert re.search(r"“3 Sparring” lies in different places.*field 4.*field 1", told(found)), told(found)


def test_two_copies_in_one_field_count_in_the_middle() -> None:
    dragged = blank()
    dragged.to("sparring", 4.8, 1.4)
    dragged.copy_beside("sparring", 3.8, 2.6, 0)
    found = dragged.read()
    assert marks(found) == {"sparring": (4.3, 2.0)}
    assert [problem.warning for problem in found.problems] == [True]
    assert "several times in field 1; the middle counts" in told(found)
