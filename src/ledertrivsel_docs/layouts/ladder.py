"""The ladder on A3: a row for each step, the highest and darkest first, with room for a mark from everybody."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from functools import partial

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, shading
from ..page_parts.page import A3
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, rows_by_count, statement_row, writing_table

PAGE = A3
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=30, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=15, after=6, spacing=1.1),
    "TableHead": replace(PARAGRAPHS["TableHead"], size=17),
    "RatingNumber": replace(PARAGRAPHS["RatingNumber"], size=44, heading_font=True, colour="text1"),
    "TopNumber": replace(PARAGRAPHS["RatingNumber"], size=44, heading_font=True, colour="background1"),
    "RatingTheme": Look(26, bold=True, heading_font=True, after=2, spacing=1.0),
    "RatingText": Look(20, spacing=1.08),
    "Note": replace(PARAGRAPHS["Note"], size=11, before=5, after=0),
}
_WIDTHS = {"number": 26, "step": 178, "current": 90, "desired": 90}
_HEIGHTS = {2: 90.0, 3: 62.0, 4: 47.0, 5: 40.5, 6: 31.0, 7: 26.5, 8: 23.0, 9: 20.0}
_MANY = 18.0
_NUMBER = "{{ row.number }}"
# Tints of grey by the shade of a step, so that ink can be read on them in any brand; the top step has the full colour.
_TINTS = {1: "14", 2: "2B", 3: "45", 4: "66"}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the ladder."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        writing_table(
            _WIDTHS,
            "row in rows",
            *_shaded(),
            caption="{{ words.table_description }}",
        ),
        paragraph("Note", "{{ own_note }}"),
    )


def _shaded() -> list[etree._Element]:
    """A step in each shade, as high as the number of steps allows; the top one in the full colour."""
    made: list[etree._Element] = []
    for shade, tint in _TINTS.items():
        number = cell(paragraph("RatingNumber", _NUMBER), properties=[shading("accent6", tint)])
        made.append(statement_row(f"{{%tr {'elif' if made else 'if'} row.shade == {shade} %}}", len(_WIDTHS)))
        made += rows_by_count(_HEIGHTS, _MANY, len(_WIDTHS), partial(_step, number))
    top = cell(paragraph("TopNumber", _NUMBER), properties=[shading("accent1")])
    made += [statement_row("{%tr else %}", len(_WIDTHS))]
    made += rows_by_count(_HEIGHTS, _MANY, len(_WIDTHS), partial(_step, top))
    return [*made, statement_row("{%tr endif %}", len(_WIDTHS))]


def _step(number: etree._Element, height: float) -> etree._Element:
    marks = (
        Field(f"step.{{{{ row.number }}}}.{kind}", f"{{{{ row.{kind}_name }}}}", f"{{{{ row.{kind} }}}}")
        for kind in ("current", "desired")
    )
    return row(
        deepcopy(number),
        cell(paragraph("RatingTheme", "{{ row.name }}"), paragraph("RatingText", "{{ row.text }}")),
        *(cell(paragraph("FormAnswer", control(mark))) for mark in marks),
        height=height,
    )
