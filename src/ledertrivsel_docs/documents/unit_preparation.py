"""The preparation of a manager for the round about the units: a row for each question that she is asked there."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place
from .gathering import gathering


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts` of the unit, and a row for each of the `questions` of its group."""
    room = gathering(library, programme, copy.kit)
    words = room.words("unit-preparation")
    asked = room.held.tool.questions
    group = asked.group(words["group"]) if "group" in words else asked.groups[0]
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "facts": {
            "unit": or_place(None, words["by_hand"]["unit"]),
            "date": or_place(room.places["weekday"], words["by_hand"]["date"]),
        },
        "rows": [
            {
                "key": question.id,
                "label": question.text,
                "name": words["field"].format(number=number, text=question.text),
                "answer": or_place(
                    None, words["places"][number - 1] if number <= len(words["places"]) else words["place"]
                ),
            }
            for number, question in enumerate(group.numbered, 1)
        ],
        "count": len(group.questions),
    }
