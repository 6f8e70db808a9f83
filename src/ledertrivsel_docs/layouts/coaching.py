"""Coaching, two and two: the steps of a conversation with their minutes, rules, and room for what to take along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import form, repeated_rows
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=24, after=3),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=11, after=4),
    "Lead": replace(PARAGRAPHS["Lead"], size=13, after=6, spacing=1.15),
    "TableText": replace(PARAGRAPHS["TableText"], size=11, after=2, spacing=1.15),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=11, after=3, spacing=1.15),
    "Note": replace(PARAGRAPHS["Note"], before=5, after=0),
}
_STEPS = (24, 150)
_STEP, _ROOM = 12, 23


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        paragraph("Normal", "{{ quoted }}"),
        paragraph("Heading2", "{{ words.steps_title }}"),
        table(
            "RatingTable",
            _STEPS,
            header_row("{{ words.columns.time }}", "{{ words.columns.ask }}"),
            statement_row("{%tr for step in words.steps %}", len(_STEPS)),
            row(
                cell(paragraph("RatingNumber", "{{ step.minutes }}")),
                cell(paragraph("TableText", run("{{ step.title }} ", "Strong"), run("{{ step.text }}"))),
                height=_STEP,
            ),
            statement_row("{%tr endfor %}", len(_STEPS)),
            caption="{{ words.steps_description }}",
            header_row=True,
        ),
        paragraph("Heading2", "{{ words.rules_title }}"),
        statement("{%p for rule in words.rules %}"),
        paragraph("TableBullet", "{{ rule }}"),
        statement("{%p endfor %}"),
        paragraph("Heading2", "{{ words.form_title }}"),
        form(repeated_rows("row in form", _ROOM), "{{ words.form_description }}", (56, 118)),
        paragraph("Note", "{{ words.own_note }}"),
    )
