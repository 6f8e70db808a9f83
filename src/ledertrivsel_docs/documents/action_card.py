"""The action card: blank, as the source's worked example, or for a chosen theme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..engine.values import DateText
from ..models.library import Library
from ..models.programme import Programme
from ..models.themes import Theme
from ..models.written_cards import written_cards
from .copy import Copy, card_number
from .found_before import ideas
from .frame import Context, frame, or_place, shortened
from .workshop import work_papers

_BAND = ("valid_from", "follow_up_date", "status")
_PROPOSED = 170  # letters of what the groups proposed
_SHORT_TITLE, _SHORT_QUESTIONS = 42, 85  # letters that are likely to stay on one line


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `labels` and `answers` by field key, `questions` of the theme, `status_words`."""
    form = library.samlet_plan.action_card
    words = library.words["action-card"]
    is_example = copy.variant == "example"
    theme = library.samlet_plan.themes.by_id()[form.example.theme] if is_example else copy.theme
    answers = form.example.all_answers if is_example else _answers(programme, copy)
    number = copy.card_number or (card_number(programme, theme.id) if theme and not is_example else None)
    proposed = "" if is_example or answers else _ideas(library, programme, theme)
    kicker = words["kicker_example" if is_example else "kicker_numbered" if number else "kicker"]
    to_write = work_papers(library, programme, copy.kit)["card_to_write"]
    return frame(
        library,
        programme,
        copy,
        kicker=kicker.format(number=number),
        title=or_place(theme.title if theme else None, words["title_blank"]),
    ) | {
        "questions": theme.questions if theme else (words["lead_blank"],),
        "has_title": theme is not None,
        "caption": form.example_caption.format(paper=to_write) if is_example else "",
        "ideas": proposed,
        "roomy": _is_roomy(theme) and not proposed,
        "is_blank": not any(answers.get(key) for key in _BAND),
        "own_note": words["own_note_example" if is_example else "own_note"],
        "own_theme": words["own_theme"] if theme and theme.is_own else "",
        "answers": card_answers(library, answers),
        **card_form(library),
    }


def card_form(library: Library) -> Context:
    """What all action cards share: the `labels` of the fields by key, and the `status_words` to choose from."""
    form = library.samlet_plan.action_card
    return {
        "labels": {field.key: field.label for field in (*form.fields, *form.own_fields)},
        "status_words": form.status_words,
    }


def card_answers(library: Library, answers: Mapping[str, Any]) -> dict[str, str]:
    """The answers of one card by field key, as they are printed; a place to write where there is none.

    `above_band` is the line above the dates and the status: what to write there, or what stands there.
    """
    form, words = library.samlet_plan.action_card, library.words["action-card"]
    fields = (*form.fields, *form.own_fields)
    is_settled = all(answers.get(key) for key in _BAND)
    return {
        "above_band": words["settled" if is_settled else "agreed"],
        **{field.key: _answer(library, answers.get(field.key), field.placeholder) for field in fields},
    }


def _is_roomy(theme: Theme | None) -> bool:
    """Whether title and questions take so little of the page that there is more room to write."""
    return theme is None or (len(theme.title) <= _SHORT_TITLE and len(" ".join(theme.questions)) <= _SHORT_QUESTIONS)


def _ideas(library: Library, programme: Programme, theme: Theme | None) -> str:
    """What the groups proposed in the workshop before, for a card that nobody has written on yet."""
    found = shortened(" · ".join(ideas(programme, theme.id)), _PROPOSED) if theme else None
    return str(library.words["action-card"]["ideas"].format(ideas=found)) if found else ""


def _answers(programme: Programme, copy: Copy) -> Mapping[str, Any]:
    """What the programme's card that the copy is for says, by field key; nothing where there is no card."""
    cards = written_cards(programme).get(copy.theme.id, ()) if copy.theme else ()
    return cards[copy.card] if cards else {}


def _answer(library: Library, value: str | date | None, placeholder: str) -> str:
    if isinstance(value, date):
        return DateText(library.language.date_text(value), value)
    return or_place(value, placeholder)
