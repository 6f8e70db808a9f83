"""Which themes the ratings speak for, and why. It is reckoned and no more: the choice stays with people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..models.library import Library
from ..models.programme import Programme, library_of
from ..models.themes import Theme
from .ratings import PlacedTheme, mark_text, placed_themes
from .wording import counted, listed

_FEWEST, _MOST = 3, 5  # themes to choose, as the source says


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A theme that the ratings speak for."""

    theme: str
    """Its id."""
    title: str
    """Its title."""
    rank: int
    """From 1; themes that are rated alike have the same."""
    reasons: tuple[str, ...]
    """Why, a sentence each, in Danish."""
    left_out: tuple[str, ...] = ()
    """On the last one: the ids of those rated like it that five have no room for."""


_Key = tuple[bool, float, float, float]


def suggested_themes(programme: Programme, *, library: Library | None = None) -> tuple[Suggestion, ...]:
    """The three to five themes that the ratings speak for, with the reasons; fewer where fewer are important.

    Those that are important and don't succeed come first, then important ones that succeed, until there are three.
    Parked themes are left out, and those that too few have rated to show it.

    Args:
        programme: the programme with its ratings.
        library: the content; by default what the programme names, else what comes with the package.

    Raises:
        InputError: the programme doesn't fit the content.
    """
    library = library or library_of(programme)
    return suggested(library, programme.resolved(library=library))


def suggested(library: Library, programme: Programme) -> tuple[Suggestion, ...]:
    """As `suggested_themes`, for a programme that names themes by id."""
    parked = {found.theme for found in programme.themes.parked}
    important = [
        found for found in placed_themes(library, programme) if found.field.important and found.theme.id not in parked
    ]
    ordered = sorted(important, key=_key)
    count = _so_many([_key(found) for found in ordered])
    chosen, rest = ordered[:count], ordered[count:]
    return tuple(_suggestion(library, found, chosen, rest) for found in chosen)


def _key(placed: PlacedTheme) -> _Key:
    """What a theme is ordered by: where it fails, how important it is, how little it succeeds, how much they agree."""
    spreads = [spread.width for spread in (placed.importance_spread, placed.success_spread) if spread]
    return placed.field.succeeds, -placed.importance, placed.success, sum(spreads) if spreads else float("inf")


def _so_many(keys: Sequence[_Key]) -> int:
    """How many to suggest: those that don't succeed, or three, and what is rated like the last one; at most five."""
    count = min(max(sum(not succeeds for succeeds, *_ in keys), _FEWEST), len(keys))
    while 0 < count < len(keys) and keys[count] == keys[count - 1]:
        count += 1
    return min(count, _MOST)


def _suggestion(
    library: Library, placed: PlacedTheme, chosen: Sequence[PlacedTheme], rest: Sequence[PlacedTheme]
) -> Suggestion:
    words = library.words["priority-map"]["suggestion"]
    alike = [found.theme for found in rest if placed is chosen[-1] and _key(found) == _key(placed)]
    return Suggestion(
        placed.theme.id,
        placed.theme.title,
        rank=1 + sum(_key(found) < _key(placed) for found in chosen),
        reasons=(
            words["reason"].format(
                who=_who(library, placed),
                importance=mark_text(library, placed.importance, placed.importance_spread),
                success=mark_text(library, placed.success, placed.success_spread),
            ),
            *([differing(library, placed)] if placed.wide else []),
            *([words["alike"].format(themes=titles_quoted(library, alike))] if alike else []),
        ),
        left_out=tuple(theme.id for theme in alike),
    )


def differing(library: Library, placed: PlacedTheme) -> str:
    """That people see a theme differently, and in what; empty where they don't."""
    words = library.words["priority-map"]["differing"]
    return str(words[placed.wide[0] if len(placed.wide) == 1 else "both"]) if placed.wide else ""


def _who(library: Library, placed: PlacedTheme) -> str:
    words: Any = library.words["priority-map"]["suggestion"]
    if placed.count is None:
        return str(words["few"])
    who = counted(library.words["plan"], words["persons" if placed.by_persons else "groups"], placed.count)
    return who[:1].upper() + who[1:]


def titles_quoted(library: Library, themes: Sequence[Theme]) -> str:
    """The titles of themes, which are questions, within a sentence."""
    pattern = library.words["priority-map"]["title_quoted"]
    return listed(library.words["plan"], [pattern.format(title=theme.title) for theme in themes])
