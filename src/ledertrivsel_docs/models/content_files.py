"""Reads the files of a content folder, one after the other, and keeps every problem so that all are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from string import Formatter
from typing import Any, ClassVar, TypeVar, cast

from pydantic import ConfigDict

from ..errors import InputError, Problem, message
from ..reading.messages import MESSAGES, Wrong
from ..reading.validation import read_text, validated
from ..reading.yaml_text import Finding, Loc, YamlText, decoded
from .base import FrozenMap, FrozenMapping, Line
from .source import Source, Sourced

S = TypeVar("S", bound=Sourced)


class Sources(Sourced):
    """`content/sources.yaml`: every source by its id."""

    sources: FrozenMap[Line, Source]


class Words(Sourced):
    """The words that a document prints around the content; any keys, text at the leaves.

    A model of its own says what the code reads of a document's words; `beyond` are the keys that a kit's words may have
    which those of all kits don't have, or have for something else.
    """

    model_config = ConfigDict(extra="allow")
    beyond: ClassVar[Set[str]] = frozenset()


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
        read = self._read(name, model)
        return read[1] if read else cast(S, None)

    def _read(self, name: str | Path, model: type[S]) -> tuple[YamlText, S] | None:
        """The file's text and the model of it, None after a problem."""
        try:
            text = read_text(self.folder / name)
            found = validated(text, model)
            text.raise_if(self._unknown_source(found.source))
        except InputError as error:
            self.problems += error.problems
            return None
        return text, found

    def words(self, path: Path, model: type[Words] = Words) -> Mapping[str, Any]:
        """The words of a document, as text; none where they don't hold what their model asks for."""
        read = self._read(path, model)
        if read is None:
            return FrozenMapping()
        text, _ = read
        data = cast(Mapping[str, Any], text.data)
        words: Mapping[str, Any] = _frozen({key: said for key, said in data.items() if key not in Sourced.model_fields})
        self.problems += [text.problem(finding) for finding in _unusable(words)]
        return words

    def text(self, name: str) -> str:
        """The file as it is."""
        path = self.folder / name
        try:
            return decoded(str(path), path.read_bytes())
        except InputError as error:
            self.problems += error.problems
            return ""
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
    return FrozenMapping(made)


def _frozen(value: Any) -> Any:
    """Words that nobody can change: mappings read-only, lists as tuples."""
    if isinstance(value, Mapping):
        return FrozenMapping({key: _frozen(inner) for key, inner in value.items()})
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def leaves(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Every text in words, with its place."""
    if isinstance(value, Mapping | tuple):
        for key, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from leaves(inner, (*loc, key))
    else:
        yield loc, value


def _unusable(words: Mapping[str, Any]) -> Iterator[Finding]:
    """Leaves without a text, and texts whose {places} can't be filled."""
    for loc, text in leaves(words):
        if not text:
            yield Finding(loc, message("The text is empty."), message("Write it, or remove the line."))
        elif not is_pattern(text):
            yield not_a_pattern(loc, text)


def misfits(value: Any, like: Any, loc: Loc = ()) -> Iterator[Finding]:
    """What of a kit's words has no place in those of all kits: other keys, or a text where they have a list."""
    tell = next((tell for kind, tell in _KINDS if isinstance(like, kind) and not isinstance(value, kind)), None)
    if tell:
        yield Finding(loc, *tell(Wrong(str(loc[-1]), str(value), {})))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key in like:
                yield from misfits(inner, like[key], (*loc, key))
            else:
                yield _unused((*loc, key), list(like))
        # A list takes the place of the whole list, so that its lines need all that a line has.
        for key in [key for key in like if key not in value] if loc and isinstance(loc[-1], int) else ():
            yield Finding(loc, *MESSAGES["missing"](Wrong(key, "", {})))
    elif isinstance(value, tuple) and like:
        for index, inner in enumerate(value):
            yield from misfits(inner, like[0], (*loc, index))


_KINDS = ((str, MESSAGES["string_type"]), (tuple, MESSAGES["tuple_type"]), (Mapping, MESSAGES["mapping_type"]))


def _unused(loc: Loc, known: list[str]) -> Finding:
    close = get_close_matches(str(loc[-1]), known, n=1)
    remedy = (
        message("Did you mean “{key}”?", key=close[0])
        if close
        else message("It can be: {keys}.", keys=", ".join(known))
    )
    return Finding(loc, message("“{key}” is not a name that is used here.", key=loc[-1]), remedy)


def is_pattern(text: str) -> bool:
    """Whether the braces of a text belong together and hold plain names."""
    try:
        parts = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() and not spec and not conversion for name, spec, conversion in parts)


def not_a_pattern(loc: Loc, text: str) -> Finding:
    """What to say of a text that isn't one."""
    what = message("The braces in “{text}” don't belong together.", text=text)
    return Finding(loc, what, message("Write each place as a name between two braces, as the other lines do."))


def names_in(text: str) -> set[str]:
    """The names between the braces of a pattern."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}
