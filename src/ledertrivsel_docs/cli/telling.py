"""How the commands tell what happened: to a person a line each and no more than a screen, to a program as JSON."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from ..disk import Saved
from ..errors import LedertrivselError, OutputError, Problem
from ..i18n import translator
from ..reporting import saved_lines

_ = translator()
P = ParamSpec("P")
T = TypeVar("T")

SCREEN, FEW = 40, 20
"""So many lines are shown unasked, and so many files; of more, what sums them up."""

_PROBLEMS, _VERBOSE = "ledertrivsel.problems", "ledertrivsel.verbose"


def told(command: Callable[P, T]) -> Callable[P, T]:
    """Turns the library's errors into lines for a person, or JSON for a program, and exit code 1."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except LedertrivselError as error:
            tell(error.problems)
            if in_json():
                tell_json()
            elif isinstance(error, OutputError) and "output" in kwargs:
                click.echo(_("-o chooses where to write."), err=True)
            sys.exit(1)

    return told


def tell(problems: Iterable[Problem]) -> None:
    """Prints problems and warnings, each on a line of its own, to the error stream; keeps them for `tell_json`."""
    if in_json():
        _kept().extend(map(_problem_data, problems))
        return
    for line in _cut([_line(problem) for problem in problems], SCREEN):
        click.echo(line, err=True)


def _line(problem: Problem) -> str:
    head = click.style(_("Note:"), fg="yellow") if problem.warning else click.style(_("Error:"), fg="red")
    return f"{head} {problem.told(_)}"


def stop_at(problems: Sequence[Problem]) -> None:
    """Ends with exit code 1, where there are any problems; they have been told."""
    if problems:
        sys.exit(1)


def in_json() -> bool:
    """Whether the command was asked for JSON."""
    context = click.get_current_context(silent=True)
    return bool(context and context.params.get("as_json"))


def tell_json(**found: Any) -> None:
    """Prints one JSON object: what was found, each under its name, and under `problems` all that was told.

    A problem has a `level` (error or warning; tip for documents), a `message`, and where known `remedy`, `file`,
    `line`, `place`, and as `path` the field in a programme file.
    """
    problems = [*_kept(), *found.pop("problems", ())]
    click.echo(json.dumps({**found, "problems": problems}, ensure_ascii=False, indent=2, default=str))


def _kept() -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = click.get_current_context().meta.setdefault(_PROBLEMS, [])
    return kept


def _problem_data(problem: Problem) -> dict[str, Any]:
    where = problem.where if problem.where is None or isinstance(problem.where, str) else problem.where.told(_)
    data = {
        "level": "warning" if problem.warning else "error",
        "message": problem.message.told(_),
        "remedy": problem.remedy.told(_) if problem.remedy else None,
        "file": problem.file,
        "line": problem.line,
        "place": where,
        "path": list(problem.path) or None,
    }
    return {name: value for name, value in data.items() if value is not None}


def show(lines: Iterable[str], *, instead: Iterable[str] | None = None, most: int = SCREEN) -> None:
    """Prints lines; where they are more than `most`, and nobody has asked for all, what is `instead` of them.

    Without an `instead` the first ones are printed, and how many there are besides.
    """
    every = list(lines)
    is_whole = len(every) <= most or _wants_all()
    for line in every if is_whole else [*instead, _("-v shows all of it.")] if instead else _cut(every, most):
        click.echo(line)


def _cut(lines: Sequence[str], most: int) -> Sequence[str]:
    """The first of more than `most` lines, and how many there are besides; all where all are wanted."""
    if len(lines) <= most or _wants_all():
        return lines
    first = most - 10
    return [*lines[:first], _("… and {count} lines more: -v shows all.").format(count=len(lines) - first)]


def _wants_all() -> bool:
    """Whether all lines are asked for, or the command has no option to ask for them."""
    context = click.get_current_context(silent=True)
    return not context or bool(context.meta.get(_VERBOSE, True))


verbose = click.option(
    "-v",
    "--verbose",
    is_flag=True,
    expose_value=False,
    callback=lambda context, _, value: context.meta.update({_VERBOSE: value}),
    help=_("Shows every line of a long answer."),
)
as_json = click.option(
    "--json",
    "as_json",
    is_flag=True,
    help=_("Prints the answer as one JSON object for a program; errors are its problems."),
)


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Rows as lines, in columns."""
    lines = list(rows)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))] if lines else []
    return ["  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines]


def report(saved: Iterable[Saved], folder: Path) -> None:
    """Prints which files were written, and which stand beside an edited one; of many, how many in each folder."""
    files = list(saved)
    counted = Counter(file.path.relative_to(folder).parent for file in files)
    beside = [file for file in files if file.outcome == "beside"]
    short = [_counted(folder.resolve() if name == Path() else name, count) for name, count in counted.items()]
    show(saved_lines(files, folder, _), instead=[*short, *saved_lines(beside, folder, _)], most=FEW)


def _counted(folder: Path, count: int) -> str:
    if count == 1:
        return _("  {folder}: 1 file").format(folder=folder.name)
    return _("  {folder}: {count} files").format(folder=folder.name, count=count)


def saved_data(saved: Iterable[Saved]) -> list[dict[str, str]]:
    """Which files were written, for a program."""
    return [{"path": str(file.path), "outcome": file.outcome} for file in saved]
