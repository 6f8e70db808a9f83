"""Slides: titles, the order in which they are read, and what is left over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...errors import message
from ..finding import ERROR, TIP, WARNING, Fault, Place
from ..model import Document, Shape, Slide
from ..registry import DECK, rule
from ..words import known

_TITLE = message("Write it in the title placeholder; Home > Layout gives the slide one.")
_ORDER = message("Set the order: Review > Check accessibility > Reading order pane.")


@rule("slide-title", ERROR, message("Every slide has a title."), "2.4.2", formats=DECK)
def slide_title(document: Document) -> Iterator[Fault]:
    """In a title placeholder, which programs know it by."""
    for slide in document.slides:
        if not slide.titles:
            yield Fault(slide.place, message("The slide has no title."), _TITLE)
        elif not any(title.strip() for title in slide.titles):
            yield Fault(slide.place, message("The title of the slide is empty."), _TITLE)


@rule("slide-title-twice", TIP, message("No two slides have the same title."), "2.4.2", formats=DECK, templates=False)
def slide_title_twice(document: Document) -> Iterator[Fault]:
    """Told at the second one, and each after it."""
    seen: Counter[str] = Counter()
    for slide in document.slides:
        title = " ".join(slide.place.slide_title.split()).casefold()
        seen[title] += 1
        if title and seen[title] > 1:
            remedy = message("Add what is different, such as “1 of 2”.")
            yield Fault(slide.place, message("Another slide has the same title."), remedy)


@rule("slide-titles", WARNING, message("A slide has one title."), "1.3.1", formats=DECK)
def slide_titles(document: Document) -> Iterator[Fault]:
    """Two placeholders for one thing."""
    for slide in document.slides:
        if len(slide.titles) > 1:
            remedy = message("Keep one title placeholder, and make the other an ordinary text box.")
            yield Fault(slide.place, message("The slide has several titles."), remedy)


@rule("slide-title-outside", TIP, message("The title can be seen on the slide."), "2.4.2", formats=DECK)
def slide_title_outside(document: Document) -> Iterator[Fault]:
    """One beside the slide is read aloud and seen by nobody; that can be meant."""
    for slide in document.slides:
        for shape in slide.shapes:
            if shape.is_title and shape.box is not None and slide.size[0] and not _is_on(slide, shape):
                remedy = message("Move it onto the slide, unless you want it to be heard only.")
                yield Fault(shape.place, message("The title lies outside of the slide."), remedy)


@rule("slide-title-first", WARNING, message("The title is read first."), "1.3.2", formats=DECK)
def slide_title_first(document: Document) -> Iterator[Fault]:
    """The order in the file is the order of reading."""
    for slide in document.slides:
        if any(shape.is_title for shape in slide.shapes[1:]) and not slide.shapes[0].is_title:
            yield Fault(slide.place, message("The title isn't read first."), _ORDER)


@rule("slide-order", TIP, message("What stands further up is read earlier."), "1.3.2", formats=DECK)
def slide_order(document: Document) -> Iterator[Fault]:
    """Told once a slide, for a shape that stands wholly above the one read before it, in the same column."""
    for slide in document.slides:
        for earlier, later in zip(slide.shapes, slide.shapes[1:], strict=False):
            if not earlier.is_title and not later.is_title and _stands_above(later, earlier):
                what = message("“{shape}” stands further up than what is read before it.", shape=later.place.shape)
                yield Fault(later.place, what, _ORDER)
                break


@rule("slide-placeholder", WARNING, message("No placeholder is left empty."), "1.3.1", formats=DECK)
def slide_placeholder(document: Document) -> Iterator[Fault]:
    """It isn't shown, but read: “click to add text”."""
    for slide in document.slides:
        for place in slide.empty_placeholders:
            yield Fault(place, message("The placeholder is empty."), message("Write in it, or delete it."))


@rule("slide-hidden", TIP, message("Hidden slides are meant to be hidden."), formats=DECK, templates=False)
def slide_hidden(document: Document) -> Iterator[Fault]:
    """Who gets the file reads them as well."""
    for slide in document.slides:
        if slide.hidden:
            remedy = message("Show it, or delete it before you send the file.")
            yield Fault(slide.place, message("The slide is hidden."), remedy)


@rule("section-name", ERROR, message("The sections of a deck have names that say something."), "2.4.6", formats=DECK)
def section_name(document: Document) -> Iterator[Fault]:
    """Not those that PowerPoint gives by itself."""
    for name in document.sections:
        if not name.strip() or name.casefold().strip() in known("default_sections"):
            what = message("A section of the deck is called “{name}”.", name=name)
            yield Fault(Place(), what, message("Right-click the section and rename it, or remove it."))


@rule("section-name-twice", TIP, message("No two sections have the same name."), "2.4.6", formats=DECK)
def section_name_twice(document: Document) -> Iterator[Fault]:
    """Told once for each name."""
    for name, count in Counter(name.strip() for name in document.sections).items():
        if count > 1:
            what = message("{count} sections have the name “{name}”.", count=count, name=name)
            yield Fault(Place(), what, message("Right-click the section and rename it, or remove it."))


def _is_on(slide: Slide, shape: Shape) -> bool:
    if shape.box is None:
        return True
    left, top, right, bottom = shape.box
    return left < slide.size[0] and right > 0 and top < slide.size[1] and bottom > 0


def _stands_above(one: Shape, other: Shape) -> bool:
    """Whether one stands wholly above another one, with at least half of the narrower one's width in common."""
    if one.box is None or other.box is None:
        return False
    common = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    narrow = min(one.box[2] - one.box[0], other.box[2] - other.box[0])
    return one.box[3] <= other.box[1] and common * 2 > narrow > 0
