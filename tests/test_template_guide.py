"""The guide for those who edit templates: every tag in it works in the template that it is about."""

from __future__ import annotations

import re
from pathlib import Path

import docx
import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DECKS, DOCUMENTS, Copy
from ledertrivsel_docs.documents.copy import copies
from ledertrivsel_docs.template_check import check_template
from tests.support.decks import Draft
from tests.support.edited import with_paragraphs
from tests.support.programmes import filled
from tests.support.word import saved, texts, word

GUIDE = (Path(__file__).parents[1] / "docs" / "skabeloner.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\S+)(?: ([^\n]+))?\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
EXAMPLES = [(kind, about.split(), body.strip().split("\n")) for kind, about, body in BLOCKS if about]
LIBRARY = ld.Library.default()


def test_the_guide_has_examples() -> None:
    assert len(EXAMPLES) >= 9
    assert {kind for kind, _, _ in EXAMPLES} == {"docx", "docx-table", "pptx"}


@pytest.mark.parametrize(("kind", "about", "lines"), EXAMPLES, ids=lambda value: str(value)[:30])
def test_every_example_can_be_rendered(kind: str, about: list[str], lines: list[str]) -> None:
    for programme in (ld.Programme.blank(), filled().resolved(library=LIBRARY)):
        if kind == "pptx":
            deck = next(DECKS[about[0]](LIBRARY, programme, copy) for copy in every_copy(programme, about[0]))
            context = next(slide.context for slide in deck.slides if slide.kind == about[1])
            made = ld.Template(Draft().add("x", notes=f"{{%slide {about[1]} %}}").box(*lines).data())
            assert made.render([(about[1], context)], common=deck.common)
            continue
        data = table(lines) if kind == "docx-table" else word(*lines)
        for copy in every_copy(programme, about[0]):
            said = texts(ld.Template(data).render(DOCUMENTS[about[0]](LIBRARY, programme, copy)))
            assert not any(sign in line for line in said for sign in ("{{", "{%"))


@pytest.mark.parametrize(("kind", "about", "lines"), EXAMPLES, ids=lambda value: str(value)[:30])
def test_the_check_says_nothing_about_an_example(kind: str, about: list[str], lines: list[str]) -> None:
    if kind == "docx-table":
        told = [problem for problem in check_template(table(lines), about[0]) if not problem.warning]
    else:
        body = [line.replace("{%sp", "{%") for line in lines]  # put into a shape that our template has
        told = check_template(with_paragraphs(about[0], *body), about[0])
    assert [str(problem) for problem in told] == []


def test_the_table_of_fields_tells_what_the_contract_tells() -> None:
    rows = re.findall(r"^\| `([\w.]+)` \| ([^|]+) \| `([^`]+)` \|$", GUIDE, re.MULTILINE)
    fields = {field.path: field for field in ld.template_fields("action-card")}
    assert len(rows) == 5
    for path, meaning, example in rows:
        assert (fields[path].meaning, fields[path].example) == (meaning.strip(), example)


def test_the_table_of_slides_has_every_kind() -> None:
    told = re.findall(r"^\| `(\w+)` \| [^|]+ \|$", GUIDE, re.MULTILINE)
    assert set(told) == set(ld.slide_kinds("deck"))


def every_copy(programme: ld.Programme, stem: str) -> list[Copy]:
    return [
        copy
        for kit in LIBRARY.kits.values()
        for copy in copies(kit, LIBRARY, programme)
        if copy.document.id == stem and copy.variant is None
    ] or [copy for kit in LIBRARY.kits.values() for copy in copies(kit, LIBRARY, programme) if copy.document.id == stem]


def table(lines: list[str]) -> bytes:
    document = docx.Document()
    made = document.add_table(len(lines), 2)
    for row, line in zip(made.rows, lines, strict=True):
        for cell, text in zip(row.cells, line.split("|"), strict=False):
            cell.text = text.strip()
    return saved(document)
