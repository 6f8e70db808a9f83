"""The answer in a hearing: who answers and what they say of the whole plan; on the next page, card by card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, form, form_row, send_to_paragraph, tick_control
from ..page_parts.headings import page_heading
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, where_known
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, rows_by_count, statement_row, table, writing_table

PAGE = Page(210, 297, top=26, bottom=18)
LOOKS: Mapping[str, Look] = {
    "Lead": replace(PARAGRAPHS["Lead"], after=8, spacing=1.15),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=10, after=3),
    "RatingMarks": replace(PARAGRAPHS["TableText"], after=3),
    "Between": replace(PARAGRAPHS["Between"], before=0, after=5),
}
_WHO = (38, 136)
_CARDS = {"card": 45, "good": 43, "change": 43, "missing": 43}
_HEIGHTS = {1: 60, 2: 60, 3: 60, 4: 48, 5: 39}  # millimetres of a row where there are so many: they fill a page
_MANY = 30


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of an answer in a hearing."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        _facts(),
        *_who(),
        *_whole_plan(),
        *_stances(library),
        form(
            [_written(f"behalf.{key}", f"{{{{ words.behalf.{key} }}}}", "role") for key in ("management", "employees")],
            "{{ words.behalf_description }}",
            _WHO,
        ),
        paragraph("Note", run("{{ words.advice }} "), run("{{ afterwards }}")),
        page_heading(2, "{{ words.cards }}"),
        paragraph("Between", "{{ words.cards_lead }}"),
        _cards(),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _facts() -> etree._Element:
    """By when and to whom the answer goes."""
    deadline, send_to, version, case_number = (
        Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}")
        for key in ("deadline", "send_to", "version", "case_number")
    )
    cells = [
        cell(paragraph("FactLabel", field.label), made)
        for field, made in (
            (deadline, paragraph("FactValue", date_control(deadline))),
            (send_to, send_to_paragraph("FactValue", send_to, "facts")),
            (version, paragraph("FactValue", control(version))),
            (case_number, paragraph("FactValue", control(case_number))),
        )
    ]
    return table("FactBand", (36, 70, 32, 36), row(*cells, height=14), caption="{{ words.facts_description }}")


def _who() -> list[etree._Element]:
    date = Field("answer.date", "{{ words.who.date }}", "{{ places.date }}")
    rows = [
        *(_written(f"answer.{key}", f"{{{{ words.who.{key} }}}}", key) for key in ("forum", "behalf")),
        row(cell(paragraph("FormLabel", date.label)), cell(paragraph("FormAnswer", date_control(date))), height=10),
    ]
    return [paragraph("Heading2", "{{ words.who_title }}"), form(rows, "{{ words.who_description }}", _WHO)]


def _written(key: str, label: str, place: str) -> etree._Element:
    return form_row(Field(key, label, f"{{{{ places.{place} }}}}"), height=10)


def _whole_plan() -> list[etree._Element]:
    answer = Field("{{ question.key }}", "{{ question.text }}", "{{ places.general }}", "{{ question.name }}")
    rows = [
        statement_row("{%tr for question in questions %}", 2),
        form_row(answer, height=23),
        statement_row("{%tr endfor %}", 2),
    ]
    return [paragraph("Heading2", "{{ words.general }}"), form(rows, "{{ words.general_description }}", _WHO)]


def _stances(library: Library) -> list[etree._Element]:
    """What the answer comes to, a check box each: one by one, since LibreOffice draws a loop's end into a check box."""
    stances = library.words["hearing-response"]["stances"]
    boxes = {key: Field(f"stance.{key}", f"{{{{ stance_names.{key} }}}}", "{{ unticked }}") for key in stances}
    return [
        paragraph("Heading2", "{{ words.stance }}"),
        *(
            paragraph("RatingMarks", tick_control(box), run(f"\u00a0{{{{ words.stances.{key} }}}}"))
            for key, box in boxes.items()
        ),
    ]


def _cards() -> etree._Element:
    """A row for each card, higher where there are few."""
    rows = rows_by_count(_HEIGHTS, _MANY, len(_CARDS), _card)
    return writing_table(_CARDS, "card in cards", *rows, caption="{{ words.cards_description }}")


def _card(height: float) -> etree._Element:
    title = _field("card", "card.title")
    answers = [_field(key, f"places.{key}") for key in ("good", "change", "missing")]
    return row(
        cell(
            paragraph("FormLabel", run("{{ card.number }} ", "LabelNumber"), control(title)),
            *where_known("TableNote", "card.goal"),
        ),
        *(cell(paragraph("TableText", control(field))) for field in answers),
        height=height,
    )


def _field(key: str, value: str) -> Field:
    return Field(f"{{{{ card.key }}}}.{key}", f"{{{{ card.names.{key} }}}}", f"{{{{ {value} }}}}")
