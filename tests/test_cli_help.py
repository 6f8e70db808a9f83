"""Help as a person reads it on a screen: whole summaries, examples that work, and no more than a screen unasked."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import ledertrivsel_docs as ld
from ledertrivsel_docs.cli import main
from tests.support.cards import Card


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(
        main, arguments, catch_exceptions=False, prog_name="ledertrivsel", terminal_width=80, env={"COLUMNS": "80"}
    )


def commands(group: click.Group = main, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        yield (*before, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*before, name))


EVERY = sorted(commands())


def examples(command: tuple[str, ...]) -> list[str]:
    lines = run(*command, "--help").output.splitlines()
    return [line.strip() for line in lines if line.strip().startswith("ledertrivsel ")]


def test_summaries_are_whole() -> None:
    for group in ((), ("brand",), ("templates",)):
        output = run(*group, "-h").output
        assert "..." not in output
        assert len(output.splitlines()) < 30
    assert run().output == run("-h").output


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_help_fits_a_screen_and_ends_with_examples(command: tuple[str, ...]) -> None:
    lines = run(*command, "-h").output.splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 100
    assert examples(command)


def test_every_example_works() -> None:
    """In the order in which one builds on another; a batch and all templates take their time and are only read."""
    Path("svar").mkdir()
    Path("svar/kort.docx").write_bytes(Card.of("sparring").fill("goal", text="Mål").bytes())
    shown = list(dict.fromkeys(example for command in EVERY for example in examples(command)))
    first = ("ledertrivsel new", "ledertrivsel brand new", "ledertrivsel pack", "ledertrivsel plan")
    slow = ("ledertrivsel batch", "ledertrivsel templates c", "ledertrivsel schema -o")
    shown.sort(key=lambda example: next((n for n, head in enumerate(first) if example.startswith(head)), len(first)))
    assert len(shown) > 15
    for example in shown:
        _name, *arguments = shlex.split(example)
        if example.startswith(slow):
            _parsed(arguments)
        else:
            done = run(*arguments)
            assert done.exit_code == 0, (example, done.output)


def _parsed(arguments: list[str]) -> None:
    """Raises `click.UsageError` where a command can't be read."""
    command: click.Command = main
    while isinstance(command, click.Group):
        name, *arguments = arguments
        command = command.commands[name]
    command.make_context("ledertrivsel", arguments)


@pytest.mark.parametrize("kit", [None, *ld.Library.default().kits])
def test_a_list_fits_a_screen(kit: str | None) -> None:
    assert len(run("list", *filter(None, [kit])).output.splitlines()) <= 40


def test_what_pack_wrote_is_told_by_folder_and_the_way_to_the_rest() -> None:
    output = run("pack", "samlet-plan").output
    assert len(output.splitlines()) < 12
    assert "  1 Forbered: 7" in output
    assert "-v" in output
    Path("samlet-plan/1 Forbered/14 Temakort.docx").write_bytes(b"mine")
    Path("forloeb.yaml").write_text('organisation: "Ny"\n', encoding="utf-8")
    again = run("pack", "samlet-plan").output
    assert "14 Temakort (ny).docx" in again
    whole = run("pack", "samlet-plan", "-v").output
    assert "11 Drejebog.docx" in whole
    assert len(whole.splitlines()) > 30


def test_many_slips_are_told_first_ones_first() -> None:
    wrong = "".join(f"ukendt{number}: 1\n" for number in range(60))
    Path("forloeb.yaml").write_text(f'organisation: "E"\n{wrong}', encoding="utf-8")
    output = run("check").output
    assert "forloeb.yaml:2:" in output
    assert "30 linjer mere" in output
    assert len(output.splitlines()) <= 40
    assert "forloeb.yaml:61:" in run("check", "-v").output


def test_many_answers_are_counted() -> None:
    Path("forloeb.yaml").write_text('organisation: "E"\n', encoding="utf-8")
    Path("svar").mkdir()
    for number in range(20):
        Path(f"svar/{number}.docx").write_bytes(Card.of("sparring").fill("goal", text=f"Mål {number}").bytes())
    output = run("collect", "svar", "--dry-run").output
    assert "20 læst" in output
    assert "svar/7.docx" in run("collect", "svar", "--dry-run", "-v").output.replace("\\", "/")


def test_nothing_is_coloured_where_nobody_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (["list", "samlet-plan"], ["check"], ["pack", "x"]):
        assert "\x1b" not in run(*arguments).output


def test_batch_is_plain_where_it_is_piped() -> None:
    Path("enheder.csv").write_text("Enhed\nSyd\nNord\n", encoding="utf-8")
    output = run("batch", "enheder.csv", "--kit", "lederrollen", "--jobs", "1").output
    assert "\r" not in output
    assert "\x1b" not in output
    assert "1 af 2" in output


def test_a_theme_is_known_by_its_name_too() -> None:
    assert run("document", "action-card", "--theme", "Nye ledere", "-o", "kort.docx").exit_code == 0
    assert ld.Programme.load({"organisation": "E", "themes": {"selected": ["Sparring"]}}).themes.selected == (
        "sparring",
    )
