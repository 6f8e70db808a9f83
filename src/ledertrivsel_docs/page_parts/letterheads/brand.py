"""The brand that an organisation's own file tells of: colours and fonts for a `brand.yaml`, where there is none yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from ...colours import MIN_CONTRAST, WHITE, contrast
from ...engine.dialect import w
from ...engine.opening import Opened, kinds_of, open_template, parsed
from ...models.base import Step
from ...models.brand import FONT_NAME
from ...models.palette import as_text_colour
from .freeze import Palette, palette
from .looks import their_looks
from .styles import use_our_ids

_GREY = 0.2  # colours of less saturation are greys
_APART = 60  # in the three channels together, from which on two colours are told apart
_PLACES = ("dk2", *(f"accent{number}" for number in range(1, 7)))
_DARKER = (0.75, 0.55, 0.4)  # of the one colour there is, where a theme has no others


def brand_of(data: bytes, name: str) -> dict[str, dict[str, str]]:
    """The colours and fonts in the theme of a Word or PowerPoint file, as a `brand.yaml` has them.

    Every colour can be read as text. What the theme doesn't tell is left out; without a theme
    that is everything. `name` is what messages call the file.

    Raises:
        TemplateError: not a Word or PowerPoint file, or a damaged one.
    """
    opened = open_template(data, name)
    theirs = palette(_related(opened, "theme"))
    found: dict[str, dict[str, str]] = {}
    if colours := _colours(theirs):
        found["colours"] = {key: f"#{colour}" for key, colour in colours.items()}
    fonts = {"heading": theirs.font("majorHAnsi"), "body": theirs.font("minorHAnsi")}
    fonts |= _written_in(_related(opened, "styles"), theirs)
    if fonts := {kind: font for kind, font in fonts.items() if FONT_NAME.fullmatch(font)}:
        found["fonts"] = fonts
    return found


def _related(opened: Opened, kind: str) -> etree._Element | None:
    """The theme or the styles of a file, where it has them."""
    for main in kinds_of(opened.types):
        if main.endswith(("document.xml", "presentation.xml")):
            for path in opened.related(main, kind):
                if path in opened.members:
                    return parsed(opened.members[path], opened.name)
    return None


def _written_in(styles: etree._Element | None, theirs: Palette) -> dict[str, str]:
    """The fonts that the styles of a Word file name, which needn't be those of its theme."""
    if styles is None:
        return {}
    use_our_ids(styles, [])
    letters = their_looks(styles).letters
    found = {"heading": letters.get("Heading1", {}).get("rFonts"), "body": letters.get("Normal", {}).get("rFonts")}
    named = {
        kind: fonts.get(w("ascii")) or theirs.font(fonts.get(w("asciiTheme"), ""))
        for kind, fonts in found.items()
        if fonts is not None
    }
    return {kind: font for kind, font in named.items() if font}


def _colours(theirs: Palette) -> Mapping[str, str]:
    """The primary colour and those of the steps, as far apart as the theme has them."""
    slots = [colour for place in _PLACES if (colour := theirs.colour(place))]
    if not slots:
        return {}
    dark = theirs.colour("dk2") or WHITE
    coloured = [as_text_colour(colour) for colour in slots if _saturation(colour) >= _GREY]
    chosen = list(_apart(coloured or [as_text_colour(slots[0])]))
    has_dark = contrast(dark, WHITE) >= MIN_CONTRAST and any(bytes.fromhex(dark))
    primary = as_text_colour(dark) if has_dark else chosen[0]
    others = [colour for colour in chosen if colour != primary]
    steps = others if len(others) >= len(Step) else chosen
    steps += [_darker(chosen[0], share) for share in _DARKER[: len(Step) - len(steps)]]
    return {"primary": primary, **{step.value: colour for step, colour in zip(Step, steps, strict=False)}}


def _apart(colours: list[str]) -> Iterator[str]:
    seen: list[str] = []
    for colour in colours:
        if all(_distance(colour, other) >= _APART for other in seen):
            seen.append(colour)
            yield colour


def _distance(one: str, other: str) -> int:
    return sum(abs(a - b) for a, b in zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))


def _saturation(colour: str) -> float:
    """How far a colour is from grey, from 0 to 1."""
    channels = bytes.fromhex(colour)
    largest = max(channels)
    return (largest - min(channels)) / largest if largest else 0.0


def _darker(colour: str, share: float) -> str:
    return "".join(f"{round(channel * share):02X}" for channel in bytes.fromhex(colour))
