"""The conversation guide: a round below the other, each with its questions and room for notes beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, statement, where_known
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=4, spacing=1.0),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=12, before=0, after=1, spacing=1.02),
    "TableText": replace(PARAGRAPHS["TableText"], size=10.5, after=2, spacing=1.0),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=10, after=0.6, spacing=1.0),
    "FormAnswer": replace(PARAGRAPHS["FormAnswer"], size=10.5, spacing=1.15),
    "FormLabel": replace(PARAGRAPHS["FormLabel"], size=11, after=1),
    "Note": replace(PARAGRAPHS["Note"], before=3, after=0),
}
_WIDTHS = (116, 66)
_HEIGHT, _ACUTE = 54, 17


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the guide."""
    acute = Field("acute", "{{ words.acute.title }}", "{{ acute }}")
    notes = Field("{{ round.key }}", "{{ round.name }}", "{{ round.notes }}")
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        table(
            "WritingTable",
            _WIDTHS,
            header_row("{{ words.columns.questions }}", "{{ words.columns.notes }}"),
            statement_row("{%tr for round in rounds %}", 2),
            row(_questions(), cell(paragraph("FormAnswer", control(notes))), height=_HEIGHT),
            statement_row("{%tr if round.first %}", 2),
            row(_acute_label(), cell(paragraph("FormAnswer", control(acute))), height=_ACUTE),
            statement_row("{%tr endif %}", 2),
            statement_row("{%tr endfor %}", 2),
            caption="{{ words.table_description }}",
            header_row=True,
        ),
        paragraph("Note", "{{ words.note }}"),
    )


def _questions() -> etree._Element:
    return cell(
        paragraph("Heading2", "{{ round.title }}"),
        *where_known("TableNote", "round.time"),
        statement("{%p for question in round.questions %}"),
        paragraph("TableBullet", "{{ question }}"),
        statement("{%p endfor %}"),
    )


def _acute_label() -> etree._Element:
    """What can't wait has a row of its own, below the round that asks for it."""
    return cell(paragraph("Heading2", "{{ words.acute.title }}"), paragraph("TableNote", "{{ words.acute.help }}"))
