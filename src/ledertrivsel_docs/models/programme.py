"""An organisation's programme (forløb): read, checked against the content, and ready to fill a kit."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Self

from ..errors import InputError, Problem, message
from ..reading.validation import Source, read_text, validated
from ..reading.yaml_text import Finding, YamlText
from .library import Library, no_folder
from .programme_checks import programme_problems, programme_warnings
from .programme_fields import ProgrammeFields
from .references import with_references_resolved


class Programme(ProgrammeFields):
    """Everything a kit is filled from. Only `organisation` is required; the rest can be written by hand on paper.

    Themes are named by id or number. `brand` is a brand file, opened when a kit is made, and `content` a folder that is
    laid over our content; in a programme file their paths are relative to that file.

    `load` and `check` take what people write, and raise `InputError`. `Programme(…)` is for a program's own values,
    such as dates, tuples and `Workshops`; like any pydantic model it raises pydantic's `ValidationError`. So it is no
    type for the body of a web request: the files that a stranger names in it would be opened, which `load` refuses.
    """

    @classmethod
    def blank(cls) -> Self:
        """A programme of nobody yet, without a name: what a kit is made from when there is no file."""
        return cls.model_construct(organisation="")

    @classmethod
    def load(cls, source: Source, *, library: Library | None = None) -> Self:
        """The programme in a file or in data, with every theme named by its id.

        Args:
            source: a path; or a file's name and its bytes, as from an upload; or the data itself, as from a web form:
                mappings, lists, texts, numbers and dates under English or Danish keys. Only a file that is read from
                disk may name a brand or a folder of content.
            library: the content it is checked against; by default what it names, else what comes with the package.

        Raises:
            InputError: every problem, each with its line or its path in the data.
            TypeError: the source is something else.
        """
        programme, _ = cls.check(source, library=library)
        return programme

    @classmethod
    def check(cls, source: Source, *, library: Library | None = None) -> tuple[Self, tuple[Problem, ...]]:
        """As `load`, together with the warnings: what is likely a slip, such as a meeting on a Saturday.

        Args:
            source: as for `load`.
            library: as for `load`.

        Returns:
            The programme, and the warnings, each with its line.

        Raises:
            InputError: every problem, as from `load`.
        """
        text = read_text(source, (library or Library.default()).key_aliases)
        library = library or library_named_in(text, source)
        return cls.checked(text, library, lambda found: _unopened(found, source))

    @classmethod
    def checked(
        cls, text: YamlText, library: Library, check: Callable[[Self], Iterable[Finding]] = lambda _: ()
    ) -> tuple[Self, tuple[Problem, ...]]:
        """As `check`, of a text that has been read; for the library's own use.

        Args:
            text: the text with its lines.
            library: the content it is checked against.
            check: finds what else is wrong.

        Raises:
            InputError: every problem, as from `load`.
        """
        programme = validated(
            text,
            cls,
            context=library.context,
            check=lambda found: (*programme_problems(found, library), *check(found)),
        )
        warnings = (*text.notes, *(text.problem(finding) for finding in programme_warnings(programme, library)))
        named = {"brand": programme.brand, "content": programme.content}
        beside = {key: _beside(text, name) for key, name in named.items() if name}
        programme = programme.model_copy(update=beside)
        return with_references_resolved(programme, library), warnings

    def warnings(self, *, library: Library | None = None) -> tuple[Problem, ...]:
        """What is likely a slip, for a programme that is built in Python; each names its place.

        Args:
            library: the content; by default what the programme names, else what comes with the package.
        """
        return tuple(finding.problem() for finding in programme_warnings(self, library or library_of(self)))

    def resolved(self, *, library: Library | None = None) -> Self:
        """The programme with every theme named by its id and every status in the content's word.

        For programmes that are built in Python; `load` has done it, and so does whatever makes documents.

        Args:
            library: the content; by default what the programme names, else what comes with the package.

        Raises:
            InputError: every problem, each with its path.
        """
        library = library or library_of(self)
        problems = [finding.problem() for finding in programme_problems(self, library)]
        if problems:
            raise InputError(problems)
        return with_references_resolved(self, library)


def library_of(programme: ProgrammeFields | None, *, cache: str | os.PathLike[str] | None = None) -> Library:
    """The content that a programme is made from: with the folder that it names laid over it, else ours.

    A folder is read again only when a file in it has changed.

    Args:
        programme: the programme; without one, our content.
        cache: as for `Library.default`.

    Raises:
        InputError: every problem of the files in the folder.
    """
    return Library.over(programme.content) if programme and programme.content else Library.default(cache)


def library_named_in(text: YamlText, source: Source) -> Library:
    """The content that a programme file names, before anything else of the file is read; ours where it names none.

    Raises:
        InputError: there is no such folder, or something is wrong in its files.
    """
    name = text.data.get("content") if isinstance(text.data, Mapping) else None
    if not isinstance(name, str) or not name.strip() or _is_from_elsewhere(source):
        return Library.default()
    folder = Path(_beside(text, name.strip()))
    text.raise_if([] if folder.is_dir() else [Finding(("content",), *no_folder(folder))])
    return Library.over(folder)


def _beside(text: YamlText, name: str) -> str:
    """A path that is relative to the file it is named in."""
    return str(PurePath(text.file or "").parent / name)


def _is_from_elsewhere(source: Source) -> bool:
    """Whether somebody else may have sent it, as bytes or data from a web form: what it names is not opened then."""
    return isinstance(source, tuple | Mapping)


def _unopened(programme: Programme, source: Source) -> Iterator[Finding]:
    """What a programme from elsewhere names on disk."""
    if programme.brand and _is_from_elsewhere(source):
        what = message("A brand file can only be named in a programme file that is read from disk.")
        yield Finding(("brand",), what, message("Leave it out, and choose the brand where the kit is made."))
    if programme.content and _is_from_elsewhere(source):
        what = message("A folder of content can only be named in a programme file that is read from disk.")
        yield Finding(("content",), what, message("Leave it out, and choose the content where the kit is made."))
