"""All content, read once: what the kits are made from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from ..errors import InputError, Message, Problem, message, nearest
from ..reading.yaml_text import Finding
from ..resources import content_folder
from .content_files import ContentFiles, Sources
from .factors import Factors
from .forms import ActionCardForm, Checklist, Qualification
from .frozen import FrozenMapping
from .kept import kept
from .kit import Kit
from .language import Keys, Language
from .meeting_deck import MeetingDeck
from .meeting_run_sheet import MeetingRunSheet
from .meeting_tool import NO_FACTORS, NO_QUESTIONS, About, MeetingTool
from .own_content import OF_TEMPLATES, kit_problems_of_plan, plan_problems, theme_problems, word_problems
from .questions import QuestionSet
from .run_sheet import RunSheets
from .samlet_plan import SamletPlan
from .source import Source
from .themes import PriorityMap, Themes
from .tool import Tool
from .tool_checks import doubles, kit_problems, tool_problems, unknown_documents
from .word_models import MEETING_WORDS, WORDS
from .words import Words, frozen, lacking, merged, misfits

SAMLET_PLAN = "samlet-plan"
"""The kit of three workshops; every other kit is a tool that is held as one meeting."""

_NO_DOCUMENTS = {"brand-sample", "common", "print-list", "slide-layouts", "styles"}
"""Words that all documents share, or that belong to none of a kit."""

_NONE: Mapping[str, Any] = FrozenMapping()
_SHARED_FILES = ("sources", "language", "keys", "starter")
_TOOL_FILES = ("kit", "tool", "run-sheet", "deck", "questions", "factors")
_PLAN_FILES = ("kit", "tool", "themes", "priority-map", "run-sheets", "qualification", "action-card", "checklist")


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
    def load(cls, folder: str | os.PathLike[str] | None = None, *, over: str | os.PathLike[str] | None = None) -> Self:
        """Read all content of a folder.

        Args:
            folder: shaped like `content/`; by default the content that comes with the package.
            over: a folder of an organisation's own that is laid over it: it holds what is to be otherwise, in files
                with the same names, and maybe whole tools.

        Raises:
            InputError: every problem of every file.
        """
        files = ContentFiles(
            Path(folder).absolute() if folder else content_folder(), Path(over) if over is not None else None
        )
        if files.over and not files.over.is_dir():
            raise InputError([Problem(*no_folder(files.over), file=str(files.over))])
        ours = cls.default() if folder or files.over else None
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
        _strays(files, kits, ours)
        if ours:
            _like_ours(files, ours, words, own_words)
        if not files.problems:
            # What words can name is what ours name: theirs need not name it all.
            _hold_together(files, kits, tools, ours.words if ours and files.over else words, own_words)
            if ours:
                _plan_like_ours(files, ours, kits[SAMLET_PLAN], samlet_plan)
                _language_like_ours(files, ours, language, keys)
        files.raise_if_any()
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
    def default(cls, cache: str | os.PathLike[str] | None = None) -> Library:
        """The content that comes with the package, read the first time it is asked for.

        `cache` is a private folder that keeps what was read for the next process.
        """
        if not _ours:
            _ours.append(kept(Library.load, content_folder(), Path(cache)) if cache else Library.load())
        return _ours[0]

    @classmethod
    def over(cls, folder: str | os.PathLike[str]) -> Library:
        """`load(over=folder)`, read again only when a file in the folder has changed. Raises as `load` does."""
        path = Path(folder)
        return _over(path, path.absolute(), _state(path))

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


_ours: list[Library] = []  # one, when it has been read


@lru_cache(maxsize=32)  # as many organisations as a server is likely to serve at a time
def _over(folder: Path, _where: Path, _files: frozenset[tuple[str, int, int]]) -> Library:
    return Library.load(over=folder)


def _state(folder: Path) -> frozenset[tuple[str, int, int]]:
    """Which files a folder has, when they were changed, and how large they are."""
    files = ((path, path.stat()) for path in folder.glob("**/*.y*ml"))
    return frozenset((str(path), state.st_mtime_ns, state.st_size) for path, state in files)


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
        sheet=files.file(f"{kit}/run-sheet.yaml", MeetingRunSheet),
        deck=files.file(f"{kit}/deck.yaml", MeetingDeck),
        questions=files.file(questions, QuestionSet) if files.has(questions) else NO_QUESTIONS,
        factors=files.file(factors, Factors) if files.has(factors) else NO_FACTORS,
    )


def no_folder(folder: Path) -> tuple[Message, Message]:
    """What to say of a folder of content that isn't there."""
    what = message("There is no folder “{folder}”.", folder=folder)
    return what, message("Check the name, and where it lies: beside the programme file.")


