"""The action card: seven fields of the source, the kit's own row for materials, and a band of dates and status."""

from __future__ import annotations

from ..models.library import Library
from ..page_parts.forms import Field, choice_control, control, date_control, fact_band, form, form_row
from ..page_parts.markup import paragraph
from ..page_parts.sheet import Sheet

# Millimetres: room to write by hand, shared so that a blank card fills its page.
_HEIGHTS = {
    "used_when": 19,
    "goal": 20,
    "owner": 16,
    "help": 16,
    "representatives_role": 21,
    "tasks": 36,
    "follow_up": 22,
    "materials": 17,
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of an action card."""
    card = library.samlet_plan.action_card
    title = Field("title", "{{ words.title_label }}", "{{ title }}")
    rows = [form_row(_field(key), height=height) for key, height in _HEIGHTS.items()]
    choices = [(word, f"{{{{ status_words[{number}] }}}}") for number, word in enumerate(card.status_words)]
    facts = [
        (_field("valid_from"), date_control(_field("valid_from"))),
        (_field("follow_up_date"), date_control(_field("follow_up_date"))),
        (_field("status"), choice_control(_field("status"), choices)),
    ]
    sheet.add(
        paragraph("Kicker", "{{ kicker }}"),
        paragraph("Normal", "{%p if has_title %}"),
        paragraph("Heading1", control(title)),
        paragraph("Normal", "{%p else %}"),
        paragraph("HeadingToWrite", control(title)),
        paragraph("Normal", "{%p endif %}"),
        paragraph("Normal", "{%p for question in questions %}"),
        paragraph("Lead", "{{ question }}"),
        paragraph("Normal", "{%p endfor %}"),
        form(rows, "{{ words.table_description }}"),
        paragraph("Between", "{{ words.agreed }}"),
        fact_band(facts, "{{ words.facts_description }}", (58, 58, 58)),
        paragraph("Note", "{{ words.own_note }}"),
    )


def _field(key: str) -> Field:
    return Field(key, f"{{{{ labels.{key} }}}}", f"{{{{ answers.{key} }}}}")
