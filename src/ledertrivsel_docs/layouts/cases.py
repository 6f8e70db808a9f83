"""Cases on the front, with a quotation; on the back questions with room to write, and what the tool is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block, tool_facts_band
from ..page_parts.forms import Field, control
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, statement
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, writing_table

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=24, after=3),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=14, before=10, after=3),
    "PageTitle": replace(PARAGRAPHS["Heading2"], size=18, before=0, after=3, new_page=True),
    "Lead": replace(PARAGRAPHS["Lead"], size=13, after=4, spacing=1.15),
    "Normal": replace(PARAGRAPHS["Normal"], size=12, after=6, spacing=1.25),
    "Quotation": Look(
        19, "accent1", bold=True, heading_font=True, before=14, after=3, spacing=1.1, bar=4.5, indent=22, keep_next=True
    ),
    "QuotationSource": Look(10, "accent6", after=4, bar=4.5, indent=22),
    "FormLabel": replace(PARAGRAPHS["FormLabel"], size=11),
    "Note": replace(PARAGRAPHS["Note"], before=5, after=0),
}
_COLUMNS = {"question": 84, "notes": 90}
_HEIGHT = 22.5


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the cases."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        statement("{%p for case in words.cases %}"),
        paragraph("Heading2", "{{ case.title }}"),
        statement("{%p for text in case.paragraphs %}"),
        paragraph("Normal", "{{ text }}"),
        statement("{%p endfor %}"),
        statement("{%p endfor %}"),
        paragraph("Quotation", "{{ quotation }}"),
        paragraph("QuotationSource", "{{ words.said_by }}"),
        paragraph("PageTitle", "{{ words.questions_title }}"),
        paragraph("Lead", "{{ words.questions_lead }}"),
        writing_table(_COLUMNS, "row in rows", _question(), caption="{{ words.questions_description }}"),
        *tool_facts_band(PAGE.text_width, paragraph("Heading2", "{{ words.about_title }}")),
        paragraph("Note", "{{ own_note }}"),
    )


def _question() -> etree._Element:
    notes = Field("{{ row.key }}", "{{ row.name }}", "{{ row.notes }}")
    return row(
        cell(paragraph("FormLabel", "{{ row.text }}")),
        cell(paragraph("FormAnswer", control(notes))),
        height=_HEIGHT,
    )
