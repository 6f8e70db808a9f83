"""A group of managers answers together: a row of check boxes and room to write for each card, then two questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, control, date_control, scale_paragraph, send_to_paragraph, writing_boxes
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, rows_by_count, table, writing_table

PAGE = Page(210, 297, sides=13, top=23, bottom=16)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=22, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=4, spacing=1.1),
    "Between": replace(PARAGRAPHS["Between"], before=0, after=5),
    "FactValue": replace(PARAGRAPHS["FactValue"], size=10),
    "RatingMarks": replace(PARAGRAPHS["RatingMarks"], size=10),
    "FormHelp": replace(PARAGRAPHS["FormHelp"], before=2, spacing=1.0),
    "CallOutText": replace(PARAGRAPHS["Normal"], size=10.5, before=5, after=4),
    "Note": replace(PARAGRAPHS["Note"], before=3, after=0),
}
_FACTS = {"group": 39, "date": 29, "count": 27, "send_to": 53, "deadline": 36}
_CARDS = {"card": 42, "use": 58, "result": 42, "change": 42}
# Millimetres of a row where there are so many: they fill a page, or share two.
_HEIGHTS = {1: 60, 2: 60, 3: 40.5, 4: 30.5, 5: 24.5, 6: 40, 7: 30, 8: 30}
_MANY = 22
_GAP = 12
_BOXES = {"most": 92, "lacking": 92}
_BOX_HEIGHT = 24


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the sheet."""
    boxes = [
        (f"{{{{ words.boxes.{key} }}}}", Field(key, f"{{{{ words.boxes.{key} }}}}", f"{{{{ places.{key} }}}}"))
        for key in _BOXES
    ]
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        paragraph("Between", "{{ advice }}"),
        _band(),
        paragraph("CallOutText", run("{{ words.personal_title }} ", "Strong"), run("{{ words.personal }}")),
        _cards(library),
        paragraph("Note", "{{ words.own_note }}"),
        writing_boxes(boxes, "{{ words.boxes_description }}", list(_BOXES.values()), _BOX_HEIGHT),
        paragraph("Note", "{{ note }}"),
    )


def _band() -> etree._Element:
    """Which group, when, and where the sheet is sent."""
    fields = {key: Field(key, f"{{{{ words.facts.{key} }}}}", f"{{{{ places.{key} }}}}") for key in _FACTS}
    send_to = replace(fields["send_to"], value="{{ facts.send_to }}")
    made = {key: paragraph("FactValue", control(field)) for key, field in fields.items()}
    made |= {key: paragraph("FactValue", date_control(fields[key])) for key in ("date", "deadline")}
    made["send_to"] = send_to_paragraph("FactValue", send_to, "facts")
    labels = {key: field.label for key, field in fields.items()} | {"deadline": "{{ deadline }}"}
    cells = [cell(paragraph("FactLabel", labels[key]), made[key]) for key in _FACTS]
    return table("FactBand", list(_FACTS.values()), row(*cells, height=14), caption="{{ words.facts_description }}")


def _cards(library: Library) -> etree._Element:
    rows = rows_by_count(_HEIGHTS, _MANY, len(_CARDS), lambda height: _card(library, height))
    return writing_table(_CARDS, "card in cards", *rows, caption="{{ words.table_description }}")


def _card(library: Library, height: float) -> etree._Element:
    return row(
        cell(paragraph("FormLabel", run("{{ card.number }} ", "LabelNumber"), control(_field("card", "card.title")))),
        cell(*_asked(library)),
        *(cell(paragraph("TableText", control(_field(key, f"places.{key}")))) for key in ("result", "change")),
        height=height,
    )


def _asked(library: Library) -> list[etree._Element]:
    """Whether the group knows the card and has used it, a check box for each answer."""
    made: list[etree._Element] = []
    for place, asked in enumerate(library.words["leader-group-feedback"]["asked"]):
        key, text = asked["key"], f"words.asked[{place}]"
        boxes = [
            (
                Field(
                    f"{{{{ card.key }}}}.{key}.{choice['key']}", f"{{{{ card.marks.{key}[{n}] }}}}", "{{ unticked }}"
                ),
                f"{{{{ {text}.choices[{n}].text }}}}",
            )
            for n, choice in enumerate(asked["choices"])
        ]
        made += [paragraph("FormHelp", f"{{{{ {text}.text }}}}"), scale_paragraph("RatingMarks", boxes, _GAP)]
    return made


def _field(key: str, value: str) -> Field:
    return Field(f"{{{{ card.key }}}}.{key}", f"{{{{ card.names.{key} }}}}", f"{{{{ {value} }}}}")
