"""Which line of a form each line of a filled one is.

Tags tell it, but LibreOffice drops them; then labels do, else what a line looks like and the order of the lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .sheet import Cell, Line, plain, shared_start

_TAG, _LABEL, _TAGS = 25, 40, 60
"""One control may have been dragged to a row of another name; several came with their row."""
_TITLE, _TITLES, _TEXT, _TEXTS, _COMMON = 8, 30, 10, 20, 3
STRONG = 25
"""A score from which two lines are the same whatever their order."""


@dataclass(frozen=True)
class Aligned:
    """A line of the filled form and the line of ours that it is; None where there is none.

    `is_more` where that line of ours is there already: the row has been copied, or is one of a kind with it.
    """

    line: Line
    ours: Line | None
    is_more: bool = False


@dataclass(frozen=True)
class _Pairs:
    """How well lines go together."""

    filled: Sequence[Line]
    ours: Sequence[Line]

    @cached_property
    def _worth(self) -> Mapping[str, int]:
        """What each of our labels tells: one that stands once where we are; others hardly, nor the number of a row."""
        labels = [(label, _without_digits(label)) for line in self.ours for label in line.labels]
        count = Counter(bare for _, bare in labels)
        return {label: _LABEL if count[bare] == 1 else _COMMON for label, bare in labels}

    def score(self, line: Line, ours: Line) -> int:
        """0 where two lines can't be the same."""
        if line.is_row != ours.is_row:
            return 0
        if not ours.controls:
            return self._headed(line, ours)
        tags = len(line.tags & ours.tags)
        score = (_TAGS if tags > 1 else _TAG * tags) or min(_TITLE * len(line.titles & ours.titles), _TITLES)
        is_called_so = bool(ours.label) and ours.label in line.called
        if not score and not is_called_so and self._is_another(line, ours):
            return 0
        same = line.texts & ours.texts
        score += STRONG if same & self._printed_once else min(_TEXT * len(same), _TEXTS)
        printed = 0 if score else max(map(self._worth.__getitem__, _printed_around(line, ours)), default=0)
        if not score and not printed and not self._may_be(line, ours, is_called_so=is_called_so):
            return 0
        score += printed or (self._worth[ours.label] if is_called_so else 0)
        score += sum(map(self._worth.__getitem__, (line.labels & ours.labels) - {ours.label})) // 2
        if len(line.cells) != len(ours.cells):
            return score if score >= _LABEL // 2 else 0
        return score + 1 + sum(len(a.controls) == len(b.controls) for a, b in zip(line.cells, ours.cells, strict=True))

    def _headed(self, line: Line, ours: Line) -> int:
        """How well two lines without fields go together: all is the same, or most of a row of headings."""
        if line.labels == ours.labels:
            return self._worth[ours.label] if ours.label else 0
        common = line.labels & ours.labels
        is_most = line.is_row and len(common) > 1 and 2 * len(common) > len(ours.labels)
        return max(map(self._worth.__getitem__, common)) // 2 if is_most else 0

    def _may_be(self, line: Line, ours: Line, *, is_called_so: bool) -> bool:
        """Whether lines that have no field in common may be the same, as far as anybody can tell."""
        if line.is_row and ours.label and not is_called_so:
            return False  # a row of another name is another row
        return self._shares(line, ours) or not any(self._worth[label] == _LABEL for label in ours.labels)

    def _is_another(self, line: Line, ours: Line) -> bool:
        """Whether a row that has no field in common with ours is known to be another one, wherever it stands."""
        return line.is_row and self._is_at_home(line) and not self._shares(line, ours)

    def _is_at_home(self, line: Line) -> bool:
        """Whether a row came with several tags, or with a label that stands once, and so is known wherever it is."""
        homes = Counter(self._homes[tag] for tag in line.tags if tag in self._homes)
        return any(count > 1 for count in homes.values()) or not line.labels.isdisjoint(self._names)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The labels of rows with fields that stand once."""
        rows = (ours for ours in self.ours if ours.is_row and ours.controls)
        return frozenset(label for ours in rows for label in ours.labels if self._worth[label] == _LABEL)

    @cached_property
    def _printed_once(self) -> frozenset[str]:
        """What we have written in the fields of one row only, such as the theme that it is about."""
        count = Counter(text for ours in self.ours for text in ours.texts)
        return frozenset(text for text, number in count.items() if number == 1 and any(map(str.isalpha, text)))

    @cached_property
    def _homes(self) -> Mapping[str, int]:
        return {tag: place for place, ours in enumerate(self.ours) for tag in ours.tags}

    def _shares(self, line: Line, ours: Line) -> bool:
        """Whether one of the labels that stand once is the same."""
        return any(self._worth[label] == _LABEL for label in ours.labels & (line.labels | line.called))


def _printed_around(line: Line, ours: Line) -> list[str]:
    """The labels of our cells with fields, where a line without controls has all that is printed around them."""
    if (line.controls and len(line.controls) >= len(ours.controls)) or len(line.cells) != len(ours.cells):
        return []
    pairs = [(a, b) for a, b in zip(ours.cells, line.cells, strict=True) if a.controls and a.label]
    return [a.label for a, _ in pairs] if all(_holds(b.shown, a) for a, b in pairs) else []


def _holds(shown: str, ours: Cell) -> bool:
    """Whether the printed texts of a cell stand in a text in their order, the first and the last at its ends."""
    first, *between, last = map(plain, ours.literals)
    text = plain(shown)
    if not (text.startswith(first) and text.endswith(last)):
        return False
    place = len(first)
    for literal in between:
        if (place := text.find(literal, place)) < 0:
            return False
        place += len(literal)
    return place <= len(text) - len(last)


def _without_digits(label: str) -> str:
    return "".join(letter for letter in label if not letter.isdigit())


def aligned(filled: Sequence[Line], ours: Sequence[Line]) -> list[Aligned]:
    """The filled lines, each with the line of ours that it is, in their order."""
    pairs = _Pairs(filled, ours)
    found = _in_order(pairs)
    found |= _moved(pairs, found)
    made: list[Aligned] = []
    for place, line in enumerate(filled):
        if place in found:
            made.append(Aligned(line, ours[found[place]]))
        else:
            model = _model(pairs, line, made[-1] if made else None)
            made.append(Aligned(line, model, is_more=model is not None))
    return made


def _in_order(pairs: _Pairs) -> dict[int, int]:
    """The lines that go together best as a whole when the order is kept; of equal ways the one with the earliest."""
    height, width = len(pairs.filled), len(pairs.ours)
    best = [[0] * (width + 1) for _ in range(height + 1)]
    scores = [[pairs.score(line, ours) for ours in pairs.ours] for line in pairs.filled]
    for row in range(height - 1, -1, -1):
        here, below, worth = best[row], best[row + 1], scores[row]
        for column in range(width - 1, -1, -1):
            with_it = below[column + 1] + worth[column] if worth[column] else 0
            here[column] = max(with_it, below[column], here[column + 1])
    found: dict[int, int] = {}
    row = column = 0
    while row < height and column < width:
        if scores[row][column] and best[row][column] == best[row + 1][column + 1] + scores[row][column]:
            found[row] = column
            row, column = row + 1, column + 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            row += 1
    return found


def _moved(pairs: _Pairs, found: Mapping[int, int]) -> dict[int, int]:
    """Lines that somebody has moved, which are known by their label or their tags."""
    free = [place for place in range(len(pairs.ours)) if place not in found.values()]
    moved: dict[int, int] = {}
    for place, line in enumerate(pairs.filled):
        if place in found or not free:
            continue
        score, best = max((pairs.score(line, pairs.ours[one]), -one) for one in free)
        if score >= STRONG:
            moved[place] = -best
            free.remove(-best)
    return moved


def _model(pairs: _Pairs, line: Line, before: Aligned | None) -> Line | None:
    """Our line that a surplus one is a copy of, or a row of the same kind as the one before it."""
    score, place = max(((pairs.score(line, ours), -place) for place, ours in enumerate(pairs.ours)), default=(0, 0))
    if score >= STRONG and pairs.ours[-place].controls:
        return pairs.ours[-place]
    above = before.ours if before is not None else None
    alike = above is not None and line.is_row and above.is_row and len(line.cells) == len(above.cells)
    is_one_of_many = above is not None and "." in shared_start(above.tags or [""])
    return above if alike and is_one_of_many and above is not None and len(above.controls) > 1 else None
