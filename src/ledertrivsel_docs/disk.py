"""The only place that writes files: each whole or not at all, and nothing that somebody has edited is lost."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import os
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .errors import OutputError, Problem, message

MANIFEST = ".ledertrivsel.json"
"""In a kit's folder: which content each file had when we wrote it, so that an edited one is recognised."""

_KEPT = 5  # versions of a file that are still known as ours
_INPUTS = "/"  # in the manifest: no file is called so


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was asked for: where it lies now, and whether one edited by somebody was kept beside it."""

    path: Path
    outcome: Literal["written", "unchanged", "beside"]


def write_whole(path: Path, data: bytes, like: Path | None = None) -> None:
    """Writes a file so that at any moment the old or the new one is there, never a part.

    `like` is a file that it is to have the permissions of, where the system has such.

    Raises:
        OutputError: with the reason; the old file is still there.
    """
    temporary = path.parent / f".ledertrivsel-{uuid.uuid4().hex}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            if like is not None:
                with contextlib.suppress(OSError):
                    shutil.copymode(like, temporary)  # before there is anything to read in it
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise OutputError([_problem(path, error)]) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def rewrite_with_backup(path: Path, data: bytes, pattern: str, read: bytes) -> Path | None:
    """Changes somebody's file and keeps what was in it beside, under the name that `pattern` makes of its name.

    `pattern` holds `{name}` and `{number}`, the lowest that is free; `read` is what the new content was made from.
    Gives the file that was kept; None when there is nothing to change, and then nothing is written.

    Raises:
        OutputError: the file has changed since it was read, or can't be written. It is as it was.
    """
    if pattern.format(name="", number=1) == pattern.format(name="", number=2):
        raise ValueError("pattern holds no {number}: an earlier file would be written over")
    target = Path(os.path.realpath(path))  # through a link, which stays one
    _refuse_changed(target, read)
    if data == read:
        return None
    kept = _free(target, pattern)
    write_whole(kept, read, like=target)
    try:
        _refuse_changed(target, read)  # once more: the shorter the time between, the less can get lost
        if not os.access(target, os.W_OK):
            raise OutputError([_problem(target, PermissionError())])
        write_whole(target, data, like=target)
    except OutputError:
        with contextlib.suppress(OSError):
            if target.read_bytes() == read:  # else what was kept may be the only one left
                kept.unlink()
        raise
    return kept


def _refuse_changed(path: Path, read: bytes) -> None:
    try:
        is_same = path.read_bytes() == read
    except OSError as error:
        raise OutputError([_problem(path, error)]) from error
    if not is_same:
        what = message("The file has been changed while this was running.")
        raise OutputError([Problem(what, message("Run it again."), file=str(path))])


def _free(path: Path, pattern: str) -> Path:
    for number in itertools.count(1):
        candidate = path.with_name(pattern.format(name=path.stem, number=number) + path.suffix)
        if not os.path.lexists(candidate):
            return candidate
    raise AssertionError("numbers never end")


def save_all(
    folder: Path, files: Mapping[str, bytes], beside: str, *, manifest: str = MANIFEST, made_from: str | None = None
) -> list[Saved]:
    """Writes files below a folder, by their paths in it.

    A file there that is not as we wrote it has been edited: it is kept, and the new one stands next to it under the
    name that `beside` makes of its name (`{name} (2)`). `made_from` is a digest of what the files were made from, for
    `is_made_from` to know them by; it is kept when all of them are written.
    """
    if beside.format(name="") == beside:
        raise ValueError("beside holds no {name}: a new version would be named as the old one")
    known = _read_manifest(folder / manifest)
    was_made_from = known.pop(_INPUTS, None)
    plans = [_plan(folder, path, data, known, beside) for path, data in files.items()]
    new = _remembered(known, {saved.path.relative_to(folder).as_posix(): data for saved, data in plans})
    if new or was_made_from:
        # Before the files: if we are stopped half-way, what we did write is still known as ours.
        _write_manifest(folder / manifest, known)
    for saved, data in plans:
        if saved.outcome != "unchanged":
            write_whole(saved.path, data)
    if made_from is not None:
        _write_manifest(folder / manifest, known | {_INPUTS: [made_from, *files]})
    return [saved for saved, _ in plans]


def is_made_from(folder: Path, made_from: str, *, manifest: str = MANIFEST) -> bool:
    """Whether a folder holds all files that were made from what has this digest, edited or not."""
    digest, *paths = _read_manifest(folder / manifest).get(_INPUTS) or [""]
    return digest == made_from and all((folder / path).is_file() for path in paths)


def _remembered(known: dict[str, list[str]], files: Mapping[str, bytes]) -> bool:
    """Adds the contents to what is known as ours; whether there was anything new to it."""
    is_new = False
    for path, data in files.items():
        versions = known.setdefault(path, [])
        if (digest := _digest(data)) not in versions:
            versions.append(digest)
            del versions[:-_KEPT]
            is_new = True
    return is_new


def _plan(folder: Path, path: str, data: bytes, known: Mapping[str, list[str]], beside: str) -> tuple[Saved, bytes]:
    target = folder / path
    while True:
        digest = _digest_of(target)
        if digest is None:
            outcome: Literal["written", "unchanged", "beside"] = "written" if target == folder / path else "beside"
            return Saved(target, outcome), data
        if digest == _digest(data):
            return Saved(target, "unchanged"), data
        if digest in known.get(target.relative_to(folder).as_posix(), []):
            return Saved(target, "written" if target == folder / path else "beside"), data
        target = target.with_name(beside.format(name=target.stem) + target.suffix)


def _write_manifest(path: Path, known: Mapping[str, list[str]]) -> None:
    write_whole(path, json.dumps(known, indent=0, ensure_ascii=False, sort_keys=True).encode())


def _read_manifest(path: Path) -> dict[str, list[str]]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {path: versions for path, versions in found.items() if isinstance(versions, list)}


def _digest_of(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError([_problem(path, error)]) from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _problem(path: Path, error: OSError) -> Problem:
    if isinstance(error, PermissionError):
        return Problem(
            message("The file can't be written."),
            message("Close it in Word or PowerPoint, or choose another folder."),
            file=str(path),
        )
    what = message("The file can't be written: {reason}.", reason=error.strerror or str(error))
    return Problem(what, message("Choose another folder."), file=str(path))
