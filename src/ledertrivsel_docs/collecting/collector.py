"""Every file in turn: opened, known, read by the reader of its document, or named and skipped."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeGuard, cast

from ..errors import Problem, message
from ..models.brand import Brand
from ..models.library import Library
from ..models.programme import Programme, library_of
from ..stamp import Stamp
from .entries import Entry
from .files import Found, Source, found
from .filling import Slot
from .form import Filled, read_form
from .map_slides import read_map
from .opened import Opened, OpenedDeck, RefusedError, opened
from .readers import PERSONAL, READERS, deck
from .replica import Replicas
from .reply import Reply, scale_name
from .results import Answers, ReadFile
from .theme_names import ThemeNames

_DIGEST = 16  # letters: short in a file, and no two files of anybody are alike in them
Problems = tuple[Iterable[Problem], Sequence[Problem]]
"""What is odd about a file, and which of its answers can't be understood."""


def collect(
    sources: Source | Iterable[Source],
    *,
    programme: Programme | None = None,
    brand: Brand | None = None,
    library: Library | None = None,
    templates: str | os.PathLike[str] | None = None,
    cache: str | os.PathLike[str] | None = None,
    base: str | os.PathLike[str] = ".",
    again: bool = False,
) -> Answers:
    """Reads filled forms, saved by Word, PowerPoint or LibreOffice.

    A document is known by what it carries inside, never by its name. What isn't one of ours, is damaged or can't be
    understood is named in `Answers.files` with the reason; nothing is guessed, and one bad file stops nothing.

    Args:
        sources: files and folders (with all in them): paths, or a file's name and its bytes. A person is known by the
            name of the file, so names must differ.
        programme: what the forms were made for: its themes can be named, its rows are known, and files whose answers
            it holds are only named.
        brand: the brand that the forms were made in, where its templates are its own; by default the programme's.
        library: the content that the forms were made from; by default what the programme names, else
            what comes with the package.
        templates: the folder of own templates that the forms were made from; by default that of the brand.
        cache: a private folder to keep compiled templates in.
        base: the folder from which files on disk are named in `source`; by default the current one.
        again: whether to read files whose answers the programme holds already.

    Raises:
        InputError: a path isn't there, every one that isn't; or there are no templates in their folder.
        TypeError: a source is something else than a path, or a name with its bytes; or no `Programme`.
    """
    if programme is not None and not isinstance(programme, Programme):
        raise TypeError(f"a Programme, not {type(programme).__name__}; Programme.load takes data")
    library = library or library_of(programme)
    programme = programme.resolved(library=library) if programme is not None else Programme.blank()
    files = found([sources] if _is_one(sources) else cast(Iterable[Source], sources), Path(base))
    replicas = Replicas(library, programme, brand, templates, cache)
    return _Collector(library, programme, replicas, again=again).answers(files)


def _is_one(sources: Source | Iterable[Source]) -> TypeGuard[Source]:
    if isinstance(sources, tuple):
        return len(sources) == 2 and isinstance(sources[1], bytes | bytearray | memoryview)
    return isinstance(sources, str | os.PathLike)


