"""Ratings put together: where each theme lies on the priority map, and what of them may be shown.

No other document reads single ratings: what isn't given out here can't be printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from ..models.amounts import answers_are_shown
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import Placement
from ..models.references import themes_of
from ..models.themes import MapField, Theme

_ALONE = 1  # one person's rating is that person's answer, also as a median
_PAIR = 2  # groups that can differ; what a group says together is not personal
_FAR = 2  # marks apart: something to talk about
_DECIMALS = 2  # of a median: dragged themes have tenths, and what lies between two of them


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest and the highest mark on an axis."""

    lowest: float
    highest: float

    @property
    def width(self) -> float:
        """How far they are from each other."""
        return round(self.highest - self.lowest, _DECIMALS)

    @property
    def is_wide(self) -> bool:
        """Whether it is so wide that people see the theme differently."""
        return self.width >= _FAR


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a group rated a theme as it did; a group may have no number."""

    group: int | None
    text: str


@dataclass(frozen=True, slots=True)
class PlacedTheme:
    """A theme on the map: the medians of its ratings (1–5), and the field they put it in.

    Medians, not averages: one group far off doesn't move a theme. Where groups have rated it together, only they count,
    else it is `by_persons`. Of fewer than five persons there is neither a `count` nor a spread; a single group has no
    spread. Only groups have `reasons`. It `is_signed` where every rating says whose it is, so that none written by hand
    may be a person's.
    """

    theme: Theme
    importance: float
    success: float
    count: int | None
    field: MapField
    by_persons: bool = False
    importance_spread: Spread | None = None
    success_spread: Spread | None = None
    reasons: tuple[Reason, ...] = ()
    is_signed: bool = True

    @property
    def wide(self) -> tuple[str, ...]:
        """The axes on which those who rated it are far from each other."""
        spreads = {"importance": self.importance_spread, "success": self.success_spread}
        return tuple(axis for axis, spread in spreads.items() if spread and spread.is_wide)


def is_rated(programme: Programme) -> bool:
    """Whether anybody has rated any theme."""
    return bool(programme.themes.ratings)


def placed_themes(library: Library, programme: Programme) -> list[PlacedTheme]:
    """The rated themes that can be shown, the most important and least successful first."""
    themes = themes_of(programme, library)
    placed = [
        _placed(library, themes[name], ratings) for name, ratings in _by_theme(programme).items() if _is_shown(ratings)
    ]
    return sorted(placed, key=lambda found: (-found.importance, found.success))


def themes_with_too_few(library: Library, programme: Programme) -> list[Theme]:
    """The themes that a single person has rated and no group: nothing of it is shown."""
    themes = themes_of(programme, library)
    return [themes[name] for name, ratings in _by_theme(programme).items() if not _is_shown(ratings)]


def unrated_themes(library: Library, programme: Programme) -> list[Theme]:
    """The themes that nobody has rated."""
    rated = _by_theme(programme)
    return [theme for name, theme in themes_of(programme, library).items() if name not in rated]


def groups_that_rated(programme: Programme) -> int:
    """How many groups are known to have rated: by their number, else by the file they handed in."""
    return len({_whose(rating) for rating in programme.themes.ratings if rating.person is None} - {None})


def reasons_given(programme: Programme) -> dict[str, list[Reason]]:
    """Why themes were rated as they were, by theme; a person's reasons aren't given out."""
    found: dict[str, list[Reason]] = {}
    for rating in programme.themes.ratings:
        if rating.reason and rating.person is None:
            found.setdefault(rating.theme, []).append(Reason(rating.group, rating.reason))
    return found


def raters_text(library: Library, placed: PlacedTheme) -> str:
    """How many groups or persons have rated a theme."""
    words = library.words["priority-map"]["raters"]
    if placed.count is None:
        return str(words["few"])
    forms = words["persons" if placed.by_persons else "groups"]
    return str(forms["one" if placed.count == 1 else "many"]).format(count=placed.count)


def mark_text(library: Library, mark: float, spread: Spread | None = None) -> str:
    """A median as it is written, with its spread where there is one: 2, or 2,5 (1–4)."""
    words = library.words["priority-map"]

    def written(number: float) -> str:
        return f"{number:g}".replace(".", library.words["common"]["decimal_sign"])

    if spread is None:
        return written(mark)
    pattern: str = words["with_spread" if spread.width else "agreed"]
    return pattern.format(mark=written(mark), lowest=written(spread.lowest), highest=written(spread.highest))


def _by_theme(programme: Programme) -> dict[str, list[Placement]]:
    """The ratings that count, by theme: those of groups, or where there is none those of persons."""
    found: dict[str, list[Placement]] = {}
    for rating in programme.themes.ratings:
        found.setdefault(rating.theme, []).append(rating)
    return {theme: [one for one in all_ if one.person is None] or all_ for theme, all_ in found.items()}


def _by_persons(ratings: Sequence[Placement]) -> bool:
    return all(rating.person is not None for rating in ratings)


def _count(ratings: Sequence[Placement]) -> int:
    """By how many they are: one may have been read in two files."""
    known = list(map(_whose, ratings))
    return len(set(known) - {None}) + known.count(None)


def _whose(rating: Placement) -> str | int | None:
    """The person, the group, or else the file that a group handed in."""
    return rating.person or rating.group or rating.source


def _is_shown(ratings: Sequence[Placement]) -> bool:
    return not _by_persons(ratings) or _count(ratings) > _ALONE


def _placed(library: Library, theme: Theme, ratings: Sequence[Placement]) -> PlacedTheme:
    important, succeeding = _voices(ratings, "importance"), _voices(ratings, "success")
    importance, success = _middle(important), _middle(succeeding)
    count, personal = _count(ratings), _by_persons(ratings)
    told = not personal or answers_are_shown(count)
    spread = told and count >= _PAIR
    return PlacedTheme(
        theme,
        importance,
        success,
        count if told else None,
        library.samlet_plan.priority_map.field(importance=importance, success=success),
        by_persons=personal,
        importance_spread=_spread(important) if spread else None,
        success_spread=_spread(succeeding) if spread else None,
        reasons=() if personal else tuple(Reason(one.group, one.reason) for one in ratings if one.reason),
        is_signed=None not in map(_whose, ratings),
    )


def _voices(ratings: Sequence[Placement], axis: str) -> list[float]:
    """A mark for each who has rated: a group may have handed in two papers, and still has one voice."""
    marks: dict[object, list[float]] = {}
    for place, one in enumerate(ratings):
        marks.setdefault(_whose(one) or ("unknown", place), []).append(getattr(one, axis))
    return [_middle(given) for given in marks.values()]


def _middle(marks: Sequence[float]) -> float:
    return round(median(marks), _DECIMALS)


def _spread(marks: Sequence[float]) -> Spread:
    return Spread(min(marks), max(marks))
