"""What became of the kits of many units, in lines for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import Problem, message

if TYPE_CHECKING:
    from .many import SavedPack

Translate = Callable[[str], str]


def progress_line(result: SavedPack, number: int, count: int, seconds_left: float, _: Translate) -> str:
    """One kit of so many, and about how long the others will take."""
    said = {
        "made": _("{documents} documents").format(documents=len(result.files)),
        "unchanged": _("unchanged"),
        "failed": _("failed"),
    }
    if result.path.suffix == ".zip" and result.outcome == "made":
        said["made"] = result.path.name
    line = _("{number} of {count}: {name}: {said}").format(
        number=number, count=count, name=result.name or "–", said=said[result.outcome]
    )
    minutes, seconds = divmod(round(seconds_left), 60)
    return (
        _("{line} ({minutes} min {seconds} s left)").format(line=line, minutes=minutes, seconds=seconds)
        if number < count
        else line
    )


def kept_lines(results: Iterable[SavedPack], folder: Path, _: Translate) -> Iterator[str]:
    """The new versions that stand beside a document that somebody has edited."""
    for file in (file for result in results for file in result.files if file.outcome == "beside"):
        path = file.path.relative_to(folder.absolute())
        yield _("  {path} (the new version; the one that you have edited is kept)").format(path=path)


def bug_problem(result: SavedPack) -> Problem:
    """What to say of a kit that failed for another reason than what people have written."""
    *_trace, last = result.error.strip().splitlines()
    what = message("The kit of “{name}” could not be made: {reason}.", name=result.name, reason=last)
    return Problem(what, message("Run it again; if it fails once more, tell us: it is a mistake of ours."))


def summary(results: Sequence[SavedPack], folder: Path, _: Translate) -> str:
    """How many kits were made, were there, or failed."""
    counted = Counter(result.outcome for result in results)
    return _("{folder}: {made} made, {unchanged} unchanged, {failed} failed.").format(
        folder=folder, made=counted["made"], unchanged=counted["unchanged"], failed=counted["failed"]
    )
