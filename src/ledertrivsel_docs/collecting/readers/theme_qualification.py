"""The worksheet that makes a theme ready for its action card: a group's answers to the support questions."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.programme_answers import QualifiedTheme
from ..entries import Entry
from ..reply import Reply

_FIELDS = ("shows_as", "assessment_basis", "experiences", "inspiration", "ideas", "existing", "missing")


def read(reply: Reply) -> Iterator[Entry]:
    """The group's answers for the theme of the sheet."""
    if reply.holds_several_groups():
        return
    group = reply.group()
    answers: dict[str, str | int | None] = {key: reply.changed(key) for key in _FIELDS}
    answers["assessment"] = reply.mark("assessment")
    title = reply.text("title")
    question = reply.changed("question")
    if not any(answers.values()):
        reply.keep("question")
        return
    theme, own = reply.sheet_theme(title, question)
    yield from own
    if theme is None:
        reply.keep(*_FIELDS, "title", "question")
        return
    yield from reply.entry(QualifiedTheme, theme=theme, group=group, source=reply.source, **answers)
