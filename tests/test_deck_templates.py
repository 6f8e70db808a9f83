"""The committed deck templates: what the code makes, and what somebody who adds a slide in PowerPoint gets."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, cast

import pytest
from lxml import etree
from pptx import Presentation

import ledertrivsel_docs as ld
from ledertrivsel_docs.layouts import DECK_LAYOUTS, build_deck_template
from ledertrivsel_docs.look import look
from ledertrivsel_docs.page_parts.deck_base import deck_base
from ledertrivsel_docs.page_parts.deck_layouts import SLIDE_LOOKS
from ledertrivsel_docs.page_parts.deck_looks import INDEX, PAGE
from ledertrivsel_docs.page_parts.deck_markup import Box
from ledertrivsel_docs.resources import templates_folder
from tests.support.packages import unzipped
from tests.support.programmes import BRANDS

PPTX = templates_folder() / "pptx"
WORDS = ld.Library.default().words["slide-layouts"]
KINDS = {
    "deck": "title section agenda ladder exercise question theme steps map quote result closing",
    "plan-presentation": "title steps overview card quote result question closing",
}
STEMS = list(DECK_LAYOUTS)


def parts(data: bytes) -> dict[str, etree._Element]:
    """Every part; a template holds nothing but XML."""
    return {name: etree.fromstring(content) for name, content in unzipped(data).items()}


def committed(stem: str) -> dict[str, etree._Element]:
    return parts((PPTX / f"{stem}.pptx").read_bytes())


def drawn(stem: str) -> Iterator[tuple[str, etree._Element]]:
    """The parts that show something: slides and their notes, layouts, masters."""
    for name, tree in committed(stem).items():
        if re.match(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/[^/]+$", name):
            yield name, tree


def sizes(tree: etree._Element) -> set[int]:
    return {int(run.get("sz", "0")) for run in tree.iter("{*}rPr", "{*}defRPr", "{*}endParaRPr") if run.get("sz")}


@pytest.mark.parametrize("stem", STEMS)
def test_template_is_what_its_layout_makes(stem: str) -> None:
    """Part by part: compressed bytes differ between builds of zlib. To mend it: python -m ledertrivsel_docs.layouts."""
    made = parts(build_deck_template(stem, deck_base(WORDS), ld.Brand.default(), ld.Library.default()))
    ours = committed(stem)
    assert sorted(made) == sorted(ours)
    for name, tree in made.items():
        assert etree.tostring(tree, method="c14n") == etree.tostring(ours[name], method="c14n"), name


@pytest.mark.parametrize("stem", STEMS)
def test_template_is_lean(stem: str) -> None:
    assert (PPTX / f"{stem}.pptx").stat().st_size < 60_000
    assert not [name for name in committed(stem) if re.search("thumbnail|printer|app.xml|custom", name)]


@pytest.mark.parametrize("stem", STEMS)
def test_template_has_a_slide_for_each_kind(stem: str) -> None:
    assert list(ld.Template(PPTX / f"{stem}.pptx").kinds) == KINDS[stem].split()


@pytest.mark.parametrize("stem", STEMS)
def test_page_and_layouts(stem: str) -> None:
    deck = Presentation(str(PPTX / f"{stem}.pptx"))
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)
    assert [layout.name for layout in deck.slide_layouts] == list(WORDS["layouts"].values())
    for layout in deck.slide_layouts:
        holders: list[Any] = list(cast(Any, layout.placeholders))
        kinds = [str(holder.placeholder_format.type) for holder in holders]
        assert len([kind for kind in kinds if "TITLE" in kind]) == 1
        assert len([kind for kind in kinds if "FOOTER" in kind]) == 1
        assert len([kind for kind in kinds if "SLIDE_NUMBER" in kind]) == 1
        assert all(holder.text_frame.text for holder in holders)


@pytest.mark.parametrize("key", SLIDE_LOOKS)
def test_a_slide_added_by_hand_has_the_places_of_its_layout(key: str) -> None:
    deck = Presentation(str(PPTX / "deck.pptx"))
    layout = next(layout for layout in deck.slide_layouts if layout.name == WORDS["layouts"][key])
    slide = deck.slides.add_slide(layout)
    assert slide.shapes.title is not None
    assert {holder.placeholder_format.idx for holder in slide.placeholders} == {
        INDEX[slot.key] for slot in SLIDE_LOOKS[key].slots
    }
    for holder in slide.placeholders:  # where it stands comes from the layout
        assert holder.width
        assert holder.height


@pytest.mark.parametrize("stem", STEMS)
def test_slides_take_their_look_from_the_layout(stem: str) -> None:
    """Sizes stand on a slide only in tables and in shapes that are no placeholders."""
    for name, tree in drawn(stem):
        if not name.startswith("ppt/slides/"):
            continue
        layouts = {holder.get("idx") for layout in layouts_of(stem) for holder in layout.iter("{*}ph")}
        for shape in tree.iter("{*}sp"):
            holder = shape.find(".//{*}ph")
            if holder is None:
                continue
            assert holder.get("idx") in layouts
            assert not sizes(shape), name
            assert len(shape.findall("{*}txBody/{*}lstStyle/*")) == 0


def layouts_of(stem: str) -> list[etree._Element]:
    return [tree for name, tree in drawn(stem) if name.startswith("ppt/slideLayouts/")]


@pytest.mark.parametrize("stem", STEMS)
def test_only_the_themes_colours_and_fonts(stem: str) -> None:
    for name, tree in drawn(stem):
        assert not list(tree.iter("{*}srgbClr", "{*}sysClr", "{*}prstClr")), name
        assert {font.get("typeface") for font in tree.iter("{*}latin", "{*}buFont")} <= {"+mj-lt", "+mn-lt"}, name


@pytest.mark.parametrize("stem", STEMS)
def test_every_run_is_danish(stem: str) -> None:
    for name, tree in drawn(stem):
        for run in tree.iter("{*}r", "{*}fld"):
            assert run.find("{*}rPr") is not None, name
        for element in tree.iter("{*}rPr", "{*}endParaRPr", "{*}defRPr"):
            assert element.get("lang") == "da-DK", name


@pytest.mark.parametrize("stem", STEMS)
def test_shapes_have_names_of_their_own(stem: str) -> None:
    for name, tree in drawn(stem):
        named = list(tree.iter("{*}cNvPr"))[1:]
        names = [element.get("name") for element in named]
        assert all(names), name
        assert len({element.get("id") for element in tree.iter("{*}cNvPr")}) == len(named) + 1, name
        if name.startswith("ppt/slides/"):
            alike = {(element.get("name"), place_of(element)) for element in named}  # of two, one is printed
            once = [shown for shown, place in alike if shown != "theme:{{ theme.id }}"]
            assert len(set(once)) == len(once), name


def place_of(properties: etree._Element) -> str:
    """The number of the placeholder that a name stands for; a shape that is none has its own."""
    return str(properties.xpath("string(../*[local-name()='nvPr']/*/@idx)")) or str(properties.get("id"))


@pytest.mark.parametrize("stem", STEMS)
def test_slides_read_in_the_order_of_their_layout(stem: str) -> None:
    for slide in Presentation(str(PPTX / f"{stem}.pptx")).slides:
        layout = [holder.placeholder_format.idx for holder in cast(Any, slide.slide_layout.placeholders)]
        own = [layout.index(int(index)) for index in slide._element.xpath("//p:nvPr/p:ph/@idx") if int(index) > 12]
        assert layout[0] == 0
        assert own == sorted(own), slide.slide_layout.name


@pytest.mark.parametrize("stem", STEMS)
def test_what_is_no_text_has_an_alt_text_or_is_decorative(stem: str) -> None:
    for name, tree in drawn(stem):
        for shape in tree.iter("{*}sp", "{*}graphicFrame"):
            has_text = any(text.text for text in shape.iter("{*}t")) and shape.tag.endswith("}sp")
            is_image_of_slide = shape.find(".//{*}ph[@type='sldImg']") is not None
            described = shape.xpath("string(.//*[local-name()='cNvPr']/@descr)")
            decorative = shape.find(".//{*}decorative") is not None
            assert has_text or is_image_of_slide or described or decorative, name


@pytest.mark.parametrize("stem", STEMS)
def test_tables_have_a_header_row(stem: str) -> None:
    for name, tree in drawn(stem):
        for table in tree.iter("{*}tbl"):
            properties = table.find("{*}tblPr")
            assert properties is not None
            assert properties.get("firstRow") == "1"
            assert min(int(row.get("h", "0")) for row in table.iter("{*}tr")) >= 360_000, name


@pytest.mark.parametrize("key", SLIDE_LOOKS)
def test_type_is_as_large_as_a_room_needs(key: str) -> None:
    title, *rest = (slot for slot in sorted(SLIDE_LOOKS[key].slots, key=lambda slot: slot.key != "title"))
    assert 32 <= title.levels[0].size <= (54 if SLIDE_LOOKS[key].dark else 40)
    for slot in rest:
        assert min(level.size for level in slot.levels) >= 14


@pytest.mark.parametrize("stem", STEMS)
def test_nothing_on_a_slide_is_smaller_than_it_may_be(stem: str) -> None:
    for name, tree in drawn(stem):
        assert min(sizes(tree), default=1_400) >= (1_400 if name.startswith("ppt/slides/") else 1_200), name


@pytest.mark.parametrize("key", SLIDE_LOOKS)
def test_places_stand_on_the_page_and_clear_of_each_other(key: str) -> None:
    boxes = {slot.key: slot.box for slot in SLIDE_LOOKS[key].slots if not slot.turned}
    for name, box in boxes.items():
        assert box.left >= 18
        assert box.right <= PAGE.width - 17.9
        assert box.bottom <= 175
        assert not [other for other, its in boxes.items() if other != name and overlap(box, its)], name


def overlap(one: Box, other: Box) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.01 and down > 0.01


@pytest.mark.parametrize("steps", [0, 2, 3])
def test_wayfinding_ends_at_the_right_margin(steps: int) -> None:
    labels = [{"label": f"{number} Trin", "current": number == 1} for number in range(1, steps + 1)]
    header = {"organisation": "", "kit": "Kit", "steps": labels}
    slide = {"title": "T", "kicker": "", "lead": "", "subtitle": "", "contact": "", "notes": []}
    template = ld.Template(PPTX / "deck.pptx", theme=look(BRANDS["second"](), ld.Step.QUALIFY))
    made = template.render([("closing", slide)], common={"header": header, "footer": "Kit"})
    (master,) = Presentation(io.BytesIO(made)).slide_masters
    shown = [shape for shape in master.shapes if shape.has_text_frame and shape.text_frame.text.endswith(" Trin")]
    assert [shape.text_frame.text for shape in shown] == [label["label"] for label in labels]
    if steps:
        assert shown[-1].left + shown[-1].width == pytest.approx((PAGE.width - 18) * 36_000, abs=360)
        assert len({shape.left for shape in shown}) == steps


def test_template_takes_a_brand() -> None:
    brand = BRANDS["second"]()
    template = build_deck_template("deck", deck_base(WORDS), brand, ld.Library.default())
    for name, tree in parts(template).items():
        if name.startswith("ppt/theme/"):
            assert tree.xpath("string(//*[local-name()='dk2']/*/@val)") == brand.colours.primary
            assert tree.xpath("string(//*[local-name()='minorFont']/*[1]/@typeface)") == brand.fonts.body
