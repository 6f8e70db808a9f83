"""The texts and tables in the shapes of a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from ..engine.dialect import R, a, p
from .deck_looks import Looks
from .deck_shapes import Drawn, Scene, described
from .finding import Place
from .model import Block, Cell, Flow, Link, Paragraph, Table, Text
from .opening import Relation, elements

_STRUCTURE = re.compile(r"\s*\{%-?\s*(p|tr|tc|sp|slide)\b[^%]*%\}\s*")
_ROW_TAG = re.compile(r"\{%-?\s*tr\b")
_RUNS = frozenset(map(a, ("r", "fld")))
_BULLETS = frozenset(map(a, ("buChar", "buAutoNum", "buBlip")))


@dataclass(slots=True)
class Texts:
    """Reads the shapes of one slide; without `looks` only what they say."""

    scene: Scene
    relations: Mapping[str, Relation]
    template: bool = False
    looks: bool = True
    links: list[Link] = field(default_factory=list)
    tables: int = 0

    def plain(self, shape: etree._Element) -> str:
        """What is read of a shape, without line breaks."""
        return "".join(found.text or "" for found in shape.iter(a("t")))

    def flow(self, shape: Drawn, place: Place) -> Flow:
        """The text of a shape, or the table in it."""
        looks = Looks(self.scene, shape) if self.looks else None
        self._shape_link(shape.element, place)
        blocks: list[Block] = []
        for body in shape.element.iterfind(p("txBody")):
            blocks += self._paragraphs(body, place, looks)
        for table in shape.element.iter(a("tbl")):
            blocks.append(self._table(table, place, looks, described(shape.element)))
        return Flow(tuple(blocks))

    def _paragraphs(self, body: etree._Element, place: Place, looks: Looks | None) -> Iterator[Paragraph]:
        for found in body.iterfind(a("p")):
            texts = tuple(self._texts(found, place, looks))
            text = "".join(one.text for one in texts)
            if self.template and _STRUCTURE.fullmatch(text):
                continue
            before = found.find(a("pPr"))
            listed = before is not None and any(child.tag in _BULLETS for child in elements(before))
            yield Paragraph(replace(place, excerpt=text), texts, listed=listed, blank=not text.strip())

    def _texts(self, paragraph: etree._Element, place: Place, looks: Looks | None) -> Iterator[Text]:
        for run in elements(paragraph):
            if run.tag == a("br"):
                yield Text("\n")
            elif run.tag in _RUNS and (text := run.findtext(a("t"))):
                linked = self._link(run, text, place)
                properties = run.find(a("rPr"))
                underlined = properties is not None and properties.get("u", "none") != "none"
                if looks is None:
                    language = properties.get("lang") if properties is not None else None
                    yield Text(text, language or _inherited_language(self.scene), underlined=underlined)
                    continue
                chain = looks.chain(paragraph, run)
                yield Text(
                    text,
                    language=chain.said("lang"),
                    ink=self.scene.theme.slot("hlink")
                    if linked and not _keeps_ink(run)
                    else looks.ink(paragraph, chain),
                    ground=looks.ground(paragraph),
                    size=looks.size(chain),
                    bold=chain.said("b") in ("1", "true"),
                    underlined=underlined,
                    linked=linked,
                )

    def _link(self, run: etree._Element, text: str, place: Place) -> bool:
        for found in run.iterfind(f"{a('rPr')}/{a('hlinkClick')}"):
            return self._keep(found, text, place)
        return False

    def _shape_link(self, shape: etree._Element, place: Place) -> None:
        for known in shape.iter(p("cNvPr")):
            for found in known.iterfind(a("hlinkClick")):
                self._keep(found, self.plain(shape) or described(shape), place)

    def _keep(self, found: etree._Element, text: str, place: Place) -> bool:
        relation = self.relations.get(found.get(f"{{{R}}}id", ""))
        if relation is not None:
            self.links.append(Link(replace(place, excerpt=text), text.strip(), relation.target, pictured=not text))
        return relation is not None

    def _table(self, table: etree._Element, place: Place, looks: Looks | None, name: str) -> Table:
        self.tables += 1
        settings = table.find(a("tblPr"))
        rows = [row for row in table.iterfind(a("tr")) if not (self.template and _ROW_TAG.search(self.plain(row)))]
        made = tuple(
            tuple(
                self._cell(cell, replace(place, table=self.tables, row=at, cell=column), looks)
                for column, cell in enumerate(row.iterfind(a("tc")), 1)
            )
            for at, row in enumerate(rows, 1)
        )
        first_row, first_column = (
            settings is not None and settings.get(side) in ("1", "true") for side in ("firstRow", "firstCol")
        )
        return Table(replace(place, table=self.tables), made, first_row, first_column, name=name)

    def _cell(self, cell: etree._Element, place: Place, looks: Looks | None) -> Cell:
        spans = any(cell.get(name, "1") not in ("0", "1") for name in ("gridSpan", "rowSpan"))
        held = any(cell.get(name) in ("1", "true") for name in ("hMerge", "vMerge"))
        blocks = tuple(found for body in cell.iterfind(a("txBody")) for found in self._paragraphs(body, place, looks))
        return Cell(place, blocks, merged=spans or held)


def _keeps_ink(run: etree._Element) -> bool:
    """Whether a link has the colour of its text and not that of the theme's links."""
    return any(found.get("val") == "tx" for found in run.iter("{*}hlinkClr"))


def _inherited_language(scene: Scene) -> str | None:
    return next((found.get("lang") for found in scene.presentation.iter(a("defRPr")) if found.get("lang")), None)
