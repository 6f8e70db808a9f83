"""A look as Office knows it: the colours of the theme's slots, and the fonts of headings and body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_SLOTS = {"dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink"}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `RRGGBB` by theme slot (`dk1`, `lt1`, `dk2`, `lt2`, `accent1` … `accent6`, `hlink`, `folHlink`)."""

    colours: Mapping[str, str] = field(default_factory=dict)
    heading_font: str | None = None
    body_font: str | None = None

    def __post_init__(self) -> None:
        """Refuses what Office could not read, with a `ValueError`; a `#` before a colour is taken off."""
        colours = {slot: colour.removeprefix("#").upper() for slot, colour in self.colours.items()}
        if unknown := sorted(colours.keys() - _SLOTS):
            raise ValueError(f"no slots of a theme: {', '.join(unknown)}; there are {', '.join(sorted(_SLOTS))}")
        if wrong := [colour for colour in colours.values() if not re.fullmatch("[0-9A-F]{6}", colour)]:
            raise ValueError(f"no colours as RRGGBB: {', '.join(wrong)}")
        if wrong := [font for font in (self.heading_font, self.body_font) if font and re.search('[<>&"]', font)]:
            raise ValueError(f"no names of fonts: {', '.join(wrong)}")
        object.__setattr__(self, "colours", colours)

    def __hash__(self) -> int:
        return hash(self.key())

    def key(self) -> str:
        """A text that two equal looks share."""
        return repr((sorted(self.colours.items()), self.heading_font, self.body_font))
