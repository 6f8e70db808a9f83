"""Marks on the steps of a ladder, counted: what the capability sheet, the ladder and the summary share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...errors import message
from ...models.programme_answers import Level
from ..entries import Entry
from ..reply import Reply

_MOST = 10_000
_MARKS = frozenset("xX✓✔✗✘☒☑+|/IlI")
_TEXTS = ("examples", "challenges", "notice", "informed")


def level(reply: Reply, factor: str, prefix: str = "") -> Iterator[Entry]:
    """Capability and ambition for a factor; `prefix` stands before the keys of its fields."""
    known = reply.filled.slots
    answers: dict[str, Any] = {key: reply.changed(f"{prefix}{key}") for key in _TEXTS if f"{prefix}{key}" in known}
    rows = [row for row in reply.filled.rows("current") if row.startswith(f"{prefix}step.")]
    steps = {int(row.rpartition(".")[2]): row for row in rows if row.rpartition(".")[2].isdigit()}  # none of more rows
    for side in ("current", "desired"):
        is_changed = any(reply.changed(f"{row}.{side}") for row in steps.values())
        marks = [(step, _count(reply, f"{row}.{side}")) for step, row in sorted(steps.items())]
        answers[side] = tuple(step for step, count in marks for _ in range(count)) if is_changed else None
    if f"{prefix}target" in known:
        answers["target"] = reply.number(f"{prefix}target", 1, max(steps, default=1))
    if f"{prefix}by" in known:
        answers["by"] = reply.month(f"{prefix}by")
    if any(answers.values()):
        yield from reply.entry(Level, factor=factor, **answers)


def _count(reply: Reply, key: str) -> int:
    """How many marks: a number, or as many signs as stand there."""
    written = "".join((reply.text(key) or "").split())
    if not written:
        return 0
    if written.isascii() and written.isdigit() and int(written) <= _MOST:
        return int(written)
    if set(written) <= _MARKS:
        return len(written)
    what = message("“{text}” isn't a number of marks.", text=written)
    reply.tell(what, message("Write how many there are, such as 3."), where=reply.filled.slots[key].name)
    return 0
