"""The worksheet for one theme: how it shows itself, four support questions, what is there and what is missing."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ..models.forms import Scale
from ..models.library import Library
from ..page_parts.forms import Field, control, form, form_row, scale_paragraph, writing_boxes
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import alternative_rows, cell, row, statement_row
from .action_card import questions

# Millimetres: room to write by hand, shared so that a blank sheet fills its page.
_GAP = 14  # millimetres from one box of the scale to the next
_SHOWS_AS, _ASSESSMENT, _BASIS, _EXPERIENCES, _INSPIRATION, _BOXES = 15, 10, 11, 20, 18, 17
_ROOMY_SHOWS_AS = 19  # where title and questions leave room
_IDEAS, _LEAST_IDEAS = (46, 43, 40), 31  # the first where they take no extra line, then one, then two

PAGE = A4
_WIDTHS = (70, 104)
LOOKS = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=3),
    "TableText": replace(PARAGRAPHS["TableText"], size=10, after=0),
    "Between": replace(PARAGRAPHS["Between"], before=3, after=2, spacing=1.08),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=11.5, before=4, after=0),
    "Note": replace(PARAGRAPHS["Note"], before=2, after=0),
    "Closing": Look(10.5, bold=True, before=6, after=0),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of a qualification sheet."""
    title = Field("title", "{{ words.title_label }}", "{{ title }}")
    question = Field("question", "{{ words.question_label }}", "{{ question }}")
    group = Field("group", "{{ words.group }}", "{{ group }}")
    boxes = [(field.label, field) for field in (_field("existing"), _field("missing"))]
    sheet.add(
        paragraph("Kicker", run("{{ kicker }} · {{ words.group }} "), control(group)),
        statement("{%p if has_title %}"),
        paragraph("Heading1", control(title)),
        statement("{%p else %}"),
        paragraph("FactLabel", title.label),
        paragraph("HeadingToWrite", control(title)),
        statement("{%p endif %}"),
        statement("{%p if theme_questions %}"),
        *questions("theme_questions"),
        statement("{%p else %}"),
        paragraph("LineToWrite", run(f"{question.label}: "), control(question)),
        statement("{%p endif %}"),
        *where_known("TableText", "hint"),
        *where_known("TableText", "found"),
        paragraph("TableText", run("{{ words.careful }}", "Strong")),
        paragraph("Between", "{{ purpose }}"),
        paragraph("Heading2", "{{ questions_title }}"),
        paragraph("Between", "{{ instruction }}"),
        form(_rows(library.samlet_plan.qualification.scale), "{{ words.table_description }}", _WIDTHS),
        paragraph("Between", "{{ advice }}"),
        writing_boxes(boxes, "{{ words.boxes_description }}", (83, 91), _BOXES),
        paragraph("Closing", "{{ closing }}"),
        paragraph("TableText", "{{ next }}"),
        paragraph("Note", "{{ own_note }}"),
    )


def _field(key: str) -> Field:
    return Field(key, f"{{{{ labels.{key} }}}}", f"{{{{ answers.{key} }}}}")


def _rows(scale: Scale) -> list[etree._Element]:
    return [
        *alternative_rows("not extra_lines", 2, _shows_as(_ROOMY_SHOWS_AS), _shows_as(_SHOWS_AS)),
        *_assessment(scale),
        form_row(Field("assessment_basis", "{{ words.basis }}", "{{ answers.assessment_basis }}"), height=_BASIS),
        _question("experiences", _EXPERIENCES),
        _question("inspiration", _INSPIRATION),
        *_ideas(),
    ]


def _ideas() -> list[etree._Element]:
    """The room for ideas takes what the page has left."""
    tiers = [
        made
        for lines, height in enumerate(_IDEAS)
        for made in (
            statement_row(f"{{%tr {'elif' if lines else 'if'} extra_lines == {lines} %}}", 2),
            _question("ideas", height),
        )
    ]
    return [
        *tiers,
        statement_row("{%tr else %}", 2),
        _question("ideas", _LEAST_IDEAS),
        statement_row("{%tr endif %}", 2),
    ]


def _shows_as(height: float) -> etree._Element:
    field = _field("shows_as")
    label = cell(paragraph("FormLabel", field.label), paragraph("FormHelp", "{{ help.shows_as }}"))
    return row(label, cell(paragraph("FormAnswer", control(field))), height=height)


def _asked(key: str) -> list[etree._Element]:
    """The label of a support question: its number, its name and what it asks."""
    name = paragraph("FormLabel", run(f"{{{{ numbers.{key} }}}} ", "LabelNumber"), run(f"{{{{ labels.{key} }}}}"))
    return [name, paragraph("TableText", f"{{{{ questions.{key} }}}}")]


def _question(key: str, height: float) -> etree._Element:
    return row(cell(*_asked(key)), cell(paragraph("FormAnswer", control(_field(key)))), height=height)


def _assessment(scale: Scale) -> list[etree._Element]:
    """A row of check boxes for each group; what is asked and the words of the scale stand in the first."""
    boxes: list[tuple[Field, str]] = []
    for place, number in enumerate(range(scale.low, scale.high + 1)):
        mark = f"assessment.marks[{place}]"
        field = Field(f"{{{{ {mark}.key }}}}", f"{{{{ {mark}.title }}}}", f"{{{{ {mark}.ticked }}}}")
        boxes.append((field, str(number)))
    label = cell(
        statement("{%p if loop.first %}"),
        *_asked("assessment"),
        statement("{%p endif %}"),
        *where_known("FormLabel", "assessment.group"),
    )
    answer = cell(
        statement("{%p if loop.first %}"),
        paragraph("FormHelp", "{{ scale_help }}"),
        statement("{%p endif %}"),
        # The last of its cell, since LibreOffice puts a control around all that follows the first check box.
        scale_paragraph("FormAnswer", boxes, _GAP),
    )
    return [
        statement_row("{%tr for assessment in assessments %}", 2),
        row(label, answer, height=_ASSESSMENT),
        statement_row("{%tr endfor %}", 2),
    ]
