"""A tool that is held as one meeting: what it is for, its run sheet, its slides, its questions or its factors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from string import Formatter

from ..errors import message
from ..reading.yaml_text import Finding, Loc
from .base import Id, Line, Model, Text
from .content_files import is_pattern
from .factors import Factors
from .kit import Kit, KitDocument
from .meeting_deck import PLACES, MeetingDeck
from .meeting_sheet import MeetingSheet
from .questions import QuestionSet
from .source import Sourced
from .tool import HeaderFact


class Passage(Model):
    """A part of the tool's own text: a sentence, and points below it where the source has them."""

    id: Id
    text: Text
    points: tuple[Text, ...] = ()


class About(Sourced):
    """`tool.yaml`: the tool's title, the header that Danish tools share, and passages of its text."""

    title: Line
    header: tuple[HeaderFact, ...]
    header_note: Text | None = None
    passages: tuple[Passage, ...] = ()

    def passage(self, name: str) -> Passage:
        """The passage of that id."""
        return next(passage for passage in self.passages if passage.id == name)


@dataclass(frozen=True, slots=True)
class MeetingTool:
    """A tool, one file of content each; one without questions or factors has empty ones."""

    about: About
    sheet: MeetingSheet
    deck: MeetingDeck
    questions: QuestionSet
    factors: Factors


NO_QUESTIONS = QuestionSet.model_construct(source="", own=(), title="", groups=(), own_title=None)
NO_FACTORS = Factors.model_construct(source="", own=(), factors=())

_NEEDS_QUESTIONS = {"dialogue-sheet", "question-cards", "conversation-guide", "unit-preparation"}
_NEEDS_FACTORS = {"preparation-sheet", "capability-sheet", "ladder", "summary"}


def kit_problems(kit: Kit, tool: MeetingTool) -> Iterator[Finding]:
    """Documents of a kit that its tool has nothing to fill with."""
    for index, document in enumerate(kit.documents):
        missing = ("questions.yaml" if document.id in _NEEDS_QUESTIONS and not tool.questions.groups else "") or (
            "factors.yaml" if document.id in _NEEDS_FACTORS and not tool.factors.factors else ""
        )
        if missing:
            what = message("“{document}” needs {file}, which the kit doesn't have.", document=document.id, file=missing)
            yield Finding(("documents", index, "id"), what)


def deck_problems(kit: Kit, tool: MeetingTool) -> Iterator[Finding]:
    """Slides of rows, groups or passages that there are not, rows without a slide, and places that nothing fills."""
    rows = [str(item.id) for item in tool.sheet.items]
    groups, passages = [group.id for group in tool.questions.groups], [found.id for found in tool.about.passages]
    papers = {paper_key(document) for document in kit.documents}
    places = PLACES | papers | {passage_key(name) for name in passages}
    for row in rows:
        if row not in tool.deck.slides:
            yield Finding(("slides",), message("The row “{row}” of the run sheet has no slide.", row=row))
    for row in tool.deck.slides:
        if row not in rows:
            yield _unknown(("slides", row), row, rows)
    for loc, slide in tool.deck.all():
        for key, name, known in (("questions_of", slide.questions_of, groups), ("items_of", slide.items_of, passages)):
            if name is not None and name not in known:
                yield _unknown((*loc, key), name, known)
        for place, text in slide.texts():
            yield from _unfilled((*loc, *place), text, places)


def paper_key(document: KitDocument) -> str:
    """How texts name a document of their kit: `dialogue_sheet`, `action_card_blank`."""
    return "_".join(filter(None, (document.id.replace("-", "_"), document.variant)))


def passage_key(name: str) -> str:
    """How texts name a passage of the tool: `tool_purpose`."""
    return f"tool_{name.replace('-', '_')}"


def _unfilled(loc: Loc, text: str, places: Set[str]) -> Iterator[Finding]:
    """Braces that don't belong together, and names in them that nothing fills."""
    if not is_pattern(text):
        what = message("The braces in “{text}” don't belong together.", text=text)
        yield Finding(loc, what, message("Write each place as a name between two braces, as the other lines do."))
        return
    for name in (name for _, name, _, _ in Formatter().parse(text) if name):
        if name not in places:
            yield _unknown(loc, f"{{{name}}}", sorted(f"{{{place}}}" for place in places))


def _unknown(loc: Loc, name: str, known: list[str]) -> Finding:
    what = message("There is no “{name}” here.", name=name)
    return Finding(loc, what, message("Write one of these: {choices}.", choices=", ".join(known)))


def double_groups(tools: Mapping[str, MeetingTool]) -> Iterator[tuple[str, Finding]]:
    """Groups of questions that two tools name alike, so that a programme's answer could belong to either."""
    seen: dict[str, str] = {}
    for kit, tool in tools.items():
        for index, group in enumerate(tool.questions.groups):
            if group.id in seen:
                what = message("“{id}” is the name of a group of “{kit}” already.", id=group.id, kit=seen[group.id])
                yield kit, Finding(("groups", index, "id"), what)
            seen[group.id] = kit
