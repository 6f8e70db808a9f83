"""A starter for a network of managers: what it is for, what to agree on, and how the first meeting goes."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the `form` with places to write; all else stands in its words."""
    words = library.words_of(copy.kit.id, "network-starter")
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "form": [dict(row) | {"answer": or_place(None, row["place"])} for row in words["form"]],
    }
