"""Titles and tags of content controls, no longer than Word takes."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from .values import check_printable

LONGEST_NAME = 64
"""Characters in the title or tag of a content control: Word's limit."""

_END = 14


def as_name(value: Any) -> Any:
    """Jinja filter: a value as a title or tag that it is the whole of."""
    if type(value) is str and len(value) <= LONGEST_NAME:
        return value
    check_printable(value)
    text = value.unescape() if isinstance(value, Markup) else str(value)
    return value if len(text) <= LONGEST_NAME else short_name(text)


def short_name(name: str) -> str:
    """The title or tag of a control in no more than Word takes: cut in the middle, since lists differ at the end.

    It is cut between words where there are any, for who hears it.
    """
    if len(name) <= LONGEST_NAME:
        return name
    begin, end = name[: LONGEST_NAME - _END - 1], name[-_END:]
    words, last = begin.rpartition(" ")[0].rstrip(), end.partition(" ")[2].lstrip()
    return f"{words} … {last}" if words and last else f"{begin}…{end}"
