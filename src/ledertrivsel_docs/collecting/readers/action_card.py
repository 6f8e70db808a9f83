"""The action card: all its fields, for the theme of its stamp or of its title."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.programme_answers import ActionCard
from ..entries import Entry
from ..reply import Reply


def read(reply: Reply) -> Iterator[Entry]:
    """The card that was written."""
    title = reply.text("title")
    answers = {key: reply.value(key) for key in reply.filled.slots if key in ActionCard.model_fields and key != "theme"}
    if not any(answers.values()):
        return
    theme, own = reply.sheet_theme(title)
    yield from own
    if theme is None:
        reply.keep("title", *answers)
        return
    yield from reply.entry(ActionCard, theme=theme, source=reply.source, **answers)
