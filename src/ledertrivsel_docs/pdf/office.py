"""Finding LibreOffice, and running it so that it can neither hang nor disturb one that somebody works in."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import OutputError, Problem, message

VARIABLE = "LEDERTRIVSEL_SOFFICE"
"""Names the program where it lies in an unusual place."""

_START, _EACH = 60, 10  # seconds that a run may take, and for each file
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice.soffice",
)


def office(given: str | os.PathLike[str] | None = None) -> str:
    """The path of LibreOffice's program.

    Raises `OutputError` where there is none.
    """
    named = os.fspath(given) if given is not None else os.environ.get(VARIABLE)
    tried = (named,) if named else ("soffice", "libreoffice", *_USUAL)
    found = next((path for one in tried if (path := shutil.which(one))), None)
    if found is None:
        what = message("PDFs are made by LibreOffice, which isn't here.")
        remedy = message("Install it from libreoffice.org, or say where it lies in {variable}.", variable=VARIABLE)
        raise OutputError([Problem(what, remedy, file=named)])
    return found


def run(program: str, profile: Path, arguments: Sequence[str], files: int) -> bool:
    """Runs LibreOffice in a profile of its own; whether it ended by itself within the time that so many files take.

    What it has made has to be looked at: it ends with 0 also where it made nothing.
    """
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
    environment: Mapping[str, str] = os.environ | {"SAL_USE_VCLPLUGIN": "svp"}
    started = subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the files are ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=sys.platform != "win32",
    )
    try:
        started.wait(_START + _EACH * files)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(started)
    return True


def _end(started: subprocess.Popen[bytes]) -> None:
    """Ends the program and those that it has started."""
    if sys.platform == "win32":
        if started.poll() is None:
            command = ["taskkill", "/T", "/F", "/PID", str(started.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a number is all that varies
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
    started.wait()
