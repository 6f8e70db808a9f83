"""The first page of a print set: a table of its papers."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control
from ..page_parts.looks import DENSE, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = DENSE
_COLUMNS = {"document": 60, "pages": 26, "paper": 15, "sides": 18, "copies": 15, "who": 48}
_HEIGHT = 9


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the list."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        table(
            "RatingTable",
            list(_COLUMNS.values()),
            header_row(*(f"{{{{ words.columns.{key} }}}}" for key in _COLUMNS)),
            statement_row("{%tr for line in lines %}", len(_COLUMNS)),
            _paper(),
            statement_row("{%tr endfor %}", len(_COLUMNS)),
            caption="{{ description }}",
            header_row=True,
        ),
        statement("{%p if total %}"),
        paragraph("Note", "{{ total }}"),
        statement("{%p endif %}"),
        paragraph("Note", "{{ words.size }}"),
    )


def _paper() -> etree._Element:
    copies = control(Field("copies.{{ line.pages }}", "{{ line.copies_name }}", "{{ line.copies }}"))
    return row(
        cell(paragraph("TableText", run("{{ line.title }}", "Strong"))),
        *(cell(paragraph("TableNote", f"{{{{ line.{key} }}}}")) for key in ("pages", "paper", "sides")),
        cell(paragraph("TableText", copies)),
        cell(paragraph("TableNote", "{{ line.who }}")),
        height=_HEIGHT,
    )
