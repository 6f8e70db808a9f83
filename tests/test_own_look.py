"""An organisation's own look: a logo and four colours leave nothing of ours, and the sample page shows them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest
from pptx import Presentation

import ledertrivsel_docs as ld
from ledertrivsel_docs.brand_file import brand_text
from ledertrivsel_docs.colours import MIN_CONTRAST, WHITE, contrast
from ledertrivsel_docs.models.brand import Brand
from tests.support import validator
from tests.support.command import output_of, run
from tests.support.office import needs_tool
from tests.support.own_looks import nordby, xml_of
from tests.support.packages import unzipped
from tests.support.programmes import filled


@pytest.fixture(scope="module")
def brand_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return nordby(tmp_path_factory.mktemp("profil"))


@pytest.fixture(scope="module")
def everything(brand_path: Path) -> ld.Pack:
    return ld.build_pack("alle", filled(), brand=Brand.load(brand_path))


def test_a_logo_and_four_colours_leave_nothing_of_ours(everything: ld.Pack, brand_path: Path) -> None:
    default, brand = Brand.default(), Brand.load(brand_path)
    ours = set(default.colours.model_dump().values()) | {str(tint) for tint in default.tints.model_dump().values()}
    own = set(brand.colours.model_dump().values())
    assert not ours & own
    for document in everything:
        xml = xml_of(document.bytes)
        left = ours & set(re.findall(r"\b[0-9A-F]{6}\b", xml))
        assert (left, "Calibri" in xml) == (set(), False), document.path


def test_the_logo_stands_in_every_header_and_says_whose_it_is(everything: ld.Pack) -> None:
    for document in everything:
        if not document.name.endswith(".docx"):
            continue
        files = unzipped(document.bytes)
        headers = "".join(content.decode() for name, content in files.items() if name.startswith("word/header"))
        if headers:
            assert 'descr="Nordby Kommune"' in headers, document.path
            assert {"svg", "png"} <= {name.rpartition(".")[2] for name in files if "/media/" in name}, document.path


def test_the_logo_stands_on_the_cover_and_on_the_first_slide(everything: ld.Pack) -> None:
    (plan,) = [document.bytes for document in everything if document.id == "plan"]
    body = unzipped(plan)["word/document.xml"].decode()
    assert body.count('descr="Nordby Kommune"') == 1
    decks = [document.bytes for document in everything if document.name.endswith(".pptx")]
    assert len(decks) > 5
    for deck in decks:
        first, *others = Presentation(io.BytesIO(deck)).slides
        (logo,) = [shape for shape in first.shapes if shape.shape_type == 13]
        assert logo._element.nvPicPr.cNvPr.get("descr") == "Nordby Kommune"
        plate = next(shape for shape in first.shapes if shape.name == "Felt til logo")
        assert plate.left < logo.left < logo.left + logo.width < plate.left + plate.width
        assert plate.top < logo.top < logo.top + logo.height < plate.top + plate.height
        assert not any(shape.shape_type == 13 for slide in others for shape in slide.shapes)


def test_documents_with_a_logo_are_valid(everything: ld.Pack, tmp_path: Path) -> None:
    needs_tool(validator.COMMAND)
    chosen = [document for document in everything if document.name[:2] in ("11", "12", "14", "40")]
    for number, document in enumerate(chosen):
        document.save(tmp_path / f"{number} {document.name}")
    assert len(chosen) >= 4
    assert validator.findings(sorted(tmp_path.glob("*.*x"))) == []


def test_another_organisation_is_named_beside_the_logo(brand_path: Path) -> None:
    brand = Brand.load(brand_path)
    for organisation, is_named in (("Nordby Kommune", False), ("Nordby Skole", True)):
        made = ld.build_document("action-card", ld.Programme(organisation=organisation), theme=3, brand=brand)
        header = docx.Document(io.BytesIO(made.bytes)).sections[0].header.paragraphs[0].text
        assert (organisation in header) == is_named


def test_the_colours_of_text_follow_from_the_primary_one() -> None:
    for primary in ("#4A1D3D", "#005F9E", "#6B6B6B", "#1B7A3D", "#000000"):
        brand = Brand.load({"colours": {"primary": primary}})
        for key in ("ink", "grey", "link", "green"):
            colour = getattr(brand.colours, key)
            assert colour != getattr(Brand.default().colours, key)
            assert contrast(colour, WHITE) >= MIN_CONTRAST


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('colours: {prepare: "#E0A000"}', "prepare"),
        ('colours: {prepare: "#757575"}', "prepare"),
        ('colours: {grey: "#757575"}', "grey"),
        ('colours: {link: "#00809F"}', "link"),
        ('tints: {qualify: "#C080B0"}', "qualify"),
    ],
)
def test_the_colour_that_is_proposed_works_and_is_near(text: str, key: str) -> None:
    with pytest.raises(ld.InputError) as caught:
        Brand.load(("b.yaml", text.encode()))
    (told,) = map(str, caught.value.problems)
    near = re.findall(r"The nearest colour that works is #(\w{6})", told)[0]
    given = re.findall(r"#(\w{6})", text)[0]
    Brand.load(("b.yaml", text.replace(given, near).encode()))
    assert all(abs(a - b) < 0x60 for a, b in zip(bytes.fromhex(given), bytes.fromhex(near), strict=True))


def test_a_brand_file_is_written_and_read_as_the_same_brand() -> None:
    library = ld.Library.default()
    for data in (
        {"colours": {"prepare": "#1F5C2E"}},
        {"name": "X", "colours": {"primary": "#4A1D3D", "grey": "#333333"}, "tints": {"green": "#F0F0F0"}},
    ):
        brand = Brand.load(data)
        again = Brand.load(("b.yaml", brand_text(library, brand).encode()))
        assert (again.colours, again.fonts) == (brand.colours, brand.fonts)
        assert [again.tint(key) for key in ("primary", "green")] == [brand.tint(key) for key in ("primary", "green")]


def test_a_brand_file_begins_with_a_command_and_is_shown_on_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "ledertrivsel brand show brand.yaml" in output_of("brand", "new")
    assert run("brand", "new").exit_code == 1  # it isn't written over
    output_of("brand", "show")
    page = docx.Document("Profil - prøveside.docx")
    cells = [[cell.text for cell in row.cells] for row in page.tables[0].rows]
    assert cells[2][:5] == ["Aa", "Forbered", "Alt i trin 1", "#0B6B7F", "6,1"]
    assert page.core_properties.title == "Prøveside for Jeres profil"
