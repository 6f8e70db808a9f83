"""The group leader's card: the steps with their times, the source's questions, and a form for the group's choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, fact_band, scale_fields, scale_paragraph
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=6, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=5, spacing=1.1),
    "Between": replace(PARAGRAPHS["Between"], before=4, after=2),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0),
}
_STEPS = (30, 152)
_FORM = (10, 50, 64, 58)
_GAP, _ROOM = 9.7, 13.5


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the card."""
    facts = [
        Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}")
        for key in ("date", "time", "place", "group")
    ]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        fact_band([(fact, control(fact)) for fact in facts], "{{ words.facts_description }}", (54, 43, 60, 25)),
        paragraph("Between", "{{ step_note }}"),
        _steps(),
        paragraph("Heading2", "{{ discussion.title }}"),
        statement("{%p for question in discussion.questions %}"),
        paragraph("TableBullet", "{{ question }}"),
        statement("{%p endfor %}"),
        paragraph("Heading2", "{{ words.form_title }}"),
        paragraph("TableText", "{{ form_help }}"),
        _form(library),
        paragraph("Note", "{{ form_note }}"),
    )


def _steps() -> etree._Element:
    return table(
        "RatingTable",
        _STEPS,
        header_row("{{ words.columns.time }}", "{{ words.columns.task }}"),
        statement_row("{%tr for step in steps %}", len(_STEPS)),
        row(
            cell(paragraph("RatingNumber", "{{ step.clock }}")),
            cell(paragraph("TableText", run("{{ step.title }}", "Strong"), run(" {{ step.text }}"))),
            height=8,
        ),
        statement_row("{%tr endfor %}", len(_STEPS)),
        caption="{{ words.steps_description }}",
        header_row=True,
    )


def _form(library: Library) -> etree._Element:
    theme = Field("choice.{{ row.number }}.theme", "{{ row.theme_name }}", "{{ row.theme }}")
    reason = Field("choice.{{ row.number }}.reason", "{{ row.reason_name }}", "{{ row.reason }}")
    return table(
        "RatingTable",
        _FORM,
        header_row(
            "{{ words.form_columns.number }}",
            "{{ words.form_columns.theme }}",
            "{{ words.form_columns.marks }}",
            "{{ words.form_columns.reason }}",
        ),
        statement_row("{%tr for row in rows %}", len(_FORM)),
        row(
            cell(paragraph("RatingNumber", "{{ row.number }}")),
            cell(paragraph("FormAnswer", control(theme))),
            cell(_scale(library, "importance"), _scale(library, "success")),
            cell(paragraph("FormAnswer", control(reason))),
            height=15,
        ),
        statement_row("{%tr endfor %}", len(_FORM)),
        caption="{{ words.form_description }}",
        header_row=True,
    )


def _scale(library: Library, axis: str) -> etree._Element:
    scale = library.samlet_plan.qualification.scale
    fields = scale_fields(scale, f"choice.{{{{ row.number }}}}.{axis}", f"row.marks.{axis}")
    return scale_paragraph("RatingMarks", fields, _GAP, f"{{{{ words.marks.{axis} }}}}", _ROOM)
