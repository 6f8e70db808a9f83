"""Which line of a form each line of a filled one is.

Tags tell it, but LibreOffice drops them; then labels do, else what a line looks like and the order of the lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .sheet import Line

_TAG, _LABEL, _TAGS = 25, 40, 60
"""One control may have been dragged to a row of another name; several came with their row."""
_TITLE, _TITLES, _TEXT, _TEXTS, _COMMON = 8, 30, 10, 30, 3
_LONG = 8  # letters
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

    @cached_property
    def _tags(self) -> frozenset[str]:
        return frozenset().union(*(line.tags for line in self.ours))

    @cached_property
    def _said(self) -> Mapping[str, int]:
        """What each of the texts that we have printed in fields tells: a long one that stands once more than others."""
        count = Counter(text for line in self.ours for text in line.texts)
        return {text: _TEXT + 2 * _TEXT * (number == 1 and len(text) >= _LONG) for text, number in count.items()}

    def score(self, line: Line, ours: Line) -> int:
        """0 where two lines can't be the same."""
        if line.is_row != ours.is_row:
            return 0
        if not ours.controls:
            return self._headed(line, ours)
        if self._is_another(line, ours):
            return 0
        tags = len(line.tags & ours.tags)
        score = (_TAGS if tags > 1 else _TAG * tags) or min(_TITLE * len(line.titles & ours.titles), _TITLES)
        score += min(sum(map(self._said.__getitem__, line.texts & ours.texts)), _TEXTS)
        is_called_so = self._is_called_so(line, ours)
        if not score and any(self._worth[label] == _LABEL for label in ours.labels) and not self._shares(line, ours):
            return 0
        if line.is_row and ours.label and not is_called_so and not score:
            return 0  # a row of another name is another row, as far as anybody can tell
        score += self._worth[ours.label] if is_called_so and ours.label else 0
        score += sum(map(self._worth.__getitem__, (line.labels & ours.labels) - {ours.label})) // 2
        if len(line.cells) != len(ours.cells):
            return score if score >= _LABEL // 2 else 0
        return score + 1 + sum(len(a.controls) == len(b.controls) for a, b in zip(line.cells, ours.cells, strict=True))

    def _is_called_so(self, line: Line, ours: Line) -> bool:
        """Whether the first cell is called the same, also where its control is gone."""
        has_lost = len(line.controls) < len(ours.controls)
        return ours.label in line.called or (has_lost and line.cells[0].has_printed(ours.cells[0]))

    def _is_another(self, line: Line, ours: Line) -> bool:
        """Whether a line is known to be another one of ours, by the tags that came with it or by what it is called."""
        if known := line.tags & self._tags:
            return not known & ours.tags and (len(known) > 1 or not self._is_called_so(line, ours))
        clear = {label for label in line.labels if self._worth.get(label) == _LABEL}
        return bool(clear) and not clear & (ours.labels | line.called & {ours.label})

    def _headed(self, line: Line, ours: Line) -> int:
        """How well two lines without fields go together: all is the same, or most of a row of headings."""
        if line.labels == ours.labels:
            return self._worth[ours.label] if ours.label else 0
        common = line.labels & ours.labels
        is_most = line.is_row and len(common) > 1 and 2 * len(common) > len(ours.labels)
        return max(map(self._worth.__getitem__, common)) // 2 if is_most else 0

    def _shares(self, line: Line, ours: Line) -> bool:
        """Whether one of the labels that stand once is the same."""
        called = line.called | ({ours.label} if self._is_called_so(line, ours) else frozenset())
        return any(self._worth[label] == _LABEL for label in ours.labels & (line.labels | called))


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
    return above if alike and above is not None and len(above.controls) > 1 else None
