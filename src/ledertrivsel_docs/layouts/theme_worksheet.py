"""The worksheet for rating the themes: a row a theme, two scales of check boxes in columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, scale_columns, scale_fields
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import alternative_rows, cell, header_row, row, statement_row, table

PAGE = Page(210, 297, sides=10, top=22, bottom=16)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Lead": Look(11, after=5, spacing=1.05),
    "TableHead": replace(PARAGRAPHS["TableHead"], size=10, spacing=1.0),
    "RatingMarks": replace(PARAGRAPHS["RatingMarks"], size=10),
    "RatingText": replace(PARAGRAPHS["RatingText"], size=9.5),
    "Note": Look(9, "accent6", before=3, spacing=1.1),
}
_WIDTHS = (11, 103, 38, 38)
_GAP = 7.1
_GROUP = Field("group", "{{ words.group.label }}", "{{ group }}")


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the worksheet."""
    columns = len(_WIDTHS)
    sheet.add(
        *_title(),
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
            *alternative_rows(
                "roomy",
                columns,
                row(_own_number(), _own_theme(), *_scales(library, "row"), height=14),
                row(_own_number(), _own_theme(), *_scales(library, "row"), height=11),
            ),
            statement_row("{%tr endfor %}", columns),
            caption="{{ words.table_description }}",
            header_row=True,
        ),
        paragraph(
            "Note",
            run("{{ words.collected }}", "Strong"),
            run(" {{ own_note }}"),
            run("{% for tool in tools %} {{ tool.text }} "),
            run("{{ tool.link }}"),
            run(".{% endfor %}"),
        ),
    )


def _title() -> list[etree._Element]:
    """The title and what to do, and where that ends a place for the number of a group that fills the sheet together."""
    *title, lead = title_block("{{ title }}", "{{ lead }}")
    lead.extend([run(" {{ words.group.label }}: "), control(_GROUP)])
    return [*title, lead]


def _number(shown: str) -> etree._Element:
    return cell(paragraph("RatingNumber", shown))


def _own_number() -> etree._Element:
    field = Field("{{ row.key }}.number", "{{ row.number_name }}", "{{ row.number }}")
    return cell(paragraph("RatingNumber", control(field)))


def _theme() -> etree._Element:
    return cell(
        paragraph("RatingTheme", "{{ row.title }}"),
        statement("{%p if row.questions or row.hint %}"),
        paragraph("RatingText", "{{ row.questions }}{% if row.questions and row.hint %} {% endif %}{{ row.hint }}"),
        statement("{%p endif %}"),
    )


def _own_theme() -> etree._Element:
    return cell(paragraph("RatingTheme", control(Field("{{ row.key }}.title", "{{ row.name }}", "{{ row.title }}"))))


def _scales(library: Library, name: str) -> list[etree._Element]:
    scale = library.samlet_plan.qualification.scale
    fields = (
        scale_fields(scale, f"{{{{ {name}.key }}}}.{axis}", f"{name}.marks.{axis}")
        for axis in ("importance", "success")
    )
    return [cell(*scale_columns("RatingMarks", marks, _GAP)) for marks in fields]
