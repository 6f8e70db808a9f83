"""The four other tools are carried over to the letter: every question, step, time and fact of them is printed.

`tests/sources/<kit>.txt` holds what the source says: its questions under their headings, and what each document says.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from tests.support.said import kit_says, said

SOURCES = Path(__file__).parent / "sources"
KITS = sorted(path.stem for path in SOURCES.glob("*.txt"))
QUESTIONS = "questions"
ASKED = {
    "ledergruppen": ("21 Dialogark.docx", "22 Spørgsmålskort.docx", "20 Præsentation.pptx"),
    "tu-droeftelse": ("21 Samtaleguide - tre runder.docx", "20 Præsentation.pptx"),
}


@cache
def source(kit: str) -> dict[str, list[str]]:
    """What the source says, by the document that is to say it."""
    found: dict[str, list[str]] = {}
    for line in (SOURCES / f"{kit}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            lines = found.setdefault(line[3:], [])
        elif line:
            lines.append(line)
    return found


@cache
def texts(kit: str) -> dict[str, str]:
    return kit_says(ld.build_pack(kit))


def asked(kit: str) -> tuple[list[str], list[str]]:
    """The headings and the questions of a source."""
    lines = source(kit)[QUESTIONS]
    return [line[2:] for line in lines if line.startswith("#")], [line for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("kit", ASKED)
def test_every_question_is_asked_wherever_questions_are_printed(kit: str) -> None:
    headings, questions = asked(kit)
    assert len(questions) == {"ledergruppen": 29, "tu-droeftelse": 22}[kit]
    for name in ASKED[kit]:
        assert [question for question in questions if question not in texts(kit)[name]] == [], name
        if name.endswith(".docx"):
            assert [heading for heading in headings if heading not in texts(kit)[name]] == [], name


@pytest.mark.parametrize("kit", ASKED)
def test_the_content_holds_the_questions_in_order_and_no_others(kit: str) -> None:
    headings, questions = asked(kit)
    content = ld.Library.default().tools[kit].questions
    assert [group.title for group in content.groups] == headings
    assert [question.text for question in content.questions] == questions


def test_a_manager_prepares_what_she_is_asked_in_the_second_round() -> None:
    _, questions = asked("tu-droeftelse")
    printed = texts("tu-droeftelse")["12 Forberedelse - min enhed.docx"].splitlines()
    assert [question for question in questions[8:15] if question not in printed] == []


@pytest.mark.parametrize("kit", KITS)
def test_what_the_source_says_is_printed(kit: str) -> None:
    for name, sentences in source(kit).items():
        if name != QUESTIONS:
            assert [sentence for sentence in sentences if sentence not in texts(kit)[name]] == [], name


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("label", ["Mål:", "Forberedelsestid:", "Øvelsestid:", "Det skal I bruge:", "Kilde:"])
def test_every_tool_prints_the_header_that_danish_tools_share(kit: str, label: str) -> None:
    first = {"lederrollen": "10 Cases og spørgsmål.docx"}.get(kit, "11 Drejebog.docx")
    assert label in texts(kit)[first]


@pytest.mark.parametrize("kit", KITS)
def test_every_sheet_names_its_source(kit: str) -> None:
    footer = ld.Library.default().sources[kit].footer
    for document in ld.build_pack(kit):
        if document.name.endswith(".docx"):
            assert footer in said(document), document.name
