"""A template on a letterhead: what stands in header and footer, and their styles and lists beside ours."""

from __future__ import annotations

import re

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.layouts import build_template
from ledertrivsel_docs.page_parts.letterheads import letterhead
from tests.support.letterheads.framed import attribute, headers, template
from tests.support.letterheads.new_word import aastrup
from tests.support.letterheads.parts import PERSON
from tests.support.packages import unzipped
from tests.support.word import W, texts, tree


def test_the_same_letterhead_gives_the_same_template() -> None:
    brand, library = ld.Brand.default(), ld.Library.default()
    one, other = (build_template("invitation", letterhead(aastrup(), "a.dotx"), brand, library) for _ in range(2))
    assert one == other


class TestWhatStandsInHeaderAndFooter:
    @pytest.fixture
    def sheet(self) -> bytes:
        return template("invitation", "aastrup")

    def test_changes_are_accepted_and_prompts_are_gone(self, sheet: bytes) -> None:
        assert "Aastrup Kommune · HR" in headers(sheet).values()
        shown = "".join(headers(sheet).values())
        assert "Personale" not in shown
        assert "Klik her" not in shown

    def test_fields_that_tell_who_and_where_are_gone(self, sheet: bytes) -> None:
        feet = headers(sheet, "footer")
        assert any("www.aastrup.dk" in text and "2 af 3" in text for text in feet.values())
        xml = "".join(unzipped(sheet)[part].decode() for part in feet)
        assert "FILENAME" not in xml
        assert "AUTHOR" not in xml
        assert "NUMPAGES" in xml

    def test_our_page_number_is_there_only_where_theirs_is_not(self, sheet: bytes) -> None:
        later, first = headers(sheet, "footer").values()
        assert "{{ footer.source }}" in later
        assert "{{ footer.label }}" not in later
        assert "{{ footer.label }}" in first

    def test_the_line_of_wayfinding_begins_the_text(self, sheet: bytes) -> None:
        assert "{{ header.kit }}" in texts(sheet)[0]

    def test_a_file_name_is_no_alternative_text(self, sheet: bytes) -> None:
        xml = "".join(unzipped(sheet)[part].decode() for part in headers(sheet))
        assert "logo.png" not in xml
        assert "decorative" in xml

    def test_the_picture_looks_as_it_did(self, sheet: bytes) -> None:
        before, after = (unzipped(data) for data in (aastrup(), sheet))
        ours = next(content for part, content in after.items() if part.startswith("word/media/"))
        assert PERSON.encode() in before["word/media/image1.png"]
        assert len(before["word/media/image1.png"]) - len(ours) == len(b"Author\0" + PERSON.encode()) + 12

    def test_a_drawing_keeps_how_light_its_colour_is(self, sheet: bytes) -> None:
        xml = "".join(unzipped(sheet)[part].decode() for part in headers(sheet))
        assert re.search(r'srgbClr val="C98B2B"><a:lumMod val="20000"/>', xml)
        assert "[661]" not in xml


def test_a_style_of_the_same_name_as_ours_is_told_apart() -> None:
    sheet = template("invitation", "aastrup")
    names = [n.get(f"{W}val", "") for n in tree(sheet, "word/styles.xml").iter(f"{W}name")]
    assert {"Bemærkning", "Bemærkning (2)"} <= set(names)
    assert len({name.lower() for name in names}) == len(names)
    ids = [s.get(f"{W}styleId", "") for s in tree(sheet, "word/styles.xml").iter(f"{W}style")]
    assert len(set(ids)) == len(ids)


def test_a_cover_has_the_letterhead_too() -> None:
    """Bremark's first page is like the others; the plan's is not, and must have the band all the same."""
    sheet = template("plan", "bremark")
    section = tree(sheet).find(f"{W}body/{W}sectPr")
    assert section is not None
    kinds = {reference.get(f"{W}type") for reference in section.iter(f"{W}headerReference")}
    assert kinds == {"default", "first", "even"}
    assert sum("Bremark Kommune" in text for text in headers(sheet).values()) == 3
    assert any("{{ running.left }}" in text for text in headers(sheet, "footer").values())


def test_a_number_list_of_theirs_and_ours_do_not_mix() -> None:
    sheet = template("invitation", "bremark")
    numbering = tree(sheet, "word/numbering.xml")
    ids = [num.get(f"{W}numId") for num in numbering.iter(f"{W}num")]
    assert sorted(map(str, ids)) == ["1", "2"]
    bullet = next(num for num in numbering.iter(f"{W}num") if num.get(f"{W}numId") == "1")
    kind = attribute(bullet, "abstractNumId", "val")
    definition = next(a for a in numbering.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == kind)
    assert attribute(definition, f"lvl/{W}numFmt", "val") == "bullet"


def test_the_brands_logo_does_not_stand_beside_the_letterheads() -> None:
    for stem in ("invitation", "plan"):
        parts = unzipped(template(stem, "aastrup"))
        lines = [content for part, content in parts.items() if re.search(r"document|header|footer", part)]
        assert not any(b"header.logo" in content for content in lines)
        assert any(b"header.kit" in content or b"running.title" in content for content in lines)
