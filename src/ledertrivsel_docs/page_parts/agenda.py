"""The rows of a meeting as its run sheet and its agenda print them: time, slides, what happens, and the end."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from .markup import paragraph, run, statement
from .tables import cell, header_row, row, statement_row, table


def agenda_table(widths: Sequence[float], last: tuple[str, etree._Element], *more: etree._Element) -> etree._Element:
    """The context's `items`, a row for each, and its `end`; `widths` of the four columns in millimetres.

    `last` is the key of the last column in the words' `columns` and its cell; `more` stands below what happens.
    """
    key, last_cell = last
    columns = len(widths)
    return table(
        "DataTable",
        widths,
        header_row(*(f"{{{{ words.columns.{name} }}}}" for name in ("time", "slides", "content", key))),
        statement_row("{%tr for item in items %}", columns),
        row(
            cell(paragraph("Clock", "{{ item.clock }}"), paragraph("Minutes", "{{ item.minutes }}")),
            cell(paragraph("TableNote", "{{ item.slides }}")),
            cell(*_content(), *more),
            last_cell,
        ),
        statement_row("{%tr endfor %}", columns),
        row(
            cell(paragraph("Clock", "{{ end.clock }}")),
            cell(paragraph("TableNote", "{{ end.slides }}")),
            cell(paragraph("TableText", run("{{ end.title }}", "Strong"))),
            cell(paragraph("TableNote", "{{ end.note }}")),
        ),
        caption="{{ words.table_description }}",
        header_row=True,
        note_column=True,
    )


def item_notes() -> list[etree._Element]:
    """What to think of in a row, and its materials."""
    return [
        statement("{%p for note in item.notes %}"),
        paragraph("TableNote", "{{ note }}"),
        statement("{%p endfor %}"),
    ]


def _content() -> list[etree._Element]:
    return [
        paragraph("TableText", run("{{ item.title }}", "Strong"), run("{{ item.rest }}")),
        statement("{%p for point in item.points %}"),
        paragraph(
            "TableBullet",
            run("{% if point.clock %}"),
            run("{{ point.clock }} ", "Strong"),
            run("{% endif %}{{ point.text }}"),
        ),
        statement("{%p endfor %}"),
    ]
