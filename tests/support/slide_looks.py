"""How text on a slide looks in the end: size, colour and what it stands on, inherited as PowerPoint inherits it.

From the run to the shape's list style, to the placeholder of the layout, to that of the master, to the master's styles
for titles, text and the rest, to the presentation's defaults.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterator

from lxml import etree

from tests.support.decks import A, P, Slide, placeholder, shapes

_TITLES = {"title", "ctrTitle"}
_ON_MASTER = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
_STYLES = {"title": "titleStyle", "dt": "otherStyle", "ftr": "otherStyle", "sldNum": "otherStyle"}
_DEFAULT_SIZE, _DEFAULT_COLOUR = 18.0, "tx1"
_WHOLE = 100_000  # DrawingML writes percentages in thousandths


def lineage(slide: Slide, shape: etree._Element) -> list[etree._Element]:
    """A shape, then the placeholders of layout and master that it inherits from."""
    kind = placeholder(shape)
    if kind is None:
        return [shape]
    above = _placeholder(slide.layout, kind, by_number=True)
    kept = placeholder(above) if above is not None else None
    type_ = (kept or kind)[0]
    top = _placeholder(slide.master, (_ON_MASTER.get(type_, type_), ""), by_number=False)
    return [found for found in (shape, above, top) if found is not None]


def _placeholder(tree: etree._Element, kind: tuple[str, str], *, by_number: bool) -> etree._Element | None:
    known = [(shape, found) for shape in shapes(tree) if (found := placeholder(shape))]
    if kind[0] in _TITLES:
        return next((shape for shape, (type_, _) in known if type_ in _TITLES), None)
    if by_number and (same := next((shape for shape, (_, number) in known if number == kind[1]), None)) is not None:
        return same
    return next((shape for shape, (type_, _) in known if type_ == kind[0]), None)


def size(slide: Slide, shape: etree._Element, paragraph: etree._Element, run: etree._Element) -> float:
    """The size of a run in points, as shown."""
    chain = _properties(slide, shape, paragraph, run)
    own = next((int(found.get("sz", "")) / 100 for found in chain if found.get("sz")), _DEFAULT_SIZE)
    fitted = shape.find(f".//{A}bodyPr/{A}normAutofit")
    return own * (int(fitted.get("fontScale", _WHOLE)) / _WHOLE if fitted is not None else 1)


def ink(slide: Slide, shape: etree._Element, paragraph: etree._Element, run: etree._Element) -> str | None:
    """The colour of a run as `RRGGBB`; None where it isn't a plain theme colour."""
    for found in _properties(slide, shape, paragraph, run):
        if (fill := found.find(f"{A}solidFill")) is not None:
            return _scheme_colour(slide, fill)
    return _slot_colour(slide, _DEFAULT_COLOUR)


def _properties(
    slide: Slide, shape: etree._Element, paragraph: etree._Element, run: etree._Element
) -> Iterator[etree._Element]:
    """All properties that a run's look may come from, the nearest first."""
    own = run.find(f"{A}rPr")
    if own is not None:
        yield own
    before = paragraph.find(f"{A}pPr")
    level = f"{A}lvl{int(before.get('lvl', '0')) + 1 if before is not None else 1}pPr/{A}defRPr"
    body = paragraph.getparent()
    holders = [body] if body is not None and shape.tag == f"{P}graphicFrame" else lineage(slide, shape)
    for holder in holders:
        yield from holder.iterfind(f".//{A}lstStyle/{level}" if holder is not body else f"{A}lstStyle/{level}")
    kind = placeholder(lineage(slide, shape)[-1])
    if kind is not None:
        style = _STYLES.get(_ON_MASTER.get(kind[0], kind[0]), "bodyStyle")
        yield from slide.master.iterfind(f"{P}txStyles/{P}{style}/{level}")
    else:
        yield from slide.presentation.iterfind(f"{P}defaultTextStyle/{level}")


