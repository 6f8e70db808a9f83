"""Somebody's file is changed, and what was in it is kept beside."""

from __future__ import annotations

import contextlib
import itertools
import os
from pathlib import Path

from ..errors import OutputError, Problem, message
from .turns import turn
from .whole import problem, put, sweep


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
    with turn(target.parent) as is_ours:
        if is_ours:
            sweep([target.parent])
        return _rewritten(target, data, pattern, read)


def _rewritten(target: Path, data: bytes, pattern: str, read: bytes) -> Path:
    kept, is_there = _place(target, pattern, read)
    if not is_there:
        put(kept, read, like=target)
    try:
        _refuse_changed(target, read)  # once more: the shorter the time between, the less can get lost
        if not os.access(target, os.W_OK):
            raise OutputError([problem(target, PermissionError())])
        put(target, data, like=target)
    except OutputError:
        with contextlib.suppress(OSError):
            if not is_there and target.read_bytes() == read:  # else what was kept may be the only one left
                kept.unlink()
        raise
    return kept


def _refuse_changed(path: Path, read: bytes) -> None:
    try:
        is_same = path.read_bytes() == read
    except OSError as error:
        raise OutputError([problem(path, error)]) from error
    if not is_same:
        what = message("The file has been changed while this was running.")
        raise OutputError([Problem(what, message("Run it again."), file=str(path))])


def _place(path: Path, pattern: str, read: bytes) -> tuple[Path, bool]:
    """Where the old file is kept, and whether it is there: a run that was killed has kept it already."""
    for number in itertools.count(1):
        candidate = path.with_name(pattern.format(name=path.stem, number=number) + path.suffix)
        if not os.path.lexists(candidate):
            return candidate, False
        with contextlib.suppress(OSError):
            if candidate.read_bytes() == read:
                return candidate, True
    raise AssertionError("numbers never end")
