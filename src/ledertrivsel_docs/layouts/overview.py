"""The overview: the process on the front; on the back the steps in the source's words, meetings and hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import facts_cell, title_block
from ..page_parts.forms import Field, control
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = Page(210, 297, sides=14, top=23, bottom=17)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=22, after=2),
    "PageTitle": replace(PARAGRAPHS["Heading2"], size=17, before=0, after=2, new_page=True),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=13, before=8, after=3),
    "Lead": replace(PARAGRAPHS["Lead"], size=12, after=6, spacing=1.1),
    "FactLabel": replace(PARAGRAPHS["FactLabel"], size=11, after=3),
    "TableText": replace(PARAGRAPHS["TableText"], size=10, after=2, spacing=1.1),
    "TableNote": replace(PARAGRAPHS["TableNote"], after=1, spacing=1.08),
    "Note": replace(PARAGRAPHS["Note"], before=5, after=0),
}
_PARTS = (30, 56, 45, 51)
_PART_HEIGHT = 30
_THIRDS = (60, 61, 61)
_HOURS = {"role": 33, "task": 74, "preparation": 43, "workshops": 32}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of an overview."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        _parts(),
        paragraph("Note", "{{ words.front_note }}"),
        paragraph("PageTitle", "{{ words.back_title }}"),
        table(
            "FactBand",
            (91, 91),
            row(*(facts_cell(f"facts[{half}]") for half in (0, 1))),
            caption="{{ words.facts_description }}",
        ),
        paragraph("Heading2", "{{ steps_title }}"),
        table("FactBand", _THIRDS, row(*map(_step, range(3))), caption="{{ words.steps_description }}"),
        paragraph("Heading2", "{{ one_or_several.title }}"),
        paragraph("Normal", "{{ one_or_several.text }}"),
        table("FactBand", _THIRDS, row(*map(_pattern, range(3))), caption="{{ words.patterns_description }}"),
        paragraph("Heading2", "{{ words.hours.title }}"),
        _hours(),
        paragraph("Note", "{{ words.note }}"),
    )


def _parts() -> etree._Element:
    columns = len(_PARTS)
    field = Field("{{ field.tag }}", "{{ field.name }}", "{{ field.value }}")
    return table(
        "RatingTable",
        _PARTS,
        header_row(*(f"{{{{ words.columns.{key} }}}}" for key in ("part", "what", "when", "papers"))),
        statement_row("{%tr for part in parts %}", columns),
        row(
            cell(paragraph("TableText", *_name()), *where_known("TableNote", "part.length")),
            cell(
                paragraph("TableText", run("{{ part.title }}", "Strong")),
                paragraph("TableNote", "{{ part.text }}"),
                paragraph("TableNote", run("{{ words.who }}", "Strong"), run("{{ part.who }}")),
            ),
            cell(
                statement("{%p for field in part.fields %}"),
                paragraph("TableNote", run("{{ field.label }}"), control(field)),
                statement("{%p endfor %}"),
                *where_known("TableNote", "part.when"),
            ),
            cell(
                statement("{%p for paper in part.papers %}"),
                paragraph("TableNote", "{{ paper }}"),
                statement("{%p endfor %}"),
            ),
            height=_PART_HEIGHT,
        ),
        statement_row("{%tr endfor %}", columns),
        caption="{{ words.table_description }}",
        header_row=True,
        label_column=True,
    )


def _name() -> list[etree._Element]:
    """The folder's name, that of a step on a bar in its colour."""
    made = []
    for number in (1, 2, 3):
        made += [
            run(f"{{% {'if' if number == 1 else 'elif'} part.bar == {number} %}}"),
            run("\u00a0{{ part.name }}\u00a0", f"Bar{number}"),
        ]
    return [*made, run("{% else %}"), run("{{ part.name }}", "Strong"), run("{% endif %}")]


def _step(number: int) -> etree._Element:
    """A step in the source's words."""
    return cell(
        paragraph("TableText", run(f"\u00a0{{{{ steps[{number}].label }}}}\u00a0", f"Bar{number + 1}")),
        paragraph("TableText", run(f"{{{{ steps[{number}].title }}}}", "Strong")),
        paragraph("TableText", f"{{{{ steps[{number}].text }}}}"),
    )


def _pattern(number: int) -> etree._Element:
    return cell(
        paragraph("FactLabel", f"{{{{ patterns[{number}].title }}}}"),
        statement(f"{{%p for line in patterns[{number}].times %}}"),
        paragraph("TableNote", "{{ line }}"),
        statement("{%p endfor %}"),
        paragraph("TableNote", f"{{{{ patterns[{number}].text }}}}"),
    )


def _hours() -> etree._Element:
    columns = len(_HOURS)
    answers = {
        key: control(Field(f"total.{key}", f"{{{{ total.names.{key} }}}}", f"{{{{ total.{key} }}}}"))
        for key in ("task", "workshops")
    }
    return table(
        "RatingTable",
        list(_HOURS.values()),
        header_row(*(f"{{{{ words.hours.columns.{key} }}}}" for key in _HOURS)),
        statement_row("{%tr for line in hours %}", columns),
        row(
            cell(paragraph("TableText", run("{{ line.role }}", "Strong"))),
            *(cell(paragraph("TableText", f"{{{{ line.{key} }}}}")) for key in _HOURS if key != "role"),
        ),
        statement_row("{%tr endfor %}", columns),
        row(
            cell(paragraph("TableText", run("{{ total.role }}", "Strong"))),
            cell(paragraph("TableText", answers["task"])),
            cell(paragraph("TableText", "{{ total.preparation }}")),
            cell(paragraph("TableText", answers["workshops"])),
        ),
        caption="{{ words.hours.description }}",
        header_row=True,
        label_column=True,
    )
