"""A look as Office knows it: the colours of the theme's slots, and the fonts of headings and body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `RRGGBB` by theme slot (`dk1`, `lt1`, `dk2`, `lt2`, `accent1` … `accent6`, `hlink`, `folHlink`)."""

    colours: Mapping[str, str] = field(default_factory=dict)
    heading_font: str | None = None
    body_font: str | None = None

    def __hash__(self) -> int:
        return hash(self.key())

    def key(self) -> str:
        """A text that two equal looks share."""
        return repr((sorted(self.colours.items()), self.heading_font, self.body_font))
