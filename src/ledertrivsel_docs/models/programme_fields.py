"""What a programme (forløb) is made of: the parts of the one small file that a whole kit is filled from."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from .base import (
    Date,
    Headcount,
    Id,
    Line,
    Mark,
    Model,
    OptionalLine,
    OptionalText,
    Rating,
    Step,
    Text,
    Time,
    WholeNumber,
    YesNo,
    no_duplicates,
)
from .factors import MOST_STEPS, Factor
from .frozen import FrozenMap, FrozenMapping

MOST_OWN_QUESTIONS, MOST_FACTORS, MOST_THEMES = 6, 30, 30
"""So many fit on the sheets beside the tool's own."""

ThemeRef = Annotated[Line, BeforeValidator(lambda ref: str(ref) if type(ref) is int else ref)]
"""A theme by its id or its number; `Programme.resolved` turns numbers into ids."""

GroupNumber = Annotated[WholeNumber, Field(ge=1, le=1000)]


class Contact(Model):
    """Who answers questions: a function, not a person."""

    name: OptionalLine = None
    email: OptionalLine = None


class Anchoring(Model):
    """The source's four decisions: sender, who is involved, who decides, and where the plan has its home."""

    sender: OptionalLine = None
    involved: tuple[Line, ...] = ()
    decides: OptionalLine = None
    home: OptionalLine = None


class Workshop(Model):
    """When and where a workshop is, and who leads it."""

    date: Date | None = None
    start: Time | None = None
    place: OptionalLine = None
    facilitator: OptionalLine = None


class PrepareWorkshop(Workshop):
    """The first workshop; `intro` adds the 45 minutes of the introduction tool."""

    intro: YesNo = False


class Workshops(Model):
    """The three workshops of the plan."""

    prepare: PrepareWorkshop = PrepareWorkshop()
    qualify: Workshop = Workshop()
    concretise: Workshop = Workshop()

    def of(self, step: Step) -> Workshop:
        """The workshop of a step."""
        workshop: Workshop = getattr(self, step.value)
        return workshop


class Meeting(Workshop):
    """The meeting of one of the other tools, how many managers take part, and what came of it.

    `groups` is in how many groups the managers take their round at the same time, `factors` are those that the meeting
    is about, `own_questions` the group's own, `scale` also rates the questions from 1 to 5; `message` is the common
    message after the meeting.
    """

    managers: Headcount | None = None
    groups: Annotated[WholeNumber, Field(ge=1, le=1000)] = 1
    factors: Annotated[tuple[Id, ...], Field(max_length=MOST_FACTORS)] = ()
    own_questions: Annotated[tuple[Line, ...], Field(max_length=MOST_OWN_QUESTIONS)] = ()
    scale: YesNo = False
    message: OptionalText = None
    follow_up_date: Date | None = None


class OwnTheme(Model):
    """A theme of the organisation's own, what it is called in brief on slides and in file names, and the question it is
    rated by.
    """

    id: Id
    title: Line
    short: OptionalLine = None
    question: OptionalText = None


class ParkedTheme(Model):
    """A theme on the parking lot: why, who answers, and by when."""

    theme: ThemeRef
    reason: OptionalText = None
    who: OptionalLine = None
    answer_by: Date | None = None


class Placement(Model):
    """A rating of a theme, 1–5 on both axes: its place on the priority map. It is a group's joint one, or a person's.

    `person` is a name that says nothing about who it is; `source` is the file that `collect` read it in.
    """

    theme: ThemeRef
    importance: Mark
    success: Mark
    group: GroupNumber | None = None
    person: OptionalLine = None
    reason: OptionalText = None
    source: OptionalLine = None


class ThemeChoice(Model):
    """Own themes, the chosen ones in order of priority and why they were chosen, the parked ones, and the ratings."""

    own: tuple[OwnTheme, ...] = ()
    selected: Annotated[tuple[ThemeRef, ...], Field(max_length=MOST_THEMES)] = ()
    reasons: OptionalText = None
    parked: tuple[ParkedTheme, ...] = ()
    ratings: tuple[Placement, ...] = ()

    @field_validator("own")
    @classmethod
    def _own_ids_differ(cls, own: tuple[OwnTheme, ...]) -> tuple[OwnTheme, ...]:
        return no_duplicates(lambda theme: theme.id, own)


