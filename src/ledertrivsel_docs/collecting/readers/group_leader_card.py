"""The group leader's card: the themes that the group brings along, its joint ratings and why."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.programme_answers import Placement
from ..entries import Entry
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """The group's rating of each theme that it has written."""
    group = reply.group()
    reply.skip("date", "time", "place")
    for row in reply.filled.rows("theme"):
        importance, success = reply.mark(f"{row}.importance"), reply.mark(f"{row}.success")
        reason = reply.text(f"{row}.reason")
        if not (importance or success or reason or reply.text(f"{row}.theme")):
            continue
        theme, own = reply.row_theme(row, "theme")
        yield from own
        if theme is None:
            reply.keep(f"{row}.theme", f"{row}.reason")
        elif reply.has_both(row, importance, success):
            yield from reply.entry(
                Placement,
                theme=theme,
                importance=importance,
                success=success,
                group=group,
                reason=reason,
                source=reply.source,
            )
        else:
            reply.keep(f"{row}.reason")
