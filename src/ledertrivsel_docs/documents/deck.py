"""The deck of a workshop or a meeting: built from the rows of its run sheet, so that the two can't disagree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from . import deck_concretise, deck_meeting, deck_prepare, deck_qualify
from .copy import Copy
from .deck_parts import Room, the_room
from .frame import deck_common
from .gathering import gathering
from .slides import Deck, Slide

_WORKSHOPS: Mapping[Step, Callable[[Room], Iterator[Slide]]] = {
    Step.PREPARE: deck_prepare.slides,
    Step.QUALIFY: deck_qualify.slides,
    Step.CONCRETISE: deck_concretise.slides,
}


def deck(library: Library, programme: Programme, copy: Copy) -> Deck:
    """The slides of the workshop or meeting, each with the row of the run sheet that it belongs to."""
    if copy.kit.id in library.tools:
        meeting = tuple(deck_meeting.slides(gathering(library, programme, copy.kit, copy.named)))
        return Deck(deck_common(library, programme, copy), meeting, any(slide.name for slide in meeting))
    step = copy.step or Step.PREPARE
    slides = _WORKSHOPS[step](the_room(library, programme, copy.kit, step))
    return Deck(deck_common(library, programme, copy), tuple(slides))
