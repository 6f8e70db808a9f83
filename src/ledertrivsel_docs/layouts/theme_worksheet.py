"""The worksheet for rating the themes: a row a theme, two scales of check boxes in columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, scale_paragraph
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = Page(210, 297, sides=14, top=23, bottom=17)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Lead": Look(11, after=5, spacing=1.05),
    "Note": Look(9, "accent6", before=3, spacing=1.1),
}
_WIDTHS = (10, 92, 40, 40)
_GAP = 7.3


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the worksheet."""
    columns = len(_WIDTHS)
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        table(
            "RatingTable",
            _WIDTHS,
            header_row(
                "{{ words.columns.number }}",
                "{{ words.columns.theme }}",
                "{{ questions.importance }}",
                "{{ questions.success }}",
            ),
            statement_row("{%tr for row in rows %}", columns),
            row(_number("{{ row.number }}"), _theme(), *_scales(library, "row")),
            statement_row("{%tr endfor %}", columns),
            statement_row("{%tr for row in blanks %}", columns),
            statement_row("{%tr if roomy %}", columns),
            row(_number("{{ words.own_number }}"), _own_theme(), *_scales(library, "row"), height=14),
            statement_row("{%tr else %}", columns),
            row(_number("{{ words.own_number }}"), _own_theme(), *_scales(library, "row"), height=8),
            statement_row("{%tr endif %}", columns),
            statement_row("{%tr endfor %}", columns),
            caption="{{ words.table_description }}",
            header_row=True,
        ),
        paragraph("Note", "{{ words.own_note }} {{ tools }}"),
    )


def _number(shown: str) -> etree._Element:
    return cell(paragraph("RatingNumber", shown))


def _theme() -> etree._Element:
    return cell(
        paragraph("RatingTheme", "{{ row.title }}"),
        paragraph("Normal", "{%p if row.questions or row.hint %}"),
        paragraph("RatingText", "{{ row.questions }}{% if row.questions and row.hint %} {% endif %}{{ row.hint }}"),
        paragraph("Normal", "{%p endif %}"),
    )


def _own_theme() -> etree._Element:
    return cell(paragraph("RatingTheme", control(Field("{{ row.key }}.title", "{{ row.name }}", "{{ row.title }}"))))


def _scales(library: Library, name: str) -> list[etree._Element]:
    scale = library.samlet_plan.qualification.scale
    marks = range(scale.low, scale.high + 1)
    return [
        cell(
            scale_paragraph(
                "RatingMarks",
                [
                    (
                        Field(
                            f"{{{{ {name}.key }}}}.{axis}.{mark}",
                            f"{{{{ {name}.marks.{axis}[{position}] }}}}",
                            "{{ ticked }}",
                        ),
                        str(mark),
                    )
                    for position, mark in enumerate(marks)
                ],
                _GAP,
            )
        )
        for axis in ("importance", "success")
    ]
