"""Decks as files: every kind that PowerPoint saves is opened, what is damaged or foreign is named."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting import collect, opened_deck
from ledertrivsel_docs.collecting.map_slides import read_map
from ledertrivsel_docs.collecting.opened import Opened, OpenedDeck, RefusedError, opened
from tests.support.cards import Card
from tests.support.decks import PRESENTATION, A, P
from tests.support.dragged import LIBRARY, deck_of, drag, marks, read
from tests.support.packages import unzipped, zipped

TYPES, RELATIONS = "[Content_Types].xml", "ppt/_rels/presentation.xml.rels"
ORDINARY = {
    "pptx": b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "docx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
}
OTHERS = {
    "ppsx": b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    "potx": b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "pptm": b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    "potm": b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    "dotx": b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "docm": b"application/vnd.ms-word.document.macroEnabled.main+xml",
}


@cache
def parts() -> dict[str, bytes]:
    """The parts of a deck with one theme dragged."""
    return unzipped(drag(deck_of("blank"), {"sparring": (4, 2)}))


@cache
def map_slide() -> str:
    return next(name for name, content in parts().items() if b"theme:sparring" in content)


def with_part(name: str, content: bytes) -> bytes:
    return zipped(parts() | {name: content})


def changed(name: str, old: str, new: str) -> bytes:
    text = parts()[name].decode()
    assert re.search(old, text), old
    return with_part(name, re.sub(old, new, text).encode())


def refused(data: bytes) -> str:
    with pytest.raises(RefusedError) as raised:
        opened(data, LIBRARY)
    return str(raised.value.problem("fil"))


@pytest.mark.parametrize("kind", ["ppsx", "potx", "pptm", "potm"])
def test_every_kind_of_deck_is_read_and_its_macros_never(kind: str) -> None:
    types = parts()[TYPES].replace(ORDINARY["pptx"], OTHERS[kind])
    assert types != parts()[TYPES]
    data = zipped(parts() | {TYPES: types, "ppt/vbaProject.bin": b"\xd0\xcf\x11\xe0 no XML"})
    assert marks(read(data)) == {"sparring": (4, 2)}


@pytest.mark.parametrize("kind", ["dotx", "docm"])
def test_every_kind_of_word_document_is_opened(kind: str) -> None:
    card = Card.of("sparring").fill("goal", text="Mål")
    types = card.parts[TYPES].replace(ORDINARY["docx"], OTHERS[kind])
    assert types != card.parts[TYPES]
    card.parts |= {TYPES: types, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 no XML"}
    assert isinstance(opened(card.bytes(), LIBRARY), Opened)
    assert card.answers() == {"goal": "Mål"}


def test_slides_are_found_by_their_relationships_in_the_order_shown() -> None:
    relations = parts()[RELATIONS].replace(b'Target="slides/', b'Target="/ppt/slides/')
    moved = {name.replace("/slides/slide", "/slides/side"): content for name, content in parts().items()}
    named = {RELATIONS: parts()[RELATIONS].replace(b"slides/slide", b"../ppt/./slides/side")}
    order = Presentation(io.BytesIO(zipped(parts()))).slides
    for data in (with_part(RELATIONS, relations), zipped(moved | named)):
        deck = opened(data, LIBRARY)
        assert isinstance(deck, OpenedDeck)
        assert (deck.stamp.document, deck.stamp.step, deck.by_libreoffice) == ("deck", "prepare", False)
        assert [_texts(slide) for slide in deck.slides] == [_texts(slide._element) for slide in order]
        assert marks(read_map(deck, LIBRARY)) == {"sparring": (4, 2)}


def _texts(slide: Any) -> list[str]:
    return [text.text for text in slide.iter(f"{A}t")]


def test_a_deck_gives_its_answers() -> None:
    dragged = drag(deck_of("blank"), {"sparring": (5, 2)})
    answers = collect([("a.pptx", deck_of("blank")), ("b.pptx", dragged)])
    blank, read_one = answers.files
    assert (blank.outcome, blank.kit, blank.document, blank.problems) == ("empty", "samlet-plan", "deck", ())
    assert (read_one.outcome, read_one.read) == ("read", ("3 Sparring",))
    assert [(one.theme, one.source) for one in answers.ratings] == [("sparring", "b.pptx")]


def test_a_deck_without_a_map_has_nothing_to_collect() -> None:
    [file] = collect([("a.pptx", ld.build_document("22").bytes)]).files
    assert (file.outcome, "Nothing is collected" in str(file.problems[0])) == ("skipped", True)


def test_another_deck_is_not_ours() -> None:
    buffer = io.BytesIO()
    Presentation().save(buffer)
    assert "This is a PowerPoint file that isn't from a kit." in refused(buffer.getvalue())
    impress = zipped({"mimetype": b"application/vnd.oasis.opendocument.presentation"})
    assert re.search("OpenDocument file. Open it, save it as a PowerPoint presentation", refused(impress))


def test_a_damaged_slide_is_told() -> None:
    save = "Open it, save it as a PowerPoint presentation"
    without = zipped({name: content for name, content in parts().items() if name != map_slide()})
    for data in (with_part(map_slide(), b"<p:sld"), with_part(map_slide(), b"<sld/>"), without):
        assert re.search(rf"damaged: {map_slide()} can't be read. {save}", refused(data))
    for data in (
        changed(RELATIONS, r'Id="rIdSlide3"', 'Id="rIdOther"'),
        changed(RELATIONS, r'(Id="rIdSlide3")', r'\1 TargetMode="External"'),
        changed(PRESENTATION, r'sldSz cx="\d+"', 'sldSz cx="bred"'),
    ):
        assert re.search(rf"damaged: {PRESENTATION} can't be read. {save}", refused(data))


def test_a_deck_without_slides_or_layouts_is_opened() -> None:
    assert read(changed(PRESENTATION, "<p:sldIdLst>.*</p:sldIdLst>", "")).left == ()
    bare = {name: content for name, content in parts().items() if "slideLayout" not in name}
    assert marks(read(zipped(bare))) == {"sparring": (4, 2)}


def test_a_deck_of_another_standard_is_told() -> None:
    strict = parts()[PRESENTATION].replace(
        b"http://schemas.openxmlformats.org/presentationml/2006/main", b"http://purl.oclc.org/ooxml/presentationml/main"
    )
    assert "isn't saved as an ordinary PowerPoint presentation" in refused(with_part(PRESENTATION, strict))


def test_entities_and_huge_slides_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    slide = parts()[map_slide()].partition(b"?>")[2]
    declared = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + slide.replace(b"</a:t>", b"&e;</a:t>")
    assert "document type" in refused(with_part(map_slide(), declared))
    assert "more than" in refused(with_part(map_slide(), b" " * 2**24))
    monkeypatch.setattr(opened_deck, "MAX_SLIDES", 50_000)
    assert "more than" in refused(zipped(parts()))


def test_one_slide_listed_a_thousand_times_is_read_once() -> None:
    data = changed(PRESENTATION, "(<p:sldIdLst>)", r"\1" + '<p:sldId id="999" r:id="rIdSlide13"/>' * 1000)
    assert marks(read(data)) == {"sparring": (4, 2)}
    deck = opened(data, LIBRARY)
    assert isinstance(deck, OpenedDeck)
    assert len(deck.slides) == 19


NASTY = st.sampled_from(
    ["", "0", "-1", "1" * 5000, "9" * 12, "-" + "9" * 12, "nan", "1e9", "²", "1_0", "theme:", "x\ny"]
)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_an_odd_slide_never_raises(data: st.DataObject) -> None:
    slide = etree.fromstring(parts()[map_slide()])
    elements = [element for element in slide.iter() if element.attrib]
    for _ in range(data.draw(st.integers(1, 12))):
        element = data.draw(st.sampled_from(elements))
        element.set(data.draw(st.sampled_from(sorted(element.attrib))), data.draw(NASTY))
    for _ in range(data.draw(st.integers(0, 4))):
        holder = data.draw(st.sampled_from([slide, *slide.iter(f"{P}spTree", f"{P}sp", f"{P}spPr", f"{A}xfrm")]))
        if len(holder):
            del holder[data.draw(st.integers(0, len(holder) - 1))]
    read(with_part(map_slide(), etree.tostring(slide)))
