"""Paper: sizes and margins in millimetres."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet of paper; `framed` pages have our header and footer, which stand in the margins.

    What stands on a `measured` page is placed to the millimetre, to be cut: no other margins go with it.
    """

    width: float
    height: float
    sides: float = 18
    top: float = 24
    bottom: float = 15
    framed: bool = True
    measured: bool = False

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - 2 * self.sides

    @property
    def text_height(self) -> float:
        """Between the margins."""
        return self.height - self.top - self.bottom

    @property
    def takes_letterhead(self) -> bool:
        """Whether an organisation's letterhead goes with it: that is drawn for upright A4."""
        return self.framed and not self.measured and (self.width, self.height) == (A4.width, A4.height)


A4 = Page(210, 297)
A4_DENSE = Page(210, 297, sides=14)
A4_LANDSCAPE = Page(297, 210)
A3 = Page(420, 297)
A4_FOR_CUTTING = Page(210, 297, sides=8, top=8, bottom=8, framed=False)
