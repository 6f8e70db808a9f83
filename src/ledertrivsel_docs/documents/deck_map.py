"""The slides with the priority map: every theme is a chip to drag, where groups have rated it already on its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..models.themes import Axis, MapField
from . import map_places
from .deck_parts import Room
from .deck_times import Span
from .map_places import Chip
from .ratings import PlacedTheme, placed_themes
from .slides import Slide

_EMPTY = 2  # chips for themes that turn up at the meeting


@dataclass(frozen=True, slots=True)
class _OnMap:
    """What lies where: on the map with its rating, beside it, in the parking lot."""

    rated: Sequence[tuple[Chip, PlacedTheme]]
    beside: Sequence[Chip]
    parked: Sequence[Chip]


def empty_map(room: Room, row: int, span: Span) -> Iterator[Slide]:
    """The map as groups meet it: every theme is beside it, on as many slides as they take."""
    content = room.library.samlet_plan.priority_map
    beside = list(_chips(room).values())
    beside += _empty_chips(room, len(beside))
    places = {"map": content.title, "intro": " ".join(content.intro), "list": room.words["beside"]["all"]}
    yield from _slides(room, "map", row, span, places, _OnMap((), beside, ()))


def rated_map(room: Room, row: int, span: Span) -> Iterator[Slide]:
    """The map with the themes where the groups' ratings put them; none where nothing is rated."""
    chips, scale = _chips(room), room.library.samlet_plan.qualification.scale
    parked = [chips[found.theme] for found in room.programme.themes.parked]
    rated = [
        (chips[found.theme.id], found)
        for found in placed_themes(room.library, room.programme)
        if chips[found.theme.id] not in parked
    ]
    if not rated:
        return
    on_map = [chip for chip, _ in rated]
    beside = [chip for chip in chips.values() if chip not in on_map and chip not in parked]
    places = {
        "rated": room.words["rated"].format(middle=(scale.low + scale.high) // 2),
        "in_words": _in_words(room, rated, beside, parked),
        "list": room.words["beside"]["some" if beside else "none"],
    }
    yield from _slides(room, "rated", row, span, places, _OnMap(rated, beside, parked))


def _chips(room: Room) -> dict[str, Chip]:
    return {theme.id: Chip(theme.id, number, theme.short) for number, theme in room.themes}


def _slides(room: Room, name: str, row: int, span: Span, places: Mapping[str, str], shown: _OnMap) -> Iterator[Slide]:
    """The map, on as many slides as the chips beside it and the parked ones take."""
    content, rest = room.library.samlet_plan.priority_map, room.library.words["common"]["slides"]["go_on"]
    told = room.words["chip_told"]
    names = {chip.id: chip.label for chip in (*shown.beside, *shown.parked, *(chip for chip, _ in shown.rated))}
    pages = max(-(-len(shown.beside) // map_places.BESIDE), -(-len(shown.parked) // map_places.PARKED), 1)
    for page in range(pages):
        here = shown.beside[page * map_places.BESIDE :][: map_places.BESIDE]
        lot = shown.parked[page * map_places.PARKED :][: map_places.PARKED]
        slide = room.slide(
            "map",
            name,
            row,
            span,
            places=places,
            importance=_axis(content.importance),
            success=_axis(content.success),
            fields=[_field(field) for field in content.fields],
            beside_title=places["list"],
            beside=_told(map_places.beside(here), names, told["beside"]),
            placed=[] if page else list(_placed(room, shown.rated, names)),
            parking_title=content.parking_lot.title,
            parked=_told(map_places.parked(lot), names, told["parked"]),
        )
        yield slide if not page else slide.with_notes_before(rest)


def _told(chips: Sequence[Mapping[str, Any]], names: Mapping[str, str], pattern: str) -> list[dict[str, Any]]:
    """Chips with what a screen reader says of them: their whole name and where they lie."""
    return [{**chip, "told": pattern.format(theme=names[chip["id"]])} for chip in chips]


def _placed(
    room: Room, rated: Sequence[tuple[Chip, PlacedTheme]], names: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    fields = {chip.id: found.field for chip, found in rated}
    for chip in map_places.on_map(rated):
        field = fields[chip["id"]]
        told = room.words["chip_told"]["placed"].format(theme=names[chip["id"]], number=field.number, field=field.name)
        yield {**chip, "told": told, "field": str(field.number)}


def _empty_chips(room: Room, listed: int) -> list[Chip]:
    """Chips without a theme yet, as far as the last of the lists has room."""
    own, taken = room.words["own_chip"], {theme.id for _, theme in room.themes}
    free = -listed % map_places.BESIDE
    names = [own["id"].format(number=number) for number in range(1, _EMPTY + 1)]
    return [Chip(name, None, own["name"]) for name in names[:free] if name not in taken]


def _in_words(
    room: Room, rated: Sequence[tuple[Chip, PlacedTheme]], beside: Sequence[Chip], parked: Sequence[Chip]
) -> str:
    """What lies where, for who can't see it."""
    words = room.words["map_in_words"]

    def told(pattern: str, chips: Sequence[Chip], **places: int) -> str:
        labels = room.words["list"].join(chip.label for chip in chips)
        return pattern.format(themes=labels, **places) if chips else ""

    fields = room.library.samlet_plan.priority_map.fields
    parts = [
        told(words["field"], [chip for chip, found in rated if found.field == field], number=field.number)
        for field in sorted(fields, key=lambda field: field.number)
    ]
    return " ".join(filter(None, (*parts, told(words["beside"], beside), told(words["parked"], parked))))


def _field(field: MapField) -> dict[str, Any]:
    told = {"number": str(field.number), "name": field.name}
    return {**told, "important": field.important, "succeeds": field.succeeds}


def _axis(axis: Axis) -> dict[str, str]:
    return {"question": axis.question, "low": axis.low, "high": axis.high}
