"""Coaching, two and two: how a conversation goes, what to keep to, and what to take along."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place
from .gathering import gathering


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the source's `quoted` sentence, the steps, the rules, and `places` to write."""
    room = gathering(library, programme, copy.kit)
    words = room.words("coaching")
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "quoted": words["quoted"].format(text=room.held.tool.about.passage("coaching").text),
        "form": [dict(row) | {"answer": or_place(None, row["place"])} for row in words["form"]],
    }
