"""All content, read once: what the kits are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from ..errors import InputError
from ..resources import content_folder
from .content_files import ContentFiles, Sources, merged
from .factors import Factors
from .forms import ActionCardForm, Checklist, Qualification
from .kit import Kit
from .language import Keys, Language
from .meeting_deck import MeetingDeck
from .meeting_sheet import MeetingSheet
from .meeting_tool import NO_FACTORS, NO_QUESTIONS, About, MeetingTool, deck_problems, double_groups, kit_problems
from .questions import QuestionSet
from .run_sheet import RunSheets
from .source import Source
from .themes import PriorityMap, Themes
from .tool import Tool

SAMLET_PLAN = "samlet-plan"
"""The kit of three workshops; every other kit is a tool that is held as one meeting."""


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

    `words["action-card"]["kicker"]` is a document's own word, `kits["samlet-plan"]` a kit, `tools["ledergruppen"]` the
    tool of a kit that is held as one meeting, `keys` the Danish name of each key in the programme and brand files,
    `starter` the programme file that a beginner is given.
    """

    sources: Mapping[str, Source]
    language: Language
    keys: Mapping[str, str]
    starter: str
    words: Mapping[str, Mapping[str, Any]]
    kit_words: Mapping[tuple[str, str], Mapping[str, Any]]
    kits: Mapping[str, Kit]
    samlet_plan: SamletPlan
    tools: Mapping[str, MeetingTool]

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Read all content of a folder, without one the content that comes with the package.

        Raises `InputError` with every problem of every file.
        """
        files = ContentFiles(folder or content_folder())
        sources = files.file("sources.yaml", Sources)
        files.known_sources = sources.sources if sources else None
        language = files.file("language.yaml", Language)
        keys = files.file("keys.yaml", Keys)
        starter = files.text("starter.yaml")
        words = {path.stem: files.words(path) for path in files.found("documents/*.yaml")}
        kit_words = {
            (path.parts[-3], path.stem): merged(words.get(path.stem, {}), files.words(path))
            for path in files.found("*/documents/*.yaml")
        }
        kits = {path.parent.name: files.file(path, Kit) for path in files.found("*/kit.yaml")}
        samlet_plan = _samlet_plan(files)
        tools = {name: _tool(files, name) for name in kits if name != SAMLET_PLAN}
        if not files.problems:
            _hold_together(files, kits, tools)
        if files.problems:
            raise InputError(files.problems)
        return cls(
            sources=sources.sources,
            language=language,
            keys=keys.keys,
            starter=starter,
            words=MappingProxyType(words),
            kit_words=MappingProxyType(kit_words),
            kits=MappingProxyType({SAMLET_PLAN: kits[SAMLET_PLAN], **kits}),
            samlet_plan=samlet_plan,
            tools=MappingProxyType(tools),
        )

    @classmethod
    def default(cls) -> Library:
        """The content that comes with the package, read the first time it is asked for."""
        return _default()

    def words_of(self, kit: str, document: str) -> Mapping[str, Any]:
        """A document's words as a kit prints them: its own of `content/<kit>/documents/`, else those of all kits."""
        return self.kit_words.get((kit, document)) or self.words[document]

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


def _samlet_plan(files: ContentFiles) -> SamletPlan:
    return SamletPlan(
        tool=files.file(f"{SAMLET_PLAN}/tool.yaml", Tool),
        themes=files.file(f"{SAMLET_PLAN}/themes.yaml", Themes),
        priority_map=files.file(f"{SAMLET_PLAN}/priority-map.yaml", PriorityMap),
        run_sheets=files.file(f"{SAMLET_PLAN}/run-sheets.yaml", RunSheets),
        qualification=files.file(f"{SAMLET_PLAN}/qualification.yaml", Qualification),
        action_card=files.file(f"{SAMLET_PLAN}/action-card.yaml", ActionCardForm),
        checklist=files.file(f"{SAMLET_PLAN}/checklist.yaml", Checklist),
    )


def _tool(files: ContentFiles, kit: str) -> MeetingTool:
    questions, factors = f"{kit}/questions.yaml", f"{kit}/factors.yaml"
    return MeetingTool(
        about=files.file(f"{kit}/tool.yaml", About),
        sheet=files.file(f"{kit}/run-sheet.yaml", MeetingSheet),
        deck=files.file(f"{kit}/deck.yaml", MeetingDeck),
        questions=files.file(questions, QuestionSet) if files.has(questions) else NO_QUESTIONS,
        factors=files.file(factors, Factors) if files.has(factors) else NO_FACTORS,
    )


def _hold_together(files: ContentFiles, kits: Mapping[str, Kit], tools: Mapping[str, MeetingTool]) -> None:
    """Checks what a file says of another one."""
    for name, tool in tools.items():
        files.wrong(f"{name}/kit.yaml", kit_problems(kits[name], tool))
        files.wrong(f"{name}/deck.yaml", deck_problems(kits[name], tool))
    for name, finding in double_groups(tools):
        files.wrong(f"{name}/questions.yaml", [finding])
