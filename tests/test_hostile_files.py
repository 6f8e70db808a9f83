"""Files that somebody has damaged, or made to do harm: a sample of the fuzz run, and what it has found before."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import ledertrivsel_docs as ld
from ledertrivsel_docs.resources import content_folder, templates_folder
from tests.support.cards import Card, told
from tests.support.fuzz_areas import AREAS
from tests.support.loading import refused
from tests.support.packages import unzipped, zipped
from tests.support.programmes import ROOT

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


@pytest.mark.skipif(os.name == "nt", reason="limits on time and memory as POSIX has them")
@pytest.mark.parametrize("area", AREAS)
def test_a_sample_of_the_fuzz_run(area: str) -> None:
    """In a process of its own, with limits on time and memory; a case is named by its seed and number."""
    cases = {"programme": 150, "collected": 60, "brand": 80, "template": 15, "content": 8}[area]
    done = subprocess.run(
        [sys.executable, "tools/fuzz.py", "--areas", area, "--cases", str(cases), "--seed", "9"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=400,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout.splitlines()[-1])["areas"][area]
    assert found["good"] > 0, "some mutations leave a good file"
    assert found["told"] > 0


def logo(folder: Path, name: str, data: bytes) -> str:
    """What is told of a logo, nothing where it can be used."""
    (folder / name).write_bytes(data)
    (folder / "brand.yaml").write_text(f'name: "X"\nlogo: "{name}"\n')
    try:
        ld.Brand.load(folder / "brand.yaml")
    except ld.InputError as error:
        [problem] = error.problems
        assert problem.line == 2
        return problem.told()
    return ""


class TestLogos:
    """A logo is somebody else's file too."""

    @pytest.mark.parametrize(
        "content",
        [
            '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
            "<image href = '/root/private.png' width='9' height='9'/>",
            '<image href="http://intranet/x.png" width="9" height="9"/>',
            '<rect style="fill: url(http://intranet/x)"/>',
            '<style>@import "http://intranet/x.css";</style>',
            '<rect onload="alert(1)"/>',
            '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
            "<g>" * 400 + "</g>" * 400,  # resvg crashes on it
        ],
    )
    def test_an_svg_that_is_more_than_a_drawing_is_refused(self, tmp_path: Path, content: str) -> None:
        assert "is no svg that can be used" in logo(tmp_path, "logo.svg", SVG.format(content).encode())

    @pytest.mark.parametrize(
        "content",
        [
            '<defs><linearGradient id="a"/></defs><rect fill="url(#a)" width="9" height="9"/><use href="#a"/>',
            '<text font-family="Arial">on = 1</text>',
            "<g>" * 60 + '<rect width="9" height="9"/>' + "</g>" * 60,
        ],
    )
    def test_a_drawing_is_taken(self, tmp_path: Path, content: str) -> None:
        assert logo(tmp_path, "logo.svg", SVG.format(content).encode()) == ""

    def test_a_drawing_as_narrow_as_a_hair_takes_no_room(self, tmp_path: Path) -> None:
        svg = SVG.format('<rect width="1" height="9"/>').replace("0 0 9 9", "0 0 1 1000000")
        assert logo(tmp_path, "logo.svg", svg.encode()) == ""

    def test_a_small_file_of_many_dots_is_refused_before_it_is_unpacked(self, tmp_path: Path) -> None:
        file = io.BytesIO()
        Image.new("1", (8_000, 8_000)).save(file, "PNG")
        assert len(file.getvalue()) < 20_000
        assert "more than 40 million dots. Save a smaller" in logo(tmp_path, "logo.png", file.getvalue())

    @pytest.mark.parametrize("side", [12_000, 100_000, 2**31 - 1])
    def test_a_picture_that_says_it_is_huge_is_refused(self, tmp_path: Path, side: int) -> None:
        small = io.BytesIO()
        Image.new("1", (9, 9)).save(small, "PNG")
        data = small.getvalue().replace(struct.pack(">II", 9, 9), struct.pack(">II", side, side))
        assert re.search("million dots|isn't a picture", logo(tmp_path, "logo.png", data))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of own templates."""
    for kind, stem in (("docx", "action-card"), ("pptx", "deck")):
        (tmp_path / kind).mkdir()
        shutil.copy(templates_folder() / kind / f"{stem}.{kind}", tmp_path / kind)
    return tmp_path


def changed(file: Path, part: str, pattern: str, other: str) -> None:
    parts = unzipped(file.read_bytes())
    xml = re.sub(pattern, other, parts[part].decode())
    assert xml != parts[part].decode()
    file.write_bytes(zipped(parts | {part: xml.encode()}))


class TestTemplates:
    """A template that another program has written, or that has been damaged."""

    @pytest.mark.parametrize("part", ["docProps/app.xml", "word/_rels/document.xml.rels", "word/fontTable.xml"])
    @pytest.mark.parametrize("content", [b"", b"<a>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
    def test_a_part_that_is_only_copied_is_to_be_whole_too(self, own: Path, part: str, content: bytes) -> None:
        file = own / "docx" / "action-card.docx"
        file.write_bytes(zipped(unzipped(file.read_bytes()) | {part: content}))
        with pytest.raises(ld.TemplateError, match=f"The part {part} is damaged"):
            ld.build_document("action-card", theme="sparring", templates=own)

    @pytest.mark.parametrize("pattern", ["<a:bodyPr(/>|>.*?</a:bodyPr>)", "<a:tblGrid>.*?</a:tblGrid>"])
    def test_a_slide_without_what_powerpoint_always_writes_is_filled(self, own: Path, pattern: str) -> None:
        file = own / "pptx" / "deck.pptx"
        slides = [name for name in unzipped(file.read_bytes()) if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        for part in (name for name in slides if re.search(pattern, unzipped(file.read_bytes())[name].decode())):
            changed(file, part, pattern, "")
        assert ld.build_document(12, templates=own).bytes

    def test_a_tag_outside_of_a_paragraph_is_no_reason_to_stop(self, own: Path) -> None:
        file = own / "pptx" / "deck.pptx"
        changed(
            file, "ppt/notesSlides/notesSlide1.xml", r"(<p:txBody>)(?=.*?\{%slide)", r"\1<a:t>{%slide titel %}</a:t>"
        )
        with pytest.raises(ld.TemplateError) as caught:
            ld.build_document(12, templates=own)
        assert caught.value.problems[0].file

    def test_notes_that_lead_nowhere_have_no_empty_part_beside_them(self, own: Path) -> None:
        file = own / "pptx" / "deck.pptx"
        parts = unzipped(file.read_bytes())
        del parts["ppt/notesSlides/_rels/notesSlide1.xml.rels"]
        file.write_bytes(zipped(parts))
        assert b"" not in unzipped(ld.build_document(12, templates=own).bytes).values()

    def test_a_page_break_outside_of_a_paragraph_is_no_reason_to_stop(self, own: Path) -> None:
        file = own / "docx" / "action-card.docx"
        changed(file, "word/document.xml", "<w:body>", '<w:body><w:r><w:br w:type="page"/></w:r>')
        assert ld.build_document("action-card", theme="sparring", templates=own).bytes


def test_what_a_strangers_file_says_it_is_is_not_told_in_full() -> None:
    for mark in ("kit", "document", "schema"):
        [file] = ld.collect([("fil.docx", Card.of("sparring").stamped(**{mark: "x" * 9_000}).bytes())]).files
        assert file.outcome == "skipped"
        assert len(told(file)) < 300


def test_a_key_of_many_letters_is_not_told_in_full() -> None:
    [said] = refused(f'organisation: "E"\n"{"x" * 9_000}": 1\n')
    assert len(said) < 900


@pytest.mark.parametrize("name", ["starter.yaml", "brand-starter.yaml"])
def test_a_starter_file_in_another_encoding_is_told(tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(content_folder(), tmp_path / "content"))
    (folder / name).write_bytes((folder / name).read_text(encoding="utf-8").encode("cp1252"))
    with pytest.raises(ld.InputError) as caught:
        ld.Library.load(folder)
    [problem] = caught.value.problems
    assert problem.file == str(folder / name)
    assert "isn't saved as UTF-8" in problem.told()


def test_a_file_of_words_that_is_gone_is_told(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(content_folder(), tmp_path / "content"))
    gone = [folder / "documents" / f"{stem}.yaml" for stem in ("common", "ladder", "run-sheet")]
    for file in gone:
        file.unlink()
    with pytest.raises(ld.InputError) as caught:
        ld.Library.load(folder)
    told_of = [problem.file for problem in caught.value.problems if "isn't there" in problem.told()]
    assert told_of == [str(file) for file in gone]


@pytest.mark.parametrize("part", ["colours", "fonts", "tints"])
def test_a_text_where_a_brand_file_has_names_is_told(part: str) -> None:
    with pytest.raises(ld.InputError) as caught:
        ld.Brand.load(("brand.yaml", f'name: "X"\n{part}: "Et"\n'.encode()))
    assert [problem.line for problem in caught.value.problems] == [2]


def test_a_sheet_about_a_factor_of_somebody_elses_is_told() -> None:
    steps = [{"name": str(number), "text": "Vi taler om det"} for number in range(1, 4)]
    own = {
        "factors": [{"id": "egen", "title": "Egen", "steps": steps}],
        "meetings": {"evne-ambition": {"factors": ["egen"]}},
    }
    programme = ld.Programme.load({"organisation": "E", **own})
    sheet = ld.build_document("capability-sheet", programme, kit="evne-ambition", factor="egen").bytes
    [file] = ld.collect([("ark.docx", sheet)], programme=programme).files
    assert file.outcome == "empty"
    [file] = ld.collect([("ark.docx", sheet)]).files
    assert file.outcome == "skipped"
    assert "“egen”, which isn't known here. Collect it with the programme file" in told(file)
