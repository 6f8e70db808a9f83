"""Our documents on an organisation's own letterhead: three that have nothing in common, each with every document."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting import collect
from ledertrivsel_docs.errors import TemplateError
from ledertrivsel_docs.layouts import LAYOUTS, build_template
from ledertrivsel_docs.models.brand import as_text_colour
from ledertrivsel_docs.page_parts.letterheads import Letterhead, brand_of, letterhead
from ledertrivsel_docs.page_parts.letterheads.fit import shared
from ledertrivsel_docs.resources import templates_folder
from tests.support import rules
from tests.support.letterheads import LETTERHEADS, aastrup, bremark
from tests.support.letterheads.parts import PERSON, SLOTS, theme
from tests.support.office import needs_font, needs_tool, pages
from tests.support.programmes import BRANDS, filled
from tests.support.validator import COMMAND, findings
from tests.support.word import W, replaced, texts, tree, unzipped, word, zipped
from tests.test_documents import ONE_PAGE

NAMES = tuple(LETTERHEADS)
TELL_TALE = re.compile(
    rb"mehan|Users|Mette|Hansen|attachedTemplate|customXml|docVar|[:< ]rsid|Normal\.dotm|[A-Z]:\\", re.IGNORECASE
)
SAYS = {
    "aastrup": "Aastrup Kommune",
    "bremark": "Bremark Kommune",
    "lincoln": "Lincoln County · Human Resources",
}
MARGINS = {"aastrup": (2552, 1134), "bremark": (1134, 1985), "lincoln": (1584, 1440)}  # top and left, as they set them
HEADING = {
    "aastrup": ("Georgia", "40", "7A1F3D"),
    "bremark": ("Cambria", "32", "3B3B3B"),
    "lincoln": ("Liberation Sans", "36", "2A6099"),
}
TOO_MUCH_TEXT = {
    "aastrup": {"conversation-guide", "dialogue-sheet", "theme-worksheet"},
    "bremark": {"conversation-guide", "dialogue-sheet", "theme-worksheet", "invitation"},
    "lincoln": {"conversation-guide"},
}
"""Sheets that are full on our own narrow margins: on wider ones they take a page more."""


@cache
def base(name: str) -> Letterhead:
    if name == "lincoln":
        needs_tool("soffice")
    return letterhead(LETTERHEADS[name](), f"{name}.docx")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("letterheads")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


_MADE: dict[str, ld.Pack] = {}


@pytest.fixture
def kit(name: str, folder: Path) -> ld.Pack:
    """All kits, filled, on a letterhead."""
    own = folder / name
    if not own.exists():
        (own / "docx").mkdir(parents=True)
        for stem in LAYOUTS:
            template = build_template(stem, base(name), ld.Brand.default(), ld.Library.default())
            (own / "docx" / f"{stem}.docx").write_bytes(template)
    if name not in _MADE:
        _MADE[name] = ld.build_pack("alle", filled(), brand=ld.Brand.default(), templates=own)
    return _MADE[name]


def papers(kit: ld.Pack) -> list[ld.Document]:
    return [document for document in kit if document.name.endswith(".docx")]


def on_letterhead(kit: ld.Pack) -> list[ld.Document]:
    return [document for document in papers(kit) if LAYOUTS[document.id].page.takes_letterhead]


def said(element: etree._Element, path: str, key: str) -> str:
    """An attribute of a child that must be there."""
    found = element.find(f"{W}{path}")
    assert found is not None
    return found.get(f"{W}{key}", "")


def headers(data: bytes, kind: str = "header") -> dict[str, str]:
    members = unzipped(data)
    return {name: "\n".join(texts(data, name)) for name in members if re.fullmatch(rf"word/{kind}\d+\.xml", name)}


def test_every_upright_a4_paper_has_their_header_and_margins(kit: ld.Pack, name: str) -> None:
    top, left = MARGINS[name]
    for document in on_letterhead(kit):
        assert any(SAYS[name] in text for text in headers(document.bytes).values()), document.path
        section = tree(document.bytes).find(f"{W}body/{W}sectPr")
        assert section is not None
        assert abs(int(said(section, "pgMar", "top")) - top) <= 2
        assert abs(int(said(section, "pgMar", "left")) - left) <= 2
        assert (said(section, "pgSz", "w"), said(section, "pgSz", "h")) == ("11906", "16838")


def test_other_papers_keep_our_frame_and_take_their_fonts(kit: ld.Pack, name: str) -> None:
    others = [document for document in papers(kit) if document not in on_letterhead(kit)]
    assert {"theme-cards", "priority-map", "ladder", "evaluation"} <= {document.id for document in others}
    for document in others:
        assert not any(SAYS[name] in text for text in headers(document.bytes).values()), document.path
        assert f'w:ascii="{HEADING[name][0]}"' in unzipped(document.bytes)["word/styles.xml"].decode()


def test_their_headings_hold(kit: ld.Pack, name: str) -> None:
    for document in on_letterhead(kit):
        if document.id == "plan":  # its first heading is a cover's title
            continue
        styles = tree(document.bytes, "word/styles.xml").iter(f"{W}style")
        style = next(style for style in styles if style.get(f"{W}styleId") == "Heading1")
        font, size, colour = (
            said(style, f"rPr/{W}{key}", name) for key, name in (("rFonts", "ascii"), ("sz", "val"), ("color", "val"))
        )
        assert (font, size, colour.upper()) == HEADING[name]
        assert style.find(f"{W}pPr/{W}numPr") is None
        assert style.find(f"{W}pPr/{W}pageBreakBefore") is None


def test_nothing_tells_who_made_the_letterhead(kit: ld.Pack) -> None:
    for document in papers(kit):
        for part, content in unzipped(document.bytes).items():
            assert not TELL_TALE.search(content), (document.path, part, TELL_TALE.search(content))
            assert not part.startswith(("customXml", "docProps/app", "docProps/thumb", "word/glossary")), part


def test_no_table_and_no_tab_leaves_the_text(kit: ld.Pack) -> None:
    for document in on_letterhead(kit):
        body = tree(document.bytes)[0]
        sides = sum(int(said(body, f"sectPr/{W}pgMar", side)) for side in ("left", "right"))
        room = int(said(body, f"sectPr/{W}pgSz", "w")) - sides
        for table in body.iter(f"{W}tbl"):
            widths = [int(column.get(f"{W}w", "0")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
            assert sum(widths) <= room + 3, document.path
            assert min(widths) > 350, document.path
        assert all(int(tab.get(f"{W}pos", "0")) <= room + 3 for tab in body.iter(f"{W}tab"))


def test_documents_keep_the_rules(kit: ld.Pack) -> None:
    """Ours; what stands in their header is theirs."""
    for document in papers(kit):
        members = unzipped(document.bytes)
        for part in [part for part in members if re.fullmatch(r"word/(header|footer)\d+\.xml", part)]:
            root = etree.fromstring(members[part])
            if document in on_letterhead(kit):
                root[:] = [etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>x</w:t></w:r></w:p>')]
            members[part] = etree.tostring(root)
        assert rules.broken(zipped(members)) == [], document.path


def test_their_colours_stay_in_another_brand(kit: ld.Pack, name: str, folder: Path) -> None:
    for number in ("34", "40"):
        here, there = (
            unzipped(ld.build_document(number, brand=brand, templates=folder / name).bytes)
            for brand in (ld.Brand.default(), BRANDS["second"]())
        )
        assert here["word/theme/theme1.xml"] != there["word/theme/theme1.xml"]
        for part in (part for part in here if re.fullmatch(r"word/header\d+\.xml", part)):
            assert here[part] == there[part], part
            assert b"themeColor" not in here[part]
            assert b"schemeClr" not in here[part]
    assert len(on_letterhead(kit)) > 20


def test_documents_are_valid_for_office(kit: ld.Pack, tmp_path: Path) -> None:
    needs_tool(COMMAND)
    tried = {document.id: document for document in papers(kit)}
    files = []
    for stem in ("action-card", "plan", "theme-worksheet", "priority-map"):
        files.append(tmp_path / f"{stem}.docx")
        files[-1].write_bytes(tried[stem].bytes)
    assert findings(files) == []


def test_sheets_of_one_page_stay_so(kit: ld.Pack, name: str, tmp_path: Path) -> None:
    needs_tool("soffice")
    for font in ("Calibri", "Arial"):
        needs_font(font)
    tried = {d.id: d for d in on_letterhead(kit) if d.id in ONE_PAGE - {"run-sheet"}}
    files = [tmp_path / f"{stem}.docx" for stem in tried]
    for file, document in zip(files, tried.values(), strict=True):
        file.write_bytes(document.bytes)
    too_long = {stem for stem, count in zip(tried, pages(files), strict=True) if count > 1}
    assert too_long <= TOO_MUCH_TEXT[name]


def test_filled_forms_come_back(kit: ld.Pack, name: str, folder: Path) -> None:
    programme = filled().resolved()
    sources = [(d.name, d.bytes) for d in papers(kit) if d.id == "action-card"]
    answers = collect(sources, programme=programme, templates=folder / name)
    assert {card.model_copy(update={"source": None}) for card in answers.action_cards} == set(programme.action_cards)


def test_the_same_letterhead_gives_the_same_template() -> None:
    brand, library = ld.Brand.default(), ld.Library.default()
    one, other = (build_template("invitation", letterhead(aastrup(), "a.dotx"), brand, library) for _ in range(2))
    assert one == other


@cache
def invitation() -> bytes:
    return build_template("invitation", base("aastrup"), ld.Brand.default(), ld.Library.default())


class TestWhatStandsInHeaderAndFooter:
    @pytest.fixture
    def sheet(self) -> bytes:
        return invitation()

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
    sheet = build_template("invitation", base("aastrup"), ld.Brand.default(), ld.Library.default())
    names = [n.get(f"{W}val", "") for n in tree(sheet, "word/styles.xml").iter(f"{W}name")]
    assert {"Bemærkning", "Bemærkning (2)"} <= set(names)
    assert len({name.lower() for name in names}) == len(names)
    ids = [s.get(f"{W}styleId", "") for s in tree(sheet, "word/styles.xml").iter(f"{W}style")]
    assert len(set(ids)) == len(ids)


def test_a_cover_has_the_letterhead_too() -> None:
    """Bremark's first page is like the others; the plan's is not, and must have the band all the same."""
    sheet = build_template("plan", base("bremark"), ld.Brand.default(), ld.Library.default())
    section = tree(sheet).find(f"{W}body/{W}sectPr")
    assert section is not None
    kinds = {reference.get(f"{W}type") for reference in section.iter(f"{W}headerReference")}
    assert kinds == {"default", "first", "even"}
    assert sum("Bremark Kommune" in text for text in headers(sheet).values()) == 3
    assert any("{{ running.left }}" in text for text in headers(sheet, "footer").values())


def test_a_number_list_of_theirs_and_ours_do_not_mix() -> None:
    sheet = build_template("invitation", base("bremark"), ld.Brand.default(), ld.Library.default())
    numbering = tree(sheet, "word/numbering.xml")
    ids = [num.get(f"{W}numId") for num in numbering.iter(f"{W}num")]
    assert sorted(map(str, ids)) == ["1", "2"]
    bullet = next(num for num in numbering.iter(f"{W}num") if num.get(f"{W}numId") == "1")
    kind = said(bullet, "abstractNumId", "val")
    definition = next(a for a in numbering.iter(f"{W}abstractNum") if a.get(f"{W}abstractNumId") == kind)
    assert said(definition, f"lvl/{W}numFmt", "val") == "bullet"


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


def test_a_letterhead_is_small(name: str) -> None:
    """It goes into every document."""
    assert len(base(name).framed) < 40_000


def test_the_brands_logo_does_not_stand_beside_the_letterheads() -> None:
    for stem in ("invitation", "plan"):
        template = unzipped(build_template(stem, base("aastrup"), ld.Brand.default(), ld.Library.default()))
        lines = [content for part, content in template.items() if re.search(r"document|header|footer", part)]
        assert not any(b"header.logo" in content for content in lines)
        assert any(b"header.kit" in content or b"running.title" in content for content in lines)
