"""From a file to a model: every problem with its line, in words that people understand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field

from ledertrivsel_docs.errors import InputError, message
from ledertrivsel_docs.reading.validation import read, refusal
from ledertrivsel_docs.reading.yaml_text import Finding
from tests.support.refusals import told_by


class Room(BaseModel):
    model_config = ConfigDict(extra="forbid")
    place: str
    seats: Annotated[int, Field(ge=1, le=20)] = 1


class House(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: Annotated[str, Field(min_length=1, max_length=9)]
    rooms: Annotated[tuple[Room, ...], Field(max_length=2)] = ()
    open: bool = True


ALIASES = {"navn": "name", "lokaler": "rooms", "sted": "place", "pladser": "seats"}


def refused(text: str) -> list[str]:
    return told_by(lambda: read(("f.yaml", text.encode()), House, aliases=ALIASES))


def test_a_model_is_read_in_either_language() -> None:
    house = read(("f.yaml", b"navn: Hus\nlokaler:\n  - sted: A\n    seats: 5\n"), House, aliases=ALIASES)
    assert house == House(name="Hus", rooms=(Room(place="A", seats=5),))


def test_all_problems_of_a_model_come_at_once_each_with_its_line() -> None:
    told = refused("navn: Hus\nlokaler:\n  - sted: A\n    plader: 5\n  - seats: 50\nopen: måske\nroms: x\n")
    assert told == [
        "f.yaml:4: “plader” is not a name that is used here. Did you mean “pladser”?",
        "f.yaml:5: “sted” is missing. Add a line with sted and a colon.",
        "f.yaml:5: “pladser” can't be 50. Write 20 or less.",
        "f.yaml:6: “open” is to be yes or no, not “måske”. Write yes or no.",
        "f.yaml:7: “roms” is not a name that is used here. Did you mean “rooms”?",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name:\n  a: b\n", "f.yaml:1: “name” is to be text"),
        ("name:\n", "f.yaml:1: “name” is empty."),
        ("name: ''\n", "f.yaml:1: “name” is empty."),
        ("name: 1234567890\n", "f.yaml:1: “name” is too long. Write at most 9 characters."),
        ("name: x\nrooms: y\n", "f.yaml:2: “rooms” is to be a list, not “y”."),
        ("name: x\nrooms: [y]\n", "f.yaml:2: “rooms” is to hold names with values, not “y”."),
        ("name: x\nrooms: [{place: a}, {place: b}, {place: c}]\n", "f.yaml:2: “rooms” holds 3 items. Keep at most 2."),
        ("name: x\nzzzzzz: y\n", "f.yaml:2: “zzzzzz” is not a name that is used here. It can be: name, rooms, open."),
        ("- name\n", "f.yaml:1: The file is to hold names with values."),
        ("", "f.yaml:1: “name” is missing."),
        ("name: x\nrooms: [{place: a, seats: b}]\n", "f.yaml:2: “seats” is to be a whole number, not “b”."),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(text: str, said: str) -> None:
    assert [one for one in refused(text) if one.startswith(said)]


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "x.yaml", "The file isn't there."), (tmp_path, "This is a folder.")):
        with pytest.raises(InputError) as caught:
            read(path, House)
        assert str(caught.value).startswith(f"{path}: {said}")


def test_a_file_is_named_as_the_caller_named_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hus.yaml").write_text("name: x\nx: y\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read("hus.yaml", House)
    assert caught.value.problems[0].file == "hus.yaml"


def test_a_refusal_may_hold_braces() -> None:
    error = refusal(message("“{given}” won't do.", given="{{ 7*7 }}"))
    assert "7*7" in error.message()


def test_a_finding_without_a_file_names_its_place() -> None:
    finding = Finding(("themes", "selected", 2), message("No."))
    assert str(finding.problem()) == "themes.selected[3]: No."
