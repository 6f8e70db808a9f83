"""An organisation's own look: a logo and four colours, the sample page, and templates to edit."""

from __future__ import annotations

import builtins
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner
from PIL import Image, ImageDraw
from pptx import Presentation

import ledertrivsel_docs as ld
from ledertrivsel_docs.brand_file import brand_text
from ledertrivsel_docs.cli import main
from ledertrivsel_docs.colours import MIN_CONTRAST, WHITE, contrast
from ledertrivsel_docs.layouts import LAYOUTS
from ledertrivsel_docs.models.brand import Brand
from tests.support import validator
from tests.support.office import libreoffice, needs_tool

EXAMPLE = Path(__file__).parents[1] / "examples" / "forloeb.yaml"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 90"><rect width="320" height="90" fill="#4A1D3D"/></svg>'
)
FOUR_COLOURS = """\
navn: "Nordby Kommune"
logo: "logo.svg"
farver:
  primær: "#4A1D3D"
  forbered: "#1F5C2E"
  kvalificer: "#8A1C2B"
  konkretiser: "#1B4B8F"
skrifter:
  overskrift: "Georgia"
  brødtekst: "Verdana"
"""


@pytest.fixture(scope="module")
def brand_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("profil")
    (folder / "logo.svg").write_text(SVG)
    (folder / "brand.yaml").write_text(FOUR_COLOURS, encoding="utf-8")
    return folder / "brand.yaml"


@pytest.fixture(scope="module")
def everything(brand_path: Path) -> ld.Pack:
    return ld.build_pack("alle", ld.Programme.load(EXAMPLE), brand=Brand.load(brand_path))


def picture(kind: str, size: tuple[int, int], **more: Any) -> bytes:
    file = io.BytesIO()
    image = Image.new("RGB", size, "#4A1D3D")
    ImageDraw.Draw(image).line((0, 0, *size), "white", 5)
    image.save(file, kind, **more)
    return file.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml_of(data: bytes) -> str:
    return "".join(content.decode() for name, content in members(data).items() if name.endswith((".xml", ".rels")))


