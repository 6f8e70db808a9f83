"""The worksheet for one factor: how many marks each step got, where the group wants to go, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from ..entries import Entry
from ..reply import Reply
from .levels import level


def read(reply: Reply) -> Iterator[Entry]:
    """The level of the factor of the sheet."""
    yield from level(reply, reply.stamp.factor)
