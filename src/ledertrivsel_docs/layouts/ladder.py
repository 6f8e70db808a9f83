"""The ladder on A3: a row for each step, the highest first, with room for a mark from everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph
from ..page_parts.page import A3
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, rows_by_count, writing_table

PAGE = A3
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=30, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=15, after=6, spacing=1.1),
    "TableHead": replace(PARAGRAPHS["TableHead"], size=17),
    "RatingNumber": replace(PARAGRAPHS["RatingNumber"], size=44, heading_font=True),
    "RatingTheme": Look(26, bold=True, heading_font=True, after=2, spacing=1.0),
    "RatingText": Look(20, spacing=1.08),
    "Note": replace(PARAGRAPHS["Note"], size=11, before=5, after=0),
}
_WIDTHS = {"number": 26, "step": 178, "current": 90, "desired": 90}
_HEIGHTS = {2: 90.0, 3: 62.0, 4: 47.0, 5: 40.5, 6: 31.0, 7: 26.5, 8: 23.0, 9: 20.0}
_MANY = 18.0


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the ladder."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        writing_table(
            _WIDTHS,
            "row in rows",
            *rows_by_count(_HEIGHTS, _MANY, len(_WIDTHS), _step),
            caption="{{ words.table_description }}",
        ),
        paragraph("Note", "{{ own_note }}"),
    )


def _step(height: float) -> etree._Element:
    marks = (
        Field(f"step.{{{{ row.number }}}}.{kind}", f"{{{{ row.{kind}_name }}}}", f"{{{{ row.{kind} }}}}")
        for kind in ("current", "desired")
    )
    return row(
        cell(paragraph("RatingNumber", "{{ row.number }}")),
        cell(paragraph("RatingTheme", "{{ row.name }}"), paragraph("RatingText", "{{ row.text }}")),
        *(cell(paragraph("FormAnswer", control(mark))) for mark in marks),
        height=height,
    )
