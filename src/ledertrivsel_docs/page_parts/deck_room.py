"""How much room somebody else's slide master leaves for text: between its logos, bands and rules, above its footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from ..engine.dialect import P
from ..engine.shapes import box_of
from .deck_geometry import Axis, Geometry, box_from, edges
from .deck_looks import ABOVE_UNTIL, KICKER, LEAD, LEFT, MAP, PARKING, RIGHT, TITLE, UNTIL, WAY
from .deck_markup import Box
from .deck_paint import drawn

WAY_WIDTH = 36.0  # of a label of the wayfinding, in whatever font they have
_GAP, _EDGE = 2.5, 6.0  # millimetres: from what stands there already, from the edge of the page
_LINE = 9.5  # from the top of a slide to its title: the line with kicker and wayfinding
_TITLE = 26.0  # two lines of a title
_FOOT, _NARROW_FOOT, _NARROW = 7.0, 11.0, 270.0  # the height of footer and number; where a footer needs two lines
_BESIDE_WAY = 150.0  # a title needs so much to stand beside the wayfinding
_KICKER, _MAP_TITLE = 60.0, 15.5  # the least width of a kicker, the height of a line of the map's title
_GROUND = 0.6  # what covers so much of the page is something that text stands on
_ROOM = 0.57  # of the page is what our slides need
_LEAST = 0.55  # of the room must be left when it goes out of the way
_INSIDE = 2.0  # millimetres between a bar and its title
_HEAD = 0.32  # of the room: a logo there leaves the text below it alone


@dataclass(frozen=True, slots=True)
class Room:
    """Where things stand on a master: `head` is what they have to keep clear of at its top."""

    page: Box
    safe: Box
    head: tuple[Box, ...]
    way: Box
    footer: Box
    number: Box
    geometry: Geometry
    bar: Box | None = None
    """Where a title stands that has a bar of its own across the top; what else is at the head stands below it."""
    is_crowded: bool = False
    """Whether something of theirs stands where the text has to."""

    def clear(self, box: Box) -> Box:
        """A box at the top of a slide, made narrower so that it keeps clear of logo and wayfinding."""
        for other in (*self.head, self.way):
            if not box.overlaps(other.grown(_GAP)):
                continue
            left, right = other.right + _GAP, other.left - _GAP
            if right - box.left >= box.right - left:
                box = replace(box, width=max(right - box.left, 1))
            else:
                box = replace(box, left=left, width=max(box.right - left, 1))
        return box


def room_on(master: etree._Element, page: Box) -> Room:
    """The room on a master."""
    footer, number = _small_print(master)
    around = [box_from(own) for shape in drawn(master) if (own := box_of(shape)) is not None]
    around += [box for box in (footer, number) if box is not None]
    asked, bar = _asked_for(master, page), _bar(master, page)
    if bar is not None:
        asked = replace(asked, top=bar.bottom + 2 * _GAP, height=asked.bottom - bar.bottom - 2 * _GAP)
    safe, head, rule, is_crowded = _kept_clear(asked, around, page)
    if is_crowded or not _is_enough(safe, page):
        top = _EDGE if bar is None else asked.top
        whole = Box(_EDGE * 2, top, page.width - _EDGE * 4, page.height - _EDGE * 2 - top)
        safe, rule, is_crowded = asked if _is_enough(asked, page) else whole, None, True
        head = tuple(box for box in head if box.overlaps(safe))
    if bar is not None:
        head += tuple(box for box in around if box.overlaps(bar) and box.width < page.width / 2)
    height = _NARROW_FOOT if safe.width < _NARROW else _FOOT
    if footer is None and number is None and safe.bottom + _GAP + height > page.height - 2:
        safe = replace(safe, height=page.height - 2 - height - _GAP - safe.top)
    foot = safe.bottom + _GAP
    number = number or Box(safe.right - 30, foot, 30, height)
    footer = footer or Box(safe.left, foot, safe.width - 34, height)
    way = _wayfinding(safe, head)
    return Room(page, safe, head, way, footer, number, _geometry(safe, head, rule, way, bar), bar, is_crowded)


def placeholder(part: etree._Element, *kinds: str) -> tuple[etree._Element, Box | None] | None:
    """The first placeholder of one of these types on a master or layout, and where it stands if it says so."""
    for shape in part.iter(f"{{{P}}}sp"):
        for holder in shape.iter(f"{{{P}}}ph"):
            if holder.get("type", "obj") in kinds:
                own = box_of(shape)
                return shape, None if own is None else box_from(own)
    return None


def _box(part: etree._Element, kind: str) -> Box | None:
    found = placeholder(part, kind)
    return None if found is None else found[1]


def _small_print(master: etree._Element) -> tuple[Box | None, Box | None]:
    """Where footer and number stand; the footer also takes the place of the date, which our slides don't have."""
    footer, number, date = (_box(master, kind) for kind in ("ftr", "sldNum", "dt"))
    if (
        footer
        and date
        and abs(footer.top - date.top) < 2
        and (number is None or number.left > max(footer.left, date.left))
    ):
        left = min(footer.left, date.left)
        footer = replace(footer, left=left, width=max(footer.right, date.right) - left)
    return footer, number


