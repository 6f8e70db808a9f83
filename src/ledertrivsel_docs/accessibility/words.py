"""The words that rules know, from `content/accessibility.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import cast

from ..reading.validation import read_text
from ..resources import content_folder


def known(name: str) -> frozenset[str]:
    """A list of words, in small letters."""
    return _lists()[name]


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, frozenset[str]]:
    data = cast(Mapping[str, object], read_text(content_folder() / "accessibility.yaml").data)
    lists = {name: value for name, value in data.items() if isinstance(value, list)}
    return {name: frozenset(str(word).casefold() for word in value) for name, value in lists.items()}
