"""What we have written in a folder, so that a file that somebody has edited is recognised."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Literal

from ..digests import content_digest
from ..errors import InputError, OutputError, Problem, message
from ..windows import refuses
from .whole import problem, put

MANIFEST = ".ledertrivsel.json"
"""In a kit's folder: by each file's path the digests of what we have written in it, the latest last."""

_INPUTS = "/"  # no file is called so
_KEPT = 5  # versions of a file that are still known as ours


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file of a kit that isn't as it was written."""

    path: str
    """In the kit's folder, with forward slashes."""
    state: Literal["edited", "missing"]
    """Edited since, or not there any more."""


def changed_files(folder: str | PathLike[str]) -> list[ChangedFile]:
    """The files of a kit's folder that aren't as we wrote them, by their paths; those of others aren't told.

    Args:
        folder: the folder that a kit was saved in.

    Raises:
        InputError: there is no kit in the folder that has been written by this program.
        OutputError: a file can't be read.
    """
    known = Manifest(Path(folder))
    if not known.versions:
        what = message("This folder holds no kit that can be compared.")
        raise InputError([Problem(what, message("Give the folder that the kit was written to."), file=str(folder))])
    found: list[ChangedFile] = []
    for path in sorted(known.versions):
        data = contents(known.folder / path)
        if data is None:
            found.append(ChangedFile(path, "missing"))
        elif not known.wrote(path, data):
            found.append(ChangedFile(path, "edited"))
    return found


class Manifest:
    """The manifest of a folder; a damaged one knows nothing, so that every file counts as edited."""

    def __init__(self, folder: Path, name: str = MANIFEST) -> None:
        self.folder = folder
        self._file = folder / name
        read = _read(self._file)
        self._inputs = read.pop(_INPUTS, [])
        self.versions = {path: versions for path, versions in read.items() if _is_inside(path)}

    def wrote(self, path: str, data: bytes) -> bool:
        """Whether we have written this as the file; earlier versions of this program knew its bytes."""
        versions = self.versions.get(path, [])
        return content_digest(data) in versions or hashlib.sha256(data).hexdigest() in versions

    def remember(self, files: Mapping[str, bytes]) -> None:
        """Writes down what is about to be written; nothing where all of it is known."""
        is_new = False
        for path, data in files.items():
            versions = self.versions.setdefault(path, [])
            if (digest := content_digest(data)) not in versions:
                versions.append(digest)
                del versions[:-_KEPT]
                is_new = True
        if is_new or self._inputs:
            self._inputs = []  # until all is written
            self._write()

    def finish(self, made_from: str, paths: Iterable[str]) -> None:
        """Writes down the digest of what all these files were made from."""
        self._inputs = [made_from, *paths]
        self._write()

    def is_made_from(self, digest: str) -> bool:
        """Whether the folder holds all files that were made from what has this digest, edited or not."""
        return self._inputs[:1] == [digest] and all((self.folder / path).is_file() for path in self._inputs[1:])

    def _write(self) -> None:
        known = self.versions | ({_INPUTS: self._inputs} if self._inputs else {})
        put(self._file, json.dumps(known, indent=0, ensure_ascii=False, sort_keys=True).encode())


def contents(path: Path) -> bytes | None:
    """What is in a file, None where there is none. Raises `OutputError` where it can't be read."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise OutputError([problem(path, error)]) from error


def _read(file: Path) -> dict[str, list[str]]:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {path: texts for path, texts in found.items() if isinstance(texts, list) and all(map(_is_text, texts))}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_inside(path: str) -> bool:
    """A folder that came by mail may hold any manifest."""
    return not path.startswith("/") and ".." not in path.split("/") and not refuses(path.replace("/", ""))
