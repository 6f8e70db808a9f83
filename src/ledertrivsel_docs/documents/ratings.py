"""The groups' ratings put together: where each theme lies on the priority map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ..models.chosen_themes import themes_of
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Placement
from ..models.themes import MapField, Theme


@dataclass(frozen=True, slots=True)
class PlacedTheme:
    """A theme on the map: the medians of its ratings (1–5), how many there are, and the field they put it in.

    Medians, not averages: one group far off doesn't move a theme.
    """

    theme: Theme
    importance: float
    success: float
    count: int
    field: MapField


def placed_themes(library: Library, programme: Programme) -> list[PlacedTheme]:
    """The rated themes, the most important and least successful first."""
    themes = themes_of(programme, library)
    by_theme: dict[str, list[Placement]] = {}
    for rating in programme.themes.ratings:
        by_theme.setdefault(rating.theme, []).append(rating)
    placed = [_placed(library, themes[name], ratings) for name, ratings in by_theme.items()]
    return sorted(placed, key=lambda found: (-found.importance, found.success))


def mark_text(library: Library, mark: float) -> str:
    """A median as it is written: 2, or 2,5."""
    sign: str = library.words["priority-map"]["decimal_sign"]
    return f"{mark:g}".replace(".", sign)


def _placed(library: Library, theme: Theme, ratings: Sequence[Placement]) -> PlacedTheme:
    importance = median(rating.importance for rating in ratings)
    success = median(rating.success for rating in ratings)
    field = library.samlet_plan.priority_map.field(importance=importance, success=success)
    return PlacedTheme(theme, importance, success, len(ratings), field)
