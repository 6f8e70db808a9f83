"""Which cell of a filled row is which of ours, also where columns have been added, deleted, moved or merged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .sheet import Cell, Line, plain


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by its row of headings: the place in the filled one of each of ours."""

    ours: int
    filled: int
    places: Mapping[int, int]

    @classmethod
    def of(cls, ours: Line, filled: Line) -> Columns:
        """The columns by what stands above them; where there are as many as before, the others by their places."""
        labels = [cell.label for cell in filled.cells]
        places = {n: labels.index(cell.label) for n, cell in enumerate(ours.cells) if labels.count(cell.label) == 1}
        if len(ours.cells) == len(filled.cells):
            free = set(range(len(labels))) - set(places.values())
            places |= {n: n for n in range(len(labels)) if n not in places and n in free}
        return cls(len(ours.cells), len(filled.cells), places)

    def are_of(self, ours: Line, filled: Line) -> bool:
        """Whether two rows have these columns."""
        return (len(ours.cells), len(filled.cells)) == (self.ours, self.filled)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The cells of two lines that belong together, and those filled ones that belong to none of ours."""

    pairs: Sequence[tuple[Cell, Cell]]
    others: Sequence[Cell]


def side_by_side(ours: Line, filled: Line, columns: Columns | None) -> SideBySide:
    """The cells by the names of their controls, else by the headings above them, else by their places.

    Where the number of cells has changed a place alone tells nothing. Cells of ours that were merged are one.
    """
    places = _by_name(ours, filled)
    if columns is not None and columns.are_of(ours, filled):
        places = _free(columns.places, places) | places
    elif len(ours.cells) == len(filled.cells):
        places = _free({n: n for n in range(len(ours.cells))}, places) | places
    elif len(ours.cells) < len(filled.cells):
        return _with_tail(ours, filled, places)
    else:
        places = _merged(ours, filled, places) | places
    return _paired(ours, filled, places)


def _by_name(ours: Line, filled: Line) -> dict[int, int]:
    """Cells by their controls' tags, else titles; labels that stand once in both by their text."""
    places: dict[int, int] = {}
    texts = [plain(cell.shown) for cell in filled.cells]
    own = [plain(cell.shown) for cell in ours.cells]
    for place, cell in enumerate(ours.cells):
        if cell.controls:
            by_tag = _sharing(cell.tags, [one.tags for one in filled.cells])
            found = by_tag if by_tag is not None else _sharing(cell.titles, [one.titles for one in filled.cells])
        else:
            is_clear = own[place] and texts.count(own[place]) == own.count(own[place]) == 1
            found = texts.index(own[place]) if is_clear else None
        if found is not None:
            places[place] = found
    return places


def _sharing(names: frozenset[str], others: Sequence[frozenset[str]]) -> int | None:
    """The cell with most of some names."""
    best = max(range(len(others)), key=lambda n: len(names & others[n]), default=None)
    return best if best is not None and names & others[best] else None


def _free(places: Mapping[int, int], taken: Mapping[int, int]) -> dict[int, int]:
    """The places that nobody has a better right to."""
    return {n: place for n, place in places.items() if n not in taken and place not in taken.values()}


def _with_tail(ours: Line, filled: Line, places: Mapping[int, int]) -> SideBySide:
    """A row with more cells than ours: where only the last is for writing, it goes on in the cells behind it."""
    *labels, last = ours.cells
    is_same = all(plain(a.shown) == plain(b.shown) for a, b in zip(labels, filled.cells, strict=False))
    if any(cell.controls for cell in labels) or not is_same:
        return _paired(ours, filled, places)
    tail = Cell.of(*(element for cell in filled.cells[len(labels) :] for element in cell.content))
    return SideBySide([*zip(labels, filled.cells, strict=False), (last, tail)], ())


def _merged(ours: Line, filled: Line, places: Mapping[int, int]) -> dict[int, int]:
    """The cells that were merged with a neighbour: labels that stand in it, or all where one cell is left."""
    if len(filled.cells) == 1:
        return dict.fromkeys(range(len(ours.cells)), 0)
    found: dict[int, int] = {}
    for place, cell in enumerate(ours.cells):
        for beside in (place - 1, place + 1):
            target = places.get(beside)
            if place not in places and target is not None and plain(cell.shown) in plain(filled.cells[target].shown):
                found[place] = target
    return found


def _paired(ours: Line, filled: Line, places: Mapping[int, int]) -> SideBySide:
    together: dict[int, list[Cell]] = {}
    for place in sorted(places):
        together.setdefault(places[place], []).append(ours.cells[place])
    pairs = [(_joined(cells), filled.cells[place]) for place, cells in together.items()]
    return SideBySide(pairs, [cell for place, cell in enumerate(filled.cells) if place not in together])


def _joined(cells: Sequence[Cell]) -> Cell:
    """Cells that were merged, as one."""
    if len(cells) == 1:
        return cells[0]
    literals = list(cells[0].literals)
    for _, cell in pairwise(cells):
        literals[-1] = f"{literals[-1]}\n{cell.literals[0]}"
        literals += cell.literals[1:]
    content = [element for cell in cells for element in cell.content]
    controls = tuple(control for cell in cells for control in cell.controls)
    return Cell(content, tuple(literals), controls, tuple(text for cell in cells for text in cell.texts))
