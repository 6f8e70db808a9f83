"""The agenda of a managers' meeting: facts, points with times and room for topics, and whose turn it is next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.agenda import agenda_table, item_notes
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, fact_band, form, form_row
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, statement
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, writing_table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=12, before=6, after=1),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=4, spacing=1.0),
    "Between": replace(PARAGRAPHS["Between"], before=4, after=2),
    "TableText": replace(PARAGRAPHS["TableText"], size=10, after=1, spacing=1.0),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=10, after=1, spacing=1.0),
    "Clock": replace(PARAGRAPHS["Clock"], size=13),
    "TableNote": replace(PARAGRAPHS["TableNote"], after=1, spacing=1.0),
    "FactValue": replace(PARAGRAPHS["FactValue"], size=10.5, after=3, spacing=1.0, keep_next=True),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0, spacing=1.05),
}
_POINTS = (26, 17, 91, 48)
_TURNS = {"number": 12, "date": 40, "who": 55, "topic": 75}
_TURN, _NOTICE = 7.2, 10


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the agenda."""
    facts = [
        Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}")
        for key in ("date", "time", "place", "setter")
    ]
    notice = Field("notice", "{{ words.notice_title }}", "{{ notice }}")
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        fact_band([(fact, control(fact)) for fact in facts], "{{ words.facts_description }}", (50, 42, 36, 54)),
        paragraph("Between", "{{ words.own_note }}"),
        agenda_table(_POINTS, ("topic", _topic()), *item_notes()),
        paragraph("Between", "{{ words.notice_help }}"),
        form([form_row(notice, height=_NOTICE)], "{{ words.notice_description }}", (45, 137)),
        paragraph("Heading2", "{{ words.turns_title }}"),
        paragraph("FactValue", "{{ words.turns_lead }}"),
        _turns(),
        paragraph("Note", "{{ words.note }}"),
    )


def _topic() -> etree._Element:
    topic = Field("{{ item.key }}", "{{ item.topic_name }}", "{{ item.topic }}")
    return cell(
        statement("{%p if item.points %}"),
        paragraph("FormAnswer", control(topic)),
        statement("{%p else %}"),
        paragraph("TableNote", "{{ words.no_topic }}"),
        statement("{%p endif %}"),
    )


def _turns() -> etree._Element:
    answers = {
        key: Field(f"{{{{ row.key }}}}.{key}", f"{{{{ row.names.{key} }}}}", f"{{{{ row.{key} }}}}")
        for key in ("date", "who", "topic")
    }
    return writing_table(
        _TURNS,
        "row in turns",
        row(
            cell(paragraph("RatingNumber", "{{ row.number }}")),
            cell(paragraph("TableText", date_control(answers["date"]))),
            cell(paragraph("TableText", control(answers["who"]))),
            cell(paragraph("TableText", control(answers["topic"]))),
            height=_TURN,
        ),
        caption="{{ words.turns_description }}",
        names="words.turns_columns",
    )
