"""A document whose answers no other part of a programme holds: they are kept as notes, each with its field's name."""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """Nothing of its own: what no reader takes becomes a note, and ticked boxes do so here."""
    for key, slot in reply.filled.slots.items():
        if slot.kind == "tick" and reply.is_ticked(key):
            yield from reply.note(reply.called(key), reply.tick_word)
