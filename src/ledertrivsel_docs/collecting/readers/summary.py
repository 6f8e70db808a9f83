"""The summary after the meeting: the level of each factor, and when it is followed up."""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry, Fact
from ..reply import Reply
from .levels import level


def read(reply: Reply) -> Iterator[Entry]:
    """The level of each factor, and the meeting's day of follow-up."""
    for row in reply.filled.rows("target"):
        yield from level(reply, row, f"{row}.")
    if follow_up := reply.day("follow_up"):
        yield Fact(("meetings", reply.stamp.kit, "follow_up_date"), follow_up)
    reply.skip("date", "people")
