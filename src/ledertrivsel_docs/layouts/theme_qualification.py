"""The worksheet for one theme: how it shows itself, four support questions, what is there and what is missing."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ..models.forms import Scale
from ..models.library import Library
from ..page_parts.forms import Field, control, form, tick_control, writing_boxes
from ..page_parts.looks import PARAGRAPHS
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, statement_row
from .action_card import questions

# Millimetres: room to write by hand, shared so that a blank sheet fills its page.
_SHOWS_AS, _ASSESSMENT, _EXPERIENCES, _INSPIRATION, _BOXES = 25, 10, 33, 25, 25
_IDEAS, _ROOMY_IDEAS = 27, 47  # the second where title and questions leave room

PAGE = Page(210, 297, bottom=17)
LOOKS = {"Lead": replace(PARAGRAPHS["Lead"], after=5)}


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
        paragraph("HeadingToWrite", control(title)),
        statement("{%p endif %}"),
        statement("{%p if theme_questions %}"),
        *questions("theme_questions"),
        statement("{%p else %}"),
        paragraph("Lead", control(question)),
        statement("{%p endif %}"),
        statement("{%p if hint %}"),
        paragraph("TableText", "{{ hint }}"),
        statement("{%p endif %}"),
        paragraph("Between", "{{ instruction }}"),
        form(_rows(library.samlet_plan.qualification.scale), "{{ words.table_description }}"),
        paragraph("Between", "{{ advice }}"),
        writing_boxes(boxes, "{{ words.boxes_description }}", (87, 87), _BOXES),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _field(key: str) -> Field:
    return Field(key, f"{{{{ labels.{key} }}}}", f"{{{{ answers.{key} }}}}")


def _rows(scale: Scale) -> list[etree._Element]:
    return [
        _shows_as(),
        *_assessment(scale),
        _question("experiences", _EXPERIENCES),
        _question("inspiration", _INSPIRATION),
        statement_row("{%tr if roomy %}", 2),
        _question("ideas", _ROOMY_IDEAS),
        statement_row("{%tr else %}", 2),
        _question("ideas", _IDEAS),
        statement_row("{%tr endif %}", 2),
    ]


def _shows_as() -> etree._Element:
    field = _field("shows_as")
    label = cell(paragraph("FormLabel", field.label), paragraph("FormHelp", "{{ help.shows_as }}"))
    return row(label, cell(paragraph("FormAnswer", control(field))), height=_SHOWS_AS)


def _asked(key: str) -> list[etree._Element]:
    """The label of a support question: its number, its name and what it asks."""
    name = paragraph("FormLabel", run(f"{{{{ numbers.{key} }}}} ", "LabelNumber"), run(f"{{{{ labels.{key} }}}}"))
    return [name, paragraph("TableText", f"{{{{ questions.{key} }}}}")]


def _question(key: str, height: float) -> etree._Element:
    return row(cell(*_asked(key)), cell(paragraph("FormAnswer", control(_field(key)))), height=height)


def _assessment(scale: Scale) -> list[etree._Element]:
    """A row of check boxes for each group; what is asked and the words of the scale stand in the first."""
    boxes: list[etree._Element] = []
    for place, number in enumerate(range(scale.low, scale.high + 1)):
        mark = f"assessment.marks[{place}]"
        field = Field(f"{{{{ {mark}.key }}}}", f"{{{{ {mark}.title }}}}", f"{{{{ {mark}.ticked }}}}")
        boxes += [tick_control(field), run(f"\u00a0{number}      ")]
    label = cell(
        statement("{%p if loop.first %}"),
        *_asked("assessment"),
        statement("{%p endif %}"),
        statement("{%p if assessment.group %}"),
        paragraph("FormLabel", "{{ assessment.group }}"),
        statement("{%p endif %}"),
    )
    answer = cell(
        statement("{%p if loop.first %}"),
        paragraph("FormHelp", "{{ scale_help }}"),
        statement("{%p endif %}"),
        # The last of its cell, since LibreOffice puts a control around all that follows the first check box.
        paragraph("FormAnswer", *boxes),
    )
    return [
        statement_row("{%tr for assessment in assessments %}", 2),
        row(label, answer, height=_ASSESSMENT),
        statement_row("{%tr endfor %}", 2),
    ]
