"""How large text on a slide is in the end, and where shapes stand, inherited as PowerPoint inherits it.

From the run to the shape's list style, to the placeholder of the layout, to that of the master, to the master's styles
for titles, text and the rest, to the presentation's defaults.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.support.decks import A, P, Slide, placeholder, shapes

_TITLES = {"title", "ctrTitle"}
_ON_MASTER = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}
_STYLES = {"title": "titleStyle", "dt": "otherStyle", "ftr": "otherStyle", "sldNum": "otherStyle"}
_DEFAULT_SIZE = 18.0
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
