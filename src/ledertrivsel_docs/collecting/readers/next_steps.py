"""The overview after workshop 3: who does what from here, what each card still lacks, and how the plan is told."""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """The tasks as agreements; what is said of single cards, and of the whole plan, becomes notes."""
    for row in reply.filled.rows("what"):
        yield from reply.agreement(row)
    for row in reply.filled.rows("again"):
        reply.skip(f"{row}.card", f"{row}.how_far")
        if reply.is_ticked(f"{row}.again"):
            yield from reply.note(reply.called(f"{row}.again"), reply.tick_word)
