"""Tables: every width fixed, no row broken over pages, a header row that repeats or a look that says there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lxml import etree

from .markup import mm, paragraph, w


def table(
    style: str,
    widths: Sequence[float],
    *rows: etree._Element,
    caption: str,
    header_row: bool = False,
    label_column: bool = False,
    note_column: bool = False,
) -> etree._Element:
    """A table; `widths` in millimetres, `caption` is what a screen reader says of it (a tag as a rule)."""
    kinds = 0x0600 | 0x0020 * header_row | 0x0080 * label_column | 0x0100 * note_column
    look: dict[str, str | float] = {
        "val": f"{kinds:04X}",
        "firstRow": int(header_row),
        "lastRow": 0,
        "firstColumn": int(label_column),
        "lastColumn": int(note_column),
        "noHBand": 1,
        "noVBand": 1,
    }
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(mm(width) for width in widths), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", **look),
        w("tblCaption", val=caption),
    )
    grid = w("tblGrid", *(w("gridCol", w=mm(width)) for width in widths))
    made = w("tbl", properties, grid, *rows)
    for row in rows:
        for cell, width in zip(row.iterchildren(w("tc").tag), widths, strict=True):
            if cell[0].tag != w("tcPr").tag:
                cell.insert(0, w("tcPr"))
            cell[0].insert(0, w("tcW", w=mm(width), type="dxa"))
    return made


def row(*cells: etree._Element, height: float | None = None, header: bool = False) -> etree._Element:
    """A row; `height` in millimetres is the least it takes, so that there is room for a pen."""
    properties = w(
        "trPr",
        w("cantSplit"),
        w("trHeight", val=mm(height), hRule="atLeast") if height else None,
        w("tblHeader") if header else None,
    )
    return w("tr", properties, *cells)


def cell(*paragraphs: etree._Element, properties: Sequence[etree._Element] = ()) -> etree._Element:
    """A cell with its paragraphs; `properties` where it looks other than its table's style says, in Word's order."""
    return w("tc", w("tcPr", *properties) if properties else None, *paragraphs)


def cell_margins(top: float, left: float, bottom: float, right: float) -> etree._Element:
    """The room inside a cell, in millimetres."""
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    return w("tcMar", *(w(side, w=mm(width), type="dxa") for side, width in sides))


def statement_row(tag: str, columns: int) -> etree._Element:
    """A row that holds nothing but a tag such as `{%tr endfor %}`."""
    rest = [cell(paragraph("Normal")) for _ in range(columns - 1)]
    return row(cell(paragraph("Normal", tag)), *rest)


def rows_by_count(
    heights: Mapping[int, float], many: float, columns: int, made: Callable[[float], etree._Element]
) -> list[etree._Element]:
    """A row whose height in millimetres depends on the context's `count` of such rows, so that a few fill the page."""
    branches: list[etree._Element] = []
    for count, height in heights.items():
        tag = f"{{%tr {'elif' if branches else 'if'} count == {count} %}}"
        branches += [statement_row(tag, columns), made(height)]
    return [*branches, statement_row("{%tr else %}", columns), made(many), statement_row("{%tr endif %}", columns)]


def alternative_rows(test: str, columns: int, first: etree._Element, second: etree._Element) -> list[etree._Element]:
    """The one row where a test of the context holds, else the other."""
    tags = (f"{{%tr if {test} %}}", "{%tr else %}", "{%tr endif %}")
    opening, between, end = (statement_row(tag, columns) for tag in tags)
    return [opening, first, between, second, end]


def writing_table(
    widths: Mapping[str, float],
    loop: str,
    *rows: etree._Element,
    caption: str,
    names: str = "words.columns",
    heads: Sequence[str] | None = None,
) -> etree._Element:
    """A table to write in: a header row, and `rows` for each turn of a `loop` such as `card in cards`.

    `widths` are in millimetres by the columns' keys; what stands above a column is found by its key in `names`, unless
    the `heads` are given. The first column says what a row is about.
    """
    columns = len(widths)
    return table(
        "WritingTable",
        list(widths.values()),
        header_row(*(heads or [f"{{{{ {names}.{key} }}}}" for key in widths])),
        statement_row(f"{{%tr for {loop} %}}", columns),
        *rows,
        statement_row("{%tr endfor %}", columns),
        caption=caption,
        header_row=True,
        label_column=True,
    )


def header_row(*labels: str) -> etree._Element:
    """The header row of a data table; it repeats on every page."""
    return row(*(cell(paragraph("TableHead", label)) for label in labels), header=True)
