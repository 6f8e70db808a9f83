"""The guide: one text, printed as a Word document and as a page of docs/, sound in both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.errors import InputError
from ledertrivsel_docs.models.guide import Guide
from ledertrivsel_docs.reading.validation import read
from tests.support.office import libreoffice, needs_tool
from tests.support.pdf import page_texts
from tests.support.programmes import BRANDS, ROOT, extreme, filled
from tests.support.validator import COMMAND, VERSIONS, findings
from tests.support.word import texts
from tools import guide as page

GUIDE = Guide.load()
LIBRARY = ld.Library.default()
PROGRAMMES = {"blank": ld.Programme.blank, "filled": filled, "extreme": extreme}
CASES = [(programme, brand) for programme in PROGRAMMES for brand in BRANDS]
FILE = (ROOT / "content" / "guide.yaml").read_text(encoding="utf-8")
TEXT = re.sub(r"(?m)^#.*", "", FILE)
HEAD = 'source: kittet\nown: ["Alt"]\nchapters:\n  - id: a\n    title: "A"\n    parts:\n'


def made(programme: str = "blank", brand: str = "default") -> ld.Document:
    return ld.build_document("guide", PROGRAMMES[programme](), brand=BRANDS[brand]())


def test_the_page_and_the_document_in_docs_are_current() -> None:
    """To mend it: python tools/guide.py."""
    assert page.PAGE.read_text(encoding="utf-8") == page.markdown(LIBRARY)
    committed = ld.Document("guide", "", "", "", page.DOCUMENT.read_bytes())
    assert committed.digest == ld.build_document("guide").digest


def test_both_say_the_same() -> None:
    """Each text of the content, without its marks, stands in the document and, with them, on the page."""
    shown, words = " ".join(" ".join(texts(made().bytes)).split()), page.markdown(LIBRARY)
    for chapter in GUIDE.chapters:
        for part in chapter.parts:
            for text in (part.heading, part.text, *(part.points or ()), *(todo.text for todo in part.steps or ())):
                if text and "](" not in text:
                    assert re.sub(r"[`*]", "", text) in shown
                    assert text in words


@pytest.mark.parametrize("name", ["guide", "vejledning", "00", "00 Vejledning"])
def test_it_is_made_when_it_is_asked_for_by_any_of_its_names(name: str) -> None:
    assert ld.build_document(name).name == "00 Vejledning.docx"


def test_no_kit_is_made_with_it() -> None:
    assert [document.path for document in ld.build_pack("alle") if document.id == "guide"] == []


def test_links_lead_to_chapters_and_to_pages() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", TEXT)
    chapters = {chapter.id for chapter in GUIDE.chapters}
    assert {target[1:] for target in targets if target.startswith("#")} <= chapters
    files = [target for target in targets if not target.startswith(("#", "https://"))]
    assert len(files) > 5
    assert [file for file in files if not (ROOT / "docs" / file).is_file()] == []


def test_papers_have_the_names_that_they_have_in_the_kit() -> None:
    kit = LIBRARY.kits["samlet-plan"]
    papers = {document.plain_title for document in kit.documents} | {folder.title for folder in kit.folders}
    named = set(re.findall(r"”(\d{1,2} [^”]+)”", TEXT))
    assert len(named) > 20
    assert named - papers == set()


@pytest.mark.parametrize(("programme", "brand"), CASES)
def test_it_is_a_sound_document(programme: str, brand: str, tmp_path: Path) -> None:
    document = made(programme, brand)
    assert document.bytes == made(programme, brand).bytes
    assert re.search(r"\{\{|\}\}|\{%|%\}", "".join(texts(document.bytes))) is None
    assert ld.check_accessibility((document.name, document.bytes)) == []
    needs_tool(COMMAND)
    document.save(tmp_path / "guide.docx")
    assert [line for version in VERSIONS for line in findings([tmp_path / "guide.docx"], version)] == []


def test_chapters_and_steps_are_numbered_by_word(tmp_path: Path) -> None:
    """Chapters in one row, and steps from 1 below each heading."""
    needs_tool("soffice")
    made().save(tmp_path / "guide.docx")
    (pdf,) = libreoffice([tmp_path / "guide.docx"], tmp_path, "pdf")
    shown = page_texts(pdf.read_bytes())
    lines = [" ".join(line.split()) for text in shown[1:] for line in text.splitlines()]
    headings = [f"{number} {chapter.title}" for number, chapter in enumerate(GUIDE.chapters, 1)]
    assert [heading for heading in headings if heading not in lines] == []
    firsts = [part.steps[0].text[:30] for chapter in GUIDE.chapters for part in chapter.parts if part.steps]
    plain = [re.sub(r"[`*]|\[|\].*", "", first) for first in firsts]
    assert [first for first in plain if not any(line.startswith(f"1. {first}") for line in lines)] == []
    assert len(shown) <= 18
    assert [number for number, text in enumerate(shown, 1) if len(text.split()) < 60] == [], "a page of a few lines"


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ('{text: "A", heading: "B"}', "A part is to be one thing"),
        ('{table: {about: "A", columns: ["A", "B"], rows: [["A", "B", "C"]]}}', "a cell for each column"),
        ('{command: {run: "ledertrivsel list", show: "A"}}', "Did you mean “shows”"),
        ('{steps: [{text: "A"}]}', "7"),
    ],
)
def test_a_slip_in_it_is_told_with_its_line(part: str, told: str) -> None:
    with pytest.raises(InputError) as error:
        read(("guide.yaml", f"{HEAD}      - {part}\n".encode()), Guide)
    assert told in str(error.value)
    assert "guide.yaml:7" in str(error.value)
