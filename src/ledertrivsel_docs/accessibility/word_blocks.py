"""Paragraphs and tables of Word, with the look that each text has where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from ..engine.dialect import w
from .model import Block, Cell, Flow, Paragraph, Table
from .opening import Relation, elements
from .word_gathering import Gathering, Surroundings
from .word_runs import Inline
from .word_styles import NONE, Look, Styles, parts_of_table, table_flags

_THROUGH = frozenset(map(w, ("ins", "moveTo", "smartTag", "customXml", "sdtContent")))
_STRUCTURE = re.compile(r"\s*\{%-?\s*(p|tr|tc)\b[^%]*%\}\s*")
_ROW_TAG = re.compile(r"\{%-?\s*tr\b")


@dataclass(slots=True)
class Blocks:
    """Reads the blocks of one part of a document after another; `boxes` are the texts of its text boxes."""

    gathering: Gathering
    template: bool = False
    boxes: list[Flow] = field(default_factory=list)
    tables: int = 0

    def start(self, relations: Mapping[str, Relation]) -> None:
        """Begins with another part."""
        self.gathering.relations, self.gathering.heading, self.tables = relations, "", 0

    def blocks(self, holder: etree._Element, around: Surroundings) -> tuple[Block, ...]:
        """The blocks in a body, a cell, a header or a text box."""
        found: list[Block] = []
        for child in elements(holder):
            if child.tag == w("p"):
                paragraph = self._paragraph(child, around)
                if not (self.template and _STRUCTURE.fullmatch(paragraph.text)):
                    found.append(paragraph)
            elif child.tag == w("tbl"):
                found.append(self._table(child, around))
            elif child.tag == w("sdt"):
                self.gathering.control(child, self.gathering.place(around, _plain(child)))
                for content in child.iterfind(w("sdtContent")):
                    found += self.blocks(content, around)
            elif child.tag in _THROUGH:
                found += self.blocks(child, around)
        return tuple(found)

    def _paragraph(self, found: etree._Element, around: Surroundings) -> Paragraph:
        properties = found.find(w("pPr"))
        style = properties.find(w("pStyle")) if properties is not None else None
        styles = self.gathering.styles
        look = styles.look(style.get(w("val")) if style is not None else None, "paragraph")
        whole = {**look, **(styles.own(properties) if properties is not None else {})}
        ground = whole.get("ground", NONE)
        under = around.ground if ground == NONE else ground
        level = _level(whole, style.get(w("val"), "") if style is not None else "", styles)
        inline = Inline(self.gathering, around, {**styles.base, **around.look, **look}, under)
        inline.read(found)
        for content, behind in inline.boxes:  # these take nothing of a table around them
            self.boxes.append(Flow(self.blocks(content, replace(around, ground=behind, look={}))))
        text = "".join(one.text for one in inline.texts)
        if level and text.strip() and not around.table:
            self.gathering.heading = text
        is_end = properties is not None and properties.find(w("sectPr")) is not None
        return Paragraph(
            self.gathering.place(around, text),
            tuple(inline.texts),
            level,
            listed=bool(whole.get("listed")),
            blank=not (text.strip() or inline.shows or is_end or whole.get("ruled")),
        )

    def _table(self, found: etree._Element, around: Surroundings) -> Table:
        self.tables += 1
        number = self.tables
        properties = found.find(w("tblPr"))
        style = properties.find(w("tblStyle")) if properties is not None else None
        flags = table_flags(properties)
        rows = [row for row in _inside(found, "tr") if not (self.template and _ROW_TAG.search(_plain(row)))]
        made: list[tuple[Cell, ...]] = []
        identity = style.get(w("val")) if style is not None else None
        for at, row in enumerate(rows):
            cells = list(_inside(row, "tc"))
            made.append(())
            for column, cell in enumerate(cells):
                look = self.gathering.styles.table_look(
                    identity, parts_of_table(flags, at, len(rows), column, len(cells))
                )
                inside = replace(around, table=number, row=at + 1, cell=column + 1, look=look)
                made[-1] += (self._cell(cell, inside),)
        repeats = bool(rows) and _has(rows[0].find(w("trPr")), "tblHeader")
        return Table(
            self.gathering.place(replace(around, table=number, row=0, cell=0)),
            tuple(made),
            header_row=flags["firstRow"] or repeats,
            header_column=flags["firstColumn"],
            header_repeats=repeats,
            name=" ".join(_value(properties, name) for name in ("tblCaption", "tblDescription")).strip(),
            nested=bool(around.table),
        )

    def _cell(self, found: etree._Element, around: Surroundings) -> Cell:
        properties = found.find(w("tcPr"))
        own = self.gathering.styles.own(properties) if properties is not None else {}
        ground = own.get("ground", around.look.get("ground", NONE))
        inside = replace(around, ground=around.ground if ground == NONE else ground)
        span = properties.find(w("gridSpan")) if properties is not None else None
        merged = (span is not None and span.get(w("val"), "1") != "1") or _has(properties, "vMerge")
        place = self.gathering.place(around)
        return Cell(place, self.blocks(found, inside), merged)


def _level(look: Look, style: str, styles: Styles) -> int:
    """The level of a heading: its outline level, which Word's own headings have even where nothing says so."""
    if "outline" in look:
        level = int(look["outline"])
        return level + 1 if 0 <= level <= 8 else 0
    for found in styles.lineage(style):
        if named := re.fullmatch(r"heading ([1-9])", _value(found, "name").lower()):
            return int(named[1])
    return 0


def _inside(holder: etree._Element, kind: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    found = []
    for child in elements(holder):
        if child.tag == w(kind):
            found.append(child)
        elif child.tag in _THROUGH or child.tag == w("sdt"):
            found += _inside(child, kind)
    return found


def _plain(found: etree._Element) -> str:
    return "".join(text.text or "" for text in found.iter(w("t")))


def _has(properties: etree._Element | None, name: str) -> bool:
    found = properties.find(w(name)) if properties is not None else None
    return found is not None and found.get(w("val")) not in ("0", "false", "off")


def _value(holder: etree._Element | None, name: str) -> str:
    found = holder.find(w(name)) if holder is not None else None
    return found.get(w("val"), "") if found is not None else ""
