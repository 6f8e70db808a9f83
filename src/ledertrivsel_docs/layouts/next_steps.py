"""The overview of the action cards, a row each, and four boxes for what happens next."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, tick_control, writing_boxes
from ..page_parts.looks import PARAGRAPHS
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table
from .action_card import status_control

_COLUMNS = {"card": 63, "how_far": 50, "left": 47, "who": 33, "deadline": 30, "again": 38}
_HEIGHT, _ROOMY = 13, 36  # the second for a page with one or two cards
_BOXES = {"communication": 72, "information": 58, "evaluation": 52, "from_here": 79}
_BOX_HEIGHT = 29
LOOKS = {"Lead": replace(PARAGRAPHS["Lead"], after=7)}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the overview."""
    columns = len(_COLUMNS)
    boxes = [
        (f"{{{{ boxes.{key} }}}}", Field(key, f"{{{{ words.box_names.{key} }}}}", f"{{{{ places.{key} }}}}"))
        for key in _BOXES
    ]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        table(
            "WritingTable",
            list(_COLUMNS.values()),
            header_row(*(f"{{{{ columns.{key} }}}}" for key in _COLUMNS)),
            statement_row("{%tr for row in rows %}", columns),
            statement_row("{%tr if few %}", columns),
            _row(library, _ROOMY),
            statement_row("{%tr else %}", columns),
            _row(library, _HEIGHT),
            statement_row("{%tr endif %}", columns),
            statement_row("{%tr endfor %}", columns),
            caption="{{ words.table_description }}",
            header_row=True,
            label_column=True,
        ),
        paragraph("Between", "{{ reminder }}"),
        writing_boxes(boxes, "{{ words.boxes_description }}", list(_BOXES.values()), _BOX_HEIGHT),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _row(library: Library, height: float) -> etree._Element:
    return row(
        cell(paragraph("FormLabel", control(_field("card", "title")))),
        cell(
            paragraph("TableText", status_control(_field("how_far"), library)),
            statement("{%p if row.follow_up %}"),
            paragraph("TableNote", "{{ row.follow_up }}"),
            statement("{%p endif %}"),
        ),
        cell(paragraph("TableText", control(_field("left")))),
        cell(paragraph("TableText", control(_field("who")))),
        cell(paragraph("TableText", date_control(_field("deadline")))),
        cell(paragraph("TableText", tick_control(_field("again", "again")), run("\u00a0{{ words.again }}"))),
        height=height,
    )


def _field(key: str, value: str | None = None) -> Field:
    name = f"{{{{ row.name }}}}: {{{{ words.cell_names.{key} }}}}"
    return Field(f"{{{{ row.key }}}}.{key}", name, f"{{{{ row.{value or key} }}}}")
