"""Every form of every kit: what is written in any of its fields comes back, and nothing that we have printed does."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting.readers import READERS
from ledertrivsel_docs.documents.copy import copies
from ledertrivsel_docs.naming import file_name
from tests.support.cards import LIBRARY, Card, by_libreoffice, told, written
from tests.support.programmes import filled

PROGRAMME = filled().resolved()
PROGRAMMES = {"blank": ld.Programme.blank(), "filled": PROGRAMME}
THEMES = ("sparring", "krydspres", "restitution", "overbelastning", "nye-ledere")
TITLES = {name: LIBRARY.samlet_plan.themes.by_id()[name].title for name in THEMES}
DAY = date(2027, 5, 3)
NUMBER = re.compile(r"(.*\.)?(group|target|step\.\d\.(current|desired))")
TITLE = re.compile(
    r"choice\.\d(\.theme)?|row\d\.(card|theme)|title|.*\.card|.*-.*\.theme|parked\d\.theme|(sparring|restitution)\.theme"
)
PRINTED = re.compile(r"(owner|goal|planned|agreed|how_far|question|last)|.*\.(owner|goal|planned|agreed|how_far|last)")
BY = re.compile(r"(.*\.)?by")
ONE_LINE = re.compile(r".*(text|title|question|forum|anchoring.*)")
NOT_FOR_US = re.compile(r"(date|time|place|people|home|where|number|.*\.number|deadline|send_to|version|case_number)")


FORMS = [
    f"{kind} {kit.id} {file_name(copy)}.docx"
    for kind, programme in PROGRAMMES.items()
    for kit in LIBRARY.kits.values()
    for copy in copies(kit, LIBRARY, programme)
    if copy.document.id in READERS and "eksempel" not in copy.document.name
]


@cache
def kit_of(kind: str, kit: str) -> dict[str, ld.Document]:
    """The documents of a kit by their names."""
    pack = ld.build_pack(kit, PROGRAMMES[kind], brand=ld.Brand.default())
    return {document.name: document for document in pack}


def form(name: str) -> ld.Document:
    kind, kit, document = name.split(" ", 2)
    return kit_of(kind, kit)[document]


def filled_in(document: ld.Document) -> tuple[Card, set[str]]:
    """The form with an answer of its own in every field that is for people, and these answers."""
    card, answers = Card(document.bytes), set()
    themes = iter(THEMES * 9)
    for key, kind in card.fields().items():
        if NOT_FOR_US.fullmatch(key) or PRINTED.fullmatch(key):
            continue
        if kind == "text" and BY.fullmatch(key):
            card.fill(key, text="3. maj 2027")
        elif kind == "text" and NUMBER.fullmatch(key):
            card.fill(key, text="3")
        elif kind == "text" and TITLE.fullmatch(key):
            if card.is_empty(key):
                card.fill(key, text=TITLES[next(themes)])
        elif kind == "text":
            answer = f"Svar på {key}" if ONE_LINE.fullmatch(key) else f"Svar på {key}\nog mere"
            answers.add(answer)
            card.fill(key, text=answer)
        elif kind == "date":
            card.choose_day(key, "3. maj 2027", DAY.isoformat())
            answers.add("3. maj 2027")
        elif kind == "choice":
            card.fill(key, text="I gang")
        elif key.endswith((".2", ".wanted")):
            card.tick(key)
    return card, answers


def all_given(file: ld.ReadFile) -> str:
    """All that a file gives, as one text."""
    return "\n".join(map(str, file.entries)).replace("\\n", "\n").replace(repr(DAY), "3. maj 2027")


@pytest.mark.parametrize("name", FORMS)
def test_every_answer_comes_back(name: str) -> None:
    card, answers = filled_in(form(name))
    for change in (Card.as_it_is, Card.without_names):
        [file] = ld.collect([("svar.docx", change(card).bytes())], programme=PROGRAMME).files
        assert file.outcome == "read"
        assert [problem for problem in file.problems if not problem.warning] == [], told(file)
        missing = sorted(answer for answer in answers if answer not in all_given(file))
        assert missing == []


@pytest.mark.parametrize("name", FORMS)
def test_nobody_has_answered_a_form_as_we_print_it(name: str) -> None:
    for change in (Card.as_it_is, Card.without_names):
        [file] = ld.collect([("svar.docx", change(Card(form(name).bytes)).bytes())], programme=PROGRAMME).files
        assert file.problems == (), told(file)
        merged = ld.Answers((file,)).merged(PROGRAMME)
        assert merged.changes == ()
        if name.startswith("blank"):
            assert file.outcome == "empty"


def test_all_of_it_survives_libreoffice(tmp_path: Path) -> None:
    made = {f"{number:03}.docx": filled_in(form(name)) for number, name in enumerate(FORMS)}
    files = by_libreoffice(
        written(tmp_path / "før", {name: card.bytes() for name, (card, _) in made.items()}), tmp_path
    )
    for (_, answers), file in zip(made.values(), ld.collect(files, programme=PROGRAMME).files, strict=True):
        assert [problem for problem in file.problems if not problem.warning] == [], told(file)
        missing = sorted(answer for answer in answers if answer not in all_given(file))
        assert (file.path, missing) == (file.path, [])
