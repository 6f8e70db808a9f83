"""Two runs in one folder take turns; the system ends a turn even where a run is killed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import OutputError, Problem, message

WAIT = 20.0
"""How many seconds a run waits for its turn."""

_PAUSE = 0.05

if sys.platform == "win32":
    LOCK = ".ledertrivsel.lock"

    def _take(folder: Path) -> int:
        """A file that is there as long as it is open: Windows removes it with the process that has it."""
        flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_TEMPORARY | os.O_NOINHERIT
        return os.open(folder / LOCK, flags)

    _TAKEN: type[OSError] = FileExistsError
else:
    import fcntl

    def _take(folder: Path) -> int:
        """The folder itself, locked."""
        held = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BaseException:
            os.close(held)
            raise
        return held

    _TAKEN: type[OSError] = BlockingIOError


@contextmanager
def turn(folder: Path) -> Iterator[bool]:
    """Waits until no other run writes in a folder that is there.

    Gives whether that is certain: some network drives have no locks, and then nobody waits.

    Raises `OutputError` when it takes too long.
    """
    held = _waited(lambda: _take(folder), folder)
    try:
        yield held is not None
    finally:
        if held is not None:
            os.close(held)


def _waited(take: Callable[[], int], folder: Path) -> int | None:
    last = time.monotonic() + WAIT
    while True:
        try:
            return take()
        except _TAKEN:
            if time.monotonic() >= last:
                what = message("Another run is writing in this folder.")
                remedy = message("Wait until it is done, and run this again.")
                raise OutputError([Problem(what, remedy, file=str(folder))]) from None
            time.sleep(_PAUSE)
        except OSError:
            return None
