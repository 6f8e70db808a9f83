"""Four decisions and five roles: the source's questions and roles, each with room for an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, fact_band
from ..page_parts.looks import DENSE, PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, statement_row, table, writing_table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    **DENSE,
    "Between": replace(PARAGRAPHS["Between"], before=6, after=4),
    "Note": replace(PARAGRAPHS["Note"], before=6, after=0),
}
_DECISION_HEIGHT, _ROLE_HEIGHT = 17, 16
_ROLES = {"role": 38, "task": 84, "who": 60}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the decisions and roles."""
    agreed = {
        key: Field(f"agreed.{key}", f"{{{{ words.agreed.{key} }}}}", f"{{{{ agreed.{key} }}}}")
        for key in ("date", "where", "again")
    }
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        paragraph("Heading2", "{{ ask }}"),
        _decisions(),
        paragraph("Heading2", "{{ words.roles_title }}"),
        _roles(),
        paragraph("Between", "{{ words.agreed_intro }}"),
        fact_band(
            [
                (agreed["date"], date_control(agreed["date"])),
                (agreed["where"], control(agreed["where"])),
                (agreed["again"], date_control(agreed["again"])),
            ],
            "{{ words.agreed_description }}",
            (52, 78, 52),
        ),
        paragraph("Note", "{{ note }}"),
    )


def _decisions() -> etree._Element:
    answer = Field("anchoring.{{ decision.key }}", "{{ decision.name }}", "{{ decision.answer }}")
    return table(
        "FormTable",
        (76, 106),
        statement_row("{%tr for decision in decisions %}", 2),
        row(
            cell(
                paragraph(
                    "FormLabel", run("{{ decision.number }}", "LabelNumber"), run("\u2002{{ decision.question }}")
                )
            ),
            cell(paragraph("FormAnswer", control(answer))),
            height=_DECISION_HEIGHT,
        ),
        statement_row("{%tr endfor %}", 2),
        caption="{{ words.decisions_description }}",
        label_column=True,
    )


def _roles() -> etree._Element:
    who = Field("{{ role.key }}.who", "{{ role.field }}", "{{ role.who }}")
    return writing_table(
        _ROLES,
        "role in roles",
        row(
            cell(paragraph("FormLabel", "{{ role.name }}")),
            cell(paragraph("TableText", "{{ role.task }}")),
            cell(paragraph("TableText", control(who))),
            height=_ROLE_HEIGHT,
        ),
        caption="{{ words.roles_description }}",
    )
