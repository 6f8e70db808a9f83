"""Colours as a file means them: by the theme's slots, lightened and darkened, down to `RRGGBB`."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from ..colours import toned
from ..engine.dialect import a, w
from ..engine.recolour import slots_of
from .opening import elements, number

AUTO = "auto"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_WHOLE = 100_000  # DrawingML writes percentages in thousandths
_ALIASES = {
    "text1": "tx1", "dark1": "dk1", "background1": "bg1", "light1": "lt1", "text2": "tx2", "dark2": "dk2",
    "background2": "bg2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
# Word's sixteen marker colours, as shares of red, green and blue in halves.
_MARKERS = {
    "black": (0, 0, 0), "blue": (0, 0, 2), "cyan": (0, 2, 2), "green": (0, 2, 0), "magenta": (2, 0, 2),
    "red": (2, 0, 0), "yellow": (2, 2, 0), "white": (2, 2, 2), "darkBlue": (0, 0, 1), "darkCyan": (0, 1, 1),
    "darkGreen": (0, 1, 0), "darkMagenta": (1, 0, 1), "darkRed": (1, 0, 0), "darkYellow": (1, 1, 0),
    "darkGray": (1, 1, 1), "lightGray": (1.5, 1.5, 1.5),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme by slot, and which slot stands for what is called text and background."""

    slots: Mapping[str, str] = field(default_factory=dict)
    mapping: Mapping[str, str] = field(default_factory=dict)
    solid_fills: tuple[bool, ...] = ()
    solid_grounds: tuple[bool, ...] = ()

    def slot(self, name: str) -> str | None:
        """The colour that a name stands for."""
        name = _ALIASES.get(name, name)
        name = self.mapping.get(name, _MAPPED.get(name, name))
        return self.slots.get(_ALIASES.get(name, name))


def palette(theme: etree._Element | None, mapping: Mapping[str, str]) -> Palette:
    """What a theme part says."""
    if theme is None:
        return Palette(mapping=mapping)
    fills, grounds = (
        tuple(fill.tag == a("solidFill") for fills in theme.iter(a(kind)) for fill in elements(fills))
        for kind in ("fillStyleLst", "bgFillStyleLst")
    )
    return Palette(slots_of(theme), mapping, fills, grounds)


def word_colour(found: etree._Element, plain: str, slot: str, theme: Palette) -> str | None:
    """A colour of Word: the theme's where it names one, else the one written; `auto`; None for nothing.

    `plain` is the attribute that writes it, `slot` how those begin that name one of the theme's.
    """
    named = found.get(w("themeColor" if slot == "theme" else slot))
    if named and (colour := theme.slot(named)):
        return toned(colour, _byte(found.get(w(f"{slot}Tint"))), _byte(found.get(w(f"{slot}Shade"))))
    written = found.get(w(plain), "")
    if _HEX.fullmatch(written):
        return written.upper()
    return AUTO if written == AUTO else None


def marker(name: str) -> str | None:
    """The colour of Word's marker pen."""
    if name not in _MARKERS:
        return None
    return "".join(f"{min(round(share * 128), 255):02X}" for share in _MARKERS[name])


def fill_colour(holder: etree._Element, theme: Palette, standing_for: str | None = None) -> str | None:
    """The colour in a solid fill, or in what else names one; `standing_for` is what `phClr` means there."""
    named = next(elements(holder), None)
    if named is None or named.find(a("alpha")) is not None:
        return None
    value = named.get("lastClr") or named.get("val") or ""
    if named.tag == a("schemeClr"):
        found = standing_for if value == "phClr" else theme.slot(value)
        return _changed(found, named) if found else None
    if named.tag in (a("srgbClr"), a("sysClr")) and _HEX.fullmatch(value):
        return _changed(value.upper(), named)
    return None


def _byte(text: str | None) -> str | None:
    return text if text and re.fullmatch(r"[0-9A-Fa-f]{1,2}", text) else None


def _changed(colour: str, named: etree._Element) -> str | None:
    """A colour after the changes below its name, in their order; None for a change that isn't known here."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    for change in elements(named):
        kind, amount = etree.QName(change).localname, number(change.get("val")) / _WHOLE
        hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
        if kind == "satMod":
            strength = min(strength * amount, 1)
        elif kind in ("lumMod", "shade"):
            light *= amount
        elif kind == "lumOff":
            light += amount
        elif kind == "tint":
            light = 1 - (1 - light) * amount
        else:
            return None
        red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), strength)
    return "".join(f"{round(channel * 255):02X}" for channel in (red, green, blue))
