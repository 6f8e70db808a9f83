"""The slides with the priority map: every theme is a chip to drag, where groups have rated it already on its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..models.themes import Axis, MapField
from . import map_places
from .deck_parts import Room
from .deck_times import Span
from .map_places import Chip
from .ratings import PlacedTheme, placed_themes
from .slides import Slide

_EMPTY = 2  # chips for themes that turn up at the meeting


def map_slides(room: Room, row: int, span: Span) -> Iterator[Slide]:
    """The map, on as many slides as the chips beside it and the parked ones take."""
    content, words = room.library.samlet_plan.priority_map, room.words
    scale = room.library.samlet_plan.qualification.scale
    chips = {theme.id: Chip(theme.id, number, theme.short) for number, theme in room.themes}
    parked = [chips[found.theme] for found in room.programme.themes.parked]
    rated = [
        (chips[found.theme.id], found)
        for found in placed_themes(room.library, room.programme)
        if chips[found.theme.id] not in parked
    ]
    on_map = [chip for chip, _ in rated]
    beside = [chip for chip in chips.values() if chip not in on_map and chip not in parked]
    places = {
        "intro": " ".join(content.intro),
        "rated": words["rated"].format(middle=(scale.low + scale.high) // 2) if rated else "",
        "in_words": _in_words(room, rated, beside, parked),
    }
    if not rated:
        beside += _empty_chips(room, len(beside))
    for page in range(max(-(-len(beside) // map_places.BESIDE), -(-len(parked) // map_places.PARKED), 1)):
        here = beside[page * map_places.BESIDE :][: map_places.BESIDE]
        lot = parked[page * map_places.PARKED :][: map_places.PARKED]
        notes = {"notes": [{"label": "", "text": room.library.words["common"]["slides"]["go_on"]}]} if page else {}
        yield room.slide(
            "map",
            "map",
            row,
            span,
            places=places,
            title=words["more"].format(title=content.title, number=page + 1) if page else content.title,
            importance=_axis(content.importance),
            success=_axis(content.success),
            fields=[_field(field) for field in content.fields],
            beside_title=words["beside"]["some" if here or lot else "none"],
            beside=map_places.beside(here),
            placed=[] if page else map_places.on_map(rated),
            parking_title=content.parking_lot.title,
            parked=map_places.parked(lot),
            **notes,
        )


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
