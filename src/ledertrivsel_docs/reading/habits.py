"""How somebody writes a YAML file: in which language, how far indented, with which line breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from .handwriting import Hand
from .marks import BREAK, Marked, Spot

_COMMENTED_KEY = re.compile(r"^[ \t]*#[ #]*(?:- )?([^:#\r\n]+):(?=\s|$)", re.MULTILINE)
_FARTHEST = 8  # what is indented farther is aligned to something


@dataclass(frozen=True, slots=True)
class Names:
    """What new keys are called: `other` gives the reader's name of each of the model's."""

    aliases: Mapping[str, str]
    other: Mapping[str, str]
    commented: tuple[str, ...]

    @classmethod
    def of(cls, text: str, aliases: Mapping[str, str]) -> Self:
        """The names for a text; `aliases` are those that its reader takes."""
        other: dict[str, str] = {}
        for alias, english in aliases.items():
            other.setdefault(english, alias)
        return cls(aliases, other, tuple(key.strip() for key in _COMMENTED_KEY.findall(text)))

    def around(self, inside: Iterable[Spot]) -> Mapping[str, str]:
        """The names for keys that stand in these, from the inside out: in the language of the nearest that has one."""
        for keys in (*(spot.all_keys() for spot in inside), self.commented):
            leaning = sum(map(self._leaning, keys))
            if leaning:
                return self.other if leaning > 0 else {}
        return {}

    def _leaning(self, written: str) -> int:
        """1 for a name of the reader's language, -1 for one of the model's, 0 for what says nothing."""
        english = self.aliases.get(written, written)
        if english != written:
            return 1
        return -1 if self.other.get(english, english) != english else 0


def hand_of(marks: Marked) -> Hand:
    """How far keys and lists are indented below their keys, most often."""
    steps, dashes = Counter[int](), Counter[int]()
    for outer, inner in _nested(marks.root):
        found = marks.column(inner.start) - marks.column(outer.start)
        if isinstance(inner.value, dict) and 1 <= found <= _FARTHEST:
            steps[found] += 1
        elif isinstance(inner.value, list) and 0 <= found <= _FARTHEST:
            dashes[found] += 1
    dash = dashes.most_common(1)[0][0] if dashes else None
    step = steps.most_common(1)[0][0] if steps else dash or 2
    return Hand(step, step if dash is None else dash)


def _nested(spot: Spot) -> Iterator[tuple[Spot, Spot]]:
    """Every block that stands below a key, with the mapping of the key."""
    for child in spot.children():
        if child.kind == "block" and not child.shared:
            if isinstance(spot.value, dict) and not spot.shared:
                yield spot, child
            yield from _nested(child)


def newline_of(text: str) -> str:
    """The line break that a text has most often."""
    found = Counter(BREAK.findall(text)).most_common(1)
    return found[0][0] if found else "\n"
