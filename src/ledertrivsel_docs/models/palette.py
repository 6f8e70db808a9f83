"""The palette of a brand: colours that text can be read in, and the pale fills that go with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from math import floor
from typing import Annotated

from pydantic import AfterValidator

from ..colours import MIN_CONTRAST, WHITE, contrast, mixed_with_white, readable, toned, with_tone
from ..errors import Message, message
from ..reading.validation import refusal
from .base import Line, Model

TINT_SHARE = 0.11
PASSIVE, QUIET = "26", "14"
"""The tints of grey (theme tints, two hex digits) that our layouts set text on."""

TINTED = ("primary", "prepare", "qualify", "concretise", "green")

HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
TONE_OF_GREY = (0.37, 0.14)
"""How light and how saturated grey is that follows from the primary colour."""


def as_hex(value: str) -> str:
    """A colour as RRGGBB in capitals; refused where it is none."""
    found = HEX.fullmatch(value)
    if found is None:
        raise refusal(
            message("“{given}” is not a colour.", given=value),
            message("Write six digits or letters A–F after a #, in quotes: {example}", example='"#12414F"'),
        )
    return found[1].upper()


def _readable(colour: str) -> str:
    ratio = contrast(colour, WHITE)
    if ratio < MIN_CONTRAST:
        what = message("#{colour} is too light on white: the contrast is {ratio}.", colour=colour, ratio=shown(ratio))
        raise refusal(what, works(as_text_colour(colour)))
    return colour


def as_text_colour(colour: str) -> str:
    """The nearest colour that text can have in a brand: on white, on its own tint and on a pale grey."""
    grey = toned(with_tone(colour, *TONE_OF_GREY), QUIET)
    return readable_on(colour, [fixed(WHITE), mixed, fixed(grey)])


Ground = Callable[[str], str]
"""A fill that a text stands on, as it is when the text has this colour: some are mixed from it."""

mixed: Ground = partial(mixed_with_white, share=TINT_SHARE)


def fixed(ground: str) -> Ground:
    """A fill that is the same whatever stands on it."""
    return lambda _: ground


def readable_on(colour: str, grounds: Sequence[Ground]) -> str:
    """The nearest colour that can be read on these fills: those mixed from it get darker with it."""
    while any(contrast(colour, ground(colour)) < MIN_CONTRAST for ground in grounds):
        colour = readable(colour, *(ground(colour) for ground in grounds))
    return colour


def shown(ratio: float) -> str:
    """A ratio, cut and not rounded: 4.499 is too little and must not look like 4.50."""
    return f"{floor(ratio * 100) / 100:.2f}"


def works(colour: str) -> Message:
    """The remedy for a colour that can't be read."""
    return message(
        "At least {least} is needed. The nearest colour that works is #{near}.", least=MIN_CONTRAST, near=colour
    )


Colour = Annotated[Line, AfterValidator(as_hex)]
"""A colour, as RRGGBB in capitals however it was written."""

TextColour = Annotated[Colour, AfterValidator(_readable)]
"""A colour that text on white can have: a contrast of 4.5 or more."""


class Colours(Model):
    """The palette, each colour as six hex digits: 12414F or #12414F. On white it has a contrast of at least 4.5.

    Where `primary` is the organisation's own, `green` and the colours of text follow from it unless they
    are given.
    """

    primary: TextColour
    """The organisation's own."""
    prepare: TextColour
    """Of the first workshop and its papers."""
    qualify: TextColour
    """Of the second."""
    concretise: TextColour
    """Of the third."""
    ink: TextColour
    """Of text."""
    grey: TextColour
    """Of quiet text; borders and pale fills are mixed from it."""
    green: TextColour
    """Of what is done or agreed."""
    link: TextColour
    """Of links."""


class Tints(Model):
    """The pale fills behind text in the colour of the same name; one that isn't given is mixed from its colour."""

    primary: Colour | None = None
    prepare: Colour | None = None
    qualify: Colour | None = None
    concretise: Colour | None = None
    green: Colour | None = None
