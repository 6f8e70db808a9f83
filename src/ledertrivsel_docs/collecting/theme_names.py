"""Which theme is meant by what people write: a number, a title, a short name, or one that they have made up."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property

from ..errors import Problem, message
from ..models.base import ID_PATTERN, LONGEST_ID, as_id
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import OwnTheme
from ..models.references import themes_of
from ..models.themes import Theme
from .sheet import plain

_LONGEST_TITLE = 200
_ALIKE = 0.85  # so near to a known title a text is a slip of the pen
_NUMBERED = re.compile(r"\D{0,6}?(\d{1,2})(?:\s*[.:)]\s*|\s+[–-]?\s*|$|(?=\s*[,+&/]))(.*)", re.DOTALL)


class ThemeNames:
    """The themes of a programme by all that they can be called; those that people make up are remembered."""

    def __init__(self, library: Library, programme: Programme) -> None:
        self._themes: Mapping[str, Theme] = themes_of(programme, library)
        self._made: dict[str, OwnTheme] = {}

    def theme(self, name: str) -> Theme | None:
        """The theme of an id, where there is one."""
        return self._themes.get(name)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        return {
            plain(name): theme.id for theme in self._themes.values() for name in (theme.id, theme.short, theme.title)
        }

    def known(self, written: str) -> str | None:
        """The id of the known theme that is meant, beyond doubt."""
        if name := self._by_name.get(plain(written)):
            return name
        if written.rstrip().endswith("…"):  # as we print what a line has no room for
            cut = plain(written.rstrip()[:-1])
            begun = {theme for name, theme in self._by_name.items() if name.startswith(cut)}
            return begun.pop() if cut and len(begun) == 1 else None
        by_number, rest = self._numbered(written)
        if by_number and (not rest or self._by_name.get(rest) == by_number):
            return by_number
        return None

    def named(self, written: str) -> str | None:
        """The id of a known theme by its name alone: the numbers of another programme's themes may be others."""
        return None if not any(map(str.isalpha, written)) else self.known(written)

    def _numbered(self, written: str) -> tuple[str | None, str]:
        """The theme of the number that a text begins with, and what stands behind it."""
        found, ids = _NUMBERED.fullmatch(written.strip()), list(self._themes)
        if found is None or not 1 <= int(found[1]) <= len(ids):
            return None, ""
        return ids[int(found[1]) - 1], plain(found[2])

    def meant(self, written: str, name: str = "") -> str | OwnTheme | Problem:
        """The id of a known theme, else one of the organisation's own; or what is wrong with the text.

        A text that is nearly the title of a known theme is neither: it is told. `name` is the id for one that isn't
        known here, from a document that was made for it.
        """
        title = " ".join(written.split())
        if known := self.known(title):
            return known
        what = message("“{title}” isn't one of the known themes.", title=title)
        by_number, _ = self._numbered(title)
        if by_number or not any(map(str.isalpha, title)) or len(title) > _LONGEST_TITLE:
            return Problem(what, message("Write the theme's number or its title."))
        near = [] if name else get_close_matches(plain(title), self._by_name, n=1, cutoff=_ALIKE)
        if near:
            theme = self._themes[self._by_name[near[0]]]
            return Problem(what, message("Did you mean “{near}”?", near=theme.title))
        return self._own(title, name)

    def _own(self, title: str, name: str) -> OwnTheme:
        if (made := self._made.get(plain(title))) is not None:
            return made
        taken = {*self._themes, *(theme.id for theme in self._made.values())}
        stem = name if ID_PATTERN.fullmatch(name) else as_id(title)[: LONGEST_ID - 3].strip("-") or "tema"
        names = (stem, *(f"{stem}-{number}" for number in range(2, 100)))
        made = OwnTheme(id=next(name for name in names if name not in taken), title=title)
        self._made[plain(title)] = made
        return made
