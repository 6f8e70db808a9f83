"""The preparation sheet of a manager: what she is asked about her unit, with room to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, fact_band, form, form_row
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import rows_by_count, statement_row

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=6, spacing=1.1),
    "Between": replace(PARAGRAPHS["Between"], before=6, after=4),
}
_HEIGHTS = {5: 38.0, 6: 32.0, 7: 27.5}
_MANY = 20.0


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    facts = [Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}") for key in ("unit", "date")]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        fact_band([(fact, control(fact)) for fact in facts], "{{ words.facts_description }}", (100, 74)),
        paragraph("Between", "{{ words.between }}"),
        form(
            [
                statement_row("{%tr for row in rows %}", 2),
                *rows_by_count(_HEIGHTS, _MANY, 2, _row),
                statement_row("{%tr endfor %}", 2),
            ],
            "{{ words.table_description }}",
            (64, 110),
        ),
        paragraph("Note", "{{ words.note }}"),
    )


def _row(height: float) -> etree._Element:
    field = Field("unit.{{ row.key }}", "{{ row.label }}", "{{ row.answer }}", "{{ row.name }}")
    return form_row(field, height=height)
