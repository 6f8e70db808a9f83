"""The run sheet (drejebog): a band of facts, a row for each item with its clock time; on the back what else to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.agenda import agenda_table, item_notes
from ..page_parts.blocks import title_block, tool_facts_band
from ..page_parts.forms import Field, control, fact_band
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, header_row, row, statement_row, table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=12, before=6, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=4, spacing=1.0),
    "Between": replace(PARAGRAPHS["Between"], before=4, after=2),
    "TableText": replace(PARAGRAPHS["TableText"], size=10, after=1, spacing=1.0),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=10, after=0.4, spacing=1.0),
    "Clock": replace(PARAGRAPHS["Clock"], size=13),
    "TableNote": replace(PARAGRAPHS["TableNote"], after=0.5, spacing=1.0),
    "PageTitle": replace(PARAGRAPHS["Heading2"], size=17, before=0, after=2, new_page=True),
    "RatingNumber": replace(PARAGRAPHS["RatingNumber"], size=11),
    "Normal": replace(PARAGRAPHS["Normal"], size=10.5, after=1, spacing=1.08),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0, spacing=1.05),
}
_WIDTHS = (27, 16, 90, 49)
LENGTHS = 4
"""For so many numbers of managers the back tells how long the meeting takes."""


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of a run sheet."""
    facts = [
        Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}")
        for key in ("date", "time", "place", "facilitator")
    ]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        fact_band([(fact, control(fact)) for fact in facts], "{{ words.facts_description }}", (54, 43, 34, 51)),
        paragraph("Between", "{{ words.own_note }}"),
        agenda_table(_WIDTHS, ("who", _who())),
        statement("{%p for note in notes %}"),
        paragraph("Note", run("{{ note.text }}"), run("{{ note.link }}")),
        statement("{%p endfor %}"),
        *_beside(),
        statement("{%p if tool_facts %}"),
        *_before(),
        statement("{%p endif %}"),
        paragraph("Heading2", "{{ words.hard_title }}"),
        _back_table("hard", {"when": 62, "then": 120}),
        *_told(),
        paragraph("Note", "{{ before_note }}"),
    )


def _beside() -> list[etree._Element]:
    """What the one who leads has to know: on a workshop's run sheet it begins the back, in a meeting's it follows."""
    return [
        statement("{%p if told is defined %}"),
        paragraph("PageTitle", "{{ words.beside_title }}"),
        statement("{%p elif beside %}"),
        paragraph("Heading2", "{{ words.beside_title }}"),
        statement("{%p endif %}{%p for line in beside %}"),
        paragraph("TableBullet", run("{{ line.title }}: ", "Strong"), run("{{ line.text }}")),
        statement("{%p endfor %}"),
    ]


def _told() -> list[etree._Element]:
    """What the tool itself says of the step of a workshop."""
    return [
        statement("{%p if told is defined %}"),
        paragraph("Heading2", "{{ words.told_title }}"),
        paragraph("TableText", run("{{ told.title }}", "Strong")),
        statement("{%p for line in told.lines %}"),
        paragraph("TableText", "{{ line }}"),
        statement("{%p endfor %}{%p for line in told.points %}"),
        paragraph("TableBullet", "{{ line }}"),
        statement("{%p endfor %}{%p endif %}"),
    ]


def _before() -> list[etree._Element]:
    """The back of a meeting's run sheet: what to do before, what the tool is, how long it takes."""
    return [
        statement("{%p if before %}"),
        paragraph("PageTitle", "{{ words.before_title }}"),
        paragraph("Lead", "{{ before_lead }}"),
        _back_table("before", {"minutes": 26, "task": 156}),
        statement("{%p endif %}"),
        *tool_facts_band(PAGE.text_width, *_facts_heading()),
        *where_known("Between", "about"),
        statement("{%p if length_text %}"),
        paragraph("Heading2", "{{ words.length.title }}"),
        paragraph("Normal", "{{ length_text }}"),
        statement("{%p endif %}{%p if lengths %}"),
        table(
            "FactBand",
            [PAGE.text_width / LENGTHS] * LENGTHS,
            row(*(_length(number) for number in range(LENGTHS)), height=14),
            caption="{{ words.length.description }}",
        ),
        statement("{%p endif %}"),
    ]


def _facts_heading() -> list[etree._Element]:
    """What stands above the facts of the tool; it begins the back where nothing comes before the meeting."""
    return [
        statement("{%p if before %}"),
        paragraph("Heading2", "{{ words.tool_facts_title }}"),
        statement("{%p else %}"),
        paragraph("PageTitle", "{{ words.tool_facts_title }}"),
        statement("{%p endif %}"),
    ]


def _back_table(name: str, widths: Mapping[str, float]) -> etree._Element:
    """A list of that name in two columns; a line may have advice below it."""
    first, second = widths
    return table(
        "RatingTable",
        list(widths.values()),
        header_row(*(f"{{{{ words.{name}_columns.{key} }}}}" for key in widths)),
        statement_row(f"{{%tr for line in {name} %}}", 2),
        row(
            cell(paragraph("RatingNumber", f"{{{{ line.{first} }}}}")),
            cell(paragraph("Normal", f"{{{{ line.{second} }}}}"), *where_known("TableNote", "line.advice")),
            height=8.5,
        ),
        statement_row("{%tr endfor %}", 2),
        caption=f"{{{{ words.{name}_description }}}}",
        header_row=True,
    )


def _length(number: int) -> etree._Element:
    name = f"lengths[{number}]"
    return cell(paragraph("FactLabel", f"{{{{ {name}.label }}}}"), paragraph("FactValue", f"{{{{ {name}.text }}}}"))


def _who() -> etree._Element:
    return cell(
        statement("{%p if item.who %}"),
        paragraph("TableNote", run("{{ item.who }}", "Strong")),
        statement("{%p endif %}"),
        *item_notes(),
    )
