"""The action card: blank, as the source's worked example, or for a chosen theme."""

from __future__ import annotations

from datetime import date

from ..engine.values import DateText
from ..models.library import Library
from ..models.programme import ActionCard, Programme
from .copy import Copy
from .frame import Context, frame, or_place


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `labels` and `answers` by field key, `questions` of the theme, `status_words`."""
    form = library.samlet_plan.action_card
    words = library.words["action-card"]
    if copy.variant == "example":
        theme = library.samlet_plan.themes.by_id()[form.example.theme]
        card = ActionCard(theme=theme.id, **form.example.answers)
    else:
        theme = copy.theme
        chosen = theme.id if theme else ""
        card = next((card for card in programme.action_cards if card.theme == chosen), ActionCard(theme=chosen or "-"))
    fields = (*form.fields, *form.own_fields)
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker_example" if copy.variant == "example" else "kicker"],
        title=or_place(theme.title if theme else None, words["title_blank"]),
    ) | {
        "questions": theme.questions if theme else (words["lead_blank"],),
        "has_title": theme is not None,
        "labels": {field.key: field.label for field in fields},
        "answers": {field.key: _answer(library, getattr(card, field.key), field.placeholder) for field in fields},
        "status_words": form.status_words,
    }


def _answer(library: Library, value: str | date | None, placeholder: str) -> str:
    if isinstance(value, date):
        return DateText(library.language.date_text(value), value)
    return or_place(value, placeholder)
