"""Where our layouts stand on a page of another shape: our grid is stretched on to the room that a base has for text.

Every box goes through one map. Across it is linear; down it has a few fixed points, since a title on a narrow page
needs more lines. The map of the priorities has its own, so that its fields stay as large as each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from ..engine.dialect import A, P
from ..engine.shapes import box_of
from ..engine.trees import number_of
from .deck_looks import ABOVE_UNTIL, INDEX, LEAD, LEFT, MAP, PARKED, PARKING, RIGHT, TITLE, UNTIL
from .deck_markup import Box, emu

_EMU = 36_000
_SAME = 0.01  # millimetres
_COLUMN, _WIDE_COLUMN = 38.0, 60.0  # millimetres that a column needs: of a table with many of them, with up to three
_LINE = 5.5  # millimetres that a line of the least type needs
_QUARTERS = (90, 270)
_DOWN = (TITLE, LEAD, ABOVE_UNTIL, UNTIL)  # of the layout that has all of them


@dataclass(frozen=True, slots=True)
class Axis:
    """Pairs of a length on our page and where it is on another, in order; between and beyond them it is linear."""

    pairs: tuple[tuple[float, float], ...]

    def at(self, length: float) -> float:
        """Where a length is."""
        number = sum(length > own for own, _ in self.pairs[1:-1])
        (low, start), (high, end) = self.pairs[number : number + 2]
        return start + (length - low) * (end - start) / (high - low)

    @property
    def scale(self) -> float:
        """How much longer everything is, from the first to the last of them."""
        (low, start), (high, end) = self.pairs[0], self.pairs[-1]
        return (end - start) / (high - low)

    @property
    def is_same(self) -> bool:
        """Whether nothing moves."""
        return all(abs(own - other) < _SAME for own, other in self.pairs)


@dataclass(frozen=True, slots=True)
class Geometry:
    """The map: across, down, and down on the layout with the priority map."""

    across: Axis
    down: Axis
    down_the_map: Axis

    @property
    def is_same(self) -> bool:
        """Whether everything stands as on our own page."""
        return self.across.is_same and self.down.is_same and self.down_the_map.is_same

    def box(self, layout: str, box: Box, turned: float = 0) -> Box:
        """Where a box of a layout stands; one that is turned is given and told as before it was turned."""
        upright = _turned(box) if turned in _QUARTERS else box
        down = self.down_the_map if layout == "map" else self.down
        across = self.along_the_strip if layout == "map" and box.top >= PARKING.top else self.across
        left, top = across.at(upright.left), down.at(upright.top)
        moved = Box(left, top, across.at(upright.right) - left, down.at(upright.bottom) - top)
        return _turned(moved) if turned in _QUARTERS else moved

    @property
    def along_the_strip(self) -> Axis:
        """Across on the parking lot below the map: its name needs as much room on any page."""
        (_, left), (_, right) = self.across.pairs
        name = (PARKED.left - LEFT) * max(self.across.scale, 1)
        return Axis(((LEFT, left), (PARKED.left, left + name), (RIGHT, right)))

    def columns(self, widths: Sequence[float]) -> list[float]:
        """The widths of a table's columns: narrow ones keep what a clock time needs."""
        room = sum(widths) * self.across.scale
        column = _COLUMN if len(widths) > 3 else _WIDE_COLUMN
        least = [min(width, column) for width in widths]
        rest = [width - kept for width, kept in zip(widths, least, strict=True)]
        share = (room - sum(least)) / (sum(rest) or 1)
        if share < 0 or self.across.scale >= 1:
            return [width * self.across.scale for width in widths]
        return [kept + more * share for kept, more in zip(least, rest, strict=True)]

    def move(self, tree: etree._Element, layout: str) -> None:
        """Moves everything on a slide of a layout, in place."""
        if self.is_same:
            return
        for shape in tree.iter(f"{{{P}}}sp", f"{{{P}}}graphicFrame"):
            if (own := box_of(shape)) is not None:
                self._move(shape, own, layout)
        for grid in tree.iter(f"{{{A}}}tblGrid"):
            widths = self.columns([number_of(column, "w") / _EMU for column in grid])
            for column, width in zip(grid, widths, strict=True):
                column.set("w", str(emu(width)))

    def _move(self, shape: etree._Element, own: tuple[etree._Element, etree._Element], layout: str) -> None:
        offset, extent = own
        holder = offset.getparent()
        turned = 0 if holder is None else number_of(holder, "rot") / 60_000
        box = self.box(layout, box_from(own), turned)
        in_a_line = any(found.get("wrap") == "none" for found in shape.iter(f"{{{A}}}bodyPr"))
        least = min(number_of(extent, "cy"), emu(_LINE)) if in_a_line else 0
        height = max(emu(box.height), least)
        values = ((offset, "x", emu(box.left)), (offset, "y", emu(box.top)))
        for element, name, value in (*values, (extent, "cx", emu(box.width)), (extent, "cy", height)):
            element.set(name, str(value))


def box_from(own: tuple[etree._Element, etree._Element]) -> Box:
    """The box that the elements of a shape's place tell."""
    offset, extent = own
    sides = (number_of(offset, "x"), number_of(offset, "y"), number_of(extent, "cx"), number_of(extent, "cy"))
    return Box(*(side / _EMU for side in sides))


def _turned(box: Box) -> Box:
    """A box turned by a quarter around its middle."""
    middle, level = box.left + box.width / 2, box.top + box.height / 2
    return replace(box, left=middle - box.height / 2, top=level - box.width / 2, width=box.height, height=box.width)


def geometry_of(layout: Callable[[str], etree._Element]) -> Geometry:
    """The map that a base with our layouts was made with, as its layouts tell it; `layout` gives one by its key."""
    question = [_placed(layout("question"), key) for key in ("title", "lead", "body", "until")]
    field, parking, body = _placed(layout("map"), "field1"), _placed(layout("map"), "parking"), question[2]
    pairs = [(edge, on) for own, box in zip(_DOWN, question, strict=True) for edge, on in edges(own, box)]
    return Geometry(
        Axis(((LEFT, body.left), (RIGHT, body.right))),
        Axis(tuple(pairs)),
        Axis(((MAP.top, field.top), (PARKING.bottom, parking.bottom))),
    )


def edges(own: Box, other: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    """The pairs of an axis down that a box of ours and its place on another page make."""
    return (own.top, other.top), (own.bottom, other.bottom)


def _placed(layout: etree._Element, key: str) -> Box:
    for shape in layout.iter(f"{{{P}}}sp"):
        for holder in shape.iter(f"{{{P}}}ph"):
            if number_of(holder, "idx") == INDEX[key] and (own := box_of(shape)) is not None:
                return box_from(own)
    raise ValueError(f"the layout has no {key}")
