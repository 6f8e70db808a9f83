"""A programme as a file to fill in: the commented text of `content/starter.yaml`, with the answers known so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .models.library import Library
from .reading.rewriting import Put, put_in, rewritten

Answers = Mapping[tuple[str, ...], str | int | list[str]]
"""What is known of a programme: values by the ways to their places, in the model's keys."""

_COMMENTED_KEY = re.compile(r"# (?P<indent> *)(?P<key>[^\s#-][^:]*):(?=\s|$)")


def programme_data(answers: Answers) -> dict[str, Any]:
    """The answers as data, for `Programme.check`; an organisation without a name is called by a hyphen."""
    return put_in({"organisation": "-"}, _puts(answers))


def programme_text(library: Library, answers: Answers) -> str:
    """The text of a programme file: every field explained in a comment, those that have an answer in use.

    Raises:
        InputError: an answer can't stand in a file.
    """
    ways = [tuple(library.keys.get(key, key) for key in way) for way in answers]
    text = _in_use(library.starter, ways)
    return rewritten("starter.yaml", text.encode(), _puts(answers), library.key_aliases).decode()


def _puts(answers: Answers) -> list[Put]:
    return [Put(way, list(value) if isinstance(value, list) else value) for way, value in answers.items()]


def _in_use(text: str, ways: Iterable[Sequence[str]]) -> str:
    """The text, with the lines of these keys and of those around them no longer comments."""
    wanted = {tuple(way[:length]) for way in ways for length in range(1, len(way) + 1)}
    lines: list[str] = []
    around: list[tuple[int, str]] = []
    for line in text.splitlines(keepends=True):
        found = _COMMENTED_KEY.match(line)
        if found:
            indent = len(found["indent"])
            around = [*(outer for outer in around if outer[0] < indent), (indent, found["key"])]
        is_wanted = found is not None and tuple(key for _, key in around) in wanted
        lines.append(line.removeprefix("# ") if is_wanted else line)
    return "".join(lines)
