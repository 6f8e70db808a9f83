"""The dialogue sheet: two columns of questions under their headings, each behind its check box."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, scale_fields, scale_paragraph, tick_control
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import mm, paragraph, run, statement, tab, w
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, cell_margins, row, table

PAGE = Page(210, 297, sides=12, top=21, bottom=15)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=12, before=7, after=2, spacing=1.0),
    "Lead": Look(11.5, after=3, spacing=1.08),
    "Between": replace(PARAGRAPHS["Between"], before=0, after=1),
    "TableText": replace(PARAGRAPHS["TableText"], size=10.5, after=3.4, spacing=1.02),
    "RatingText": replace(PARAGRAPHS["RatingText"], size=10, after=0, spacing=1.0),
    "RatingMarks": replace(PARAGRAPHS["RatingMarks"], size=9.5, after=3.5),
    "LineToWrite": Look(10.5, before=5, after=3, spacing=1.0, line_below=True, line_room=2),
    "Note": replace(PARAGRAPHS["Note"], size=8.5, before=3, after=0, spacing=1.05),
}
_HALF = PAGE.text_width / 2
_TICK = 7.0
_GAP = 10.5
_INNER = 4.5


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        paragraph("Between", "{{ key_help }}"),
        table(
            "Plain",
            (_HALF, _HALF),
            row(
                cell(*_groups(library, "columns[0]"), properties=[cell_margins(0, 0, 0, _INNER)]),
                cell(*_groups(library, "columns[1]"), *_own(library), properties=[cell_margins(0, _INNER, 0, 0)]),
            ),
            caption="{{ words.table_description }}",
        ),
        paragraph("Note", "{{ note }}"),
    )


def _groups(library: Library, column: str) -> list[etree._Element]:
    return [
        statement(f"{{%p for group in {column} %}}"),
        paragraph("Heading2", "{{ group.title }}"),
        statement("{%p for question in group.questions %}"),
        *_question(library),
        statement("{%p endfor %}"),
        statement("{%p endfor %}"),
    ]


def _question(library: Library) -> list[etree._Element]:
    """A question behind its check box; where the group rates, closer to the scale below it."""
    marks = scale_fields(
        library.samlet_plan.qualification.scale, "dialogue.{{ question.id }}", "question.marks", "ticked"
    )
    scale = scale_paragraph("RatingMarks", marks, _GAP)
    scale[0].append(w("ind", left=mm(_TICK)))
    for stop in scale[0].iter("{*}tab"):
        stop.set(stop.keys()[-1], str(int(stop.get(stop.keys()[-1], "0")) + mm(_TICK)))
    text = run("{{ question.text }}")
    return [
        statement("{%p if rated %}"),
        _ticked("RatingText", text),
        scale,
        statement("{%p else %}"),
        _ticked("TableText", run("{{ question.text }}")),
        statement("{%p endif %}"),
    ]


def _ticked(style: str, *content: etree._Element) -> etree._Element:
    mark = Field("dialogue.{{ question.id }}.wanted", "{{ question.name }}", "{{ ticked }}")
    made = paragraph(style, tick_control(mark), tab(), *content)
    made[0].append(w("ind", left=mm(_TICK), hanging=mm(_TICK)))
    return made


def _own(library: Library) -> list[etree._Element]:
    """What the group asks itself, and lines for more."""
    text = Field("dialogue.{{ question.id }}.text", "{{ question.text_name }}", "{{ question.text }}")
    return [
        paragraph("Heading2", "{{ own_title }}"),
        statement("{%p for question in own %}"),
        *_question(library),
        statement("{%p endfor %}"),
        statement("{%p for question in blanks %}"),
        _ticked("LineToWrite", control(text)),
        statement("{%p endfor %}"),
    ]
