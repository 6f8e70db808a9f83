"""Colours that can be read."""

from __future__ import annotations

import colorsys

from ...models.brand import MIN_CONTRAST, TINT_SHARE, WHITE, contrast, mixed_with_white

_STEP = 0.98  # of the lightness, until a colour can be read


def readable(colour: str, *, tinted: bool = False) -> str:
    """The colour, darkened as little as it takes to be read on white, and where it is `tinted` on its own tint."""
    red, green, blue = (channel / 255 for channel in bytes.fromhex(colour))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    made = colour.upper()
    while contrast(made, mixed_with_white(made, TINT_SHARE) if tinted else WHITE) < MIN_CONTRAST:
        light *= _STEP
        made = "".join(f"{round(channel * 255):02X}" for channel in colorsys.hls_to_rgb(hue, light, saturation))
    return made