class QualifiedTheme(Model):
    """A group's answers to the support questions for one theme; `assessment` is 1–5, and why in `assessment_basis`."""

    theme: ThemeRef
    group: GroupNumber | None = None
    shows_as: OptionalText = None
    assessment: Rating | None = None
    assessment_basis: OptionalText = None
    experiences: OptionalText = None
    inspiration: OptionalText = None
    ideas: OptionalText = None
    existing: OptionalText = None
    missing: OptionalText = None
    source: OptionalLine = None


class ActionCard(Model):
    """The answers on one theme's action card; `status` is one of the content's words, such as Aftalt.

    Two groups may each have written a card for a theme: their `source` tells them apart.
    """

    theme: ThemeRef
    used_when: OptionalText = None
    goal: OptionalText = None
    owner: OptionalText = None
    help: OptionalText = None
    representatives_role: OptionalText = None
    tasks: OptionalText = None
    follow_up: OptionalText = None
    materials: OptionalText = None
    valid_from: Date | None = None
    follow_up_date: Date | None = None
    status: OptionalLine = None
    source: OptionalLine = None


class FollowUp(Model):
    """What was said of an action card when its status was made: on which day, the status, and what is decided now.

    `follow_up_date` is the new day on which it is looked at again; `card` is the letter of one of
    several cards of the theme.
    """

    theme: ThemeRef
    card: OptionalLine = None
    date: Date | None = None
    status: OptionalLine = None
    done: OptionalText = None
    effect: OptionalText = None
    next: OptionalText = None
    follow_up_date: Date | None = None
    source: OptionalLine = None


class Level(Model):
    """Capability and ambition for a factor: marks on the ladder's steps, one a participant, and the chosen `target`."""

    factor: Id
    current: tuple[Annotated[WholeNumber, Field(ge=1, le=MOST_STEPS)], ...] = ()
    desired: tuple[Annotated[WholeNumber, Field(ge=1, le=MOST_STEPS)], ...] = ()
    target: Annotated[WholeNumber, Field(ge=1, le=MOST_STEPS)] | None = None
    examples: OptionalText = None
    challenges: OptionalText = None
    notice: OptionalText = None
    by: Date | None = None
    informed: OptionalText = None


class DialogueAnswer(Model):
    """A leader group's answer to one question, rated 1–5 if they chose to; or one person's marks on the sheet.

    `wanted` is that somebody wants to talk about it.
    """

    question: Line
    wanted: YesNo = False
    rating: Rating | None = None
    note: OptionalText = None
    person: OptionalLine = None
    source: OptionalLine = None


class Agreement(Model):
    """What a meeting agreed on: what, who and when."""

    kit: Id
    what: OptionalText = None
    who: OptionalText = None
    when: Date | None = None
    source: OptionalLine = None


class Note(Model):
    """An answer that no other part of a programme holds; `field` is its name on paper, such as "Sparring: viden"."""

    kit: Id
    document: Id
    field: Line
    text: Text
    source: OptionalLine = None


class Forum(Model):
    """A forum that treats the plan: its role, such as høring, when, and what came of it."""

    name: Line
    role: OptionalLine = None
    date: Date | None = None
    deadline: Date | None = None
    outcome: OptionalText = None


class Plan(Model):
    """The plan as a document that circulates; `version` is text, so 0.10 is not 0.1."""

    period: OptionalLine = None
    version: OptionalLine = None
    status: OptionalLine = None
    hearing_deadline: Date | None = None
    next_follow_up: Date | None = None
    forums: tuple[Forum, ...] = ()


class ProgrammeFields(Model):
    """What a programme file holds; see `Programme`.

    `factors` are the organisation's own, or its own ladders for those of the tool; `collected` are the files read;
    `content` is a folder of the organisation's own content.
    """

    organisation: Line
    participants: Headcount | None = None
    case_number: OptionalLine = None
    contact: Contact = Contact()
    anchoring: Anchoring = Anchoring()
    workshops: Workshops = Workshops()
    meetings: FrozenMap[Id, Meeting] = Field(default_factory=FrozenMapping)
    themes: ThemeChoice = ThemeChoice()
    qualification: tuple[QualifiedTheme, ...] = ()
    action_cards: tuple[ActionCard, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    factors: Annotated[tuple[Factor, ...], Field(max_length=MOST_FACTORS)] = ()
    levels: Annotated[tuple[Level, ...], Field(max_length=MOST_FACTORS)] = ()
    dialogue: tuple[DialogueAnswer, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    notes: tuple[Note, ...] = ()
    collected: tuple[Line, ...] = ()
    plan: Plan = Plan()
    content: OptionalLine = None
    brand: OptionalLine = None
