"""The question cards: every question of a tool on a card of its own, four to a sheet, the last ones to write on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from .cards import CARDS_A_SHEET, sheets_of
from .copy import Copy
from .frame import Context, frame, or_place
from .gathering import Gathering, gathering

_FEWEST_BLANK = 2
_LONG = 110  # from so many letters on a question takes a smaller style


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `sheets` of two rows with two cards each."""
    room = gathering(library, programme, copy.kit)
    words = room.words("question-cards")
    cards = list(_asked(room))
    blanks = _FEWEST_BLANK + (-len(cards) - _FEWEST_BLANK) % CARDS_A_SHEET
    cards += [_blank(room, number) for number in range(1, blanks + 1)]
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"]) | {"sheets": sheets_of(cards)}


def _asked(room: Gathering) -> Iterator[dict[str, Any]]:
    """A card for each question, with its number and the heading that it belongs to."""
    words, source = room.words("question-cards"), room.library.words["common"]["source_prefix"] + room.places["source"]
    for group in room.question_groups():
        for number, question in group.questions:
            yield {
                "blank": False,
                "number": str(number),
                "group": words["own_label"] if group.is_own else group.title,
                "question": question.text,
                "is_long": len(question.text) > _LONG,
                "foot": words["own_foot"] if group.is_own else source,
            }


def _blank(room: Gathering, number: int) -> dict[str, Any]:
    """A card to write a question on."""
    words = room.words("question-cards")
    return {
        "blank": True,
        "group": words["own_label"],
        "key": f"own_{number}",
        "question_name": words["question_field"].format(number=number),
        "question": or_place(None, words["blank_question"]),
        "foot": words["blank_foot"],
    }
