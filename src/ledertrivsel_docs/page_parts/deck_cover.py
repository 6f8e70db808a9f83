"""Our title, section and closing slides as somebody else's look for them asks: on their layouts, in their colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from ..colours import MIN_CONTRAST, WHITE, contrast
from ..engine.dialect import A, P
from ..engine.trees import number_of
from .deck_looks import GREY, INK, LEFT, PAPER, SlideLook, Slot
from .deck_markup import Box, Frame, Ink, Level, Paint
from .deck_master import Backdrop, small_print
from .deck_paint import BLACK, Palette, Patch, ground, is_light, patches, readable
from .deck_room import Room, placeholder
from .deck_theirs import Borrowed, LayoutOfTheirs, Master

_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
_ON_MASTER = {
    "ctrTitle": "title",
    "title": "title",
    "subTitle": "body",
    "body": "body",
    "ftr": "ftr",
    "sldNum": "sldNum",
}
_ANCHORS = ("t", "ctr", "b")
_ALIGNED = {"ctr": "ctr", "r": "r", "l": "l"}
_KICKER, _GAP = 12.0, 3.0  # millimetres
_TITLE, _LEAD = 32.0, 28.0  # the least height of a title, and of what stands below it
_SIZES, _SECTION = (32.0, 54.0), 40.0  # points: a cover's title, that of a section
_WIDTH_OF_A_SIZE = 3.1  # millimetres of a title's width that a point of its type needs
_SHARE = 0.62  # of what stands below the title of the last slide is what happens now


@dataclass(frozen=True, slots=True)
class _Text:
    """A placeholder of theirs: where it stands and how its text looks."""

    box: Box
    colour: str
    align: str
    anchor: str
    size: float


@dataclass(frozen=True, slots=True)
class Cover:
    """A layout of theirs that ours are put on, with all that it shows."""

    master: Master
    layout: LayoutOfTheirs | None
    room: Room

    @property
    def layers(self) -> list[Patch]:
        """What is painted, the lowest first."""
        page, own = self.room.page, self.layout
        below = list(patches(self.master.tree, self.master.palette, page))
        if own is None:
            return below
        shown = below if own.shows_master else below[:1]
        return [*shown, *patches(own.tree, own.palette, page)]

    def text(self, *kinds: str) -> _Text | None:
        """The first placeholder of one of these types."""
        parts = [(self.master.tree, self.master.palette)]
        if self.layout is not None:
            parts.insert(0, (self.layout.tree, self.layout.palette))
        own = None if self.layout is None else placeholder(self.layout.tree, *kinds)
        above = placeholder(self.master.tree, *(_ON_MASTER[kind] for kind in kinds))
        chain = [found for found in (own, above) if found is not None]
        box = next((box for _, box in chain if box is not None), None)
        if box is None or (own is None and self.layout is not None):
            return None
        bodies = [body for shape, _ in chain for body in shape.iter(f"{{{A}}}bodyPr")]
        levels = _levels([shape for shape, _ in chain], self.master.tree, _ON_MASTER[kinds[0]])
        return _Text(
            box,
            self._colour(levels, parts[0][1]),
            _ALIGNED.get(next((level.get("algn", "") for level in levels if level.get("algn")), "l"), "l"),
            next((found for body in bodies if (found := body.get("anchor")) in _ANCHORS), "t"),
            next((number_of(run, "sz") / 100 for run in _runs(levels) if number_of(run, "sz")), _SIZES[1]),
        )

    def _colour(self, levels: Sequence[etree._Element], palette: Palette) -> str:
        fills = (run.find(f"{{{A}}}solidFill") for run in _runs(levels))
        return next((colour for fill in fills if (colour := palette.colour(fill))), palette.named("tx1"))

    def ink(self, wanted: str, box: Box) -> Ink:
        """Their colour for a text, or one that can be read where the text stands."""
        colour = readable(wanted, ground(self.layers, box))
        return {WHITE: PAPER, BLACK: INK}.get(colour) or Paint(colour)

    def backdrop(self, borrowed: Borrowed, foot: Ink) -> Backdrop:
        """What stands behind the text: theirs, with what their master shows through."""
        shapes: list[etree._Element] = []
        background = None
        if self.layout is not None:
            background = borrowed.background(self.layout.part, self.layout.tree, self.layout.palette)
        if self.layout is None or self.layout.shows_master:
            shapes += borrowed.shapes(self.master.part, self.master.tree, self.master.palette)
        if self.layout is not None:
            shapes += borrowed.shapes(self.layout.part, self.layout.tree, self.layout.palette)
        return Backdrop(self.foot(foot), background, shapes, hides_master=True)

    def foot(self, ink: Ink) -> tuple[Slot, Slot]:
        """Footer and number, where this layout has them."""
        boxes = []
        for kind, other in (("ftr", self.room.footer), ("sldNum", self.room.number)):
            found = None if self.layout is None else placeholder(self.layout.tree, kind)
            box = found[1] if found is not None and found[1] is not None else other
            boxes.append(other if box.width < other.width else box)
        footer, number = (
            small_print(box, self._small_ink(ink, box), align) for box, align in zip(boxes, "lr", strict=True)
        )
        return footer, number

    def _small_ink(self, wanted: Ink, box: Box) -> Ink:
        """The ink that is wanted, where it can be read; grey is for light grounds."""
        below = ground(self.layers, box)
        if wanted == GREY:
            return GREY if below is None or is_light(below) else self.ink(WHITE, box)
        return self.ink({PAPER: WHITE, INK: BLACK}.get(wanted, wanted.slot), box)


def _levels(shapes: Sequence[etree._Element], master: etree._Element, kind: str) -> list[etree._Element]:
    """What says how the first level of a placeholder looks, the nearest first."""
    own = [found for shape in shapes for found in shape.iterfind(f"{{{P}}}txBody/{{{A}}}lstStyle/{{{A}}}lvl1pPr")]
    style = f"{{{P}}}txStyles/{{{P}}}{_STYLES.get(kind, 'otherStyle')}/{{{A}}}lvl1pPr"
    return [*own, *master.iterfind(style)]


def _runs(levels: Sequence[etree._Element]) -> list[etree._Element]:
    return [run for level in levels for run in level.iterfind(f"{{{A}}}defRPr")]


def cover_look(key: str, cover: Cover) -> tuple[SlideLook, Ink]:
    """Our title, section or closing slide: the title in their title, what follows below it; the ink of small print."""
    title, below = cover.text("ctrTitle", "title"), cover.text("subTitle", "body")
    title, below = _stacked(title or _Text(cover.room.safe, BLACK, "l", "b", _SIZES[1]), below, cover.room)
    page, footer = cover.room.page, cover.room.footer
    tall = _tall_enough(title.box, page)
    kicker_box, title_box = (None, tall) if key == "closing" else _with_kicker(tall)
    floor = min(footer.top if footer.top > page.height / 2 else page.height, cover.room.safe.bottom + _GAP) - _GAP
    rest = _grown_down(below.box, floor, 2 * _LEAD if key == "closing" else _LEAD)
    ink, second = cover.ink(title.colour, title_box), cover.ink(below.colour, rest)
    most = min(title.size, _SECTION if key == "section" else _SIZES[1], title_box.width / _WIDTH_OF_A_SIZE)
    big = Level(max(_SIZES[0], most), ink, bold=True, heading_font=True, spacing=0.9, align=title.align)
    slots = [Slot("title", title_box, (big,), Frame(anchor=title.anchor))]
    if kicker_box is not None:
        slots.append(Slot("kicker", kicker_box, (Level(22, ink, align=title.align),)))
        slots.append(Slot("lead", rest, (Level(24, second, spacing=1.2, align=below.align),)))
    else:
        share = rest.height * _SHARE
        lead, contact = replace(rest, height=share), replace(rest, top=rest.top + share, height=rest.height - share)
        slots.append(Slot("lead", lead, (Level(24, second, spacing=1.2, before=6, align=below.align),)))
        low = Frame(anchor="b")
        slots.append(Slot("contact", contact, (Level(20, second, spacing=1.15, align=below.align),), low))
    return SlideLook(tuple(slots), dark=_is_light(second)), second


def _stacked(title: _Text, below: _Text | None, room: Room) -> tuple[_Text, _Text]:
    """The title above the text, with room for both, however they have them."""
    if below is None:
        rest = Box(title.box.left, title.box.bottom + _GAP, title.box.width, room.safe.bottom - title.box.bottom - _GAP)
        below = replace(title, box=rest)
    if below.box.top >= title.box.top + _TITLE / 2 and below.box.height > 0:
        return title, below
    left, top = min(title.box.left, below.box.left), min(title.box.top, below.box.top, room.safe.bottom - 3 * _TITLE)
    width = max(title.box.right, below.box.right) - left
    height = max(title.box.bottom, room.safe.top + 3 * _TITLE) - top
    lower = Box(left, top + height / 2, width, height / 2)
    upper = Box(left, lower.top - _GAP - _SECTION, width, _SECTION)
    return replace(title, box=upper, anchor="b"), replace(below, box=lower)


def _is_light(ink: Ink) -> bool:
    """Whether text in an ink stands on something dark, so that its links have to be as light."""
    return ink == PAPER or (isinstance(ink, Paint) and contrast(ink.slot, WHITE) < MIN_CONTRAST)


def _tall_enough(box: Box, page: Box) -> Box:
    """A box that has room for two lines of a title, upwards where it hasn't."""
    lacking = max(_TITLE - box.height, 0)
    top = max(box.top - lacking, page.height * 0.06)
    return replace(box, top=top, height=max(box.bottom - top, box.height))


def _with_kicker(title: Box) -> tuple[Box, Box]:
    """The line above a title, and what is left for the title where there is no room above it."""
    top = title.top - _KICKER - _GAP
    if top < LEFT / 2:
        lower = title.top + _KICKER + _GAP
        return replace(title, height=_KICKER), replace(title, top=lower, height=title.bottom - lower)
    return replace(title, top=top, height=_KICKER), title


def _grown_down(box: Box, floor: float, least: float) -> Box:
    """A box with room for what we print below a title, as far down as there is."""
    bottom = min(max(box.bottom, box.top + least), max(floor, box.top + 2 * _KICKER))
    top = box.top if bottom - box.top >= least else max(bottom - least, box.top - 6)
    return replace(box, top=top, height=bottom - top)
