"""Paper: sizes and margins in millimetres."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper; `framed` pages have our header and footer, which stand in the margins."""

    width: float
    height: float
    sides: float = 18
    top: float = 24
    bottom: float = 15
    framed: bool = True

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - 2 * self.sides


A4 = Page(210, 297)
A4_DENSE = Page(210, 297, sides=14)
A4_LANDSCAPE = Page(297, 210)
A3 = Page(420, 297)
A4_FOR_CUTTING = Page(210, 297, sides=8, top=8, bottom=8, framed=False)
