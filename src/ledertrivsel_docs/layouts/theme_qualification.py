"""The worksheet for one theme: how it shows itself, four support questions, what is there and what is missing."""

from __future__ import annotations

from lxml import etree

from ..models.library import Library
from ..page_parts.forms import Field, control, form, tick_control, writing_boxes
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row

# Millimetres: room to write by hand, shared so that a blank sheet fills its page.
_SHOWS_AS, _ASSESSMENT = 27, 20
_HEIGHTS = {"experiences": 37, "inspiration": 27, "ideas": 37}
_BOXES = 29


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
        statement("{%p for question in theme_questions %}"),
        paragraph("Lead", "{{ question }}"),
        statement("{%p endfor %}"),
        statement("{%p else %}"),
        paragraph("Lead", control(question)),
        statement("{%p endif %}"),
        statement("{%p if hint %}"),
        paragraph("TableText", "{{ hint }}"),
        statement("{%p endif %}"),
        paragraph("Between", "{{ instruction }}"),
        form([_shows_as(), _assessment(), *map(_question, _HEIGHTS)], "{{ words.table_description }}"),
        paragraph("Between", "{{ advice }}"),
        writing_boxes(boxes, "{{ words.boxes_description }}", (87, 87), _BOXES),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _field(key: str) -> Field:
    return Field(key, f"{{{{ labels.{key} }}}}", f"{{{{ answers.{key} }}}}")


def _shows_as() -> etree._Element:
    field = _field("shows_as")
    label = cell(paragraph("FormLabel", field.label), paragraph("FormHelp", "{{ help.shows_as }}"))
    return row(label, cell(paragraph("FormAnswer", control(field))), height=_SHOWS_AS)


def _asked(key: str) -> etree._Element:
    """The label of a support question: its number, its name and what it asks."""
    name = paragraph("FormLabel", run(f"{{{{ numbers.{key} }}}} ", "LabelNumber"), run(f"{{{{ labels.{key} }}}}"))
    return cell(name, paragraph("TableText", f"{{{{ questions.{key} }}}}"))


def _question(key: str) -> etree._Element:
    return row(_asked(key), cell(paragraph("FormAnswer", control(_field(key)))), height=_HEIGHTS[key])


def _assessment() -> etree._Element:
    mark = Field("{{ mark.key }}", "{{ mark.title }}", "{{ mark.ticked }}")
    return row(
        _asked("assessment"),
        cell(
            statement("{%p for assessment in assessments %}"),
            paragraph(
                "FormAnswer",
                run("{% if assessment.group %}"),
                run("{{ assessment.group }}: "),
                run("{% endif %}{% for mark in assessment.marks %}"),
                tick_control(mark),
                run("\u00a0{{ mark.number }}    "),
                run("{% endfor %}"),
            ),
            statement("{%p endfor %}"),
            paragraph("FormHelp", "{{ scale_help }}"),
        ),
        height=_ASSESSMENT,
    )
