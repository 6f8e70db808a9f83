"""The overview after workshop 3: who does what from here, what each card still lacks, and how the plan is told."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.programme_answers import FollowUp
from ..entries import Entry
from ..reply import Reply
from .status_sheet import card_letter


def read(reply: Reply) -> Iterator[Entry]:
    """The tasks as agreements; what is said of single cards, and of the whole plan, becomes notes."""
    for row in reply.filled.rows("what"):
        yield from reply.agreement(row)
    for row in reply.filled.rows("again"):
        yield from _status(reply, row)
        reply.skip(f"{row}.card")
        if reply.is_ticked(f"{row}.again"):
            yield from reply.note(reply.called(f"{row}.again"), reply.tick_word)


def _status(reply: Reply, row: str) -> Iterator[Entry]:
    """How far a card is, where that isn't what we have printed."""
    if reply.changed(f"{row}.how_far") and (status := reply.value(f"{row}.how_far")):
        theme, own = reply.row_theme(row, "card")
        yield from own
        if theme is None:
            reply.keep(f"{row}.how_far")
        else:
            card = card_letter(reply, row, theme, "how_far")
            yield from reply.entry(FollowUp, theme=theme, card=card, status=status, source=reply.source)
