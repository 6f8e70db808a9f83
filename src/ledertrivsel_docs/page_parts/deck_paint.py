"""The colours of somebody else's slides: what theme colours stand for, made to stay, and what a text stands on."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from ..colours import MIN_CONTRAST, WHITE, contrast
from ..engine.dialect import A, P
from ..engine.shapes import box_of
from ..engine.trees import number_of
from ..models.palette import HEX
from .deck_geometry import box_from
from .deck_markup import Box

BLACK = "000000"
_PAPER = 15.0  # the contrast to black that a background has on which our own colours can be read
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "noFill")
_WHOLE = 100_000
_OPEN = "phClr"  # in a theme's fills: the colour of whatever takes the fill
_MAP = f"{{{P}}}clrMap"


@dataclass(frozen=True, slots=True)
class Palette:
    """What the names of theme colours stand for on a master or layout."""

    slots: Mapping[str, str]
    mapped: Mapping[str, str]

    @classmethod
    def of(cls, slots: Mapping[str, str], master: etree._Element, layout: etree._Element | None = None) -> Palette:
        """The palette of a master, or of a layout that may override it."""
        own = None if layout is None else layout.find(f".//{{{A}}}overrideClrMapping")
        mapping = own if own is not None else master.find(_MAP)
        return cls(slots, {} if mapping is None else {str(key): str(value) for key, value in mapping.items()})

    def named(self, name: str) -> str:
        """A theme colour as RRGGBB."""
        return self.slots.get(self.mapped.get(name, name), BLACK)

    def freeze(self, root: etree._Element) -> None:
        """Makes plain colours of the theme colours in a tree, in place: another theme doesn't change them."""
        for named in list(root.iter(f"{{{A}}}schemeClr")):
            if (name := named.get("val", "")) != _OPEN:
                named.tag = f"{{{A}}}srgbClr"
                named.set("val", self.named(name))

    def colour(self, holder: etree._Element | None) -> str | None:
        """The colour that an element such as `<a:solidFill>` holds; None where it is none, or shines through."""
        if holder is None or len(holder) == 0:
            return None
        named, kind = holder[0], etree.QName(holder[0]).localname
        plain = str(named.get("lastClr") or named.get("val", ""))
        colour = self.named(plain) if kind == "schemeClr" else plain if HEX.fullmatch(plain) else None
        if colour is None or named.find(f"{{{A}}}alpha") is not None:
            return None
        return _toned(colour.upper(), named)


def _toned(colour: str, named: etree._Element) -> str:
    red, green, blue = (channel / 255 for channel in bytes.fromhex(colour))
    for change in named:
        amount, kind = number_of(change, "val") / _WHOLE, etree.QName(change).localname
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        light = {"lumMod": light * amount, "lumOff": light + amount, "shade": light * amount}.get(kind, light)
        light = 1 - (1 - light) * amount if kind == "tint" else light
        red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in (red, green, blue))


@dataclass(frozen=True, slots=True)
class Patch:
    """Something painted: where, and in which colour, if that is a plain one."""

    box: Box
    colour: str | None


def patches(part: etree._Element, palette: Palette, page: Box) -> Iterator[Patch]:
    """What a master or layout paints by itself, the lowest first: its background, then its shapes."""
    if (background := part.find(f"{{{P}}}cSld/{{{P}}}bg")) is not None:
        yield Patch(page, _background_colour(background, palette))
    elif part.tag == f"{{{P}}}sldMaster":
        yield Patch(page, palette.named("bg1"))
    for shape in drawn(part):
        own = box_of(shape)
        if own is not None and (found := _painted(shape, palette)) is not None:
            yield Patch(box_from(own), found or None)


def drawn(part: etree._Element) -> list[etree._Element]:
    """The shapes of a master or layout that are no placeholders."""
    kinds = {f"{{{P}}}{name}" for name in ("sp", "pic", "grpSp", "graphicFrame", "cxnSp")}
    shapes = part.findall(f"{{{P}}}cSld/{{{P}}}spTree/*")
    return [shape for shape in shapes if shape.tag in kinds and shape.find(f"./*/{{{P}}}nvPr/{{{P}}}ph") is None]


def _background_colour(background: etree._Element, palette: Palette) -> str | None:
    if (reference := background.find(f"{{{P}}}bgRef")) is not None:
        return palette.colour(reference)
    fill = background.find(f"{{{P}}}bgPr")
    return None if fill is None else _fill_colour(fill, palette)


def _painted(shape: etree._Element, palette: Palette) -> str | None:
    """The colour of a shape, empty where it isn't a plain one; None where it paints nothing."""
    if shape.tag != f"{{{P}}}sp":
        return "" if shape.tag == f"{{{P}}}pic" else None
    properties = shape.find(f"{{{P}}}spPr")
    fill = None if properties is None else next((own for own in properties if _is_fill(own)), None)
    if fill is None:
        reference = shape.find(f"{{{P}}}style/{{{A}}}fillRef")
        return None if reference is None or reference.get("idx") == "0" else palette.colour(reference) or ""
    if fill.tag == f"{{{A}}}noFill" or properties is None:
        return None
    return _fill_colour(properties, palette) or ""


def _is_fill(element: etree._Element) -> bool:
    return etree.QName(element).localname in _FILLS


def _fill_colour(holder: etree._Element, palette: Palette) -> str | None:
    if (solid := holder.find(f"{{{A}}}solidFill")) is not None:
        return palette.colour(solid)
    stops = holder.findall(f"{{{A}}}gradFill/{{{A}}}gsLst/{{{A}}}gs")
    colours = [colour for stop in stops if (colour := palette.colour(stop))]
    if not colours:
        return None
    return min(colours, key=lambda colour: contrast(colour, BLACK))  # text has to be read on the darkest of them too


def ground(layers: Sequence[Patch], box: Box) -> str | None:
    """The colour that the middle of a box stands on; None where that is a picture or the like."""
    across, down = box.left + box.width / 2, box.top + box.height / 2
    held = (
        patch
        for patch in reversed(layers)
        if patch.box.left <= across <= patch.box.right and patch.box.top <= down <= patch.box.bottom
    )
    below = next(held, None)
    return WHITE if below is None else below.colour


def is_light(colour: str) -> bool:
    """Whether our own colours can be read on a background."""
    return contrast(colour, BLACK) >= _PAPER


def readable(wanted: str, on: str | None) -> str:
    """A colour for text: the one that is wanted where it can be read there, else white or black."""
    if on is None or contrast(wanted, on) >= MIN_CONTRAST:
        return wanted
    return max((WHITE, BLACK), key=lambda colour: contrast(colour, on))
