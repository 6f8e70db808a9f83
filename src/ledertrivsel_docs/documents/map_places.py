"""Where the themes lie on the slide with the priority map: each is a chip to drag, and none covers another.

Lengths are millimetres on the slide; what is handed out are fractions of the area that a chip lies in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from ..measuring import face, shortened
from .ratings import PlacedTheme

MAP_WIDTH, MAP_HEIGHT, MAP_GAP = 186.0, 118.0, 2.0  # the gap is the one between the fields
LIST_WIDTH, PARKED_WIDTH = 90.0, 82.0
CHIP_HEIGHT, CHIP_SIZE = 6.4, 14  # millimetres, points
HEADING = 0.13  # of the map's height is a field's heading
BESIDE, PARKED = 18, 3  # chips there is room for on one slide
LOWEST, HIGHEST = 1, 5  # of the scale

_TO_WRITE_ON = 60.0  # a chip without a theme yet: its label is written over
_INSETS = 5.0  # left and right of a label, together
_EDGE, _GAP, _ROUNDING = 1.2, 0.6, 0.001
_GREEDY = 12  # more in one field are put in columns
_MM = 25.4 / 72  # a point


@dataclass(frozen=True, slots=True)
class Chip:
    """A theme on the slide: its id, and what stands on it: number, name and a `mark` behind them.

    One to write a theme on has no number.
    """

    id: str
    number: int | None
    name: str
    mark: str = ""

    def cut(self, width: float) -> Chip:
        """The chip with as much of its name as there is room for."""
        return replace(
            self, name=shortened(self.name, lambda name: label_width(replace(self, name=name).label) <= width)
        )

    @property
    def title(self) -> str:
        """The theme by number and name."""
        return self.name if self.number is None else f"{self.number} {self.name}"

    @property
    def label(self) -> str:
        """What stands on it."""
        return self.title + self.mark


@dataclass(frozen=True, slots=True)
class _Spot:
    """A chip on the map, by its upper left corner."""

    chip: Chip
    left: float
    top: float
    width: float

    def covers(self, other: _Spot) -> bool:
        between = max(other.left - self.left - self.width, self.left - other.left - other.width)
        return between < _GAP - _ROUNDING and abs(self.top - other.top) < CHIP_HEIGHT + _GAP - _ROUNDING

    @property
    def fractions(self) -> dict[str, Any]:
        """What the template prints."""
        where = {"left": self.left / MAP_WIDTH, "top": self.top / MAP_HEIGHT, "width": self.width / MAP_WIDTH}
        return {"id": self.chip.id, "label": self.chip.label} | where


@dataclass(frozen=True, slots=True)
class _Room:
    """The part of a field below its heading."""

    left: float
    top: float
    width: float
    height: float

    def kept(self, spot: _Spot) -> _Spot:
        """The spot moved as little as it takes to be inside."""
        left = min(max(spot.left, self.left), self.left + self.width - spot.width)
        top = min(max(spot.top, self.top), self.top + self.height - CHIP_HEIGHT)
        return replace(spot, left=left, top=top)


@dataclass(frozen=True, slots=True)
class _Wish:
    """A chip, and the middle of the place that its rating asks for."""

    chip: Chip
    x: float
    y: float

    def spot(self, room: _Room, width: float) -> _Spot:
        """The place nearest to the wish, with the label cut to a width."""
        chip = self.chip.cut(min(width, room.width))
        wide = min(label_width(chip.label), room.width)
        return room.kept(_Spot(chip, self.x - wide / 2, self.y - CHIP_HEIGHT / 2, wide))


def label_width(label: str) -> float:
    """How wide a chip with this label is, in the widest font it may get."""
    return face("", bold=False).width(label, CHIP_SIZE) * _MM + _INSETS


def beside(chips: Sequence[Chip]) -> list[dict[str, Any]]:
    """The chips of one slide in the list beside the map."""
    return _listed(chips, LIST_WIDTH)


def parked(chips: Sequence[Chip]) -> list[dict[str, Any]]:
    """The chips of one slide in the parking lot."""
    return _listed(chips, PARKED_WIDTH)


def _listed(chips: Sequence[Chip], width: float) -> list[dict[str, Any]]:
    """Each as wide as its label, so that it can lie near the end of an axis; the width is a share of its place."""
    cut = (chip.cut(width) for chip in chips)
    return [{"id": chip.id, "label": chip.label, "width": _listed_width(chip, width) / width} for chip in cut]


def _listed_width(chip: Chip, most: float) -> float:
    return min(label_width(chip.label) if chip.number is not None else _TO_WRITE_ON, most)


def on_map(rated: Sequence[tuple[Chip, PlacedTheme]]) -> list[dict[str, Any]]:
    """The rated themes on the map: each in its field, as near to its rating as the others leave room for.

    They are read field by field.
    """
    fields: dict[int, list[tuple[Chip, PlacedTheme]]] = {}
    for chip, found in rated:
        fields.setdefault(found.field.number, []).append((chip, found))
    spots = [spot for here in fields.values() for spot in _in_field(here)]
    order = {chip.id: (found.field.number, place) for place, (chip, found) in enumerate(rated)}
    return [spot.fractions for spot in sorted(spots, key=lambda spot: order[spot.chip.id])]


def _in_field(rated: Sequence[tuple[Chip, PlacedTheme]]) -> list[_Spot]:
    field = rated[0][1].field
    across, down = (MAP_WIDTH + MAP_GAP) / 2, (MAP_HEIGHT + MAP_GAP) / 2  # from one field to the next
    heading = HEADING * MAP_HEIGHT
    room = _Room(
        (across if field.succeeds else 0) + _EDGE,
        (0 if field.important else down) + heading,
        across - MAP_GAP - 2 * _EDGE,
        down - MAP_GAP - heading - _EDGE,
    )
    scale = HIGHEST - LOWEST
    wishes = [
        _Wish(
            chip,
            (found.success - LOWEST) / scale * MAP_WIDTH,
            (HIGHEST - found.importance) / scale * MAP_HEIGHT,
        )
        for chip, found in rated
    ]
    if len(wishes) <= _GREEDY:
        for columns in (0, 2):  # the labels in full, or two of them beside each other
            if found := _near(wishes, room, columns):
                return found
    return list(_in_columns(wishes, room))


def _column(room: _Room, count: int) -> float:
    """How wide each of so many columns is."""
    return (room.width - _GAP * (count - 1)) / count


def _near(wishes: Sequence[_Wish], room: _Room, columns: int) -> list[_Spot] | None:
    """One chip after the other as near to its wish as is free; None where one finds no room.

    Where there are columns, each begins at the left edge of one of them.
    """
    width = _column(room, max(columns, 1))
    lefts = [room.left + column * (width + _GAP) for column in range(columns)]
    taken: list[_Spot] = []
    for wish in wishes:
        wanted = wish.spot(room, width)
        tries = _tries(wanted, taken, room, lefts or _free_lefts(wanted, taken, room))
        free = [spot for spot in tries if not any(spot.covers(other) for other in taken)]
        if not free:
            return None
        taken.append(min(free, key=lambda spot: (spot.left - wanted.left) ** 2 + (spot.top - wanted.top) ** 2))
    return taken


def _free_lefts(wanted: _Spot, taken: Sequence[_Spot], room: _Room) -> set[float]:
    """The wanted place, the edge, and just beside the chips that lie there already."""
    lefts = {wanted.left, room.left, *(one.left - wanted.width - _GAP for one in taken)}
    return lefts | {one.left + one.width + _GAP for one in taken}


def _tries(wanted: _Spot, taken: Sequence[_Spot], room: _Room, lefts: Collection[float]) -> Iterator[_Spot]:
    """Places at these left edges: as high as is wanted, and just above and below the chips that lie there already."""
    step = CHIP_HEIGHT + _GAP
    tops = {wanted.top, *(one.top + way * step for one in taken for way in (-1, 0, 1))}
    for left, top in product(sorted(lefts), sorted(tops)):
        spot = replace(wanted, left=left, top=top)
        kept = room.kept(spot)
        if abs(kept.left - left) < _ROUNDING and abs(kept.top - top) < _ROUNDING:  # else it would leave the field
            yield kept


def _in_columns(wishes: Sequence[_Wish], room: _Room) -> Iterator[_Spot]:
    """Row by row, the most important first; where even that is too much, the rows lie over each other like tiles."""
    step = CHIP_HEIGHT + _GAP
    rows = int((room.height + _GAP) // step)
    columns = 2 if len(wishes) <= 2 * rows else 3
    needed = -(-len(wishes) // columns)
    pitch = min(step, (room.height - CHIP_HEIGHT) / max(needed - 1, 1))
    width = _column(room, columns)
    for place, wish in enumerate(sorted(wishes, key=lambda wish: (wish.y, wish.x))):
        row, column = divmod(place, columns)
        spot = wish.spot(room, width)
        yield replace(spot, left=room.left + column * (width + _GAP), top=room.top + row * pitch)
