"""The priority map on A3: four fields for post-its; with ratings every theme in its field, and the map in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..models.chosen_themes import themes_of
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import ParkedTheme
from ..models.themes import MapField, Theme
from .copy import Copy
from .frame import Context, frame, or_place, shortened
from .parked import parked_answer
from .ratings import PlacedTheme, mark_text, placed_themes

_CHOICES = 5
_LINES = 12  # a field or the list of choices has room for; more themes run on, one behind the other
_MANY = 8  # from more on a field prints them smaller
_LINE = 42  # letters of a theme: about a line of the choices


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `fields` by number, the axes, `parked` and `choices`, and the rows of the `twin`."""
    content = library.samlet_plan.priority_map
    words = library.words["priority-map"]
    placed = placed_themes(library, programme)
    chosen = [themes_of(programme, library)[name] for name in programme.themes.selected]
    return frame(
        library, programme, copy, kicker=words["kicker"], title=content.title, lead=" ".join(content.intro)
    ) | {
        "instruction": content.instruction,
        "fields": {field.number: _field(library, programme, field, placed) for field in content.fields},
        "importance": content.importance,
        "success": content.success,
        "discussion": content.discussion,
        "parking": {
            "title": content.parking_lot.title,
            "text": content.parking_lot.text,
            "themes": [_parked(library, programme, parked) for parked in programme.themes.parked],
            "more": or_place(None, words["parking_place"]),
        },
        "choices": _choices(library, list(map(_brief, chosen))),
        "choices_run_on": len(chosen) > _LINES,
        "room_for_reasons": len(chosen) <= _CHOICES,
        "reasons": or_place(None, words["reasons_place"]),
        "twin": [_in_words(library, programme, theme) for theme in placed],
        "own_note": words["own_note"].format(choose=words["choose"]),
    }


def _field(library: Library, programme: Programme, field: MapField, placed: Sequence[PlacedTheme]) -> dict[str, Any]:
    words = library.words["priority-map"]
    parked = {found.theme for found in programme.themes.parked}
    here = [found.theme for found in placed if found.field == field]
    themes = [
        words["parked_mark"].format(theme=_brief(theme)) if theme.id in parked else _brief(theme) for theme in here
    ]
    return {
        "number": field.number,
        "name": field.name + (words["own_mark"] if field.own else ""),
        "themes": themes,
        "many": len(themes) > _MANY,
        "run_on": " · ".join(themes) if len(themes) > _LINES else "",
        "title": words["field_title"].format(number=field.number, name=field.name),
        "more": or_place(None, words["field_place"]),
    }


def _parked(library: Library, programme: Programme, parked: ParkedTheme) -> dict[str, str]:
    answer = parked_answer(library, parked)
    return {
        "name": _brief(themes_of(programme, library)[parked.theme]),
        "details": " ".join(text for text in (parked.reason, answer) if text),
    }


def _brief(theme: Theme) -> str:
    """The short name of a theme, on one line; the map in words has the whole title."""
    return shortened(theme.short, _LINE) or theme.short


def _choices(library: Library, names: Sequence[str]) -> list[dict[str, Any]]:
    """The chosen themes in order, and lines to write on up to five."""
    words = library.words["priority-map"]
    chosen = [*names, *[None] * (_CHOICES - len(names))]
    return [
        {
            "number": number,
            "title": words["choice_title"].format(number=number),
            "theme": or_place(theme, words["choice_place"]),
            "known": theme is not None,
        }
        for number, theme in enumerate(chosen, 1)
    ]


def _in_words(library: Library, programme: Programme, placed: PlacedTheme) -> dict[str, Any]:
    words = library.words["priority-map"]
    name = placed.field.name + (words["own_mark"] if placed.field.own else "")
    return {
        "theme": placed.theme.title,
        "importance": mark_text(library, placed.importance),
        "success": mark_text(library, placed.success),
        "field": words["field"].format(number=placed.field.number, name=name),
        "count": placed.count,
        "outcome": words["outcomes"][_outcome(programme, placed.theme.id)],
    }


def _outcome(programme: Programme, theme: str) -> str:
    """What became of a theme; while none is chosen, it is open."""
    if theme in programme.themes.selected:
        return "chosen"
    if theme in {found.theme for found in programme.themes.parked}:
        return "parked"
    return "left" if programme.themes.selected else "open"
