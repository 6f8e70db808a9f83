"""The priority map on A3: four fields for post-its; with ratings every theme in its field, and the map in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import ParkedTheme
from ..models.references import themes_of
from ..models.themes import MapField, Theme
from .copy import Copy
from .frame import Context, frame, or_place, shortened
from .parked import parked_answer
from .ratings import PlacedTheme, is_rated, mark_text, placed_themes, raters_text, themes_with_too_few
from .suggestion import differing, suggested, titles_quoted
from .wording import listed

_CHOICES = 5
_LINES = 12  # a field or the list of choices has room for; more themes run on, one behind the other
_MANY = 8  # from more on a field prints them smaller
_WITH_MARKS = 5  # so many have room for their marks beside their names
_LINE = 42  # letters of a theme: about a line of the choices
_CHOICE = 30  # letters of a theme that stands on one of the high lines for up to five choices
_RUN_ON = 750  # letters that a field has room for
_REASON_LINES = 5  # so many have room below five choices


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `fields` by number, the axes, `parked` and `choices`, and the map in words.

    That is a row for each rated theme in `twin`, what the ratings speak for in `suggestion`, and the groups' `reasons`.
    """
    content = library.samlet_plan.priority_map
    words = library.words["priority-map"]
    placed = placed_themes(library, programme)
    chosen = [themes_of(programme, library)[name] for name in programme.themes.selected]
    few, suggestion = len(chosen) <= _CHOICES, _suggestion(library, programme)
    high = few and all(len(_brief(theme)) <= _CHOICE for theme in chosen)
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
        "high_lines": high,
        "room_for_reasons": high and not (programme.themes.reasons or suggestion),
        "reasons": or_place(programme.themes.reasons, words["reasons_place"]),
        "reasons_apart": _lines(programme.themes.reasons) > (_REASON_LINES if few else 0),
        "rated": is_rated(programme),
        "twin": [_in_words(library, programme, theme) for theme in placed],
        "twin_note": _twin_note(library, placed),
        "too_few": _too_few(library, programme),
        "suggestion": suggestion,
        "group_reasons": [reason for theme in placed for reason in _reasons(library, theme)],
        "own_note": words["own_note"].format(choose=words["choose"]),
    }


def _lines(text: str | None) -> int:
    """About how many lines a text takes beside the map."""
    return sum(max(-(-len(line) // _LINE), 1) for line in (text or "").splitlines())


def _field(library: Library, programme: Programme, field: MapField, placed: Sequence[PlacedTheme]) -> dict[str, Any]:
    words = library.words["priority-map"]
    parked = {found.theme for found in programme.themes.parked}
    here = [found for found in placed if found.field == field]
    letters = _LINE if len(here) <= _LINES else _RUN_ON // len(here)
    names = {found.theme.id: _brief(found.theme, letters) for found in here}
    themes = [words["parked_mark"].format(theme=name) if id_ in parked else name for id_, name in names.items()]
    with_marks = len(here) <= _WITH_MARKS
    return {
        "number": field.number,
        "name": field.name + (words["own_mark"] if field.own else ""),
        "themes": [
            {"name": name, "marks": words["marks"].format(**_marks(library, found)) if with_marks else ""}
            for name, found in zip(themes, here, strict=True)
        ],
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


def _brief(theme: Theme, letters: int = _LINE) -> str:
    """The short name of a theme, on one line; the map in words has the whole title."""
    return shortened(theme.short, letters) or theme.short


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
        "differing": differing(library, placed),
        **_marks(library, placed),
        "field": words["field"].format(number=placed.field.number, name=name),
        "count": raters_text(library, placed),
        "outcome": words["outcomes"][_outcome(programme, placed.theme.id)],
    }


def _marks(library: Library, placed: PlacedTheme) -> dict[str, str]:
    """The median of each axis, with the spread where there is one."""
    return {
        "importance": mark_text(library, placed.importance, placed.importance_spread),
        "success": mark_text(library, placed.success, placed.success_spread),
    }


def _twin_note(library: Library, placed: Sequence[PlacedTheme]) -> str:
    """What the numbers are, and what isn't shown of so few persons."""
    words = library.words["priority-map"]
    return " ".join(
        [words["twin_note"], *([words["few_note"]] if any(found.count is None for found in placed) else [])]
    )


def _too_few(library: Library, programme: Programme) -> str:
    """The themes of which nothing is shown; empty where there is none."""
    words, themes = library.words["priority-map"], themes_with_too_few(library, programme)
    return str(words["too_few"].format(themes=titles_quoted(library, themes))) if themes else ""


def _suggestion(library: Library, programme: Programme) -> dict[str, Any]:
    """What the ratings speak for, as long as nothing is chosen: the themes `in_brief`, and `rows` with the reasons."""
    words, themes = library.words["priority-map"]["suggestion"], themes_of(programme, library)
    found = () if programme.themes.selected else suggested(library, programme)
    if not found:
        return {}
    names = [_brief(themes[one.theme], _LINE // 2) for one in found]
    return {
        "in_brief": words["in_brief"].format(themes=listed(library.words["plan"], names)),
        "rows": [{"rank": str(one.rank), "theme": one.title, "reasons": " ".join(one.reasons)} for one in found],
    }


def _reasons(library: Library, placed: PlacedTheme) -> list[dict[str, str]]:
    """Why the groups rated a theme as they did, a row for each of them."""
    words = library.words["priority-map"]["group"]
    return [
        {
            "theme": placed.theme.title,
            "group": words["numbered" if reason.group else "open"].format(number=reason.group),
            "reason": reason.text,
        }
        for reason in placed.reasons
    ]


def _outcome(programme: Programme, theme: str) -> str:
    """What became of a theme; while none is chosen, it is open."""
    if theme in programme.themes.selected:
        return "chosen"
    if theme in {found.theme for found in programme.themes.parked}:
        return "parked"
    return "left" if programme.themes.selected else "open"
