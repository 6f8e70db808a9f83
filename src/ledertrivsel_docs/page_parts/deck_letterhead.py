"""An organisation's own presentation as the base of our decks: their master, and our layouts on it.

Theirs are theme, fonts, background, logo and decorations, the shape of the slides, and the title slide. Ours are the
layouts, put where their master has room for text, and the styles of text. Nothing else of their file is taken over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from ..colours import WHITE
from ..engine.dialect import A
from ..engine.shapes import box_of
from ..errors import message
from .deck_base import Drawn, Parts, base_of
from .deck_cover import Cover, cover_look
from .deck_geometry import Axis, box_from
from .deck_layouts import SLIDE_LOOKS
from .deck_looks import BODY, GREY, KICKER, PAPER, PARKED, PARKING, Decoration, SlideLook, Slot
from .deck_markup import Box, Frame, Ink, a, p, serialised, shape
from .deck_master import Backdrop, SmallPrint, Stage, Words, layout_part, master
from .deck_paint import Patch, ground, is_light
from .deck_room import WAY_WIDTH, Room, map_title, room_on
from .deck_theirs import Borrowed, LayoutOfTheirs, Master, Media, Theirs

_COVERS = {"title": "title", "closing": "title", "section": "secHead"}
_ON_A_STRIP = {"slab"}  # decorations of ours that stand where a base has its own
_ROUND = "teardrop"
_AROUND, _VEIL = 4.0, 94  # millimetres around the text, percent of white: of the panel behind it
_NARROW, _LEAST = 0.85, 14  # of our width; points


def deck_letterhead(data: bytes, name: str, words: Words) -> bytes:
    """A pptx without slides, with the look of an organisation's own presentation and our layouts on it.

    Args:
        data: their .potx or .pptx.
        name: what messages call it.
        words: those of `content/documents/slide-layouts.yaml`.

    Raises:
        TemplateError: not a presentation, one with macros, or one on which our text can't be read.
    """
    source = Theirs(data, name)
    found = _light_master(source)
    return _Base(found, room_on(found.tree, source.page), words).made()


def _light_master(source: Theirs) -> Master:
    """The first master on which dark text can be read."""
    masters = list(source.masters())
    if not masters:
        raise source.refusal(
            message("The presentation has no slide master."),
            message("Open it in PowerPoint and save it again."),
        )
    for found in masters:
        room = room_on(found.tree, source.page)
        below = ground(Cover(found, None, room).layers, room.safe)
        if below is None or is_light(below):
            return found
    raise source.refusal(
        message("Every slide master has a background that is too dark for our text."),
        message("Give one of them a light background (View, Slide Master, Background Styles), and save it again."),
    )


@dataclass
class _Base:
    """A base in the making, from a master of theirs and the room on it."""

    master: Master
    room: Room
    words: Words
    media: Media = field(init=False)

    def __post_init__(self) -> None:
        self.media = Media(self.master.source)

    def made(self) -> bytes:
        """The base as a file."""
        layouts = [self._layout(key) for key in SLIDE_LOOKS]
        theme = Borrowed(self.media, 1)
        tree = self._theme(theme)
        parts = Parts(
            page=self.room.page,
            master=self._master(len(layouts)),
            layouts=layouts,
            theme=serialised(tree),
            theme_relations=theme.relations,
            media=self.media.files,
        )
        return base_of(parts, self.words)

    def _theme(self, borrowed: Borrowed) -> etree._Element:
        """Their theme, without pictures that can't be found."""
        part = self.master.theme_part
        tree = self.master.source.tree(part)
        for name in ("extraClrSchemeLst", "extLst"):
            for found in tree.findall(f"{{{A}}}{name}"):
                tree.remove(found)
        taken = borrowed.taken(part, tree, self.master.palette)
        if taken is not None:
            return taken
        for fill in list(tree.iter(f"{{{A}}}blipFill")):
            if (holder := fill.getparent()) is not None:
                holder.replace(fill, a("solidFill", a("schemeClr", val="phClr")))
        taken = Borrowed(self.media, 1).taken(part, tree, self.master.palette)
        return tree if taken is None else taken

    def _master(self, layouts: int) -> Drawn:
        part, tree, palette = self.master.part, self.master.tree, self.master.palette
        borrowed = Borrowed(self.media, layouts + 2)
        background = borrowed.background(part, tree, palette)
        if background is None:
            background = p("bg", p("bgPr", a("solidFill", a("srgbClr", val=palette.named("bg1"))), a("effectLst")))
        stage = Stage(
            background,
            self._behind(borrowed.shapes(part, tree, palette)),
            self._box("agenda", SLIDE_LOOKS["agenda"].slot("title")),
            self.room.geometry.box("agenda", BODY),
            self.room.way,
            WAY_WIDTH,
            self._foot(),
        )
        return Drawn(master(self.words, layouts, stage), borrowed.relations)

    @property
    def _panel(self) -> Box | None:
        """Where a white panel lies behind the text, which a picture or what stands there would make hard to read."""
        if not self.room.is_crowded and ground(Cover(self.master, None, self.room).layers, self.room.safe):
            return None
        return self.room.safe.grown(_AROUND)

    def _behind(self, theirs: Sequence[etree._Element]) -> list[etree._Element]:
        """What stands behind the text; logos beside the title on top of the panel."""
        if (panel := self._panel) is None:
            return list(theirs)
        boxes = [(own, box_of(own)) for own in theirs]
        above = [own for own, place in boxes if place is not None and box_from(place) in self.room.head]
        sheet = shape(self.words["shapes"]["slab"], panel, fill=replace(PAPER, veil=_VEIL))
        return [*(own for own in theirs if own not in above), sheet, *above]

    def _foot(self) -> SmallPrint:
        cover = Cover(self.master, None, self.room)
        return cover.foot(GREY)

    def _layout(self, key: str) -> Drawn:
        borrowed = Borrowed(self.media, 2)
        kind = _COVERS.get(key)
        theirs = None if kind is None else self._theirs(kind)
        if kind is None or (key == "section" and (theirs is None or not theirs.is_decorated)):
            look = self._moved(key)
            return Drawn(layout_part(key, look, self.words, Backdrop(self._foot())))
        cover = Cover(self.master, theirs, self.room)
        look, ink = cover_look(key, cover)
        return Drawn(layout_part(key, look, self.words, cover.backdrop(borrowed, ink)), borrowed.relations)

    def _theirs(self, kind: str) -> LayoutOfTheirs | None:
        """Their layout of a type; for a title also their first one."""
        found = self.master.layout(kind)
        return found or (next(self.master.layouts(), None) if kind == "title" else None)

    def _moved(self, key: str) -> SlideLook:
        """A look of ours where their master has room."""
        look = SLIDE_LOOKS[key]
        layers = Cover(self.master, None, self.room).layers
        if (panel := self._panel) is not None:
            layers = [*layers, Patch(panel, WHITE)]
        return replace(
            look,
            slots=tuple(self._slot(key, slot, layers) for slot in look.slots),
            decorations=tuple(self._decorations(key, look)),
            background=None,
        )

    def _decorations(self, key: str, look: SlideLook) -> Iterator[Decoration]:
        for own in look.decorations if key != "section" else ():
            if own.key in _ON_A_STRIP:
                continue
            box = self.room.geometry.box(key, own.box)
            if own.form == _ROUND:
                side = min(box.width, box.height)
                top = self.room.way.bottom + 3 if self.room.bar is not None else box.top
                box = replace(box, top=top, width=side, height=side)
            yield replace(own, box=box)

    def _slot(self, key: str, slot: Slot, layers: Sequence[Patch]) -> Slot:
        box = self._box(key, slot)
        below = ground(layers, box)
        levels = slot.levels
        if slot.key == "title" and self.room.bar is not None and key != "section":
            ink = self._ink_of_titles(box)
            levels = tuple(replace(level, ink=ink) for level in levels)
        elif slot.fill is None and below and not is_light(below):
            levels = tuple(replace(level, ink=PAPER) for level in levels)
        if slot.key.startswith("field") and self.room.geometry.across.scale < _NARROW:  # a name takes two lines there
            levels = tuple(replace(level, size=_LEAST) for level in levels)
        frame = self._frame(slot)
        if self.room.bar is not None and slot.key == "title" and key != "section":
            frame = replace(frame, anchor="ctr")
        return replace(slot, box=box, levels=levels, frame=frame)

    def _ink_of_titles(self, box: Box) -> Ink:
        """The ink of a title in a bar: theirs, where it can be read there."""
        cover = Cover(self.master, None, self.room)
        title = cover.text("title")
        return cover.ink(WHITE if title is None else title.colour, box)

    def _box(self, key: str, slot: Slot) -> Box:
        """Where a placeholder stands: on our grid as it lies on their page, and clear of logo and wayfinding."""
        safe, bar = self.room.safe, self.room.bar
        if key == "map" and slot.key == "title":
            return map_title(self.room)
        if key == "section":  # ours leaves room for what stands at the right
            down = Axis(((KICKER.top, safe.top), (PARKING.bottom, safe.bottom)))
            top = down.at(slot.box.top)
            return self.room.clear(Box(safe.left, top, safe.width, down.at(slot.box.bottom) - top))
        box = self.room.geometry.box(key, slot.box, slot.turned)
        if slot.key == "kicker":
            box = replace(box, top=safe.top, height=self.room.way.height, width=safe.right - box.left)
        if slot.key == "title" and bar is not None:
            box = replace(box, top=bar.top, height=bar.height)
        return box if slot.turned else self.room.clear(box)

    def _frame(self, slot: Slot) -> Frame:
        """The room inside a placeholder: less of it at the sides of a narrow page."""
        left, top, right, bottom = slot.frame.room
        scale = min(self.room.geometry.across.scale, 1)
        if slot.key == "parking":  # its themes lie at the right
            return replace(slot.frame, room=(left, top, self.room.geometry.box("map", PARKED).width + 3, bottom))
        return replace(slot.frame, room=(left * scale, top * scale, right * scale, bottom))
