"""The case for the forums that treat the plan: head, proposal and questions first, then the plan, then the decision."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.forms import Field, choice_control, control, date_control, form, form_row
from ..page_parts.headings import page_heading
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import Page
from ..page_parts.sheet import Sheet
from ..page_parts.tables import alternative_rows, cell, cell_margins, header_row, row, statement_row, table

PAGE = Page(210, 297, top=24, bottom=16)
LOOKS: Mapping[str, Look] = {
    "Normal": replace(PARAGRAPHS["Normal"], after=4, spacing=1.15),
    "Heading1": replace(PARAGRAPHS["Heading1"], size=22),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=8, after=2),
    "Heading3": replace(PARAGRAPHS["Heading3"], size=11, before=4, after=1),
    "Lead": replace(PARAGRAPHS["Lead"], size=12, before=5, after=5, spacing=1.15),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=11, after=1),
    "TableNote": replace(PARAGRAPHS["TableNote"], size=10.5, after=0, spacing=1.1),
    "TableNumber": replace(PARAGRAPHS["TableNumber"], size=12),
    "CallOutText": replace(PARAGRAPHS["CallOutText"], size=10.5, after=2, spacing=1.1),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=4),
}
_STORY = (44, 130)
_HEAD = ("forum", "date", "role", "agenda", "openness", "duration", "case_number", "contact", "presenter")
_HEAD_WIDTHS = (58, 70, 46)
_CARDS = {"number": 9, "title": 41, "goal": 62, "owner": 33, "follow_up_date": 29}
_PROCESS = {"date": 32, "name": 42, "role": 30, "deadline": 32, "outcome": 38}
_CLOSE = (1.0, 3.2, 1.0, 3.2)  # millimetres around a text: many rows of few lines
_TO_WRITE = 14  # millimetres of a row in a blank case
_CLOSING = {"remarks": (11, 22), "decision": (14, 28)}  # millimetres, the second in a blank case


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of a case."""
    proposal = Field("case.proposal", "{{ words.proposal_label }}", "{{ places.proposal }}")
    sheet.add(
        *title_block("{{ title }}"),
        *_secretary(),
        paragraph("Lead", "{{ lead }}"),
        _head(library),
        paragraph("Heading2", "{{ words.resume }}"),
        paragraph("Normal", "{{ resume }}"),
        *_known_or_place("state", "{{ words.state_label }}"),
        paragraph("Heading2", "{{ words.proposal }}"),
        paragraph("Normal", run("{{ words.proposal_begins }}", "Strong")),
        *_bullets("proposals"),
        paragraph("TableBullet", control(proposal)),
        paragraph("Heading2", "{{ asked.title }}"),
        *_bullets("asked.questions"),
        paragraph("Heading2", "{{ words.background }}"),
        statement("{%p for text in background %}"),
        paragraph("Normal", "{{ text }}"),
        statement("{%p endfor %}"),
        *_known_or_place("anchoring", "{{ words.anchoring_label }}"),
        *_case(),
        statement("{%p if is_blank %}"),
        page_heading(2, "{{ words.matters }}"),
        statement("{%p else %}"),
        paragraph("Heading2", "{{ words.matters }}"),
        statement("{%p endif %}"),
        _told("matters", "{{ words.matters_description }}"),
        *_process(library),
        *_closing(),
    )


def _secretary() -> list[etree._Element]:
    """What to change for other forums: a box above the case, which is deleted before the case is sent."""
    content = cell(
        paragraph("Heading2", "{{ secretary.title }}"),
        paragraph("CallOutText", "{{ secretary.lead }}"),
        *where_known("CallOutText", "secretary.same"),
        statement("{%p for turn in secretary.turns %}"),
        paragraph("Heading3", "{{ turn.title }}"),
        statement("{%p for change in turn.changes %}"),
        paragraph("TableBullet", run("{{ change.label }}: ", "Strong"), run("{{ change.text }}")),
        statement("{%p endfor %}{%p endfor %}"),
    )
    return [
        statement("{%p if secretary %}"),
        table("CallOut", [174], row(content), caption="{{ words.secretary.title }}"),
        statement("{%p endif %}"),
    ]


def _head(library: Library) -> etree._Element:
    """What an agenda needs of a case, three facts a row."""
    fields = {key: Field(f"case.{key}", f"{{{{ words.head.{key} }}}}", f"{{{{ head.{key} }}}}") for key in _HEAD}
    roles = enumerate(library.samlet_plan.tool.plan_words.roles.values())
    openness = enumerate(library.words["med-case"]["openness"])
    made = {
        **{key: [control(field)] for key, field in fields.items()},
        "role": [choice_control(fields["role"], [(word, f"{{{{ role_words[{n}] }}}}") for n, word in roles])],
        "date": [date_control(fields["date"])],
        "agenda": [date_control(fields["agenda"])],
        "openness": [
            choice_control(fields["openness"], [(word, f"{{{{ words.openness[{n}] }}}}") for n, word in openness])
        ],
        "contact": [
            run("{% if head.has_contact %}"),
            control(fields["contact"]),
            run("{% endif %}{% if head.has_contact and head.email %}"),
            run(", "),
            run("{% endif %}{% if head.email %}"),
            run("{{ head.email }}"),
            run("{% endif %}"),
        ],
    }
    cells = [
        cell(
            paragraph("FactLabel", field.label),
            paragraph("FactValue", *made[key]),
            properties=[cell_margins(*_CLOSE)],
        )
        for key, field in fields.items()
    ]
    starts = range(0, len(cells), len(_HEAD_WIDTHS))
    rows = (row(*cells[place : place + len(_HEAD_WIDTHS)], height=9) for place in starts)
    return table("FactBand", _HEAD_WIDTHS, *rows, caption="{{ words.head_description }}")


