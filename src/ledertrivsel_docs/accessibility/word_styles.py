"""How text in Word looks in the end: from its own marks up through its styles to the defaults of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..engine.dialect import w
from .colours import AUTO, Palette, marker, word_colour
from .opening import elements, is_on, number

Look = dict[str, str]
"""`ink`, `fill` (behind the text), `size`, `bold`, `underlined`, `language`, `hidden`; of paragraphs also `ground`,
`outline`, `listed`, `ruled` (it shows a line). What isn't said isn't there. A fill of `none` shows what is below,
`unknown` can't be known.
"""

NONE, UNKNOWN = "none", "unknown"
_DEEPEST = 30
_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip


@dataclass(slots=True)
class Styles:
    """The styles of a document, each worked out once."""

    theme: Palette
    by_id: dict[str, etree._Element] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    base: Look = field(default_factory=dict)
    worked_out: dict[str, Look] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: etree._Element | None, theme: Palette) -> Styles:
        """The styles of a styles part."""
        made = cls(theme)
        for style in elements(tree) if tree is not None else ():
            if style.tag == w("docDefaults"):
                for found in style.iter(w("rPr"), w("pPr")):
                    made.base |= made.own(found)
            elif style.tag == w("style"):
                identity = style.get(w("styleId"), "")
                made.by_id[identity] = style
                if style.get(w("default")) in ("1", "true", "on"):
                    made.defaults.setdefault(style.get(w("type"), ""), identity)
        return made

    def look(self, identity: str | None, kind: str) -> Look:
        """The look of a style with all that it is based on; of the default one where there is no such style."""
        chosen = identity if identity in self.by_id else self.defaults.get(kind, "")
        if chosen not in self.worked_out:
            made: Look = {}
            for style in reversed(list(self.lineage(chosen))):
                made |= self._inside(style)
            self.worked_out[chosen] = made
        return self.worked_out[chosen]

    def lineage(self, identity: str | None) -> Iterator[etree._Element]:
        """A style, and those that it is based on."""
        for _ in range(_DEEPEST):
            style = self.by_id.get(identity or "")
            if style is None:
                return
            yield style
            based = style.find(w("basedOn"))
            identity = based.get(w("val")) if based is not None else None

    def own(self, properties: etree._Element) -> Look:
        """What properties say themselves, of a paragraph, a run or a cell."""
        made: Look = {}
        is_run = properties.tag == w("rPr")
        for found in elements(properties):
            value = found.get(w("val"))
            if found.tag == w("color"):
                made["ink"] = word_colour(found, "val", "theme", self.theme) or UNKNOWN
            elif found.tag == w("shd"):
                made["fill" if is_run else "ground"] = self._shade(found)
            elif found.tag == w("highlight") and value and value != NONE:
                made["fill"] = marker(value) or UNKNOWN
            elif found.tag == w("sz"):
                made["size"] = str(number(value, 20) / 2)
            elif found.tag == w("lang") and value:
                made["language"] = value
            elif found.tag == w("outlineLvl"):
                made["outline"] = str(int(number(value, 9)))
            elif found.tag == w("numPr"):
                numbering = found.find(w("numId"))
                made["listed"] = "" if numbering is None or numbering.get(w("val")) == "0" else "1"
            elif found.tag == w("pBdr") or (found.tag == w("tabs") and any(map(_is_line, elements(found)))):
                made["ruled"] = "1"
            elif (switch := _SWITCHES.get(str(found.tag))) is not None:
                made[switch] = "1" if is_on(value) else ""
        return made

    def _shade(self, found: etree._Element) -> str:
        if found.get(w("val"), "clear") not in ("clear", "nil"):
            return UNKNOWN  # a pattern of two colours
        colour = word_colour(found, "fill", "themeFill", self.theme)
        return NONE if colour in (None, AUTO) else str(colour)

    def table_look(self, identity: str | None, parts: tuple[str, ...]) -> Look:
        """What a table's style says of a cell that is in these parts of it, the strongest last."""
        made: Look = {}
        lineage = list(self.lineage(identity or self.defaults.get("table")))[::-1]
        for style in lineage:
            made |= self._inside(style)
        for part in parts:
            for style in lineage:
                for condition in style.iterfind(w("tblStylePr")):
                    if condition.get(w("type")) == part:
                        made |= self._inside(condition)
        return made

    def _inside(self, holder: etree._Element) -> Look:
        """What the properties in a style say."""
        made: Look = {}
        for properties in elements(holder):
            if properties.tag in (w("pPr"), w("rPr"), w("tcPr")):
                made |= self.own(properties)
        return made


def _is_line(stop: etree._Element) -> bool:
    """Whether a tab stop draws a line to write on."""
    return stop.get(w("leader"), NONE) != NONE


_SWITCHES = {w("b"): "bold", w("u"): "underlined", w("vanish"): "hidden", w("webHidden"): "hidden"}


def table_flags(properties: etree._Element | None) -> dict[str, bool]:
    """Which parts of its style a table shows."""
    look = properties.find(w("tblLook")) if properties is not None else None
    if look is None:
        return dict.fromkeys(_BITS, False)
    bits = look.get(w("val"), "0")
    mask = int(bits, 16) if 0 < len(bits) < 9 and all(sign in "0123456789abcdefABCDEF" for sign in bits) else 0
    return {
        name: look.get(w(name)) in ("1", "true", "on") if look.get(w(name)) is not None else bool(mask & bit)
        for name, bit in _BITS.items()
    }


def parts_of_table(flags: dict[str, bool], row: int, rows: int, column: int, columns: int) -> tuple[str, ...]:
    """The parts of a table's style that a cell is in, the weakest first."""
    first_row, last_row = flags["firstRow"] and row == 0, flags["lastRow"] and row == rows - 1
    first, last = flags["firstColumn"] and column == 0, flags["lastColumn"] and column == columns - 1
    banded_row, banded_column = row - flags["firstRow"], column - flags["firstColumn"]
    found = {
        f"band{1 + banded_column % 2}Vert": not flags["noVBand"] and not first and not last,
        f"band{1 + banded_row % 2}Horz": not flags["noHBand"] and not first_row and not last_row,
        "firstCol": first,
        "lastCol": last,
        "firstRow": first_row,
        "lastRow": last_row,
        "neCell": first_row and last,
        "nwCell": first_row and first,
        "seCell": last_row and last,
        "swCell": last_row and first,
    }
    return tuple(part for part, is_in in found.items() if is_in)
