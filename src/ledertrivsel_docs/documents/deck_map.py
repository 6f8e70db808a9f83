"""The slides with the priority map: every theme is a chip to drag, where groups have rated it already on its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..models.themes import Axis, MapField
from . import map_places
from .deck_parts import Room
from .deck_times import Span
from .map_places import Chip
from .ratings import PlacedTheme, mark_text, placed_themes, themes_with_too_few
from .slides import Slide
from .suggestion import differing, suggested
from .wording import listed

_EMPTY = 2  # chips for themes that turn up at the meeting


@dataclass(frozen=True, slots=True)
class _OnMap:
    """What lies where: on the map with its rating, beside it, in the parking lot; `few` are beside it because too few
    have rated them.
    """

    rated: Sequence[tuple[Chip, PlacedTheme]]
    beside: Sequence[Chip]
    parked: Sequence[Chip]
    few: Sequence[Chip] = ()


def empty_map(room: Room, row: int, span: Span) -> Iterator[Slide]:
    """The map as groups meet it: every theme is beside it, on as many slides as they take."""
    content = room.library.samlet_plan.priority_map
    beside = list(_chips(room).values())
    beside += _empty_chips(room, len(beside))
    places = {"map": content.title, "intro": " ".join(content.intro), "list": room.words["beside"]["all"]}
    yield from _slides(room, "map", row, span, places, _OnMap((), beside, ()))


def rated_map(room: Room, row: int, span: Span) -> Iterator[Slide]:
    """The map with the themes where their ratings put them; none where nothing is rated that can be shown."""
    chips, scale = _chips(room), room.library.samlet_plan.qualification.scale
    parked = [chips[found.theme] for found in room.programme.themes.parked]
    rated = [
        (_marked(room, chips[found.theme.id], found), found)
        for found in placed_themes(room.library, room.programme)
        if chips[found.theme.id] not in parked
    ]
    if not rated:
        return
    on_map = {chip.id for chip, _ in rated}
    beside = [chip for chip in chips.values() if chip.id not in on_map and chip not in parked]
    too_few = {theme.id for theme in themes_with_too_few(room.library, room.programme)}
    shown = _OnMap(rated, beside, parked, [chip for chip in beside if chip.id in too_few])
    differ = _differing(room, rated)
    beside_title = room.words["beside"]["few" if shown.few else "some" if beside else "none"]
    places = {
        "rated_by": room.words["rated_by"]["persons" if all(found.by_persons for _, found in rated) else "groups"],
        "rated": room.words["rated"].format(middle=(scale.low + scale.high) // 2),
        "differing": differ,
        "suggestion": "" if room.programme.themes.selected else _suggestion(room),
        "in_words": _in_words(room, shown),
        "list": room.words["differing_told"].format(list=beside_title) if differ else beside_title,
    }
    yield from _slides(room, "rated", row, span, places, shown)


def _chips(room: Room) -> dict[str, Chip]:
    return {theme.id: Chip(theme.id, number, theme.short) for number, theme in room.themes}


def _marked(room: Room, chip: Chip, placed: PlacedTheme) -> Chip:
    """The chip with a mark where people see the theme differently."""
    return replace(chip, mark=room.words["differing_mark"]) if placed.wide else chip


def _differing(room: Room, rated: Sequence[tuple[Chip, PlacedTheme]]) -> str:
    """The themes that people see differently; empty where there is none."""
    titles = [chip.title for chip, found in rated if found.wide]
    return listed(room.library.words["plan"], titles) if titles else ""


def _suggestion(room: Room) -> str:
    """The themes that the ratings speak for, each with its reasons; empty where there is none."""
    titles = {theme.id: Chip(theme.id, number, theme.short).title for number, theme in room.themes}
    told = [
        room.words["suggested_theme"].format(theme=titles[found.theme], reasons=" ".join(found.reasons))
        for found in suggested(room.library, room.programme)
    ]
    return " ".join([*told, room.library.words["priority-map"]["suggestion"]["rule"]]) if told else ""


def _slides(room: Room, name: str, row: int, span: Span, places: Mapping[str, str], shown: _OnMap) -> Iterator[Slide]:
    """The map, on as many slides as the chips beside it and the parked ones take."""
    content, rest = room.library.samlet_plan.priority_map, room.library.words["common"]["slides"]["go_on"]
    told = room.words["chip_told"]
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
            beside=[
                {**chip, "told": told["few" if one in shown.few else "beside"].format(theme=one.title)}
                for one, chip in zip(here, map_places.beside(here), strict=True)
            ],
            placed=[] if page else list(_placed(room, shown.rated)),
            parking_title=content.parking_lot.title,
            parked=[
                {**chip, "told": told["parked"].format(theme=one.title)}
                for one, chip in zip(lot, map_places.parked(lot), strict=True)
            ],
        )
        yield slide if not page else slide.with_notes_before(rest)


def _placed(room: Room, rated: Sequence[tuple[Chip, PlacedTheme]]) -> Iterator[dict[str, Any]]:
    """The chips on the map, each with what a screen reader says of it: its whole name, where it lies and its marks."""
    by_id = {chip.id: (chip, found) for chip, found in rated}
    for spot in map_places.on_map(rated):
        chip, found = by_id[spot["id"]]
        told = room.words["chip_told"]["placed"].format(
            theme=chip.title,
            number=found.field.number,
            field=found.field.name,
            importance=mark_text(room.library, found.importance, found.importance_spread),
            success=mark_text(room.library, found.success, found.success_spread),
        )
        told = " ".join(filter(None, (told, differing(room.library, found))))
        yield {**spot, "told": told, "field": str(found.field.number)}


def _empty_chips(room: Room, listed: int) -> list[Chip]:
    """Chips without a theme yet, as far as the last of the lists has room."""
    own, taken = room.words["own_chip"], {theme.id for _, theme in room.themes}
    free = -listed % map_places.BESIDE
    names = [own["id"].format(number=number) for number in range(1, _EMPTY + 1)]
    return [Chip(name, None, own["name"]) for name in names[:free] if name not in taken]


def _in_words(room: Room, shown: _OnMap) -> str:
    """What lies where, for who can't see it."""
    words = room.words["map_in_words"]

    def told(pattern: str, chips: Sequence[Chip], **places: int) -> str:
        titles = room.words["list"].join(chip.title for chip in chips)
        return pattern.format(themes=titles, **places) if chips else ""

    fields = room.library.samlet_plan.priority_map.fields
    parts = [
        told(words["field"], [chip for chip, found in shown.rated if found.field == field], number=field.number)
        for field in sorted(fields, key=lambda field: field.number)
    ]
    unrated = [chip for chip in shown.beside if chip not in shown.few]
    rest = {"few": shown.few, "beside": unrated, "parked": shown.parked}
    return " ".join(filter(None, (*parts, *(told(words[key], chips) for key, chips in rest.items()))))


def _field(field: MapField) -> dict[str, Any]:
    told = {"number": str(field.number), "name": field.name}
    return {**told, "important": field.important, "succeeds": field.succeeds}


def _axis(axis: Axis) -> dict[str, str]:
    return {"question": axis.question, "low": axis.low, "high": axis.high}
