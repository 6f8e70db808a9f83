"""Every document of every kit, blank, filled and extreme, in three brands. A new one is covered by being listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DECKS, DOCUMENTS
from ledertrivsel_docs.documents.print_list import PRINT_LIST
from ledertrivsel_docs.layouts import DECK_LAYOUTS, LAYOUTS
from ledertrivsel_docs.own_look import SAMPLE
from ledertrivsel_docs.resources import templates_folder
from tests.support.decks import Deck
from tests.support.faults import faults
from tests.support.office import needs_font, needs_tool, pages
from tests.support.packages import is_xml, unzipped
from tests.support.programmes import BRANDS, LOOKS, PROGRAMMES, pack_of
from tests.support.validator import COMMAND, VERSIONS, findings

IN_NO_KIT = {SAMPLE, PRINT_LIST}
OFFICE = {"default": VERSIONS, "second": VERSIONS[:1], "logo": VERSIONS[1:]}  # `tools/quality.py` tries all in both
KITS = tuple(ld.Library.default().kits)
CASES = [(kit, programme, brand) for kit in KITS for programme in PROGRAMMES for brand in LOOKS]
# What the extreme programme says, cut or whole.
HOSTILE_TAGS = re.compile(r"\{\{( 7\*7)?( \}\}| ?…)|\{%( if)?( %\}| ?…)")
LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
ONE_PAGE = {
    "action-card",
    "agreement-sheet",
    "capability-sheet",
    "checklist",
    "coaching",
    "conversation-guide",
    "decisions-and-roles",
    "dialogue-sheet",
    "group-leader-card",
    "invitation",
    "knowledge-sheet",
    "known-facts",
    "ladder",
    "leader-group-feedback",
    "meeting-agenda",
    "network-starter",
    "run-sheet",
    "theme-qualification",
    "theme-worksheet",
    "three-levels",
    "unit-preparation",
}
"""A run sheet has a back."""


def saved(made: ld.Pack, folder: Path) -> list[Path]:
    made.save(folder)
    return [folder / document.path for document in made]


@pytest.mark.parametrize("case", CASES, ids="-".join)
class TestEveryDocument:
    def test_is_valid_for_office(self, case: tuple[str, str, str], tmp_path: Path) -> None:
        needs_tool(COMMAND)
        files = saved(pack_of(*case), tmp_path)
        assert [line for office in OFFICE[case[2]] for line in findings(files, office)] == []

    def test_keeps_the_rules(self, case: tuple[str, str, str]) -> None:
        assert faults(pack_of(*case)) == []

    def test_has_no_tag_left(self, case: tuple[str, str, str]) -> None:
        for document in pack_of(*case):
            for name, xml in parts(document.bytes).items():
                text = HOSTILE_TAGS.sub("", xml) if case[1] == "extreme" else xml
                assert not LEFT_OVER.search(text), (document.path, name, LEFT_OVER.search(text))

    def test_has_the_same_bytes_twice(self, case: tuple[str, str, str]) -> None:
        kit, programme, brand = case
        again = ld.build_pack(kit, PROGRAMMES[programme](), brand=LOOKS[brand]())
        assert again == pack_of(*case)
        assert again.zip_bytes() == pack_of(*case).zip_bytes()

    def test_has_a_title_of_its_own(self, case: tuple[str, str, str]) -> None:
        titles = [re.search(r"<dc:title>(.*?)</dc:title>", parts(d.bytes)["docProps/core.xml"]) for d in pack_of(*case)]
        assert len({title[1] for title in titles if title}) == len(titles)

    def test_has_a_name_that_windows_takes(self, case: tuple[str, str, str]) -> None:
        paths = [document.path for document in pack_of(*case)]
        assert len({path.casefold() for path in paths}) == len(paths)
        for path in paths:
            assert not re.search(r'[<>:"\\|?*\x00-\x1f]|[. ]/|\.\.', path), path
            assert len(path) <= 150, path


@pytest.mark.parametrize("case", [case for case in CASES if case[2] in BRANDS], ids="-".join)
def test_opens_in_libreoffice(case: tuple[str, str, str]) -> None:
    needs_font(LOOKS[case[2]]().fonts.body)
    made = pack_of(*case)
    counts = pages(list(made))
    for document, count in zip(made, counts, strict=True):
        if case[1] != "extreme" and document.id in ONE_PAGE:
            assert count == (2 if document.id == "run-sheet" else 1), document.path
        if document.id in DECKS:
            assert count == len(Deck(document.bytes).slides), document.path
        else:
            assert 1 <= count <= (30 if document.id == "plan" else 20), document.path


def parts(data: bytes) -> dict[str, str]:
    return {name: content.decode() for name, content in unzipped(data).items() if is_xml(name)}


def test_every_document_has_its_template_words_and_row() -> None:
    """One stem everywhere: whatever is missing is named."""
    library = ld.Library.default()
    in_kits = {document.id for kit in library.kits.values() for document in kit.documents}
    pages = {stem: layout for stem, layout in LAYOUTS.items() if stem not in IN_NO_KIT}
    for kind, documents, layouts in (("docx", DOCUMENTS, pages), ("pptx", DECKS, DECK_LAYOUTS)):
        templates = {path.stem for path in (templates_folder() / kind).glob(f"*.{kind}")} - IN_NO_KIT
        assert set(documents) == set(layouts) == templates
    assert in_kits == set(DOCUMENTS) | set(DECKS)
    assert in_kits <= set(library.words)
