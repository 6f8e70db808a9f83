"""A starter for a network: three uses side by side, a form for what is agreed on, and the first meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import form, repeated_rows
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=24, after=3),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=10, after=4),
    "Lead": replace(PARAGRAPHS["Lead"], size=13, after=6, spacing=1.15),
    "FactLabel": replace(PARAGRAPHS["FactLabel"], size=13, after=1),
    "FactValue": replace(PARAGRAPHS["FactValue"], size=10.5, spacing=1.1),
    "TableText": replace(PARAGRAPHS["TableText"], after=0, spacing=1.1),
    "Note": replace(PARAGRAPHS["Note"], before=5, after=0),
}
_AGENDA = (24, 150)
_ROOM = 19.5


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        table("FactBand", (58, 58, 58), row(*map(_use, range(3)), height=20), caption="{{ words.uses_description }}"),
        paragraph("Heading2", "{{ words.form_title }}"),
        form(repeated_rows("row in form", _ROOM), "{{ words.form_description }}", (56, 118)),
        paragraph("Heading2", "{{ words.agenda_title }}"),
        table(
            "RatingTable",
            _AGENDA,
            header_row("{{ words.agenda_columns.minutes }}", "{{ words.agenda_columns.task }}"),
            statement_row("{%tr for line in words.agenda %}", len(_AGENDA)),
            row(
                cell(paragraph("RatingNumber", "{{ line.minutes }}")),
                cell(paragraph("TableText", "{{ line.text }}")),
                height=8,
            ),
            statement_row("{%tr endfor %}", len(_AGENDA)),
            caption="{{ words.agenda_description }}",
            header_row=True,
        ),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _use(number: int) -> etree._Element:
    use = f"words.uses[{number}]"
    return cell(paragraph("FactLabel", f"{{{{ {use}.title }}}}"), paragraph("FactValue", f"{{{{ {use}.text }}}}"))
