"""The room that a presentation leaves: text keeps clear of logos, and lies on a panel where a photo is behind it."""

from __future__ import annotations

import io
from functools import cache

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

import ledertrivsel_docs as ld
from ledertrivsel_docs.page_parts.deck_layouts import SLIDE_LOOKS
from ledertrivsel_docs.page_parts.deck_letterhead import deck_letterhead
from ledertrivsel_docs.page_parts.deck_markup import Box
from ledertrivsel_docs.page_parts.deck_room import room_on
from tests.support.deck_bases import (
    MM,
    region,
    with_photo,
)
from tests.support.deck_rules import COVERS
from tests.support.decks import A, P, known_as, shapes
from tests.support.packages import unzipped

WORDS = ld.Library.default().words["slide-layouts"]


def test_text_lies_on_a_white_panel_where_a_photo_is_behind_it() -> None:
    """Nobody knows how dark a photo is; the panel reaches around everything that a slide has text in."""
    made = deck_letterhead(with_photo(), "foto.pptx", WORDS)
    (master,) = Presentation(io.BytesIO(made)).slide_masters
    photo, panel = list(master.shapes)[:2]
    assert photo.shape_type == MSO_SHAPE_TYPE.PICTURE
    assert panel.name == WORDS["shapes"]["slab"]
    for layout in master.slide_layouts:
        for holder in layout.placeholders if layout.name not in (*COVERS, "Prioriteringskort") else ():
            if holder.placeholder_format.idx in (11, 12):  # footer and number stand where theirs do
                continue
            assert panel.left <= holder.left < holder.left + holder.width <= panel.left + panel.width
            assert panel.top <= holder.top < holder.top + holder.height <= panel.top + panel.height


@settings(max_examples=60, deadline=None)
@given(left=st.floats(0, 250), top=st.floats(0, 185), width=st.floats(2, 45), height=st.floats(2, 30))
def test_wherever_a_logo_stands_text_keeps_clear_of_it(left: float, top: float, width: float, height: float) -> None:
    """At any edge of the page: one in the middle is no logo but something to write on."""
    assume(left < 30 or left + width > 224 or top < 30 or top + height > 160)
    tree = etree.fromstring(_master_of_region())
    logo = next(shape for shape in shapes(tree) if known_as(shape).get("name") == "Linje")
    place = logo.find(f"{P}spPr/{A}xfrm")
    assert place is not None
    for child, names, values in zip(place, (("x", "y"), ("cx", "cy")), ((left, top), (width, height)), strict=True):
        for key, value in zip(names, values, strict=True):
            child.set(key, str(round(value * MM)))
    page = Box(0, 0, 254, 190.5)
    room = room_on(tree, page)
    safe = room.safe
    assert 0 <= safe.left < safe.right <= page.width
    assert 0 <= safe.top < safe.bottom <= page.height
    assert safe.width * safe.height > 0.3 * page.width * page.height
    for key, own in SLIDE_LOOKS.items():
        for slot in own.slots:
            moved = room.clear(room.geometry.box(key, slot.box)) if not slot.turned else safe
            assert min(moved.width, moved.height) > 0, (key, slot.key)
            assert moved.bottom <= page.height
    at = Box(left, top, width, height)
    assert not room.clear(room.geometry.box("agenda", SLIDE_LOOKS["agenda"].slot("title").box)).overlaps(at)
    assert not room.way.overlaps(at)
    assert not room.geometry.box("agenda", SLIDE_LOOKS["agenda"].slot("body").box).overlaps(at)


@cache
def _master_of_region() -> bytes:
    return unzipped(region())["ppt/slideMasters/slideMaster1.xml"]