def _asked_for(master: etree._Element, page: Box) -> Box:
    """What the master's placeholders for title and text take together."""
    boxes = [box for kind in ("title", "body") if (box := _box(master, kind)) is not None]
    edge = Box(_EDGE, _EDGE, page.width - 2 * _EDGE, page.height - 2 * _EDGE)
    if not boxes:
        boxes = [Box(page.width * 0.055, page.height * 0.05, page.width * 0.89, page.height * 0.85)]
    left, top = max(min(box.left for box in boxes), edge.left), max(min(box.top for box in boxes), edge.top)
    right = min(max(box.right for box in boxes), edge.right)
    bottom = min(max(box.bottom for box in boxes), edge.bottom)
    return Box(left, top, max(right - left, page.width / 2), max(bottom - top, page.height / 2))


def _bar(master: etree._Element, page: Box) -> Box | None:
    """The room for a title in a bar across the top that the master has for it."""
    title = _box(master, "title")
    for shape in drawn(master) if title is not None else ():
        own = box_of(shape)
        bar = None if own is None else box_from(own)
        if title is None or bar is None or shape.tag == f"{{{P}}}cxnSp":
            continue
        middle, top = title.top + title.height / 2, max(bar.top + _INSIDE, 2 * _INSIDE)
        is_across = bar.width >= _GROUND * page.width and bar.height <= _HEAD * page.height
        if is_across and bar.top <= middle <= bar.bottom <= page.height / 2 and bar.bottom - top >= _LINE + _INSIDE * 3:
            left = max(title.left, _EDGE)
            return Box(left, top, min(title.right, page.width - _EDGE) - left, bar.bottom - _INSIDE - top)
    return None


def _is_enough(room: Box, page: Box) -> bool:
    """Whether our slides have room: a title, what leads in, some text, and until when."""
    return room.height >= _ROOM * page.height and room.width >= _ROOM * page.width


def _kept_clear(safe: Box, around: Sequence[Box], page: Box) -> tuple[Box, tuple[Box, ...], Box | None, bool]:
    """The room without what stands in it already; what stands beside the title; a rule across, below the title.

    Last, whether something stands in it that it can't be kept clear of.
    """
    head: list[Box] = []
    rule, is_crowded = None, False
    for box in around:
        grown = box.grown(_GAP)
        if not safe.overlaps(grown) or box.width * box.height >= _GROUND * page.width * page.height:
            continue
        across, down = box.width >= safe.width / 2, box.height >= safe.height / 2
        high = box.bottom <= safe.top + _HEAD * safe.height
        if high and not across:
            head.append(box)
        elif high and across and box.height < 3 and box.top > safe.top + 25:
            rule = box
        elif (smaller := _without(safe, grown, across, down)) is not None:
            safe = smaller
        else:
            is_crowded = True
    return safe, tuple(head), rule, is_crowded


