"""What the code reads of the words of some documents, as models; the other words are any text under any key."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from ..errors import message
from ..reading.validation import refusal
from .base import Headcount, Id, Line, Model, Text, WholeNumber
from .frozen import FrozenMap
from .words import Words


class Attachment(Model):
    """A document of the kit that goes with the mail."""

    document: Id
    variant: Id | None = None


class Mail(Model):
    """What the invitation to a tool's meeting says; `why_of` names the passage whose points stand below `why`."""

    title: Line
    subject: Line
    weeks: Annotated[WholeNumber, Field(ge=0, le=52)]
    send: Text
    send_by: Text
    attach: Annotated[tuple[Attachment, ...], Field(min_length=1)]
    opening: Text
    why: Text
    why_of: Id | None = None
    happens: Text
    prepare: Text
    people: Text
    signature: Text


class InvitationWords(Words):
    """`documents/invitation.yaml` of a tool."""

    beyond: ClassVar = frozenset({"meeting", "by_hand", "place_names"})
    meeting: Mail
    by_hand: FrozenMap[Line, Text] | None = None
    place_names: FrozenMap[Line, Text] | None = None


class Lengths(Model):
    """For how many managers a run sheet tells how long the meeting takes; its table has four columns."""

    model_config = ConfigDict(extra="allow")
    counts: Annotated[tuple[Headcount, ...], Field(min_length=4, max_length=4)] | None = None


class RunSheetWords(Words):
    """`documents/run-sheet.yaml`."""

    length: Lengths | None = None


class Beside(Model):
    """What the kit adds to a row, or under a title of its own."""

    row: Id | None = None
    title: Line | None = None
    text: Text

    @model_validator(mode="after")
    def _belongs_somewhere(self) -> Self:
        if not (self.row or self.title):
            raise refusal(message("“{key}” is missing.", key="row"), message("Write the id of a row, or a title."))
        return self


class Hard(Model):
    """What may be hard in a meeting, and what to do then."""

    when: Text
    then: Text


class MeetingSheetWords(RunSheetWords):
    """`documents/run-sheet.yaml` of a tool: what it adds `beside` the rows, to what may be hard, and `about` it."""

    beyond: ClassVar = frozenset({"beside", "hard_more", "about"})
    beside: tuple[Beside, ...] = ()
    hard_more: tuple[Hard, ...] = ()
    about: Text | None = None


class Box(Model):
    """The box of an agreement sheet."""

    model_config = ConfigDict(extra="allow")
    holds: Literal["dialogue", "message"] | None = None


class AgreementWords(Words):
    """`documents/agreement-sheet.yaml`."""

    rows: Annotated[WholeNumber, Field(ge=1, le=99)] | None = None
    box: Box | None = None


class AgendaWords(Words):
    """`documents/meeting-agenda.yaml`."""

    turns: Annotated[WholeNumber, Field(ge=1, le=99)] | None = None
    days_between: Annotated[WholeNumber, Field(ge=1, le=366)] | None = None


class DeckWords(Words):
    """`documents/deck.yaml`: below the title which workshop it is, and when."""

    subtitle: tuple[Text, Text] | None = None


class DaysOfSteps(Model):
    """In which meeting each of the three steps is held."""

    model_config = ConfigDict(extra="allow")
    days: tuple[WholeNumber, WholeNumber, WholeNumber]


class OverviewWords(Words):
    """`documents/overview.yaml`."""

    patterns: tuple[DaysOfSteps, ...] = ()


class UnitWords(Words):
    """`documents/unit-preparation.yaml`: `group` is the group of questions that it asks, else the first one."""

    beyond: ClassVar = frozenset({"group"})
    group: Id | None = None


class Case(Model):
    """What somebody has done, retold."""

    title: Line
    paragraphs: Annotated[tuple[Text, ...], Field(min_length=1)]


class CasesWords(Words):
    """`documents/cases.yaml` of a tool: the cases, who said the quotation, and the questions to talk it over by."""

    beyond: ClassVar = frozenset({"cases", "said_by", "questions", "own_note"})
    cases: Annotated[tuple[Case, ...], Field(min_length=1)]
    said_by: Text
    questions: Annotated[tuple[Text, ...], Field(min_length=1)]
    own_note: Text


WORDS: dict[str, type[Words]] = {
    "agreement-sheet": AgreementWords,
    "deck": DeckWords,
    "meeting-agenda": AgendaWords,
    "overview": OverviewWords,
    "run-sheet": RunSheetWords,
    "unit-preparation": UnitWords,
}
"""What the code reads of the words of some documents, by their stem."""

MEETING_WORDS: dict[str, type[Words]] = {
    **WORDS,
    "cases": CasesWords,
    "invitation": InvitationWords,
    "run-sheet": MeetingSheetWords,
}
"""The same for what a tool says otherwise."""
