"""The rules for decks find what breaks them, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Mm

from tests.support.deck_faults import same_title, title_last
from tests.support.deck_outline import outline
from tests.support.deck_rules import broken
from tests.support.decks import A
from tests.support.good_decks import (
    BOX,
    Change,
    Made,
    data,
    decorative,
    described,
    drawn,
    painted,
    remove,
    shape,
    written,
)
from tests.support.packages import unzipped, zipped
from tests.support.word import replaced


def test_a_good_deck_keeps_the_rules() -> None:
    assert broken(data()) == []


def same_id(made: Made) -> None:
    first, second, *_ = made.slides[1].shapes
    second._element.xpath(".//p:cNvPr")[0].set("id", str(first.shape_id))


def fixed_colour(made: Made) -> None:
    colour: Any = RGBColor
    shape(made, 1, "theme:").fill.fore_color.rgb = colour.from_string("0B6B7F")


def fixed_font(made: Made) -> None:
    made.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].font.name = "Comic Sans MS"


def scaled(made: Made, scale: str) -> None:
    body = made.slides[1].placeholders[1].text_frame._bodyPr
    for old in list(body):
        body.remove(old)
    etree.SubElement(body, f"{A}normAutofit", fontScale=scale)


def only_layout(made: Made, points: int) -> None:
    body = made.slides[1].slide_layout.placeholders[1].text_frame._txBody
    level = etree.SubElement(body.find(f"{A}lstStyle"), f"{A}lvl1pPr")
    etree.SubElement(level, f"{A}defRPr", sz=str(points * 100))


def on_master(made: Made, points: float) -> None:
    box = made.slides[1].shapes.add_textbox(*BOX)
    written(box, "1 Forbered", points)
    made.slide_master.shapes._spTree.append(box._element)


def pale_on_master(made: Made) -> None:
    on_master(made, 12)
    painted(made.slide_master.shapes[-1], MSO_THEME_COLOR.BACKGROUND_2, MSO_THEME_COLOR.BACKGROUND_1)


def not_shown(made: Made) -> None:
    made.slides._sldIdLst.remove(made.slides._sldIdLst[2])


def without_notes(made: Made) -> None:
    made.slides[1].notes_slide.notes_text_frame.text = ""


def small_number(made: Made, points: float) -> None:
    layout = made.slides[1].slide_layout
    number = next(found for found in layout.placeholders if "Number" in found.name)
    made.slides[1].shapes._spTree.append(deepcopy(number._element))
    written(made.slides[1].shapes[-1], "2", points)
    made.slides[1].shapes[-1]._element.xpath(".//p:cNvPr")[0].set("id", "99")


def set_property(name: str, value: str) -> Change:
    return lambda made: setattr(made.core_properties, name, value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (set_property("title", ""), "title-missing: "),
        (set_property("language", "en-US"), "the properties don't say da-DK"),
        (set_property("author", "Steve Canny"), "the author is python-pptx"),
        (set_property("comments", "file:///srv/kit"), "docProps/core.xml holds a path of this machine"),
        (lambda made: setattr(made, "slide_height", Mm(254)), "the slides are not 16:9"),
        (lambda made: remove(made.slides[1].shapes.title), "slide-title: slide 2"),
        (same_title, "slide-title-twice: slide 3"),
        (title_last, "slide-title-first: slide 2"),
        (lambda made: described(shape(made, 1, "Picture"), ""), "alt-text-missing: slide 2"),
        (pale_on_master, "contrast: slide master, the shape “TextBox 5”"),
        (
            lambda made: setattr(shape(made, 2, "Table").table.cell(1, 1), "text", ""),
            "slide 3: an empty cell or paragraph",
        ),
        (same_id, "slide 2: shapes share ids"),
        (lambda made: written(made.slides[0].shapes.title, "Plan", 44), "slide 1: a title of 44 points: 'Plan'"),
        (lambda made: written(made.slides[0].shapes.title, "Plan", 28), "slide 1: a title of 28 points: 'Plan'"),
        (lambda made: written(drawn(made), "Småt", 13), "slide 1: a text of 13 points: 'Småt'"),
        (lambda made: only_layout(made, 12), "slide 2: a text of 12 points"),
        (lambda made: scaled(made, "40000"), "slide 2: a text of 12.8 points"),
        (lambda made: small_number(made, 11), "slide 2: a text of 11 points: '2'"),
        (lambda made: on_master(made, 11), "master: a text of 11 points: '1 Forbered'"),
        (fixed_colour, "ppt/slides/slide2.xml has colours that are not the theme's (srgbClr)"),
        (fixed_font, "ppt/slides/slide1.xml has fonts that are not the theme's (Comic Sans MS)"),
        (not_shown, "ppt/slides/slide3.xml is never shown"),
        (without_notes, "slide 2: no notes"),
        (
            lambda made: setattr(made.slides[1].notes_slide.notes_text_frame, "text", "{%slide title %}\nSig"),
            "slide 2: a tag is left in the notes",
        ),
        (lambda made: drawn(made, "{%sp if lead %}"), "slide 1: a tag is left in 'TextBox 3'"),
    ],
)
def test_a_fault_is_found(change: Change, said: str) -> None:
    found = broken(data(change))
    assert found
    assert [line for line in found if said not in line] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda made: decorative(made.slides[0].shapes.add_shape(MSO_SHAPE.OVAL, *BOX)),
        lambda made: decorative(shape(made, 1, "Picture")),
        lambda made: written(made.slides[0].shapes.title, "Plan", 40),
        lambda made: written(made.slides[0].shapes.title, "Plan", 32),
        lambda made: written(drawn(made), "Stort nok", 14),
        lambda made: only_layout(made, 14),
        lambda made: scaled(made, "62500"),
        lambda made: small_number(made, 12),
        lambda made: on_master(made, 12),
    ],
)
def test_what_is_allowed_is_not_found(change: Change) -> None:
    assert broken(data(change)) == []


def changed(part: str, old: str, new: str) -> bytes:
    def swap(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return replaced(data(), part, swap)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: changed("ppt/slides/slide2.xml", 'lang="da-DK"', 'lang="en-US"'), "slide2.xml has text in en-US"),
        (lambda: changed("ppt/slides/slide2.xml", ' lang="da-DK"', ""), "slide2.xml has a text without language"),
        (lambda: changed("ppt/presentation.xml", 'lang="da-DK"', 'lang="en-GB"'), "presentation.xml has text in en-GB"),
        (
            lambda: changed("ppt/slides/_rels/slide2.xml.rels", "image1.png", "image9.png"),
            "a relationship of ppt/slides/slide2.xml to ppt/media/image9.png, which is not there",
        ),
        (lambda: changed("ppt/slides/slide2.xml", 'r:embed="rId', 'r:embed="rId9'), "asks for is not there"),
        (lambda: zipped(unzipped(data()) | {"ppt/media/more.png": b""}), "ppt/media/more.png belongs to nothing"),
        (
            lambda: changed("ppt/slides/slide3.xml", '<a:gridCol w="2160000"/>', ""),
            "a table whose rows don't have its columns",
        ),
    ],
)
def test_a_fault_in_the_xml_is_found(made: Callable[[], bytes], said: str) -> None:
    found = broken(made())
    assert any(said in line for line in found), found


def test_paths_go_up_and_from_the_root() -> None:
    """A target may climb (`../media/…`) or begin at the root of the package."""
    data_ = changed("ppt/slides/_rels/slide2.xml.rels", "../media/image1.png", "/ppt/media/image1.png")
    assert broken(data_) == []


OUTLINE = """
title: Plan
--- slide 1 [Title Slide]
  [ctrTitle 0] Title 1
    · Plan for ledertrivsel
  [subTitle 1] Subtitle 2
    · Eksempel Kommune
  notes
    · Sig: Nu er vi ved slide 1.
