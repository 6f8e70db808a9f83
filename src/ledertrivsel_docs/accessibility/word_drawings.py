"""Pictures, drawings and text boxes of Word, the new ones and those of old."""

from __future__ import annotations

from lxml import etree

from ..engine.dialect import WP, a, w
from .colours import Palette, fill_colour
from .finding import Place
from .model import Picture
from .opening import descendants, is_on
from .word_styles import UNKNOWN

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
_OLD = tuple(f"{_V}{kind}" for kind in ("shape", "rect", "oval", "line", "roundrect", "polyline", "group"))


def drawn(
    found: etree._Element, place: Place, theme: Palette
) -> tuple[Picture | None, list[tuple[etree._Element, str]]]:
    """What a drawing shows: the picture to be described, and the contents of its text boxes with their colour."""
    boxes = [(content, _ground(content, theme)) for content in descendants(found, w("txbxContent"))]
    worded = any((text.text or "").strip() for content, _ in boxes for text in content.iter(w("t")))
    for frame in descendants(found, f"{{{WP}}}inline", f"{{{WP}}}anchor"):
        known = frame.find(f"{{{WP}}}docPr")
        floating = frame.tag == f"{{{WP}}}anchor"
        alt = " ".join(known.get(name, "") for name in ("descr", "title")).strip() if known is not None else ""
        name = known.get("name", "") if known is not None else ""
        marks = known.iter(DECORATIVE) if known is not None else ()
        decorative = any(is_on(mark.get("val")) for mark in marks)
        where = Place(place.part, place.heading, 0, "", name, place.table, place.row, place.cell)
        return Picture(where, alt, decorative, floating, worded), boxes
    for shape in descendants(found, *_OLD):
        style = shape.get("style", "").replace(" ", "")
        where = Place(place.part, place.heading, 0, "", shape.get("id", ""), place.table, place.row, place.cell)
        return Picture(where, shape.get("alt", ""), floating="position:absolute" in style, worded=worded), boxes
    return None, boxes


def _ground(content: etree._Element, theme: Palette) -> str:
    """The colour of a text box: its own fill, else it can't be known what it lies on."""
    for shape in content.iterancestors(f"{_WPS}wsp"):
        for fill in shape.iterfind(f"{_WPS}spPr/{a('solidFill')}"):
            return fill_colour(fill, theme) or UNKNOWN
        return UNKNOWN
    return UNKNOWN
