"""A table of units as people have it: rows of a csv file or a sheet, or the items of a YAML list."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from ..errors import InputError, Problem, message
from ..reading.tree import Node
from ..reading.validation import read_text, unreadable
from ..reading.yaml_text import MAX_BYTES, decoded, too_large

SHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
LISTS = (".yaml", ".yml")
TEXTS = (".csv", ".tsv", ".txt")
_LARGEST_SHEET = 20 * MAX_BYTES
_SEPARATORS = ";\t,"
KEEP_ONE = message("Keep one of them.")
_ANSI = "cp1252"  # what Excel writes as csv on a Danish Windows


@dataclass(frozen=True, slots=True)
class Row:
    """A row that isn't empty: its number as Excel counts, or its line in a list, and its values by the heads.

    It has `too_many` where some stand beyond the last head.
    """

    number: int
    cells: Mapping[str, Node]
    too_many: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The rows below the heads of the columns, each head with its line where the file `has_lines`."""

    file: str
    heads: Mapping[str, int | None]
    rows: tuple[Row, ...]
    has_lines: bool = False


def read_table(path: Path) -> Table:
    """The table in a csv file, a spreadsheet or a YAML list.

    Raises `InputError` where it can't be read, or holds no units.
    """
    if path.suffix.lower() in LISTS:
        return _list(path)
    file, content = str(path), _content(path)
    cells = _sheet(file, content) if path.suffix.lower() in SHEETS else _separated(file, content)
    rows = [(number, found) for number, found in enumerate(cells, start=1) if any(found)]
    if len(rows) < 2:
        what = message("The table holds no units.")
        remedy = message("Write what the columns are called in the first row, and a row for each unit.")
        raise InputError([Problem(what, remedy, file=file)])
    (_, heads), *units = rows
    _refuse_unclear_heads(file, heads, [cells for _, cells in units])
    return Table(file, {head: None for head in heads if head}, tuple(_row(*unit, heads) for unit in units))


def _row(number: int, cells: list[str], heads: list[str]) -> Row:
    named = {head: Node(0, cell) for head, cell in zip(heads, cells, strict=False) if head and cell}
    return Row(number, named, too_many=any(cells[len(heads) :]))


def _refuse_unclear_heads(file: str, heads: list[str], rows: list[list[str]]) -> None:
    """Two columns of one name, and cells below no name."""
    nameless = {index for cells in rows for index, cell in enumerate(cells[: len(heads)]) if cell and not heads[index]}
    twice = sorted({head for head in heads if head and heads.count(head) > 1})
    problems = [
        *(Problem(message("The column “{head}” is there twice.", head=head), KEEP_ONE, file=file) for head in twice),
        *(
            Problem(
                message("Column {number} has no name.", number=index + 1),
                message("Write it in the first row."),
                file=file,
            )
            for index in sorted(nameless)
        ),
    ]
    if problems:
        raise InputError(problems)


def _list(path: Path) -> Table:
    """The items of a YAML list; what stands deeper in an item has the way to it for its head."""
    text = read_text(path)
    items = text.root.value
    if not isinstance(items, list) or not items or not all(isinstance(item.value, dict) for item in items):
        line = (
            next((item.line for item in items if not isinstance(item.value, dict)), 1) if isinstance(items, list) else 1
        )
        what, remedy = message("The file is to be a list of units."), message("Begin each unit with a hyphen.")
        raise InputError([Problem(what, remedy, file=text.file, line=line)])
    rows = tuple(Row(item.line, dict(_fields(item))) for item in items)
    heads = {head: node.line for row in reversed(rows) for head, node in row.cells.items()}
    return Table(str(path), heads, rows, has_lines=True)


def _fields(node: Node, way: str = "") -> Iterator[tuple[str, Node]]:
    """Every value in a mapping, by the keys as written, with points between."""
    for entry in node.value.values() if isinstance(node.value, dict) else ():
        head = f"{way}{entry.written}"
        if isinstance(entry.node.value, dict):
            yield from _fields(entry.node, f"{head}.")
        elif entry.node.value is not None:
            yield head, entry.node


def _content(path: Path) -> bytes:
    if path.suffix.lower() not in (*SHEETS, *TEXTS):
        what = message("“{suffix}” isn't a kind of table that can be read.", suffix=path.suffix or path.name)
        remedy = message("Use one of these: {choices}.", choices=", ".join((*SHEETS, *TEXTS, *LISTS)))
        raise InputError([Problem(what, remedy, file=str(path))])
    try:
        if path.stat().st_size > (_LARGEST_SHEET if path.suffix.lower() in SHEETS else MAX_BYTES):
            raise too_large(str(path))
        return path.read_bytes()
    except OSError as error:
        raise InputError([unreadable(str(path), error)]) from error


def _separated(file: str, content: bytes) -> Iterator[list[str]]:
    """The rows of a csv file, in UTF-8 or as Excel writes it on Windows, by the separator that its first row has."""
    text = _text(file, content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first.lower().startswith("sep=") and len(first) == len("sep=") + 1:  # how a csv file can tell Excel
        separator = first[-1]
        text = text.replace(first, "", 1)
    else:
        separator = max(_SEPARATORS, key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in rows:
            yield [cell.strip() for cell in row]
    except csv.Error as error:
        what = message("The table can't be read from here on.")
        remedy = message("Check the quotation marks: one inside a text is to be written twice.")
        raise InputError([Problem(what, remedy, file=file, line=rows.line_num)]) from error


def _text(file: str, content: bytes) -> str:
    try:
        return decoded(file, content)
    except InputError:
        with suppress(UnicodeDecodeError):
            return content.decode(_ANSI)
        raise


def _sheet(file: str, content: bytes) -> Iterator[list[str]]:
    """The rows of the first sheet that holds any, from the first row of the sheet on."""
    try:
        import python_calamine as calamine  # noqa: PLC0415 - an extra, and only needed for spreadsheets
    except ImportError:
        what = message("Reading spreadsheets needs a library that isn't installed.")
        remedy = message("Run {command}, or save it as csv.", command='pip install "ledertrivsel-docs[xlsx]"')
        raise InputError([Problem(what, remedy, file=file)]) from None
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = (workbook.get_sheet_by_name(name) for name in workbook.sheet_names)
        found: Iterator[Sequence[Sequence[object]]] = (sheet.to_python(skip_empty_area=False) for sheet in sheets)
        rows = next(filter(None, found), ())
    except (calamine.CalamineError, OSError, ValueError) as error:
        what = message("The spreadsheet can't be read, or it is protected by a password.")
        remedy = message("Open it in Excel and save it again as .xlsx, without a password.")
        raise InputError([Problem(what, remedy, file=file)]) from error
    yield from (list(map(cell_text, row)) for row in rows)


def cell_text(value: object) -> str:
    """A cell as a person would have written it: 18 and not 18.0, 2027-01-12, 09:00."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float):
        # With a comma, as Excel shows it: a list such as 1,3 is a number to Excel, and here a list again.
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value).strip()


def parts(text: str, known: Collection[str] = ()) -> list[str]:
    """The items of a cell with a list: one a line, or separated by semicolons, else by commas."""
    if text.casefold() in known:
        return [text]
    separator = next((sign for sign in ("\n", ";") if sign in text), ",")
    return [part.strip() for part in text.split(separator) if part.strip()]
