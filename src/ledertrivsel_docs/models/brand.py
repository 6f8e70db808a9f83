"""An organisation's brand: its colours, checked for contrast, its fonts and its logo."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from math import floor
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, model_validator

from ..colours import MIN_CONTRAST, WHITE, contrast, mixed_with_white, paler, readable, toned, with_tone
from ..errors import InputError, Message, message
from ..reading.validation import Source, read_text, refusal, shortened, validated
from ..reading.yaml_text import Finding
from ..resources import templates_folder
from .base import Line, Model, OptionalLine
from .library import Library
from .logo import Logo

TINT_SHARE = 0.11
PASSIVE, QUIET = "26", "14"
"""The tints of grey (theme tints, two hex digits) that our layouts set text on."""

TINTED = ("primary", "prepare", "qualify", "concretise", "green")
_TEXTS = ("grey", "ink", "link")

HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
FONT_NAME = re.compile(r"\w[\w .'-]{0,59}")

# How light and how saturated text is whose colour follows from the primary one.
_INK, _GREY = (0.13, 0.3), (0.37, 0.14)


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
        what = message("#{colour} is too light on white: the contrast is {ratio}.", colour=colour, ratio=_shown(ratio))
        raise refusal(what, _works(as_text_colour(colour)))
    return colour


def as_text_colour(colour: str) -> str:
    """The nearest colour that text can have in a brand: on white, on its own tint and on a pale grey."""
    grey = toned(with_tone(colour, *_GREY), QUIET)
    return _readable_on(colour, [_fixed(WHITE), _mixed, _fixed(grey)])


Ground = Callable[[str], str]
"""A fill that a text stands on, as it is when the text has this colour: some are mixed from it."""

_mixed: Ground = partial(mixed_with_white, share=TINT_SHARE)


def _fixed(ground: str) -> Ground:
    return lambda _: ground


def _readable_on(colour: str, grounds: Sequence[Ground]) -> str:
    """The nearest colour that can be read on these fills: those mixed from it get darker with it."""
    while any(contrast(colour, ground(colour)) < MIN_CONTRAST for ground in grounds):
        colour = readable(colour, *(ground(colour) for ground in grounds))
    return colour


def _shown(ratio: float) -> str:
    """A ratio, cut and not rounded: 4.499 is too little and must not look like 4.50."""
    return f"{floor(ratio * 100) / 100:.2f}"


def _works(colour: str) -> Message:
    return message(
        "At least {least} is needed. The nearest colour that works is #{near}.", least=MIN_CONTRAST, near=colour
    )


def _font(name: str) -> str:
    if not FONT_NAME.fullmatch(name):
        raise refusal(
            message("“{name}” is not the name of a font.", name=name), message("Write a name such as Calibri.")
        )
    return name


def _logo(value: Any, info: ValidationInfo) -> Any:
    """A logo from its path, which is read from the brand file's folder, or from a picture's bytes."""
    if isinstance(value, bytes):
        return Logo.of(value)
    if value is None or isinstance(value, Logo):
        return value
    if not isinstance(value, str):
        raise refusal(message("A logo is the name of a file, not “{given}”.", given=shortened(value)))
    if not value.strip():
        return None
    folder = (info.context or {}).get("folder")
    if folder is None:
        what = message("A logo can only be named in a brand file that is read from disk.")
        raise refusal(what, message("Leave it out, or give the picture's bytes."))
    return Logo.load(Path(folder) / value)


Colour = Annotated[Line, AfterValidator(_hex)]
"""A colour, as RRGGBB in capitals however it was written."""

TextColour = Annotated[Colour, AfterValidator(_readable)]
"""A colour that text on white can have: a contrast of 4.5 or more."""

FontName = Annotated[Line, AfterValidator(_font)]

LogoFile = Annotated[Logo | None, BeforeValidator(_logo)]
"""A logo: a png, jpg or svg file, named by its path from the brand file."""


class Colours(Model):
    """The palette: the organisation's own colour, one for each step, and those of text.

    Where `primary` is the organisation's own, `green` and the colours of text follow from it unless they
    are given.
    """

    primary: TextColour
    prepare: TextColour
    qualify: TextColour
    concretise: TextColour
    ink: TextColour
    grey: TextColour
    green: TextColour
    link: TextColour


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
    """A brand. What it leaves out is taken from `templates/brand.yaml`, or follows from its own primary colour.

    `name` is the logo's alt text, and `templates` a folder of the organisation's own templates; in a file its path is
    read from the file's own folder.
    """

    name: OptionalLine = None
    colours: Colours
    tints: Tints = Tints()
    fonts: Fonts
    logo: LogoFile = None
    templates: OptionalLine = None

    @classmethod
    def load(cls, source: Source, library: Library | None = None) -> Self:
        """The brand in a file (a path, or a name and its bytes). Raises `InputError` with every problem in it."""
        library = library or Library.default()
        text = read_text(source, library.key_aliases)
        folder = Path(source).parent if isinstance(source, str | os.PathLike) else None
        brand = validated(text, cls, context={"folder": folder}, check=_problems)
        if brand.templates and folder is not None:
            return brand.model_copy(update={"templates": str(folder / brand.templates)})
        return brand

    @classmethod
    def default(cls) -> Self:
        """The brand of `templates/brand.yaml`."""
        return cls.model_validate({})

    def checked(self) -> Self:
        """The brand, for one that is built in Python; `load` has done it.

        Raises `InputError` with every pair of text and fill that can't be read, and a logo without a name.
        """
        if findings := list(_problems(self)):
            raise InputError([finding.problem() for finding in findings])
        return self

    def tint(self, name: str) -> str:
        """The pale fill that goes with `primary`, `green` or a step's colour, as RRGGBB."""
        given: str | None = getattr(self.tints, name)
        colour: str = getattr(self.colours, name)
        return given or mixed_with_white(colour, TINT_SHARE)

    def has_own_tint(self, name: str) -> bool:
        """Whether the tint is the brand's own, neither mixed from its colour nor that of the default."""
        given: str | None = getattr(self.tints, name)
        return given is not None and _hex(_default_data(templates_folder() / "brand.yaml")["tints"][name]) != given

    @model_validator(mode="before")
    @classmethod
    def _filled_from_the_default(cls, data: Any) -> Any:
        return _filled(data, _default_data(templates_folder() / "brand.yaml")) if isinstance(data, Mapping) else data


