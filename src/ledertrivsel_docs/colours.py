"""Colours as `RRGGBB`: how well one is read on another, its tints and shades, and the nearest that can be read."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from typing import Final

WHITE: Final = "FFFFFF"
MIN_CONTRAST: Final = 4.5
"""What WCAG 2.1 (1.4.3) asks of text of ordinary size."""

_STEPS = 1000  # of lightness between black and white: finer than a colour's own 255


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG 2, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colours: Iterable[str], ground: str) -> float:
    """The contrast of the one that is read worst on a ground."""
    return min(contrast(colour, ground) for colour in colours)


def readable(colour: str, *grounds: str) -> str:
    """The colour of that hue which is nearest to it and can be read on all of these light grounds.

    That is the colour itself, or the first darker one whose contrast is enough.
    """
    hue, light, saturation = _hls(colour)
    darker = (_of_hls(hue, light * step / _STEPS, saturation) for step in range(_STEPS, 0, -1))
    return next((one for one in (colour, *darker) if _is_read(one, grounds)), "000000")


def paler(tint: str, *texts: str) -> str:
    """The tint of that hue which is nearest to it and on which all of these dark texts can be read."""
    hue, light, saturation = _hls(tint)
    lighter = (_of_hls(hue, light + (1 - light) * step / _STEPS, saturation) for step in range(_STEPS + 1))
    return next((one for one in (tint, *lighter) if least_contrast(texts, one) >= MIN_CONTRAST), WHITE)


def _is_read(colour: str, grounds: Iterable[str]) -> bool:
    return all(contrast(colour, ground) >= MIN_CONTRAST for ground in grounds)


def mixed_with_white(colour: str, share: float) -> str:
    """A tint: so large a share of the colour, the rest white."""
    return "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in bytes.fromhex(colour))


def toned(colour: str, tint: str | None = None, shade: str | None = None) -> str:
    """The colour, lightened by `tint` or darkened by `shade` (two hex digits each, FF leaves it as it is).

    The luminance of the HSL colour is scaled, as ECMA-376 part 1, 17.3.2.6 (`themeShade`, `themeTint`) has it.
    """
    hue, light, saturation = _hls(colour)
    if shade:
        light *= int(shade, 16) / 255
    if tint:
        light = light * int(tint, 16) / 255 + 1 - int(tint, 16) / 255
    return _of_hls(hue, light, saturation)


def with_tone(colour: str, light: float, saturation: float) -> str:
    """A colour of that hue, as light (0–1) as asked for, and no more saturated (0–1)."""
    hue, _, own = _hls(colour)
    return _of_hls(hue, light, min(own, saturation))


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (channel / 255 for channel in bytes.fromhex(colour))
    return colorsys.rgb_to_hls(red, green, blue)


def _of_hls(hue: float, light: float, saturation: float) -> str:
    return "".join(f"{round(channel * 255):02X}" for channel in colorsys.hls_to_rgb(hue, light, saturation))


def _luminance(colour: str) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, bytes.fromhex(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
