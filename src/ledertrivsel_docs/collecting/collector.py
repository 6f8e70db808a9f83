"""Every file in turn: opened, known, read by the reader of its document, or named and skipped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeGuard, cast

from ..errors import Problem, message
from ..models.library import Library
from ..models.programme import Programme
from .action_card import read_action_card
from .files import Found, Source, found
from .opened import Opened, OpenedDeck, RefusedError, opened
from .results import Answers, ReadFile

Reader = Callable[[str, Opened, Library, Programme], ReadFile]
READERS: Mapping[str, Reader] = {"action-card": read_action_card}
"""How the answers of each document are read, by its id."""

_NO_FORMS = frozenset({"run-sheet", "theme-cards"})


def collect(
    sources: Source | Iterable[Source], library: Library | None = None, *, programme: Programme | None = None
) -> Answers:
    """Reads filled forms, saved by Word or by LibreOffice.

    A document is known by what it carries inside, never by its name. What isn't one of ours, is damaged or can't be
    understood is named in `Answers.files` with the reason; nothing is guessed, and one bad file stops nothing.

    Args:
        sources: files and folders (with all in them): paths, or a file's name and its bytes.
        library: the content that the forms were made from; by default what comes with the package.
        programme: whose own themes a title may name.

    Raises:
        InputError: a path isn't there; every one that isn't.
    """
    library = library or Library.default()
    programme = programme or Programme.blank()
    files = found([sources] if _is_one(sources) else cast(Iterable[Source], sources))
    return Answers(_with_rivals(tuple(_read(file, library, programme) for file in files)))


def _is_one(sources: Source | Iterable[Source]) -> TypeGuard[Source]:
    if isinstance(sources, tuple):
        return len(sources) == 2 and isinstance(sources[1], bytes)
    return isinstance(sources, str | os.PathLike)


def _read(file: Found, library: Library, programme: Programme) -> ReadFile:
    try:
        document = opened(file.data(), library)
    except RefusedError as refused:
        return ReadFile(file.name, "skipped", problems=(refused.problem(file.name),))
    kit, name = document.stamp.kit, document.stamp.document
    try:
        reader = READERS.get(name)
        if reader is None or isinstance(document, OpenedDeck):
            raise _unread(name)
        return reader(file.name, document, library, programme)
    except RefusedError as refused:
        return ReadFile(file.name, "skipped", kit, name, problems=(refused.problem(file.name),))


def _unread(document: str) -> RefusedError:
    """Why a document of ours isn't read: it asks for nothing, or what it asks for can't be read yet."""
    if document in _NO_FORMS:
        return RefusedError(message("This document has no answers to collect."), foreign=True)
    what = message("Answers in “{document}” can't be read yet.", document=document)
    return RefusedError(what, message("Keep the file; what is in it has to be carried over by hand."))


def _with_rivals(files: tuple[ReadFile, ...]) -> tuple[ReadFile, ...]:
    """The files, each told of an earlier one with other answers for the same theme."""
    first: dict[str, ReadFile] = {}
    for file in files:
        if file.card is not None and file.card.theme is not None:
            first.setdefault(file.card.theme, file)
    return tuple(_with_rival(file, first) for file in files)


def _with_rival(file: ReadFile, first: Mapping[str, ReadFile]) -> ReadFile:
    rival = first.get(file.card.theme or "") if file.card is not None else None
    if file.card is None or rival is None or rival.card is None or rival.card.answers == file.card.answers:
        return file
    what = message("“{rival}” has other answers for the same theme.", rival=rival.path)
    remedy = message("Keep one of the cards, or join them in one.")
    return replace(file, problems=(*file.problems, Problem(what, remedy, file=file.path)))
