"""The knowledge sheet: what was asked, then a row for each theme with room to write."""

from __future__ import annotations

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control
from ..page_parts.markup import paragraph, statement
from ..page_parts.sheet import Sheet
from ..page_parts.tables import alternative_rows, cell, row, table, writing_table

_COLUMNS = {"theme": 42, "knowledge": 50, "mandate": 39, "open": 43}
_HEIGHT, _ROOMY = 29, 70  # the second for a page with one or two themes


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of a knowledge sheet."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        table("FactBand", [112, 62], row(_asked("then"), _asked("now")), caption="{{ words.band_description }}"),
        paragraph("Between", "{{ words.instruction }}"),
        writing_table(
            _COLUMNS,
            "row in rows",
            *alternative_rows("few", len(_COLUMNS), _row(_ROOMY), _row(_HEIGHT)),
            caption="{{ words.table_description }}",
        ),
        statement("{%p if parked %}"),
        paragraph("Heading2", "{{ words.parked_title }}"),
        statement("{%p for line in parked %}"),
        paragraph("TableBullet", "{{ line }}"),
        statement("{%p endfor %}"),
        statement("{%p endif %}"),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _asked(when: str) -> etree._Element:
    return cell(
        paragraph("FactLabel", f"{{{{ words.band.{when} }}}}"),
        statement(f"{{%p for question in asked.{when} %}}"),
        paragraph("TableText", "{{ question }}"),
        statement("{%p endfor %}"),
    )


def _row(height: float) -> etree._Element:
    cells = [_cell("theme", "{{ row.title }}", "FormLabel")]
    cells += [_cell(key, f"{{{{ places.{key} }}}}", "TableText") for key in ("knowledge", "mandate", "open")]
    return row(*cells, height=height)


def _cell(key: str, value: str, style: str) -> etree._Element:
    field = Field(f"{{{{ row.key }}}}.{key}", f"{{{{ row.name }}}}: {{{{ words.cell_names.{key} }}}}", value)
    return cell(paragraph(style, control(field)))
