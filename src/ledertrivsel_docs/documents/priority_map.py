"""The priority map on A3: four fields for post-its; with ratings every theme in its field, and the map in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..models.library import Library
from ..models.programme import ParkedTheme, Programme
from ..models.programme_checks import themes_of
from ..models.themes import MapField
from .copy import Copy
from .frame import Context, frame, or_place
from .ratings import PlacedTheme, placed_themes

_CHOICES = 5
_MANY = 8  # from so many themes on a field or the list of choices is printed small


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `fields` by number, the axes, `parked` and `choices`, and the rows of the `twin`."""
    content = library.samlet_plan.priority_map
    words = library.words["priority-map"]
    placed = placed_themes(library, programme)
    choices = _choices(library, programme)
    return frame(
        library, programme, copy, kicker=words["kicker"], title=content.title, lead=" ".join(content.intro)
    ) | {
        "instruction": content.instruction,
        "fields": {field.number: _field(library, field, placed) for field in content.fields},
        "importance": content.importance,
        "success": content.success,
        "discussion": content.discussion,
        "parking": {
            "title": content.parking_lot.title,
            "text": content.parking_lot.text,
            "themes": [_parked(library, programme, parked) for parked in programme.themes.parked],
            "more": or_place(None, words["parking_place"]),
        },
        "choices": choices,
        "many_choices": len(choices) > _MANY,
        "twin": [_in_words(library, theme) for theme in placed],
        "own_note": words["own_note"].format(choose=words["choose"]),
    }


def _field(library: Library, field: MapField, placed: Sequence[PlacedTheme]) -> dict[str, Any]:
    words = library.words["priority-map"]
    themes = [found.theme.title for found in placed if found.field == field]
    return {
        "number": field.number,
        "name": field.name + (words["own_mark"] if field.own else ""),
        "themes": themes,
        "many": len(themes) > _MANY,
        "title": words["field_title"].format(number=field.number, name=field.name),
        "more": or_place(None, words["field_place"]),
    }


def _parked(library: Library, programme: Programme, parked: ParkedTheme) -> dict[str, str]:
    words = library.words["priority-map"]
    day = library.language.date_text(parked.answer_by) if parked.answer_by else None
    kind = "parked_by" if parked.who and day else "parked_who" if parked.who else "parked_date" if day else None
    answer = words[kind].format(who=parked.who, date=day) if kind else ""
    return {
        "name": themes_of(programme, library)[parked.theme].title,
        "details": " ".join(text for text in (parked.reason, answer) if text),
    }


def _choices(library: Library, programme: Programme) -> list[dict[str, Any]]:
    """The chosen themes in order, and lines to write on up to five."""
    words, themes = library.words["priority-map"], themes_of(programme, library)
    chosen: list[str | None] = [themes[name].title for name in programme.themes.selected]
    chosen += [None] * (_CHOICES - len(chosen))
    return [
        {
            "number": number,
            "title": words["choice_title"].format(number=number),
            "theme": or_place(theme, words["choice_place"]),
        }
        for number, theme in enumerate(chosen, 1)
    ]


def _in_words(library: Library, placed: PlacedTheme) -> dict[str, Any]:
    words = library.words["priority-map"]
    name = placed.field.name + (words["own_mark"] if placed.field.own else "")
    return {
        "theme": placed.theme.title,
        "importance": _mark(library, placed.importance),
        "success": _mark(library, placed.success),
        "field": words["field"].format(number=placed.field.number, name=name),
        "count": placed.count,
    }


def _mark(library: Library, median: float) -> str:
    sign: str = library.words["priority-map"]["decimal_sign"]
    return f"{median:g}".replace(".", sign)
