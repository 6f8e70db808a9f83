"""Each accessibility rule has a deck that breaks it, and one that comes close and doesn't."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE

from ledertrivsel_docs.accessibility import RULES, Rule, check_accessibility
from tests.support.deck_faults import (
    PALE,
    WHITE,
    alt,
    both,
    by_style,
    emptied,
    english,
    gone,
    grey,
    grouped,
    has_header,
    hidden,
    in_order,
    linked,
    locked,
    looping,
    media,
    merged,
    no_language,
    on_photo,
    outside,
    painted_text,
    pale_behind,
    rows,
    same_title,
    second_title,
    sections,
    small,
    table,
    text_of,
    timed,
    title_last,
    underline,
)
from tests.support.decks import A, P
from tests.support.good_decks import (
    BOX,
    Change,
    Made,
    data,
    decorative,
    described,
    painted,
    shape,
)

Case = Change | bytes
REPEATED = '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" {}/></p:par></p:tnLst></p:timing>'
BREAKS: dict[str, list[Callable[[Made], object] | bytes]] = {
    "unreadable": [b"", data()[:-400], b"PK\x05\x06" + b"\0" * 18],
    "title-missing": [lambda made: setattr(made.core_properties, "title", "")],
    "title-file-name": [lambda made: setattr(made.core_properties, "title", "PowerPoint-præsentation")],
    "restricted": [locked()],
    "language-missing": [no_language()],
    "language-wrong": [english()],
    "empty-paragraphs": [lambda made: text_of(made, "A", "", "", "B")],
    "empty-paragraph": [lambda made: text_of(made, "A", "", "B")],
    "repeated-blanks": [lambda made: text_of(made, "Navn      Dato")],
    "repeated-tabs": [lambda made: text_of(made, "Navn\t\t\tDato")],
    "list-typed": [lambda made: text_of(made, "- læs", "- tal")],
    "list-typed-numbers": [lambda made: text_of(made, "1. læs", "2. tal", "3. skriv")],
    "table-header": [lambda made: has_header(made, False)],
    "table-layout": [
        both(
            lambda made: has_header(made, False),
            lambda made: described(shape(made, 2, "Table"), ""),
            lambda made: setattr(table(made).cell(0, 0), "text", "A\nB"),
        ),
    ],
    "table-header-empty": [lambda made: emptied(made, (0, 1))],
    "table-merged": [merged],
    "table-nested": [],
    "table-blank": [both(lambda made: rows(made, ("Samtale", "HR")), lambda made: emptied(made, (1, 0), (1, 1)))],
    "table-name": [lambda made: described(shape(made, 2, "Table"), "")],
    "alt-text-missing": [
        alt(""),
        lambda made: made.slides[0].shapes.add_shape(MSO_SHAPE.OVAL, *BOX),
        lambda made: made.slides[0].shapes.add_connector(1, *BOX),
        lambda made: grouped(made, ""),
    ],
    "alt-text-file-name": [alt("a.PNG")],
    "alt-text-vague": [alt("Picture 3"), alt("Et billede, der indeholder tekst, skærmbillede"), alt("Logo")],
    "alt-text-long": [alt("Fire felter med temaer. " * 15)],
    "alt-text-decorative": [lambda made: decorative(shape(made, 1, "Picture"), "Fire felter")],
    "film-captions": [media("videoFile")],
    "sound-text": [media("audioFile")],
    "contrast": [
        lambda made: grey(made, 0x90, 14),
        lambda made: grey(made, 0xA0, 24),
        pale_behind,
        by_style,
        lambda made: painted(table(made).cell(1, 1), PALE, WHITE),
        lambda made: painted(shape(made, 1, "theme:"), PALE, WHITE),
    ],
    "text-small": [small(11), lambda made: text_of(made, "A").text_frame._txBody.bodyPr.append(
        etree.fromstring(f'<a:normAutofit xmlns:a="{A[1:-1]}" fontScale="40000"/>'))],
    "capitals": [lambda made: text_of(made, "HUSK AT SKRIVE NAVNE PÅ ALLE ROLLER")],
    "underlined": [underline],
    "link-empty": [],
    "link-address": [lambda made: linked(made, "https://eksempel.dk/a")],
    "link-vague": [lambda made: linked(made, "Læs mere")],
    "link-same-text": [both(lambda made: linked(made, "Guiden"), lambda made: linked(made, "Guiden", "https://eksempel.dk/b"))],
    "slide-title": [gone, lambda made: setattr(made.slides[1].shapes.title, "text", " ")],
    "slide-title-twice": [same_title],
    "slide-titles": [second_title],
    "slide-title-outside": [outside],
    "slide-title-first": [title_last],
    "slide-order": [lambda made: in_order(made, 150, 130)],
    "slide-placeholder": [lambda made: setattr(made.slides[1].placeholders[1], "text", "")],
    "slide-hidden": [hidden],
    "section-name": [sections("Standardsektion"), sections("")],
    "section-name-twice": [sections("Formiddag", "Formiddag")],
    "slide-advances": [timed('<p:transition advTm="5000"/>')],
    "slide-moves": [timed(REPEATED.format('repeatCount="indefinite"'))],
    "show-loops": [looping()],
}  # fmt: skip
KEEPS: dict[str, list[Callable[[Made], object] | bytes]] = {
    "language-wrong": [lambda made: text_of(made, "Kom i gang nu")],
    "empty-paragraphs": [lambda made: text_of(made, "A", "", "B")],
    "repeated-blanks": [lambda made: text_of(made, "Navn   Dato")],
    "list-typed": [lambda made: text_of(made, "- læs", "tal")],
    "list-typed-numbers": [lambda made: text_of(made, "1. juni 2027: A", "2. juni 2027: B")],
    "table-header": [both(lambda made: has_header(made, False), lambda made: setattr(table(made), "first_col", True))],
    "table-header-empty": [lambda made: emptied(made, (0, 0))],
    "table-blank": [lambda made: emptied(made, (1, 0), (1, 1))],
    "alt-text-missing": [
        lambda made: decorative(shape(made, 1, "Picture")),
        lambda made: grouped(made, "En cirkel om temaet"),
        hidden,
    ],
    "alt-text-vague": [alt("Logo: Eksempel Kommune")],
    "film-captions": [
        media("videoFile", "<p:extLst><p:ext uri='a'><a:trackLst/></p:ext></p:extLst>"),
        media("audioFile"),
    ],
    "sound-text": [media("videoFile")],
    "contrast": [
        lambda made: grey(made, 0x70, 12),
        lambda made: grey(made, 0x90, 18),
        lambda made: grey(made, 0x90, 14, bold=True),
        on_photo,
    ],
    "text-small": [small(12)],
    "capitals": [lambda made: text_of(made, "HUSK MED OG AMO")],
    "link-address": [lambda made: linked(made, "hr@eksempel.dk", "mailto:hr@eksempel.dk")],
    "link-vague": [lambda made: linked(made, "Læs mere om temaerne")],
    "link-same-text": [both(lambda made: linked(made, "Guiden"), lambda made: linked(made, "Guiden"))],
    "slide-order": [lambda made: in_order(made, 130, 150)],
    "section-name": [sections("Formiddag")],
    "section-name-twice": [sections("Formiddag", "Eftermiddag")],
    "slide-advances": [timed('<p:transition spd="slow"/>')],
    "slide-moves": [timed(REPEATED.format(""))],
}
NEVER = {"table-nested", "link-empty"}  # PowerPoint can't hold such a thing


def ids(case: Callable[[Made], object] | bytes, *, template: bool = False) -> set[str]:
    made = case if isinstance(case, bytes) else data(case)
    return {finding.rule for finding in check_accessibility(("x.pptx", made), template=template)}


def test_a_good_deck_keeps_every_rule() -> None:
    assert list(map(str, check_accessibility(("god.pptx", data())))) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if "pptx" in rule.formats], ids=lambda rule: rule.id)
def test_what_breaks_a_rule_is_found_and_what_comes_close_is_not(rule: Rule) -> None:
    assert BREAKS[rule.id] or rule.id in NEVER
    assert [number for number, case in enumerate(BREAKS[rule.id]) if rule.id not in ids(case)] == []
    assert [number for number, case in enumerate(KEEPS.get(rule.id, [])) if rule.id in ids(case)] == []
    assert rule.id not in ids(data())


def test_text_on_a_filled_placeholder_of_the_layout_stands_on_that() -> None:
    def fill(made: Made) -> None:
        title = made.slides[1].slide_layout.placeholders[0]
        painted(title, MSO_THEME_COLOR.TEXT_2, WHITE)

    (found,) = check_accessibility(("x.pptx", data(fill)))
    assert "#000000 on #1F497D" in str(found)


def test_shapes_are_read_where_their_groups_put_them() -> None:
    """A pale text in a group, on a dark panel in the same group, is measured against that panel."""

    def change(made: Made) -> None:
        group = made.slides[0].shapes.add_group_shape()
        panel = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *BOX)
        painted(panel, MSO_THEME_COLOR.TEXT_1, WHITE)
        decorative(panel)
        box = group.shapes.add_textbox(*BOX)
        box.text_frame.text = "Hvidt på mørkt"
        painted_text(box, WHITE)
        for place in group._element.iterfind(f"{P}grpSpPr/{A}xfrm/{A}off"):
            place.set("y", "4000000")

    assert "contrast" not in ids(change)
