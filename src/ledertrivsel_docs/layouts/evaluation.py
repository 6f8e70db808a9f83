"""The evaluation: two forms for participants on a sheet to cut, and a page for the effect, a row a theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import (
    Field,
    control,
    date_control,
    scale_fields,
    scale_paragraph,
    tick_control,
    writing_boxes,
)
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, rows_by_count, statement_row, table, writing_table

PAGE = Page(210, 297, sides=13, top=22, bottom=15)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=1),
    "Lead": replace(PARAGRAPHS["Lead"], size=11, after=5, spacing=1.1),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=2, after=2),
    "PageTitle": replace(PARAGRAPHS["Heading2"], size=16, before=0, after=2, new_page=True),
    "PartHeading": replace(PARAGRAPHS["Heading2"], before=9, after=2),
    "CutNote": Look(8, "accent6", before=6, spacing=1.0, line_above=True),
    "RatingMarks": replace(PARAGRAPHS["RatingMarks"], size=10.5),
    "FactLabel": replace(PARAGRAPHS["FactLabel"], size=10.5),
    "TableNote": replace(PARAGRAPHS["TableNote"], size=9, after=1, spacing=1.0),
    "Between": replace(PARAGRAPHS["Between"], before=0, after=5),
    "Note": replace(PARAGRAPHS["Note"], before=3, after=3),
    "CallOutText": replace(PARAGRAPHS["Normal"], size=10, before=5, after=2),
}
_KIT = "samlet-plan"
_QUESTIONS = (129, 55)
_QUESTION_HEIGHT = 8
_GAP, _ROOM = 9.7, 10
_BOXES = {"keep": 92, "change": 92}
_BOX_HEIGHT = 28
_THEMES = {"theme": 52, "marks": 64, "changed": 34, "next": 34}
# Millimetres of a row where there are so many: they fill a page, or share two.
_HEIGHTS = {1: 140, 2: 71, 3: 47, 4: 35, 5: 27, 6: 50, 7: 44, 8: 37, 9: 37}
_MANY = 31
_FORUMS = {"name": 84, "half": 50, "year": 50}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the evaluation."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        statement("{%p for form in forms %}"),
        paragraph("CutNote", "{{ words.cut }}"),
        *_form(library),
        statement("{%p endfor %}"),
        paragraph("PageTitle", "{{ words.effect }}"),
        paragraph("Between", "{{ effect_lead }}"),
        _themes(library),
        paragraph("PartHeading", "{{ words.taken_up }}"),
        paragraph("Between", run("{{ advice }}{% if follow_up %} {{ follow_up }}{% endif %}")),
        _forums(),
        paragraph(
            "CallOutText",
            run("{{ words.called_by }}"),
            control(Field("called_by", "{{ words.called_by_field }}", "{{ places.called_by }}")),
        ),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _form(library: Library) -> list[etree._Element]:
    """What one participant fills in."""
    mark_fields = scale_fields(library.samlet_plan.qualification.scale, "{{ question.key }}", "question.marks")
    boxes = [
        (
            f"{{{{ words.boxes.{key} }}}}",
            Field(f"{{{{ form.key }}}}.{key}", f"{{{{ form.names.{key} }}}}", f"{{{{ places.{key} }}}}"),
        )
        for key in _BOXES
    ]
    return [
        paragraph("Heading2", "{{ form.title }}"),
        _which_workshop(library),
        table(
            "RatingTable",
            _QUESTIONS,
            header_row("{{ words.columns.question }}", "{{ words.columns.marks }}"),
            statement_row("{%tr for question in form.questions %}", len(_QUESTIONS)),
            row(
                cell(paragraph("TableText", "{{ question.text }}")),
                cell(scale_paragraph("RatingMarks", mark_fields, _GAP)),
                height=_QUESTION_HEIGHT,
            ),
            statement_row("{%tr endfor %}", len(_QUESTIONS)),
            caption="{{ words.questions_description }}",
            header_row=True,
        ),
        paragraph("Note", "{{ form_note }}"),
        writing_boxes(boxes, "{{ words.boxes_description }}", list(_BOXES.values()), _BOX_HEIGHT),
    ]


def _which_workshop(library: Library) -> etree._Element:
    """The day and the workshop; the check boxes last, since LibreOffice puts a control around all after the first."""
    dated = Field("{{ form.key }}.date", "{{ form.dated }}", "{{ places.dated }}")
    boxes: list[etree._Element] = []
    for place in range(len(library.kits[_KIT].stages)):
        stage = f"form.stages[{place}]"
        field = Field(f"{{{{ {stage}.key }}}}", f"{{{{ {stage}.name }}}}", "{{ ticked }}")
        boxes += [run("   "), tick_control(field), run(f"\u00a0{{{{ {stage}.text }}}}")]
    return paragraph(
        "TableText",
        run("{{ words.dated }} "),
        date_control(dated),
        run("      {{ words.which }}"),
        *boxes,
    )


def _themes(library: Library) -> etree._Element:
    columns = len(_THEMES)
    return writing_table(
        _THEMES,
        "card in cards",
        *rows_by_count(_HEIGHTS, _MANY, columns, lambda height: _theme(library, height)),
        caption="{{ words.effect_description }}",
        heads=[
            "{{ words.effect_columns.theme }}",
            "{{ success }}",
            "{{ words.effect_columns.changed }}",
            "{{ words.effect_columns.next }}",
        ],
    )


def _theme(library: Library, height: float) -> etree._Element:
    return row(
        cell(
            paragraph("FormLabel", run("{{ card.number }} ", "LabelNumber"), control(_field("card", "card.title"))),
            statement("{%p for question in card.questions %}"),
            paragraph("TableNote", "{{ question }}"),
            statement("{%p endfor %}"),
            statement("{%p if card.is_open %}"),
            paragraph("TableNote", control(_field("question", "places.question"))),
            statement("{%p endif %}"),
        ),
        cell(
            paragraph(
                "TableNote",
                run("{{ words.last }}"),
                control(_field("last", "card.last")),
                run("{{ card.groups }}"),
            ),
            *(_scale(library, time) for time in ("half", "year")),
        ),
        *(cell(paragraph("TableText", control(_field(key, f"places.{key}")))) for key in ("changed", "next")),
        height=height,
    )


def _scale(library: Library, time: str) -> etree._Element:
    scale = library.samlet_plan.qualification.scale
    fields = scale_fields(scale, f"{{{{ card.key }}}}.{time}", f"card.marks.{time}")
    return scale_paragraph("RatingMarks", fields, _GAP, f"{{{{ words.times.{time} }}}}", _ROOM)


def _field(key: str, value: str) -> Field:
    return Field(f"{{{{ card.key }}}}.{key}", f"{{{{ card.names.{key} }}}}", f"{{{{ {value} }}}}")


def _forums() -> etree._Element:
    """Where the answers are discussed, and when."""
    fields = {
        key: Field(f"{{{{ forum.key }}}}.{key}", f"{{{{ forum.names.{key} }}}}", f"{{{{ {value} }}}}")
        for key, value in (("name", "forum.name"), ("half", "places.date"), ("year", "places.date"))
    }
    return writing_table(
        _FORUMS,
        "forum in forums",
        row(
            cell(paragraph("FactLabel", control(fields["name"]))),
            *(cell(paragraph("TableText", date_control(fields[key]))) for key in ("half", "year")),
            height=9,
        ),
        caption="{{ words.forums_description }}",
        names="words.forum_columns",
    )
