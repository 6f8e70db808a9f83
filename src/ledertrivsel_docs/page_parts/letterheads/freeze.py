"""Freezing: what a letterhead draws in theme colours and theme fonts gets them plainly.

Our documents set the theme's slots to colours of their own (`look`); a letterhead must not change with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ...colours import toned
from ...engine.dialect import A, a, w
from ...engine.recolour import slots_of

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_VML = "urn:schemas-microsoft-com:vml"
# What the markup calls a slot, and what the settings call what it is mapped to.
_LONG = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
         "followedHyperlink": "folHlink"}  # fmt: skip
_MAPPED = {"text1": "t1", "tx1": "t1", "background1": "bg1", "text2": "t2", "tx2": "t2", "background2": "bg2"}
_USUAL = {"t1": "dark1", "bg1": "light1", "t2": "dark2", "bg2": "light2"}
_FONT = re.compile(r"(major|minor)(Ascii|HAnsi|EastAsia|Bidi)")
_SCRIPTS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
_PLAIN_FONTS = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
_VML_COLOURS = ("fillcolor", "strokecolor", "color", "color2")
_VML_SLOT = re.compile(r"\s*\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a file's theme by slot and by what the markup calls them, and its fonts by kind and script."""

    colours: Mapping[str, str]
    fonts: Mapping[tuple[str, str], str]

    def colour(self, name: str) -> str | None:
        """A slot's colour as RRGGBB."""
        return self.colours.get(name)

    def font(self, name: str) -> str:
        """The font that `minorHAnsi`, `majorBidi` … stand for; empty where the theme leaves it open."""
        found = _FONT.fullmatch(name)
        return self.fonts.get((found[1], _SCRIPTS[found[2]]), "") if found else ""


def palette(theme: etree._Element | None, settings: etree._Element | None = None) -> Palette:
    """What a theme holds, with the names that the settings map to its slots; nothing of it without a theme."""
    if theme is None:
        return Palette({}, {})
    slots = slots_of(theme)
    mapping = None if settings is None else settings.find(w("clrSchemeMapping"))
    colours = dict(slots) | {name: slots[slot] for name, slot in _LONG.items() if slot in slots}
    for name, key in _MAPPED.items():
        target = _USUAL[key] if mapping is None else mapping.get(w(key), _USUAL[key])
        if (slot := _LONG.get(target, target)) in slots:
            colours[name] = slots[slot]
    colours |= {
        short: colours[long] for short, long in (("bg1", "background1"), ("bg2", "background2")) if long in colours
    }
    fonts = {
        (kind, script): found.get("typeface", "")
        for kind in ("major", "minor")
        for script in ("latin", "ea", "cs")
        for found in theme.iterfind(f".//{a(f'{kind}Font')}/{a(script)}")
    }
    return Palette(colours, fonts)


def freeze(root: etree._Element, theirs: Palette) -> None:
    """Gives every theme colour and theme font of a part its plain value, in place."""
    for element in root.iter(etree.Element):
        _freeze_word_colours(element, theirs)
        if element.tag == w("rFonts"):
            _freeze_fonts(element, theirs)
        elif element.tag in (a("schemeClr"), f"{{{_W14}}}schemeClr"):
            _freeze_drawn_colour(element, theirs)
        elif element.tag in (a("latin"), a("ea"), a("cs")) and element.get("typeface", "").startswith("+"):
            kind = "major" if element.get("typeface", "").startswith("+mj") else "minor"
            element.set("typeface", theirs.fonts.get((kind, etree.QName(element).localname), ""))
        elif element.tag.startswith(f"{{{_VML}}}"):
            for name in _VML_COLOURS:  # Word follows the number of the slot behind the colour
                if name in element.attrib:
                    element.set(name, _VML_SLOT.sub("", element.get(name, "")))


def _freeze_word_colours(element: etree._Element, theirs: Palette) -> None:
    for prefix, plain in (("theme", "val" if element.tag == w("color") else "color"), ("themeFill", "fill")):
        slot = "themeColor" if prefix == "theme" else "themeFill"
        name, tint, shade = (element.attrib.pop(w(key), "") for key in (slot, f"{prefix}Tint", f"{prefix}Shade"))
        if name and (colour := theirs.colour(str(name))):
            element.set(w(plain), toned(colour, str(tint), str(shade)))


def _freeze_fonts(element: etree._Element, theirs: Palette) -> None:
    for themed, plain in _PLAIN_FONTS.items():
        name = element.attrib.pop(w(themed), "")
        if name and (font := theirs.font(str(name))):
            element.set(w(plain), font)


def _freeze_drawn_colour(element: etree._Element, theirs: Palette) -> None:
    """A drawing's colour; what makes it lighter or darker stands inside it and stays."""
    space = etree.QName(element).namespace
    key = "val" if space == A else f"{{{_W14}}}val"
    if colour := theirs.colour(element.get(key, "")):
        element.tag = f"{{{space}}}srgbClr"
        element.set(key, colour)
