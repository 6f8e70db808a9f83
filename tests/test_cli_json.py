"""`--json`: one object on the standard output and nothing else, problems in it, the exit code as without."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support.cards import Card


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("forloeb.yaml").write_text('organisation: "E"\nworkshopper: {forbered: {dato: 16.1.2027}}\n', encoding="utf-8")


def told(*arguments: str, code: int = 0) -> dict[str, Any]:
    """What a program reads that runs the command."""
    command = [sys.executable, "-m", "ledertrivsel_docs", *arguments, "--json"]
    environment = os.environ | {"LEDERTRIVSEL_LANG": "da", "PYTHONUTF8": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert all({"level", "message"} <= problem.keys() for problem in found["problems"])
    return found


def test_list_names_kits_and_what_they_hold() -> None:
    assert {"id": "samlet-plan", "title": "Samlet plan for ledertrivsel"} in told("list")["kits"]
    kit = told("list", "samlet-plan")
    assert len(kit["themes"]) == 12
    assert {"number": 11, "name": "Drejebog", "id": "run-sheet", "each": None, "folder": "1 Forbered"} in kit[
        "documents"
    ]
    assert told("list", "ledergruppen")["questions"][0].keys() == {"id", "title"}


def test_pack_and_changed_name_the_files() -> None:
    made = told("pack", "lederrollen", "-o", "kit")
    assert {Path(file["path"]) for file in made["files"]} == {
        Path("kit", document.path) for document in ld.build_pack("lederrollen")
    }
    assert {file["outcome"] for file in made["files"]} == {"written"}
    (warning,) = made["problems"]
    assert (warning["level"], warning["line"]) == ("warning", 2)
    assert warning["path"] == ["workshops", "prepare", "date"]
    assert told("changed", "kit")["files"] == []
    file = made["files"][0]["path"]
    Path(file).write_bytes(b"mine")
    assert told("changed", "kit")["files"] == [{"path": Path(file).relative_to("kit").as_posix(), "state": "edited"}]


def test_collect_tells_what_would_change() -> None:
    before = Path("forloeb.yaml").read_bytes()
    Path("kort.docx").write_bytes(Card.of("sparring").fill("goal", text="Mål").bytes())
    found = told("collect", "kort.docx", "--dry-run")
    assert Path("forloeb.yaml").read_bytes() == before
    assert found["backup"] is None
    assert [(file["path"], file["outcome"], file["document"]) for file in found["files"]] == [
        ("kort.docx", "read", "action-card")
    ]
    (card,) = (change for change in found["changes"] if change["path"][:1] == ["action_cards"])
    assert card["value"]["goal"] == "Mål"
    assert told("collect", "kort.docx")["backup"]


def test_check_tells_of_programmes_and_documents() -> None:
    found = told("check")
    assert found["files"] == ["forloeb.yaml"]
    assert [problem["level"] for problem in found["problems"]] == ["warning"]
    Path("kort.docx").write_bytes(ld.build_document("action-card").bytes)
    assert told("check", "kort.docx")["files"] == ["kort.docx"]


def test_batch_names_each_kit() -> None:
    Path("enheder.csv").write_text("Enhed\nSyd\nNord\n", encoding="utf-8")
    found = told("batch", "enheder.csv", "--kit", "lederrollen", "--jobs", "1")
    assert [(kit["name"], kit["outcome"]) for kit in found["kits"]] == [("Syd", "made"), ("Nord", "made")]
    assert all(kit["files"] for kit in found["kits"])


def test_templates_check_tells_its_problems() -> None:
    Path("skabeloner/docx").mkdir(parents=True)
    Path("skabeloner/docx/action-card.docx").write_bytes(b"no document")
    (problem,) = told("templates", "check", "skabeloner", code=1)["problems"]
    assert problem["level"] == "error"


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (["pack", "samlet-pln"], None),
        (["list", "nix"], None),
        (["changed", "nix"], None),
        (["check", "-c", "forkert.yaml"], ["participants"]),
        (["collect", "nix", "-c", "forkert.yaml"], ["participants"]),
        (["batch", "nix.csv"], None),
        (["templates", "check", "nix"], None),
    ],
)
def test_what_stops_the_command_is_a_problem_too(arguments: list[str], field: list[str] | None) -> None:
    Path("forkert.yaml").write_text('organisation: "E"\ndeltagere: mange\n', encoding="utf-8")
    found = told(*arguments, code=1)
    assert {problem["level"] for problem in found["problems"]} >= {"error"}
    assert field is None or found["problems"][0]["path"] == field
