"""The overview: the process with its three steps side by side; on the back the source's steps, meetings and hours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import facts_cell, title_block
from ..page_parts.forms import Field, control
from ..page_parts.looks import DENSE, PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, shading, statement, where_known
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    **DENSE,
    "PageTitle": replace(DENSE["Heading1"], outline=1, after=4, new_page=True),
    "Heading3": replace(DENSE["Heading2"], before=6, outline=2),
    "FactLabel": replace(PARAGRAPHS["FactLabel"], size=10.5, after=2),
    "TableText": replace(PARAGRAPHS["TableText"], size=10, after=2, spacing=1.08),
    "TableNote": replace(PARAGRAPHS["TableNote"], after=1, spacing=1.05),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=9.5, after=1, spacing=1.05),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0, spacing=1.1),
}
_ROW = (33, 79, 70)
_THIRDS = (60, 61, 61)
_HOURS = {"role": 36, "task": 70, "preparation": 41, "workshops": 35}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of an overview."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        *_part("before"),
        paragraph("Heading2", "{{ steps_title }}"),
        table(
            "FactBand",
            _THIRDS,
            row(*map(_step_name, range(3))),
            row(*map(_workshop, range(3))),
            caption="{{ words.descriptions.workshops }}",
        ),
        *_part("after"),
        paragraph("Note", "{{ words.front_note }}"),
        paragraph("PageTitle", "{{ words.back_title }}"),
        table(
            "FactBand",
            (91, 91),
            row(*(facts_cell(f"facts[{half}]") for half in (0, 1))),
            caption="{{ words.facts_description }}",
        ),
        paragraph("Heading3", "{{ template_title }}"),
        table("FactBand", _THIRDS, row(*map(_points, range(3))), caption="{{ words.points_description }}"),
        paragraph("Heading3", "{{ one_or_several.title }}"),
        paragraph("TableText", "{{ one_or_several.text }}"),
        table("FactBand", _THIRDS, row(*map(_pattern, range(3))), caption="{{ words.patterns_description }}"),
        paragraph("Heading3", "{{ words.hours.title }}"),
        _hours(),
        paragraph("Note", "{{ words.note }}"),
    )


def _part(name: str) -> list[etree._Element]:
    """What happens before or after the workshops, a row for each folder."""
    columns = len(_ROW)
    return [
        paragraph("Heading2", f"{{{{ words.sections.{name} }}}}"),
        table(
            "FormTable",
            _ROW,
            statement_row(f"{{%tr for part in {name} %}}", columns),
            row(
                cell(paragraph("FormLabel", "{{ part.name }}")),
                cell(*_told("part")),
                cell(*_when("part")),
            ),
            statement_row("{%tr endfor %}", columns),
            caption=f"{{{{ words.descriptions.{name} }}}}",
            label_column=True,
        ),
    ]


def _step_name(number: int) -> etree._Element:
    """The name of a workshop on its step's colour."""
    name = f"workshops[{number}]"
    return cell(
        paragraph("TableHead", f"{{{{ {name}.name }}}} · {{{{ {name}.length }}}}"),
        properties=[shading(f"accent{number + 2}")],
    )


def _workshop(number: int) -> etree._Element:
    """When and where, and what happens there in the source's words and ours."""
    name = f"workshops[{number}]"
    return cell(*_when(name), *_told(name), paragraph("TableNote", f"{{{{ {name}.ends }}}}"))


def _told(name: str) -> list[etree._Element]:
    return [
        paragraph("TableText", run(f"{{{{ {name}.title }}}}", "Strong")),
        paragraph("TableNote", f"{{{{ {name}.text }}}}"),
        paragraph("TableNote", run("{{ words.who }}", "Strong"), run(f"{{{{ {name}.who }}}}")),
    ]


def _when(name: str) -> list[etree._Element]:
    field = Field("{{ field.tag }}", "{{ field.name }}", "{{ field.value }}")
    return [
        statement(f"{{%p for field in {name}.fields %}}"),
        paragraph("TableNote", run("{{ field.label }}"), control(field)),
        statement("{%p endfor %}"),
        *where_known("TableNote", f"{name}.when"),
    ]


def _points(number: int) -> etree._Element:
    return cell(
        paragraph("FactLabel", f"{{{{ steps[{number}].name }}}}"),
        statement(f"{{%p for point in steps[{number}].points %}}"),
        paragraph("TableBullet", "{{ point }}"),
        statement("{%p endfor %}"),
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
