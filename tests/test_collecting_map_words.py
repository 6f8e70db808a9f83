"""The map is read with what people wrote on it: names of themes, and what is none."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest

import ledertrivsel_docs as ld
from tests.support.dragged import (
    EMPTY,
    STRIP,
    blank,
    example,
    marks,
    read,
    told,
)


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
        dragged.copy_beside("sparring", 2 + number % 3, 2 + number % 2, 0)
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
