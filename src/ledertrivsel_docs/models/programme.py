"""An organisation's programme (forløb): read, checked against the content, and ready to fill a kit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Self

from ..errors import InputError, Problem, message
from ..reading.validation import Source, read_text, validated
from ..reading.yaml_text import Finding, YamlText
from .chosen_themes import with_theme_ids
from .library import Library
from .programme_checks import programme_problems, programme_warnings
from .programme_fields import ProgrammeFields


class Programme(ProgrammeFields):
    """Everything a kit is filled from. Only `organisation` is required; the rest can be written by hand on paper.

    Themes are named by id or number. `brand` is a brand file, opened when a kit is made; in a programme file its path
    is relative to that file.

    `load` and `check` take what people write, and raise `InputError`. `Programme(…)` is for a program's own values,
    such as dates, tuples and `Workshops`; like any pydantic model it raises pydantic's `ValidationError`.
    """

    @classmethod
    def blank(cls) -> Self:
        """A programme of nobody yet: what a kit is made from when there is no file."""
        return cls.model_construct(organisation="")

    @classmethod
    def load(cls, source: Source, library: Library | None = None) -> Self:
        """The programme in a file (a path, or a name and its bytes) or in data, with every theme named by its id.

        Raises `InputError` with every problem.
        """
        programme, _ = cls.check(source, library)
        return programme

    @classmethod
    def check(cls, source: Source, library: Library | None = None) -> tuple[Self, tuple[Problem, ...]]:
        """As `load`, together with the warnings: what is likely a slip, each with its line."""
        library = library or Library.default()
        return cls.checked(
            read_text(source, library.key_aliases), library, lambda found: _brand_problems(found, source)
        )

    @classmethod
    def checked(
        cls, text: YamlText, library: Library, check: Callable[[Self], Iterable[Finding]] = lambda _: ()
    ) -> tuple[Self, tuple[Problem, ...]]:
        """As `check`, of a text that has been read; `check` finds what else is wrong."""
        programme = validated(
            text,
            cls,
            context=library.context,
            check=lambda found: (*programme_problems(found, library), *check(found)),
        )
        warnings = tuple(text.problem(finding) for finding in programme_warnings(programme, library))
        if programme.brand:
            beside = str(PurePath(text.file or "").parent / programme.brand)
            programme = programme.model_copy(update={"brand": beside})
        return with_theme_ids(programme, library), warnings

    def warnings(self, library: Library | None = None) -> tuple[Problem, ...]:
        """What is likely a slip, for a programme that is built in Python; each names its place."""
        return tuple(finding.problem() for finding in programme_warnings(self, library or Library.default()))

    def resolved(self, library: Library | None = None) -> Self:
        """The programme with every theme named by its id and every mark in the content's word.

        For programmes that are built in Python; `load` has done it. Raises `InputError` with every problem.
        """
        library = library or Library.default()
        problems = [finding.problem() for finding in programme_problems(self, library)]
        if problems:
            raise InputError(problems)
        return with_theme_ids(self, library)


def _brand_problems(programme: Programme, source: Source) -> Iterator[Finding]:
    """Bytes and data came from somebody else, as from a web form: what they name is not opened here."""
    if programme.brand and isinstance(source, tuple | Mapping):
        what = message("A brand file can only be named in a programme file that is read from disk.")
        yield Finding(("brand",), what, message("Leave it out, and choose the brand where the kit is made."))
