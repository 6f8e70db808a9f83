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
from .gathering import Gathering, gathering
from .scales import mark_names

_BLANKS = 2  # lines for questions of the group's own


@dataclass(frozen=True, slots=True)
class _Size:
    """What the texts of a column take, in millimetres; `letters` of a question stand on a line."""

    letters: int
    line: float
    between: float
    heading: float
    blank: float = 8.8


_PLAIN, _RATED = _Size(47, 4.5, 2.1, 7.5), _Size(57, 3.95, 4.5, 8.5)
_COLUMN = 221.0  # how much room there is in a column of a page

_Part = dict[str, Any]
"""What stands below each other in a column: a heading, `questions`, and `blanks` to write more."""


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `pages` with the questions under their headings in two `columns`, or in one where there
    is a single heading; across the foot of the last one the group's `own`.

    The sheet is the participant's own: it holds no answer that anyone has given.
    """
    room = gathering(library, programme, copy.kit)
    words, rated = room.words("dialogue-sheet"), room.held.meeting.scale
    size = _RATED if rated else _PLAIN
    groups = [_part(room, group.questions, group.title) for group in room.question_groups() if not group.is_own]
    scale = words["scale_help"].format(scale=library.samlet_plan.qualification.scale.text) if rated else ""
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "pages": _with_own(_pages(groups, size), _own(room), size),
        "own_title": room.own_title,
        "rated": rated,
        "ticked": False,
        "note": words["note"].format_map(room.places),
        "key_help": " ".join(filter(None, (words["key_help"], scale))),
    }


def _part(room: Gathering, asked: Sequence[tuple[int, Question]], title: str = "", blanks: Sequence[int] = ()) -> _Part:
    return {
        "title": title,
        "questions": [_question(room, *found) for found in asked],
        "blanks": [_blank(room, number) for number in blanks],
    }


def _own(room: Gathering) -> list[_Part]:
    """The group's own questions and the lines to write more, in two columns."""
    asked = [found for group in room.question_groups() if group.is_own for found in group.questions]
    left = -(-(len(asked) + _BLANKS) // 2)
    blanks = range(1, _BLANKS + 1)
    here = max(left - len(asked), 0)
    return [_part(room, asked[:left], blanks=blanks[:here]), _part(room, asked[left:], blanks=blanks[here:])]


def _with_own(pages: Sequence[list[Sequence[_Part]]], own: list[_Part], size: _Size) -> list[dict[str, Any]]:
    """The pages, with the group's own questions on the last one where they have room, else on one of their own."""
    made: list[dict[str, Any]] = [{"columns": list(filter(None, columns)), "own": []} for columns in pages]
    highest = max((sum(_height(part, size) for part in column) for column in pages[-1]), default=0.0)
    if highest + max(_height(part, size) for part in own) > _COLUMN:
        made.append({"columns": []})
    made[-1]["own"] = own
    return made


def _pages(groups: Sequence[_Part], size: _Size) -> list[list[Sequence[_Part]]]:
    """The groups in two columns, on as few pages as have room for them."""
    heights = [_height(group, size) for group in groups]
    middle = _halved(heights)
    if max(sum(heights[:middle]), sum(heights[middle:])) <= _COLUMN or len(groups) < 4:
        return [[groups[:middle], groups[middle:]]]
    return [page for part in (groups[:middle], groups[middle:]) for page in _pages(part, size)]


def _height(part: _Part, size: _Size) -> float:
    lines = sum(-(-len(question["text"]) // size.letters) for question in part["questions"])
    return size.heading + lines * size.line + len(part["questions"]) * size.between + len(part["blanks"]) * size.blank


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
