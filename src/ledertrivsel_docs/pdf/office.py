"""LibreOffice: where it is, and one run of it with a profile of its own and an end, however it behaves."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import Problem, message

VARIABLE = "LEDERTRIVSEL_SOFFICE"
"""Names the program where it lies in no usual place."""

_NAMES = ("soffice.com", "soffice", "libreoffice") if os.name == "nt" else ("soffice", "libreoffice")
_EXPORT = "/org.openoffice.Office.Common/Filter/PDF/Export"
_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS: Mapping[str, Mapping[str, str]] = {
    _EXPORT: {
        "UseTaggedPDF": "true",
        "PDFUACompliance": "true",
        "ExportBookmarks": "true",
        "DisplayPDFDocumentTitle": "true",
        "ExportFormFields": "false",  # a filled PDF could not be collected; the forms are for Word
    },
    _SCRIPTING: {"DisableMacrosExecution": "true", "BlockUntrustedRefererLinks": "true"},
}
"""What the profile says. Set here and not in the command they hold for Word and PowerPoint in one call, also where
LibreOffice is older than 7.4.
"""


def find_office(office: str | os.PathLike[str] | None = None) -> Path | Problem:
    """The program: the one asked for, else the one the variable names, that is on the path or in a usual folder."""
    if named := office or os.environ.get(VARIABLE):
        found = shutil.which(named)
        what = message("LibreOffice isn't there.")
        remedy = message("Name the program itself, such as {example}, or leave {variable} out.",
                         example="/usr/bin/soffice", variable=VARIABLE)  # fmt: skip
        return Path(found).absolute() if found else Problem(what, remedy, file=os.fspath(named))
    if found := next(filter(None, map(shutil.which, _NAMES)), None):
        return Path(found).absolute()
    return next((place for place in _usual_places() if place.is_file()), None) or Problem(
        message("PDF is made by LibreOffice, which isn't found here."),
        message(
            "Install it from libreoffice.org, or say where its program soffice is: {variable}.",
            variable=VARIABLE,
        ),
    )


def _usual_places() -> Iterator[Path]:
    if sys.platform == "win32":
        for folder in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData"):
            if root := os.environ.get(folder):
                yield from (
                    Path(root, *inside, "LibreOffice", "program", "soffice.com") for inside in ((), ("Programs",))
                )
    elif sys.platform == "darwin":
        for root in (Path("/Applications"), Path.home() / "Applications"):
            yield root / "LibreOffice.app/Contents/MacOS/soffice"
    else:
        yield from (Path("/usr/lib/libreoffice/program/soffice"), Path("/usr/lib64/libreoffice/program/soffice"))
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)


def run_office(program: Path, files: Sequence[Path], timeout: float) -> bool:
    """Converts files of one folder to PDF beside them; whether the program ended by itself, in so many seconds.

    What it made is for the caller to look at: its exit code is 0 where it made nothing.

    Raises:
        OSError: the program can't be started.
    """
    with tempfile.TemporaryDirectory(prefix="ledertrivsel-", ignore_cleanup_errors=True) as profile:
        _write_profile(Path(profile))
        process = subprocess.Popen(  # noqa: S603 - no shell, and the names of the files are ours
            [
                *(str(program), "--headless", "--norestore", "--nolockcheck", "--nodefault"),
                f"-env:UserInstallation={Path(profile).resolve().as_uri()}",
                *("--convert-to", "pdf", *(file.name for file in files)),
            ],
            cwd=files[0].parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # a process group, to be ended as one
        )
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process)  # also when a person stops us
    return True


def _write_profile(folder: Path) -> None:
    """A profile that nobody else uses (a second call on one profile ends at once, silently), with our settings."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, settings in _SETTINGS.items()
        for name, value in settings.items()
    )
    user = folder / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends a program and all that it has started; soffice is a script that waits for the program itself."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        subprocess.run([taskkill, "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
