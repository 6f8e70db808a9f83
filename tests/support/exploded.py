"""Decks taken to pieces for LibreOffice: every text alone on a slide, at the size that the deck says it has.

LibreOffice shrinks a text that is set to fit its box, so that one which is too long looks right there. Here each run
says its size itself, and nothing is fitted. Around each slide is room, since words beyond a page are not told.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Emu

from tests.support.decks import A, Deck, P, Slide, known_as, paragraphs, placeholder, shapes, text
from tests.support.slide_looks import box, place_of, size

WIDTH, HEIGHT = 12_192_000, 6_858_000  # EMU, of a slide
_PT = 12_700
_AROUND = 9_000_000  # EMU at each side of a slide
QUARTERS = ("5400000", "16200000")  # 90 and 270 degrees
_FITTINGS = (f"{A}noAutofit", f"{A}normAutofit", f"{A}spAutoFit")
_XHTML = "{http://www.w3.org/1999/xhtml}"


class Rectangle(NamedTuple):
    """Edges in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def ink(self) -> Rectangle:
        """Of the box of a word, what letters fill: pdftotext draws it 1.3 ems high."""
        empty = (self.bottom - self.top) * (1 - 1 / 1.3) / 2
        return self._replace(top=self.top + empty, bottom=self.bottom - empty)

    @property
    def upright(self) -> Rectangle:
        """Of what is turned by a quarter, the rectangle with its sides changed."""
        return Rectangle(self.top, self.left, self.bottom, self.right)

    def beyond(self, other: Rectangle) -> float:
        """How far this one reaches out of another at most."""
        return max(other.left - self.left, other.top - self.top, self.right - other.right, self.bottom - other.bottom)


@dataclass(frozen=True)
class Piece:
    """A text of a deck: where it comes from, the room it has, and how it is printed by itself."""

    name: str
    room: Rectangle
    layout: str
    shape: etree._Element
    turned: bool

    def leaving(self, word: Rectangle) -> float:
        """How far a word on its page leaves its room, or the slide."""
        ink = word.upright.ink.upright if self.turned else word.ink
        return max(ink.beyond(self.room), ink.beyond(Rectangle(0, 0, WIDTH / _PT, HEIGHT / _PT)))


def pieces(document: str, data: bytes) -> Iterator[Piece]:
    """The texts and tables of a deck's slides, and of what stands around them."""
    for slide in Deck(data).slides:
        around = () if slide.layout.get("showMasterSp") == "0" else shapes(slide.master)
        fixed = (shape for shape in (*around, *shapes(slide.layout)) if placeholder(shape) is None)
        for shape in (*shapes(slide.tree), *fixed):
            place = place_of(slide, shape)
            if text(shape).strip() and place is not None:
                name = f"{document}, slide {slide.number}, {known_as(shape).get('name')}"
                turned = place.get("rot") in QUARTERS
                room = _room(slide, shape, turned=turned)
                yield Piece(name, room, slide.layout_name, _by_itself(slide, shape, place), turned)


def _room(slide: Slide, shape: etree._Element, *, turned: bool) -> Rectangle:
    """Where the words of a shape have to stay: in it, as it is turned; those of a table above the footer."""
    left, top, width, height = (length / _PT for length in box(slide, shape) or ())
    if shape.tag == f"{P}graphicFrame":
        footer = next(one for one in shapes(slide.layout) if (placeholder(one) or ("",))[0] == "ftr")
        height = (box(slide, footer) or (0, 0))[1] / _PT - top
    elif turned:
        left, top, width, height = left + (width - height) / 2, top + (height - width) / 2, height, width
    return Rectangle(left, top, left + width, top + height)


def _by_itself(slide: Slide, shape: etree._Element, place: etree._Element) -> etree._Element:
    """A copy of a shape that says all sizes itself, fits nothing, and stands as far in as the slide does."""
    made = deepcopy(shape)
    known_as(made).set("id", "2")
    for paragraph, copied in zip(paragraphs(shape), paragraphs(made), strict=True):
        runs = (f"{A}r", f"{A}fld", f"{A}br")
        for run, own in zip(paragraph.iter(*runs), copied.iter(*runs), strict=True):
            look = own.find(f"{A}rPr")
            if look is None:
                look = etree.Element(f"{A}rPr")
                own.insert(0, look)
            look.set("sz", str(round(100 * size(slide, shape, paragraph, run))))
        for end in copied.iter(f"{A}endParaRPr"):
            copied.remove(end)
        end = etree.SubElement(copied, f"{A}endParaRPr")
        end.set("sz", str(round(100 * size(slide, shape, paragraph, etree.Element(f"{A}r")))))
    for properties in made.iter(f"{A}bodyPr"):
        for fitting in list(properties.iter(*_FITTINGS)):
            properties.remove(fitting)
        warp = properties.find(f"{A}prstTxWarp")
        properties.insert(0 if warp is None else 1, etree.Element(f"{A}noAutofit"))
    _put(made, deepcopy(place))
    return made


def _put(made: etree._Element, place: etree._Element) -> None:
    """Puts a shape where a place says, on a page with room around the slide."""
    for offset in place.iterfind(f"{A}off"):
        for name in "xy":
            offset.set(name, str(int(offset.get(name, "0")) + _AROUND))
    for own in made.findall(f"{P}xfrm"):
        made.replace(own, place)
    for looks in made.iterfind(f"{P}spPr"):
        for own in looks.findall(f"{A}xfrm"):
            looks.remove(own)
        looks.insert(0, place)


def exploded(base: bytes, found: Iterable[Piece]) -> bytes:
    """A deck with a slide for each text, on the layouts of another one."""
    deck = Presentation(io.BytesIO(base))
    deck.slide_width, deck.slide_height = Emu(WIDTH + 2 * _AROUND), Emu(HEIGHT + 2 * _AROUND)
    for listed in list(deck.slides._sldIdLst):
        deck.part.drop_rel(listed.rId)
        deck.slides._sldIdLst.remove(listed)
    layouts = {layout.name: layout for layout in deck.slide_layouts}
    for piece in found:
        slide = deck.slides.add_slide(layouts[piece.layout])
        slide._element.set("showMasterSp", "0")
        for shape in list(slide.shapes):
            shape._element.getparent().remove(shape._element)
        slide.shapes._spTree.append(parse_xml(etree.tostring(piece.shape)))
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def words(pdf: Path) -> list[list[tuple[str, Rectangle]]]:
    """The words of each page, and where they stand on the slide."""
    shown = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True).stdout
    around = _AROUND / _PT
    pages = []
    for page in etree.fromstring(shown, etree.XMLParser(recover=True)).iter(f"{_XHTML}page"):
        found = []
        for word in page.iter(f"{_XHTML}word"):
            edges = (float(word.get(name, "0")) - around for name in ("xMin", "yMin", "xMax", "yMax"))
            found.append((word.text or "", Rectangle(*edges)))
        pages.append(found)
    return pages
