"""What everybody thinks over before the meeting: for each factor an example, and two marks on the ladder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, tick_control, writing_boxes
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, writing_table

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=14, before=8, after=5),
    "PageTitle": replace(PARAGRAPHS["Heading2"], size=14, before=0, after=5, new_page=True),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=4, spacing=1.1),
    "Note": replace(PARAGRAPHS["Note"], before=5, after=0),
}
_LADDER = {"number": 14, "step": 112, "current": 24, "desired": 24}
_STEP, _EXAMPLE, _AMBITION = 14, 45, 43


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        statement("{%p for factor in factors %}{%p if loop.first %}"),
        paragraph("Heading2", "{{ factor.title }}"),
        statement("{%p else %}"),
        paragraph("PageTitle", "{{ factor.title }}"),
        statement("{%p endif %}"),
        _box("example", _EXAMPLE),
        paragraph("Between", "{{ words.between }}"),
        _ladder(),
        paragraph("Between", "{{ words.between_boxes }}"),
        _box("ambition", _AMBITION),
        paragraph("Note", "{{ factor.note }}"),
        statement("{%p endfor %}"),
    )


def _box(key: str, height: float) -> etree._Element:
    field = Field(f"{{{{ factor.key }}}}.{key}", f"{{{{ factor.names.{key} }}}}", f"{{{{ factor.boxes.{key} }}}}")
    label = f"{{{{ words.labels.{key} }}}}"
    return writing_boxes([(label, field)], f"{{{{ words.descriptions.{key} }}}}", [PAGE.text_width], height)


def _ladder() -> etree._Element:
    return writing_table(
        _LADDER,
        "row in factor.rows",
        row(
            cell(paragraph("RatingNumber", "{{ row.number }}")),
            cell(paragraph("TableText", run("{{ row.name }}: ", "Strong"), run("{{ row.text }}"))),
            _mark("current"),
            _mark("desired"),
            height=_STEP,
        ),
        caption="{{ words.table_description }}",
    )


def _mark(kind: str) -> etree._Element:
    field = Field(f"{{{{ row.key }}}}.{kind}", f"{{{{ row.names.{kind} }}}}", "{{ ticked }}")
    return cell(paragraph("RatingMarks", tick_control(field)))
