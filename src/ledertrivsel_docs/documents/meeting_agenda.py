"""The agenda of a managers' meeting: its points with times and room for topics, and whose turn it is next."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, day_or_place, frame, or_place
from .gathering import Gathering, gathering
from .run_sheet_meeting import meeting_rows


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts`, `items` with their times and topics, and the `turns` of the next meetings."""
    room = gathering(library, programme, copy.kit)
    words, sheet = room.words("meeting-agenda"), room.held.sheet
    held = meeting_rows(room, copy)
    known = {name: held["facts"][name] for name in ("date", "time", "place")}
    for number, item in enumerate(held["items"], 1):
        item["key"] = f"topic.{number}"
        item["topic_name"] = words["topic_name"].format(title=item["title"])
        item["topic"] = or_place(None, words["by_hand"]["topic"])
    return frame(library, programme, copy, kicker=words["kicker"], title=sheet.title, lead=sheet.lead) | {
        "facts": known | {"setter": or_place(room.held.meeting.facilitator, words["by_hand"]["setter"])},
        "items": held["items"],
        "end": held["end"],
        "notice": or_place(None, words["by_hand"]["notice"]),
        "turns": [_turn(room, number) for number in range(1, int(words["turns"]) + 1)],
    }


def _turn(room: Gathering, number: int) -> dict[str, Any]:
    """One of the meetings after this one, with its day where that follows from the first."""
    words, first = room.words("meeting-agenda"), room.held.meeting.date
    day = first + timedelta(days=int(words["days_between"]) * number) if first else None
    return {
        "key": f"turn.{number}",
        "number": str(number),
        "names": {key: name.format(number=number) for key, name in words["turn_names"].items()},
        "date": day_or_place(room.library, day, words["by_hand"]["date"]),
        "who": or_place(None, words["by_hand"]["who"]),
        "topic": or_place(None, words["by_hand"]["turn_topic"]),
    }
