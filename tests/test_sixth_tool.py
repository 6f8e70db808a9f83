"""A sixth tool is content: an invented one, made of YAML alone, becomes a kit like the others."""

from __future__ import annotations

import re
import shutil
from datetime import date, time
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.gathering import gathering
from ledertrivsel_docs.models.kit import Kit
from ledertrivsel_docs.models.meeting_deck import ALWAYS_KNOWN, MEETING_PLACES, TIMES
from ledertrivsel_docs.models.tool_checks import MEETING_DOCUMENTS
from ledertrivsel_docs.resources import content_folder
from tests.support.command import output_of
from tests.support.faults import faults
from tests.support.office import needs_tool
from tests.support.programmes import BRANDS
from tests.support.said import kit_says, parts
from tests.support.sixth import with_sixth_tool
from tests.support.slips import change, told
from tests.support.validator import COMMAND, findings

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
    return with_sixth_tool(tmp_path)


@pytest.fixture
def library(folder: Path) -> ld.Library:
    return ld.Library.load(folder)


def packs(library: ld.Library) -> dict[str, ld.Pack]:
    filled = ld.Programme.load(FILLED, library=library)
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
    filled = ld.Programme.load(FILLED, library=library)
    for brand in BRANDS.values():
        assert faults(ld.build_pack("pausen", filled, brand=brand(), library=library)) == []


def test_it_is_valid_for_office(library: ld.Library, tmp_path: Path) -> None:
    needs_tool(COMMAND)
    for name, pack in packs(library).items():
        pack.save(tmp_path / name)
        assert findings([tmp_path / name / document.path for document in pack]) == []


def test_all_kits_hold_it_too(library: ld.Library) -> None:
    folders = {document.folder.split("/")[0] for document in ld.build_pack("alle", library=library)}
    assert "Den gode pause" in folders
    assert len(folders) == 6


def test_the_label_of_a_note_is_filled_too(folder: Path) -> None:
    change(folder / "pausen" / "deck.yaml", "Gør: Læg {ladder} frem.", "Vis {ladder}: nu.")
    change(folder / "pausen" / "deck.yaml", "Opfølgning: den", "Den {follow_up}: den")
    text = kit_says(ld.build_pack("pausen", library=ld.Library.load(folder)))["20 Slides.pptx"].replace("\u00a0", " ")
    assert "Vis ”24 Trappe”: nu." in text
    assert "Den :" not in text


def test_every_place_that_words_can_name_is_filled(library: ld.Library) -> None:
    places = gathering(library, ld.Programme.blank(), library.kits["pausen"]).places
    ours = {"dialogue_sheet", "question_cards", "capability_sheet", "ladder", "agreement_sheet"}
    assert places.keys() - ours - {"tool_reasons", "invitation", "run_sheet", "deck"} == MEETING_PLACES
    assert [name for name in ALWAYS_KNOWN if not places[name]] == []


def test_the_places_stand_in_the_guide_for_contributors() -> None:
    guide = (Path(__file__).parents[1] / "docs" / "adding" / "tool.md").read_text(encoding="utf-8")
    assert [name for name in MEETING_PLACES | TIMES | MEETING_DOCUMENTS.keys() if f"`{name}`" not in guide] == []


def test_a_tool_can_have_every_document_that_tools_have(folder: Path) -> None:
    kit, tool = folder / "pausen" / "kit.yaml", folder / "pausen" / "tool.yaml"
    printed = {"capability-sheet", "ladder", "invitation", "run-sheet", "dialogue-sheet", "question-cards"}
    more = sorted(MEETING_DOCUMENTS.keys() - printed - {"agreement-sheet", "deck"})
    rows = "".join(
        f'  - {{number: {n}, id: {name}, name: "Ark {n}"}}\n'
        for n, name in zip((*range(12, 20), 26), more, strict=True)
    )
    kit.write_text(kit.read_text(encoding="utf-8") + rows, encoding="utf-8")
    passages = '  - {id: quotation, text: "Et citat"}\n  - {id: coaching, text: "En sætning"}\n'
    tool.write_text(tool.read_text(encoding="utf-8") + passages, encoding="utf-8")
    (folder / "pausen" / "documents" / "cases.yaml").write_text(
        "source: kittet\nown: []\ncases: [{title: En case, paragraphs: [Der var engang.]}]\n"
        'said_by: Nogen\nquestions: [Hvad nu?]\nown_note: "{tool}"\n',
        encoding="utf-8",
    )
    texts = kit_says(ld.build_pack("pausen", library=ld.Library.load(folder)))
    assert len(texts) == len(MEETING_DOCUMENTS)
    for name, text in texts.items():
        assert not re.search(r"{\w+}", text), name


class TestTheSmallestOne:
    """A tool with a round of managers that is never too long, and no words of its own."""

    @pytest.fixture
    def small(self, tmp_path: Path) -> Path:
        copy = Path(shutil.copytree(content_folder(), tmp_path / "content"))
        shutil.copytree(Path(__file__).parent / "seventh_tool", copy, dirs_exist_ok=True)
        return copy

    @pytest.mark.parametrize(("managers", "length"), [(1, "10 min"), (3, "20 min"), (60, "5 timer 5 min")])
    def test_it_is_held_for_any_number(self, small: Path, managers: int, length: str) -> None:
        library = ld.Library.load(small)
        programme = ld.Programme.load(
            {"organisation": "E", "meetings": {"runden": {"managers": managers}}}, library=library
        )
        texts = kit_says(ld.build_pack("runden", programme, library=library))
        assert f"tager mødet {length}" in texts["10 Drejebog.docx"]
        assert "Runde 1: Runden" in texts["12 Guide.docx"]
        assert "Hvad fylder?" in texts["13 Min runde.docx"]

    def test_a_note_without_a_label_is_not_bold(self, small: Path) -> None:
        document = ld.build_document("deck", kit="runden", library=ld.Library.load(small))
        notes = "".join(xml for name, xml in parts(document).items() if name.startswith("ppt/notesSlides/notesSlide"))
        runs = {text: look for look, text in re.findall(r"<a:r>(.*?)<a:t>(.*?)</a:t>", notes)}
        assert 'b="1"' in runs["Fra Den korte runde: "]
        assert 'b="1"' not in runs["Tak, og kom godt hjem."]

    def test_its_group_of_questions_can_be_named(self, small: Path) -> None:
        words = small / "runden" / "documents" / "unit-preparation.yaml"
        words.parent.mkdir()
        words.write_text("source: kittet\nown: []\ngroup: runder\n", encoding="utf-8")
        assert [line for line in told(small) if line.startswith(f"{words}:3: There is no “runder” here.")]

    def test_a_round_needs_a_slide_for_what_is_left(self, small: Path) -> None:
        change(small / "runden" / "deck.yaml", "kind: question", "kind: question, minutes: 5")
        assert [line for line in told(small) if "The slides of “round” take 5 minutes, the row 5." in line]


def test_the_table_of_documents_is_that_of_the_kits() -> None:
    library = ld.Library.default()
    ours = {document.id for kit in library.tools for document in library.kits[kit].documents}
    assert ours == MEETING_DOCUMENTS.keys()


def test_kits_are_found_by_their_documents(library: ld.Library) -> None:
    kit: Kit = library.kits["pausen"]
    assert ld.build_document("Kort", library=library).name == "22 Kort.docx"
    assert kit.accent == "concretise"


def test_list_shows_its_factors_and_its_questions(library: ld.Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ld.Library, "default", lambda *_: library)
    shown = output_of("list", "pausen")
    assert [text for text in ("hvile  Hvile", "pauser-2  Går vi ud?") if text not in shown] == []
