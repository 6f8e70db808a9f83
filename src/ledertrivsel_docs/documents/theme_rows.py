"""Tables with a row for each chosen theme, and empty rows to write in where none is chosen yet."""

from __future__ import annotations

from dataclasses import dataclass

from ..models.library import Library
from ..models.programme import Programme
from ..models.references import themes_of
from .frame import or_place

BLANK_ROWS = 5
"""As many as the source would have an organisation choose at most."""

_FEW = 2
_NAME_LENGTH = 48  # with the name of its cell it stays within the 64 letters of a control's title


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A row: its `key` for tags, its `name` for the titles of its controls, the theme's id, and the title to print."""

    key: str
    name: str
    theme: str | None
    title: str


def theme_rows(library: Library, programme: Programme, *, name: str, place: str) -> list[ThemeRow]:
    """A row for each chosen theme; `name` (with a number) and `place` are for rows without a theme."""
    themes = themes_of(programme, library)
    if not programme.themes.selected:
        numbers = range(1, BLANK_ROWS + 1)
        return [ThemeRow(f"row{n}", name.format(number=n), None, or_place(None, place)) for n in numbers]
    return [
        ThemeRow(theme.id, _short(theme.short), theme.id, theme.title)
        for theme in (themes[reference] for reference in programme.themes.selected)
    ]


def theme_number(library: Library, programme: Programme, theme: str) -> int:
    """The number of a theme, as the participants chose from them: the organisation's own come after the source's."""
    return [*themes_of(programme, library)].index(theme) + 1


def are_few(rows: list[ThemeRow]) -> bool:
    """Whether the rows would leave most of a page empty unless they were higher."""
    return len(rows) <= _FEW


def _short(name: str) -> str:
    return name if len(name) <= _NAME_LENGTH else name[: _NAME_LENGTH - 1] + "…"