def ground(slide: Slide, shape: etree._Element, paragraph: etree._Element) -> str | None:
    """The colour that a text stands on: its cell's, its shape's, that of what lies below it, or the background's.

    None where that isn't a plain theme colour.
    """
    if shape.tag == f"{P}graphicFrame":
        fill = next(
            (f for cell in paragraph.iterancestors(f"{A}tc") for f in cell.iterfind(f"{A}tcPr/{A}solidFill")), None
        )
        if fill is not None:
            return _scheme_colour(slide, fill)
        if next(shape.iter(f"{A}tableStyleId"), None) is not None:
            return None  # what a table style paints isn't read here
    for holder in lineage(slide, shape):
        own = holder.find(f"{P}spPr")
        if own is not None and (fill := own.find(f"{A}solidFill")) is not None:
            return _scheme_colour(slide, fill)
        if own is not None and own.find(f"{A}noFill") is not None:
            break
    fill = _below(slide, shape)
    if fill is not None:
        return _scheme_colour(slide, fill)
    return _background(slide)


def _below(slide: Slide, shape: etree._Element) -> etree._Element | None:
    """The fill of the topmost shape under the middle of a text."""
    own = box(slide, shape)
    if own is None:
        return None
    middle = (own[0] + own[2] / 2, own[1] + own[3] / 2)
    painted = [
        *(_fixed(slide.master) if slide.layout.get("showMasterSp") != "0" else ()),
        *_fixed(slide.layout),
        *(other for other in _before(slide.tree, shape)),
    ]
    for other in reversed(painted):
        fill: etree._Element | None = other.find(f"{P}spPr/{A}solidFill")
        place = box(slide, other)
        if fill is not None and place is not None and _holds(place, middle):
            return fill
    return None


def _fixed(tree: etree._Element) -> list[etree._Element]:
    return [shape for shape in shapes(tree) if placeholder(shape) is None]


def _before(tree: etree._Element, shape: etree._Element) -> list[etree._Element]:
    every = list(shapes(tree))
    return every[: every.index(shape)] if shape in every else []


def _holds(place: tuple[int, int, int, int], point: tuple[float, float]) -> bool:
    return place[0] <= point[0] <= place[0] + place[2] and place[1] <= point[1] <= place[1] + place[3]


def place_of(slide: Slide, shape: etree._Element) -> etree._Element | None:
    """The `xfrm` that says where a shape stands."""
    for holder in lineage(slide, shape):
        for found in (*holder.iterfind(f"{P}spPr/{A}xfrm"), *holder.iterfind(f"{P}xfrm")):
            if found.find(f"{A}off") is not None and found.find(f"{A}ext") is not None:
                return found
    return None


def box(slide: Slide, shape: etree._Element) -> tuple[int, int, int, int] | None:
    """Left, top, width and height of a shape, before it is turned."""
    place = place_of(slide, shape)
    if place is None:
        return None
    names = {"off": "xy", "ext": ("cx", "cy")}
    left, top, width, height = (int(place.find(f"{A}{e}").get(n, "0")) for e in names for n in names[e])  # type: ignore[union-attr]
    return left, top, width, height


def _background(slide: Slide) -> str | None:
    for tree in (slide.tree, slide.layout, slide.master):
        ground = tree.find(f"{P}cSld/{P}bg")
        if ground is not None:
            own = ground.find(f"{P}bgPr/{A}solidFill")
            held = own if own is not None else ground.find(f"{P}bgRef")
            return _scheme_colour(slide, held) if held is not None else None
    return _slot_colour(slide, "bg1")


def _scheme_colour(slide: Slide, holder: etree._Element) -> str | None:
    named = holder.find(f"{A}schemeClr")
    if named is None or named.find(f"{A}alpha") is not None:
        return None
    colour = _slot_colour(slide, named.get("val", ""))
    return _changed(colour, named) if colour else None


def _slot_colour(slide: Slide, slot: str) -> str | None:
    mapping = slide.master.find(f"{P}clrMap")
    for tree in (slide.layout, slide.tree):
        other = tree.find(f"{P}clrMapOvr/{A}overrideClrMapping")
        mapping = other if other is not None else mapping
    name = mapping.get(slot, slot) if mapping is not None else slot
    held = slide.theme.find(f".//{A}clrScheme/{A}{name}")
    if held is None or not len(held):
        return None
    return held[0].get("lastClr") or held[0].get("val")


def _changed(colour: str, named: etree._Element) -> str:
    """A colour after the changes of brightness below its name, in their order."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    for change in named:
        amount = int(change.get("val", "0")) / _WHOLE
        kind = etree.QName(change).localname
        hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
        light = {"lumMod": light * amount, "lumOff": light + amount, "shade": light * amount}.get(kind, light)
        light = 1 - (1 - light) * amount if kind == "tint" else light
        red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(channel * 255):02X}" for channel in (red, green, blue))