def _without(safe: Box, box: Box, across: bool, down: bool) -> Box | None:
    """The largest part of the room beside a box; None where too little would be left."""
    parts = []
    if not down or across:
        parts += [
            replace(safe, top=box.bottom, height=safe.bottom - box.bottom),
            replace(safe, height=box.top - safe.top),
        ]
    if not across or down:
        parts += [
            replace(safe, left=box.right, width=safe.right - box.right),
            replace(safe, width=box.left - safe.left),
        ]
    best = max(parts, key=lambda part: part.width * part.height if part.width > 0 < part.height else 0)
    return best if best.width * best.height >= _LEAST * safe.width * safe.height else None


def _wayfinding(safe: Box, head: Sequence[Box]) -> Box:
    """Three labels at the top right: left of what stands there, or below it."""
    width = 3 * WAY_WIDTH + 1  # the gap after the last one lies beyond the margin
    way = Box(safe.right - width + 1, safe.top, width, WAY.height)
    for box in head:
        if not way.overlaps(box.grown(_GAP)):
            continue
        beside = replace(way, left=box.left - _GAP - width)
        way = beside if beside.left - safe.left >= _KICKER else replace(way, top=box.bottom + _GAP)
    return way


def _geometry(safe: Box, logos: Sequence[Box], rule: Box | None, way: Box, bar: Box | None) -> Geometry:
    across = Axis(((LEFT, safe.left), (RIGHT, safe.right)))
    scale = safe.height / (PARKING.bottom - KICKER.top)
    lowest = max((box.bottom + _GAP for box in logos if box.bottom > safe.top), default=safe.top)
    top = max(safe.top + max(_LINE, 11 * scale), way.bottom + 1)
    bottom = max(top + _TITLE, lowest)
    begin = bottom + LEAD.top - TITLE.bottom
    if rule is not None and rule.top - _GAP - top >= _TITLE / 2:
        bottom, begin = rule.top - _GAP, rule.bottom + _GAP
    if bar is not None:
        top, bottom, begin = bar.top, bar.bottom, way.bottom + 1
    end = safe.bottom - (PARKING.bottom - UNTIL.bottom) * scale
    lead, until = Box(0, begin, 1, LEAD.height), Box(0, end - UNTIL.height, 1, UNTIL.height)
    above = (ABOVE_UNTIL.top, lead.bottom + ABOVE_UNTIL.top - LEAD.bottom), (ABOVE_UNTIL.bottom, until.top - 4)
    head = ((TITLE.top, top), (TITLE.bottom, bottom))
    down = Axis((*head, *edges(LEAD, lead), *above, *edges(UNTIL, until)))
    beside = bar is not None or safe.width - way.width >= _BESIDE_WAY
    first = max(
        safe.top + (MAP.top - KICKER.top) * scale, lowest, way.bottom + (2 if beside else _GAP + _MAP_TITLE + 2)
    )
    return Geometry(across, down, Axis(((MAP.top, first), (PARKING.bottom, safe.bottom))))


def map_title(room: Room) -> Box:
    """Where the title of the map stands: beside the wayfinding, or below it on a narrow page."""
    if room.bar is not None:
        return room.clear(room.bar)
    bottom = room.geometry.down_the_map.at(MAP.top) - 2
    beside = room.clear(Box(room.safe.left, room.safe.top, room.safe.width, bottom - room.safe.top))
    if beside.width >= _BESIDE_WAY:
        return beside
    top = room.way.bottom + _GAP + 0.1
    return room.clear(Box(room.safe.left, top, room.safe.width, bottom - top))
