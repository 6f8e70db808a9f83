"""The question cards: every question of a tool on a card of its own, four to a sheet, the last ones to write on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models.library import Library
from ..models.meetings import own_questions
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
    cards = [*_asked(room), *_own(room)]
    blanks = _FEWEST_BLANK + (-len(cards) - _FEWEST_BLANK) % CARDS_A_SHEET
    cards += [_blank(room, number) for number in range(1, blanks + 1)]
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"]) | {"sheets": sheets_of(cards)}


def _asked(room: Gathering) -> Iterator[dict[str, Any]]:
    """The tool's questions, under the heading they belong to."""
    words, source = room.words("question-cards"), room.library.words["common"]["source_prefix"] + room.places["source"]
    for group in room.held.tool.questions.groups:
        for number, question in enumerate(group.questions, 1):
            of = words["of"].format(number=number, count=len(group.questions))
            yield _card(group.title, question, of, source)


def _own(room: Gathering) -> Iterator[dict[str, Any]]:
    """The group's own questions."""
    words, asked = room.words("question-cards"), own_questions(room.held.meeting)
    for number, question in enumerate(asked, 1):
        yield _card(words["own_label"], question.text, words["of"].format(number=number, count=len(asked)), "")


def _card(group: str, question: str, of: str, source: str) -> dict[str, Any]:
    return {
        "blank": False,
        "group": group,
        "question": question,
        "is_long": len(question) > _LONG,
        "of": of,
        "source": source,
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
        "of": words["blank_of"],
        "source": "",
    }
