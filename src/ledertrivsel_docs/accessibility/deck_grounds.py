"""What a text on a slide stands on: the shape's own fill, that of what lies below it, or the background."""

from __future__ import annotations

from lxml import etree

from ..engine.dialect import a, p
from .colours import fill_colour
from .deck_shapes import Box, Drawn, Scene, box, is_hidden, placeholder, shapes
from .opening import elements, number

_FILLS = frozenset(map(a, ("solidFill", "gradFill", "pattFill", "blipFill", "grpFill")))
_FIRST_GROUND = 1001  # where the theme's fills for backgrounds begin


def own_fill(properties: etree._Element, scene: Scene) -> tuple[bool, str | None]:
    """Whether properties say how something is filled, and the colour of it; none for a hole or one not known."""
    for fill in elements(properties):
        if fill.tag == a("solidFill"):
            return True, fill_colour(fill, scene.theme)
        if fill.tag in _FILLS:
            return True, None
    return False, None


def ground_of(scene: Scene, shape: Drawn, holders: list[etree._Element]) -> str | None:
    """The colour below a shape's text; None where it can't be known."""
    for holder in holders:
        is_said, colour = _filled(scene, holder)
        if is_said:
            return colour
        if _is_hollow(holder):
            break
    return _below(scene, shape)


def _is_hollow(holder: etree._Element) -> bool:
    return holder.find(f"{p('spPr')}/{a('noFill')}") is not None


def _filled(scene: Scene, shape: etree._Element) -> tuple[bool, str | None]:
    """Whether a shape paints what it covers, and with what colour."""
    if shape.tag in (p("pic"), p("graphicFrame"), p("contentPart")):
        return True, None
    properties = shape.find(p("spPr"))
    if properties is None:
        return False, None
    is_said, colour = own_fill(properties, scene)
    if is_said or properties.find(a("noFill")) is not None:
        return is_said, colour
    return _by_style(scene, shape)


def _by_style(scene: Scene, shape: etree._Element) -> tuple[bool, str | None]:
    """The fill that the theme has for a shape of that style."""
    reference = shape.find(f"{p('style')}/{a('fillRef')}")
    at = int(number(reference.get("idx"))) if reference is not None else 0
    if reference is None or at == 0 or shape.tag == p("cxnSp"):
        return False, None
    solid = scene.theme.solid_fills
    return True, fill_colour(reference, scene.theme) if 0 < at <= len(solid) and solid[at - 1] else None


def _below(scene: Scene, shape: Drawn) -> str | None:
    """The fill of the topmost shape that a text lies on; a shape that covers a part of it makes it unknown."""
    own = box(scene, shape)
    if own is None:
        return None
    for other in reversed(_painted_before(scene, shape)):
        if is_hidden(other.element):
            continue
        is_said, colour = _filled(scene, other.element)
        place = box(scene, other) if is_said else None
        if not is_said or (place is not None and not _touches(place, own)):
            continue
        return colour if place is not None and _covers(place, own) and _is_plain(other.element) else None
    return _background(scene)


def _painted_before(scene: Scene, shape: Drawn) -> list[Drawn]:
    """The shapes that are painted before one, on its own page and on those below it: layout and master."""
    painted: list[Drawn] = []
    for page, above in ((scene.master, scene.layout), (scene.layout, scene.slide), (scene.slide, None)):
        every = shapes(page)
        at = next((at for at, other in enumerate(every) if other.element is shape.element), None)
        if at is not None:
            return [*painted, *every[:at]]
        painted += [other for other in every if placeholder(other.element) is None]
        if above is not None and above.get("showMasterSp") in ("0", "false"):
            painted = []
    return []


def _is_plain(shape: etree._Element) -> bool:
    """Whether a shape fills its whole box."""
    form = shape.find(f"{p('spPr')}/{a('prstGeom')}")
    return form is None or form.get("prst") in ("rect", "roundRect", "round1Rect", "round2SameRect", "snip1Rect")


def _touches(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _covers(one: Box, other: Box) -> bool:
    slack = 0.02 * (other[3] - other[1])
    return (
        one[0] <= other[0] + slack
        and one[1] <= other[1] + slack
        and one[2] >= other[2] - slack
        and one[3] >= other[3] - slack
    )


def _background(scene: Scene) -> str | None:
    for tree in (scene.slide, scene.layout, scene.master):
        for found in tree.iterfind(f"{p('cSld')}/{p('bg')}"):
            for properties in found.iterfind(p("bgPr")):
                return own_fill(properties, scene)[1]
            for reference in found.iterfind(p("bgRef")):
                at, solid = int(number(reference.get("idx"))) - _FIRST_GROUND, scene.theme.solid_grounds
                return fill_colour(reference, scene.theme) if 0 <= at < len(solid) and solid[at] else None
    return scene.theme.slot("bg1")
