"""A tool that is held as one meeting: what it is for, its run sheet, its slides, its questions or its factors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from pydantic import model_validator

from .base import Id, Line, Model, Text, no_duplicates
from .factors import Factors
from .kit import Kit, KitDocument
from .meeting_deck import MeetingDeck
from .meeting_run_sheet import MeetingRunSheet
from .questions import QuestionSet
from .source import Sourced
from .tool import HeaderFact


class Passage(Model):
    """A part of the tool's own text: a sentence, and points below it where the source has them."""

    named_by: ClassVar[str] = "id"

    id: Id
    text: Text
    points: tuple[Text, ...] = ()


class About(Sourced):
    """`tool.yaml`: the tool's title, the header that Danish tools share, and passages of its text."""

    title: Line
    header: tuple[HeaderFact, ...]
    passages: tuple[Passage, ...] = ()

    @property
    def names(self) -> list[str]:
        """The ids of the passages."""
        return [passage.id for passage in self.passages]

    def passage(self, name: str) -> Passage:
        """The passage of that id; loading the library has seen to it that what asks for one finds it."""
        return {passage.id: passage for passage in self.passages}[name]

    @model_validator(mode="after")
    def _named_once(self) -> Self:
        no_duplicates(lambda passage: passage.id, self.passages)
        return self


@dataclass(frozen=True, slots=True)
class MeetingTool:
    """A tool, one file of content each; one without questions or factors has empty ones."""

    about: About
    sheet: MeetingRunSheet
    deck: MeetingDeck
    questions: QuestionSet
    factors: Factors


NO_QUESTIONS = QuestionSet.model_construct(source="", own=(), title="", groups=(), own_title=None)
NO_FACTORS = Factors.model_construct(source="", own=(), factors=())


def paper_key(document: KitDocument) -> str:
    """How texts name a document of their kit: `dialogue_sheet`, `action_card_blank`."""
    return "_".join(filter(None, (document.id.replace("-", "_"), document.variant)))


def passage_key(name: str) -> str:
    """How texts name a passage of the tool: `tool_purpose`."""
    return f"tool_{name.replace('-', '_')}"


def content_keys(kit: Kit, tool: MeetingTool) -> set[str]:
    """What texts can name of a kit and its tool: the documents and the passages."""
    return {*map(paper_key, kit.documents), *map(passage_key, tool.about.names)}
