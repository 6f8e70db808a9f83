"""The agreement sheet of a meeting: what was talked about, what is agreed on, and when it is followed up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models.library import Library
from ..models.meetings import answers_to, questions_by_id
from ..models.programme import Programme
from ..models.programme_answers import Agreement
from .copy import Copy
from .frame import Context, day_or_place, frame, or_place
from .gathering import Gathering, gathering

_BLANK = Agreement(kit="none")
_MOST_ROWS = 30  # blank ones; a meeting has no time for more


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts`, a `box` for what the tool asks for, and `rows` of agreements."""
    room = gathering(library, programme, copy.kit)
    words, meeting = room.words("agreement-sheet"), room.held.meeting
    box = _box(room) if words["box"]["holds"] == "dialogue" else meeting.message
    agreed = [agreement for agreement in programme.agreements if agreement.kit == copy.kit.id]
    blank = max(_rows(room) - len(agreed), 1)
    rows = [_row(room, number, found) for number, found in enumerate([*agreed, *[_BLANK] * blank], 1)]
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "facts": {
            "date": day_or_place(library, meeting.date, words["by_hand"]["date"]),
            "people": or_place(meeting.facilitator, words["by_hand"]["people"]),
            "follow_up": day_or_place(library, meeting.follow_up_date, words["by_hand"]["follow_up"]),
        },
        "box": or_place(box, words["box"]["place"]),
        "rows": rows,
        "count": len(rows),
    }


def _rows(room: Gathering) -> int:
    """How many rows there are at least: some for all, and one for each manager who takes part in a round."""
    rows = int(room.words("agreement-sheet")["rows"])
    return min(rows + room.held.round_of, max(rows, _MOST_ROWS)) if room.held.sheet.by_manager else rows


def _row(room: Gathering, number: int, agreed: Agreement) -> dict[str, Any]:
    words = room.words("agreement-sheet")
    return {
        "key": f"agreement.{number}",
        "number": str(number),
        "names": {key: words["field"].format(number=number, label=label) for key, label in words["columns"].items()},
        "what": or_place(agreed.what, words["by_hand"]["what"]),
        "who": or_place(agreed.who, words["by_hand"]["who"]),
        "when": day_or_place(room.library, agreed.when, words["by_hand"]["when"]),
    }


def _box(room: Gathering) -> str:
    """What the group has written on the sheet, else its answers to the questions."""
    words = room.words("agreement-sheet")
    notes = (note for note in room.programme.notes if (note.kit, note.document) == (room.kit.id, "agreement-sheet"))
    written = [note.text for note in notes if note.field == words["box"]["name"]]
    return "\n\n".join(written or _talked(room))


def _talked(room: Gathering) -> Iterator[str]:
    """The questions that the group has talked about, with its mark and its note."""
    words, asked = room.words("agreement-sheet"), questions_by_id(room.programme, room.library)
    for name, answer in answers_to(room.programme, room.held).items():
        mark = words["rated"].format(mark=answer.rating) if answer.rating else ""
        question = " ".join(filter(None, (asked[name].text, mark)))
        yield "\n".join(filter(None, (question, answer.note)))
