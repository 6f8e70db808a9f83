"""How a text of the content gets what its places name, and how several things stand in one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import Formatter
from typing import Any


def filled(pattern: str, places: Mapping[str, str]) -> str | None:
    """A text with its places filled; None where one of them has nothing to say."""
    names = {name for _, name, _, _ in Formatter().parse(pattern) if name}
    return pattern.format_map(places) if all(places[name] for name in names) else None


def listed(words: Mapping[str, Any], items: Sequence[str]) -> str:
    """A, b and c."""
    *first, last = items
    return str(words["and"].join(filter(None, (", ".join(first), last))))


def counted(words: Mapping[str, Any], forms: Mapping[str, str], count: int) -> str:
    """So many of something, small numbers in words."""
    numbers = words["numbers"]
    return one_or_many(forms, count).format(count=numbers[count] if count < len(numbers) else count)


def one_or_many(forms: Mapping[str, str], count: int) -> str:
    """The form of a text for one, or that for several."""
    return forms["one" if count == 1 else "many"]
