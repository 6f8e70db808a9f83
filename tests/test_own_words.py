"""Whose words a document prints: ours, a source's, a kit's own, an organisation's own; none speaks for another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support import rules
from tests.support.said import kit_says, said
from tests.support.sixth import with_sixth_tool
from tests.support.slips import change

LIBRARY = ld.Library.default()
KIT = "evne-ambition"
OURS, OWN = "Ark, trin og kendetegn kommer fra skabelonen", "Trin og kendetegn er jeres egne"
STEPS = [{"name": name, "text": f"Hos os er det {name.lower()}."} for name in ("Svært", "Muligt", "Let")]
OWN_BALANCE = {"id": "balance", "title": "Vores balance", "short": "Balance", "steps": STEPS}
PUBLISHER = re.compile(r"BFA|BAR SoSu|Arbejdstilsyn|at\.dk|Team Arbejdsliv|Københavns Kommune|Per Jensen")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content, with the sixth tool."""
    return with_sixth_tool(tmp_path)


def programme(**more: Any) -> ld.Programme:
    return ld.Programme.load({"organisation": "E", **more})


def text_of(document: str, kit: str = KIT, folder: Path | None = None, **more: Any) -> str:
    """What one document says, for a programme, with our content or that of a folder."""
    library = ld.Library.load(folder) if folder else LIBRARY
    built = ld.build_document(
        document, ld.Programme.load({"organisation": "E", **more}, library=library), kit=kit, library=library
    )
    return said(built).replace("\u00a0", " ")


# An organisation's own ladder.


def test_own_ladder_is_told_as_the_organisations_own() -> None:
    texts = kit_says(ld.build_pack(KIT, programme(factors=[OWN_BALANCE])))
    for name in ("21 Værktøjsark - Balance.docx", "22 Trappe A3 - Balance.docx"):
        assert (OWN in texts[name], OURS in texts[name]) == (True, False), name
    for name in ("21 Værktøjsark - Støtte.docx", "22 Trappe A3 - Støtte.docx"):
        assert (OWN in texts[name], OURS in texts[name]) == (False, True), name
    assert [name for name, text in texts.items() if re.search(r"\bfem trin\b", text)] == []


def whose(text: str) -> tuple[bool, bool, bool]:
    """Whether a document calls its ladders ours, the organisation's own, or some of each."""
    return OURS in text, OWN in text, "Nogle af trapperne er jeres egne." in text


def test_sheets_about_several_ladders_say_whose_each_is() -> None:
    mixed: dict[str, Any] = {"factors": [OWN_BALANCE]}
    own = mixed | {"meetings": {KIT: {"factors": ["balance"]}}}
    assert whose(text_of("preparation-sheet", **mixed)) == (True, True, False)
    assert whose(text_of("preparation-sheet", **own)) == (False, True, False)
    for document in ("summary", "run-sheet", "deck"):
        assert whose(text_of(document)) == (True, False, False), document
        assert whose(text_of(document, **mixed))[2], document
        assert whose(text_of(document, **own)) == (False, True, False), document


def test_notes_of_each_ladder_in_the_deck_say_whose_it_is() -> None:
    notes = [line for line in text_of("deck", factors=[OWN_BALANCE]).splitlines() if "Bruger I andre kendetegn" in line]
    assert [OURS in line for line in notes] == [True, False]
    assert [OWN in line for line in notes] == [False, True]


# Marks that are hidden.

FEW, MANY = [1, 2], [1, 2, 2, 3, 3]
DOTS, TO_WRITE = "Hver prik er ét kryds.", "Skriv, hvor mange kryds der er på hvert trin."


@pytest.mark.parametrize(
    ("current", "desired", "dots", "to_write"),
    [
        (MANY, MANY, True, False),
        (MANY, FEW, True, False),
        (FEW, MANY, True, False),
        (FEW, FEW, False, False),
        ([], [], False, True),
        (FEW, [], False, True),
    ],
)
def test_summary_explains_dots_only_where_there_are_some(
    current: list[int], desired: list[int], dots: bool, to_write: bool
) -> None:
    level = {"factor": "balance", "current": current, "desired": desired}
    text = text_of("summary", meetings={KIT: {"factors": ["balance"]}}, levels=[level])
    assert (DOTS in text, TO_WRITE in text) == (dots, to_write)
    assert "Vi regner ikke gennemsnit" in text


@pytest.mark.parametrize(
    ("current", "desired", "expected"),
    [
        (MANY, MANY, None),
        ([], [], None),
        (FEW, FEW, "Færre end fem har sat kryds. Derfor"),
        (FEW, MANY, "Færre end fem har sat kryds ved Nu."),
        (MANY, FEW, "Færre end fem har sat kryds ved Ambition."),
    ],
)
def test_worksheet_says_of_which_marks_it_shows_no_distribution(
    current: list[int], desired: list[int], expected: str | None
) -> None:
    level = {"factor": "balance", "current": current, "desired": desired}
    text = text_of("capability-sheet", meetings={KIT: {"factors": ["balance"]}}, levels=[level])
    assert ("Færre end fem" in text) is bool(expected)
    assert (expected or "") in text
    assert "Ret gerne kendetegnene" in text


# A kit's own words.


def overlay(folder: Path, kit: str, document: str, text: str) -> None:
    """Words that a kit says otherwise, beside those it has of its own already."""
    path = folder / kit / "documents" / f"{document}.yaml"
    before = path.read_text(encoding="utf-8") if path.is_file() else "source: kittet\nown: []\n"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{before}\n{text}\n", encoding="utf-8")


