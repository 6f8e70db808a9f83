"""Where something stands in a document, in words that a person at the open document can follow."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from ..errors import Message, message
from .dialect import Dialect, p
from .trees import name_of


class Places:
    """The numbers of a part's paragraphs and tables, counted before anything is moved; `part` is what it is called."""

    def __init__(self, root: etree._Element, dialect: Dialect, part: Message) -> None:
        self._dialect, self._part = dialect, part
        self._tables = {table: number for number, table in enumerate(root.iter(dialect.table), 1)}
        self._rows: dict[etree._Element, int] = {}
        count: Counter[etree._Element | None] = Counter()
        for row in root.iter(dialect.row):
            count[row.getparent()] += 1
            self._rows[row] = count[row.getparent()]
        self._paragraphs: dict[etree._Element, int] = {}
        shapes = root.iter(p("sp"), p("graphicFrame"), p("pic"))
        self._names = {shape: name_of(shape) for shape in shapes}  # before tags in them become marks
        for home in (root, *root.iter(p("sp"))):  # a slide's paragraphs are counted in each shape
            self._paragraphs |= {found: number for number, found in enumerate(home.iter(dialect.paragraph), 1)}

    def of(self, element: etree._Element) -> Message:
        """`text, table 2, row 3, cell 1`, `text, paragraph 7`, or `slide “x”, shape “Titel 1”, paragraph 2`."""
        part = self._with_shape(element)
        cell = next(element.iterancestors(self._dialect.cell), None)
        row = next(element.iterancestors(self._dialect.row), None)
        if cell is not None and row is not None:
            table = next(row.iterancestors(self._dialect.table), None)
            return message(
                "{part}, table {table}, row {row}, cell {cell}",
                part=part,
                table=1 if table is None else self._tables[table],
                row=self._rows[row],
                cell=1 + len(list(cell.itersiblings(cell.tag, preceding=True))),
            )
        paragraph = next((found for found in (element, *element.iterancestors()) if found in self._paragraphs), None)
        number = self._paragraphs.get(paragraph) if paragraph is not None else None
        return message("{part}, paragraph {number}", part=part, number=number) if number else part

    def _with_shape(self, element: etree._Element) -> Message:
        shape = next((found for found in (element, *element.iterancestors()) if found in self._names), None)
        if shape is None:
            return self._part
        return message("{part}, shape “{shape}”", part=self._part, shape=self._names[shape])
