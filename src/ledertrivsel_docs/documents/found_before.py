"""What the workshop before has found of a theme, for the papers of the next one."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme import Programme
from .plan_answers import group_name, lead_in
from .ratings import mark_text, placed_themes, raters_text, reasons_given


def rated_line(library: Library, programme: Programme, theme: str) -> str:
    """Where a theme lies on the priority map, its medians, and how many there are; empty where nobody has rated it."""
    words = library.words["theme-qualification"]["found"]
    placed = next((found for found in placed_themes(library, programme) if found.theme.id == theme), None)
    if placed is None:
        return ""
    return str(words["rated"]).format(
        number=placed.field.number,
        field=placed.field.name,
        importance=mark_text(library, placed.importance),
        success=mark_text(library, placed.success),
        count=words["few"] if placed.count is None else raters_text(library, placed),
    )


def reasons(library: Library, programme: Programme, theme: str) -> list[str]:
    """Why a theme was rated so, each with who says so."""
    words = library.words["plan"]
    return [
        f"{lead_in(words, group_name(words, reason.group))}{reason.text}"
        for reason in reasons_given(programme).get(theme, ())
    ]


def ideas(programme: Programme, theme: str) -> list[str]:
    """What the groups propose to do about a theme, a line each, each once."""
    sheets = (sheet for sheet in programme.qualification if sheet.theme == theme)
    lines = (line.strip() for sheet in sheets for line in (sheet.ideas or "").splitlines())
    return list(dict.fromkeys(line for line in lines if line))
