"""Rendering a deck: slides of the template's kinds, in the order asked for, and the lists that name them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import Problem, message
from .compiled import HOLE, PRESENTATION, XML_HEAD, DeckParts, SlideKind, relations_of
from .filling import Filling

_CT = "application/vnd.openxmlformats-officedocument.presentationml."
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIRST_SLIDE = 256  # the smallest id that a slide may have (ECMA-376 part 1, 19.7.13)

Slides = Sequence[tuple[str, Mapping[str, Any]]]
Chosen = list[tuple[SlideKind, Mapping[str, Any]]]


MAX_SLIDES = 5_000


def chosen(
    deck: DeckParts | None, slides: Slides, common: Mapping[str, Any], name: str
) -> tuple[Chosen, list[Problem]]:
    """The kind and the context of each slide, and what is wrong with the list; `name` is that of the template."""
    kinds = {kind.name: kind for kind in deck.kinds if kind.name} if deck else {}
    if len(slides) > MAX_SLIDES:
        what = message("A deck can't have {count} slides.", count=len(slides))
        return [], [Problem(what, message("Make several decks of at most {limit}.", limit=MAX_SLIDES), file=name)]
    found: Chosen = []
    problems: list[Problem] = []
    for number, (kind, own) in enumerate(slides, 1):
        if kind in kinds:
            found.append((kinds[kind], {**common, **own}))
            continue
        near = difflib.get_close_matches(str(kind), kinds, n=1) or list(kinds)
        what = message("The template has no slide of the kind “{kind}”.", kind=kind)
        remedy = (
            message("There is {near}.", near=", ".join(near)) if near else message("Its slides' notes name no kinds.")
        )
        problems.append(Problem(what, remedy, file=name, where=message("slide {number}", number=number)))
    return found, problems


def add_slides(
    filling: Filling,
    deck: DeckParts,
    slides: Chosen,
    scales: Sequence[Mapping[int, int]],
) -> None:
    """Fills the slides and their notes, and lists them in the presentation."""
    for number, (kind, context) in enumerate(slides, 1):
        own = scales[number - 1] if scales else None
        filling.add(kind.slide, context, name=f"ppt/slides/slide{number}.xml", number=number, scales=own)
        if kind.notes:
            filling.add(kind.notes, context, name=f"ppt/notesSlides/notesSlide{number}.xml", number=number)
    numbers = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{_FIRST_SLIDE + n - 1}" r:id="rIdSlide{n}"/>' for n in numbers)
    relations = "".join(
        f'<Relationship Id="rIdSlide{n}" Type="{_REL}/slide" Target="slides/slide{n}.xml"/>' for n in numbers
    )
    filling.changed[PRESENTATION] = (XML_HEAD + deck.presentation.replace(HOLE, listed)).encode()
    filling.changed[relations_of(PRESENTATION)] = deck.relationships.replace(HOLE, relations).encode()


def types_of_slides(types: str, changed: Mapping[str, bytes]) -> str:
    """The content types with those of the slides and notes that have been made."""
    new = "".join(
        f'<Override PartName="/{name}" ContentType="{_CT}{kind}+xml"/>'
        for name in changed
        for kind in ("slide", "notesSlide")
        if name.startswith(f"ppt/{kind}s/{kind}")
    )
    return types.replace("</Types>", f"{new}</Types>")


def unused_media(deck: DeckParts, slides: Chosen) -> set[str]:
    """The pictures that belong to slides of the template which this deck doesn't have."""
    used = {picture for kind, _ in slides for picture in kind.media}
    return {picture for kind in deck.kinds for picture in kind.media} - used
