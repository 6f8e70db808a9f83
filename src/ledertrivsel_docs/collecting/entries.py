"""What a filled document gives to a programme: parts of it, and the few facts that stand alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..models.programme_answers import (
    ActionCard,
    Agreement,
    DialogueAnswer,
    FollowUp,
    Level,
    Note,
    OwnTheme,
    ParkedTheme,
    Placement,
    QualifiedTheme,
)


@dataclass(frozen=True, slots=True)
class ChosenThemes:
    """The themes that were chosen, in order of priority, by their ids."""

    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A single field of the programme, such as `("themes", "reasons")`, and what it is to hold."""

    at: tuple[str, ...]
    value: str | date | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """A question that the group has added to a meeting's."""

    kit: str
    text: str


Entry = (
    ActionCard
    | Agreement
    | ChosenThemes
    | DialogueAnswer
    | Fact
    | FollowUp
    | Level
    | Note
    | OwnQuestion
    | OwnTheme
    | ParkedTheme
    | Placement
    | QualifiedTheme
)
"""Anything that a document can give to a programme."""
