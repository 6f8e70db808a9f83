"""The agreement sheet: when it was, a box to write in, a table of what, who and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, fact_band, writing_boxes
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, rows_by_count, writing_table

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=6, spacing=1.1),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=9, after=4),
}
_COLUMNS = {"number": 12, "what": 94, "who": 36, "when": 32}
_HEIGHTS = {3: 38.0, 4: 29.0, 5: 23.5, 6: 19.5, 7: 17.0}
_MANY, _BOX = 11, 36


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    facts = {
        key: Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}")
        for key in ("date", "people", "follow_up")
    }
    band = [(field, control(field) if key == "people" else date_control(field)) for key, field in facts.items()]
    box = Field("{{ words.box.key }}", "{{ words.box.name }}", "{{ box }}")
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        fact_band(band, "{{ words.facts_description }}", (56, 60, 58)),
        paragraph("Heading2", "{{ words.box.title }}"),
        writing_boxes(
            [("{{ words.box.label }}", box)],
            "{{ words.box.description }}",
            [PAGE.text_width],
            _BOX,
        ),
        paragraph("Heading2", "{{ words.table_title }}"),
        writing_table(
            _COLUMNS,
            "row in rows",
            *rows_by_count(_HEIGHTS, _MANY, len(_COLUMNS), _row),
            caption="{{ words.table_description }}",
        ),
        paragraph("Note", "{{ words.note }}"),
    )


def _row(height: float) -> etree._Element:
    answers = {
        key: Field(f"{{{{ row.key }}}}.{key}", f"{{{{ row.names.{key} }}}}", f"{{{{ row.{key} }}}}")
        for key in ("what", "who", "when")
    }
    return row(
        cell(paragraph("RatingNumber", "{{ row.number }}")),
        cell(paragraph("TableText", control(answers["what"]))),
        cell(paragraph("TableText", control(answers["who"]))),
        cell(paragraph("TableText", date_control(answers["when"]))),
        height=height,
    )
