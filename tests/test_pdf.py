"""PDF through LibreOffice: that it is tagged and the same each time, and what happens when LibreOffice fails."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import pikepdf
import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.pdf import converting, office
from ledertrivsel_docs.pdf.mending import elements
from tests.support.fake_office import calls, fake_office, office_file
from tests.support.office import needs_tool
from tests.support.pdfua import broken, needs_validator
from tests.support.programmes import filled


@pytest.fixture
def program(tmp_path: Path) -> Path:
    return fake_office(tmp_path)


def test_a_pdf_is_tagged_and_has_title_language_and_bookmarks() -> None:
    needs_tool("soffice")
    plan, deck = ld.build_document("plan", filled()), ld.build_document("deck", filled(), step="prepare")
    made = ld.to_pdf([plan, deck])
    assert [pdf.name for pdf in made] == ["40 Plan for ledertrivsel.pdf", "12 Præsentation.pdf"]
    assert [pdf.folder for pdf in made] == [plan.folder, deck.folder]
    for document in made:
        assert document.media_type == "application/pdf"
        with pikepdf.open(io.BytesIO(document.bytes)) as pdf:
            assert str(pdf.Root.Lang) == "da-DK"
            assert pdf.Root.MarkInfo.Marked
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert str(pdf.docinfo.Title).startswith(document.name[3:-4])
            assert {"/H1", "/H"} & {str(element.S) for element in elements(pdf.Root.StructTreeRoot)}
            with pdf.open_outline() as outline:
                assert len(outline.root) >= 1
            assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
        needs_validator()
        assert broken(document.bytes) == []
    assert [pdf.bytes for pdf in ld.to_pdf([plan, deck])] == [pdf.bytes for pdf in made]


def test_every_document_with_shapes_and_links_passes_pdf_ua() -> None:
    """Decorative dots, the map's shapes and links on slides are what LibreOffice leaves without a good tag."""
    needs_tool("soffice")
    summary = ld.build_document("summary", filled(), kit="evne-ambition")
    ladder = ld.build_document("ladder", filled(), factor="balance")
    invitation = ld.build_document("invitation", filled(), kit="samlet-plan", step="prepare")
    for made in ld.to_pdf([summary, ladder, invitation]):
        needs_validator()
        assert broken(made.bytes) == [], made.name


class TestLibreOfficeFails:
    def test_good_files_take_one_run_with_a_profile_of_its_own(self, program: Path) -> None:
        made = ld.to_pdf([office_file("a"), office_file("b")], office=program)
        made += ld.to_pdf([office_file("c")], office=program)
        assert [pdf.name for pdf in made] == ["a.pdf", "b.pdf", "c.pdf"]
        runs = calls(program)
        assert [count for count, _, _ in runs] == [2, 1]
        assert all(settings for _, _, settings in runs)
        assert len({profile for _, profile, _ in runs}) == 2
        assert not any(Path(profile).exists() for _, profile, _ in runs)

    def test_many_files_are_converted_in_a_few_runs(self, program: Path) -> None:
        made = ld.to_pdf([office_file(f"{number}") for number in range(205)], office=program)
        assert [pdf.name for pdf in made] == [f"{number}.pdf" for number in range(205)]
        assert [count for count, _, _ in calls(program)] == [100, 100, 5]

    @pytest.mark.parametrize("fault", ["stops", "nothing", "junk"])
    def test_a_bad_file_is_named_and_stops_no_other(self, program: Path, fault: str) -> None:
        files = [office_file("a"), office_file("b", fault), office_file("c"), office_file("d")]
        with pytest.raises(ld.PdfError) as caught:
            ld.to_pdf(files, office=program)
        assert [pdf.name for pdf in caught.value.made] == ["a.pdf", "c.pdf", "d.pdf"]
        assert [problem.file for problem in caught.value.problems] == ["b.docx"]

    def test_what_is_no_office_file_is_not_given_to_it(self, program: Path) -> None:
        junk = ld.Document("x", "x.docx", "", office_file("x").media_type, b"Hello")
        with pytest.raises(ld.PdfError) as caught:
            ld.to_pdf([junk, office_file("a")], office=program)
        assert [pdf.name for pdf in caught.value.made] == ["a.pdf"]
        assert caught.value.problems[0].file == "x.docx"
        assert [count for count, _, _ in calls(program)] == [1]

    def test_a_run_that_hangs_is_ended_with_all_it_started(self, program: Path) -> None:
        began = time.monotonic()
        with pytest.raises(ld.PdfError) as caught:
            ld.to_pdf([office_file("a"), office_file("b", "hangs"), office_file("c")], office=program, timeout=1.5)
        assert time.monotonic() - began < 20
        assert [pdf.name for pdf in caught.value.made] == ["a.pdf", "c.pdf"]
        assert "2 seconds" in str(caught.value)
        assert not is_running(int((program.parent / "child").read_text(encoding="utf-8")))

    def test_it_gives_up_where_nothing_comes_of_anything(self, program: Path) -> None:
        files = [office_file(f"{number}", "nothing") for number in range(20)]
        with pytest.raises(ld.PdfError) as caught:
            ld.to_pdf(files, office=program)
        assert len(caught.value.problems) == 20
        assert len(calls(program)) <= 6


def is_running(process: int) -> bool:
    for _ in range(20):  # who adopts it may take a moment to bury it
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        status = Path(f"/proc/{process}/stat")
        if status.exists() and status.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.1)
    return True


def test_a_program_that_is_named_and_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ld.PdfError) as caught:
        ld.to_pdf([office_file("a")], office=tmp_path / "no")
    assert [problem.file for problem in caught.value.problems] == [str(tmp_path / "no")]
    monkeypatch.setenv("LEDERTRIVSEL_SOFFICE", str(tmp_path / "none"))
    with pytest.raises(ld.PdfError, match="LEDERTRIVSEL_SOFFICE"):
        ld.to_pdf([office_file("a")])


def test_where_there_is_none_the_remedy_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LEDERTRIVSEL_SOFFICE", raising=False)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_usual_places", lambda: iter(()))
    with pytest.raises(ld.PdfError) as caught:
        ld.to_pdf([office_file("a"), office_file("b")])
    assert len(caught.value.problems) == 1
    assert "libreoffice.org" in str(caught.value)
    assert caught.value.made == ()


def test_without_pikepdf_its_remedy_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(converting, "find_spec", lambda name: None)
    python = "py" if os.name == "nt" else "python3"
    with pytest.raises(ld.PdfError, match=f"files are made all the same.*{python} -m pip install pikepdf"):
        ld.to_pdf([office_file("a")], office=fake_office(tmp_path))


def test_it_is_found_by_the_variable_on_the_path_and_in_a_usual_folder(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_usual_places", lambda: iter([program]))
    monkeypatch.delenv("LEDERTRIVSEL_SOFFICE", raising=False)
    assert office.find_office() == program
    monkeypatch.setattr(office, "_usual_places", lambda: iter(()))
    monkeypatch.setenv("PATH", str(program.parent))
    assert office.find_office() == program
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LEDERTRIVSEL_SOFFICE", str(program))
    assert office.find_office() == program
