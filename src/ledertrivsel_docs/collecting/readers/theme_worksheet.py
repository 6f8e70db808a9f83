"""The worksheet on which a person, or a group together, rates every theme."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.programme_answers import Placement
from ..entries import Entry
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """A rating for each theme that has a mark on both scales."""
    group = reply.group()
    whose = {"group": group, "source": reply.source} if group else {"person": reply.person}
    for row in reply.filled.rows("importance.1", "success.1"):
        importance, success = reply.mark(f"{row}.importance"), reply.mark(f"{row}.success")
        written = reply.text(f"{row}.title")
        reply.text(f"{row}.number")
        named = written or any(any(map(str.isalpha, label)) for label in reply.filled.labels.get(row, ()))
        if importance is None and success is None and not named:
            continue
        theme, own = reply.row_theme(row, "title")
        yield from own
        if theme and reply.has_both(row, importance, success):
            yield from reply.entry(Placement, theme=theme, importance=importance, success=success, **whose)
