"""Rendering a deck: slides of the template's kinds, in the order asked for, and the lists that name them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import Message, message
from .compiled import HOLE, DeckParts, SlideKind, relations_of
from .filling import Filling

_CT = "application/vnd.openxmlformats-officedocument.presentationml."
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIRST_SLIDE = 256  # the smallest id that a slide may have (ECMA-376 part 1, 19.7.13)
_PRESENTATION = "ppt/presentation.xml"

Slides = Sequence[tuple[str, Mapping[str, Any]]]


class UnknownKindError(Exception):
    """A slide of a kind that the template lacks; `message` says which, `remedy` names the nearest."""

    def __init__(self, name: str, kinds: Sequence[str]) -> None:
        near = difflib.get_close_matches(name, kinds, n=1) or kinds
        self.message: Message = message("The template has no slide of the kind “{kind}”.", kind=name)
        self.remedy: Message = message("There is {near}.", near=", ".join(near))
        super().__init__(name)


def kind_of(deck: DeckParts, name: str) -> SlideKind:
    """The kind of that name.

    Raises:
        UnknownKindError: there is none.
    """
    found = next((kind for kind in deck.kinds if kind.name == name), None)
    if found is None:
        raise UnknownKindError(name, [kind.name for kind in deck.kinds if kind.name])
    return found


def add_slides(
    filling: Filling,
    deck: DeckParts,
    slides: Sequence[tuple[SlideKind, Mapping[str, Any]]],
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
    filling.changed[_PRESENTATION] = deck.presentation.replace(HOLE, listed).encode()
    filling.changed[relations_of(_PRESENTATION)] = deck.relationships.replace(HOLE, relations).encode()


def types_of_slides(types: str, changed: Mapping[str, bytes]) -> str:
    """The content types with those of the slides and notes that have been made."""
    new = "".join(
        f'<Override PartName="/{name}" ContentType="{_CT}{kind}+xml"/>'
        for name in changed
        for kind in ("slide", "notesSlide")
        if name.startswith(f"ppt/{kind}s/{kind}")
    )
    return types.replace("</Types>", f"{new}</Types>")


def unused_media(deck: DeckParts, slides: Sequence[tuple[SlideKind, Mapping[str, Any]]]) -> set[str]:
    """The pictures that belong to slides of the template which this deck doesn't have."""
    used = {picture for kind, _ in slides for picture in kind.media}
    return {picture for kind in deck.kinds for picture in kind.media} - used
