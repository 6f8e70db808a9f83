"""The whole command line in Danish and in English: help, and wrong input of every kind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.commands import ENGLISH, Done, run_in

DANISH = {"er", "ikke", "det", "en", "af", "kan", "skal", "fejl", "brug", "mangler"}
COMMANDS = [
    *(["list"], ["new"], ["pack"], ["document"], ["plan"], ["changed"], ["check"], ["collect"], ["batch"], ["schema"]),
    *(["completion"], ["brand"], ["brand", "new"], ["brand", "show"]),
    *(["templates"], ["templates", "copy"], ["templates", "check"], ["templates", "fields"]),
]
WRONG = [
    *(["pakc"], ["brand", "nyt"], ["templates", "copi"], ["zzzz"]),
    *(["pack", "--outpt", "x"], ["pack", "--zzzz"], ["pack", "-q"], ["pack", "--zip=3"], ["pack", "-c"]),
    *(["pack", "samlet-pln"], ["pack", "a", "b"], ["pack", "a", "b", "c"], ["pack", "-c", "nix.yaml"]),
    *(["pack", "--brand", "nix.yaml"], ["pack", "--content", "nix"], ["pack", "--templates", "nix"]),
    *(["document"], ["document", "drejebok"], ["document", "drejebog"], ["document", "ladder", "--factor", "balanse"]),
    *(["document", "action-card", "--theme", "sparing"], ["document", "drejebog", "--step", "forbred"]),
    *(["document", "action-card", "--theme", "99"], ["document", "34", "--kit", "ledergrupen"]),
    *(["document", "34", "-o", "x.xlsx"], ["document", "34", "-o", "fil/x.docx"]),
    *(["plan", "x"], ["list", "samletplan"], ["list", "alle"], ["changed"], ["changed", "nix"], ["changed", "."]),
    *(
        ["check", "nix.yaml"],
        ["check", "nix.docx"],
        ["check", "fil"],
        ["check", "forkert.yaml"],
    ),
    *(["collect"], ["collect", "nix"], ["collect", "fil", "-c", "nix.yaml"], ["collect", "fil", "-c", "rigtig.yaml"]),
    *(
        ["batch"],
        ["batch", "nix.csv"],
        ["batch", "fil"],
        ["batch", "fil", "--jobs", "to"],
        ["batch", "x", "--jobs", "0"],
    ),
    *(["schema", "program"], ["completion", "bsh"], ["brand", "show", "fil"], ["brand", "show", "nix.yaml"]),
    *(["templates", "check", "nix"], ["templates", "fields", "action-kard"], ["templates", "copy", "fil"]),
    *(["templates", "fields", "deck", "--kind", "mapp"], ["new", "fil"], ["new", "fil/forloeb.yaml"]),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "fil").write_bytes(b"hverken det ene eller det andet")
    (tmp_path / "rigtig.yaml").write_text("organisation: Eksempel\n", encoding="utf-8")
    (tmp_path / "forkert.yaml").write_text(
        "organisation: [a]\ndeltagere: mange\nworkshopper: {forbered: {dato: 2027-02-30, start: 25}}\nplan: 3\n"
        "temaer: {valgte: [x]}\nkontakt: {navn: {a: b}}\nukendt: 1\nmøder: [a]\n",
        encoding="utf-8",
    )
    return tmp_path


def words(done: Done) -> set[str]:
    """The words of what was said, without names of options, files, kits and commands."""
    lines = (line for line in done.output.splitlines() if not line.strip().startswith("ledertrivsel "))
    lines = (re.sub(r"^  [a-z]+ {2,}", "", line) for line in lines)
    text = re.sub(r"”[^”]*”|'[^']*'|\S*[./_]\S*|-{1,2}[a-z-]+|ledertrivsel( [a-z]+)+", " ", "\n".join(lines))
    return set(re.findall(r"[a-zæøå]+", text.lower()))


def test_help_is_in_danish(folder: Path) -> None:
    done = run_in("da", [[*command, "-h"] for command in COMMANDS], folder)
    assert [(one.output, found) for one in done if (found := words(one) & ENGLISH)] == []
    assert all("Brug: ledertrivsel" in one.output for one in done)


def test_whatever_is_wrong_is_told_in_danish_and_not_as_a_bug(folder: Path) -> None:
    done = run_in("da", WRONG, folder)
    assert [(one.output, found) for one in done if (found := words(one) & ENGLISH)] == []
    assert [found for found in zip(WRONG, done, strict=True) if found[1].exit_code not in (1, 2)] == []


def test_the_same_in_english_has_nothing_danish(folder: Path) -> None:
    done = run_in("en", WRONG, folder)
    assert [(one.output, found) for one in done if (found := words(one) & DANISH)] == []


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["pakc"], "pack"),
        (["templates", "copi"], "copy"),
        (["pack", "--outpt"], "--output"),
        (["pack", "samlet-pln"], "samlet-plan"),
        (["document", "drejebok"], "Drejebog"),
        (["document", "action-card", "--theme", "sparing"], "sparring"),
        (["document", "34", "--kit", "ledergrupen"], "ledergruppen"),
        (["document", "drejebog", "--step", "forbred"], "forbered"),
        (["templates", "fields", "action-kard"], "action-card"),
        (["schema", "programe"], "programme"),
    ],
)
def test_the_nearest_name_is_told(folder: Path, arguments: list[str], near: str) -> None:
    (done,) = run_in("da", [arguments], folder)
    assert "Mente du" in done.output
    assert near in done.output
