"""Who does what: a row for each level of management and for those beside them, with room to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph
from ..page_parts.page import A4_LANDSCAPE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, writing_table

PAGE = A4_LANDSCAPE
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=6, spacing=1.1),
    "FormHelp": replace(PARAGRAPHS["FormHelp"], spacing=1.05),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0),
}
_COLUMNS = {"actor": 62, "who": 55, "task": 87, "informed": 57}
_HEIGHT = 25


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        writing_table(
            _COLUMNS,
            "row in rows",
            row(
                cell(paragraph("FormLabel", "{{ row.title }}"), paragraph("FormHelp", "{{ row.help }}")),
                *(_answer(key) for key in ("who", "task", "informed")),
                height=_HEIGHT,
            ),
            caption="{{ words.table_description }}",
        ),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _answer(key: str) -> etree._Element:
    field = Field(f"{{{{ row.key }}}}.{key}", f"{{{{ row.names.{key} }}}}", f"{{{{ places.{key} }}}}")
    return cell(paragraph("TableText", control(field)))
