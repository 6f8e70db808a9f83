"""What a programme holds of people's answers: themes and their ratings, action cards, what meetings gave."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, field_validator

from .base import (
    Date,
    Id,
    Line,
    Mark,
    Model,
    OptionalLine,
    OptionalText,
    Rating,
    Text,
    WholeNumber,
    YesNo,
    no_duplicates,
)
from .factors import MOST_STEPS

MOST_THEMES = 30
"""So many fit on the sheets."""

ThemeRef = Annotated[Line, BeforeValidator(lambda ref: str(ref) if type(ref) is int else ref)]
"""A theme by its id or its number; `Programme.resolved` turns numbers into ids."""

GroupNumber = Annotated[WholeNumber, Field(ge=1, le=1000)]
"""The number of a group at a workshop, from 1."""

StepNumber = Annotated[WholeNumber, Field(ge=1, le=MOST_STEPS)]
"""The number of a step of a ladder, from 1, the lowest."""


class OwnTheme(Model):
    """A theme of the organisation's own, beside those of the content."""

    id: Id
    """What `selected`, `ratings` and the others name it by."""
    title: Line
    """Its heading, such as "Hvordan leder vi på afstand?"."""
    short: OptionalLine = None
    """What it is called in brief on slides and in file names; without it, its title."""
    question: OptionalText = None
    """The question by which it is rated."""


class ParkedTheme(Model):
    """A theme on the parking lot: it isn't worked on now, and somebody tells those who raised it what happens to it."""

    theme: ThemeRef
    """Its id or number."""
    reason: OptionalText = None
    """Why it is parked."""
    who: OptionalLine = None
    """Who answers."""
    answer_by: Date | None = None
    """By when."""


class Placement(Model):
    """A rating of a theme, its place on the priority map: a group's joint one, or a person's."""

    theme: ThemeRef
    """Its id or number."""
    importance: Mark
    """How important the theme is, from 1 (little) to 5 (very)."""
    success: Mark
    """How well it goes, from 1 (badly) to 5 (well)."""
    group: GroupNumber | None = None
    """The group whose joint rating it is."""
    person: OptionalLine = None
    """A name in place of theirs, made of the file's; those of persons are only ever told together."""
    reason: OptionalText = None
    """Why the group rated it so."""
    source: OptionalLine = None
    """The file that `collect` read it in."""


class ThemeChoice(Model):
    """Which themes the process is about, and how they were chosen."""

    own: tuple[OwnTheme, ...] = ()
    """Themes of the organisation's own; no two have one id."""
    selected: Annotated[tuple[ThemeRef, ...], Field(max_length=MOST_THEMES)] = ()
    """The chosen themes in order of priority, at most 30."""
    reasons: OptionalText = None
    """Why these were chosen."""
    parked: tuple[ParkedTheme, ...] = ()
    """The themes on the parking lot."""
    ratings: tuple[Placement, ...] = ()
    """The ratings by groups and persons."""

    @field_validator("own")
    @classmethod
    def _own_ids_differ(cls, own: tuple[OwnTheme, ...]) -> tuple[OwnTheme, ...]:
        return no_duplicates(lambda theme: theme.id, own)


class QualifiedTheme(Model):
    """A group's answers to the support questions for one theme."""

    theme: ThemeRef
    """Its id or number."""
    group: GroupNumber | None = None
    """The group that answered."""
    shows_as: OptionalText = None
    """How the theme shows in everyday work."""
    assessment: Rating | None = None
    """How well it goes, from 1 (to a low degree) to 5 (to a high degree)."""
    assessment_basis: OptionalText = None
    """What the assessment builds on."""
    experiences: OptionalText = None
    """What has been tried."""
    inspiration: OptionalText = None
    """What others do."""
    ideas: OptionalText = None
    """What could be done."""
    existing: OptionalText = None
    """What there is already."""
    missing: OptionalText = None
    """What is lacking."""
    source: OptionalLine = None
    """The file that `collect` read it in."""


class ActionCard(Model):
    """The answers on one theme's action card. Two groups may each have written one: `source` tells them apart."""

    theme: ThemeRef
    """Its id or number."""
    used_when: OptionalText = None
    """When the card is used."""
    goal: OptionalText = None
    """What is to be reached."""
    owner: OptionalText = None
    """Who is responsible: a role, not a person."""
    help: OptionalText = None
    """Who helps."""
    representatives_role: OptionalText = None
    """What the representatives (TR and AMR) do."""
    tasks: OptionalText = None
    """Who does what; a newline is a line break."""
    follow_up: OptionalText = None
    """How it is followed up."""
    materials: OptionalText = None
    """What is needed."""
    valid_from: Date | None = None
    """The first day on which it applies."""
    follow_up_date: Date | None = None
    """The day on which it is looked at again."""
    status: OptionalLine = None
    """One of the content's words, such as Aftalt."""
    source: OptionalLine = None
    """The file that `collect` read it in."""


class FollowUp(Model):
    """What was said of an action card when its status was made."""

    theme: ThemeRef
    """Its id or number."""
    card: OptionalLine = None
    """The letter of one of several cards of the theme."""
    date: Date | None = None
    """On which day."""
    status: OptionalLine = None
    """The card's status then: one of the content's words, such as Aftalt."""
    done: OptionalText = None
    """What has been done."""
    effect: OptionalText = None
    """What can be seen of it."""
    next: OptionalText = None
    """What is decided now."""
    follow_up_date: Date | None = None
    """The new day on which it is looked at again."""
    source: OptionalLine = None
    """The file that `collect` read it in."""


class Level(Model):
    """Capability and ambition for a factor: the participants' marks on its ladder, and the step they go for."""

    factor: Id
    """The factor's id."""
    current: tuple[StepNumber, ...] = ()
    """The steps on which the participants see the organisation now, one mark each."""
    desired: tuple[StepNumber, ...] = ()
    """The steps on which they want it to be, one mark each."""
    target: StepNumber | None = None
    """The one step they go for together."""
    examples: OptionalText = None
    """Examples of how it is now."""
    challenges: OptionalText = None
    """What stands in the way."""
    notice: OptionalText = None
    """By what they will notice that they are there."""
    by: Date | None = None
    """When they want to be there."""
    informed: OptionalText = None
    """Who tells whom."""


class DialogueAnswer(Model):
    """A leader group's answer to one question, rated if they chose to; or one person's marks on the sheet."""

    question: Line
    """The question's id, such as `sparring-1`; the group's own ones are `egne-1` and so on."""
    wanted: YesNo = False
    """Whether somebody wants to talk about it."""
    rating: Rating | None = None
    """From 1 (to a low degree) to 5 (to a high degree)."""
    note: OptionalText = None
    """What was said."""
    person: OptionalLine = None
    """A name in place of theirs, made of the file's; those of persons are only ever told together."""
    source: OptionalLine = None
    """The file that `collect` read it in."""


class Agreement(Model):
    """What a meeting agreed on."""

    kit: Id
    """The kit of the meeting, such as `tu-droeftelse`."""
    what: OptionalText = None
    """What is to be done."""
    who: OptionalText = None
    """Who does it: a role, not a person."""
    when: Date | None = None
    """By when."""
    source: OptionalLine = None
    """The file that `collect` read it in."""


class Note(Model):
    """An answer that no other part of a programme holds."""

    kit: Id
    """The kit of the sheet, such as `samlet-plan`."""
    document: Id
    """The sheet's id, such as `knowledge-sheet`."""
    field: Line
    """What the field is called on paper, such as "Sparring: viden"."""
    text: Text
    """The answer."""
    source: OptionalLine = None
    """The file that `collect` read it in."""
