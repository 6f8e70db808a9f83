"""The overview for AMO: a table of cards and elements, the approval, then a page for each card with eight rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, fact_band, form, form_row, tick_control
from ..page_parts.headings import page_heading
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import (
    alternative_rows,
    cell,
    cell_margins,
    header_row,
    row,
    statement_row,
    table,
    writing_table,
)

PAGE = Page(297, 210, top=23, bottom=15)
LOOKS: Mapping[str, Look] = {
    "Lead": replace(PARAGRAPHS["Lead"], size=12, after=6, spacing=1.15),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=7, after=2),
    "FormHelp": replace(PARAGRAPHS["FormHelp"], size=9, spacing=1.05),
    "FormLabel": replace(PARAGRAPHS["FormLabel"], spacing=1.05),
    "TableText": replace(PARAGRAPHS["TableText"], size=10, after=1, spacing=1.08),
    "TableNote": replace(PARAGRAPHS["TableNote"], size=9, after=1, spacing=1.05),
    "TableHead": replace(PARAGRAPHS["TableHead"], size=10),
    "TableNumber": replace(PARAGRAPHS["TableNumber"], size=10.5),
    "Between": replace(PARAGRAPHS["Between"], before=3, after=4),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0),
}
_NUMBER, _CARD, _COUNT = 10, 49, 18
_ELEMENTS = {
    "nature": 22,
    "severity": 22,
    "extent": 22,
    "causes": 22,
    "when": 22.5,
    "how": 22.5,
    "owner": 24,
    "follow_up": 27,
}
_COLUMNS = {"element": 47, "have": 138, "state": 26, "judged": 50}
_EXPLAINED = {"element": 40, "question": 76, "found_in": 145}
_HEIGHT, _IN_OVERVIEW, _MANY, _EXPLAINED_HEIGHT = 13, 12, 6.4, 8
_ASKED, _LESS = 19, 11.5  # millimetres to write an answer in
_CLOSE = (1.0, 2.4, 1.0, 2.4)  # millimetres around a text, so that a card fits its page
_FACTS = {"treated": 46, "approved": 40, "management": 57, "employees": 68, "yearly": 50}
_DATES = ("treated", "approved", "yearly")


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of an overview for AMO."""
    title = Field("{{ card.key }}.title", "{{ card.title_name }}", "{{ card.title }}")
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        statement("{%p if is_blank %}"),
        _explained(),
        paragraph("Note", "{{ words.explained_note }}"),
        statement("{%p else %}"),
        _matrix(),
        paragraph("Note", "{{ reading }}"),
        statement("{%p endif %}"),
        paragraph("Heading2", "{{ words.approval }}"),
        _approval(),
        statement("{%p if some %}"),
        paragraph("Between", "{{ words.asked_lead }}"),
        form(_asked(), "{{ words.asked_description }}", (66, 195)),
        statement("{%p endif %}"),
        *_own_note("few"),
        statement("{%p for card in cards %}"),
        page_heading(2, run("{{ card.begins }}"), control(title)),
        paragraph("Between", "{{ card.lead }}"),
        _card(),
        statement("{%p for text in card.notes %}"),
        paragraph("Note", "{{ text }}"),
        statement("{%p endfor %}"),
        statement("{%p endfor %}"),
        *_own_note("not few"),
    )


def _own_note(where: str) -> list[etree._Element]:
    """Whose words these are: on the first page where few cards leave room, else at the end."""
    return [statement(f"{{%p if {where} %}}"), paragraph("Note", "{{ words.own_note }}"), statement("{%p endif %}")]


def _explained() -> etree._Element:
    """What the eight elements are, where no card is known yet."""
    cells = [
        cell(paragraph("FormLabel" if key == "element" else "TableText", f"{{{{ row.{key} }}}}")) for key in _EXPLAINED
    ]
    return writing_table(
        _EXPLAINED,
        "row in explained",
        row(*cells, height=_EXPLAINED_HEIGHT),
        caption="{{ words.explained_description }}",
        names="words.explained",
    )


