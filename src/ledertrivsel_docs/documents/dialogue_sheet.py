"""The dialogue sheet: every question of a tool on one side, each with a mark for what somebody wants to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.questions import Question
from .copy import Copy
from .frame import Context, frame, or_place
from .gathering import Gathering, NumberedGroup, gathering
from .scales import mark_names

_BLANKS = 2  # lines for questions of the group's own


@dataclass(frozen=True, slots=True)
class _Size:
    """What the texts of a column take, in millimetres; `letters` of a question stand on a line."""

    letters: int
    line: float
    between: float
    heading: float = 8.5
    blank: float = 8.5


_PLAIN, _RATED = _Size(50, 4.5, 1.3), _Size(57, 3.95, 4.3)
_COLUMN = 212.0  # how much room there is in a column of a page


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `pages` of two columns, each of groups with their questions; the last of them are the
    group's own, with `blanks` to write more.

    The sheet is the participant's own: it holds no answer that anyone has given.
    """
    room = gathering(library, programme, copy.kit)
    words, rated = room.words("dialogue-sheet"), room.held.meeting.scale
    asked = room.question_groups()
    if not room.held.meeting.own_questions:
        asked.append(NumberedGroup(room.own_title, ()))
    groups: list[dict[str, Any]] = [
        {"title": group.title, "questions": [_question(room, *found) for found in group.questions], "blanks": []}
        for group in asked
    ]
    groups[-1]["blanks"] = [_blank(room, number) for number in range(1, _BLANKS + 1)]
    scale = words["scale_help"].format(scale=library.samlet_plan.qualification.scale.text) if rated else ""
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "pages": _pages(groups, _RATED if rated else _PLAIN),
        "rated": rated,
        "ticked": False,
        "note": words["note"].format_map(room.places),
        "key_help": " ".join(filter(None, (words["key_help"], scale))),
    }


def _pages(groups: Sequence[dict[str, Any]], size: _Size) -> list[list[Sequence[dict[str, Any]]]]:
    """The groups in two columns, on as few pages as have room for them."""
    heights = [_height(group, size) for group in groups]
    middle = _halved(heights)
    if max(sum(heights[:middle]), sum(heights[middle:])) <= _COLUMN or len(groups) < 4:
        return [[groups[:middle], groups[middle:]]]
    return [page for part in (groups[:middle], groups[middle:]) for page in _pages(part, size)]


def _height(group: dict[str, Any], size: _Size) -> float:
    lines = sum(-(-len(question["text"]) // size.letters) for question in group["questions"])
    return size.heading + lines * size.line + len(group["questions"]) * size.between + len(group["blanks"]) * size.blank


def _halved(heights: Sequence[float]) -> int:
    """How many come first so that the two parts are about equally high."""
    ends = list(accumulate(heights))
    return min(range(1, len(ends)), key=lambda count: abs(ends[count - 1] - ends[-1] / 2), default=1)


def _question(room: Gathering, number: int, asked: Question) -> dict[str, Any]:
    words = room.words("dialogue-sheet")
    return {
        "id": asked.id,
        "text": words["numbered"].format(number=number, text=asked.text),
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
