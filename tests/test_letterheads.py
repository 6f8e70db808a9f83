"""Our documents on an organisation's own letterhead: three that have nothing in common, each with every document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting import collect
from ledertrivsel_docs.layouts import LAYOUTS
from tests.support import rules
from tests.support.letterheads.framed import HEADING, NAMES, attribute, base, headers, template
from tests.support.office import needs_font, needs_tool, pages
from tests.support.packages import unzipped, zipped
from tests.support.programmes import BRANDS, filled
from tests.support.validator import COMMAND, findings
from tests.support.word import W, tree
from tests.test_documents import ONE_PAGE

TELL_TALE = re.compile(
    rb"mehan|Users|Mette|Hansen|attachedTemplate|customXml|docVar|[:< ]rsid|Normal\.dotm|[A-Z]:\\", re.IGNORECASE
)
SAYS = {
    "aastrup": "Aastrup Kommune",
    "bremark": "Bremark Kommune",
    "lincoln": "Lincoln County · Human Resources",
}
MARGINS = {"aastrup": (2552, 1134), "bremark": (1134, 1985), "lincoln": (1584, 1440)}  # top and left, as they set them
TOO_MUCH_TEXT = {
    "aastrup": {"conversation-guide", "dialogue-sheet", "theme-worksheet"},
    "bremark": {"conversation-guide", "dialogue-sheet", "theme-worksheet", "invitation"},
    "lincoln": {"conversation-guide"},
}
"""Sheets that are full on our own narrow margins: on wider ones they take a page more."""


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
            (own / "docx" / f"{stem}.docx").write_bytes(template(stem, name))
    if name not in _MADE:
        _MADE[name] = ld.build_pack("alle", filled(), brand=ld.Brand.default(), templates=own)
    return _MADE[name]


def papers(kit: ld.Pack) -> list[ld.Document]:
    return [document for document in kit if document.name.endswith(".docx")]


def on_letterhead(kit: ld.Pack) -> list[ld.Document]:
    return [document for document in papers(kit) if LAYOUTS[document.id].page.takes_letterhead]


def test_every_upright_a4_paper_has_their_header_and_margins(kit: ld.Pack, name: str) -> None:
    top, left = MARGINS[name]
    for document in on_letterhead(kit):
        assert any(SAYS[name] in text for text in headers(document.bytes).values()), document.path
        section = tree(document.bytes).find(f"{W}body/{W}sectPr")
        assert section is not None
        assert abs(int(attribute(section, "pgMar", "top")) - top) <= 2
        assert abs(int(attribute(section, "pgMar", "left")) - left) <= 2
        assert (attribute(section, "pgSz", "w"), attribute(section, "pgSz", "h")) == ("11906", "16838")


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
            attribute(style, f"rPr/{W}{key}", name)
            for key, name in (("rFonts", "ascii"), ("sz", "val"), ("color", "val"))
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
        sides = sum(int(attribute(body, f"sectPr/{W}pgMar", side)) for side in ("left", "right"))
        room = int(attribute(body, f"sectPr/{W}pgSz", "w")) - sides
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


def test_sheets_of_one_page_stay_so(kit: ld.Pack, name: str) -> None:
    for font in ("Calibri", "Arial"):
        needs_font(font)
    tried = {d.id: d for d in on_letterhead(kit) if d.id in ONE_PAGE - {"run-sheet"}}
    too_long = {stem for stem, count in zip(tried, pages(list(tried.values())), strict=True) if count > 1}
    assert too_long <= TOO_MUCH_TEXT[name]


def test_filled_forms_come_back(kit: ld.Pack, name: str, folder: Path) -> None:
    programme = filled().resolved()
    sources = [(d.name, d.bytes) for d in papers(kit) if d.id == "action-card"]
    answers = collect(sources, programme=programme, templates=folder / name)
    assert {card.model_copy(update={"source": None}) for card in answers.action_cards} == set(programme.action_cards)


def test_a_letterhead_is_small(name: str) -> None:
    """It goes into every document."""
    assert len(base(name).framed) < 40_000
