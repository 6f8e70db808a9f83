"""A deck of ours, opened with care: its slides as they are shown, each shape with the place that it has."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from ..engine.dialect import R, a, p
from ..errors import message
from ..stamp import Stamp
from .untrusted import SAVE_AS_DECK, Parts, RefusedError, damaged, too_much

MAX_SLIDES = 64 * 2**20
"""How large all slides may be together."""


@dataclass(frozen=True, slots=True)
class OpenedDeck:
    """One of our decks: its stamp, its slides in their order, and whether LibreOffice saved it last.

    A placeholder that has its place from the layout has it written in; `size` is a slide's width and height in EMU.
    """

    stamp: Stamp
    slides: tuple[etree._Element, ...]
    by_libreoffice: bool
    size: tuple[int, int]


def is_deck(main: etree._Element) -> bool:
    """Whether the main part of a file is that of a presentation."""
    return isinstance(main.tag, str) and etree.QName(main).localname == "presentation"


def opened_deck(parts: Parts, main: str, root: etree._Element, stamp: Stamp, *, by_libreoffice: bool) -> OpenedDeck:
    """The deck whose main part is the tree `root`.

    Raises:
        RefusedError: a slide is damaged, or the deck holds far more than one of ours.
    """
    if root.tag != p("presentation"):
        raise RefusedError(message("The deck isn't saved as an ordinary PowerPoint presentation."), SAVE_AS_DECK)
    targets = {relation.id: relation.target for relation in parts.relations(main)}
    listed = [targets.get(found.get(f"{{{R}}}id", "")) for found in root.iterfind(f"{p('sldIdLst')}/{p('sldId')}")]
    if None in listed:
        raise damaged(main)
    paths = [path for path in dict.fromkeys(listed) if path is not None]
    if sum(parts.members[path].size for path in paths if path in parts) > MAX_SLIDES:
        raise too_much()
    return OpenedDeck(stamp, tuple(_slides(parts, paths)), by_libreoffice, _size(root, main))


def _size(root: etree._Element, main: str) -> tuple[int, int]:
    size = root.find(p("sldSz"))
    try:
        width, height = (int(size.get(side, "")) if size is not None else 0 for side in ("cx", "cy"))
    except ValueError as error:
        raise damaged(main) from error
    return width, height


def _slides(parts: Parts, paths: list[str]) -> Iterator[etree._Element]:
    places: dict[str, dict[str, etree._Element]] = {}
    for path in paths:
        slide = parts.tree(path)
        if slide.tag != p("sld"):
            raise damaged(path)
        layout = next((one.target for one in parts.relations(path) if one.kind == "slideLayout"), "")
        if layout in parts and layout not in places:
            places[layout] = _places(parts.tree(layout))
        _settle(slide, places.get(layout, {}))
        yield slide


def _places(layout: etree._Element) -> dict[str, etree._Element]:
    """Where the placeholders of a layout stand, by their index."""
    found = ((_index(shape), shape.find(f"{p('spPr')}/{a('xfrm')}")) for shape in layout.iter(p("sp")))
    return {index: deepcopy(place) for index, place in found if index is not None and place is not None}


def _settle(slide: etree._Element, places: dict[str, etree._Element]) -> None:
    """Writes the place that a placeholder has from its layout into the slide."""
    for shape in slide.iter(p("sp")):
        properties, place = shape.find(p("spPr")), places.get(_index(shape) or "")
        if properties is not None and properties.find(a("xfrm")) is None and place is not None:
            properties.insert(0, deepcopy(place))


def _index(shape: etree._Element) -> str | None:
    found = shape.find(f"{p('nvSpPr')}/{p('nvPr')}/{p('ph')}")
    return found.get("idx", "0") if found is not None else None
