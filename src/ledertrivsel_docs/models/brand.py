"""An organisation's brand: its colours, checked for contrast, its fonts and its logo."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, ValidationInfo, model_validator

from ..colours import MIN_CONTRAST, WHITE, contrast, mixed_with_white, paler, toned, with_tone
from ..errors import InputError, message
from ..reading.validation import Source, read_text, refusal, shortened, validated
from ..reading.yaml_text import Finding
from ..resources import templates_folder
from .base import Line, Model, OptionalLine
from .library import Library
from .logo import Logo
from .palette import (
    HEX,
    PASSIVE,
    QUIET,
    TINT_SHARE,
    TINTED,
    TONE_OF_GREY,
    Colours,
    Ground,
    Tints,
    as_hex,
    fixed,
    mixed,
    readable_on,
    shown,
    works,
)

_TEXTS = ("grey", "ink", "link")
_INK = (0.13, 0.3)  # how light and how saturated text is whose colour follows from the primary one

FONT_NAME = re.compile(r"\w[\w .'-]{0,59}")


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


FontName = Annotated[Line, AfterValidator(_font)]

LogoFile = Annotated[Logo | None, BeforeValidator(_logo)]
"""A logo: a png, jpg or svg file, named by its path from the brand file."""


class Fonts(Model):
    """The fonts, by the names they have in Word."""

    heading: FontName
    """Of headings and titles."""
    body: FontName
    """Of everything else."""


class Brand(Model):
    """A brand. What it leaves out is taken from `templates/brand.yaml`, or follows from its own primary colour.

    `load` takes what people write, and data: `Brand.load({"colours": {"primary": "12414F"}})`. `Brand(…)`, like any
    pydantic model, takes values with their types and raises pydantic's `ValidationError`.
    """

    name: OptionalLine = None
    """The organisation's name, which is the logo's alt text."""
    colours: Colours
    """The palette."""
    tints: Tints = Tints()
    """Pale fills of its own."""
    fonts: Fonts
    """The two fonts."""
    logo: LogoFile = None
    """The logo; in a file its path is read from the file's folder."""
    templates: OptionalLine = None
    """A folder of the organisation's own templates; in a file its path is read from the file's folder."""

    @classmethod
    def load(cls, source: Source, *, library: Library | None = None) -> Self:
        """The brand in a file or in data, checked.

        Args:
            source: a path; or a file's name and its bytes; or the data itself. Only a file that is read from disk may
                name a logo; data may hold a picture's bytes as `logo`.
            library: the content that knows the Danish names of its keys; by default what comes with the package.

        Raises:
            InputError: every problem, also each colour that text can't be read in, with the nearest that works.
        """
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
        """The brand itself, for one that is built in Python; `load` has done it.

        Raises:
            InputError: every pair of text and fill that can't be read, and a logo without a name.
        """
        if findings := list(_problems(self)):
            raise InputError([finding.problem() for finding in findings])
        return self

    def tint(self, name: str) -> str:
        """The pale fill that goes with a colour, as RRGGBB.

        Args:
            name: `primary`, `green` or a step: `prepare`, `qualify`, `concretise`.
        """
        given: str | None = getattr(self.tints, name)
        colour: str = getattr(self.colours, name)
        return given or mixed_with_white(colour, TINT_SHARE)

    def has_own_tint(self, name: str) -> bool:
        """Whether the tint is the brand's own, neither mixed from its colour nor that of the default.

        Args:
            name: as for `tint`.
        """
        given: str | None = getattr(self.tints, name)
        return given is not None and as_hex(_default_data(templates_folder() / "brand.yaml")["tints"][name]) != given

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
            what = message("Text on this tint has too little contrast: {ratio}.", ratio=shown(ratio))
            yield Finding(("tints", name), what, works(paler(tint, *texts)))
    primary = brand.colours.primary
    for key in (key for key in (*TINTED, *_TEXTS) if key == "primary" or getattr(brand.colours, key) != primary):
        colour, grounds = getattr(brand.colours, key), list(_grounds(brand, key))
        if (ratio := min(contrast(colour, ground(colour)) for ground in grounds)) < MIN_CONTRAST:
            what = message("On a pale fill this colour has too little contrast: {ratio}.", ratio=shown(ratio))
            yield Finding(("colours", key), what, works(readable_on(colour, grounds)))


def _grounds(brand: Brand, key: str) -> Iterator[Ground]:
    """The pale fills that text of a colour stands on, without tints that the brand itself gives."""
    grey = brand.colours.grey
    tinted = TINTED if key in _TEXTS else (key,)
    for name in (name for name in tinted if not brand.has_own_tint(name)):
        is_mixed = name == key and getattr(brand.tints, name) is None
        yield mixed if is_mixed else fixed(brand.tint(name))
    for tint in (QUIET, PASSIVE) if key == "grey" else (QUIET,):
        yield partial(toned, tint=tint) if key == "grey" else fixed(toned(grey, tint))


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
    tints = [fixed(mixed(colour[1])) for colour in given if colour]
    grey = readable_on(with_tone(primary, *TONE_OF_GREY), [partial(toned, tint=PASSIVE), *tints])
    return {
        "ink": with_tone(primary, *_INK),
        "grey": grey,
        "green": primary,
        "link": readable_on(primary, [fixed(WHITE), *tints, fixed(toned(grey, QUIET))]),
    }
