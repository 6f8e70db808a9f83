"""The deck of workshop 1: where the themes were dragged to on the priority map."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.programme_answers import ParkedTheme, Placement
from ..entries import Entry
from ..map_slides import MapRead
from ..reply import Reply


def read(reply: Reply, lying: MapRead) -> Iterator[Entry]:
    """The place of each theme that was dragged onto the map, and the themes in the parking lot."""
    for dragged in lying.placed:
        theme, own = _theme(reply, dragged.id, dragged.label)
        yield from own
        if theme:
            marks = {"importance": dragged.importance, "success": dragged.success}
            yield from reply.entry(Placement, theme=theme, source=reply.source, **marks)
    for name, label in lying.parked:
        theme, own = _theme(reply, name, label)
        yield from own
        if theme:
            yield from reply.entry(ParkedTheme, theme=theme)


def _theme(reply: Reply, name: str, label: str) -> tuple[str | None, list[Entry]]:
    """The theme of a chip, or one of the organisation's own that was written on an empty chip."""
    if reply.names.theme(name) is not None:
        return name, []
    return reply.theme(label) if label else (None, [])
