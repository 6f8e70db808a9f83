"""A look as Office knows it: the colours of the theme's slots, and the fonts of headings and body."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `RRGGBB` by theme slot (`dk1`, `lt1`, `dk2`, `lt2`, `accent1` … `accent6`, `hlink`, `folHlink`)."""

    colours: Mapping[str, str] = field(default_factory=dict)
    heading_font: str | None = None
    body_font: str | None = None

    def __hash__(self) -> int:
        return hash(self.key())

    def key(self) -> str:
        """A text that two equal looks share."""
        return repr((sorted(self.colours.items()), self.heading_font, self.body_font))


def toned(colour: str, tint: str | None = None, shade: str | None = None) -> str:
    """`RRGGBB`, lightened by `tint` or darkened by `shade` (two hex digits each, FF leaves it as it is).

    The luminance of the HSL colour is scaled, as ECMA-376 part 1, 17.3.2.6 (`themeShade`, `themeTint`) has it.
    """
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    if shade:
        light *= int(shade, 16) / 255
    if tint:
        light = light * int(tint, 16) / 255 + 1 - int(tint, 16) / 255
    return "".join(f"{round(channel * 255):02X}" for channel in colorsys.hls_to_rgb(hue, light, saturation))
