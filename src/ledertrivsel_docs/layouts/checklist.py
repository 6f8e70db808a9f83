"""The checklist: a table of points for each heading, with boxes to tick and room for what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, tick_control
from ..page_parts.looks import DENSE, PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, writing_table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    **DENSE,
    "Heading2": replace(DENSE["Heading2"], before=5),
    "TableText": replace(PARAGRAPHS["TableText"], size=10, after=1, spacing=1.05),
    "Quotation": Look(10.5, before=6, after=4, spacing=1.1, bar=3, indent=18.5),
    "Note": replace(PARAGRAPHS["Note"], before=5, after=0),
}
_COLUMNS = {"done": 14, "point": 82, "agreed": 44, "who": 21, "when": 21}
_HEIGHT = 13


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of a checklist."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        statement("{%p for group in groups %}"),
        paragraph("Heading2", "{{ group.title }}"),
        _points(),
        statement("{%p if group.call_out %}"),
        paragraph("Quotation", run("{{ group.call_out.title }} ", "Strong"), run("{{ group.call_out.text }}")),
        statement("{%p endif %}{%p endfor %}"),
        paragraph("Note", "{{ words.note }}"),
    )


def _points() -> etree._Element:
    fields = {key: Field(f"{{{{ point.key }}}}.{key}", f"{{{{ point.names.{key} }}}}", value) for key, value in _VALUES}
    return writing_table(
        _COLUMNS,
        "point in group.points",
        row(
            cell(paragraph("TableText", tick_control(fields["done"]))),
            cell(paragraph("TableText", "{{ point.text }}"), *where_known("TableNote", "point.see")),
            cell(paragraph("TableText", control(fields["agreed"]))),
            cell(paragraph("TableText", control(fields["who"]))),
            cell(paragraph("TableText", date_control(fields["when"]))),
            height=_HEIGHT,
        ),
        caption="{{ group.description }}",
    )


_VALUES = (
    ("done", "{{ ticked }}"),
    ("agreed", "{{ places.agreed }}"),
    ("who", "{{ places.who }}"),
    ("when", "{{ places.when }}"),
)
