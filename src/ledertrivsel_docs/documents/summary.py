"""The summary of a meeting about factors: how the marks lay on each ladder, drawn and in words, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..models.factors import Factor
from ..models.library import Library
from ..models.meetings import level_of, working_factors
from ..models.programme import Programme
from ..models.programme_answers import Level
from .copy import Copy
from .frame import Context, day_or_place, frame, or_place
from .gathering import Gathering, gathering
from .ladder_rows import (
    is_counted,
    is_hidden,
    ladder_rows,
    marks_a_dot,
    marks_in_words,
    marks_of,
    target_or_place,
    whose_steps,
)


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts` of the meeting, and for each of the `factors` its ladder and what follows."""
    room = gathering(library, programme, copy.kit)
    words, meeting = room.words("summary"), room.held.meeting
    factors = working_factors(programme, library, copy.kit)
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "facts": {
            "date": day_or_place(library, meeting.date, words["by_hand"]["date"]),
            "people": or_place(meeting.facilitator, words["by_hand"]["people"]),
            "follow_up": day_or_place(library, meeting.follow_up_date, words["by_hand"]["follow_up"]),
        },
        "factors": [_factor(room, factor) for factor in factors],
        "own_note": whose_steps(library, programme, copy.kit, factors),
    }


def _marks_note(words: Mapping[str, Any], level: Level | None) -> str:
    """What the dots are where there are any, else that the marks are to be written, unless they are all hidden."""
    marks = [marks_of(level, kind) for kind in words["kinds"]]
    if any(map(is_counted, marks)):
        each = marks_a_dot(level)
        return str(words["marks_note"] if each == 1 else words["marks_note_many"].format(each=each))
    return str(words["marks_hidden" if all(map(is_hidden, marks)) else "marks_blank"])


def _factor(room: Gathering, factor: Factor) -> dict[str, Any]:
    """A factor: the ladder with a dot for each mark, its twin in words, and the answers."""
    words, level = room.words("summary"), level_of(room.programme, factor)
    told = [marks_in_words(words, factor, marks_of(level, kind), kind) for kind in words["kinds"]]
    places = words["by_hand"]
    return {
        "key": factor.id,
        "title": factor.title,
        "rows": ladder_rows(words, factor, level),
        "marks_note": _marks_note(words, level),
        "told": [text for text in told if text],
        "names": {
            key: words["answer_name"].format(factor=factor.short, label=label)
            for key, label in words["answers"].items()
        },
        "answers": {
            "target": target_or_place(words, level),
            "challenges": or_place(level.challenges if level else None, places["challenges"]),
            "notice": or_place(level.notice if level else None, places["notice"]),
            "by": day_or_place(room.library, level.by if level else None, places["by"]),
            "informed": or_place(level.informed if level else None, places["informed"]),
        },
    }
