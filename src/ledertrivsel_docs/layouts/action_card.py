"""The action card: seven fields of the source, the kit's own row for materials, and a band of dates and status."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from ..models.library import Library
from ..page_parts.forms import Field, choice_control, control, date_control, fact_band, form, form_row
from ..page_parts.markup import paragraph, statement
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
    title = Field("title", "{{ words.title_label }}", "{{ title }}")
    sheet.add(
        paragraph("Kicker", "{{ kicker }}"),
        paragraph("Normal", "{%p if has_title %}"),
        paragraph("Heading1", control(title)),
        paragraph("Normal", "{%p else %}"),
        paragraph("HeadingToWrite", control(title)),
        paragraph("Normal", "{%p endif %}"),
        *questions("questions"),
        *card_form(library, CardNames()),
        paragraph("Note", "{{ words.own_note }}"),
    )


@dataclass(frozen=True, slots=True)
class CardNames:
    """What a template calls a card's `answers` and the action card's `words`; `prefix` begins its controls' tags."""

    answers: str = "answers"
    words: str = "words"
    prefix: str = ""

    def field(self, key: str) -> Field:
        """A field of the card."""
        return Field(f"{self.prefix}{key}", f"{{{{ labels.{key} }}}}", f"{{{{ {self.answers}.{key} }}}}")

    def word(self, key: str) -> str:
        """The tag that prints a word of the action card."""
        return f"{{{{ {self.words}.{key} }}}}"


def questions(name: str) -> list[etree._Element]:
    """The questions of a theme, from the list of that name."""
    return [
        statement(f"{{%p for question in {name} %}}"),
        paragraph("Lead", "{{ question }}"),
        statement("{%p endfor %}"),
    ]


def status_control(field: Field, library: Library) -> etree._Element:
    """A list of the words for a card's status."""
    words = library.samlet_plan.action_card.status_words
    return choice_control(field, [(word, f"{{{{ status_words[{number}] }}}}") for number, word in enumerate(words)])


def card_form(library: Library, card: CardNames) -> list[etree._Element]:
    """The rows of an action card, and its band of dates and status."""
    rows = [form_row(card.field(key), height=height) for key, height in _HEIGHTS.items()]
    valid_from, follow_up, status = (card.field(key) for key in ("valid_from", "follow_up_date", "status"))
    facts = [
        (valid_from, date_control(valid_from)),
        (follow_up, date_control(follow_up)),
        (status, status_control(status, library)),
    ]
    return [
        form(rows, card.word("table_description")),
        paragraph("Between", card.word("agreed")),
        fact_band(facts, card.word("facts_description"), (58, 58, 58)),
    ]