class _Collector:
    """Reads the files of one collection."""

    def __init__(self, library: Library, programme: Programme, replicas: Replicas, *, again: bool) -> None:
        self._library, self._programme, self._replicas = library, programme, replicas
        self._known = frozenset() if again else frozenset(programme.collected)
        self._names = ThemeNames(library, programme)
        self._seen: dict[str, str] = {}

    def answers(self, files: Iterable[Found]) -> Answers:
        """All files, read."""
        return Answers(tuple(map(self._file, files)))

    def _file(self, file: Found) -> ReadFile:
        kit = name = ""
        try:
            data = file.data()
            digest = hashlib.sha256(data).hexdigest()[:_DIGEST]
            if digest in self._known:
                return ReadFile(file.name, "known", digest=digest)
            self._refuse_twin(file, digest)
            document = opened(data, self._library)
            kit, name = document.stamp.kit, document.stamp.document
            read = self._deck(file, document) if isinstance(document, OpenedDeck) else self._form(file, document)
            return replace(read, digest=digest)
        except RefusedError as refused:
            return ReadFile(file.name, "skipped", kit, name, problems=(refused.problem(file.name),))

    def _refuse_twin(self, file: Found, digest: str) -> None:
        """The same file under another name is read once."""
        if (other := self._seen.setdefault(digest, file.name)) != file.name:
            raise RefusedError(message("It is the same file as “{other}”.", other=other), foreign=True)

    def _deck(self, file: Found, document: OpenedDeck) -> ReadFile:
        lying = read_map(document, self._library)
        reply = self._reply(file, document.stamp, Filled())
        entries = tuple(dict.fromkeys(deck.read(reply, lying)))
        if not entries and not lying.problems and not lying.left:
            raise RefusedError(message("Nothing is collected from this document."), foreign=True)
        read = tuple(theme.label for theme in lying.placed) + tuple(label for _, label in lying.parked)
        return self._told(file, document.stamp, read, (), ((), [*lying.problems, *reply.problems]), entries)

    def _reply(self, file: Found, stamp: Stamp, filled: Filled) -> Reply:
        return Reply(stamp, filled, file.source, self._library, self._programme, self._names)

    def _form(self, file: Found, document: Opened) -> ReadFile:
        stamp, reader = document.stamp, READERS.get(document.stamp.document)
        if stamp.document in PERSONAL:
            raise RefusedError(message("This sheet is the person's own, so it isn't collected."), foreign=True)
        if reader is None:
            raise RefusedError(message("Nothing is collected from this document."), foreign=True)
        knows_head = not stamp.theme or self._names.theme(stamp.theme) is not None
        filled = read_form(document, self._replicas.forms(stamp), knows_head=knows_head)
        _refuse_example(document, filled)
        reply = self._reply(file, stamp, filled)
        entries = tuple(dict.fromkeys((*reader(reply), *reply.rest())))
        fields = [key for key in filled.slots if key not in reply.skipped]
        answered = [key for key in fields if filled.text(key) not in ("", filled.slots[key].printed)]
        empty = [key for key in fields if not filled.text(key)]
        problems = (filled.problems, reply.problems)
        return self._told(file, stamp, _named(filled, answered), _named(filled, empty), problems, entries)

    def _told(
        self,
        file: Found,
        stamp: Stamp,
        read: Iterable[str],
        empty: Iterable[str],
        problems: Problems,
        entries: tuple[Entry, ...],
    ) -> ReadFile:
        """What is told of a file; one whose answers could not be understood isn't empty."""
        of_file, of_answers = problems
        return ReadFile(
            file.name,
            "read" if entries or of_answers else "empty",
            stamp.kit,
            stamp.document,
            self._replicas.title(stamp),
            tuple(read),
            tuple(empty),
            tuple(replace(problem, file=file.name) for problem in (*of_file, *of_answers)),
            entries,
        )


def _named(filled: Filled, keys: Iterable[str]) -> Iterator[str]:
    """The names of fields; the boxes of a scale are one field, answered when one of them is."""
    scales: dict[str, list[Slot]] = {}
    for slot in filled.slots.values():
        if slot.kind == "tick":
            scales.setdefault(slot.key.rpartition(".")[0], []).append(slot)
    told: set[str] = set()
    wanted = set(keys)
    for key, slot in filled.slots.items():
        scale = scales.get(key.rpartition(".")[0], []) if slot.kind == "tick" else [slot]
        is_all = {one.key for one in scale} <= wanted if not filled.text(key) else key in wanted
        name = scale_name(one.name for one in scale) or key
        if key in wanted and is_all and name not in told:
            told.add(name)
            yield name


def _refuse_example(document: Opened, filled: Filled) -> None:
    """The worked example is nobody's card; one that has been written on is told, since that may be meant as one."""
    if document.stamp.variant != "example":
        return
    slots = filled.slots
    if changed := [slots[key].name for key, one in filled.answers.items() if one.text not in ("", slots[key].printed)]:
        labels = " · ".join(changed)
        what = message("This is the kit's example, and it has been written on: {labels}.", labels=labels)
        raise RefusedError(what, message("Write the answers on a blank card."))
    raise RefusedError(message("This is the kit's example, not an answer."), foreign=True)
