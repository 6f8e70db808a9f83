"""The command line in a language: it is chosen when the package is imported, so each is a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ENGLISH = set(
    """
    the is are and not no of with without should must valid invalid input expected error errors usage options option
    commands command arguments missing such try help show shows this that message exit exits aborted value
    values requires takes did you mean one given got unexpected extra directory path does exist write file files it
    there an which what from your or than
    """.split()  # noqa: SIM905 - a list of 70 texts is hard to read
)
"""Words that no Danish sentence has."""

_RUN = """
import json, sys
from click.testing import CliRunner
from ledertrivsel_docs.cli import main
for arguments in json.load(sys.stdin):
    done = CliRunner().invoke(main, arguments, prog_name="ledertrivsel", terminal_width=80)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    print(json.dumps([done.exit_code, done.output]))
"""


@dataclass(frozen=True)
class Done:
    """What a command said, on both streams, and how it ended."""

    exit_code: int
    output: str


def run_in(language: str, cases: Sequence[Sequence[str]], folder: Path) -> list[Done]:
    """Runs commands one after another in a folder, in a language."""
    environment = os.environ | {"LEDERTRIVSEL_LANG": language, "PYTHONUTF8": "1", "COLUMNS": "80"}
    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        input=json.dumps(cases),
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Done(*json.loads(line)) for line in done.stdout.splitlines()]
