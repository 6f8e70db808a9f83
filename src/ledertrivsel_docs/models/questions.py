"""Questions to talk about, under headings: what a dialogue tool is made of."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from ..errors import message
from ..reading.validation import refusal
from .base import Id, Line, Model, Text, no_duplicates
from .source import Sourced


class Question(Model):
    """A question and the id that the programme file names it by, such as `tryghed-2`."""

    id: Id
    text: Text


class QuestionGroup(Model):
    """Questions under one heading; `short` is the kit's name of it for slides, `intro` what the source says to do."""

    named_by: ClassVar[str] = "id"

    id: Id
    title: Line
    short: Line
    intro: Text | None = None
    questions: tuple[Text, ...] = Field(min_length=1)

    @property
    def numbered(self) -> tuple[Question, ...]:
        """The questions with their ids: the group's, and their number in it."""
        texts = enumerate(self.questions, 1)
        return tuple(Question(id=f"{self.id}-{number}", text=text) for number, text in texts)


class QuestionSet(Sourced):
    """`questions.yaml`: the questions of a tool, group by group; `own_title` asks for those that are missed."""

    title: Line
    groups: tuple[QuestionGroup, ...]
    own_title: Line | None = None

    def group(self, name: str) -> QuestionGroup:
        """The group of that id; loading the library has seen to it that what asks for one finds it."""
        return {group.id: group for group in self.groups}[name]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for group in self.groups for question in group.numbered)

    @model_validator(mode="after")
    def _names_of_their_own(self) -> QuestionSet:
        no_duplicates(lambda group: group.id, self.groups)
        for group in self.groups:
            if group.id == OWN_QUESTIONS:
                raise refusal(message("“{id}” is the name of an organisation's own questions.", id=group.id))
        return self


OWN_QUESTIONS = "egne"
"""The group of the questions that an organisation adds: `egne-1`, `egne-2` …"""


def own_question(number: int, text: str) -> Question:
    """A question of the organisation's own, counted from 1."""
    return Question(id=f"{OWN_QUESTIONS}-{number}", text=text)
