"""The Tab key: what a real bash offers, and what is told where a shell can't be helped."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click.shell_completion
import pytest
from click.testing import CliRunner

from ledertrivsel_docs.cli import main

BASH = shutil.which("bash")

_COMPLETE = """
. ./script
COMP_WORDS=("$@")
COMP_CWORD=$(( $# - 1 ))
$(complete -p ledertrivsel | grep -o -- '-F [^ ]*' | cut -c4-) ledertrivsel
printf '%s\\n' "${COMPREPLY[@]}"
"""


def script(shell: str) -> str:
    done = CliRunner().invoke(main, ["completion", shell], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.skipif(BASH is None or sys.platform == "win32", reason="no bash here")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        (["pa"], {"pack"}),
        (["pack", ""], {"samlet-plan", "ledergruppen", "tu-droeftelse", "evne-ambition", "lederrollen", "alle"}),
        (["list", "led"], {"ledergruppen", "lederrollen"}),
        (
            ["document", "action"],
            {"action-card", r"Action\ card\ -\ eksempel", r"Action\ card\ -\ tomt", r"Action\ card"},
        ),
        (["document", r"Til\ gr"], {r"Til\ gruppelederen"}),
        (["document", "--kit", "tu-droeftelse", "afta"], {"Aftaleark"}),
        (["document", "action-card", "--theme", "s"], {"sparring", "sygefravaer"}),
        (["document", "run-sheet", "--step", "k"], {"kvalificer", "konkretiser"}),
        (["document", "ladder", "--factor", ""], {"stoette", "balance"}),
        (["pack", "--temp"], {"--templates"}),
        (["templates", "c"], {"copy", "check"}),
    ],
)
def test_bash_completes(tmp_path: Path, line: list[str], offered: set[str]) -> None:
    assert BASH is not None
    (tmp_path / "script").write_text(script("bash"), encoding="utf-8")
    command = tmp_path / "ledertrivsel"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ledertrivsel_docs "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join((str(tmp_path), os.environ["PATH"]))
    environment = os.environ | {"PATH": path, "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [BASH, "--norc", "-c", _COMPLETE, "bash", "ledertrivsel", *line],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert set(done.stdout.split("\n")) - {""} == offered, done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_script_says_how_it_is_installed(shell: str) -> None:
    first, *others = script(shell).splitlines()
    assert first.startswith("# ")
    assert f"ledertrivsel completion {shell} >" in first
    assert any("_LEDERTRIVSEL_COMPLETE" in line for line in others)


def test_powershell_has_one_where_click_has() -> None:
    done = CliRunner().invoke(main, ["completion", "powershell"], catch_exceptions=False)
    if click.shell_completion.get_completion_class("powershell"):
        assert "Register-ArgumentCompleter" in done.output
    else:
        assert done.exit_code == 1
        assert "pip install -U click" in done.output
