"""Tables: which cells are headers, and that each row and column is what it seems."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import message
from ..finding import ERROR, TIP, WARNING, Fault
from ..model import Cell, Document, Paragraph, Table
from ..registry import WORD, rule

_DATA = 200  # characters; a cell of data is short
_HEADER_ROW = message("Put the cursor in the table and tick Table design > Header row.")


@rule("table-header", ERROR, message("A table of data says which row or column is its header."), "1.3.1")
def table_header(document: Document) -> Iterator[Fault]:
    """Of a table that may be there for its looks only, `table-layout` tells."""
    for table in document.tables():
        if _lacks_header(table) and _is_data(table):
            yield Fault(table.place, message("The table has no header row."), _HEADER_ROW)


@rule("table-layout", TIP, message("A table that only arranges reads well row by row."), "1.3.2")
def table_layout(document: Document) -> Iterator[Fault]:
    """Told for a table without headers whose cells are more than data."""
    for table in document.tables():
        if _lacks_header(table) and not _is_data(table) and not table.name:
            remedy = message("If it holds data, mark its header row. If not, see that it makes sense row by row.")
            yield Fault(table.place, message("The table has no headers and seems to arrange text."), remedy)


@rule("table-header-empty", WARNING, message("No header cell is empty."), "1.3.1")
def table_header_empty(document: Document) -> Iterator[Fault]:
    """The corner of a table with headers on both sides may be."""
    for table in document.tables():
        first = table.rows[0] if table.rows and table.header_row else ()
        for column, cell in enumerate(first):
            if cell.empty and not cell.merged and not (column == 0 and len(table.rows) > 1):
                yield Fault(cell.place, message("A header cell is empty."), message("Write what the column holds."))


@rule("table-header-repeats", TIP, message("A header row is repeated on each page."), "1.3.1", formats=WORD)
def table_header_repeats(document: Document) -> Iterator[Fault]:
    """Only so is it a header when the document becomes a PDF, too."""
    for table in document.tables():
        if table.header_row and table.header_repeats is False and len(table.rows) > 1:
            remedy = message("Put the cursor in the row and choose Table layout > Repeat header rows.")
            yield Fault(table.place, message("The header row isn't repeated on the next page."), remedy)


@rule("table-merged", WARNING, message("No cells are merged or split."), "1.3.1")
def table_merged(document: Document) -> Iterator[Fault]:
    """Told once a table."""
    for table in document.tables():
        cell = next((cell for row in table.rows for cell in row if cell.merged), None)
        if cell is not None or len({len(row) for row in table.rows}) > 1:
            remedy = message("Make it a plain grid: each row with the same number of cells, or two tables.")
            yield Fault((cell or table).place, message("The table has merged or split cells."), remedy)


@rule("table-nested", WARNING, message("No table stands inside another one."), "1.3.2")
def table_nested(document: Document) -> Iterator[Fault]:
    """Screen readers lose count."""
    for table in document.tables():
        if table.nested:
            remedy = message("Move it out of the cell, or write its content as text.")
            yield Fault(table.place, message("The table stands inside a cell of another table."), remedy)


@rule("table-blank", WARNING, message("No row or column is blank to make space."), "1.3.1")
def table_blank(document: Document) -> Iterator[Fault]:
    """One between others; rows at the end are there to be filled in."""
    for table in document.tables():
        rows = [all(cell.empty for cell in row) for row in table.rows]
        columns = [all(cell.empty for cell in column) for column in zip(*table.rows, strict=False)]
        for blank in (rows, columns):
            inside = any(blank[at] and not blank[at - 1] and not all(blank[at:]) for at in range(1, len(blank)))
            if inside and not any(cell.merged for row in table.rows for cell in row):
                remedy = message("Delete it, and make the space with the height of rows and the margins of cells.")
                yield Fault(table.place, message("A row or column of the table is blank to make space."), remedy)
                break


@rule("table-name", TIP, message("A table of data has a title or description."), "1.1.1")
def table_name(document: Document) -> Iterator[Fault]:
    """It is told before the table, so that one can pass it by."""
    for table in document.tables():
        if table.header_row and not table.name and not table.nested:
            remedy = message("Write it below Table properties > Alt text.")
            yield Fault(table.place, message("The table has no title or description."), remedy)


def _lacks_header(table: Table) -> bool:
    is_grid = len(table.rows) > 1 and any(len(row) > 1 for row in table.rows)
    return is_grid and not table.header_row and not table.header_column


def _is_data(table: Table) -> bool:
    """Whether the cells are such as data has: one short paragraph each, nothing else."""
    return all(_is_datum(cell) for row in table.rows for cell in row)


def _is_datum(cell: Cell) -> bool:
    if len(cell.blocks) != 1 or not isinstance(cell.blocks[0], Paragraph):
        return False
    return len(cell.blocks[0].text) <= _DATA and not cell.blocks[0].level
