"""Where something stands in a document, in words that a person at the open document can follow."""

from __future__ import annotations

from lxml import etree

from ..errors import Message, message
from .dialect import Dialect

_PARTS = {"document": message("text"), "hdr": message("header"), "ftr": message("footer")}


class Places:
    """The numbers of a part's paragraphs and tables, counted before anything is moved."""

    def __init__(self, root: etree._Element, dialect: Dialect) -> None:
        self._dialect = dialect
        self._paragraphs = {p: n for n, p in enumerate(root.iter(dialect.paragraph), 1)}
        self._tables = {t: n for n, t in enumerate(root.iter(dialect.table), 1)}
        self._part = etree.QName(root).localname

    def of(self, element: etree._Element) -> Message:
        """`table 2, row 3, cell 1` or `paragraph 7`, with the part in front of it."""
        part = _PARTS.get(self._part) or message("{part}", part=self._part)
        cell = next(element.iterancestors(self._dialect.units["tc"]), None)
        row = next(element.iterancestors(self._dialect.row), None)
        if cell is not None and row is not None:
            table = next(row.iterancestors(self._dialect.table), None)
            return message(
                "{part}, table {table}, row {row}, cell {cell}",
                part=part,
                table=1 if table is None else self._tables[table],
                row=1 + len(list(row.itersiblings(self._dialect.row, preceding=True))),
                cell=1 + len(list(cell.itersiblings(cell.tag, preceding=True))),
            )
        paragraph = next((p for p in (element, *element.iterancestors()) if p in self._paragraphs), None)
        number = self._paragraphs.get(paragraph) if paragraph is not None else None
        return message("{part}, paragraph {number}", part=part, number=number) if number else part
