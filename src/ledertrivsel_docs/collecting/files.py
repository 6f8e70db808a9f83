"""Which files there are: the ones named, and those in the folders named, in an order that is the same everywhere."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..devices import is_device
from ..errors import InputError, Problem, message, system_reason
from .opened import MAX_FILE, RefusedError

_WINDOWS = ("thumbs.db", "desktop.ini")
_LOCKS = ("~$", ".~lock.")
_LONGEST = 200  # letters of a name in a programme
Source = str | os.PathLike[str] | tuple[str, bytes]
"""A file or a folder: its path, or a file's name and its bytes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; `content` is None where it lies on disk. `source` is its name as a programme remembers it."""

    name: str
    source: str
    content: bytes | None = None

    def data(self) -> bytes:
        """Its bytes.

        Raises:
            RefusedError: it can't be read, is no ordinary file, or is far too large.
        """
        if Path(self.name).name.startswith(_LOCKS):
            what = message("This is a lock: somebody has the file open in Word, PowerPoint or LibreOffice.")
            raise RefusedError(what, message("Save it, close it and collect again."), foreign=True)
        if self.content is not None:
            return self.content
        try:
            state = Path(self.name).stat()
            if stat.S_ISDIR(state.st_mode):
                raise RefusedError(message("The folder can't be read."))
            if is_device(self.name):
                raise RefusedError(message("This isn't an ordinary file."), foreign=True)
            if state.st_size > MAX_FILE:
                raise RefusedError(message("The file is larger than a filled form can be."), foreign=True)
            return Path(self.name).read_bytes()
        except OSError as error:
            raise RefusedError(message("The file can't be read ({reason}).", reason=system_reason(error))) from error


def found(sources: Iterable[Source], base: Path) -> list[Found]:
    """Every file once; folders with all that is in them, but not hidden files and our own manifest.

    `base` is the folder from which files are named, so that they have the same name however they are pointed at.

    Raises:
        InputError: a path isn't there; all that aren't.
    """
    files: dict[str, Found] = {}
    problems: list[Problem] = []
    for source in sources:
        if isinstance(source, tuple):
            name, content = _named_bytes(source)
            files[f"\0{len(files)}"] = Found(name, _apart(name, files.values()), content)
            continue
        if not isinstance(source, str | os.PathLike):
            raise TypeError(f"a path, or a name with its bytes, not {type(source).__name__}")
        path = Path(source)
        if not _exists(path):
            what = message("There is no such file or folder.")
            problems.append(Problem(what, message("Check the name and the folder."), file=str(path)))
            continue
        for file in _inside(path) if path.is_dir() else [path]:
            files.setdefault(os.path.realpath(file), Found(str(file), _source(file, path, base)))
    if problems:
        raise InputError(problems)
    return list(files.values())


def _named_bytes(source: object) -> tuple[str, bytes]:
    match source:
        case (str(name), bytes() | bytearray() | memoryview() as content):
            return name, bytes(content)
    raise TypeError(f"a path, or a name with its bytes, not {type(source).__name__}")


def _apart(name: str, others: Iterable[Found]) -> str:
    """A name that none of the other files has: uploads may all be called the same."""
    short = name[-_LONGEST:]
    taken = {other.source for other in others}
    return short if short not in taken else f"{short[: _LONGEST - 6]} ({len(taken) + 1})"


def _source(file: Path, given: Path, base: Path) -> str:
    """A file's name from the base, where it lies below it; else from what was pointed at."""
    whole = _absolute(file)
    roots = (_absolute(base), _absolute(given if given.is_dir() else given.parent))
    return whole.relative_to(next(root for root in roots if whole.is_relative_to(root))).as_posix()[-_LONGEST:]


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100 - a link counts as where somebody has put it


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _inside(folder: Path) -> Iterator[Path]:
    """The files of a folder before those of the folders in it, each sorted by name."""
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(filter(_is_shown, folders), key=_sorted_by)
        for name in sorted(filter(_is_shown, names), key=_sorted_by):
            yield Path(parent, name)
    yield from (Path(error.filename) for error in closed)  # told as what can't be read


def _is_shown(name: str) -> bool:
    """Hidden files and those that Windows makes aren't for people; the lock of an open file tells something."""
    return name.casefold() not in _WINDOWS and (not name.startswith(".") or name.startswith(_LOCKS))


def _sorted_by(name: str) -> tuple[str, str]:
    return name.casefold(), name
