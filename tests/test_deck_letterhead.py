"""Decks on presentations of organisations: what is theirs stays, what is ours has room on it, the rest is gone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import etree
from pptx import Presentation

import ledertrivsel_docs as ld
from ledertrivsel_docs.errors import TemplateError
from ledertrivsel_docs.layouts import DECK_LAYOUTS, build_deck_template
from ledertrivsel_docs.look import look
from ledertrivsel_docs.page_parts.deck_layouts import SLIDE_LOOKS
from ledertrivsel_docs.page_parts.deck_letterhead import deck_letterhead
from ledertrivsel_docs.page_parts.letterheads import brand_of
from ledertrivsel_docs.resources import templates_folder
from tests.support.deck_bases import (
    BASES,
    HIDDEN,
    LOGO,
    MM,
    NAME,
    dark,
    kommune,
    with_macros,
    with_title_bar,
)
from tests.support.deck_rules import COVERS, broken
from tests.support.decks import A, Deck, P, Slide, known_as, placeholder, shapes
from tests.support.dragged import drag, marks
from tests.support.dragged import read as read_map
from tests.support.exploded import QUARTERS
from tests.support.office import needs_tool, pages
from tests.support.packages import unzipped
from tests.support.programmes import BRANDS, filled, long
from tests.support.slide_looks import box, place_of
from tests.support.validator import findings

LIBRARY = ld.Library.default()
WORDS = LIBRARY.words["slide-layouts"]
DECKS = [
    *(("samlet-plan", number) for number in (12, 22, 32, 41)),
    *((kit, "deck") for kit in ("ledergruppen", "tu-droeftelse", "evne-ambition", "lederrollen")),
]
FIRST, PLAN, LADDER = DECKS[0], DECKS[3], DECKS[6]
CASES = {
    "kommune filled": ("kommune", filled, DECKS),
    "region filled": ("region", filled, DECKS),
    "title-bar filled": ("title-bar", filled, [FIRST]),
    "region blank": ("region", lambda: None, [FIRST, PLAN]),
    "kommune long": ("kommune", long, [FIRST, LADDER]),
    "region long": ("region", long, [FIRST]),
}
EVERY = {**BASES, "title-bar": with_title_bar}


@cache
def base(name: str) -> bytes:
    return deck_letterhead(EVERY[name](), f"{name}.potx", WORDS)


@cache
def brand(name: str) -> ld.Brand:
    return ld.Brand.model_validate({"fonts": brand_of(EVERY[name](), name)["fonts"]})


@cache
def template(name: str, stem: str) -> bytes:
    return build_deck_template(stem, base(name), brand(name), LIBRARY)


@pytest.fixture
def on(tmp_path: Path) -> Any:
    """The brand of a base, which names a folder with its templates."""

    def use(name: str) -> ld.Brand:
        (folder := tmp_path / name / "pptx").mkdir(parents=True, exist_ok=True)
        for stem in DECK_LAYOUTS:
            (folder / f"{stem}.pptx").write_bytes(template(name, stem))
        return brand(name).model_copy(update={"templates": str(folder.parent)})

    return use


@pytest.mark.parametrize("case", CASES)
def test_decks_on_their_presentation_keep_every_rule(case: str, on: Any) -> None:
    """Sizes, titles, notes, alt texts, contrast; nothing beyond the slide, nothing on the logo."""
    name, programme, wanted = CASES[case]
    own = on(name)
    for kit, number in wanted:
        data = ld.build_document(number, programme(), kit=kit, brand=own).bytes
        fixed = re.compile(r"colours that are not the theme's \(srgbClr\)")  # theirs, which are to stay
        found = [line for line in broken(data) if not fixed.search(line)]
        assert [line for line in found if name != "region" or line != "the slides are not 16:9"] == []
        deck = Deck(data)
        assert [line for slide in deck.slides for line in misplaced(deck, slide, name)] == []


def misplaced(deck: Deck, slide: Slide, name: str) -> Iterator[str]:
    size = deck.trees["ppt/presentation.xml"].find(f"{P}sldSz")
    assert size is not None
    page = (int(size.get("cx", "0")), int(size.get("cy", "0")))
    logo = [length * MM for length in LOGO]
    for shape in shapes(slide.tree):
        x, y, width, height = shown_box(slide, shape)
        if x < 0 or y < 0 or x + width > page[0] or y + height > page[1]:
            yield f"{known_as(shape).get('name')} is outside {slide.name}"
        over = x < logo[0] + logo[2] and x + width > logo[0] and y < logo[1] + logo[3] and y + height > logo[1]
        if name == "kommune" and over and slide.layout_name not in COVERS:
            yield f"{known_as(shape).get('name')} lies on the logo of {slide.name}"


def shown_box(slide: Slide, shape: etree._Element) -> tuple[float, float, float, float]:
    own, place = box(slide, shape), place_of(slide, shape)
    assert own is not None
    assert place is not None
    x, y, width, height = own
    if place.get("rot") in QUARTERS:
        return x + (width - height) / 2, y + (height - width) / 2, height, width
    return x, y, width, height


@pytest.mark.parametrize("stem", DECK_LAYOUTS)
@pytest.mark.parametrize("name", EVERY)
def test_our_layouts_are_all_that_their_master_has(name: str, stem: str) -> None:
    deck = Presentation(io.BytesIO(template(name, stem)))
    (master,) = deck.slide_masters
    assert [layout.name for layout in master.slide_layouts] == list(WORDS["layouts"].values())
    assert deck.slide_height == 6_858_000
    assert deck.slide_width == (9_144_000 if name == "region" else 12_192_000)
    assert list(ld.Template(template(name, stem)).kinds) == list(
        ld.Template(templates_folder() / "pptx" / f"{stem}.pptx").kinds
    )


@pytest.mark.parametrize("name", BASES)
def test_nothing_of_theirs_is_left_that_nobody_asked_for(name: str) -> None:
    names = unzipped(template(name, "deck"))
    everything = b"\n".join(names.values()).decode("utf-8", "ignore")
    for word in (HIDDEN, "ibenhansen", NAME, "Fortroligt", "fortroligt", "urn:kommune"):
        assert word not in everything
    assert not [
        part for part in names if re.search("customXml|printer|thumbnail|app.xml|chart|embeddings|comment", part)
    ]
    assert len([part for part in names if part.startswith("ppt/slideLayouts/slideLayout")]) == len(SLIDE_LOOKS)
    assert len([part for part in names if part.startswith("ppt/media/")]) == (2 if name == "kommune" else 0)
    assert len([part for part in names if re.match(r"ppt/theme/theme\d+\.xml", part)]) == 2


def test_what_their_master_shows_keeps_its_colours_in_any_brand() -> None:
    """The band is their second accent, darker; the kit's own colours take the slots of the theme."""
    second = BRANDS["second"]()
    made = ld.Template(template("kommune", "deck"), theme=look(second, ld.Step.QUALIFY))
    slide = {"title": "T", "kicker": "", "lead": "", "subtitle": "", "contact": "", "notes": []}
    header = {"organisation": "", "kit": "", "steps": []}
    deck = Deck(made.render([("closing", slide)], common={"header": header, "footer": "Kit", "logo": ""}))
    band = next(s for s in shapes(deck.slides[0].master) if known_as(s).get("name") == "Bånd")
    colour = band.find(f"{P}spPr/{A}solidFill/{A}srgbClr")
    assert colour is not None
    assert colour.get("val") == "C0504D"  # their accent2
    assert [(etree.QName(tone).localname, tone.get("val")) for tone in colour] == [("lumMod", "75000")]
    theme = deck.slides[0].theme
    assert theme.xpath("string(//*[local-name()='accent3']/*/@val)") == second.colours.qualify


