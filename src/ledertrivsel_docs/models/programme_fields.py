"""What a programme (forløb) is made of: the parts of the one small file that a whole kit is filled from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Date, Headcount, Id, Line, Model, OptionalLine, OptionalText, Step, Time, WholeNumber, YesNo
from .factors import Factor
from .frozen import FrozenMap, FrozenMapping
from .programme_answers import (
    ActionCard,
    Agreement,
    DialogueAnswer,
    FollowUp,
    Level,
    Note,
    QualifiedTheme,
    ThemeChoice,
)

MOST_OWN_QUESTIONS, MOST_FACTORS = 6, 30
"""So many fit on the sheets beside the tool's own."""


class Contact(Model):
    """Who answers questions: a function, not a person."""

    name: OptionalLine = None
    """Such as "HR og Arbejdsmiljø"."""
    email: OptionalLine = None
    """Printed as it stands."""


class Anchoring(Model):
    """The source's four decisions, taken before the process begins."""

    sender: OptionalLine = None
    """In whose name people are invited."""
    involved: tuple[Line, ...] = ()
    """Who is involved, such as MED and AMO."""
    decides: OptionalLine = None
    """Who decides on the plan."""
    home: OptionalLine = None
    """Where the plan has its home afterwards."""


class Workshop(Model):
    """When and where a workshop is, and who leads it."""

    date: Date | None = None
    """On which day."""
    start: Time | None = None
    """When it begins; all clock times follow from it."""
    place: OptionalLine = None
    """Where."""
    facilitator: OptionalLine = None
    """Who leads it: a role, not a person."""


class PrepareWorkshop(Workshop):
    """The first workshop."""

    intro: YesNo = False
    """Whether it begins with the 45 minutes of the introduction tool."""


class Workshops(Model):
    """The three workshops of the plan."""

    prepare: PrepareWorkshop = PrepareWorkshop()
    """Themes are rated and chosen."""
    qualify: Workshop = Workshop()
    """The chosen themes are looked at closely."""
    concretise: Workshop = Workshop()
    """The action cards are written."""

    def of(self, step: Step) -> Workshop:
        """The workshop of a step."""
        workshop: Workshop = getattr(self, step.value)
        return workshop


class Meeting(Workshop):
    """The meeting of one of the other tools."""

    managers: Headcount | None = None
    """How many managers take part; where each has a turn, the meeting is as long as that takes."""
    groups: Annotated[WholeNumber, Field(ge=1, le=1000)] = 1
    """In how many groups the managers have their turns at the same time."""
    factors: Annotated[tuple[Id, ...], Field(max_length=MOST_FACTORS)] = ()
    """The ids of the factors that the meeting is about, at most 30."""
    own_questions: Annotated[tuple[Line, ...], Field(max_length=MOST_OWN_QUESTIONS)] = ()
    """The group's own questions, at most 6."""
    scale: YesNo = False
    """Whether questions are also rated from 1 to 5."""
    message: OptionalText = None
    """The common message after the meeting."""
    follow_up_date: Date | None = None
    """When the group follows up."""


class Forum(Model):
    """A forum that treats the plan, such as MED."""

    name: Line
    """What it is called."""
    role: OptionalLine = None
    """One of the content's words for what it does: orientering, drøftelse, høring, godkendelse."""
    date: Date | None = None
    """When it meets."""
    deadline: Date | None = None
    """By when it has to have the papers, or to have answered."""
    outcome: OptionalText = None
    """What came of it."""


class Plan(Model):
    """The plan as a document that circulates."""

    period: OptionalLine = None
    """Such as "2027–2028"."""
    version: OptionalLine = None
    """A text, so 0.10 is not 0.1."""
    status: OptionalLine = None
    """One of the content's words, such as I høring."""
    hearing_deadline: Date | None = None
    """The last day on which the hearing can be answered."""
    next_follow_up: Date | None = None
    """When the plan is looked at again."""
    forums: tuple[Forum, ...] = ()
    """The forums that treat it, in the order in which they do."""


class ProgrammeFields(Model):
    """What a programme file holds; see `Programme`."""

    organisation: Line
    """The organisation's name, at most 200 characters."""
    participants: Headcount | None = None
    """How many people take part in the workshops: so many copies are printed."""
    case_number: OptionalLine = None
    """The number of the case in the organisation's records."""
    contact: Contact = Contact()
    """Who answers questions."""
    anchoring: Anchoring = Anchoring()
    """The four decisions taken before the process begins."""
    workshops: Workshops = Workshops()
    """The three workshops of the plan."""
    meetings: FrozenMap[Id, Meeting] = Field(default_factory=FrozenMapping)
    """The meetings of the other tools, by the kit's id."""
    themes: ThemeChoice = ThemeChoice()
    """Which themes the process is about, and their ratings."""
    qualification: tuple[QualifiedTheme, ...] = ()
    """The groups' answers to the support questions."""
    action_cards: tuple[ActionCard, ...] = ()
    """The action cards."""
    follow_ups: tuple[FollowUp, ...] = ()
    """What was said of the cards each time their status was made."""
    factors: Annotated[tuple[Factor, ...], Field(max_length=MOST_FACTORS)] = ()
    """Factors of the organisation's own, or its own ladders for those of the tool; at most 30."""
    levels: Annotated[tuple[Level, ...], Field(max_length=MOST_FACTORS)] = ()
    """Where the organisation is and wants to be, one a factor."""
    dialogue: tuple[DialogueAnswer, ...] = ()
    """The leader group's answers to the questions of their meeting."""
    agreements: tuple[Agreement, ...] = ()
    """What meetings agreed on."""
    notes: tuple[Note, ...] = ()
    """Answers that have no field of their own."""
    collected: tuple[Line, ...] = ()
    """The digests of the files whose answers are in it."""
    plan: Plan = Plan()
    """The plan as a document that circulates."""
    content: OptionalLine = None
    """A folder of the organisation's own content, laid over ours."""
    brand: OptionalLine = None
    """A brand file, opened when a kit is made."""
