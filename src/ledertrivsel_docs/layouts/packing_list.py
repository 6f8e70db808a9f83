"""What to print and what to pack: a page for each workshop, a check box on every line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, fact_band, tick_control
from ..page_parts.looks import DENSE, PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import alternative_rows, cell, header_row, row, statement_row, table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    **DENSE,
    "Heading2": replace(DENSE["Heading2"], size=16, before=2, after=5),
    "PageTitle": replace(DENSE["Heading2"], size=16, before=0, after=5, new_page=True),
    "Heading3": replace(DENSE["Heading2"], outline=2),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0),
}
_FACTS = {"date": 71, "participants": 32, "groups": 49, "themes": 30}
_PRINT = (16, 63, 15, 22, 15, 51)
_PACK = (16, 63, 15, 88)
_HEIGHT, _ROOMY = 6.8, 10  # the second for a workshop with fewer lines


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the list."""
    facts = [
        Field(f"{{{{ workshop.key }}}}.{key}", f"{{{{ words.facts.{key} }}}}", f"{{{{ workshop.facts.{key} }}}}", title)
        for key, title in ((key, f"{{{{ workshop.names.{key} }}}}") for key in _FACTS)
    ]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        statement("{%p for workshop in workshops %}"),
        statement("{%p if loop.first %}"),
        paragraph("Heading2", "{{ workshop.title }}"),
        statement("{%p else %}"),
        paragraph("PageTitle", "{{ workshop.title }}"),
        statement("{%p endif %}"),
        fact_band([(f, control(f)) for f in facts], "{{ workshop.facts_description }}", list(_FACTS.values())),
        paragraph("Heading3", "{{ words.print.title }}"),
        _papers(),
        paragraph("Note", "{{ workshop.count_note }}"),
        paragraph("Heading3", "{{ words.pack.title }}"),
        _things(),
        statement("{%p endfor %}"),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _papers() -> etree._Element:
    return table(
        "RatingTable",
        _PRINT,
        header_row(
            *(f"{{{{ words.print.columns.{key} }}}}" for key in ("done", "document", "paper", "sides", "copies", "who"))
        ),
        statement_row("{%tr for line in workshop.print %}", len(_PRINT)),
        *alternative_rows("workshop.few", len(_PRINT), _paper(_ROOMY), _paper(_HEIGHT)),
        statement_row("{%tr endfor %}", len(_PRINT)),
        caption="{{ workshop.print_description }}",
        header_row=True,
    )


def _paper(height: float) -> etree._Element:
    return row(
        _done("print"),
        cell(paragraph("TableText", run("{{ line.title }}", "Strong"))),
        *(cell(paragraph("TableNote", f"{{{{ line.{key} }}}}")) for key in ("paper", "sides")),
        _copies("print"),
        cell(paragraph("TableNote", "{{ line.who }}")),
        height=height,
    )


def _things() -> etree._Element:
    return table(
        "RatingTable",
        _PACK,
        header_row(*(f"{{{{ words.pack.columns.{key} }}}}" for key in ("done", "what", "copies", "why"))),
        statement_row("{%tr for line in workshop.pack %}", len(_PACK)),
        *alternative_rows("workshop.few", len(_PACK), _thing(_ROOMY), _thing(_HEIGHT)),
        statement_row("{%tr endfor %}", len(_PACK)),
        caption="{{ workshop.pack_description }}",
        header_row=True,
    )


def _thing(height: float) -> etree._Element:
    return row(
        _done("pack"),
        cell(paragraph("TableText", run("{{ line.what }}", "Strong"))),
        _copies("pack"),
        cell(paragraph("TableNote", "{{ line.why }}")),
        height=height,
    )


def _done(kind: str) -> etree._Element:
    field = Field(f"{{{{ workshop.key }}}}.{kind}.{{{{ line.key }}}}", "{{ line.done_name }}", "{{ ticked }}")
    return cell(paragraph("RatingMarks", tick_control(field)))


def _copies(kind: str) -> etree._Element:
    key = f"{{{{ workshop.key }}}}.{kind}.{{{{ line.key }}}}.copies"
    return cell(paragraph("TableText", control(Field(key, "{{ line.copies_name }}", "{{ line.copies }}"))))
