"""The JSON Schemas: what we take they take, as an editor sees the file, and slips are seen while they are written."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import ledertrivsel_docs as ld
from ledertrivsel_docs.resources import content_folder, templates_folder
from tests.support.editor import seen
from tests.support.programmes import EXAMPLE

CONTENT = content_folder()
_OURS = {"starter.yaml", "brand-starter.yaml", "accessibility.yaml"}  # not for others to lay theirs over
FILES = sorted(path for path in CONTENT.rglob("*.yaml") if path.name not in _OURS and path.parent.name != "fields")
SCHEMAS = ld.json_schemas()
OWN = EXAMPLE.with_name("eget-indhold")


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[f"{name}.schema.json"])


def faults(name: str, text: str) -> list[str]:
    return [f"{list(error.absolute_path)}: {error.message}" for error in validator(name).iter_errors(seen(text))]


def schema_of(file: Path, content: Path = CONTENT) -> str:
    """The name of the schema for a content file."""
    folders = file.relative_to(content).parts
    if "documents" in folders:
        return f"words-{file.stem}"
    return "plan-tool" if folders == ("samlet-plan", "tool.yaml") else file.stem


@pytest.mark.parametrize("name", ld.schema_names())
def test_it_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(ld.json_schema(name))
    assert ld.json_schema(name)["$schema"].endswith("2020-12/schema")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CONTENT)))
def test_our_content_fits_its_schemas(file: Path) -> None:
    assert faults(schema_of(file), file.read_text("utf-8")) == []


@pytest.mark.parametrize("file", sorted(OWN.rglob("*.yaml")), ids=lambda file: str(file.relative_to(OWN)))
def test_the_example_of_own_content_fits_them(file: Path) -> None:
    assert faults(schema_of(file, OWN), file.read_text("utf-8")) == []


def test_programmes_and_brands_fit_them() -> None:
    starter = ld.Library.default().starter
    used = re.sub(r"(?m)^# ( *(?:- )?[\wæøåé -]+:(?: .*)?)$", r"\1", starter)
    for text in (EXAMPLE.read_text("utf-8"), starter, used):
        assert faults("programme", text) == []
    for brand in (EXAMPLE.with_name("brand.yaml"), templates_folder() / "brand.yaml"):
        assert faults("brand", brand.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        "organisation: 112",
        "deltagere: 18",
        "workshopper: {forbered: {dato: 12.1.2027, start: 9.00, introduktion: nej}}",
        "workshops: {prepare: {date: 2027-01-12, start: 09:00, intro: false}}",
        "workshops: {prepare: {date: 12. januar 2027, start: 9}}",
        "temaer: {valgte: [sparring, 4]}",
        "themes: {ratings: [{tema: sparring, vigtighed: 4,5, success: 3.5}]}".replace("4,5", '"4,5"'),
        "plan: {version: 0.9, status: i høring, fora: [{navn: MED, rolle: Drøftelse}]}",
        "kontakt:",
        "kontakt: {navn: }",
        "case_number: 0012345",
        "indhold: eget-indhold",
        "faktorer: [{id: ro, titel: Ro, trin: [{navn: A, beskrivelse: b}, {navn: C, beskrivelse: d}]}]",
    ],
)
def test_what_people_write_is_taken_by_schema_and_reader_alike(line: str, tmp_path: Path) -> None:
    text = line if line.startswith("organisation") else f"organisation: X\n{line}"
    (tmp_path / "eget-indhold").mkdir()
    (tmp_path / "f.yaml").write_text(text, "utf-8")
    ld.Programme.load(tmp_path / "f.yaml")
    assert faults("programme", text) == []


@pytest.mark.parametrize(
    "line",
    [
        "deltagre: 18",
        "participants: many",
        "participants: 0",
        "participants: 1.5",
        "workshops: {prepare: {date: tomorrow}}",
        "workshops: {prepare: {start: 25.00}}",
        "workshops: {prepare: {intro: perhaps}}",
        "workshopper: {forbered: {lokale: A}}",
        "themes: {own: [{id: Æble, title: x}]}",
        "themes: {own: [{id: x}]}",
        "themes: {ratings: [{theme: sparring, importance: 6, success: 1}]}",
        "plan: {status: næsten}",
        "plan: {forums: [{name: MED, role: leder}]}",
        "møder: {lederguppen: {ledere: 3}}",
        "contact: HR",
        "selected: [1]",
        "action_cards: {theme: sparring}",
    ],
)
def test_slips_are_seen_by_schema_and_reader_alike(line: str) -> None:
    text = f"organisation: X\n{line}"
    with pytest.raises(ld.InputError):
        ld.Programme.load(("f.yaml", text.encode()))
    assert faults("programme", text)
    assert faults("programme", "participants: 3")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("brand", "colours: {primary: green}"),
        ("brand", "colors: {primary: '#12414F'}"),
        ("themes", "themes: [{titel: x}]"),
        ("themes", "themes: [{title: x}]"),
        ("kit", "accent: pink"),
        ("kit", "documents: [{number: 1, each: leader}]"),
        ("deck", "slides: {round: [{kind: quiz, notes: [x]}]}"),
        ("deck", "slides: {round: [{title: x, notes: [x]}]}"),
        ("run-sheet", "items: [{id: x, minutes: long}]"),
        ("words-action-card", "kickr: x"),
        ("words-action-card", "kicker: [x]"),
        ("words-action-card", "kicker: ''"),
        ("words-deck", "slides: {prepare: {discus: {title: x}}}"),
    ],
)
def test_slips_in_other_files_are_seen_too(name: str, text: str) -> None:
    assert faults(name, text)


def test_own_content_says_only_what_it_changes() -> None:
    assert faults("themes", "themes: [{id: sparring, title: Ny}]") == []
    assert faults("kit", "documents: [{number: 14, name: Kort}]") == []
    assert faults("run-sheets", "run_sheets: [{step: prepare, items: [{id: welcome, minutes: 20}]}]") == []
    assert faults("words-deck", "panel: {all: Temaer}") == []


def test_danish_names_come_first_and_say_which_key_they_are() -> None:
    meeting: dict[str, Any] = ld.json_schema("programme")["$defs"]["WorkshopWhole"]
    assert list(meeting["properties"]) == ["dato", "date", "start", "sted", "place", "mødeleder", "facilitator"]
    assert meeting["properties"]["sted"]["description"].startswith("place")
    assert meeting["description"].startswith("When and where a workshop is")


def test_choices_are_listed_for_completion() -> None:
    text = str(ld.json_schema("programme"))
    assert [
        name for name in ("psykologisk-tryghed", "evne-ambition", "I høring", "Godkendelse") if name not in text
    ] == []


def test_an_unknown_schema_is_told() -> None:
    with pytest.raises(ld.InputError, match=r"There is no schema “theme”\. Did you mean “themes”"):
        ld.json_schema("theme")
