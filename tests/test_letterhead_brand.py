"""The colours and fonts of a letterhead make a brand; what is no letterhead is refused with what to do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ledertrivsel_docs as ld
from ledertrivsel_docs.errors import TemplateError
from ledertrivsel_docs.models.palette import as_text_colour
from ledertrivsel_docs.page_parts.letterheads import brand_of, letterhead
from ledertrivsel_docs.page_parts.letterheads.fit import shared
from ledertrivsel_docs.resources import templates_folder
from tests.support.letterheads import LETTERHEADS
from tests.support.letterheads.framed import HEADING, NAMES, base
from tests.support.letterheads.new_word import aastrup
from tests.support.letterheads.old_word import bremark
from tests.support.letterheads.parts import SLOTS, theme
from tests.support.packages import unzipped, zipped
from tests.support.word import replaced, word


def macro_file() -> bytes:
    return replaced_type(aastrup(), "application/vnd.ms-word.template.macroEnabledTemplate.main+xml")


def replaced_type(data: bytes, kind: str) -> bytes:
    change = re.compile(r"application/vnd\.openxmlformats[^\"]*\.(document|template)\.main\+xml")
    return replaced(data, "[Content_Types].xml", lambda xml: change.sub(kind, xml))


def with_page(size: str, margins: str = "") -> bytes:
    return replaced(
        bremark(),
        "word/document.xml",
        lambda xml: re.sub(r"<w:pgSz[^>]*/><w:pgMar[^>]*/>", f"<w:pgSz {size}/><w:pgMar {margins}/>", xml),
    )


def landscape() -> bytes:
    return with_page('w:w="16838" w:h="11906"')


STRICT = b"<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'/>"
WIDE = 'w:left="5000" w:right="2000" w:top="1000" w:bottom="1000"'


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (lambda: b"a text", "not a Word or PowerPoint file, or it is damaged"),
        (lambda: b"\xd0\xcf\x11\xe0" + b"x" * 100, "protected by a password"),
        (macro_file, "holds macros. Open it in Word and save it as .dotx"),
        ((templates_folder() / "pptx" / "deck.pptx").read_bytes, "This is a PowerPoint file"),
        (lambda: zipped(unzipped(word("x")) | {"word/document.xml": STRICT}), "Strict Open XML"),
        (landscape, "297 × 210 mm"),
        (lambda: with_page('w:w="11906" w:h="16838"', WIDE), "leaves 87 × 262 mm"),
    ],
    ids=["text", "password", "macros", "deck", "strict", "landscape", "narrow"],
)  # fmt: skip
def test_what_is_no_letterhead_is_refused_with_what_to_do(data: object, says: str) -> None:
    with pytest.raises(TemplateError) as caught:
        letterhead(data(), "brev.dotx")  # type: ignore[operator]
    assert str(caught.value).startswith("brev.dotx: ")
    assert says in str(caught.value)


class TestBrandOfALetterhead:
    @pytest.mark.parametrize("name", NAMES)
    def test_it_is_a_brand(self, name: str) -> None:
        base(name)
        found = brand_of(LETTERHEADS[name](), name)
        brand = ld.Brand.model_validate(found)
        assert brand.fonts.heading == HEADING[name][0]

    def test_colours_are_theirs(self) -> None:
        colours = brand_of(aastrup(), "a.dotx")["colours"]
        assert (colours["primary"], colours["prepare"]) == ("#1F3D36", "#7A1F3D")

    def test_a_light_yellow_is_darkened(self) -> None:
        colours = brand_of(bremark(), "b.docx")["colours"]
        assert "#F7E463" not in colours.values()
        assert colours["primary"] == "#3B3B3B"

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.from_regex(r"[0-9A-F]{6}", fullmatch=True), min_size=12, max_size=12))
    def test_any_theme_gives_a_brand(self, colours: list[str]) -> None:
        slots = dict(zip(SLOTS, colours, strict=True))
        members = unzipped(bremark()) | {"word/theme/theme1.xml": theme(slots, "Georgia", "Arial").encode()}
        brand = ld.Brand.model_validate(brand_of(zipped(members), "x.docx"))
        assert brand.fonts.body == "Arial"


@given(st.from_regex(r"[0-9A-F]{6}", fullmatch=True))
def test_whatever_colours_they_have_make_a_brand(colour: str) -> None:
    found = as_text_colour(colour)
    assert as_text_colour(found) == found
    ld.Brand.load({"colours": dict.fromkeys(("primary", "prepare", "qualify", "concretise"), f"#{found}")})


@given(st.lists(st.integers(400, 6000), min_size=1, max_size=8), st.floats(0.6, 1.2))
def test_columns_share_the_room(widths: list[int], share: float) -> None:
    whole = round(sum(widths) * share)
    made = shared(widths, whole)
    assert sum(made) == whole
    assert all(width > 0 for width in made)
