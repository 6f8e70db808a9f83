"""The action card: seven fields of the source, the kit's own row for materials, and a band of dates and status."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml import etree

from ..models.library import Library
from ..page_parts.forms import Field, choice_control, control, date_control, fact_band, form, form_row
from ..page_parts.looks import PARAGRAPHS
from ..page_parts.markup import paragraph, run, statement, where_known
from ..page_parts.page import A4
from ..page_parts.sheet import Sheet
from ..page_parts.tables import alternative_rows

# Millimetres: room to write by hand, shared so that a blank card fills its page.
_HEIGHTS = {
    "used_when": 19,
    "goal": 20,
    "owner": 22,
    "help": 22,
    "representatives_role": 21,
    "tasks": 34,
    "follow_up": 22,
    "materials": 17,
}
_TIGHT = {"tasks": 26, "follow_up": 18, "used_when": 17}  # where title and questions take more of the page

PAGE = A4
LOOKS = {
    "Heading1": replace(PARAGRAPHS["Heading1"], after=3),
    "Lead": replace(PARAGRAPHS["Lead"], after=5, spacing=1.15),
    "FormLabel": replace(PARAGRAPHS["FormLabel"], spacing=1.08),
    "FormAnswer": replace(PARAGRAPHS["FormAnswer"], spacing=1.08),
    "Between": replace(PARAGRAPHS["Between"], before=6, after=3),
    "Note": replace(PARAGRAPHS["Note"], before=4, after=0),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of an action card."""
    title = Field("title", "{{ words.title_label }}", "{{ title }}")
    sheet.add(
        paragraph("Kicker", "{{ kicker }}"),
        statement("{%p if has_title %}"),
        paragraph("Heading1", control(title)),
        statement("{%p else %}"),
        paragraph("FactLabel", title.label),
        paragraph("HeadingToWrite", control(title)),
        statement("{%p endif %}"),
        statement("{%p if caption %}"),
        paragraph("Lead", run("{{ caption }}", "Strong")),
        statement("{%p endif %}"),
        *questions("questions"),
        *where_known("Note", "ideas"),
        *card_form(library, CardNames(), adapts=True),
        statement("{%p if is_blank %}"),
        paragraph("Note", "{{ words.status_note }}"),
        statement("{%p endif %}"),
        paragraph("Note", "{{ own_note }}"),
        *where_known("Note", "own_theme"),
    )


@dataclass(frozen=True, slots=True)
class CardNames:
    """What a template calls a card's `answers` and the action card's `words`.

    `prefix` begins its controls' tags, and `begins` their titles, which are in `names`.
    """

    answers: str = "answers"
    words: str = "words"
    prefix: str = ""
    begins: str = ""
    names: str = "labels"

    def field(self, key: str) -> Field:
        """A field of the card."""
        label, name = (f"{{{{ {words}.{key} }}}}" for words in ("labels", self.names))
        return Field(f"{self.prefix}{key}", label, f"{{{{ {self.answers}.{key} }}}}", f"{self.begins}{name}")

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


def card_form(library: Library, card: CardNames, *, adapts: bool = False) -> list[etree._Element]:
    """The rows of an action card, and its band of dates and status; it `adapts` where the context says `roomy`."""
    rows = [made for key in _HEIGHTS for made in _rows(card.field(key), key, adapts=adapts)]
    valid_from, follow_up, status = (card.field(key) for key in ("valid_from", "follow_up_date", "status"))
    facts = [
        (valid_from, date_control(valid_from)),
        (follow_up, date_control(follow_up)),
        (status, status_control(status, library)),
    ]
    return [
        form(rows, card.word("table_description")),
        paragraph("Between", f"{{{{ {card.answers}.above_band }}}}"),
        fact_band(facts, card.word("facts_description"), (58, 58, 58)),
    ]


def _rows(field: Field, key: str, *, adapts: bool) -> list[etree._Element]:
    usual = form_row(field, height=_HEIGHTS[key])
    if not adapts or key not in _TIGHT:
        return [usual]
    return [
        *alternative_rows("roomy", 2, usual, form_row(field, height=_TIGHT[key])),
    ]
