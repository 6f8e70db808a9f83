"""What a committee answers in the hearing: notes, each with the committee's name."""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..reply import Reply
from . import notes


def read(reply: Reply) -> Iterator[Entry]:
    """What is ticked; what is written becomes notes by itself."""
    reply.speaker = " ".join((reply.text("answer.forum") or "").split())
    reply.skip("deadline", "send_to", "version", "case_number")
    yield from notes.read(reply)
