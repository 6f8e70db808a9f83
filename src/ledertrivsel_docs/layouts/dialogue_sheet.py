"""The dialogue sheet: two columns of questions under their headings, each behind its check box; own ones below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

PAGE = Page(210, 297, sides=12, top=20, bottom=14)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=12, before=5, after=1.5, spacing=1.0),
    "PageTitle": replace(PARAGRAPHS["Heading2"], size=16, before=0, after=2, new_page=True),
    "Lead": Look(11.5, after=3, spacing=1.08),
    "Between": replace(PARAGRAPHS["Between"], before=0, after=1),
    "TableText": replace(PARAGRAPHS["TableText"], size=10.5, after=2.6, spacing=1.0),
    "RatingText": replace(PARAGRAPHS["RatingText"], size=9.5, after=0, spacing=0.98),
    "RatingMarks": replace(PARAGRAPHS["RatingMarks"], size=9, after=0.8, spacing=0.95),
    "LineToWrite": Look(10.5, before=4, after=2, spacing=1.0, line_below=True, line_room=2),
    "Note": replace(PARAGRAPHS["Note"], size=8.5, before=3, after=0, spacing=1.05),
}
_HALF = PAGE.text_width / 2
_BEGIN, _TICK = 0.4, 7.0
_GAP = 10.5
_INNER = 4.5


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        paragraph("Between", "{{ key_help }}"),
        statement("{%p for page in pages %}{%p if not loop.first %}"),
        paragraph("PageTitle", "{{ words.continued }}"),
        statement("{%p endif %}"),
        statement("{%p if page.columns|length > 1 %}"),
        _halves(_groups(library, "page.columns[0]"), _groups(library, "page.columns[1]"), "table_description"),
        statement("{%p elif page.columns %}"),
        *_groups(library, "page.columns[0]"),
        statement("{%p endif %}{%p if page.own %}"),
        paragraph("Heading2", "{{ own_title }}"),
        _halves(_own(library, "page.own[0]"), _own(library, "page.own[1]"), "own_description"),
        statement("{%p endif %}"),
        statement("{%p endfor %}"),
        paragraph("Note", "{{ note }}"),
    )


def _halves(left: Sequence[etree._Element], right: Sequence[etree._Element], caption: str) -> etree._Element:
    return table(
        "Plain",
        (_HALF, _HALF),
        row(
            cell(*left, properties=[cell_margins(0, 0, 0, _INNER)]),
            cell(*right, properties=[cell_margins(0, _INNER, 0, 0)]),
        ),
        caption=f"{{{{ words.{caption} }}}}",
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


def _own(library: Library, part: str) -> list[etree._Element]:
    """The group's own questions, and lines to write more."""
    text = Field("dialogue.{{ question.id }}.text", "{{ question.text_name }}", "{{ question.text }}")
    return [
        statement(f"{{%p for question in {part}.questions %}}"),
        *_question(library),
        statement("{%p endfor %}"),
        statement(f"{{%p for question in {part}.blanks %}}"),
        _ticked("LineToWrite", control(text)),
        statement("{%p endfor %}"),
    ]


def _question(library: Library) -> list[etree._Element]:
    """A question behind its check box; where the group rates, closer to the scale below it."""
    scale = library.samlet_plan.qualification.scale
    marks = scale_fields(scale, "dialogue.{{ question.id }}", "question.marks", "ticked")
    return [
        statement("{%p if rated %}"),
        _ticked("RatingText", run("{{ question.text }}"), tick="TickSmall"),
        scale_paragraph("RatingMarks", marks, _GAP, indent=_TICK, tick="TickSmall"),
        statement("{%p else %}"),
        _ticked("TableText", run("{{ question.text }}")),
        statement("{%p endif %}"),
    ]


def _ticked(style: str, *content: etree._Element, tick: str = "Tick") -> etree._Element:
    mark = Field("dialogue.{{ question.id }}.wanted", "{{ question.name }}", "{{ ticked }}")
    # LibreOffice takes a check box that begins a paragraph for one around several: so a tab comes before it.
    made = paragraph(style, tab(), tick_control(mark, tick), tab(), *content)
    made[0].append(w("tabs", *(w("tab", val="left", pos=mm(stop)) for stop in (_BEGIN, _TICK))))
    made[0].append(w("ind", left=mm(_TICK), hanging=mm(_TICK)))
    return made
