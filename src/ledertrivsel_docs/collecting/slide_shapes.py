"""What a reader of a slide sees: its visible shapes in reading order, those in groups too, and where each stands."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..engine.dialect import a, p

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SHAPES = {p(name) for name in ("sp", "pic", "graphicFrame", "cxnSp")}
_TURN = 60_000  # of these are a degree
_LENGTH = re.compile(r"-?[0-9]{1,12}")
_YES = ("1", "true")


@dataclass(frozen=True, slots=True)
class Box:
    """What a shape takes up on the slide, in EMU; of a turned one the upright box around it."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, from the left and from the top."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float, beyond: tuple[float, float] = (0, 0)) -> bool:
        """Whether a point is inside, or so far beyond a side."""
        across, down = beyond
        return self.left - across <= x <= self.right + across and self.top - down <= y <= self.bottom + down

    def around(self, other: Box) -> Box:
        """The box around two."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: its name, its alt text, the text on it on one line, and where it stands, if that can be told."""

    name: str
    told: str
    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class _Move:
    """From the measures inside a group to those of the slide: x is `a`·x + `c`·y + `e`, y is `b`·x + `d`·y + `f`."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def of(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: _Move) -> _Move:
        """The move that makes another one first."""
        e, f = self.of(first.e, first.f)
        return _Move(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What an `xfrm` says: a box, and how it is turned and flipped about its middle."""

    x: int
    y: int
    width: int
    height: int
    turn: _Move

    @classmethod
    def of(cls, place: etree._Element | None) -> _Frame | None:
        found = _numbers(place, "off", "ext")
        if found is None or place is None:
            return None
        x, y, width, height = found
        angle = math.radians(_number(place.get("rot")) or 0) / _TURN
        across, down = (-1 if place.get(way) in _YES else 1 for way in ("flipH", "flipV"))
        cos, sin = math.cos(angle), math.sin(angle)
        turned = _Move(cos * across, sin * across, -sin * down, cos * down)
        mx, my = x + width / 2, y + height / 2
        return cls(x, y, width, height, _Move(e=mx, f=my).after(turned).after(_Move(e=-mx, f=-my)))

    def box(self, move: _Move) -> Box:
        corners = [(x, y) for x in (self.x, self.x + self.width) for y in (self.y, self.y + self.height)]
        xs, ys = zip(*(move.after(self.turn).of(*corner) for corner in corners), strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def move(self, inner: tuple[int, int, int, int]) -> _Move:
        """From the measures inside this group, whose box they call `inner`."""
        x, y, width, height = inner
        across, down = self.width / width if width else 1, self.height / height if height else 1
        return self.turn.after(_Move(a=across, d=down, e=self.x - x * across, f=self.y - y * down))


def visible_shapes(slide: etree._Element) -> Iterator[Shape]:
    """The shapes of a slide that aren't hidden, without its groups but with what is in them."""
    tree = slide.find(f"{p('cSld')}/{p('spTree')}")
    if tree is not None:
        yield from _inside(tree, _Move())


def _inside(holder: etree._Element, move: _Move) -> Iterator[Shape]:
    for child in holder:
        if child.tag == f"{_MC}AlternateContent":
            yield from _inside(child[0], move) if len(child) else ()  # the others say the same in an older way
        elif child.tag == p("grpSp") and not _is_hidden(child):
            yield from _inside(child, _group_move(child, move))
        elif child.tag in _SHAPES and not _is_hidden(child):
            properties = _properties(child)
            frame = _Frame.of(next((found for found in child.iter(a("xfrm"), p("xfrm"))), None))
            box = frame.box(move) if frame else None
            yield Shape(properties.get("name", "").strip(), properties.get("descr", ""), _text(child), box)


def _group_move(group: etree._Element, move: _Move) -> _Move:
    place = group.find(f"{p('grpSpPr')}/{a('xfrm')}")
    frame, inner = _Frame.of(place), _numbers(place, "chOff", "chExt")
    return move.after(frame.move(inner)) if frame and inner else move


def _properties(shape: etree._Element) -> etree._Element:
    return next(shape.iter(p("cNvPr")), etree.Element("nothing"))


def _is_hidden(shape: etree._Element) -> bool:
    return _properties(shape).get("hidden") in _YES


def _text(shape: etree._Element) -> str:
    pieces = (" " if found.tag != a("t") else found.text or "" for found in shape.iter(a("t"), a("br"), a("p")))
    return " ".join("".join(pieces).split())


def _numbers(place: etree._Element | None, corner: str, size: str) -> tuple[int, int, int, int] | None:
    if place is None:
        return None
    at, extent = place.find(a(corner)), place.find(a(size))
    if at is None or extent is None:
        return None
    x, y, width, height = (_number(value) for value in (*map(at.get, "xy"), *map(extent.get, ("cx", "cy"))))
    return None if x is None or y is None or width is None or height is None else (x, y, width, height)


def _number(value: str | None) -> int | None:
    return int(value) if value is not None and _LENGTH.fullmatch(value) else None
