"""The deck of a workshop: built from the rows of its run sheet, so that the two can't disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from . import deck_concretise, deck_prepare, deck_qualify
from .copy import Copy
from .deck_parts import Room, the_room
from .frame import deck_common
from .slides import Deck, Slide

_WORKSHOPS: Mapping[Step, Callable[[Room], Iterator[Slide]]] = {
    Step.PREPARE: deck_prepare.slides,
    Step.QUALIFY: deck_qualify.slides,
    Step.CONCRETISE: deck_concretise.slides,
}


def deck(library: Library, programme: Programme, copy: Copy) -> Deck:
    """The slides of the workshop of the copy's step, each with the row of the run sheet that it belongs to."""
    step = copy.step or Step.PREPARE
    slides = _WORKSHOPS[step](the_room(library, programme, step))
    more = library.words[copy.document.id]["more"]
    return Deck(deck_common(library, programme, copy), tuple(_with_unique_titles(slides, more)))


def _with_unique_titles(slides: Iterable[Slide], more: str) -> Iterator[Slide]:
    """A title that has been there is numbered, so that every slide can be found by its title."""
    seen: Counter[str] = Counter()
    for slide in slides:
        title = slide.context["title"]
        seen[title] += 1
        if seen[title] > 1:
            title = more.format(title=title, number=seen[title])
            seen[title] += 1
        yield replace(slide, context={**slide.context, "title": title})
