"""Pieces that slides share: lists that repeat, and the rows and cells of tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lxml import etree

from .deck_looks import INK, LINE, OWN, PAPER, TINT, RowLook
from .deck_markup import Ink, Level, a, emu, paragraph, text_like

_ROOM = (4.0, 2.2, 4.0, 2.2)  # inside a cell: left, top, right, bottom in millimetres


def repeated(loop: str, *content: etree._Element | str) -> list[etree._Element]:
    """Paragraphs once for each item; `loop` as a tag has it, such as `for row in rows`."""
    made = [part if isinstance(part, etree._Element) else paragraph(part) for part in content]
    return [paragraph(f"{{%p {loop} %}}"), *made, paragraph("{%p endfor %}")]


def where_known(name: str, level: int = 1) -> list[etree._Element]:
    """A paragraph that prints a value and is left out where that is empty; `name` as a tag has it."""
    return [paragraph(f"{{%p if {name} %}}"), paragraph(f"{{{{ {name} }}}}", level=level), paragraph("{%p endif %}")]


def header_row(*labels: str, right: Sequence[int] = ()) -> etree._Element:
    """The header row of a table; `right` names the columns whose text stands at the right."""
    cells = []
    for number, label in enumerate(labels):
        level = Level(18, PAPER, bold=True, spacing=1.0, align="r" if number in right else "l")
        cells.append(_cell(text_like(level, label), fill=OWN))
    return _row(*cells)


def by_count(
    rows: str, rows_looks: Sequence[RowLook], columns: int, make: Callable[[RowLook], Sequence[etree._Element]]
) -> list[etree._Element]:
    """The rows of a table, the higher and larger the fewer there are; `make` makes those of one of the looks."""
    made = []
    for number, look in enumerate(rows_looks):
        condition = f"{{%tr {'elif' if number else 'if'} {rows}|length <= {look.up_to} %}}"
        made.append(statement_row(condition, columns))
        made.append(statement_row(f"{{%tr for row in {rows} %}}", columns))
        made += [*make(look), statement_row("{%tr endfor %}", columns)]
    return [*made, statement_row("{%tr endif %}", columns)]


def data_row(
    *values: str, look: RowLook, strong: int = 0, right: Sequence[int] = (), closing: bool = False
) -> etree._Element:
    """A row of values; the column `strong` is the one that the eye looks for. A `closing` row is set apart."""
    cells = []
    for number, value in enumerate(values):
        ink = OWN if number == strong else INK
        align = "r" if number in right else "l"
        level = Level(look.size, ink, bold=closing or number == strong, spacing=1.0, align=align)
        line, fill = (None, TINT) if closing else (LINE, None)
        cells.append(_cell(text_like(level, value), line=line, fill=fill))
    return _row(*cells, height=look.height)


def statement_row(tag: str, columns: int) -> etree._Element:
    """A row that holds nothing but a tag such as `{%tr endfor %}`."""
    return _row(*(_cell(paragraph(tag) if number == 0 else paragraph()) for number in range(columns)))


def _row(*cells: etree._Element, height: float = 11.5) -> etree._Element:
    return a("tr", *cells, h=emu(height))


def _cell(content: etree._Element, *, fill: Ink | None = None, line: Ink | None = None) -> etree._Element:
    left, top, right, bottom = map(emu, _ROOM)
    none = [a(side, a("noFill"), w=0) for side in ("lnL", "lnR", "lnT")]
    below = a("lnB", line.fill(), w=9525) if line else a("lnB", a("noFill"), w=0)
    properties = a(
        "tcPr",
        *none,
        below,
        fill.fill() if fill else a("noFill"),
        marL=left,
        marT=top,
        marR=right,
        marB=bottom,
        anchor="ctr",
    )
    return a("tc", a("txBody", a("bodyPr"), a("lstStyle"), content), properties)
