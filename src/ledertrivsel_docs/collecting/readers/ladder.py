"""The ladder on the wall: how many marks stand at each of its steps."""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..reply import Reply
from .levels import level


def read(reply: Reply) -> Iterator[Entry]:
    """The level of the factor of the ladder."""
    yield from level(reply, reply.stamp.factor)
