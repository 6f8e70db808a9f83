"""The status at the half-year: a row for each card; on the next page, what it comes to for the whole plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, fact_band, writing_boxes
from ..page_parts.headings import page_heading
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, rows_by_count, table, writing_table
from .action_card import status_control

PAGE = Page(297, 210, sides=14, top=22, bottom=15)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=22, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=12, after=5, spacing=1.1),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=9, after=3),
    "Between": replace(PARAGRAPHS["Between"], before=3, after=4),
    "TableNote": replace(PARAGRAPHS["TableNote"], size=9, after=1, spacing=1.05),
    "FactValue": replace(PARAGRAPHS["FactValue"], size=10.5, spacing=1.05),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=3),
}
_CARDS = {"card": 78, "status": 38, "done": 42, "effect": 42, "next": 44, "date": 25}
# Millimetres of a row where there are so many: they fill a page, or share two of them.
_HEIGHTS = {1: 55, 2: 45, 3: 30, 4: 21.5, 5: 18, 6: 30, 10: 21, 11: 21, 12: 24}
_MANY = 26
_PARKED = {"theme": 89, "answer": 90, "then": 90}
_PARKED_HEIGHT = 14
_BOXES = {"learned": 89, "new": 90, "tell": 90}
_BOX_HEIGHTS = (100, 60, 49)  # by the number of parked themes
_LEAST_BOXES = 26
_FACTS = ("date", "where", "home", "gathered_by")
_BAND = (48, 117, 60, 44)
_FORUMS = 4  # at most


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the status."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        _band(),
        paragraph("Note", "{{ hint }}"),
        _cards(library),
        page_heading(2, "{{ words.whole }}"),
        paragraph("Between", "{{ advice }}"),
        *_boxes(),
        statement("{%p if parked %}"),
        paragraph("Heading2", "{{ words.parked }}"),
        _parked(),
        statement("{%p endif %}"),
        paragraph("Heading2", "{{ words.again }}"),
        _again(),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _band() -> etree._Element:
    fields = {key: Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}") for key in _FACTS}
    made = {key: paragraph("FactValue", control(field)) for key, field in fields.items()}
    made["date"] = paragraph("FactValue", date_control(fields["date"]))
    where = [
        statement("{%p if not forums %}"),
        paragraph("FactValue", control(fields["where"])),
        statement("{%p endif %}"),
        *(part for place in range(_FORUMS) for part in _forum(place)),
    ]
    cells = [
        cell(paragraph("FactLabel", fields[key].label), *(where if key == "where" else [made[key]])) for key in _FACTS
    ]
    return table("FactBand", _BAND, row(*cells, height=14), caption="{{ words.facts_description }}")


def _forum(place: int) -> list[etree._Element]:
    """A forum and the day it discusses the status, on a line of its own."""
    forum = f"forums[{place}]"
    dated = Field(f"{{{{ {forum}.key }}}}.held", f"{{{{ {forum}.field }}}}", "{{ places.forum_date }}")
    return [
        statement(f"{{%p if forums|length > {place} %}}"),
        paragraph("FactValue", run(f"{{{{ {forum}.name }}}}\u00a0"), date_control(dated)),
        statement("{%p endif %}"),
    ]


def _cards(library: Library) -> etree._Element:
    rows = rows_by_count(_HEIGHTS, _MANY, len(_CARDS), lambda height: _card(library, height))
    return writing_table(_CARDS, "card in cards", *rows, caption="{{ words.table_description }}")


def _card(library: Library, height: float) -> etree._Element:
    title = _field("card", "card.title")
    new_date = _field("date", "places.new_date")
    return row(
        cell(
            paragraph("FormLabel", run("{{ card.number }} ", "LabelNumber"), control(title)),
            paragraph("TableNote", run("{{ words.owner }}"), control(_field("owner", "card.owner"))),
            paragraph("TableNote", run("{{ words.goal }}"), control(_field("goal", "card.goal"))),
        ),
        cell(
            paragraph("TableNote", run("{{ words.planned }}"), control(_field("planned", "card.planned"))),
            paragraph(
                "TableNote", run("{{ words.status }}"), status_control(_field("status", "places.status"), library)
            ),
            paragraph("TableNote", run("{{ words.agreed }}"), date_control(_field("agreed", "card.agreed"))),
        ),
        *(cell(paragraph("TableText", control(_field(key, f"places.{key}")))) for key in ("done", "effect")),
        cell(*where_known("TableNote", "card.decided"), paragraph("TableText", control(_field("next", "places.next")))),
        cell(paragraph("TableText", date_control(new_date))),
        height=height,
    )


def _field(key: str, value: str) -> Field:
    return Field(f"{{{{ card.key }}}}.{key}", f"{{{{ card.names.{key} }}}}", f"{{{{ {value} }}}}")


def _parked() -> etree._Element:
    fields = {
        key: Field(f"{{{{ theme.key }}}}.{key}", f"{{{{ theme.names.{key} }}}}", f"{{{{ {value} }}}}")
        for key, value in (("theme", "theme.title"), ("answer", "places.answer"), ("then", "places.then"))
    }
    return writing_table(
        _PARKED,
        "theme in parked",
        row(
            cell(paragraph("FormLabel", control(fields["theme"])), *where_known("TableNote", "theme.answer")),
            *(cell(paragraph("TableText", control(fields[key]))) for key in ("answer", "then")),
            height=_PARKED_HEIGHT,
        ),
        caption="{{ words.parked_description }}",
        names="words.parked_columns",
    )


def _boxes() -> list[etree._Element]:
    """Questions to the whole plan, with the room that the parked themes leave."""
    made: list[etree._Element] = []
    for count, height in enumerate(_BOX_HEIGHTS):
        made += [statement(f"{{%p {'elif' if made else 'if'} parked|length == {count} %}}"), _boxes_of(height)]
    return [*made, statement("{%p else %}"), _boxes_of(_LEAST_BOXES), statement("{%p endif %}")]


def _boxes_of(height: float) -> etree._Element:
    fields = [Field(key, f"{{{{ words.boxes.{key} }}}}", f"{{{{ places.{key} }}}}") for key in _BOXES]
    boxes = [(field.label, field) for field in fields]
    return writing_boxes(boxes, "{{ words.boxes_description }}", list(_BOXES.values()), height)


def _again() -> etree._Element:
    next_date = Field("next_date", "{{ words.again_facts.next_date }}", "{{ places.new_date }}")
    next_by = Field("next_by", "{{ words.again_facts.next_by }}", "{{ places.gathered_by }}")
    made = [(next_date, date_control(next_date)), (next_by, control(next_by))]
    return fact_band(made, "{{ words.again_description }}", (89, 180))
