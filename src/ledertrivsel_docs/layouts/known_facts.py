"""What is known: the source's sentence, a row for each place to know something from, and what it points to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, writing_boxes
from ..page_parts.looks import DENSE, PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, table, writing_table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    **DENSE,
    "Between": replace(PARAGRAPHS["Between"], before=6, after=5),
    "FormHelp": replace(PARAGRAPHS["FormHelp"], size=9, spacing=1.05),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0),
}
_COLUMNS = {"where": 45, "source": 33, "tells": 56, "not": 48}
_HEIGHT = 19
_BOXES = {"themes": 70, "lacking": 112}
_BOX_HEIGHT = 17


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    boxes = [
        (f"{{{{ words.boxes.{key} }}}}", Field(key, f"{{{{ words.boxes.{key} }}}}", f"{{{{ places.{key} }}}}"))
        for key in _BOXES
    ]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        _band(),
        paragraph("Between", run("{{ words.personal_title }} ", "Strong"), run("{{ words.personal }}")),
        writing_table(_COLUMNS, "row in rows", _row(), caption="{{ words.table_description }}"),
        paragraph("Between", "{{ words.boxes_lead }}"),
        writing_boxes(boxes, "{{ words.boxes_description }}", list(_BOXES.values()), _BOX_HEIGHT),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _band() -> etree._Element:
    filled_by = Field("filled_by", "{{ words.filled_by }}", "{{ filled_by }}")
    dated = Field("dated", "{{ words.dated }}", "{{ dated }}")
    cells = (
        cell(paragraph("FactLabel", "{{ knowledge.title }}"), paragraph("TableText", "{{ knowledge.text }}")),
        cell(paragraph("FactLabel", "{{ words.asked_title }}"), paragraph("TableText", "{{ asked }}")),
        cell(
            paragraph("FactLabel", filled_by.label),
            paragraph("TableText", control(filled_by)),
            paragraph("FactLabel", dated.label),
            paragraph("TableText", date_control(dated)),
        ),
    )
    return table("FactBand", (58, 84, 40), row(*cells), caption="{{ words.band_description }}")


def _row() -> etree._Element:
    """A row; the place to know something from is printed, or in the last row written."""
    other = Field("{{ row.key }}.where", "{{ row.name }}", "{{ row.title }}")
    title = cell(
        statement("{%p if row.is_other %}"),
        paragraph("FormLabel", control(other)),
        statement("{%p else %}"),
        paragraph("FormLabel", "{{ row.title }}"),
        statement("{%p endif %}"),
        *where_known("FormHelp", "row.help"),
    )
    return row(title, *(_answer(key) for key in ("source", "tells", "not")), height=_HEIGHT)


def _answer(key: str) -> etree._Element:
    field = Field(f"{{{{ row.key }}}}.{key}", f"{{{{ row.names.{key} }}}}", f"{{{{ places.{key} }}}}")
    return cell(paragraph("TableText", control(field)))
