"""Reads the files of a content folder, one after the other, and keeps every problem so that all are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any, TypeVar, cast

from pydantic import ConfigDict

from ..errors import InputError, Problem, message
from ..reading.validation import read_text, validated
from ..reading.yaml_text import Finding, Loc
from .base import FrozenMap, Line
from .source import Source, Sourced

S = TypeVar("S", bound=Sourced)


class Sources(Sourced):
    """`content/sources.yaml`: every source by its id."""

    sources: FrozenMap[Line, Source]


class Words(Sourced):
    """The words that a document prints around the content; any keys, text at the leaves."""

    model_config = ConfigDict(extra="allow")


@dataclass(slots=True)
class ContentFiles:
    """A content folder; `problems` are those of all files that were read."""

    folder: Path
    known_sources: Mapping[str, Source] | None = None
    problems: list[Problem] = field(default_factory=list)

    def found(self, pattern: str) -> list[Path]:
        """The files of that pattern, by their names."""
        return sorted(self.folder.glob(pattern))

    def has(self, name: str) -> bool:
        """Whether the folder has that file."""
        return (self.folder / name).is_file()

    def file(self, name: str | Path, model: type[S]) -> S:
        """The file as a model. After a problem it is None, which nobody sees: `problems` are told before it is used."""
        try:
            text = read_text(self.folder / name)
            found = validated(text, model)
            text.raise_if(self._unknown_source(found.source))
        except InputError as error:
            self.problems += error.problems
            return cast(S, None)
        return found

    def words(self, path: Path) -> Mapping[str, Any]:
        """The words of a document."""
        found = self.file(path, Words)
        words: Mapping[str, Any] = _frozen(found.model_extra) if found else {}
        self.wrong(path, _unusable(words))
        return words

    def text(self, name: str) -> str:
        """The file as it is."""
        path = self.folder / name
        try:
            return path.read_text(encoding="utf-8")
        except OSError:
            self.problems.append(Problem(message("The file isn't there."), file=str(path)))
            return ""

    def wrong(self, name: str | Path, findings: Iterable[Finding]) -> None:
        """Keeps what is wrong with a file that could be read."""
        if wrong := list(findings):
            text = read_text(self.folder / name)
            self.problems += [text.problem(finding) for finding in wrong]

    def _unknown_source(self, source: str) -> Iterator[Finding]:
        if self.known_sources is not None and source not in self.known_sources:
            known = ", ".join(self.known_sources)
            yield Finding(
                ("source",),
                message("There is no source “{source}” in sources.yaml.", source=source),
                message("Write one of these: {choices}.", choices=known),
            )


def merged(words: Mapping[str, Any], others: Mapping[str, Any]) -> Mapping[str, Any]:
    """Words with those of others in their place; what both have as mappings is merged the same way."""
    made = dict(words)
    for key, value in others.items():
        known = made.get(key)
        made[key] = merged(known, value) if isinstance(known, Mapping) and isinstance(value, Mapping) else value
    return MappingProxyType(made)


def _frozen(value: Any) -> Any:
    """Words that nobody can change: mappings read-only, lists as tuples."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: _frozen(inner) for key, inner in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _unusable(value: Any, loc: Loc = ()) -> Iterator[Finding]:
    """Leaves without a text, and texts whose {places} can't be filled."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _unusable(inner, (*loc, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _unusable(inner, (*loc, index))
    elif not value:
        yield Finding(loc, message("The text is empty."), message("Write it, or remove the line."))
    elif not is_pattern(value):
        what = message("The braces in “{text}” don't belong together.", text=value)
        yield Finding(loc, what, message("Write each place as a name between two braces, as the other lines do."))


def is_pattern(text: str) -> bool:
    """Whether the braces of a text belong together and hold names."""
    try:
        return all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))
    except ValueError:
        return False