def _known_or_place(key: str, label: str) -> list[etree._Element]:
    """A paragraph of what is known, or a place to write it."""
    return [
        statement(f"{{%p if {key} %}}"),
        paragraph("Normal", f"{{{{ {key} }}}}"),
        statement("{%p else %}"),
        paragraph("Normal", control(Field(f"case.{key}", label, f"{{{{ places.{key} }}}}"))),
        statement("{%p endif %}"),
    ]


def _bullets(name: str) -> list[etree._Element]:
    return [
        statement(f"{{%p for text in {name} %}}"),
        paragraph("TableBullet", "{{ text }}"),
        statement("{%p endfor %}"),
    ]


def _case() -> list[etree._Element]:
    """What the plan holds, card by card, and how it came about."""
    return [
        paragraph("Heading2", "{{ words.case }}"),
        paragraph("Normal", "{{ case }}"),
        table(
            "RatingTable",
            list(_CARDS.values()),
            header_row(*(f"{{{{ plan_words.columns.{key} }}}}" for key in _CARDS)),
            statement_row("{%tr for card in cards %}", len(_CARDS)),
            row(
                cell(paragraph("TableNumber", "{{ card.number }}")),
                *(cell(paragraph("TableNote", control(_card_field(key)))) for key in ("title", "goal", "owner")),
                cell(paragraph("TableNote", date_control(_card_field("follow_up_date")))),
                height=8,
            ),
            statement_row("{%tr endfor %}", len(_CARDS)),
            caption="{{ words.cards_description }}",
            header_row=True,
        ),
        paragraph("Note", "{{ cards_note }}"),
        paragraph("Heading2", "{{ words.story }}"),
        _told("story", "{{ words.story_description }}"),
    ]


def _card_field(key: str) -> Field:
    return Field(f"{{{{ card.tag }}}}.{key}", f"{{{{ card.fields.{key} }}}}", f"{{{{ card.{key} }}}}")


def _told(name: str, caption: str) -> etree._Element:
    """A table of a list: what a row is about, what is known of it, and a place to write where there is one."""
    rows = [
        statement_row(f"{{%tr for row in {name} %}}", 2),
        *alternative_rows("row.is_to_write", 2, _told_row(_TO_WRITE), _told_row(None)),
        statement_row("{%tr endfor %}", 2),
    ]
    return form(rows, caption, _STORY)


def _told_row(height: float | None) -> etree._Element:
    place = Field("{{ row.tag }}", "{{ row.label }}", "{{ row.place }}")
    close = [cell_margins(*_CLOSE)]
    return row(
        cell(paragraph("FormLabel", place.label), properties=close),
        cell(
            statement("{%p for text in row.texts %}"),
            paragraph("TableText", "{{ text }}"),
            statement("{%p endfor %}{%p if row.place %}"),
            paragraph("TableText", run("{{ row.begins }}"), control(place)),
            statement("{%p endif %}"),
            properties=deepcopy(close),
        ),
        height=height,
    )


def _process(library: Library) -> list[etree._Element]:
    fields = {
        key: Field(f"{{{{ forum.tag }}}}.{key}", f"{{{{ forum.fields.{key} }}}}", f"{{{{ forum.{key} }}}}")
        for key in _PROCESS
    }
    roles = enumerate(library.samlet_plan.tool.plan_words.roles.values())
    role = choice_control(fields["role"], [(word, f"{{{{ role_words[{n}] }}}}") for n, word in roles])
    return [
        paragraph("Heading2", "{{ words.process }}"),
        table(
            "RatingTable",
            list(_PROCESS.values()),
            header_row(*(f"{{{{ words.columns.{key} }}}}" for key in _PROCESS)),
            statement_row("{%tr for forum in process %}", len(_PROCESS)),
            row(
                cell(paragraph("TableText", date_control(fields["date"]))),
                cell(paragraph("TableText", control(fields["name"]))),
                cell(paragraph("TableText", role)),
                cell(
                    statement("{%p if forum.has_deadline %}"),
                    paragraph("TableText", date_control(fields["deadline"])),
                    statement("{%p else %}"),
                    paragraph("TableText", "{{ words.no_deadline }}"),
                    statement("{%p endif %}"),
                ),
                cell(paragraph("TableText", control(fields["outcome"]))),
            ),
            statement_row("{%tr endfor %}", len(_PROCESS)),
            caption="{{ words.process_description }}",
            header_row=True,
        ),
    ]


def _closing() -> list[etree._Element]:
    """What goes with the case, and what the meeting itself writes."""
    more = Field("case.attachment", "{{ words.attachment_label }}", "{{ places.attachment }}")
    papers = cell(
        statement("{%p for text in attachments %}"),
        paragraph("TableBullet", "{{ text }}"),
        statement("{%p endfor %}"),
        paragraph("TableText", control(more)),
    )
    rows = [row(cell(paragraph("FormLabel", "{{ words.attachments }}")), papers)]
    for key, (height, blank_height) in _CLOSING.items():
        field = Field(f"case.{key}", f"{{{{ words.{key} }}}}", f"{{{{ places.{key} }}}}")
        rows += [
            *alternative_rows("is_blank", 2, form_row(field, height=blank_height), form_row(field, height=height)),
        ]
    return [
        paragraph("Heading2", "{{ words.closing }}"),
        form(rows, "{{ words.closing_description }}", _STORY),
        paragraph("Note", "{{ words.own_note }}"),
    ]
