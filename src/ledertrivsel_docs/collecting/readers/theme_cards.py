"""The theme cards: those that people have written a theme of their own on."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.programme_answers import OwnTheme
from ..entries import Entry
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """A theme of the organisation's own for each card with a title that no theme has yet."""
    for row in reply.filled.rows("title"):
        reply.skip(f"{row}.number")
        written, question = reply.changed(f"{row}.title"), reply.changed(f"{row}.question")
        if written is None:
            reply.keep(f"{row}.question")
            continue
        theme, own = reply.theme(written, where=reply.filled.slots[f"{row}.title"].name)
        for made in own:
            yield made.model_copy(update={"question": question}) if isinstance(made, OwnTheme) else made
        if theme is None:
            reply.keep(f"{row}.title")
        if not own:
            reply.keep(f"{row}.question")
