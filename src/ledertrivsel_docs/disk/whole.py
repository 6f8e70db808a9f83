"""One file, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path

from ..errors import OutputError, Problem, message, system_reason
from .turns import turn

_TEMPORARY = ".ledertrivsel-{}.tmp"
_LONGEST_PATH = 259
"""What most programs take in Windows."""

_EFFECTIVE = os.access in os.supports_effective_ids
_FULL = (errno.ENOSPC, errno.EDQUOT)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that at any moment the old or the new one is there, never a part.

    Raises:
        OutputError: with the reason; the old file is still there.
    """
    made(path.parent)
    with turn(path.parent) as is_ours:
        if is_ours:
            sweep([path.parent])
        put(path, data)


def put(path: Path, data: bytes, like: Path | None = None) -> None:
    """As `write_whole`, by somebody whose turn it is in a folder.

    `like` is a file that it is to have the permissions of, where the system has such.
    """
    temporary = path.parent / _TEMPORARY.format(uuid.uuid4().hex[:8])
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
        raise OutputError([problem(path, error)]) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def made(folder: Path) -> None:
    """Makes a folder, where it isn't there. Raises `OutputError` where that can't be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError([problem(folder, error)]) from error


def sweep(folders: Iterable[Path]) -> None:
    """Removes what a run that was killed has left; only for somebody whose turn it is."""
    for folder in folders:
        with contextlib.suppress(OSError):
            for left in folder.glob(_TEMPORARY.format("*")):
                with contextlib.suppress(OSError):
                    left.unlink()


def open_in_office(path: Path) -> Path | None:
    """The lock file that Word, PowerPoint or LibreOffice has beside a file that is open in it.

    Word takes the first two letters of a name away, of a short one fewer, PowerPoint none.
    """
    name = path.name
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return next((lock for lock in map(path.with_name, locks) if lock.is_file()), None)


def problem(path: Path, error: OSError) -> Problem:
    """Why a file can't be written, and what to do."""
    if error.errno in _FULL:
        what, remedy = message("The disk is full."), message("Make room on it, or choose another folder.")
    elif error.errno == errno.ENAMETOOLONG or (
        isinstance(error, FileNotFoundError) and len(str(path.absolute())) > _LONGEST_PATH
    ):
        what = message("The path is longer than this computer takes.")
        remedy = message("Choose a folder with a shorter path.")
    elif not isinstance(error, PermissionError):
        what = message("The file can't be written: {reason}.", reason=system_reason(error))
        remedy = message("Choose another folder.")
    elif path.parent.is_dir() and not os.access(path.parent, os.W_OK, effective_ids=_EFFECTIVE):
        what, remedy = message("Nothing can be written in this folder."), message("Choose another folder.")
        return Problem(what, remedy, file=str(path.parent))
    else:
        what = message("The file can't be written.")
        remedy = message("Close it in Word or PowerPoint, or choose another folder.")
    return Problem(what, remedy, file=str(path))
