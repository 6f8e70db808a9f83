"""Slips in content files are told all at once, each with file, line and what to write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ledertrivsel_docs.models.library import Library
from ledertrivsel_docs.resources import content_folder
from tests.support.slips import change, told

LIBRARY = Library.default()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(content_folder(), tmp_path / "content"))


def test_a_copy_of_the_content_is_the_content(folder: Path) -> None:
    assert Library.load(folder) == LIBRARY


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "samlet-plan/run-sheets.yaml",
            "own_minutes: 20",
            "own_minutes: 25",
            "The points take 65 minutes, the row 60.",
        ),
        ("samlet-plan/run-sheets.yaml", "minutes: 90", "minutes: 95", "The rows take 90 minutes, the workshop 95."),
        ("samlet-plan/run-sheets.yaml", 'title: "Velkommen"', 'title: "Hej"', "begin with its title, “Hej”"),
        ("samlet-plan/run-sheets.yaml", "step: qualify", "step: prepare", "one run sheet for each step"),
        ("samlet-plan/themes.yaml", "number: 5", "number: 6", "numbered 1, 2, 3"),
        ("samlet-plan/themes.yaml", "id: sparring", "id: nye-ledere", "Two themes have the same id."),
        ("samlet-plan/priority-map.yaml", "succeeds: true}", "succeeds: false}", "four corners"),
        ("samlet-plan/action-card.yaml", "    help: ", "    helb: ", "answers “helb”"),
        ("samlet-plan/kit.yaml", "number: 21", "number: 11", "Two documents have the number 11."),
        ("samlet-plan/kit.yaml", "number: 21", "number: 91", "Document 91 has no folder."),
        ("samlet-plan/kit.yaml", "Action card - {theme}", "Action card", "to have {theme} in its name"),
        ("samlet-plan/kit.yaml", "Action card - tomt", "Action card: tomt", "can't be the name of a file in Windows"),
        ("samlet-plan/checklist.yaml", "source: samlet-plan", "source: samlet", "no source “samlet” in sources.yaml"),
        ("samlet-plan/checklist.yaml", "own: []\n", "", "“own” is missing."),
        ("documents/action-card.yaml", 'kicker: "Action card"', "kicker:", "The text is empty."),
    ],
)
def test_a_slip_in_the_content_is_told(folder: Path, file: str, old: str, new: str, said: str) -> None:
    change(folder / file, old, new)
    found = told(folder)
    assert len(found) == 1, found
    assert found[0].startswith(f"{folder / file}:")
    assert said in found[0]


def test_slips_in_several_files_come_at_once_with_their_lines(folder: Path) -> None:
    first = change(folder / "samlet-plan/themes.yaml", "short: ", "shirt: ")
    second = change(folder / "language.yaml", "date_pattern: ", "dato_pattern: ")
    (folder / "samlet-plan/checklist.yaml").unlink()
    found = "\n".join(told(folder))
    assert f"themes.yaml:{first}: “shirt” is not a name that is used here. Did you mean “short”?" in found
    assert f"language.yaml:{second}: “dato_pattern” is not a name that is used here." in found
    assert "checklist.yaml: The file isn't there." in found


def test_a_place_that_is_not_closed_is_told_with_its_line(folder: Path) -> None:
    line = change(folder / "documents" / "common.yaml", '"{name} (ny)"', '"{name (ny)"')
    [found] = told(folder)
    assert found.startswith(f"{folder / 'documents' / 'common.yaml'}:{line}: ")
