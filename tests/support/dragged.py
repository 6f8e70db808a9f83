"""Decks in tests as people leave them: themes dragged on the priority map, slides copied, shapes grouped and turned."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Mm

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting.map_slides import MapRead, read_map
from ledertrivsel_docs.collecting.opened import OpenedDeck, opened
from tests.support.decks import A
from tests.support.programmes import PROGRAMMES

LIBRARY = ld.Library.default()
THEMES = tuple(LIBRARY.samlet_plan.themes.by_id())
DECK = "12"  # its number in the kit: the deck of the first workshop
MAP, STRIP = "Kort", "Parkeringsplads"
EMPTY, RATED = 0, 1  # the slides with the map in the example's deck


@cache
def deck_of(name: str) -> bytes:
    """The deck of the first workshop for one of the programmes that tests use, or for `many` themes."""
    programme = many() if name == "many" else PROGRAMMES[name]()
    return ld.build_document(DECK, programme, brand=ld.Brand.default()).bytes


def many() -> ld.Programme:
    """So many themes of its own that the map goes on on a next slide."""
    own = [{"id": f"tema-{number}", "title": f"Tema nummer {number}"} for number in range(1, 19)]
    return ld.Programme.model_validate({"organisation": "Eksempel Kommune", "themes": {"own": own}})


def drag(data: bytes, places: Mapping[str, tuple[float, float]], parked: Collection[str] = ()) -> bytes:
    """A deck with themes dragged to (importance, success) or to the parking lot, each where it is found first."""
    dragged = Dragged(data)
    for theme, marks in places.items():
        dragged.to(theme, *marks)
    for number, theme in enumerate(parked):
        dragged.park(theme, across=0.3 + 0.6 * number / len(parked))
    return dragged.bytes()


def blank() -> Dragged:
    """The deck of a kit for nobody yet."""
    return Dragged(deck_of("blank"))


def example() -> Dragged:
    """The deck of the example, in which ratings have put themes on a second map."""
    return Dragged(deck_of("filled"))


class Dragged:
    """A deck that somebody has open."""

    def __init__(self, data: bytes) -> None:
        self.deck: Any = Presentation(io.BytesIO(data))

    @property
    def sheets(self) -> list[Any]:
        """The slides with the map, in their order."""
        return [slide for slide in self.deck.slides if any(shape.name == MAP for shape in slide.shapes)]

    def shape(self, name: str, sheet: int = 0) -> Any:
        return next(shape for shape in shapes(self.sheets[sheet].shapes) if shape.name == name)

    def chip(self, theme: str, sheet: int | None = None) -> Any:
        """A theme on a sheet, by default on the first that has it."""
        sheets = range(len(self.sheets)) if sheet is None else [sheet]
        found = (shape for number in sheets for shape in shapes(self.sheets[number].shapes))
        return next(shape for shape in found if shape.name == f"theme:{theme}")

    def chips(self, sheet: int = 0) -> list[Any]:
        return [shape for shape in shapes(self.sheets[sheet].shapes) if shape.name.startswith("theme:")]

    def to(self, theme: str, importance: float, success: float, sheet: int | None = None) -> Any:
        """Drags a theme, so that its middle lies where the marks are."""
        chip = self.chip(theme, sheet)
        area = next(shape for shape in chip.part.slide.shapes if shape.name == MAP)
        put(chip, area.left + (success - 1) / 4 * area.width, area.top + (5 - importance) / 4 * area.height)
        return chip

    def park(self, theme: str, sheet: int | None = None, *, across: float = 0.5, down: float = 0.5) -> Any:
        """Drags a theme to the parking lot: how far across and down the strip."""
        chip = self.chip(theme, sheet)
        strip = next(shape for shape in chip.part.slide.shapes if shape.name == STRIP)
        put(chip, strip.left + across * strip.width, strip.top + down * strip.height)
        return chip

    def copied(self, sheet: int) -> int:
        """Copies a slide as PowerPoint does; gives the number of the copy among the sheets."""
        slide = self.sheets[sheet]
        made = self.deck.slides.add_slide(slide.slide_layout)
        for old in list(made.shapes):
            old._element.getparent().remove(old._element)
        made.shapes._spTree.extend(deepcopy(shape._element) for shape in slide.shapes)
        return len(self.sheets) - 1

    def copy_beside(self, theme: str, importance: float, success: float, sheet: int) -> None:
        """Drags a theme with Ctrl: a copy goes to the marks, the theme itself stays."""
        chip = self.chip(theme, sheet)._element
        chip.addprevious(deepcopy(chip))
        self.to(theme, importance, success, sheet)  # the first of the two

    def group(self, *names: str) -> Any:
        """Groups shapes of the first sheet."""
        sheet = self.sheets[0]
        return sheet.shapes.add_group_shape([shape for shape in sheet.shapes if shape.name in names])

    def delete(self, *names: str) -> None:
        """Deletes shapes from the first sheet."""
        for shape in [self.shape(name)._element for name in names]:
            shape.getparent().remove(shape)

    def write(self, text: str, left: float, top: float) -> None:
        """Writes a text in a box of its own on the first sheet: 40 mm wide, 8 high, at so many millimetres."""
        self.sheets[0].shapes.add_textbox(Mm(left), Mm(top), Mm(40), Mm(8)).text_frame.text = text

    def scaled(self, factor: float, down: int = 0) -> Dragged:
        """What another slide size does to everything that is placed, on slides and layouts."""
        layouts = self.deck.slide_master.slide_layouts
        for holder in (*self.deck.slides, *layouts, self.deck.slide_master):
            for place in holder._element.iter(f"{A}xfrm"):
                scale(place, factor, down)
        return self

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        self.deck.save(buffer)
        return buffer.getvalue()

    def read(self) -> MapRead:
        return read(self.bytes())


def shapes(holder: Any) -> Iterator[Any]:
    """The shapes of a slide, those in groups too."""
    for shape in holder:
        if hasattr(shape, "shapes"):
            yield from shapes(shape.shapes)
        else:
            yield shape


def put(shape: Any, x: float, y: float) -> None:
    """Places a shape by its middle."""
    shape.left, shape.top = round(x - shape.width / 2), round(y - shape.height / 2)


def scale(place: Any, factor: float, down: int = 0) -> None:
    for child in place:
        for name, value in child.attrib.items():
            beyond = down if (child.tag, name) == (f"{A}off", "y") else 0
            child.set(name, str(round(int(value) * factor) + beyond))


def alt_text(shape: Any, text: str | None) -> None:
    properties = shape._element._nvXxPr.cNvPr
    properties.attrib.pop("descr", None)
    if text is not None:
        properties.set("descr", text)


def opened_deck(data: bytes) -> OpenedDeck:
    deck = opened(data, LIBRARY)
    assert isinstance(deck, OpenedDeck)
    return deck


def read(data: bytes) -> MapRead:
    return read_map(opened_deck(data), LIBRARY)


def told(found: MapRead) -> str:
    return "\n".join(map(str, found.problems))


def about(marks: tuple[float, float]) -> Any:
    """These marks as near as a drag can be."""
    return pytest.approx(marks, abs=0.1001)


def marks(found: MapRead) -> dict[str, tuple[float, float]]:
    return {theme.id: (theme.importance, theme.success) for theme in found.placed}
