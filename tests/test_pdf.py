"""PDFs by LibreOffice: tagged, named like their documents, sets to print; and what happens when it fails."""

from __future__ import annotations

import io
import stat
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

import ledertrivsel_docs as ld
from ledertrivsel_docs.cli import main
from ledertrivsel_docs.pdf import office
from tests.support.office import needs_tool
from tests.support.programmes import filled

_A4, _A3 = (595, 842), (1191, 842)


@pytest.fixture(scope="module")
def kit() -> ld.Pack:
    """A kit with its PDFs; converted once for all tests."""
    needs_tool("soffice")
    programme = filled()
    pack, problems = ld.with_pdfs(ld.build_pack("samlet-plan", programme), programme)
    assert problems == ()
    return pack


def opened(document: ld.Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(document.bytes))


def sizes(pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    return [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in pdf.pages]


def test_each_document_has_a_tagged_pdf_beside_it(kit: ld.Pack) -> None:
    paths = {document.path for document in kit}
    for document in kit:
        if document.name.endswith((".docx", ".pptx")):
            assert document.path.rpartition(".")[0] + ".pdf" in paths
        else:
            with opened(document) as pdf:
                assert document.media_type == "application/pdf"
                assert document.id == "print-set" or "/StructTreeRoot" in pdf.Root, document.path
                assert not {"/CreationDate", "/ModDate", "/Producer"} & set(pdf.docinfo), document.path
    titles = {document.name: document for document in kit}
    with opened(titles["40 Plan for ledertrivsel.pdf"]) as plan:
        assert str(plan.docinfo["/Title"]).startswith("Plan for ledertrivsel")
        assert str(plan.Root.Lang) == "da-DK"


def test_a_set_for_each_workshop_begins_with_its_list_and_keeps_paper(kit: ld.Pack) -> None:
    sets = [document for document in kit if document.id == "print-set"]
    assert [one.path for one in sets] == [
        "1 Forbered/Print - 1 Forbered.pdf",
        "2 Kvalificer/Print - 2 Kvalificer.pdf",
        "3 Konkretiser/Print - 3 Konkretiser.pdf",
    ]
    first, second, third = map(opened, sets)
    assert _A3 in sizes(first)
    assert set(sizes(second)) == {_A4}
    assert set(sizes(third)) == {_A4, _A4[::-1]}
    lists = [len(one.pages) % 2 for one in (first, second, third)]
    assert lists == [0, 0, 0]  # every paper begins on a sheet of its own


def test_the_same_kit_gives_the_same_pdfs() -> None:
    needs_tool("soffice")
    document = ld.build_document("action-card", filled(), theme="sparring")
    one, other = (ld.to_pdf([document]).documents[0].bytes for _ in range(2))
    assert one == other


def fake(folder: Path, script: str) -> Path:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    return program


OUTDIR = 'while [ "$1" != --outdir ]; do shift; done; out="$2"; shift 2; mkdir -p "$out"'


@pytest.mark.parametrize(
    "script",
    ["exit 0", f'{OUTDIR}; for f in "$@"; do echo junk > "$out/$(basename "${{f%.*}}").pdf"; done', "exit 77"],
)
def test_a_program_that_makes_nothing_is_not_believed(script: str, tmp_path: Path) -> None:
    made = ld.to_pdf([ld.build_document("checklist")], program=fake(tmp_path, script))
    assert made.documents == ()
    (told,) = map(str, made.problems)
    assert told.startswith("0 Start her/03 Tjekliste før I går i gang.docx: LibreOffice made no PDF")


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    file = io.BytesIO()
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(file)
    (tmp_path / "good.pdf").write_bytes(file.getvalue())
    copied = f'[ "$n" = 1 ] || cp "{tmp_path}/good.pdf" "$out/$n.pdf"'
    script = f'{OUTDIR}; for f in "$@"; do n=$(basename "${{f%.*}}"); {copied}; done'
    documents = [ld.build_document(name) for name in ("checklist", "action-card", "coaching")]
    made = ld.to_pdf(documents, program=fake(tmp_path, script))
    assert [document.id for document in made.documents] == ["checklist", "coaching"]
    assert [problem.file for problem in made.problems] == [documents[1].path]


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_START", 0.3)
    monkeypatch.setattr(office, "_EACH", 0)
    made = ld.to_pdf([ld.build_document("checklist")], program=fake(tmp_path, "sleep 600"))
    assert len(made.problems) == 1


def test_without_libreoffice_the_documents_are_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(office.VARIABLE, str(tmp_path / "nothing"))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["pack", "ledergruppen", "--pdf", "-o", "ud"])
    assert done.exit_code == 0
    assert "LibreOffice" in done.output
    assert len(list(Path("ud").rglob("*.docx"))) > 3
    done = CliRunner().invoke(main, ["document", "checklist", "-o", "x.pdf"])
    assert done.exit_code == 1
    assert not Path("x.pdf").exists()


def test_one_document_is_written_as_a_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_tool("soffice")
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["plan", "-o", "plan.pdf"]).exit_code == 0
    assert Path("plan.pdf").read_bytes().startswith(b"%PDF-")
