"""Print sets: what is printed for each workshop, with the list of it in front, and `--pdf` as a person uses it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs import printing
from ledertrivsel_docs.documents import print_list
from ledertrivsel_docs.documents.print_list import Pages, PrintSet, print_sets_of
from ledertrivsel_docs.pack import Document
from ledertrivsel_docs.pdf import office
from ledertrivsel_docs.pdf.mending import elements
from ledertrivsel_docs.pdf.merging import sheets
from tests.support.command import output_of, run
from tests.support.fake_office import calls, fake_office
from tests.support.office import needs_font, needs_tool
from tests.support.outline import outline
from tests.support.pdf import bookmarks, page_texts
from tests.support.pdfua import broken, needs_validator
from tests.support.programmes import filled

LIBRARY = ld.Library.default()
NAMES = ["Print - 1 Forbered.pdf", "Print - 2 Kvalificer.pdf", "Print - 3 Konkretiser.pdf"]
ROW = re.compile(r"^ *(\d\d .+?) {2,}(\d+)(?:–(\d+))? +(A\d) +(1 side|Ensidet|Tosidet) +(\d+|Antal)\b", re.MULTILINE)


def planned(kit: str, programme: ld.Programme | None = None) -> list[PrintSet]:
    ready = programme.resolved(library=LIBRARY) if programme else ld.Programme.blank()
    return print_sets_of(LIBRARY, ready, LIBRARY.kits[kit])


def titles(printed: PrintSet) -> list[str]:
    return [paper.copy.document.plain_title for paper in printed.papers]


@pytest.fixture(scope="module")
def made() -> dict[str, Document]:
    """The print sets of the example, by name; LibreOffice is called twice for all of them."""
    needs_tool("soffice")
    pack = ld.build_pack("samlet-plan", filled())
    return {document.name: document for document in ld.print_sets(pack, filled())}


@pytest.mark.parametrize("programme", [None, filled()], ids=["blank", "filled"])
def test_the_papers_are_those_of_the_packing_list_in_its_order(programme: ld.Programme | None) -> None:
    listed = outline(ld.build_document("packing-list", programme).bytes)
    for printed in planned("samlet-plan", programme):
        places = [listed.find(title) for title in dict.fromkeys(titles(printed))]
        assert -1 not in places
        listed = listed[max(places) :]


def test_no_deck_and_no_mail_is_printed() -> None:
    for kit in LIBRARY.kits:
        for printed in planned(kit):
            assert printed.papers, kit
            assert not {"deck", "invitation"} & {paper.copy.document.id for paper in printed.papers}


def test_copies_follow_the_people_and_are_open_without_them() -> None:
    meeting = planned(
        "tu-droeftelse", ld.Programme.load({"organisation": "E", "meetings": {"tu-droeftelse": {"managers": 7}}})
    )
    assert [paper.copies for paper in meeting[0].papers] == [1, 7, 7, 1]
    assert [paper.copies for paper in planned("tu-droeftelse")[0].papers] == [1, None, None, 1]
    qualify = planned("samlet-plan", filled())[1]
    worksheets = [paper for paper in qualify.papers if paper.copy.theme]
    assert [paper.copies for paper in worksheets] == [1] * len(filled().themes.selected)


class TestSet:
    def test_there_is_one_for_each_workshop_in_the_kits_folder(self, made: dict[str, Document]) -> None:
        assert list(made) == NAMES
        assert [document.path for document in made.values()] == NAMES

    @pytest.mark.parametrize("name", NAMES)
    def test_the_list_tells_where_each_paper_lies_and_what_it_is_printed_on(
        self, made: dict[str, Document], name: str
    ) -> None:
        data = made[name].bytes
        texts, sizes = page_texts(data), sheets(data)
        rows = ROW.findall(texts[0])
        marks = bookmarks(data)
        assert [(title, int(first)) for title, first, *_ in rows] == marks[1:]
        assert marks[0] == (name[:-4], 1)
        following = 2
        for _, first, last, paper, sides, _ in rows:
            span = range(int(first), int(last or first) + 1)
            assert span.start == following
            assert {sizes[number - 1] for number in span} == {paper}
            assert (sides == "1 side") == (len(span) == 1)
            following = span.stop
        assert following == len(sizes) + 1

    def test_the_map_is_a3_and_the_forms_back_is_left_out(self, made: dict[str, Document]) -> None:
        texts, sizes = page_texts(made[NAMES[0]].bytes), sheets(made[NAMES[0]].bytes)
        assert sizes.count("A3") == 1
        assert "Prioriteringskortet" in texts[sizes.index("A3")]
        assert "Hvad siger du om workshoppen?" in texts[-1]
        with pikepdf.open(io.BytesIO(made[NAMES[0]].bytes)) as pdf:
            assert str(pdf.Root.ViewerPreferences.PrintScaling) == "/None"
            assert pdf.Root.ViewerPreferences.PickTrayByPDFSize

    def test_it_takes_as_many_sheets_as_the_packing_list_says(self, made: dict[str, Document]) -> None:
        needs_font("Calibri")
        listed = re.findall(
            r"I alt ca\. .+? ark A\d(?: og \d+ ark? A3)?\.", outline(ld.build_document(4, filled()).bytes)
        )
        told = [re.search(r"I alt ca\. .+\.", page_texts(document.bytes)[0]) for document in made.values()]
        assert [found[0] for found in told if found] == listed

    @pytest.mark.parametrize("name", NAMES)
    def test_tags_survive_and_lead_to_pages_that_are_there(self, made: dict[str, Document], name: str) -> None:
        data = made[name].bytes
        needs_validator()
        assert broken(data) == []
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert str(pdf.docinfo.Title) == name[:-4]
            assert str(pdf.Root.Lang) == "da-DK"
            there = {page.obj.objgen for page in pdf.pages}
            every = list(elements(pdf.Root.StructTreeRoot))
            tagged = {element.Pg.objgen for element in every if "/Pg" in element}
            assert tagged == there
            parts = [element for element in every if element.S == "/Part"]
            assert len(parts) == len(bookmarks(data))
            places = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
            numbers = [int(page.obj.StructParents) for page in pdf.pages]
            assert len(set(numbers)) == len(numbers)
            assert all(number in places for number in numbers)


@pytest.fixture
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def visible() -> list[str]:
    found = (path for path in Path().rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if not path.name.startswith("."))


@pytest.mark.usefixtures("_in_an_empty_folder")
class TestCommand:
    def test_pack_puts_pdfs_beside_the_documents_and_the_set_before_them(self) -> None:
        needs_tool("soffice")
        output_of("pack", "lederrollen", "--pdf", "-o", "kit")
        office_files = [path for path in visible() if not path.endswith(".pdf")]
        beside = [f"{path.rpartition('.')[0]}.pdf" for path in office_files]
        assert sorted([*office_files, *beside, "kit/Print - Trivsel i lederrollen.pdf"]) == visible()

    def test_without_libreoffice_the_documents_are_there_and_the_remedy_is_told(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("LEDERTRIVSEL_SOFFICE", raising=False)
        monkeypatch.setenv("PATH", "")
        monkeypatch.setattr(office, "_usual_places", lambda: iter(()))
        for arguments in (["pack", "ledergruppen", "--pdf"], ["plan", "--pdf"], ["plan", "-o", "plan.pdf"]):
            done = run(*arguments)
            assert done.exit_code == 1
            assert done.output.count("libreoffice.org") == 1
        assert "40 Plan for ledertrivsel.docx" in visible()
        assert len([path for path in visible() if path.startswith("ledergruppen/")]) == 6
        assert not [path for path in visible() if path.endswith(".pdf")]

    def test_one_document_as_pdf(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LEDERTRIVSEL_SOFFICE", str(fake_office(tmp_path)))
        output_of("plan", "-o", "plan.pdf")
        assert visible() == ["plan.pdf"]
        output_of("document", "34", "--pdf")
        assert visible() == ["34 Action card - tomt.docx", "34 Action card - tomt.pdf", "plan.pdf"]
        Path("plan.pdf").write_bytes(b"edited")
        output_of("plan", "-o", "plan.pdf")
        assert Path("plan.pdf").read_bytes() == b"edited"

    def test_a_set_that_lacks_a_paper_is_not_made(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The others are, and the one that can't be converted is named with the set."""
        monkeypatch.setenv("LEDERTRIVSEL_SOFFICE", str(fake_office(tmp_path)))
        pack = ld.build_pack("samlet-plan")
        broken = [
            ld.Document(one.id, one.name, one.folder, one.media_type, b"broken") if one.name.startswith("23") else one
            for one in pack
        ]
        with pytest.raises(ld.PdfError) as caught:
            ld.pack_pdfs(ld.Pack(pack.kit, pack.title, tuple(broken)))
        assert [name for name in NAMES if name in {one.name for one in caught.value.made}] == [NAMES[0], NAMES[2]]
        told = str(caught.value)
        assert "2 Kvalificer/23 Viden og mandat siden sidst.docx" in told
        assert NAMES[1] in told
        assert len(caught.value.made) == len(pack) - 1 + 2

    def test_a_list_of_two_pages_counts_both(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        program = fake_office(tmp_path, pages=2)
        told: list[Sequence[Pages]] = []

        def listened(*arguments: Any) -> dict[str, Any]:
            told.append(arguments[-1])
            return print_list.context(*arguments)

        monkeypatch.setattr(printing, "context", listened)
        [made] = ld.print_sets(ld.build_pack("tu-droeftelse"), office=program)
        assert [count for count, _, _ in calls(program)] == [4, 1, 1]
        assert [(pages.first, pages.last) for pages in told[-1]] == [(3, 4), (5, 6), (7, 8), (9, 10)]
        assert [page for _, page in bookmarks(made.bytes)] == [1, 3, 5, 7, 9]

    def test_all_kits_have_their_sets_in_their_folders(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LEDERTRIVSEL_SOFFICE", str(fake_office(tmp_path)))
        pack = ld.build_pack("alle", filled())
        programme = filled()
        more = ld.pack_pdfs(pack, programme)
        sets = [one.path for one in more if one.name.startswith("Print - ")]
        assert len(sets) == 3 + len(LIBRARY.tools)
        assert "Samlet plan for ledertrivsel/Print - 1 Forbered.pdf" in sets
        with zipfile.ZipFile(io.BytesIO(pack.adding(more).zip_bytes())) as archive:
            assert len(archive.namelist()) == len(pack) * 2 + len(sets)
        with pytest.raises(ValueError, match="another programme"):
            ld.print_sets(pack)