def test_the_title_slide_is_theirs(on: Any) -> None:
    """Our title stands where theirs does, in their white, on their photo; the logo isn't shown on top of it."""
    data = ld.build_document(12, filled(), brand=on("kommune")).bytes
    first = Deck(data).slides[0]
    title = next(shape for shape in shapes(first.tree) if placeholder(shape) == ("title", "0"))
    assert box(first, title) == tuple(round(length * MM) for length in (24, 60, 150, 44))
    assert len([shape for shape in shapes(first.layout) if shape.tag == f"{P}pic"]) == 2
    assert first.layout.get("showMasterSp") == "0"
    inks = {named.get("val") for named in first.layout.iter(f"{A}schemeClr")}
    assert inks == {"bg1"}


def test_footer_stands_where_theirs_does(on: Any) -> None:
    second = Deck(ld.build_document(12, filled(), brand=on("kommune")).bytes).slides[1]
    footer = next(shape for shape in shapes(second.tree) if (placeholder(shape) or ("",))[0] == "ftr")
    assert box(second, footer) == tuple(round(length * MM) for length in (20, 4, 212, 6))


def test_titles_stand_in_a_bar_of_theirs(on: Any) -> None:
    second = Deck(ld.build_document(12, filled(), brand=on("title-bar")).bytes).slides[1]
    title = next(shape for shape in shapes(second.tree) if placeholder(shape) == ("title", "0"))
    _, top, _, height = shown_box(second, title)
    assert 0 < top < top + height <= 29 * 4 / 3 * MM


@pytest.mark.parametrize("name", BASES)
def test_a_dragged_map_is_read(name: str, on: Any) -> None:
    data = ld.build_document(12, brand=on(name)).bytes
    dragged = drag(data, {"sparring": (4.5, 1.5), "restitution": (2.0, 4.0)}, parked=["krydspres"])
    found = read_map(dragged)
    assert marks(found) == {"sparring": (4.5, 1.5), "restitution": (2.0, 4.0)}
    assert [theme for theme, _ in found.parked] == ["krydspres"]
    assert not found.problems


def word_file() -> bytes:
    target = io.BytesIO()
    Document().save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (dark(), "too dark"),
        (with_macros(), "macros"),
        (word_file(), "not a presentation"),
        (b"no zip", "not a Word or PowerPoint file"),
        (b"\xd0\xcf\x11\xe0 old", "protected by a password"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_remedy(data: bytes, what: str) -> None:
    with pytest.raises(TemplateError, match=what) as caught:
        deck_letterhead(data, "vores.potx", WORDS)
    (problem,) = caught.value.problems
    assert problem.file == "vores.potx"
    assert problem.remedy is not None


def test_their_theme_gives_a_brand() -> None:
    found = brand_of(kommune(), "vores.potx")
    assert found["fonts"] == {"heading": "Georgia", "body": "Verdana"}
    assert ld.Brand.load(found).fonts.heading == "Georgia"


@pytest.mark.parametrize("name", BASES)
def test_microsoft_finds_nothing(name: str, on: Any, tmp_path: Path) -> None:
    needs_tool("ooxml-validator")
    files = [tmp_path / f"{number}.pptx" for number in range(3)]
    own = on(name)
    made = (template(name, "deck"), *(ld.build_document(n, filled(), brand=own).bytes for n in (12, 41)))
    for file, data in zip(files, made, strict=True):
        file.write_bytes(data)
    assert findings(files) == []


def test_libreoffice_shows_every_slide(on: Any) -> None:
    decks = [ld.build_document(12, filled(), brand=on(name)) for name in BASES]
    assert pages(decks) == [len(Deck(deck.bytes).slides) for deck in decks]
