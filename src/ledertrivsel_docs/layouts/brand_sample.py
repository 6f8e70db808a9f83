"""The sample page of a brand: a row for each colour, then type, a form and a box."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import call_out, title_block
from ..page_parts.forms import Field, form, form_row
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, shading
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, table

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "OnColour": Look(12, "background1", bold=True, spacing=1.0),
    "Note": replace(PARAGRAPHS["Note"], before=4),
}
_WIDTHS = {"sample": 18, "name": 32, "use": 46, "code": 24, "white": 20, "tint": 34}
_SLOTS = {"primary": "text2", "prepare": "accent2", "qualify": "accent3", "concretise": "accent4", "ink": "text1",
          "grey": "accent6", "green": "accent5", "link": "hyperlink"}  # fmt: skip


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sample."""
    field = Field("sample", "{{ words.label }}", "{{ place }}")
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        paragraph("Heading2", "{{ words.colours_title }}"),
        table(
            "DataTable",
            list(_WIDTHS.values()),
            header_row(*(f"{{{{ words.columns.{key} }}}}" for key in _WIDTHS)),
            *(_colour(name, slot) for name, slot in _SLOTS.items()),
            caption="{{ words.colours_description }}",
            header_row=True,
        ),
        paragraph("Heading2", "{{ words.type_title }}"),
        paragraph("Normal", "{{ type }}"),
        form([form_row(field, height=16)], "{{ words.form_description }}"),
        paragraph("Between", "{{ words.form_description }}"),
        call_out("{{ words.call_out_title }}", "{{ words.call_out }}", "{{ words.call_out_title }}", PAGE.text_width),
        paragraph("Note", "{{ least }}"),
    )


def _colour(name: str, slot: str) -> etree._Element:
    sample = cell(paragraph("OnColour", "{{ words.sample }}"), properties=[shading(slot)])
    texts = (cell(paragraph("TableText", f"{{{{ colours.{name}.{key} }}}}")) for key in list(_WIDTHS)[1:])
    return row(sample, *texts, height=9)
