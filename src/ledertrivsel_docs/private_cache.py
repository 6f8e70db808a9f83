"""Plain data on disk, so that a fresh process need not work it out again.

The files are written by `marshal`, as Python's own .pyc files are: they are read only from a folder that belongs to
this user and that nobody else can write to. A cache that can't be used is no cache, never an error.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_SUM = hashlib.sha256().digest_size
_KEPT_DAYS = 30
_OURS = "ledertrivsel-"  # the folder may hold files of others


def key_of(*parts: bytes) -> str:
    """The name to keep something under: another one for other bytes, and for another Python."""
    digest = hashlib.sha256(sys.version.encode())
    for part in parts:
        digest.update(b"%d\0" % len(part))
        digest.update(part)
    return digest.hexdigest()


def stamps(files: Iterable[Path]) -> bytes:
    """Names, sizes and times of files of code: they change with the code."""
    states = ((path.name, path.stat()) for path in sorted(files))
    return repr([(name, state.st_mtime_ns, state.st_size) for name, state in states]).encode()


def load(folder: Path, key: str) -> Any:
    """What is kept under a key, or None."""
    try:
        if not _is_private(folder):
            return None
        kept = (folder / f"{_OURS}{key}").read_bytes()
        content = kept[_SUM:]
        if hashlib.sha256(content).digest() != kept[:_SUM]:  # damaged; Python would crash on it
            return None
        return marshal.loads(content)  # noqa: S302 - written by this user
    except (OSError, EOFError, ValueError, TypeError):
        return None


def store(folder: Path, key: str, plain: Any) -> None:
    """Keeps what `marshal` can write, whole or not at all."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(folder):
            return
        _drop_old(folder)
        content = marshal.dumps(plain)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=_OURS, delete=False) as file:
            file.write(hashlib.sha256(content).digest() + content)
        try:
            Path(file.name).replace(folder / f"{_OURS}{key}")
        finally:
            Path(file.name).unlink(missing_ok=True)
    except OSError as error:
        _say(folder, error.strerror or str(error))


def _drop_old(folder: Path) -> None:
    """What was made long ago: by then what it was made of has changed as a rule."""
    oldest = time.time() - _KEPT_DAYS * 24 * 60 * 60
    for file in folder.glob(f"{_OURS}*"):
        with contextlib.suppress(OSError):
            if file.stat().st_mtime < oldest:
                file.unlink()


def _is_private(folder: Path) -> bool:
    if os.name == "nt":  # the user's own profile: Windows keeps others out by its access lists
        return folder.is_dir()
    state = folder.stat()
    is_private = state.st_uid == os.getuid() and not state.st_mode & 0o022
    if not is_private:
        _say(folder, "somebody else owns it or can write to it")
    return is_private


@cache
def _say(folder: Path, why: str) -> None:
    """Says once to whoever runs a server why it is slow."""
    import logging  # noqa: PLC0415 - a command starts without it

    logging.getLogger("ledertrivsel_docs").warning("The cache folder %s isn't used: %s.", folder, why)
