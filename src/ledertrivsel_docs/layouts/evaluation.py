"""The evaluation: two equal slips for participants on a sheet to cut, and a page for the effect, a row a theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import whose
from ..page_parts.forms import (
    Field,
    control,
    date_control,
    scale_fields,
    scale_paragraph,
    tick_control,
    writing_boxes,
)
from ..page_parts.looks import DENSE, PARAGRAPHS, Look
from ..page_parts.markup import cut_line, mm, paragraph, run, statement, tab, w
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, rows_by_count, statement_row, table, writing_table

PAGE = replace(A4_DENSE, measured=True)
LOOKS: Mapping[str, Look] = {
    **DENSE,
    "SlipTitle": replace(DENSE["Heading1"], outline=1),
    "PageTitle": replace(DENSE["Heading1"], after=2, outline=1, new_page=True),
    "PartHeading": replace(DENSE["Heading2"], before=9, after=2),
    "CutNote": Look(9, "accent6", spacing=1.0),
    "RatingMarks": replace(PARAGRAPHS["RatingMarks"], size=10.5),
    "FactLabel": replace(PARAGRAPHS["FactLabel"], size=10.5),
    "TableNote": replace(PARAGRAPHS["TableNote"], size=9, after=1, spacing=1.0),
    "Between": replace(PARAGRAPHS["Between"], before=0, after=5),
    "Note": replace(PARAGRAPHS["Note"], before=3, after=3),
    "CallOutText": replace(PARAGRAPHS["Normal"], size=10, before=5, after=2),
}
_KIT = "samlet-plan"
_QUESTIONS = (117, 65)
_GAP, _ROOM = 9.7, 10
_BOXES = {"keep": 91, "change": 91}
# Millimetres of what stands on a slip; each row is so high that no font needs more.
_TITLE, _WHICH, _QUESTIONS_HEAD, _QUESTION, _NOTE, _BOX_HEAD, _BOX, _LINE = 9.5, 9, 13, 8.7, 6, 9, 18, 4
_SLIP = _TITLE + _WHICH + _QUESTIONS_HEAD + 5 * _QUESTION + _NOTE + _BOX_HEAD + _BOX
_THEMES = {"theme": 52, "marks": 64, "changed": 33, "next": 33}
# Millimetres of a row where there are so many: they fill a page, or share two.
_HEIGHTS = {1: 130, 2: 66, 3: 44, 4: 33, 5: 26, 6: 50, 7: 44, 8: 37, 9: 37}
_MANY = 27
_HEADER_TOP = 14  # millimetres from the edge of the paper to its header
_FORUMS = {"name": 82, "half": 50, "year": 50}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the evaluation."""
    sheet.frame_first(header=paragraph("Header", *whose()), footer=paragraph("Header", tab()))
    sheet.add(
        statement("{%p for form in forms %}{%p if loop.first %}"),
        _exactly("Heading1", _TITLE, "{{ title }}"),
        statement("{%p else %}"),
        _cut(),
        _exactly("Header", _LINE, *whose(), above=_HEADER_TOP - _LINE),
        _exactly("SlipTitle", _TITLE, "{{ title }}", above=PAGE.top - _HEADER_TOP - _LINE),
        statement("{%p endif %}"),
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
        paragraph("Note", "{{ print_note }} {{ words.own_note }}"),
    )


def _exactly(style: str, height: float, *content: etree._Element | str, above: float = 0) -> etree._Element:
    """A paragraph of one line whose height and room above in millimetres no font changes: a slip is half a sheet."""
    made = paragraph(style, *content)
    made[0].append(w("spacing", before=mm(above), after=0, line=mm(height), lineRule="exact"))
    return made


def _cut() -> etree._Element:
    """The line to cut along, in the middle of the paper."""
    made = _exactly("CutNote", _LINE, "{{ words.cut }}", above=PAGE.height / 2 - PAGE.top - _SLIP)
    made[0].insert(1, w("pBdr", cut_line("top")))
    return made


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
    middle = [w("vAlign", val="center")]
    return [
        _which_workshop(library),
        table(
            "RatingTable",
            _QUESTIONS,
            row(
                *(cell(paragraph("TableHead", text)) for text in ("{{ words.columns.question }}", "{{ marks }}")),
                height=_QUESTIONS_HEAD,
                header=True,
            ),
            statement_row("{%tr for question in form.questions %}", len(_QUESTIONS)),
            row(
                cell(paragraph("TableText", "{{ question.text }}"), properties=middle),
                cell(scale_paragraph("RatingMarks", mark_fields, _GAP), properties=middle),
                height=_QUESTION,
            ),
            statement_row("{%tr endfor %}", len(_QUESTIONS)),
            caption="{{ words.questions_description }}",
            header_row=True,
        ),
        _exactly("FormHelp", _NOTE - 1, "{{ words.form_note }}", above=1),
        writing_boxes(boxes, "{{ words.boxes_description }}", list(_BOXES.values()), _BOX),
    ]


def _which_workshop(library: Library) -> etree._Element:
    """The day and the workshop; the check boxes last, since LibreOffice puts a control around all after the first."""
    dated = Field("{{ form.key }}.date", "{{ form.dated }}", "{{ places.dated }}")
    boxes: list[etree._Element] = []
    for place in range(len(library.kits[_KIT].stages)):
        stage = f"form.stages[{place}]"
        field = Field(f"{{{{ {stage}.key }}}}", f"{{{{ {stage}.name }}}}", "{{ ticked }}")
        boxes += [run("   "), tick_control(field), run(f"\u00a0{{{{ {stage}.text }}}}")]
    return _exactly(
        "TableText",
        _WHICH,
        run("{{ words.dated }} "),
        date_control(dated),
        run("   {{ words.which }}"),
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
