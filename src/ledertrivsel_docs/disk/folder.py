"""A kit's files in their folder, beside what people have edited there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from ..errors import OutputError, Problem, message
from ..windows import refuses
from .manifest import MANIFEST, Manifest, contents
from .turns import turn
from .whole import made, open_in_office, put, sweep


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that was to be saved, and what became of it."""

    path: Path
    """Where it lies now."""
    outcome: Literal["written", "unchanged", "beside"]
    """`beside` where one that somebody has edited was kept, and the new one got another name."""


def save_all(
    folder: Path, files: Mapping[str, bytes], beside: str, *, manifest: str = MANIFEST, made_from: str | None = None
) -> list[Saved]:
    """Writes files below a folder, by their paths in it.

    A file there that is not as we wrote it has been edited: it is kept, and the new one stands next to it under the
    name that `beside` makes of its name (`{name} (2)`). `made_from` is a digest of what the files were made from, for
    `is_made_from` to know them by; it is kept when all of them are written.

    Raises:
        OutputError: a file can't be written, is open in Word or PowerPoint, or can't have its name; those before it
            are whole, it and those after are as they were.
    """
    if beside.format(name="") == beside:
        raise ValueError("beside holds no {name}: a new version would be named as the old one")
    _refuse_names(files)
    made(folder)
    with turn(folder) as is_ours:
        if is_ours:
            sweep({folder, *((folder / path).parent for path in files)})
        known = Manifest(folder, manifest)
        plans = [_plan(known, path, data, beside) for path, data in files.items()]
        _refuse_open(plans)
        # Before the files: if we are stopped half-way, what we did write is still known as ours.
        known.remember({_path(known, saved): data for saved, data in zip(plans, files.values(), strict=True)})
        files_and_plans = zip(files.items(), plans, strict=True)
        saved = [_written(known, path, data, beside, planned) for (path, data), planned in files_and_plans]
        if made_from is not None:
            known.finish(made_from, files)
        return saved


def is_made_from(folder: Path, made_from: str, *, manifest: str = MANIFEST) -> bool:
    """Whether a folder holds all files that were made from what has this digest, edited or not."""
    return Manifest(folder, manifest).is_made_from(made_from)


def _written(known: Manifest, path: str, data: bytes, beside: str, planned: Saved) -> Saved:
    """Writes a file as it is to be now: somebody may have saved theirs since all were looked at."""
    saved = _plan(known, path, data, beside)
    if saved != planned:
        known.remember({_path(known, saved): data})
    if saved.outcome != "unchanged":
        put(saved.path, data)
    return saved


def _plan(known: Manifest, path: str, data: bytes, beside: str) -> Saved:
    target = asked = known.folder / path
    while True:
        found = contents(target)
        if found == data:
            return Saved(target, "unchanged")
        saved = Saved(target, "written" if target == asked else "beside")
        if found is None or known.wrote(_path(known, saved), found):
            return saved
        target = target.with_name(beside.format(name=target.stem) + target.suffix)


def _path(known: Manifest, saved: Saved) -> str:
    return saved.path.relative_to(known.folder).as_posix()


def _refuse_names(paths: Iterable[str]) -> None:
    """Tells every name that Windows would write to a printer, cut, or not take."""
    names = dict.fromkeys(name for path in paths for name in PurePosixPath(path).parts if refuses(name))
    if names:
        what = (message("“{name}” can't be the name of a file in Windows.", name=name) for name in names)
        raise OutputError(
            [Problem(said, message("Choose another name."), file=str(said.values["name"])) for said in what]
        )


def _refuse_open(plans: Iterable[Saved]) -> None:
    """Tells every file that is to be another while somebody has it open: what they save would be lost, or ours."""
    problems = []
    for saved in plans:
        if saved.outcome != "unchanged" and saved.path.exists() and (lock := open_in_office(saved.path)):
            what = message("Somebody has the file open in Word, PowerPoint or LibreOffice.")
            remedy = message("Close it and run this again. If nobody has it open, delete “{lock}”.", lock=lock.name)
            problems.append(Problem(what, remedy, file=str(saved.path)))
    if problems:
        raise OutputError(problems)
