"""LibreOffice in tests: its own profile, a timeout, and a look at what came out, since its exit code says nothing."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest

import ledertrivsel_docs as ld

STANDS_IN = {"Calibri": "Carlito", "Arial": "Liberation Sans"}
REQUIRE_TOOLS = "LEDERTRIVSEL_REQUIRE_TOOLS"


def needs_tool(name: str) -> None:
    """Skips the test on a machine without a tool; where the variable is set, a missing tool is a failure."""
    if shutil.which(name) is None:
        if os.environ.get(REQUIRE_TOOLS):
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")


def needs_font(name: str) -> None:
    """Page counts mean something only with fonts as wide as the ones asked for."""
    needs_tool("fc-match")
    found = subprocess.run(["fc-match", "-f", "%{family}", name], capture_output=True, text=True, check=True).stdout
    if STANDS_IN[name] not in found:
        if os.environ.get(REQUIRE_TOOLS):
            pytest.fail(f"no font as wide as {name} is installed")
        pytest.skip(f"no font as wide as {name} is installed")


def libreoffice(files: list[Path], outdir: Path, to: str) -> list[Path]:
    """Converts files in one call; the converted ones, in order. Files of one name are kept apart by numbers."""
    outdir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        numbered = [Path(temporary) / f"{number:04}{file.suffix}" for number, file in enumerate(files)]
        for link, file in zip(numbered, files, strict=True):
            link.write_bytes(file.read_bytes())
        _run(
            [
                *("soffice", "--headless", f"-env:UserInstallation={Path(temporary).as_uri()}/profile"),
                *("--convert-to", to, "--outdir", f"{temporary}/out", *map(str, numbered)),
            ],
            timeout=60 + 10 * len(files),
        )
        made = []
        for link, file in zip(numbered, files, strict=True):
            converted = Path(temporary) / "out" / f"{link.stem}.{to.split(':', maxsplit=1)[0]}"
            assert converted.is_file(), f"LibreOffice made nothing of {file.name}"
            made.append(Path(shutil.copy(converted, outdir / f"{link.stem} {file.stem}{converted.suffix}")))
    return made


def pages(documents: Sequence[ld.Document]) -> list[int]:
    """How many pages LibreOffice lays each document out on, all of them in one call."""
    needs_tool("soffice")
    needs_tool("pdfinfo")
    with tempfile.TemporaryDirectory() as temporary:
        files = [Path(temporary) / f"{number} {document.name}" for number, document in enumerate(documents)]
        for file, document in zip(files, documents, strict=True):
            file.write_bytes(document.bytes)
        return [_page_count(pdf) for pdf in libreoffice(files, Path(temporary) / "pdf", "pdf")]


def _page_count(pdf: Path) -> int:
    shown = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^Pages:\s+(\d+)", shown, re.MULTILINE)
    assert found is not None, shown
    return int(found[1])


def _run(command: list[str], timeout: int) -> None:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        process.wait(timeout)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        pytest.fail(f"LibreOffice took longer than {timeout} seconds")
