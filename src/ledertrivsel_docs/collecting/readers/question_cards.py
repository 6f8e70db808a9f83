"""The question cards: those that the group has written itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry, OwnQuestion
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """A question for each card that was written."""
    for row in reply.filled.rows("question"):
        if question := reply.changed(f"{row}.question"):
            yield OwnQuestion(reply.stamp.kit, " ".join(question.split()))
