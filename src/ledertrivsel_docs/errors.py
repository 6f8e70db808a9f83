"""What can go wrong and how it is told: one root, few kinds, each carrying every problem found."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for a person, translated only when it is shown."""

    text: str
    """In English, with `{names}` to fill."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What they are filled with."""

    def __str__(self) -> str:
        return self.told()

    def told(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, filled.

        Args:
            translate: a gettext function such as `translator("da")` gives; without one it is told in English.
        """
        values = {name: told(value, translate) for name, value in self.values.items()}
        return translate(self.text).format_map(values)


def told(value: object, translate: Callable[[str], str]) -> object:
    """A message inside a message, told in the same language; anything else as it is."""
    return value.told(translate) if isinstance(value, Message) else value


def message(text: str, /, **values: object) -> Message:
    """A `Message`; the literal is what the translation catalogue extracts (keyword `message`)."""
    return Message(text, values)


def nearest(name: str, names: Iterable[str]) -> Message:
    """The remedy for a name that nothing has: the one that is nearest, else all that there are."""
    known = list(names)
    near = get_close_matches(name, known, n=1)
    return message("Did you mean “{near}”?", near=near[0]) if near else one_of(known)


def one_of(names: Iterable[str]) -> Message:
    """The remedy that tells all names there are."""
    return message("Write one of these: {choices}.", choices=", ".join(names))


_REASONS = {
    errno.ENOENT: message("it isn't there"),
    errno.EEXIST: message("a file of that name is in its place"),
    errno.EACCES: message("there is no access to it, or it is open in another program"),
    errno.EPERM: message("there is no access to it, or it is open in another program"),
    errno.EISDIR: message("it is a folder"),
    errno.ENOTDIR: message("a folder in its path is a file"),
    errno.EROFS: message("the disk can only be read"),
    errno.ENOSPC: message("the disk is full"),
    errno.EIO: message("the disk or the network fails"),
    errno.EBUSY: message("another program is using it"),
    errno.ETIMEDOUT: message("the network doesn't answer"),
    errno.ENAMETOOLONG: message("the path is too long"),
    errno.EINVAL: message("the name can't be used on this computer"),
    errno.ELOOP: message("a link leads back to itself"),
    errno.EMFILE: message("too many files are open"),
    errno.ENOEXEC: message("it is no program for this computer"),
}


def system_reason(error: OSError) -> Message | str:
    """Why the system didn't do it, to stand inside a message; what is seldom said is in the system's own words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what, where, and what to write or do instead."""

    message: Message
    """What is wrong."""
    remedy: Message | None = None
    """What to write or do instead."""
    file: str | None = None
    """The file's path or name."""
    line: int | None = None
    """The line in it, from 1."""
    where: Message | str | None = None
    """For people, a place that has no line, such as `themes.selected[2]`, the second, or a spot in a template."""
    warning: bool = False
    """Whether it is told but stops nothing."""
    path: tuple[str | int, ...] = ()
    """For programs, the way to a field in English keys, from 0, such as `("themes", "selected", 1)`; or empty."""

    def __str__(self) -> str:
        return self.told()

    def told(self, translate: Callable[[str], str] = str) -> str:
        """`file:line: place: what is wrong. What to do instead.`, without the parts that are unknown.

        Args:
            translate: a gettext function such as `translator("da")` gives; without one it is told in English.
        """
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        parts = [str(told(part, translate)) for part in (place, self.where) if part]
        sentence = self.message.told(translate)
        if self.remedy is not None:
            sentence = f"{sentence} {self.remedy.told(translate)}"
        return ": ".join([*parts, sentence])


class LedertrivselError(Exception):
    """The root of every error this library raises on purpose.

    Attributes:
        problems: a tuple with every `Problem` that was found, not only the first.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class InputError(LedertrivselError):
    """A content, programme or brand file, or an argument, says something that can't be used."""


class TemplateError(LedertrivselError):
    """A template can't be compiled or rendered; each problem names the template, the place and the tag."""


class OutputError(LedertrivselError):
    """A file could not be written; what was there before is still there."""
