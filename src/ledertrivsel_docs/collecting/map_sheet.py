"""One slide with the priority map: its places, the themes on it, and which place each of them lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from ..models.base import Id
from ..models.library import SAMLET_PLAN, Library
from .sheet import plain
from .slide_shapes import Box, Shape

Where = int | Literal["beside", "parked", "between", "off"]
"""A place: a field's number, beside the map, the parking lot, none of them, or mostly off the slide."""

_LOW, _HIGH = 1.0, 5.0  # the ends of both axes
_NAME = "theme:"
_CUT = "…"
_ID: TypeAdapter[str] = TypeAdapter(Id)


@dataclass(frozen=True, slots=True)
class Chip:
    """A theme as it lies on a slide.

    `printed` is its number and name as we printed them, where the file still says so; `origin` the place it was
    printed in, as far as its alt text tells.
    """

    id: str
    text: str
    printed: str
    origin: Where | None
    box: Box


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a chip lies, and on the map the marks of both axes."""

    where: Where
    importance: float = 0
    success: float = 0


class MapWords:
    """What the content prints on the slides with the map, to know it again."""

    def __init__(self, library: Library) -> None:
        deck, layouts = library.words_of(SAMLET_PLAN, "deck"), library.words["slide-layouts"]
        self.map = library.samlet_plan.priority_map
        self.areas: Mapping[str, str] = layouts["areas"]
        self.fields = {layouts["placeholders"][f"field{one.number}"]: one.number for one in self.map.fields}
        self.headings = {one.number: f"{one.number} {one.name}" for one in self.map.fields}
        self.own_chip = str(deck["own_chip"]["name"])
        self.differing = str(deck["differing_mark"])
        self.empty_map = str(deck["beside"]["all"])
        numbered = enumerate(library.samlet_plan.themes.themes, 1)
        self.labels = {f"{number} {one.short}": one.id for number, one in numbered}
        self._told = {name: _pattern(told) for name, told in deck["chip_told"].items()}

    def origin(self, told: str) -> tuple[str, Where | None]:
        """The theme's name and its place, as an alt text of ours tells them; of another one nothing."""
        for name, pattern in self._told.items():
            if found := pattern.fullmatch(told):
                where: Where = "parked" if name == "parked" else "beside"
                return found["theme"], int(found["number"]) if name == "placed" else where
        return "", None


