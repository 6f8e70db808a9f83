"""The dialogue sheet: every question of a tool on one side, each with a mark for what somebody wants to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from ..models.library import Library
from ..models.meetings import own_questions
from ..models.programme import Programme
from ..models.questions import Question
from .copy import Copy
from .frame import Context, frame, or_place
from .gathering import Gathering, gathering
from .scales import mark_names

_BLANKS = 2  # lines for questions of the group's own
_HEADING, _LINE = 2.2, 46  # lines that a heading takes, and letters of a question on a line


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: two `columns` of groups with their questions, and the `own` questions with blank ones.

    The sheet is the participant's own: it holds no answer that anyone has given.
    """
    room = gathering(library, programme, copy.kit)
    words, tool = room.words("dialogue-sheet"), room.held.tool
    rated = room.held.meeting.scale
    numbered = iter(range(1, 10_000))
    groups: list[dict[str, Any]] = [
        {"title": group.title, "questions": [_question(room, next(numbered), asked) for asked in group.numbered]}
        for group in tool.questions.groups
    ]
    own = [_question(room, next(numbered), asked) for asked in own_questions(room.held.meeting)]
    left = _left_count([_height(group["questions"]) for group in groups], _height(own) + 2 * _BLANKS)
    scale = words["scale_help"].format(scale=library.samlet_plan.qualification.scale.text) if rated else ""
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "columns": [groups[:left], groups[left:]],
        "own_title": tool.questions.own_title or words["own_title"],
        "own": own,
        "blanks": [_blank(room, number) for number in range(1, _BLANKS + 1)],
        "rated": rated,
        "ticked": False,
        "note": words["note"].format_map(room.places),
        "key_help": " ".join(filter(None, (words["key_help"], scale))),
    }


def _question(room: Gathering, number: int, asked: Question) -> dict[str, Any]:
    words = room.words("dialogue-sheet")
    return {
        "id": asked.id,
        "text": asked.text,
        "name": words["mark_name"].format(number=number),
        "marks": mark_names(room.library, words["scale_mark"], number=number),
    }


def _blank(room: Gathering, number: int) -> dict[str, Any]:
    """A line for a question of one's own; its key holds a sign that no question's id can have."""
    words = room.words("dialogue-sheet")
    return {
        "id": f"own_{number}",
        "text": or_place(None, words["own_place"]),
        "text_name": words["own_name"].format(number=number),
        "name": words["own_mark_name"].format(number=number),
    }


def _height(questions: Sequence[dict[str, Any]]) -> float:
    return _HEADING + sum(-(-len(question["text"]) // _LINE) for question in questions)


def _left_count(heights: Sequence[float], below: float) -> int:
    """How many groups stand in the left column, so that the two are equally high with what is `below` the right."""
    whole = sum(heights) + below
    ends = list(accumulate(heights))
    return min(range(1, len(ends) + 1), key=lambda count: abs(ends[count - 1] - whole / 2))