--- slide 2 [Title and Content]
  [title 0] Title 1
    · Drøft temaerne
  [obj 1] Content Placeholder 2
    · Læs temaerne hver for sig
    · Skriv de vigtigste
  [pic] Picture 3 ‹Fire felter›
  [sp] theme:sparring
    · 3 Sparring
  notes
    · Sig: Nu er vi ved slide 2.
--- slide 3 [Title Only]
  [title 0] Title 1
    · Oversigt
  [graphicFrame] Table 2 ‹Kort og ansvarlig›
    row (header): Celle 0 0 | Celle 0 1
    row: Celle 1 0 | Celle 1 1
  notes
    · Sig: Nu er vi ved slide 3.
"""


def test_the_outline_reads_like_the_deck() -> None:
    assert outline(data()) == OUTLINE.lstrip()


def test_the_outline_shows_what_is_fitted_bold_and_on_the_master() -> None:
    def change(made: Made) -> None:
        scaled(made, "90000")
        on_master(made, 12)
        paragraph = made.slides[1].placeholders[1].text_frame.paragraphs[1]
        paragraph.level, paragraph.runs[0].font.bold = 1, True

    shown = outline(data(change))
    assert "--- master\n  [sp] TextBox 5\n    · 1 Forbered\n" in shown
    assert (
        "[obj 1] Content Placeholder 2 (90%)\n    · Læs temaerne hver for sig\n      · *Skriv de vigtigste*\n" in shown
    )