def _pattern(told: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", told)
    pieces[::2] = map(re.escape, pieces[::2])
    pieces[1::2] = (f"(?P<{place}>{'[1-4]' if place == 'number' else '.*'})" for place in pieces[1::2])
    return re.compile("".join(pieces) + "( .*)?", re.DOTALL)  # behind it may stand that people differ


def chip_of(shape: Shape, words: MapWords, labels: Mapping[str, str]) -> Chip | None:
    """The theme that a shape is: by its name, else by its label exactly as it was printed (`labels`: ids by label)."""
    text = shape.text.removesuffix(words.differing)
    theme = _id_of(shape.name) or labels.get(text)
    if theme is None or shape.box is None:
        return None
    printed, origin = words.origin(shape.told)
    if not printed:
        printed = next((label for label, known in words.labels.items() if known == theme), "")
    return Chip(theme, text, printed, origin, shape.box)


def _id_of(name: str) -> str | None:
    """The id that a chip is named by."""
    if not name.startswith(_NAME):
        return None
    try:
        return _ID.validate_python(name.removeprefix(_NAME))
    except ValidationError:
        return None


def printed_labels(shapes: Sequence[Shape], words: MapWords) -> dict[str, str]:
    """The ids of themes by the labels that they were printed with, the organisation's own as the deck tells them."""
    found = dict(words.labels)
    for shape in shapes:
        theme, (printed, _) = _id_of(shape.name), words.origin(shape.told)
        if theme is not None and printed and printed != words.own_chip:
            found.setdefault(printed, theme)
    return found


@dataclass(frozen=True)
class MapSheet:
    """A slide with the map, or with themes that lie on no map."""

    number: int
    shapes: Sequence[Shape]
    size: tuple[int, int]
    words: MapWords
    labels: Mapping[str, str]

    @cached_property
    def chips(self) -> list[Chip]:
        """The themes on it."""
        return [chip for _, chip in self._chips if chip is not None]

    @property
    def is_one(self) -> bool:
        """Whether the slide has the map, or themes."""
        return bool(self.chips) or (self._area("map") is not None and bool(self._fields))

    @cached_property
    def map(self) -> Box | None:
        """The map: its area, or where that contradicts the fields that people see, the box around these."""
        fields = list(self._fields.values())
        around = fields[0] if fields else None
        for field in fields[1:]:
            around = around.around(field) if around else field
        boxes = [box for box in (self._area("map"), around) if box is not None]
        return next((box for box in boxes if self._agrees(box)), boxes[0] if boxes else None)

    def spot(self, chip: Chip) -> Spot | None:
        """Where a chip lies; None where the field that is seen there isn't the one that its place stands for."""
        half = (chip.box.right - chip.box.left) / 2, (chip.box.bottom - chip.box.top) / 2
        return self._at(*chip.box.middle, half)

    def origin(self, chip: Chip) -> tuple[Where | None, bool]:
        """Where a chip was printed, and whether that is certain.

        Where nothing on the slide tells it (LibreOffice drops alt texts), the heading of the list tells an empty map,
        and else the order of the shapes: each chip comes behind the name of its place.
        """
        if chip.origin is not None:
            return chip.origin, True
        told = {other.origin for other in self.chips} - {None}
        if told == {"beside"} or any(shape.text == self.words.empty_map for shape in self.shapes):
            return "beside", True
        return (None, False) if told else (self._by_order(chip), False)

    def strays(self) -> Iterator[str]:
        """Other text that people have written on the map or in the parking lot."""
        for shape, chip in self._chips:
            printed = self._printed(shape)
            if chip is not None or shape.box is None or plain(shape.text) in ("", plain(printed)):
                continue
            spot = self._at(*shape.box.middle)
            if spot is None or spot.where not in ("beside", "between", "off"):
                yield shape.text.removeprefix(printed).strip()

    @cached_property
    def _chips(self) -> list[tuple[Shape, Chip | None]]:
        return [(shape, chip_of(shape, self.words, self.labels)) for shape in self.shapes]

    @cached_property
    def _fields(self) -> dict[int, Box]:
        found = ((self._field(shape), shape.box) for shape in self.shapes)
        return {number: box for number, box in found if number is not None and box is not None}

    @cached_property
    def _parking(self) -> list[Box]:
        return [shape.box for shape in self.shapes if shape.box is not None and self._is_parking(shape)]

    def _field(self, shape: Shape) -> int | None:
        """The number of the field that a shape is: by its name, else by its heading, since LibreOffice drops names."""
        by_text = (number for number, heading in self.words.headings.items() if shape.text.startswith(heading))
        return self.words.fields.get(shape.name) or next(by_text, None)

    def _is_parking(self, shape: Shape) -> bool:
        names = (self.words.areas["parking"], self.words.areas["parking_chips"])
        return shape.name in names or shape.text.startswith(self.words.map.parking_lot.title)

    def _printed(self, shape: Shape) -> str:
        """What we have printed on a place of the map."""
        number = self._field(shape)
        if number is not None:
            return self.words.headings[number]
        return self.words.map.parking_lot.title if self._is_parking(shape) else ""

    def _area(self, key: str) -> Box | None:
        return next((shape.box for shape in self.shapes if shape.name == self.words.areas[key]), None)

    def _at(self, x: float, y: float, half: tuple[float, float] = (0, 0)) -> Spot | None:
        """The spot at a point; a chip that lies `half` on the map is on it."""
        width, height = self.size
        if width and height and not Box(0, 0, width, height).holds(x, y):
            return Spot("off")
        if any(box.holds(x, y) for box in self._parking):
            return Spot("parked")
        listed = self._area("list")
        if listed is not None and listed.holds(x, y):
            return Spot("beside")
        if self.map is None or not self.map.holds(x, y, half):
            return Spot("beside" if listed is None else "between")
        spot = self._on_map(self.map, x, y)
        return spot if self._seen(x, y) in (None, spot.where) else None

    def _seen(self, x: float, y: float) -> int | None:
        """The field that people see at a point."""
        return next((number for number, box in self._fields.items() if box.holds(x, y)), None)

    def _agrees(self, box: Box) -> bool:
        """Whether the chips that people see in a field lie in the same one of a map that is this box."""
        seen = [(self._seen(*chip.box.middle), chip.box.middle) for chip in self.chips]
        return all(box.holds(*at) and self._on_map(box, *at).where == number for number, at in seen if number)

    def _on_map(self, box: Box, x: float, y: float) -> Spot:
        importance = _mark(box.bottom - y, box.bottom - box.top)
        success = _mark(x - box.left, box.right - box.left)
        field = self.words.map.field(importance=importance, success=success)
        return Spot(field.number, _rounded(importance), _rounded(success))

    def _by_order(self, chip: Chip) -> Where:
        where: Where = "beside"
        for shape, found in self._chips:
            if found is chip:
                break
            if (number := self._field(shape)) is not None:
                where = number
            elif found is None and shape.text and self._is_parking(shape):
                where = "parked"
            elif found is None and shape.text:
                where = "beside"
        return where


def _mark(length: float, of: float) -> float:
    """The mark on an axis, as exact as a hand can place it: a hundredth."""
    share = length / of if of else 0.5
    return round(min(max(_LOW + share * (_HIGH - _LOW), _LOW), _HIGH), 2)


def _rounded(mark: float) -> float:
    """A mark with one decimal that is on the same side of the middle."""
    middle = (_LOW + _HIGH) / 2
    found = round(mark, 1)
    return found - 0.1 if found >= middle > mark else found


def shows(text: str, printed: str) -> bool:
    """Whether a text is what was printed, maybe cut."""
    if text.endswith(_CUT):
        return printed.startswith(text.removesuffix(_CUT))
    return plain(text) == plain(printed)
