"""A kit as it lies in a folder, for tests of what happens while files are written."""

from __future__ import annotations

from pathlib import Path

import ledertrivsel_docs as ld
from ledertrivsel_docs.disk import MANIFEST

BESIDE = "{name} (ny)"
PACK = ld.build_pack("ledergruppen")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def documents(folder: Path) -> dict[str, bytes]:
    """Every file but our own list of what was written."""
    return {path: data for path, data in contents(folder).items() if path != MANIFEST}


def made() -> dict[str, bytes]:
    """The documents of the kit, as they are to be there."""
    return {document.path: document.bytes for document in PACK}
