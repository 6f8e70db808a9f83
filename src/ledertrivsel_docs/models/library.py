"""All content, read once: what the kits are made from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from ..errors import InputError, Problem, message
from ..resources import content_folder
from .base import FrozenMapping
from .content_files import ContentFiles, Sources, Words, merged, misfits
from .factors import Factors
from .forms import ActionCardForm, Checklist, Qualification
from .kit import Kit
from .language import Keys, Language
from .meeting_deck import MeetingDeck
from .meeting_sheet import MeetingSheet
from .meeting_tool import NO_FACTORS, NO_QUESTIONS, About, MeetingTool
from .questions import QuestionSet
from .run_sheet import RunSheets
from .source import Source
from .themes import PriorityMap, Themes
from .tool import Tool
from .tool_checks import doubles, kit_problems, tool_problems, unknown_documents
from .tool_words import MEETING_WORDS, WORDS

SAMLET_PLAN = "samlet-plan"
"""The kit of three workshops; every other kit is a tool that is held as one meeting."""

_NO_DOCUMENTS = {"brand-sample", "common", "print-list", "slide-layouts", "styles"}
"""Words that all documents share, or that belong to none of a kit."""

_TOOL_FILES = ("kit", "tool", "run-sheet", "deck", "questions", "factors")
_PLAN_FILES = ("kit", "tool", "themes", "priority-map", "run-sheets", "qualification", "action-card", "checklist")


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
    `starter` the programme file that a beginner is given, and `brand_starter` the brand file, with places to fill.
    """

    sources: Mapping[str, Source]
    language: Language
    keys: Mapping[str, str]
    starter: str
    brand_starter: str
    words: Mapping[str, Mapping[str, Any]]
    kit_words: Mapping[tuple[str, str], Mapping[str, Any]]
    kits: Mapping[str, Kit]
    samlet_plan: SamletPlan
    tools: Mapping[str, MeetingTool]

    @classmethod
    def load(cls, folder: str | os.PathLike[str] | None = None) -> Self:
        """Read all content of a folder, without one the content that comes with the package.

        Raises `InputError` with every problem of every file.
        """
        files = ContentFiles(Path(folder).absolute() if folder else content_folder())
        sources = files.file("sources.yaml", Sources)
        files.known_sources = sources.sources if sources else None
        language = files.file("language.yaml", Language)
        keys = files.file("keys.yaml", Keys)
        starter, brand_starter = files.text("starter.yaml"), files.text("brand-starter.yaml")
        words = {path.stem: files.words(path, WORDS.get(path.stem, Words)) for path in files.found("documents/*.yaml")}
        own_words = _own_words(files, words)
        kits = {path.parent.name: files.file(path, Kit) for path in files.found("*/kit.yaml")}
        samlet_plan = _samlet_plan(files)
        tools = {name: _tool(files, name) for name in kits if name != SAMLET_PLAN}
        _strays(files, kits)
        if not files.problems:
            _hold_together(files, kits, tools, words, own_words)
        if files.problems:
            raise InputError(files.problems)
        return cls(
            sources=sources.sources,
            language=language,
            keys=keys.keys,
            starter=starter,
            brand_starter=brand_starter,
            words=FrozenMapping(words),
            kit_words=FrozenMapping(
                {(kit, document): merged(words.get(document, {}), own) for (kit, document), own in own_words.items()}
            ),
            kits=FrozenMapping({SAMLET_PLAN: kits[SAMLET_PLAN], **kits}),
            samlet_plan=samlet_plan,
            tools=FrozenMapping(tools),
        )

    def __hash__(self) -> int:
        return hash(tuple(self.kits))  # what is equal has the same kits; all the texts would take a while

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


def _own_words(files: ContentFiles, words: Mapping[str, Any]) -> dict[tuple[str, str], Mapping[str, Any]]:
    """What each kit says otherwise than all kits, by kit and document."""
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for path in files.found("*/documents/*.yaml"):
        kit, document = path.parts[-3], path.stem
        model = (WORDS if kit == SAMLET_PLAN else MEETING_WORDS).get(document, Words)
        own = found[kit, document] = files.words(path, model)
        if kit != SAMLET_PLAN:
            checked = {key: value for key, value in own.items() if key not in model.beyond}
            files.wrong(path, misfits(checked, words.get(document, checked)))
    return found


def _strays(files: ContentFiles, kits: Mapping[str, Kit]) -> None:
    """Folders and files that nothing reads, most likely because of a slip in their names."""
    for path in files.found("*/*.y*ml") + files.found("*/documents/*.y*ml"):
        kit, *inside = path.relative_to(files.folder).parent.parts
        if kit == "documents":
            continue
        if kit not in kits:
            what = message("The folder “{folder}” has no kit.yaml, so nothing reads this file.", folder=kit)
            files.problems.append(Problem(what, file=str(path)))
            continue
        known: Iterable[str] = _PLAN_FILES if kit == SAMLET_PLAN else _TOOL_FILES
        if inside:
            known = [document.id for document in kits[kit].documents] if kits[kit] else [path.stem]
        if path.name not in {f"{stem}.yaml" for stem in known}:
            remedy = message("It can be: {keys}.", keys=", ".join(f"{stem}.yaml" for stem in known))
            files.problems.append(Problem(message("Nothing reads this file."), remedy, file=str(path)))


def _hold_together(
    files: ContentFiles,
    kits: Mapping[str, Kit],
    tools: Mapping[str, MeetingTool],
    words: Mapping[str, Mapping[str, Any]],
    own_words: Mapping[tuple[str, str], Mapping[str, Any]],
) -> None:
    """Checks what a file says of another one."""
    for folder, finding in kit_problems({SAMLET_PLAN: kits[SAMLET_PLAN], **kits}):
        files.wrong(f"{folder}/kit.yaml", [finding])
    files.wrong(f"{SAMLET_PLAN}/kit.yaml", unknown_documents(kits[SAMLET_PLAN], sorted(words.keys() - _NO_DOCUMENTS)))
    for name, tool in tools.items():
        own = {document: found for (kit, document), found in own_words.items() if kit == name}
        for file, finding in tool_problems(kits[name], tool, words, own):
            files.wrong(f"{name}/{file}", [finding])
    for file, finding in doubles(tools):
        files.wrong(file, [finding])
