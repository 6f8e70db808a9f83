"""What a meeting agreed on: its agreements, its common message, and when they are looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry, Fact
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """The agreements, and the facts about the meeting."""
    meeting = ("meetings", reply.stamp.kit)
    for row in reply.filled.rows("what"):
        yield from reply.agreement(row)
    if message := reply.changed("message"):
        yield Fact((*meeting, "message"), message)
    if follow_up := reply.day("follow_up"):
        yield Fact((*meeting, "follow_up_date"), follow_up)
    reply.skip("date", "people")
