"""Brings a page made for our margins to a letterhead's: tables, tab stops, the rows that one writes in, and gaps."""

from __future__ import annotations

from collections.abc import Container, Sequence

from docx.oxml.ns import qn
from lxml import etree

from ..markup import mm
from ..page import Page
from .section import Area

_WAYFINDING = 8  # millimetres that the line of wayfinding takes of the page
_NARROW = mm(18)  # columns that hold a number or a word have no room to give
_SHARE = 0.5  # about so much of a page are rows to write in, which make room for all
_SPARED = 0.08  # of the page, by letters and gaps that are as tight as counts as one
_LEAST = 0.3
_TIGHT, _TIGHTEST = 0.2, 1.3  # of the room lost, what counts as one, and as how much more at the most
_LEAST_SIZE = 18  # half points


class Fit:
    """From a page of ours to the `area` that a letterhead has."""

    def __init__(self, page: Page, area: Area) -> None:
        self._across = area.width / page.text_width
        whole = self._across * (area.height - _WAYFINDING) / page.text_height
        self._tight = min(max((1 - whole) / _TIGHT, 0.0), _TIGHTEST)
        lost = 1 - (area.height - _WAYFINDING) / page.text_height
        wrapped = max(0.0, 1 - self._across)  # text of a narrower page has more lines
        spared = self._tight * _SPARED
        self._down = min(1.0, max(_LEAST, 1 - (lost + wrapped * (1 - _SHARE) - spared) / _SHARE))

    def body(self, body: etree._Element) -> None:
        """Everything on the page."""
        for table in body.iter(qn("w:tbl")):
            self._table(table)
        for height in body.iter(qn("w:trHeight")):
            if height.get(qn("w:hRule")) == "atLeast":
                height.set(qn("w:val"), str(round(int(height.get(qn("w:val"), "0")) * self._down)))
        self.tabs(body)

    def tabs(self, element: etree._Element) -> None:
        """The tab stops of paragraphs."""
        for stop in element.iter(qn("w:tab")):
            if stop.get(qn("w:pos")) is not None:
                stop.set(qn("w:pos"), str(round(int(stop.get(qn("w:pos"), "0")) * self._across)))

    def styles(self, styles: etree._Element, own: Container[str]) -> None:
        """Gaps, lines and letters of our `own` styles, and the gaps of all headings, by how little room there is."""
        for style in styles.iter(qn("w:style")):
            name = style.get(qn("w:styleId"), "")
            if name not in own and name != "Normal" and not name.startswith("Heading"):
                continue
            for spacing in style.iterfind(f"{qn('w:pPr')}/{qn('w:spacing')}"):
                _less(spacing, "before", self._tight * 0.45)
                _less(spacing, "after", self._tight * 0.45)
                _less(spacing, "line", self._tight * 0.6, 240)
            if not name.startswith("Heading"):
                for size in style.iter(qn("w:sz"), qn("w:szCs")):
                    _less(size, "val", self._tight * 0.1, 0, _LEAST_SIZE)
                for side in style.iterfind(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/*"):
                    _less(side, "w", self._tight * 0.35)

    def _table(self, table: etree._Element) -> None:
        columns = table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        old = [int(column.get(qn("w:w"), "0")) for column in columns]
        new = shared(old, round(sum(old) * self._across))
        for column, width in zip(columns, new, strict=True):
            column.set(qn("w:w"), str(width))
        for whole in table.iterfind(f"{qn('w:tblPr')}/{qn('w:tblW')}"):
            whole.set(qn("w:w"), str(sum(new)))
        for row in table.iterfind(qn("w:tr")):
            for cell, width in zip(row.iterfind(qn("w:tc")), new, strict=True):
                for own in cell.iterfind(f"{qn('w:tcPr')}/{qn('w:tcW')}"):
                    own.set(qn("w:w"), str(width))


def _less(element: etree._Element, key: str, share: float, beyond: int = 0, least: int = 0) -> None:
    """Takes a share of what a length has `beyond` another one, down to `least`; what is smaller stays."""
    length = int(element.get(qn(f"w:{key}"), "0"))
    if length > max(beyond, least):
        element.set(qn(f"w:{key}"), str(max(round(length - (length - beyond) * share), least)))


def shared(widths: Sequence[int], whole: int) -> list[int]:
    """Widths that make up another `whole`; narrow columns keep theirs as long as the others can make room."""
    rooms = [max(width - _NARROW, 0) for width in widths]
    change = whole - sum(widths)
    if change > 0 or sum(rooms) < -change * 2:
        rooms = list(widths)
    made = [round(width + change * room / (sum(rooms) or 1)) for width, room in zip(widths, rooms, strict=True)]
    made[-1] += whole - sum(made)
    return made
