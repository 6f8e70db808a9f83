"""An organisation's brand: its colours, checked for contrast, and its fonts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from math import floor
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, model_validator

from ..errors import message
from ..reading.validation import Source, read_text, refusal, validated
from ..resources import templates_folder
from .base import Line, Model, OptionalLine
from .library import Library

WHITE = "FFFFFF"
MIN_CONTRAST = 4.5
TINT_SHARE = 0.11
HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
FONT_NAME = re.compile(r"\w[\w .'-]{0,59}")

TINTED = ("primary", "prepare", "qualify", "concretise", "green")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two RRGGBB colours by WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed_with_white(colour: str, share: float) -> str:
    """A tint: so large a share of the colour, the rest white."""
    return "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in _channels(colour))


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour)
    return red, green, blue


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(value: str) -> str:
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
        raise refusal(
            message("#{colour} is too light on white: the contrast is {ratio}.", colour=colour, ratio=_shown(ratio)),
            message("Choose a darker colour; at least {least} is needed.", least=MIN_CONTRAST),
        )
    return colour


def _shown(ratio: float) -> str:
    """A ratio, cut and not rounded: 4.499 is too little and must not look like 4.50."""
    return f"{floor(ratio * 100) / 100:.2f}"


def _font(name: str) -> str:
    if not FONT_NAME.fullmatch(name):
        raise refusal(
            message("“{name}” is not the name of a font.", name=name), message("Write a name such as Calibri.")
        )
    return name


Colour = Annotated[Line, AfterValidator(_hex)]
"""A colour, as RRGGBB in capitals however it was written."""

TextColour = Annotated[Colour, AfterValidator(_readable)]
"""A colour that text on white can have: a contrast of 4.5 or more."""

FontName = Annotated[Line, AfterValidator(_font)]


class Colours(Model):
    """The palette. Text is set in all but `line`, `quiet` and `sand`, which are rules and fills."""

    primary: TextColour
    prepare: TextColour
    qualify: TextColour
    concretise: TextColour
    ink: TextColour
    grey: TextColour
    green: TextColour
    link: TextColour
    line: Colour
    quiet: Colour
    sand: Colour


class Tints(Model):
    """The pale fills behind text in the colour of the same name; one that isn't given is mixed from its colour."""

    primary: Colour | None = None
    prepare: Colour | None = None
    qualify: Colour | None = None
    concretise: Colour | None = None
    green: Colour | None = None


class Fonts(Model):
    """The fonts, by the names they have in Word."""

    heading: FontName
    body: FontName


class Brand(Model):
    """A brand. What it leaves out is taken from `templates/brand.yaml`.

    `name` and `logo`, the path as written, are read and not printed yet.
    """

    name: OptionalLine = None
    colours: Colours
    tints: Tints = Tints()
    fonts: Fonts
    logo: OptionalLine = None

    @classmethod
    def load(cls, source: Source, library: Library | None = None) -> Self:
        """The brand in a file (a path, or a name and its bytes). Raises `InputError` with every problem in it."""
        library = library or Library.default()
        return validated(read_text(source, library.key_aliases), cls)

    @classmethod
    def default(cls) -> Self:
        """The brand of `templates/brand.yaml`."""
        return cls.model_validate({})

    def tint(self, name: str) -> str:
        """The pale fill that goes with `primary`, `green` or a step's colour, as RRGGBB."""
        given: str | None = getattr(self.tints, name)
        colour: str = getattr(self.colours, name)
        return given or mixed_with_white(colour, TINT_SHARE)

    @model_validator(mode="before")
    @classmethod
    def _filled_from_the_default(cls, data: Any) -> Any:
        return _filled(data, _default_data(templates_folder() / "brand.yaml")) if isinstance(data, Mapping) else data

    @model_validator(mode="after")
    def _readable_on_its_tint(self) -> Self:
        ratios = {
            name: min(contrast(text, self.tint(name)) for text in (getattr(self.colours, name), self.colours.grey))
            for name in TINTED
        }
        weak = [name for name, ratio in ratios.items() if ratio < MIN_CONTRAST]
        if weak:
            measured = ", ".join(f"{name} {_shown(ratios[name])}" for name in weak)
            raise refusal(
                message(
                    "Too little contrast between a tint and the text on it, in its colour or in grey: {weak}.",
                    weak=measured,
                ),
                message("Choose a darker colour or a paler tint; at least {least} is needed.", least=MIN_CONTRAST),
                at=("tints" if getattr(self.tints, weak[0]) else "colours", weak[0]),
            )
        return self


@cache
def _default_data(file: Path) -> Any:
    return read_text(file).data


def _filled(data: Mapping[str, Any], default: Mapping[str, Any]) -> dict[str, Any]:
    """The data, with what it leaves out from the default; a default tint only goes with its default colour."""
    filled = dict(data)
    for part in ("colours", "fonts"):
        given = data.get(part)
        if given is None or isinstance(given, Mapping):
            filled[part] = default[part] | {key: value for key, value in (given or {}).items() if value is not None}
    own_colours = data.get("colours")
    recoloured = own_colours if isinstance(own_colours, Mapping) else {}
    tints = data.get("tints")
    if tints is None or isinstance(tints, Mapping):
        inherited = {key: tint for key, tint in default["tints"].items() if key not in recoloured}
        filled["tints"] = inherited | dict(tints or {})
    return filled
