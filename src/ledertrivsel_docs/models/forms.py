"""Steps 2 and 3 of the tool: the support questions, the action card, and the checklist before it all begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import model_validator

from ..errors import message
from ..reading.validation import refusal
from .base import Id, Line, Model, Text, WholeNumber
from .frozen import FrozenMap
from .source import Sourced


class SupportQuestion(Model):
    """A question to put to each theme; `key` is the programme's field for the answer."""

    named_by: ClassVar[str] = "key"

    key: Line
    label: Line
    questions: tuple[Text, ...]


class OwnField(Model):
    """A field of a form that the kit has added to the source's; `key` is the programme's name of it."""

    named_by: ClassVar[str] = "key"

    key: Line
    label: Line
    help: Text | None = None


class Scale(Model):
    """A scale to put a mark on, from `low` to `high`, and the sentence that explains it."""

    low: WholeNumber
    high: WholeNumber
    text: Text


class Qualification(Sourced):
    """Step 2: the questions that make a theme ready for an action card."""

    title: Line
    intro: tuple[Text, ...]
    questions_title: Line
    questions_intro: Text
    questions: tuple[SupportQuestion, ...]
    closing: Text
    scale: Scale
    own_fields: tuple[OwnField, ...]


class FormField(Model):
    """A field of the action card: the blank form's label, and the light line that stands where nobody has written."""

    named_by: ClassVar[str] = "key"

    key: Line
    label: Line
    placeholder: Line
    help: Text | None = None


class ExampleCard(Model):
    """A filled action card: the theme's id and the answers by field key; `own_answers` are the kit's own."""

    theme: Id
    answers: FrozenMap[Line, Text]
    own_answers: FrozenMap[Line, Text]

    @property
    def all_answers(self) -> Mapping[str, str]:
        """All that stands on the card."""
        return {**self.answers, **self.own_answers}


class OtherVersion(Model):
    """Where the source's first print of the example differs: labels and answers by field key."""

    labels: FrozenMap[Line, Line]
    answers: FrozenMap[Line, Text]


class Advice(Model):
    """What the source says about making, gathering, publishing and following up the cards."""

    title: Line
    intro: Text
    cards: Text
    gather: Text
    publish: Text
    follow_up: Text


class ActionCardForm(Sourced):
    """The action card: its fields, the kit's own rows, the words of its status, and the worked example."""

    title: Line
    fields: tuple[FormField, ...]
    own_fields: tuple[FormField, ...]
    status_words: tuple[Line, ...]
    example_title: Line
    example_caption: Text
    example: ExampleCard
    first_version: OtherVersion
    advice: Advice

    @model_validator(mode="after")
    def _example_answers_fields(self) -> ActionCardForm:
        keys = {field.key for field in (*self.fields, *self.own_fields)}
        for answers in (self.example.all_answers, self.first_version.labels, self.first_version.answers):
            for key in answers:
                if key not in keys:
                    raise refusal(message("The example answers “{key}”, which the form does not ask.", key=key))
        return self


class CallOut(Model):
    """A box beside the checklist."""

    title: Line
    text: Text


class ChecklistGroup(Model):
    """Things to settle under one heading, with the call-out that stands by them."""

    named_by: ClassVar[str] = "number"

    number: WholeNumber
    title: Line
    points: tuple[Text, ...]
    call_out: CallOut | None = None


class Checklist(Sourced):
    """What to have in place before the work begins."""

    title: Line
    groups: tuple[ChecklistGroup, ...]
