"""Answers into the programme file itself: its comments and its order are kept, and so is the file as it was."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..disk import rewrite_with_backup
from ..errors import Problem
from ..models.brand import Brand
from ..models.library import Library
from ..models.programme import Programme, library_of
from ..reading.rewriting import rewritten
from ..reading.validation import content_of
from .collector import collect
from .files import Source
from .merging import Merged
from .results import Answers


@dataclass(frozen=True, slots=True)
class Collected:
    """What a collection into a programme file gave."""

    answers: Answers
    """What was found."""
    merged: Merged
    """The programme with it, and what has changed."""
    warnings: tuple[Problem, ...]
    """Those of the programme file as it is now."""
    backup: Path | None = None
    """Where the file is kept as it was; None where nothing was written."""


def collect_into(
    file: str | os.PathLike[str],
    sources: Source | Iterable[Source],
    *,
    brand: Brand | None = None,
    library: Library | None = None,
    templates: str | os.PathLike[str] | None = None,
    cache: str | os.PathLike[str] | None = None,
    write: bool = True,
    again: bool = False,
) -> Collected:
    """Reads filled forms into a programme file.

    Run it as often as you like: a file that has been read once isn't read again until it is another one, so what
    people have decided since stays as it is. Without any valid answer the programme file isn't touched.

    Args:
        file: the programme file, which is rewritten with its comments, its order and all lines without an answer.
        sources: as for `collect`.
        brand: as for `collect`.
        library: the content that the forms were made from; by default what the programme names, else
            what comes with the package.
        templates: as for `collect`.
        cache: a private folder to keep compiled templates in.
        write: False to see what would change.
        again: whether to read files whose answers the file holds already; what people have changed in it since is then
            changed back.

    Raises:
        InputError: the programme file can't be read, a path isn't there, or the programme can't hold the answers.
        OutputError: the file can't be written; it is as it was.
    """
    path = Path(file)
    content = content_of(path)  # before it is checked: what is saved in between isn't written over
    programme, warnings = Programme.check(path, library=library)
    library = library or library_of(programme)
    answers = collect(
        sources,
        programme=programme,
        brand=brand,
        library=library,
        templates=templates,
        cache=cache,
        base=path.parent,
        again=again,
    )
    merged = answers.merged(programme, library=library, again=again)
    backup = None
    if write and merged.puts:
        data = rewritten(str(path), content, merged.puts, library.key_aliases)
        backup = rewrite_with_backup(path, data, library.words["common"]["before_answers"], read=content)
    if backup:
        warnings = Programme.check(path, library=library)[1]
    elif merged.puts:  # what the file would hold has no lines
        warnings = merged.programme.warnings(library=library)
    return Collected(answers, merged, warnings, backup)
