"""The priority map on paper: which themes were chosen and why, and which lie on the parking lot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...models.programme_answers import ParkedTheme
from ..entries import ChosenThemes, Entry, Fact
from ..reply import Reply

_BEHIND = re.compile(r"[:,]|\s[–-]\s")


def read(reply: Reply) -> Iterator[Entry]:
    """The choice in its order, its reasons, and a parked theme for each line that names one."""
    chosen: list[str] = []
    for key in [key for key in reply.filled.slots if key.startswith("choice.")]:
        if written := reply.text(key):
            theme, own = reply.theme(written, where=reply.filled.slots[key].name)
            yield from own
            chosen += [theme] if theme else []
            if theme is None:
                reply.keep(key)
    if chosen:
        yield ChosenThemes(tuple(dict.fromkeys(chosen)))
    if reasons := reply.changed("reasons"):
        yield Fact(("themes", "reasons"), reasons)
    yield from _parked(reply, reply.changed("parked") or "")


def _parked(reply: Reply, written: str) -> Iterator[Entry]:
    """A theme and what is said of it: “Sparring: Direktionen svarer inden sommer”; other lines are kept as a note."""
    others: list[str] = []
    for line in written.split("\n"):
        theme, said = _named(reply, line)
        if theme is None:
            others.append(line)
        else:
            yield from reply.entry(ParkedTheme, theme=theme, reason=said.strip() or None)
    if note := "\n".join(others).strip("\n"):
        yield from reply.note(reply.filled.slots["parked"].name, note)


def _named(reply: Reply, line: str) -> tuple[str | None, str]:
    """The theme that a line begins with, and what it says behind a colon, a comma or a dash."""
    tries = [(line, ""), *((line[: found.start()], line[found.end() :]) for found in _BEHIND.finditer(line))]
    return next(((theme, said) for name, said in tries if (theme := reply.names.known(name))), (None, ""))
