"""The page of a letterhead: which of its sections is taken, the paper, and the room for text on it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from ...engine.dialect import WP, W, w
from ...errors import Message, Problem, TemplateError, message
from ..markup import mm
from ..page import A4

_LEAST_WIDTH, _LEAST_HEIGHT = 110, 150  # millimetres of text
_LINE = 4.8  # millimetres: about a line of a header
_NEAR = 12  # millimetres that a sheet may differ from A4: US Letter does
_EMU = 36_000


@dataclass(frozen=True, slots=True)
class Area:
    """The room for text, in millimetres, on a sheet of A4."""

    left: float
    width: float
    height: float


def framing_section(document: etree._Element) -> etree._Element:
    """The first section with a header or footer, else the first: a cover may come before it."""
    sections = list(document.iter(w("sectPr")))
    named = [found for found in sections if found.find(w("headerReference")) is not None
             or found.find(w("footerReference")) is not None]  # fmt: skip
    return (named or sections or [etree.Element(w("sectPr"))])[0]


def settled(theirs: etree._Element, name: str) -> etree._Element:
    """A section on A4 with their margins and page borders, without its headers and footers.

    Letter is nearly always what a program was set to, not what lies in the printer: it becomes A4, with the text as
    wide as it was.

    Raises:
        TemplateError: not an upright sheet, or too little of it is left for text.
    """
    size, margins = theirs.find(w("pgSz")), theirs.find(w("pgMar"))
    width, height = _length(size, "w", A4.width), _length(size, "h", A4.height)
    if abs(width - A4.width) > _NEAR or abs(height - A4.height) > 2 * _NEAR:
        what = message("The letterhead's paper is {width} × {height} mm.", width=round(width), height=round(height))
        raise _refused(what, message("A letterhead is upright A4: choose that in Word under Layout > Size."), name)
    left, right, top, bottom = (abs(_length(margins, side, 25.4)) for side in ("left", "right", "top", "bottom"))
    left += _length(margins, "gutter", 0)
    right = max(right + A4.width - width, 5)
    wide, high = A4.width - left - right, A4.height - top - bottom
    if wide < _LEAST_WIDTH or high < _LEAST_HEIGHT:
        what = message("The letterhead leaves {width} × {height} mm for text.", width=round(wide), height=round(high))
        remedy = message(
            "At least {width} × {height} mm is needed: make its margins smaller.",
            width=_LEAST_WIDTH,
            height=_LEAST_HEIGHT,
        )
        raise _refused(what, remedy, name)
    made = etree.Element(w("sectPr"), nsmap={"w": W})
    etree.SubElement(made, w("pgSz"), {w("w"): str(mm(A4.width)), w("h"): str(mm(A4.height))})
    kept = {"top": top, "right": right, "bottom": bottom, "left": left, "gutter": 0}
    kept |= {side: _length(margins, side, 12.5) for side in ("header", "footer")}
    etree.SubElement(made, w("pgMar"), {w(side): str(mm(length)) for side, length in kept.items()})
    for kind in ("pgBorders", "titlePg"):
        if (found := theirs.find(w(kind))) is not None:
            made.append(deepcopy(found))
    return made


def _refused(what: Message, remedy: Message, name: str) -> TemplateError:
    return TemplateError([Problem(what, remedy, file=name)])


def _length(element: etree._Element | None, key: str, usual: float) -> float:
    """An attribute in twentieths of a point, in millimetres; some programs write fractions, or the unit."""
    value = "" if element is None else element.get(w(key), "")
    try:
        return float(value) * 25.4 / 1440
    except ValueError:
        return usual


def area(
    section: etree._Element, header: etree._Element | None, footer: etree._Element | None, gaps: Mapping[str, float]
) -> Area:
    """The room for text; a header or footer that is higher than its margin takes of it, as far as can be told.

    `gaps` are the millimetres that paragraphs of a style take beside their lines.
    """
    margins = section.find(w("pgMar"))
    left, right, top, bottom, above, below = (
        _length(margins, side, 20) for side in ("left", "right", "top", "bottom", "header", "footer")
    )
    top = max(top, above + (0 if header is None else _height(header, gaps)))
    bottom = max(bottom, below + (0 if footer is None else _height(footer, gaps)))
    return Area(left, A4.width - left - right, A4.height - top - bottom)


def _height(container: etree._Element, gaps: Mapping[str, float]) -> float:
    """About how high a header or footer is, in millimetres: drawings that float don't count."""
    height = 0.0
    for child in container:
        if child.tag == w("p"):
            height += _paragraph_height(child, gaps)
        elif child.tag == w("tbl"):
            height += sum(_row_height(row, gaps) for row in child.iter(w("tr")))
    return height


def _row_height(row: etree._Element, gaps: Mapping[str, float]) -> float:
    least = _length(row.find(f"{w('trPr')}/{w('trHeight')}"), "val", 0)
    return max([least, *(_height(cell, gaps) for cell in row.iterfind(w("tc")))])


def _paragraph_height(paragraph: etree._Element, gaps: Mapping[str, float]) -> float:
    extents = (found.get("cy", "0") for found in paragraph.iterfind(f".//{{{WP}}}inline/{{{WP}}}extent"))
    breaks = 1 + sum(1 for _ in paragraph.iterfind(f"{w('r')}/{w('br')}"))
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    gap = 0 if style is None else gaps.get(style.get(w("val"), ""), 0)
    return gap + max([_LINE * breaks, *(int(extent) / _EMU for extent in extents)])
