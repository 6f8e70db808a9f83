"""Reads the files of a content folder, one after the other, and keeps every problem so that all are told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath, PurePosixPath
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from ..errors import InputError, Problem, message
from ..reading.laying import laid_over
from ..reading.tree import Entry, Node
from ..reading.validation import read_text, validated
from ..reading.yaml_text import Finding, YamlText, decoded
from .base import Line
from .frozen import FrozenMap, FrozenMapping
from .source import Source, Sourced
from .words import Words, frozen, unusable

S = TypeVar("S", bound=Sourced)


class Sources(Sourced):
    """`content/sources.yaml`: every source by its id."""

    sources: FrozenMap[Line, Source]


@dataclass(slots=True)
class ContentFiles:
    """A content folder, and one that is laid `over` it; `problems` are those of all files that were read.

    Files are named by their paths in the folder, with forward slashes.
    """

    folder: Path
    over: Path | None = None
    known_sources: Mapping[str, Source] | None = None
    problems: list[Problem] = field(default_factory=list)
    _texts: dict[str, YamlText] = field(default_factory=dict)

    def found(self, pattern: str) -> list[PurePosixPath]:
        """The files of that pattern in either folder, by their names."""
        folders = (self.folder, self.over) if self.over else (self.folder,)
        return sorted({_inside(folder, path) for folder in folders for path in folder.glob(pattern)})

    def theirs(self) -> list[PurePosixPath]:
        """All YAML files of the folder that is laid over ours, but for hidden ones."""
        found = [_inside(self.over, path) for path in self.over.glob("**/*.y*ml")] if self.over else []
        return sorted(path for path in found if not any(part.startswith(".") for part in path.parts))

    def path(self, name: str | PurePath) -> Path:
        """The file to tell a problem of: theirs where it is there, else ours."""
        theirs = self.over / name if self.over else None
        return theirs if theirs and theirs.is_file() else self.folder / name

    def has(self, name: str) -> bool:
        """Whether either folder has that file."""
        return self.path(name).is_file()

    def file(self, name: str | PurePath, model: type[S]) -> S:
        """The file as a model. After a problem it is None, which nobody sees: `problems` are told before it is used."""
        read = self._read(name, model)
        return read[1] if read else cast(S, None)

    def _read(self, name: str | PurePath, model: type[S]) -> tuple[YamlText, S] | None:
        """The file's text and the model of it, None after a problem."""
        try:
            text = self._text(str(name), model)
            found = validated(text, model)
            text.raise_if(self._unknown_source(found.source))
        except InputError as error:
            self.problems += error.problems
            return None
        return text, found

    def _text(self, name: str, model: type[BaseModel]) -> YamlText:
        """The file's text, theirs laid over ours. Raises `InputError`."""
        if name not in self._texts:
            path = self.path(name)
            text = read_text(path)
            if self.over and path == self.over / name:
                ours = read_text(self.folder / name) if (self.folder / name).is_file() else self._head(name, text)
                text = laid_over(ours, text, model)
            self._texts[name] = text
        return self._texts[name]

    def _head(self, name: str, text: YamlText) -> YamlText:
        """What a file that we don't have needn't say: its source (that of its kit), and what is the kit's own."""
        entries = {"own": Entry(1, "own", Node(1, [], file=text.file))}
        kit = f"{PurePosixPath(name).parts[0]}/kit.yaml"
        if name != kit:
            said = text.data if not self.has(kit) else read_text(self.path(kit)).data
            source = said.get("source") if isinstance(said, Mapping) else None
            entries["source"] = Entry(1, "source", Node(1, source, file=text.file))
        return YamlText(text.file, Node(1, dict(entries), file=text.file), {})

    def words(self, name: str | PurePath, model: type[Words] = Words) -> Mapping[str, Any]:
        """The words of a document, as text; none where they don't hold what their model asks for."""
        read = self._read(name, model)
        if read is None:
            return FrozenMapping()
        text, _ = read
        data = cast(Mapping[str, Any], text.data)
        words: Mapping[str, Any] = frozen({key: said for key, said in data.items() if key not in Sourced.model_fields})
        self.problems += [text.problem(finding) for finding in unusable(words)]
        return words

    def text(self, name: str) -> str:
        """The file as it is."""
        try:
            return decoded(str(self.path(name)), self.path(name).read_bytes())
        except InputError as error:
            self.problems += error.problems
            return ""
        except OSError:
            self.is_missing(name)
            return ""

    def is_missing(self, name: str) -> None:
        """Keeps that a file isn't there."""
        self.problems.append(Problem(message("The file isn't there."), file=str(self.path(name))))

    def wrong(self, name: str | PurePath, findings: Iterable[Finding]) -> None:
        """Keeps what is wrong with a file that could be read."""
        text = self._texts.get(str(name))
        self.problems += [text.problem(finding) for finding in findings] if text else []

    def raise_if_any(self) -> None:
        """Raise `InputError` when there are problems.

        One that shows in a file of ours came from theirs all the same: it says in which of theirs to mend it.
        """
        if self.problems:
            raise InputError(map(self._mended_in_theirs, self.problems) if self.over else self.problems)

    def _mended_in_theirs(self, problem: Problem) -> Problem:
        if problem.file is None or not Path(problem.file).is_relative_to(self.folder):
            return problem
        told = message("Mend it in {file} in your own folder.", file=_inside(self.folder, Path(problem.file)))
        if problem.remedy is not None:
            told = message("{remedy} {where}", remedy=problem.remedy, where=told)
        return replace(problem, remedy=told)

    def _unknown_source(self, source: str) -> Iterator[Finding]:
        if self.known_sources is not None and source not in self.known_sources:
            known = ", ".join(self.known_sources)
            yield Finding(
                ("source",),
                message("There is no source “{source}” in sources.yaml.", source=source),
                message("Write one of these: {choices}.", choices=known),
            )


def _inside(folder: Path, path: Path) -> PurePosixPath:
    return PurePosixPath(path.relative_to(folder).as_posix())