def test_a_kit_says_leader_clock_and_paper_in_its_own_words(content: Path) -> None:
    words = 'leader: "Værten"\nby_hand: {clock: "klokken?"}\npaper: "arket {paper}"\nfor_factor: "{title} om {factor}"'
    overlay(content, "pausen", "run-sheet", words)
    text = text_of("run-sheet", "pausen", content)
    for printed in ("Værten", "klokken?"):
        assert printed in text, printed
    for ours in ("Mødelederen", "kl. ____"):
        assert ours not in text, ours
    assert "Læg arket 21 Spørgsmål om pauser frem." in text
    others = text_of("run-sheet", "ledergruppen", content)
    for ours in ("Mødelederen", "kl. ____"):
        assert ours in others, ours


def test_a_kit_says_its_slides_in_its_own_words(content: Path) -> None:
    words = (
        'columns: {what: "Punkterne"}\nladder: {text: "Sådan er det"}\ntotal: "Alt i alt {minutes}"\n'
        'until: {exact: "Slut {clock}"}\nblank: {clock: "Hvornår?", contact: "Spørg os"}'
    )
    overlay(content, "pausen", "deck", words)
    blank = text_of("deck", "pausen", content)
    for printed in ("Punkterne", "Sådan er det", "Alt i alt 30", "Hvornår?", "Spørg os"):
        assert printed in blank, printed
    timed = text_of("deck", "pausen", content, meetings={"pausen": {"start": "12.00"}})
    assert "Slut 12.25" in timed
    assert "Punkterne" not in text_of("deck", "ledergruppen", content)


def test_the_plan_of_workshops_has_words_of_its_own_too(content: Path) -> None:
    overlay(content, "samlet-plan", "run-sheet", 'kicker: "Manuskript"\nend: "Så er det slut"\nby_hand: {clock: "?"}')
    overlay(content, "samlet-plan", "invitation", 'greeting: "Hej alle"')
    overlay(content, "samlet-plan", "deck", 'columns: {what: "Punkterne"}')
    text = text_of("11", "samlet-plan", content)
    assert "Manuskript" in text
    assert "Så er det slut" in text
    assert "kl. ____" not in text
    assert "Hej alle" in text_of("10", "samlet-plan", content)
    assert "Punkterne" in text_of("12", "samlet-plan", content)
    assert "Hej alle" not in text_of("invitation", "ledergruppen", content)


# Words that all kits share.


def leaves(words: Any) -> Iterator[str]:
    if isinstance(words, str):
        yield words
    else:
        for inner in words.values() if isinstance(words, Mapping) else words:
            yield from leaves(inner)


MEETING_PAPERS = sorted({document.id for kit in LIBRARY.tools for document in LIBRARY.kits[kit].documents})


# The shared words of decks hold the slides of the workshops too, which no meeting prints.
@pytest.mark.parametrize("document", [name for name in MEETING_PAPERS if name != "deck"])
def test_shared_words_name_no_publisher(document: str) -> None:
    assert [text for text in leaves(LIBRARY.words[document]) if PUBLISHER.search(text)] == []


def test_a_sixth_tool_prints_no_other_tools_source(content: Path) -> None:
    more = ["preparation-sheet", "conversation-guide", "unit-preparation", "summary"]
    more += ["three-levels", "network-starter", "meeting-agenda"]
    with (content / "pausen" / "kit.yaml").open("a", encoding="utf-8") as kit:
        kit.writelines(f'  - {{number: {number}, id: {id_}, name: "{id_}"}}\n' for number, id_ in enumerate(more, 12))
    (content / "pausen" / "documents" / "run-sheet.yaml").unlink()
    library = ld.Library.load(content)
    texts = kit_says(ld.build_pack("pausen", library=library))
    assert len(texts) == 15
    for name, text in texts.items():
        assert PUBLISHER.search(text) is None, name
        assert re.search(r"\{\w+\}", text) is None, name
    assert "Kilde: Opdigtet. Rådene under" in texts["11 Drejebog.docx"]
    assert "Holder vi pause sammen?" in texts["14 unit-preparation.docx"]


# Content that is odd, and valid.


def test_run_sheet_of_a_tool_with_one_fact_and_nothing_before_keeps_the_rules(content: Path) -> None:
    tool, sheet = content / "pausen" / "tool.yaml", content / "pausen" / "run-sheet.yaml"
    for label in ("Forberedelsestid", "Øvelsestid", "Hvem deltager", "Det skal I bruge", "Kilde"):
        line = next(line for line in tool.read_text(encoding="utf-8").splitlines() if label in line)
        change(tool, f"{line}\n", "")
    change(sheet, 'preparation_minutes: 10\nbefore:\n  - {text: "Lav kaffe.", minutes: 10}\n', "")
    document = ld.build_document("run-sheet", kit="pausen", library=ld.Library.load(content))
    assert rules.broken(document.bytes) == []
    assert "Mål: At holde pauser" in said(document)
    assert "Før mødet" not in said(document)
    change(tool, '  - {label: "Mål", text: "At holde pauser, der virker"}\n', "")
    change(tool, "header:", "header: []")
    document = ld.build_document("run-sheet", kit="pausen", library=ld.Library.load(content))
    assert rules.broken(document.bytes) == []
    assert "Om værktøjet" not in said(document)
    assert "Hvis det bliver svært" in said(document)
