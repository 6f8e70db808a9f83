"""All content, read once: what the kits are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any, Self, TypeVar, cast

from pydantic import ConfigDict

from ..errors import InputError, Problem, message
from ..reading.validation import read_text, validated
from ..reading.yaml_text import Finding, Loc
from ..resources import content_folder
from .base import FrozenMap, Line
from .forms import ActionCardForm, Checklist, Qualification
from .kit import Kit
from .language import Keys, Language
from .run_sheet import RunSheets
from .source import Source, Sourced
from .themes import PriorityMap, Themes
from .tool import Tool

S = TypeVar("S", bound=Sourced)


class Sources(Sourced):
    """`content/sources.yaml`: every source by its id."""

    sources: FrozenMap[Line, Source]


class Words(Sourced):
    """`content/documents/<id>.yaml`: what a document prints around the content; any keys, text at the leaves."""

    model_config = ConfigDict(extra="allow")


@dataclass(frozen=True, slots=True)
class SamletPlan:
    """The tool "Skab en samlet plan for ledertrivsel": one file of content each."""

    tool: Tool
    themes: Themes
    priority_map: PriorityMap
    run_sheets: RunSheets
    qualification: Qualification
    action_card: ActionCardForm
    checklist: Checklist


@dataclass(frozen=True, slots=True)
class Library:
    """All content, immutable.

    `words["action-card"]["kicker"]` is a document's own word, `kits["samlet-plan"]` a kit, `keys` the Danish name of
    each key in the programme and brand files, `starter` the programme file that a beginner is given.
    """

    sources: Mapping[str, Source]
    language: Language
    keys: Mapping[str, str]
    starter: str
    words: Mapping[str, Mapping[str, Any]]
    kits: Mapping[str, Kit]
    samlet_plan: SamletPlan

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read all content of a folder, without one the content that comes with the package.

        Raises `InputError` with every problem of every file.
        """
        reading = _Reading(folder or content_folder())
        sources = reading.file("sources.yaml", Sources)
        reading.known_sources = sources.sources if sources else None
        language = reading.file("language.yaml", Language)
        keys = reading.file("keys.yaml", Keys)
        starter = reading.text("starter.yaml")
        words = {path.stem: reading.words(path) for path in reading.found("documents/*.yaml")}
        kits = {path.parent.name: reading.file(path, Kit) for path in reading.found("*/kit.yaml")}
        samlet_plan = SamletPlan(
            tool=reading.file("samlet-plan/tool.yaml", Tool),
            themes=reading.file("samlet-plan/themes.yaml", Themes),
            priority_map=reading.file("samlet-plan/priority-map.yaml", PriorityMap),
            run_sheets=reading.file("samlet-plan/run-sheets.yaml", RunSheets),
            qualification=reading.file("samlet-plan/qualification.yaml", Qualification),
            action_card=reading.file("samlet-plan/action-card.yaml", ActionCardForm),
            checklist=reading.file("samlet-plan/checklist.yaml", Checklist),
        )
        if reading.problems:
            raise InputError(reading.problems)
        return cls(
            sources=sources.sources,
            language=language,
            keys=keys.keys,
            starter=starter,
            words=MappingProxyType(words),
            kits=MappingProxyType(kits),
            samlet_plan=samlet_plan,
        )

    @classmethod
    def default(cls) -> Library:
        """The content that comes with the package, read the first time it is asked for."""
        return _default()

    @property
    def key_aliases(self) -> dict[str, str]:
        """The model's key for each Danish one."""
        return {danish: english for english, danish in self.keys.items()}

    @property
    def context(self) -> dict[str, object]:
        """What the models need to read Danish dates and yes and no: pydantic's validation context."""
        return {"language": self.language}


@cache
def _default() -> Library:
    return Library.load()


@dataclass(slots=True)
class _Reading:
    """Reads file after file and keeps every problem, so that all can be told at once."""

    folder: Path
    known_sources: Mapping[str, Source] | None = None
    problems: list[Problem] = field(default_factory=list)

    def found(self, pattern: str) -> list[Path]:
        return sorted(self.folder.glob(pattern))

    def file(self, name: str | Path, model: type[S]) -> S:
        """The file as a model. After a problem it is None, which nobody sees: `load` raises before it is used."""
        try:
            text = read_text(self.folder / name)
            found = validated(text, model)
            text.raise_if(self._unknown_source(found.source))
        except InputError as error:
            self.problems += error.problems
            return cast(S, None)
        return found

    def words(self, path: Path) -> Mapping[str, Any]:
        found = self.file(path, Words)
        words: Mapping[str, Any] = _frozen(found.model_extra) if found else {}
        if wrong := list(_unusable(words)):
            text = read_text(path)
            self.problems += [text.problem(finding) for finding in wrong]
        return words

    def text(self, name: str) -> str:
        path = self.folder / name
        try:
            return path.read_text(encoding="utf-8")
        except OSError:
            self.problems.append(Problem(message("The file isn't there."), file=str(path)))
            return ""

    def _unknown_source(self, source: str) -> Iterator[Finding]:
        if self.known_sources is not None and source not in self.known_sources:
            known = ", ".join(self.known_sources)
            yield Finding(
                ("source",),
                message("There is no source “{source}” in sources.yaml.", source=source),
                message("Write one of these: {choices}.", choices=known),
            )


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
    elif not _is_pattern(value):
        what = message("The braces in “{text}” don't belong together.", text=value)
        yield Finding(loc, what, message("Write each place as a name between two braces, as the other lines do."))


def _is_pattern(text: str) -> bool:
    try:
        return all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(text))
    except ValueError:
        return False