def refused(text: str, folder: Path) -> str:
    (folder / "brand.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ld.InputError) as caught:
        Brand.load(folder / "brand.yaml")
    return "\n".join(map(str, caught.value.problems))


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
        files = members(document.bytes)
        headers = "".join(content.decode() for name, content in files.items() if name.startswith("word/header"))
        if headers:
            assert 'descr="Nordby Kommune"' in headers, document.path
            assert {"svg", "png"} <= {name.rpartition(".")[2] for name in files if "/media/" in name}, document.path


def test_the_logo_stands_on_the_cover_and_on_the_first_slide(everything: ld.Pack) -> None:
    (plan,) = [document.bytes for document in everything if document.id == "plan"]
    body = members(plan)["word/document.xml"].decode()
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


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_large_picture_is_made_smaller_and_says_nothing_of_who_made_it(kind: str, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Ane Jensen"
    name = f"logo.{kind.lower()}"
    (tmp_path / name).write_bytes(picture(kind, (4000, 1000), exif=exif))
    (tmp_path / "brand.yaml").write_text(f"name: X\nlogo: {name}\n")
    logo = Brand.load(tmp_path / "brand.yaml").logo
    assert logo is not None
    assert (logo.width, logo.height) == (1200, 300)
    assert b"Ane" not in logo.data
    assert logo.within(36, 8) == (32, 8)


def test_a_logo_is_given_in_python() -> None:
    brand = Brand.model_validate({"name": "X", "logo": picture("PNG", (80, 40))})
    made = ld.build_document("checklist", brand=brand)
    assert 'descr="X"' in xml_of(made.bytes)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logo.png", None, "There is no file “logo.png” that can be read. The path is read from the brand file's own"),
        ("logo.png", b"\x89PNG\r\n\x1a\nnothing", "The logo isn't a picture that can be shown. Save it as png, jpg or"),
        ("logo.bmp", picture("BMP", (20, 20)), "The logo isn't a picture that can be shown."),
        ("logo.svg", b'<!DOCTYPE x [<!ENTITY a "b">]><svg/>', "The logo is no svg that can be used"),
        ("logo.svg", b"<svg>", "The svg can't be drawn:"),
        ("../../../../../../etc/passwd", None, "The logo isn't a picture that can be shown."),
    ],
)
def test_a_logo_that_cannot_be_shown_is_refused(name: str, content: bytes | None, said: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    told = refused(f'name: X\nfonts: {{body: Arial}}\nlogo: "{name}"\n', tmp_path)
    assert f"{tmp_path / 'brand.yaml'}:3: {said}" in told


def test_a_logo_needs_a_name_and_a_file_on_disk(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture("PNG", (80, 40)))
    assert "The logo needs the organisation's name" in refused("logo: logo.png\n", tmp_path)
    with pytest.raises(ld.InputError, match=r"can only be named in a brand file that is read from disk"):
        Brand.load(("b.yaml", b"name: X\nlogo: logo.png\n"))
    with pytest.raises(ld.InputError, match=r"needs the organisation's name"):
        ld.build_document("checklist", brand=Brand.model_validate({"logo": picture("PNG", (80, 40))}))


def test_without_a_library_for_it_an_svg_needs_a_png_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "resvg_py":
            raise ImportError(name)
        return original(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    (tmp_path / "logo.svg").write_text(SVG)
    assert 'pip install "ledertrivsel-docs[svg]"' in refused("name: X\nlogo: logo.svg\n", tmp_path)
    (tmp_path / "logo.png").write_bytes(picture("PNG", (80, 40)))
    logo = Brand.load(tmp_path / "brand.yaml").logo
    assert logo is not None
    assert (logo.svg, logo.width) == (SVG.encode(), 80)


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


def test_a_brand_file_is_written_and_read_as_the_same_brand(brand_path: Path) -> None:
    library = ld.Library.default()
    for data in (
        {"colours": {"prepare": "#1F5C2E"}},
        {"name": "X", "colours": {"primary": "#4A1D3D", "grey": "#333333"}, "tints": {"green": "#F0F0F0"}},
    ):
        brand = Brand.load(data)
        again = Brand.load(("b.yaml", brand_text(library, brand).encode()))
        assert (again.colours, again.fonts) == (brand.colours, brand.fonts)
        assert [again.tint(key) for key in ("primary", "green")] == [brand.tint(key) for key in ("primary", "green")]


def run(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_brand_file_begins_with_a_command_and_is_shown_on_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "ledertrivsel brand show brand.yaml" in run("brand", "new")
    assert CliRunner().invoke(main, ["brand", "new"]).exit_code == 1  # it isn't written over
    run("brand", "show")
    page = docx.Document("Profil - prøveside.docx")
    cells = [[cell.text for cell in row.cells] for row in page.tables[0].rows]
    assert cells[2][:5] == ["Aa", "Forbered", "Alt i trin 1", "#0B6B7F", "6,1"]
    assert page.core_properties.title == "Prøveside for Jeres profil"


def test_templates_are_copied_edited_and_used(brand_path: Path, tmp_path: Path) -> None:
    """Somebody adds a sentence with a field to a template and saves it; the kit is made with it, and ours beside."""
    folder = tmp_path / "skabeloner"
    told = run("templates", "copy", folder, "--brand", brand_path)
    assert f"ledertrivsel pack samlet-plan --templates {folder}" in told
    assert {path.stem for path in (folder / "docx").iterdir()} == set(LAYOUTS)
    edited = folder / "docx" / "checklist.docx"
    template = docx.Document(str(edited))
    template.paragraphs[-1].insert_paragraph_before("Skrevet af {{ header.organisation }}.", style="Bemærkning")
    template.save(str(edited))
    (folder / "docx" / "cases.docx").unlink()
    output = tmp_path / "ud"
    run("pack", "alle", "-c", EXAMPLE, "--templates", folder, "-o", output)
    (made,) = output.rglob("*Tjekliste*.docx")
    assert "Skrevet af Eksempel Kommune." in [p.text for p in docx.Document(str(made)).paragraphs]
    xml = xml_of(made.read_bytes())
    assert {"4A1D3D", 'descr="Nordby Kommune"'} <= set(re.findall(r'4A1D3D|descr="[^"]+"', xml))  # the folder's brand
    assert list(output.rglob("*Cases*.docx"))  # ours, in the place of one that isn't there


def test_a_template_edited_in_libreoffice_renders_as_edited(tmp_path: Path) -> None:
    needs_tool("soffice")
    folder = tmp_path / "skabeloner"
    ld.copy_templates(folder)
    edited = folder / "docx" / "invitation.docx"
    template = docx.Document(str(edited))
    title = next(p for p in template.paragraphs if "{{ title }}" in p.text)
    title.insert_paragraph_before("Fra {{ header.kit }} & os", style=title.style)
    template.styles["Heading 1"].font.size = docx.shared.Pt(33)
    template.save(str(edited))
    (again,) = libreoffice([edited], tmp_path, "docx")
    edited.write_bytes(again.read_bytes())
    made = docx.Document(io.BytesIO(ld.build_document("10", templates=folder).bytes))
    said = [paragraph.text for paragraph in made.paragraphs]
    assert "Fra Samlet plan for ledertrivsel & os" in said
    heading = next(style for style in made.styles if style.name.lower() == "heading 1")
    assert heading.font.size == docx.shared.Pt(33)


def test_a_broken_tag_is_told_with_its_template_and_place(tmp_path: Path) -> None:
    ld.copy_templates(tmp_path)
    broken = tmp_path / "docx" / "checklist.docx"
    template = docx.Document(str(broken))
    template.paragraphs[-1].insert_paragraph_before("Skrevet af {{ organisaton }}", style="Bemærkning")
    template.save(str(broken))
    with pytest.raises(ld.TemplateError) as caught:
        ld.build_document("checklist", templates=tmp_path)
    (told,) = map(str, caught.value.problems)
    assert re.match(r"checklist\.docx: text, paragraph \d+: {{ organisaton }}: There is no value", told)


@pytest.mark.parametrize(
    ("make", "said"), [(True, "The folder holds no templates"), (False, "There is no such folder")]
)
def test_a_folder_without_templates_is_told(make: bool, said: str, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    if make:
        folder.mkdir()
    with pytest.raises(ld.InputError, match=said):
        ld.build_pack("samlet-plan", templates=folder)


def test_a_brand_names_its_templates(tmp_path: Path) -> None:
    ld.copy_templates(tmp_path / "skabeloner")
    template = docx.Document(str(tmp_path / "skabeloner" / "docx" / "checklist.docx"))
    template.paragraphs[-1].insert_paragraph_before("Vores egen linje", style="Bemærkning")
    template.save(str(tmp_path / "skabeloner" / "docx" / "checklist.docx"))
    (tmp_path / "brand.yaml").write_text("skabeloner: skabeloner\n", encoding="utf-8")
    (tmp_path / "forloeb.yaml").write_text('organisation: "X"\nprofil: brand.yaml\n', encoding="utf-8")
    made = ld.build_document("checklist", ld.Programme.load(tmp_path / "forloeb.yaml"))
    assert "Vores egen linje" in xml_of(made.bytes)
