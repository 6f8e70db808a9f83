"""The run sheet (drejebog): a band of facts, then a row for each item with its clock time."""

from __future__ import annotations

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, fact_band
from ..page_parts.markup import paragraph, run
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

_WIDTHS = (24, 100, 50)


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of a run sheet."""
    facts = [
        Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}")
        for key in ("date", "time", "place", "facilitator")
    ]
    columns = len(_WIDTHS)
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        fact_band([(fact, control(fact)) for fact in facts], "{{ words.facts_description }}", (56, 46, 36, 36)),
        paragraph("Between", "{{ words.own_note }}"),
        table(
            "DataTable",
            _WIDTHS,
            header_row("{{ words.columns.time }}", "{{ words.columns.content }}", "{{ words.columns.who }}"),
            statement_row("{%tr for item in items %}", columns),
            row(_time("item"), _content(), _notes()),
            statement_row("{%tr endfor %}", columns),
            row(
                cell(paragraph("Clock", "{{ end.clock }}")),
                cell(paragraph("TableText", run("{{ end.title }}", "Strong"))),
                cell(paragraph("TableNote", "{{ end.note }}")),
            ),
            caption="{{ words.table_description }}",
            header_row=True,
            note_column=True,
        ),
        paragraph("Normal", "{%p for note in notes %}"),
        paragraph("Note", "{{ note }}"),
        paragraph("Normal", "{%p endfor %}"),
    )


def _time(name: str) -> etree._Element:
    return cell(paragraph("Clock", f"{{{{ {name}.clock }}}}"), paragraph("Minutes", f"{{{{ {name}.minutes }}}}"))


def _content() -> etree._Element:
    return cell(
        paragraph("TableText", run("{{ item.title }}", "Strong"), run("{{ item.rest }}")),
        paragraph("Normal", "{%p for point in item.points %}"),
        paragraph(
            "TableBullet",
            run("{% if point.clock %}"),
            run("{{ point.clock }} ", "Strong"),
            run("{% endif %}{{ point.text }}"),
        ),
        paragraph("Normal", "{%p endfor %}"),
    )


def _notes() -> etree._Element:
    return cell(
        paragraph("Normal", "{%p if item.who %}"),
        paragraph("TableNote", run("{{ item.who }}", "Strong")),
        paragraph("Normal", "{%p endif %}{%p for note in item.notes %}"),
        paragraph("TableNote", "{{ note }}"),
        paragraph("Normal", "{%p endfor %}"),
    )
