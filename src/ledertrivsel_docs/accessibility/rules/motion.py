"""What moves by itself: slides that go on, shows that begin again, movements without an end."""

from __future__ import annotations

from collections.abc import Iterator

from ...errors import message
from ..finding import TIP, WARNING, Fault, Place
from ..model import Document
from ..registry import DECK, rule


@rule("slide-advances", WARNING, message("Slides wait for a click."), "2.2.1", formats=DECK)
def slide_advances(document: Document) -> Iterator[Fault]:
    """Who reads slowly has not got the time."""
    for slide in document.slides:
        if slide.advances:
            remedy = message("Take the tick from Transitions > Advance slide > After.")
            yield Fault(slide.place, message("The slide goes on by itself after a time."), remedy)


@rule("slide-moves", WARNING, message("No movement goes on for ever."), "2.2.2", formats=DECK)
def slide_moves(document: Document) -> Iterator[Fault]:
    """It draws the eye from what is to be read."""
    for slide in document.slides:
        if slide.moves:
            remedy = message("Set Animations > Timing > Repeat to none.")
            yield Fault(slide.place, message("A movement on the slide is repeated without end."), remedy)


@rule("show-loops", TIP, message("The show stops at its end."), "2.2.2", formats=DECK)
def show_loops(document: Document) -> Iterator[Fault]:
    """Meant for stands at fairs, not for meetings."""
    if document.loops:
        remedy = message("Take the tick from Slide show > Set up slide show > Loop continuously.")
        yield Fault(Place(), message("The show begins again by itself."), remedy)