def _matrix() -> etree._Element:
    """A row for each card: what is covered and what is missing, in words."""
    widths = [_NUMBER, _CARD, *_ELEMENTS.values(), _COUNT]
    heads = [
        "{{ words.matrix.number }}",
        "{{ words.matrix.card }}",
        *(f"{{{{ words.elements.{key} }}}}" for key in _ELEMENTS),
        "{{ words.matrix.count }}",
    ]
    return table(
        "WritingTable",
        widths,
        header_row(*heads),
        statement_row("{%tr for card in cards %}", len(widths)),
        *alternative_rows("few", len(widths), _matrix_row(_IN_OVERVIEW), _matrix_row(_MANY)),
        statement_row("{%tr endfor %}", len(widths)),
        caption="{{ words.matrix_description }}",
        header_row=True,
        label_column=True,
    )


def _matrix_row(height: float) -> etree._Element:
    close = [cell_margins(*_CLOSE)]
    states = []
    for place in range(len(_ELEMENTS)):
        found = f"card.elements[{place}]"
        text = paragraph(
            "TableText",
            run(f"{{% if {found}.is_covered %}}"),
            run("{{ words.state.covered }}"),
            run("{% else %}"),
            run("{{ words.missing }}", "Strong"),
            run("{% endif %}"),
        )
        states.append(cell(text, properties=close))
    return row(
        cell(paragraph("TableNumber", "{{ card.number }}"), properties=close),
        cell(paragraph("FormLabel", "{{ card.in_overview }}"), properties=close),
        *states,
        cell(paragraph("TableText", run("{{ card.count }}", "Strong")), properties=close),
        height=height,
    )


def _approval() -> etree._Element:
    facts = []
    for key in _FACTS:
        field = Field(f"amo.{key}", f"{{{{ fact_labels.{key} }}}}", f"{{{{ facts.{key} }}}}")
        facts.append((field, date_control(field) if key in _DATES else control(field)))
    return fact_band(facts, "{{ words.approval_description }}", list(_FACTS.values()))


def _asked() -> list[etree._Element]:
    """What AMO settles, with as much room as the overview leaves."""
    fields = [
        Field(f"amo.{key}", f"{{{{ words.asked.{key} }}}}", f"{{{{ places.{key} }}}}") for key in ("fetch", "take")
    ]
    return [
        statement_row("{%tr if few %}", 2),
        *(form_row(field, height=_ASKED) for field in fields),
        statement_row("{%tr else %}", 2),
        *(form_row(field, height=_LESS) for field in fields),
        statement_row("{%tr endif %}", 2),
    ]


def _card() -> etree._Element:
    """What a card says of the eight elements: a row each, with room for what is missing and for AMO's judgement."""
    return writing_table(_COLUMNS, "element in card.elements", _element(), caption="{{ card.table }}")


def _element() -> etree._Element:
    close = [cell_margins(*_CLOSE)]
    judged = tick_control(_field("judged", "unticked"))
    return row(
        cell(
            paragraph("FormLabel", "{{ element.label }}"),
            paragraph("FormHelp", "{{ element.question }}"),
            properties=close,
        ),
        cell(
            statement("{%p for said in element.said %}"),
            paragraph("TableText", "{{ said.text }} ({{ said.source }})"),
            statement("{%p endfor %}"),
            *where_known("TableNote", "element.hint"),
            statement("{%p if not element.is_covered %}"),
            paragraph("TableText", control(_field("place", "element.place"))),
            statement("{%p endif %}"),
            properties=close,
        ),
        cell(*_state(), properties=close),
        cell(
            paragraph("TableText", control(_field("note", "places.note"))),
            # The last of its cell, since LibreOffice puts a control around all that follows the check box.
            paragraph("TableText", judged, run("\u00a0{{ words.judged }}")),
            properties=close,
        ),
        height=_HEIGHT,
    )


def _state() -> list[etree._Element]:
    """Whether it is covered, for whoever writes what is missing to correct; missing stands in bold."""
    field = _field("state", "element.state")
    return [
        statement("{%p if element.is_covered or is_blank %}"),
        paragraph("TableText", control(field)),
        statement("{%p else %}"),
        paragraph("TableText", control(field, style="Strong")),
        statement("{%p endif %}"),
    ]


def _field(what: str, value: str) -> Field:
    suffix = "" if what == "place" else f".{what}"
    key = f"{{{{ card.key }}}}.{{{{ element.key }}}}{suffix}"
    return Field(key, f"{{{{ element.names.{what} }}}}", f"{{{{ {value} }}}}")
