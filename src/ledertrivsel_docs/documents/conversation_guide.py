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
    words, hours, language = room.words("conversation-guide"), room.hours, room.library.language
    rows: dict[str | None, list[int]] = {}
    for number, item in enumerate(hours.items):
        rows.setdefault(item.id, []).append(number)
    for number, group in enumerate(room.held.tool.questions.groups, 1):
        length = ""
        if group.id in rows:
            first, last = (hours.row(rows[group.id][place]) for place in (0, -1))
            clock = language.span_text(first.start, last.end) if first.start and last.end else ""
            kind = "clock" if clock else "length"
            minutes = sum(hours.items[place].minutes for place in rows[group.id])
            length = words["time"][kind].format(clock=clock, length=language.minutes_in_words(minutes))
            if first is not last and len(rows[group.id]) > 1:
                length = words["time"]["halved"].format(time=length)
        told = words["with_intro"].format(title=group.title, intro=group.intro) if group.intro else group.title
        title = words["round"].format(number=number, title=told)
        yield {
            "key": f"round.{group.id}",
            "title": title,
            "time": length,
            "questions": group.questions,
            "name": words["notes_name"].format(number=number),
            "notes": or_place(None, words["notes_place"]),
            "first": number == 1,
        }
