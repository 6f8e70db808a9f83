"""What the command line says where somebody has slipped: a file that is missing, a name that is nearly right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import run


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", [("pack", "ledergruppen"), ("plan",)])
@pytest.mark.parametrize("near", ["forloeb.yaml.txt", "forloeb.yml", "Forloeb.docx", "forløb.yaml"])
def test_without_a_programme_file_it_is_told_and_a_near_name_too(command: tuple[str, ...], near: str) -> None:
    missing = "Der er ingen forloeb.yaml i mappen her, så papirerne bliver tomme."
    alone = run(*command).stderr
    assert missing in alone
    assert "Skal den hedde" not in alone
    Path(near).write_text("organisation: X\n", "utf-8")
    assert f"{missing} Her ligger ”{near}”. Skal den hedde ”forloeb.yaml”?" in run(*command, "-o", "ud").stderr


def test_nobody_misses_a_programme_file_for_the_guide_or_a_list() -> None:
    Path("forloeb.yaml.txt").touch()
    for command in (("document", "guide"), ("list",), ("new", "--yes")):
        assert "papirerne bliver tomme" not in run(*command).output


def test_a_missing_programme_file_is_a_warning_among_the_problems_of_json() -> None:
    told = json.loads(run("pack", "ledergruppen", "--json").stdout)["problems"]
    assert [problem["level"] for problem in told] == ["warning"]
    assert told[0]["message"].startswith("Der er ingen forloeb.yaml")


@pytest.mark.parametrize("dash", ["\N{EN DASH}", "\N{EM DASH}"])
def test_a_dash_that_word_makes_of_two_hyphens_is_told(dash: str) -> None:
    done = run("pack", "samlet-plan", f"{dash}pdf")
    assert done.exit_code == 2
    assert "Skriv to bindestreger: --pdf" in done.output


def test_collect_without_files_gives_an_example() -> None:
    done = run("collect")
    assert done.exit_code == 2
    assert "Eksempel: ledertrivsel collect svar/" in done.output


def test_the_beginning_of_one_documents_name_finds_it() -> None:
    done = run("document", "prioriteringskort")
    assert done.exit_code == 0
    assert [path.name for path in Path().glob("[!.]*")] == ["15 Prioriteringskort A3.docx"]
    assert "findes ikke" in run("document", "oplæg").output, "several begin like this"


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["document", "drejebog"], "11"),
        (["document", "actioncard"], "action-card"),
        (["document", "action-card", "--theme", "sparing"], "sparring"),
        (["pack", "samlet-pln"], "samlet-plan"),
        (["list", "samletplan"], "samlet-plan"),
        (["list", "alle"], "samlet-plan"),
        (["document", "aftaleark"], "ledergruppen, tu-droeftelse"),
        (["document", "ladder"], "stoette, balance"),
        (["document", "ladder", "--factor", "balanse"], "balance"),
        (["pack", "samlet-plan", "-c", "findes-ikke.yaml"], "findes-ikke.yaml"),
        (["pack", "samlet-plan", "--brand", "findes-ikke.yaml"], "findes-ikke.yaml"),
    ],
)
def test_what_cannot_be_found_is_named_with_what_can(arguments: list[str], hint: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 1
    assert hint in done.output
    assert list(Path().iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_told() -> None:
    Path("samlet-plan").write_text("a file where the folder should be", encoding="utf-8")
    done = run("pack", "samlet-plan")
    assert done.exit_code == 1
    assert "samlet-plan" in done.output
    assert list(Path().iterdir()) == [Path("samlet-plan")]


def test_what_cant_be_written_says_how_to_write_elsewhere() -> None:
    Path("ud").write_text("a file, no folder")
    done = run("document", "coaching", "-o", "ud/coaching.docx")
    assert done.exit_code == 1
    assert "-o" in done.output
    assert "-o" not in run("new", "ud/forloeb.yaml").output
