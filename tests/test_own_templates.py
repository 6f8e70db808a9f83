"""Templates that an organisation copies, edits in Word or LibreOffice, and uses."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.layouts import LAYOUTS
from tests.support.command import output_of
from tests.support.office import libreoffice, needs_tool
from tests.support.own_looks import nordby, xml_of
from tests.support.programmes import EXAMPLE


def test_templates_are_copied_edited_and_used(tmp_path: Path) -> None:
    """Somebody adds a sentence with a field to a template and saves it; the kit is made with it, and ours beside."""
    folder = tmp_path / "skabeloner"
    told = output_of("templates", "copy", folder, "--brand", nordby(tmp_path))
    assert f"ledertrivsel pack samlet-plan --templates {folder}" in told
    assert {path.stem for path in (folder / "docx").iterdir()} == set(LAYOUTS)
    edited = folder / "docx" / "checklist.docx"
    template = docx.Document(str(edited))
    template.paragraphs[-1].insert_paragraph_before("Skrevet af {{ header.organisation }}.", style="Bemærkning")
    template.save(str(edited))
    (folder / "docx" / "cases.docx").unlink()
    output = tmp_path / "ud"
    output_of("pack", "alle", "-c", EXAMPLE, "--templates", folder, "-o", output)
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
