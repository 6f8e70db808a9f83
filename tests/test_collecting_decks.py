"""Decks come back: where people dragged the themes on the priority map."""

from __future__ import annotations

import random
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.util import Mm

import ledertrivsel_docs as ld
from tests.support.dragged import (
    LIBRARY,
    MAP,
    STRIP,
    THEMES,
    Dragged,
    alt_text,
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
EMPTY, RATED = 0, 1  # the slides with the map in the example's deck
TENTHS = st.integers(10, 50).map(lambda tenths: tenths / 10)


def blank() -> Dragged:
    return Dragged(deck_of("blank"))


def example() -> Dragged:
    return Dragged(deck_of("filled"))


def about(marks: tuple[float, float]) -> Any:
    return pytest.approx(marks, abs=0.1001)


# Where a theme lies


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


# What people do to slides and shapes


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


def in_a_group(dragged: Dragged, *names: str) -> Any:
    sheet = dragged.sheets[0]
    return sheet.shapes.add_group_shape([shape for shape in sheet.shapes if shape.name in names])


def test_grouped_themes_are_read_where_they_are_seen() -> None:
    dragged = blank()
    for theme, place in {"sparring": (5, 1.5), "nye-ledere": (4, 2.5), "krydspres": (4.5, 2)}.items():
        dragged.to(theme, *place)
    inner = in_a_group(dragged, "theme:sparring", "theme:nye-ledere")
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
    in_a_group(dragged, "theme:sparring")._element._nvXxPr.cNvPr.set("hidden", "1")
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


def ctrl_dragged(dragged: Dragged, theme: str, importance: float, success: float, sheet: int) -> None:
    chip = dragged.chip(theme, sheet)._element
    copy = deepcopy(chip)
    chip.addprevious(copy)
    dragged.to(theme, importance, success, sheet)  # the first of the two


def test_a_copy_dragged_from_the_list_is_the_theme() -> None:
    dragged = blank()
    ctrl_dragged(dragged, "sparring", 4, 2, EMPTY)
    found = dragged.read()
    assert marks(found) == {"sparring": (4, 2)}
    assert (found.problems, "sparring" in found.left) == ((), False)


@pytest.mark.parametrize("sheet", [EMPTY, RATED])
def test_two_copies_in_different_fields_are_told(sheet: int) -> None:
    dragged = example()
    if sheet == EMPTY:
        dragged.to("sparring", 4, 2, sheet)
    ctrl_dragged(dragged, "sparring", 2, 4, sheet)
    found = dragged.read()
    assert (found.placed, found.parked) == ((), ())
    assert re.search(r"“3 Sparring” lies in different places.*field 4.*field 1", told(found)), told(found)


def test_two_copies_in_one_field_count_in_the_middle() -> None:
    dragged = blank()
    dragged.to("sparring", 4.8, 1.4)
    ctrl_dragged(dragged, "sparring", 3.8, 2.6, 0)
    found = dragged.read()
    assert marks(found) == {"sparring": (4.3, 2.0)}
    assert [problem.warning for problem in found.problems] == [True]
    assert "several times in field 1; the middle counts" in told(found)


# Where the groups' ratings have put the themes


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


# What people write


def test_a_theme_that_turns_up_at_the_meeting_is_read_with_its_name() -> None:
    dragged = blank()
    dragged.to("eget-1", 4, 2).text_frame.text = "Hjemmearbejde"
    dragged.park("eget-2").text_frame.text = "To\vlinjer"
    found = dragged.read()
    assert [(theme.id, theme.label) for theme in found.placed] == [("eget-1", "Hjemmearbejde")]
    assert found.parked == (("eget-2", "To linjer"),)
    assert found.problems == ()


@pytest.mark.parametrize("text", ["Eget tema", " eget tema ", ""])
def test_an_empty_theme_on_the_map_is_told(text: str) -> None:
    dragged = blank()
    dragged.to("eget-1", 4, 2).text_frame.text = text
    found = dragged.read()
    assert [(theme.id, theme.label) for theme in found.placed] == [("eget-1", "")]
    assert "No theme is written on a chip that lies in field 1." in told(found)


def test_one_empty_theme_with_two_names_is_told() -> None:
    dragged = blank()
    other = dragged.copied(0)
    dragged.to("eget-1", 4, 2, sheet=0).text_frame.text = "Hjemmearbejde"
    dragged.to("eget-1", 4, 2, sheet=other).text_frame.text = "Møder"
    found = dragged.read()
    assert found.placed == ()
    assert "stands for different themes, so it isn't read: Hjemmearbejde · Møder" in told(found)


def test_a_name_written_on_one_of_two_slides_is_enough() -> None:
    dragged = blank()
    other = dragged.copied(0)
    dragged.to("eget-1", 4, 2, sheet=0)
    dragged.to("eget-1", 4, 2, sheet=other).text_frame.text = "Hjemmearbejde"
    found = dragged.read()
    assert [(theme.id, theme.label) for theme in found.placed] == [("eget-1", "Hjemmearbejde")]
    assert found.problems == ()


def test_very_many_places_are_told_in_one_sentence() -> None:
    dragged = blank()
    for number in range(60):
        ctrl_dragged(dragged, "sparring", 2 + number % 3, 2 + number % 2, 0)
    dragged.to("sparring", 4, 4)
    for _ in range(30):
        dragged.copied(0)
    assert 100 < len(told(dragged.read())) < 500


def test_a_theme_that_was_written_over_counts_and_is_told() -> None:
    dragged = blank()
    dragged.to("krydspres", 4, 2).text_frame.text = "Hjemmearbejde"
    found = dragged.read()
    assert [(theme.id, theme.label) for theme in found.placed] == [("krydspres", "Hjemmearbejde")]
    assert [problem.warning for problem in found.problems] == [True]
    assert "“12 Krydspresset” now says “Hjemmearbejde”" in told(found)


def test_a_theme_without_its_name_is_known_by_its_label() -> None:
    dragged = example()
    dragged.to("sparring", 4, 2, sheet=EMPTY).name = "Rektangel 7"
    dragged.to("hybridledelse", 2, 2, sheet=EMPTY).name = "theme:Ikke et id"
    dragged.to("eget-1", 2, 4, sheet=EMPTY).name = "Rektangel 8"
    dragged.chip("krydspres", EMPTY).name = "Rektangel 9"
    found = dragged.read()
    assert marks(found) == {"sparring": (4, 2), "hybridledelse": (2, 2)}
    assert "“Eget tema” isn't one of the themes to drag, so it isn't read." in told(found)
    assert "krydspres" in found.left


def test_text_on_the_map_that_is_no_theme_is_told() -> None:
    dragged = blank()
    dragged.write("Hjemmearbejde", 50, 60)
    dragged.write("Parkeret af os", 150, 161)
    dragged.write("Bemærk", 250, 80)
    dragged.write("", 60, 90)
    dragged.shape("Felt 2").text_frame.text += "\nSparring"
    dragged.shape(STRIP).text_frame.text = "Parkeringsplads: Krydspres"
    texts = re.findall("“(.*?)” isn't one of the themes to drag", told(dragged.read()))
    assert sorted(texts) == ["Hjemmearbejde", "Krydspres", "Parkeret af os", "Sparring"]


def test_themes_copied_to_another_slide_are_told() -> None:
    dragged = blank()
    chip = deepcopy(dragged.to("sparring", 4, 2)._element)
    dragged.deck.slides[3].shapes._spTree.append(chip)
    found = dragged.read()
    assert marks(found) == {"sparring": (4, 2)}
    assert "slide 4: Themes lie on this slide, but the map is gone" in told(found)


def test_a_slide_with_far_too_many_shapes_is_told() -> None:
    dragged = blank()
    chip = dragged.to("sparring", 4, 2)._element
    chip.getparent().extend(deepcopy(chip) for _ in range(2_000))
    found = dragged.read()
    assert found.placed == ()
    assert "slide 13: The slide holds far more shapes than it was made with, so it isn't read." in told(found)


def test_a_deck_of_another_workshop_has_no_map() -> None:
    found = read(ld.build_document("22").bytes)
    assert (found.placed, found.parked, found.left, found.problems) == ((), (), (), ())


# LibreOffice


@pytest.mark.parametrize("times", [1, 2])
def test_after_libreoffice_all_is_read(tmp_path: Path, times: int) -> None:
    needs_tool("soffice")
    wanted = dict(zip(THEMES, [(1 + n * 0.33, 4.9 - n * 0.31) for n in range(11)], strict=False))
    dragged = Dragged(drag(deck_of("filled"), wanted, ["krydspres"]))
    dragged.to("eget-1", 5, 5).text_frame.text = "Hjemmearbejde"
    dragged.to("eget-2", 3.5, 3.5)
    dragged.to("restitution", 2, 2, sheet=RATED)
    in_a_group(dragged, "theme:sparring", "theme:nye-ledere").rotation = 180
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
