"""A sixth tool is content: an invented one, made of YAML alone, becomes a kit like the others; its slips are told."""

from __future__ import annotations

import shutil
from datetime import date, time
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.models.kit import Kit
from ledertrivsel_docs.resources import content_folder
from tests.support import deck_rules, rules
from tests.support.office import needs_tool
from tests.support.programmes import BRANDS
from tests.support.said import kit_says, parts
from tests.support.validator import COMMAND, findings
from tests.test_content import change, told

TOOL = Path(__file__).parent / "sixth_tool"
FILLED = {
    "organisation": "Eksempel Kommune",
    "meetings": {"pausen": {"date": date(2027, 3, 2), "start": time(12), "place": "Haven", "facilitator": "HR"}},
    "dialogue": [{"question": "pauser-2", "note": "Kun når solen skinner."}],
    "levels": [{"factor": "hvile", "current": [1, 2, 2, 2, 3], "desired": [3, 3, 3, 3, 3]}],
    "agreements": [{"kit": "pausen", "what": "Vi går ud", "who": "Alle", "when": date(2027, 3, 3)}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The content that comes with the package, and the tool beside it."""
    copy = Path(shutil.copytree(content_folder(), tmp_path / "content"))
    shutil.copytree(TOOL, copy, dirs_exist_ok=True)
    change(
        copy / "sources.yaml", "  kittet:", '  pausen:\n    title: "Den gode pause"\n    footer: "Opdigtet"\n  kittet:'
    )
    return copy


@pytest.fixture
def library(folder: Path) -> ld.Library:
    return ld.Library.load(folder)


def packs(library: ld.Library) -> dict[str, ld.Pack]:
    filled = ld.Programme.load(FILLED, library)
    return {
        "blank": ld.build_pack("pausen", library=library),
        "filled": ld.build_pack("pausen", filled, library=library),
    }


def test_it_is_a_kit_like_the_others(library: ld.Library) -> None:
    assert [document.path for document in packs(library)["blank"]] == [
        "1 Før/10 Invitation.docx",
        "1 Før/11 Drejebog.docx",
        "2 Mødet/20 Slides.pptx",
        "2 Mødet/21 Spørgsmål om pauser.docx",
        "2 Mødet/22 Kort.docx",
        "2 Mødet/23 Ark - Hvile.docx",
        "2 Mødet/24 Trappe - Hvile.docx",
        "2 Mødet/25 Aftaler.docx",
    ]


def test_its_papers_say_what_its_content_says(library: ld.Library) -> None:
    texts = kit_says(packs(library)["filled"])
    said = {
        "10 Invitation.docx": [
            "Kom og hold pause.",
            "Hovedet hviler",
            "kl. 12.05: Tal om trappen",
            "”21 Spørgsmål om pauser”",
        ],
        "11 Drejebog.docx": [
            "12.00–12.30 (30 min)",
            "Tal om trappen for det, I har valgt",
            "Lav kaffe.",
            "Mål: At holde pauser",
        ],
        "20 Slides.pptx": [
            "Trappen: Hvile",
            "Hos os holder alle pause.",
            "Man ser hinanden",
            "Går vi ud?",
            "Til kl. 12.25",
        ],
        "21 Spørgsmål om pauser.docx": ["Holder vi pause sammen?", "Jeres egne spørgsmål"],
        "22 Kort.docx": ["Går vi ud?", "Kilde: Opdigtet"],
        "23 Ark - Hvile.docx": ["Altid:", "Hos os holder ingen pause."],
        "24 Trappe - Hvile.docx": ["I behøver ikke nå trin 3."],
        "25 Aftaler.docx": ["Går vi ud?", "Kun når solen skinner.", "Vi går ud", "3. marts 2027"],
    }
    for name, sentences in said.items():
        text = texts[name].replace("\u00a0", " ")
        assert [sentence for sentence in sentences if sentence not in text] == [], name


def test_its_accent_and_its_steps_are_its_own(library: ld.Library) -> None:
    for document in packs(library)["blank"]:
        part = "ppt/theme/theme1.xml" if document.name.endswith(".pptx") else "word/theme/theme1.xml"
        theme = parts(document)[part]
        assert f'<a:accent1><a:srgbClr val="{ld.Brand.default().colours.concretise}"' in theme, document.name
    assert "2 Mødet" in kit_says(packs(library)["blank"])["25 Aftaler.docx"]


def test_it_keeps_the_rules_in_two_brands(library: ld.Library) -> None:
    filled = ld.Programme.load(FILLED, library)
    for brand in BRANDS.values():
        for document in ld.build_pack("pausen", filled, brand=brand(), library=library):
            broken = deck_rules.broken if document.name.endswith(".pptx") else rules.broken
            assert broken(document.bytes) == [], document.name


def test_it_is_valid_for_office(library: ld.Library, tmp_path: Path) -> None:
    needs_tool(COMMAND)
    for name, pack in packs(library).items():
        pack.save(tmp_path / name)
        assert findings([tmp_path / name / document.path for document in pack]) == []


def test_all_kits_hold_it_too(library: ld.Library) -> None:
    folders = {document.folder.split("/")[0] for document in ld.build_pack("alle", library=library)}
    assert "Den gode pause" in folders
    assert len(folders) == 6


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("deck.yaml", "  end:\n", "  ende:\n", "no “ende” here. Write one of these: begin, talk, end."),
        ("deck.yaml", "items_of: reasons", "items_of: reason", "no “reason” here."),
        ("deck.yaml", "kind: agenda", "kind: program", "program"),
        ("deck.yaml", "{ladder} frem", "{ladder frem", "braces"),
        ("deck.yaml", "{ladder} frem", "{trappe} frem", "{trappe}"),
        ("deck.yaml", "minutes: 2, ", "", "Two slides of “begin” have no minutes."),
        ("run-sheet.yaml", "minutes: 20", "minutes: 25", "The rows take 35 minutes, the meeting 30."),
        ("run-sheet.yaml", "minutes: 10}", "minutes: 15}", "What comes before takes 15 minutes, the preparation 10."),
        ("run-sheet.yaml", "id: begin, ", "", "The row “Begynd” has no id."),
        ("run-sheet.yaml", 'unchosen_factor: "det, I har valgt"\n', "", "need “unchosen_factor”"),
        ("questions.yaml", "id: pauser", "id: tryghed", "is the name of a group of “ledergruppen” already"),
        ("questions.yaml", "id: pauser", "id: egne", "an organisation's own questions"),
        ("kit.yaml", "Ark - {factor}", "Ark", "for each factor {factor}"),
        ("kit.yaml", "accent: concretise", "accent: lilla", "lilla"),
        ("tool.yaml", "source: pausen", "source: pause", "no source “pause”"),
    ],
)
def test_a_slip_in_its_content_is_told_with_its_line(folder: Path, file: str, old: str, new: str, said: str) -> None:
    change(folder / "pausen" / file, old, new)
    found = told(folder)
    assert [line for line in found if line.startswith(f"{folder / 'pausen' / file}:") and said in line], found


def test_a_document_that_has_nothing_to_ask_is_told(folder: Path) -> None:
    (folder / "pausen" / "questions.yaml").unlink()
    (folder / "pausen" / "factors.yaml").unlink()
    found = told(folder)
    assert len([line for line in found if "kit.yaml" in line and "needs questions.yaml" in line]) == 2
    assert len([line for line in found if "kit.yaml" in line and "needs factors.yaml" in line]) == 2


def test_kits_are_found_by_their_documents(library: ld.Library) -> None:
    kit: Kit = library.kits["pausen"]
    assert ld.build_document("Kort", library=library).name == "22 Kort.docx"
    assert kit.accent == "concretise"
