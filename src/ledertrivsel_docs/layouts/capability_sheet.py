"""The worksheet of a factor: examples, the ladder with the count of marks, and what it takes, on one side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, writing_boxes
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run
from ..page_parts.page import A4_DENSE
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, writing_table

PAGE = A4_DENSE
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=0),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=12, before=4, after=1),
    "RatingText": replace(PARAGRAPHS["RatingText"], size=10.5, spacing=1.0),
    "Between": replace(PARAGRAPHS["Between"], before=3, after=2, spacing=1.05),
    "TableHead": replace(PARAGRAPHS["TableHead"], spacing=1.0),
    "FormLabel": replace(PARAGRAPHS["FormLabel"], size=10, spacing=1.0),
    "FactValue": replace(PARAGRAPHS["FactValue"], size=10.5, after=3, spacing=1.0, keep_next=True),
    "FormAnswer": replace(PARAGRAPHS["FormAnswer"], size=10.5, spacing=1.15),
    "Note": replace(PARAGRAPHS["Note"], before=3, after=0, spacing=1.05),
}
_LADDER = {"number": 14, "step": 120, "current": 24, "desired": 24}
_GOAL = {"challenges": 91, "notice": 91}
_AFTER = {"by": 66, "informed": 116}
_EXAMPLES, _STEP, _GOAL_ROOM, _AFTER_ROOM = 40, 9, 34, 14


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the worksheet."""
    examples = Field("examples", "{{ words.examples.name }}", "{{ examples }}")
    target = Field("target", "{{ words.target_name }}", "{{ target }}")
    sheet.add(
        *title_block("{{ title }}"),
        paragraph("Heading2", "{{ words.examples.title }}"),
        writing_boxes(
            [("{{ words.examples.label }}", examples)], "{{ words.examples.description }}", [PAGE.text_width], _EXAMPLES
        ),
        paragraph("Between", "{{ words.between }}"),
        _ladder(),
        paragraph("Heading2", "{{ words.ambition }}"),
        paragraph("FactValue", run("{{ words.ambition_help }}"), run("{{ words.target }}", "Strong"), control(target)),
        _boxes("goal", _GOAL, _GOAL_ROOM),
        paragraph("Between", "{{ words.after }}"),
        _boxes("after", _AFTER, _AFTER_ROOM),
        paragraph("Note", "{{ own_note }}"),
    )


def _boxes(name: str, widths: Mapping[str, float], room: float) -> etree._Element:
    boxes = [
        (f"{{{{ words.boxes.{key} }}}}", Field(key, f"{{{{ words.box_names.{key} }}}}", f"{{{{ boxes.{key} }}}}"))
        for key in widths
    ]
    return writing_boxes(boxes, f"{{{{ words.boxes_descriptions.{name} }}}}", list(widths.values()), room)


def _ladder() -> etree._Element:
    return writing_table(
        _LADDER,
        "row in rows",
        row(
            cell(paragraph("RatingNumber", "{{ row.number }}")),
            cell(paragraph("RatingText", run("{{ row.name }}: ", "Strong"), run("{{ row.text }}"))),
            _count("current"),
            _count("desired"),
            height=_STEP,
        ),
        caption="{{ words.table_description }}",
    )


def _count(kind: str) -> etree._Element:
    field = Field(f"{{{{ row.key }}}}.{kind}", f"{{{{ row.{kind}_name }}}}", f"{{{{ row.{kind} }}}}")
    return cell(paragraph("FormAnswer", control(field)))