def _problems(brand: Brand) -> Iterator[Finding]:
    """What is wrong between the parts of a brand: a logo without a name, and every text that is hard to read."""
    if brand.logo and not brand.name:
        what = message("The logo needs the organisation's name: that is what is read aloud in its place.")
        yield Finding(("logo",), what, message("Write the name in the file as well."))
    for name in filter(brand.has_own_tint, TINTED):
        tint, texts = brand.tint(name), [getattr(brand.colours, key) for key in (name, *_TEXTS)]
        if (ratio := min(contrast(text, tint) for text in texts)) < MIN_CONTRAST:
            what = message("Text on this tint has too little contrast: {ratio}.", ratio=_shown(ratio))
            yield Finding(("tints", name), what, _works(paler(tint, *texts)))
    primary = brand.colours.primary
    for key in (key for key in (*TINTED, *_TEXTS) if key == "primary" or getattr(brand.colours, key) != primary):
        colour, grounds = getattr(brand.colours, key), list(_grounds(brand, key))
        if (ratio := min(contrast(colour, ground(colour)) for ground in grounds)) < MIN_CONTRAST:
            what = message("On a pale fill this colour has too little contrast: {ratio}.", ratio=_shown(ratio))
            yield Finding(("colours", key), what, _works(_readable_on(colour, grounds)))


def _grounds(brand: Brand, key: str) -> Iterator[Ground]:
    """The pale fills that text of a colour stands on, without tints that the brand itself gives."""
    grey = brand.colours.grey
    tinted = TINTED if key in _TEXTS else (key,)
    for name in (name for name in tinted if not brand.has_own_tint(name)):
        is_mixed = name == key and getattr(brand.tints, name) is None
        yield _mixed if is_mixed else _fixed(brand.tint(name))
    for tint in (QUIET, PASSIVE) if key == "grey" else (QUIET,):
        yield partial(toned, tint=tint) if key == "grey" else _fixed(toned(grey, tint))


@cache
def _default_data(file: Path) -> Any:
    return read_text(file).data


def _filled(data: Mapping[str, Any], default: Mapping[str, Any]) -> dict[str, Any]:
    """The data, with what it leaves out from the default; a default tint only goes with its default colour."""
    filled = dict(data)
    following: dict[str, str] = {}
    for part in ("colours", "fonts"):
        given = data.get(part)
        if given is None or isinstance(given, Mapping):
            own = {key: value for key, value in (given or {}).items() if value is not None}
            following |= _following(own, default["colours"])
            filled[part] = default[part] | (following if part == "colours" else {}) | own
    tints = data.get("tints")
    colours = filled["colours"] if isinstance(filled["colours"], Mapping) else {}
    if tints is None or isinstance(tints, Mapping):
        known = {key: _same(colours.get(key), default["colours"][key]) for key in TINTED}
        filled["tints"] = {key: default["tints"][key] for key, is_same in known.items() if is_same} | dict(tints or {})
    return filled


def _same(colour: Any, other: str) -> bool:
    return str(colour).strip().lstrip("#").upper() == other.lstrip("#").upper()


def _following(colours: Mapping[str, Any], default: Mapping[str, str]) -> dict[str, str]:
    """The colours that follow from the organisation's own primary colour, where there is one."""
    found = HEX.fullmatch(str(colours.get("primary")).strip())
    if found is None or _same(found[1], default["primary"]) or contrast(found[1], WHITE) < MIN_CONTRAST:
        return {}  # nothing of their own, or told as what can't be read
    primary = found[1].upper()
    given = (HEX.fullmatch(str(colours.get(key) or default[key]).strip()) for key in TINTED)
    tints = [_fixed(_mixed(colour[1])) for colour in given if colour]
    grey = _readable_on(with_tone(primary, *_GREY), [partial(toned, tint=PASSIVE), *tints])
    return {
        "ink": with_tone(primary, *_INK),
        "grey": grey,
        "green": primary,
        "link": _readable_on(primary, [_fixed(WHITE), *tints, _fixed(toned(grey, QUIET))]),
    }