def _own_words(files: ContentFiles, words: Mapping[str, Any]) -> dict[tuple[str, str], Mapping[str, Any]]:
    """What each kit says otherwise than all kits, by kit and document."""
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for path in files.found("*/documents/*.yaml"):
        kit, document = path.parts[0], path.stem
        model = (WORDS if kit == SAMLET_PLAN else MEETING_WORDS).get(document, Words)
        own = found[kit, document] = files.words(path, model)
        if kit != SAMLET_PLAN:
            checked = {key: value for key, value in own.items() if key not in model.beyond}
            files.wrong(path, misfits(checked, words.get(document) or checked))
    return found


def _strays(files: ContentFiles, kits: Mapping[str, Kit], ours: Library | None) -> None:
    """Folders and files that nothing reads, most likely because of a slip in their names."""
    read = files.found("*/*.y*ml") + files.found("*/documents/*.y*ml")
    for path in files.theirs() if files.over else read:
        kit, *inside = path.parts[:-1] or ("",)
        if kit == "fields" and not files.over:
            continue
        known: Iterable[str]
        if kit in ("", "documents"):
            if ours is None or not files.over:
                continue
            known = _SHARED_FILES if not kit else sorted(ours.words.keys() - OF_TEMPLATES)
        elif kit not in kits:
            what = message("The folder “{folder}” has no kit.yaml, so nothing reads this file.", folder=kit)
            files.problems.append(Problem(what, file=str(files.path(path))))
            continue
        elif inside:
            known = [document.id for document in kits[kit].documents] if kits[kit] else [path.stem]
        else:
            known = _PLAN_FILES if kit == SAMLET_PLAN else _TOOL_FILES
        names = [f"{stem}.yaml" for stem in known]
        if path.name not in names or inside not in ([], ["documents"]) or (kit == "documents" and inside):
            what = message("Nothing reads this file.")
            files.problems.append(Problem(what, nearest(path.name, names), file=str(files.path(path))))


def _like_ours(
    files: ContentFiles,
    ours: Library,
    words: Mapping[str, Mapping[str, Any]],
    own_words: Mapping[tuple[str, str], Mapping[str, Any]],
) -> None:
    """Words that documents print and that aren't there; laid over ours, also what nothing prints."""
    for document, known in ours.words.items():
        name = f"documents/{document}.yaml"
        files.wrong(name, _unlike(files, document, words.get(document, _NONE), known))
        if document not in words:
            files.is_missing(name)
    for kit, document in ours.kit_words.keys() | own_words.keys():
        if kit == SAMLET_PLAN and document in ours.words:
            said = merged(words.get(document, _NONE), own_words.get((kit, document), _NONE))
            files.wrong(
                f"{kit}/documents/{document}.yaml", _unlike(files, document, said, ours.words_of(kit, document))
            )


def _unlike(files: ContentFiles, document: str, words: Mapping[str, Any], ours: Mapping[str, Any]) -> Iterable[Finding]:
    return word_problems(words, ours, document) if files.over else lacking(words, ours)


def _plan_like_ours(files: ContentFiles, ours: Library, kit: Kit, plan: SamletPlan) -> None:
    """What the code takes of the plan's content by its place or by its name."""
    if files.over:
        files.wrong(f"{SAMLET_PLAN}/kit.yaml", kit_problems_of_plan(kit, ours.kits[SAMLET_PLAN]))
    themes = theme_problems(plan.themes, ours.samlet_plan.themes, plan.tool)
    files.wrong(f"{SAMLET_PLAN}/themes.yaml", themes)
    for part in fields(plan):
        found, standard = getattr(plan, part.name), getattr(ours.samlet_plan, part.name)
        files.wrong(f"{SAMLET_PLAN}/{part.name.replace('_', '-')}.yaml", plan_problems(found, standard))


def _language_like_ours(files: ContentFiles, ours: Library, language: Language, keys: Keys) -> None:
    """Names in patterns that nothing fills, and keys that no file has."""
    patterns, known = (frozen(found.model_dump(exclude={"source", "own"})) for found in (language, ours.language))
    files.wrong("language.yaml", word_problems(patterns, known))
    for key in keys.keys.keys() - ours.keys.keys():
        what = message("“{key}” is not a name that is used here.", key=key)
        files.wrong("keys.yaml", [Finding(("keys", key), what, nearest(key, ours.keys))])


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
    if not files.over:
        papers = sorted(words.keys() - _NO_DOCUMENTS)
        files.wrong(f"{SAMLET_PLAN}/kit.yaml", unknown_documents(kits[SAMLET_PLAN], papers))
    for name, tool in tools.items():
        own = {document: found for (kit, document), found in own_words.items() if kit == name}
        for file, finding in tool_problems(kits[name], tool, words, own):
            files.wrong(f"{name}/{file}", [finding])
    for file, finding in doubles(tools):
        files.wrong(file, [finding])
