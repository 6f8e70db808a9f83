"""Pictures, charts and drawings: what they say to those who don't see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...errors import message
from ..finding import ERROR, TIP, WARNING, Fault
from ..model import Document, Media
from ..registry import DECK, WORD, rule
from ..words import known

_FILE_NAME = re.compile(r"\.(png|jpe?g|jfif|svg|gif|emf|wmf|tiff?|bmp|webp|heic|mp4|mov|avi)\b", re.IGNORECASE)
_LONGEST = 250
_DESCRIBE = message("Right-click it, choose View alt text, and write what it shows, or mark it as decorative.")


@rule("alt-text-missing", ERROR, message("What isn't text has alternative text, or is marked as decorative."), "1.1.1")
def alt_text_missing(document: Document) -> Iterator[Fault]:
    """A text box or shape with text speaks for itself."""
    for picture in document.pictures:
        if not picture.alt and not picture.decorative and not picture.worded:
            what = message("There is no alternative text for the picture, drawing or chart.")
            yield Fault(picture.place, what, _DESCRIBE)


@rule("alt-text-file-name", ERROR, message("Alternative text is not the name of a file."), "1.1.1")
def alt_text_file_name(document: Document) -> Iterator[Fault]:
    """Programs write it there when a picture is inserted."""
    for picture in document.pictures:
        if _FILE_NAME.search(picture.alt):
            what = message("The alternative text “{alt}” is the name of a file.", alt=picture.alt)
            yield Fault(picture.place, what, _DESCRIBE)


@rule("alt-text-vague", WARNING, message("Alternative text says what is to be seen."), "1.1.1")
def alt_text_vague(document: Document) -> Iterator[Fault]:
    """“Billede 1”, or what a program guessed."""
    for picture in document.pictures:
        said = re.sub(r"[\W\d_]+$", "", picture.alt.casefold())
        guessed = any(start in picture.alt.casefold() for start in known("machine_descriptions"))
        if picture.alt and (said in known("picture_names") or not said or guessed):
            what = message("The alternative text “{alt}” doesn't say what is to be seen.", alt=picture.alt)
            yield Fault(picture.place, what, _DESCRIBE)


@rule("alt-text-long", TIP, message("Alternative text is short."), "1.1.1")
def alt_text_long(document: Document) -> Iterator[Fault]:
    """It is read without a stop."""
    for picture in document.pictures:
        if len(picture.alt) > _LONGEST:
            what = message("The alternative text has {count} characters.", count=len(picture.alt))
            yield Fault(picture.place, what, message("Write one or two sentences there, and the rest in the text."))


@rule("alt-text-decorative", WARNING, message("What is decorative has no alternative text."), "1.1.1")
def alt_text_decorative(document: Document) -> Iterator[Fault]:
    """One of the two is wrong."""
    for picture in document.pictures:
        if picture.decorative and picture.alt:
            what = message("It is marked as decorative and has alternative text.")
            yield Fault(picture.place, what, message("Take one of them away."))


@rule("picture-floating", TIP, message("Pictures stand in line with the text."), "1.3.2", formats=WORD)
def picture_floating(document: Document) -> Iterator[Fault]:
    """Where a floating one is read, nobody knows."""
    for picture in document.pictures:
        if picture.floating and not picture.decorative:
            remedy = message("Click it and choose Layout options > In line with text.")
            yield Fault(picture.place, message("The picture or text box floats beside the text."), remedy)


@rule("film-captions", TIP, message("A film has captions."), "1.2.2", formats=DECK)
def film_captions(document: Document) -> Iterator[Fault]:
    """Captions that are a part of the picture can't be seen here."""
    for media in _without_captions(document):
        if media.film:
            remedy = message("Add captions: Playback > Insert captions, or see that the picture shows them.")
            yield Fault(media.place, message("The film seems to have no captions."), remedy)


@rule("sound-text", TIP, message("A recording has a text that says the same."), "1.2.1", formats=DECK)
def sound_text(document: Document) -> Iterator[Fault]:
    """In the notes, or on the slide."""
    for media in _without_captions(document):
        if not media.film:
            remedy = message("Write what is said in the notes, or link to a text.")
            yield Fault(media.place, message("The recording may have no text that says the same."), remedy)


def _without_captions(document: Document) -> Iterator[Media]:
    return (media for media in document.media if not media.captioned)
