"""The conversation guide: the questions of each round with room for notes, and a box for what is acute."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place
from .gathering import Gathering, gathering


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the `rounds`, one for each group of questions, with their times."""
    room = gathering(library, programme, copy.kit)
    words = room.words("conversation-guide")
    lead = words["lead"].format(questions=room.held.tool.questions.title)
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=lead) | {
        "rounds": list(_rounds(room)),
        "acute": or_place(None, words["acute"]["place"]),
    }


def _rounds(room: Gathering) -> Iterator[dict[str, Any]]:
    """A round for each group; its time is that of the run sheet's row of the same id."""
    words = room.words("conversation-guide")
    for number, group in enumerate(room.held.tool.questions.groups, 1):
        told = words["with_intro"].format(title=group.title, intro=group.intro) if group.intro else group.title
        title = words["round"].format(number=number, title=told)
        yield {
            "key": f"round.{group.id}",
            "title": title,
            "time": _time(room, group.id),
            "questions": group.questions,
            "name": words["notes_name"].format(number=number),
            "notes": or_place(None, words["notes_place"]),
            "first": number == 1,
        }


def _time(room: Gathering, group: str) -> str:
    """When the round of a group is, or how long it takes; its row can be held in two halves."""
    words, hours, language = room.words("conversation-guide")["time"], room.hours, room.library.language
    rows = [hours.row(number) for number, item in enumerate(hours.items) if item.id == group]
    if not rows:
        return ""
    start, end = rows[0].start, rows[-1].end
    clock = language.span_text(start, end) if start and end else ""
    length = language.minutes_in_words(sum(row.minutes for row in rows))
    time: str = words["clock" if clock else "length"].format(clock=clock, length=length)
    return words["halved"].format(time=time) if len(rows) > 1 else time
