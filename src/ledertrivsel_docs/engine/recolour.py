"""Sets a look in a template's parts: the theme part itself, and the plain colours that stand beside theme colours.

Word draws by the theme reference, LibreOffice by the colour written beside it; so both are set.
"""

from __future__ import annotations

import re

from lxml import etree

from ..colours import toned
from .dialect import A, w
from .theme import Theme

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_NO_SCHEME = etree.Element("none")
_ALIASES = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1", "text2": "dk2", "dark2": "dk2",
    "background2": "lt2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


def recolour(root: etree._Element, theme: Theme) -> None:
    """Sets a look in one part, in place."""
    if root.tag == f"{{{A}}}theme":
        _set_theme(root, theme)
    else:
        _set_fallbacks(root, theme)


def slots_of(theme: etree._Element) -> dict[str, str]:
    """The colours of a theme part by slot (`dk1` … `folHlink`), as RRGGBB; what isn't plain is left out."""
    found: dict[str, str] = {}
    scheme = next(theme.iter(f"{{{A}}}clrScheme"), _NO_SCHEME)
    for holder in scheme.iterchildren("*"):
        named = next(holder.iterchildren("*"), _NO_SCHEME)
        colour = named.get("lastClr") or named.get("val") or ""
        if _HEX.fullmatch(colour):
            found[etree.QName(holder).localname] = colour.upper()
    return found


def _set_theme(root: etree._Element, theme: Theme) -> None:
    for slot, colour in theme.colours.items():
        for holder in root.iter(f"{{{A}}}{slot}"):
            for old in list(holder):
                holder.remove(old)
            etree.SubElement(holder, f"{{{A}}}srgbClr", val=colour)
    for kind, font in (("majorFont", theme.heading_font), ("minorFont", theme.body_font)):
        for latin in root.iterfind(f".//{{{A}}}{kind}/{{{A}}}latin"):
            if font:
                latin.attrib.clear()
                latin.set("typeface", font)


def _set_fallbacks(root: etree._Element, theme: Theme) -> None:
    for element in root.iter(etree.Element):
        if w("themeColor") in element.attrib:  # a text colour has it in `val`, a border or a shading in `color`
            plain = w("color") if w("color") in element.attrib else w("val")
            _set(element, plain, "theme", element.get(w("themeColor"), ""), theme)
        if w("themeFill") in element.attrib:
            _set(element, w("fill"), "themeFill", element.get(w("themeFill"), ""), theme)


def _set(element: etree._Element, plain: str, prefix: str, slot: str, theme: Theme) -> None:
    if colour := theme.colours.get(_ALIASES.get(slot, slot)):
        element.set(plain, toned(colour, element.get(w(f"{prefix}Tint")), element.get(w(f"{prefix}Shade"))))
