"""The overview of the action cards, a row each; on the back what is asked of the plan, and who does what from here."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, tick_control, writing_boxes
from ..page_parts.looks import PARAGRAPHS
from ..page_parts.markup import paragraph, run, where_known
from ..page_parts.page import A4_LANDSCAPE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, rows_by_count, statement_row, table, writing_table
from .action_card import status_control

_COLUMNS = {"card": 62, "how_far": 38, "left": 63, "who": 34, "deadline": 27, "again": 37}
_HEIGHTS, _MANY = {1: 54, 2: 54, 3: 38, 4: 28, 5: 23}, 17  # by the number of cards, so that a few fill the page
_BOXES = {"communication": 84, "information": 66, "evaluation": 111}
_BOX_HEIGHT = 36
_TASK = {"who": 62, "what": 153, "when": 46}
_TASK_HEIGHT = 10

PAGE = A4_LANDSCAPE
LOOKS = {
    "Lead": replace(PARAGRAPHS["Lead"], after=6),
    "PageTitle": replace(PARAGRAPHS["Heading2"], size=16, before=0, after=0, new_page=True),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=9, after=3),
    "Between": replace(PARAGRAPHS["Between"], before=0, after=4),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the overview."""
    boxes = [
        (f"{{{{ boxes.{key} }}}}", Field(key, f"{{{{ words.box_names.{key} }}}}", f"{{{{ places.{key} }}}}"))
        for key in _BOXES
    ]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        _cards(library),
        paragraph("Note", "{{ hint }}"),
        paragraph("PageTitle", "{{ words.back_title }}"),
        paragraph("Between", "{{ reminder }}"),
        writing_boxes(
            boxes,
            "{{ words.boxes_description }}",
            list(_BOXES.values()),
            _BOX_HEIGHT,
            [f"advice.{key}" for key in _BOXES],
        ),
        paragraph("Heading2", "{{ from_here }}"),
        _tasks(),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _cards(library: Library) -> etree._Element:
    return writing_table(
        _COLUMNS,
        "row in rows",
        *rows_by_count(_HEIGHTS, _MANY, len(_COLUMNS), lambda height: _row(library, height)),
        caption="{{ words.table_description }}",
        names="columns",
    )


def _row(library: Library, height: float) -> etree._Element:
    return row(
        cell(
            paragraph("FormLabel", control(_field("card", "title"))),
            *where_known("TableNote", "row.card"),
        ),
        cell(
            paragraph("TableText", status_control(_field("how_far"), library)),
            *where_known("TableNote", "row.follow_up"),
        ),
        cell(paragraph("TableText", control(_field("left")))),
        cell(paragraph("TableText", control(_field("who")))),
        cell(paragraph("TableText", date_control(_field("deadline")))),
        cell(
            paragraph(
                "TableText",
                tick_control(_field("again", "again")),
                run("\u00a0{{ words.again }} "),
                date_control(_field("again_date")),
            )
        ),
        height=height,
    )


def _field(key: str, value: str | None = None) -> Field:
    name = f"{{{{ row.name }}}}: {{{{ words.cell_names.{key} }}}}"
    return Field(f"{{{{ row.key }}}}.{key}", name, f"{{{{ row.{value or key} }}}}")


def _tasks() -> etree._Element:
    """Who does what and when, a row a task."""
    fields = {
        key: Field(f"{{{{ task.key }}}}.{key}", f"{{{{ task.names.{key} }}}}", f"{{{{ task.{key} }}}}") for key in _TASK
    }
    return table(
        "WritingTable",
        list(_TASK.values()),
        header_row(*(f"{{{{ words.does.columns.{key} }}}}" for key in _TASK)),
        statement_row("{%tr for task in tasks %}", len(_TASK)),
        row(
            cell(paragraph("TableText", control(fields["who"]))),
            cell(paragraph("TableText", control(fields["what"]))),
            cell(paragraph("TableText", date_control(fields["when"]))),
            height=_TASK_HEIGHT,
        ),
        statement_row("{%tr endfor %}", len(_TASK)),
        caption="{{ words.does.description }}",
        header_row=True,
    )
