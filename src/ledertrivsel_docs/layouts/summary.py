"""The summary: for each factor a page with its ladder, a dot for each mark, the same in words, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.drawing import dot
from ..page_parts.forms import Field, control, date_control, fact_band
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, table, writing_table

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=14, before=11, after=4),
    "PageTitle": replace(PARAGRAPHS["Heading2"], size=14, before=0, after=4, new_page=True),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, before=4, after=3, spacing=1.1),
    "TableText": replace(PARAGRAPHS["TableText"], after=1),
    "FormAnswer": replace(PARAGRAPHS["FormAnswer"], size=10.5, spacing=1.15),
    "Note": replace(PARAGRAPHS["Note"], before=5, after=0),
}
_LADDER = {"number": 13, "step": 87, "current": 37, "desired": 37}
_DOT = 2.6
_ANSWERS = (48, 126)
_STEP, _ROOM, _LINE = 13, 18, 9


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the summary."""
    facts = {
        key: Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ facts.{key} }}}}")
        for key in ("date", "people", "follow_up")
    }
    band = [(field, control(field) if key == "people" else date_control(field)) for key, field in facts.items()]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        fact_band(band, "{{ words.facts_description }}", (56, 60, 58)),
        statement("{%p for factor in factors %}{%p if loop.first %}"),
        paragraph("Heading2", "{{ factor.title }}"),
        statement("{%p else %}"),
        paragraph("PageTitle", "{{ factor.title }}"),
        statement("{%p endif %}"),
        statement("{%p for line in factor.told %}"),
        paragraph("TableText", "{{ line }}"),
        statement("{%p endfor %}"),
        _ladder(),
        paragraph("Between", "{{ factor.marks_note }}"),
        _answers(),
        statement("{%p endfor %}"),
        paragraph("Note", "{{ own_note }}"),
    )


def _ladder() -> etree._Element:
    return writing_table(
        _LADDER,
        "row in factor.rows",
        row(
            cell(paragraph("RatingNumber", "{{ row.number }}")),
            cell(paragraph("TableText", run("{{ row.name }}", "Strong")), paragraph("TableNote", "{{ row.text }}")),
            _marks("current", filled=True),
            _marks("desired", filled=False),
            height=_STEP,
        ),
        caption="{{ words.ladder_description }}",
    )


def _marks(kind: str, *, filled: bool) -> etree._Element:
    """The count of marks, and a dot for each."""
    field = Field(
        f"{{{{ factor.key }}}}.{{{{ row.key }}}}.{kind}", f"{{{{ row.{kind}_name }}}}", f"{{{{ row.{kind} }}}}"
    )
    return cell(
        paragraph(
            "TableText",
            control(field),
            run(f"{{% for dot in row.{kind}_dots %}}"),
            run("\u00a0 "),
            dot("accent1", _DOT, filled=filled),
            run("{% endfor %}"),
        )
    )


def _answers() -> etree._Element:
    """What stands in the way, how it is noticed, by when, and who is informed."""
    rows = []
    for key in ("target", "challenges", "notice", "by", "informed"):
        tag, label, value = f"{{{{ factor.key }}}}.{key}", f"{{{{ words.answers.{key} }}}}", f"factor.answers.{key}"
        field = Field(tag, label, f"{{{{ {value} }}}}", f"{{{{ factor.names.{key} }}}}")
        made = date_control(field) if key == "by" else control(field)
        rows.append(
            row(
                cell(paragraph("FormLabel", field.label)),
                cell(paragraph("FormAnswer", made)),
                height=_LINE if key in ("by", "target") else _ROOM,
            )
        )
    return table("FormTable", _ANSWERS, *rows, caption="{{ words.answers_description }}", label_column=True)
