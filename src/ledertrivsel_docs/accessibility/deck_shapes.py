"""The shapes of a slide, what they inherit from, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..engine.dialect import a, p
from .colours import Palette
from .opening import elements, is_on, number
from .word_drawings import DECORATIVE

Box = tuple[float, float, float, float]
TITLES = frozenset(("title", "ctrTitle"))
ON_MASTER = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
_SHAPES = frozenset(map(p, ("sp", "pic", "graphicFrame", "cxnSp", "contentPart")))
_GROUP = p("grpSp")


@dataclass(frozen=True, slots=True)
class Scene:
    """A slide and what it inherits from; a part that is missing is an empty one."""

    slide: etree._Element
    layout: etree._Element
    master: etree._Element
    presentation: etree._Element
    theme: Palette
    table_styles: etree._Element


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape in a tree, with the groups that it is in, the outermost first."""

    element: etree._Element
    groups: tuple[etree._Element, ...] = ()


def shapes(tree: etree._Element) -> list[Drawn]:
    """The shapes of a slide, layout or master in reading order, those of groups one by one."""
    return [found for holder in tree.iterfind(f"{p('cSld')}/{p('spTree')}") for found in _below(holder, ())]


def _below(holder: etree._Element, groups: tuple[etree._Element, ...]) -> Iterator[Drawn]:
    for child in elements(holder):
        if child.tag in _SHAPES:
            yield Drawn(child, groups)
        elif child.tag == _GROUP:
            yield from _below(child, (*groups, child))


def known_as(shape: etree._Element) -> etree._Element:
    """The element with a shape's name and alt text; an empty one where there is none."""
    return next(shape.iter(p("cNvPr")), etree.Element(p("cNvPr")))


def described(shape: etree._Element) -> str:
    """The alt text of a shape."""
    return " ".join(known_as(shape).get(name, "") for name in ("descr", "title")).strip()


def is_decorative(shape: etree._Element) -> bool:
    """Whether a screen reader passes over a shape."""
    return any(is_on(mark.get("val")) for mark in known_as(shape).iter(DECORATIVE))


def is_hidden(shape: etree._Element) -> bool:
    """Whether a shape isn't shown at all."""
    return known_as(shape).get("hidden") in ("1", "true")


def placeholder(shape: etree._Element) -> tuple[str, str] | None:
    """Type and number of a placeholder."""
    found = next(shape.iter(p("ph")), None)
    return None if found is None else (found.get("type", "obj"), found.get("idx", "0"))


def lineage(scene: Scene, shape: etree._Element) -> list[etree._Element]:
    """A shape, then the placeholders of layout and master that it inherits from."""
    kind = placeholder(shape)
    if kind is None:
        return [shape]
    above = _placeholder(scene.layout, kind, by_number=True)
    kept = placeholder(above) if above is not None else None
    type_ = (kept or kind)[0]
    top = _placeholder(scene.master, (ON_MASTER.get(type_, type_), ""), by_number=False)
    return [found for found in (shape, above, top) if found is not None]


def _placeholder(tree: etree._Element, kind: tuple[str, str], *, by_number: bool) -> etree._Element | None:
    known = [(shape.element, found) for shape in shapes(tree) if (found := placeholder(shape.element))]
    if kind[0] in TITLES:
        return next((shape for shape, (type_, _) in known if type_ in TITLES), None)
    if by_number and (same := next((shape for shape, (_, at) in known if at == kind[1]), None)) is not None:
        return same
    return next((shape for shape, (type_, _) in known if type_ == kind[0]), None)


def box(scene: Scene, shape: Drawn) -> Box | None:
    """Left, top, right and bottom of a shape on its slide; None where it is turned or nothing says."""
    for holder in lineage(scene, shape.element):
        for found in (*holder.iterfind(f"{p('spPr')}/{a('xfrm')}"), *holder.iterfind(p("xfrm"))):
            place = _rectangle(found, "off", "ext")
            if place is not None:
                turned = found.get("rot", "0") != "0"
                return None if turned else _out_of_groups(place, shape.groups)
    return None


def _rectangle(found: etree._Element, corner: str, extent: str) -> Box | None:
    start, size = found.find(a(corner)), found.find(a(extent))
    if start is None or size is None:
        return None
    left, top = number(start.get("x")), number(start.get("y"))
    return left, top, left + number(size.get("cx")), top + number(size.get("cy"))


def _out_of_groups(place: Box, groups: tuple[etree._Element, ...]) -> Box | None:
    for group in reversed(groups):
        found = group.find(f"{p('grpSpPr')}/{a('xfrm')}")
        outer = _rectangle(found, "off", "ext") if found is not None else None
        inner = _rectangle(found, "chOff", "chExt") if found is not None else None
        if found is None or outer is None or inner is None or found.get("rot", "0") != "0":
            return None
        if inner[2] <= inner[0] or inner[3] <= inner[1]:
            return None
        wide, high = (outer[2] - outer[0]) / (inner[2] - inner[0]), (outer[3] - outer[1]) / (inner[3] - inner[1])
        left, top, right, bottom = place
        place = (
            outer[0] + (left - inner[0]) * wide,
            outer[1] + (top - inner[1]) * high,
            outer[0] + (right - inner[0]) * wide,
            outer[1] + (bottom - inner[1]) * high,
        )
    return place
