"""What comes back from a folder of filled forms: typed answers, and for every file what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal

from ..errors import Problem
from ..models.programme_fields import ActionCard


@dataclass(frozen=True, slots=True)
class CollectedCard:
    """The answers on one action card, by field key; `title` is the theme as it stands on the card.

    `theme` is None where the card doesn't name a theme that is known; `for_theme` then makes the card of it.
    """

    source: str
    theme: str | None
    title: str
    answers: Mapping[str, str | date] = field(default_factory=lambda: MappingProxyType({}))

    def for_theme(self, theme: str) -> ActionCard:
        """The card as a programme holds it, for a theme's id."""
        return ActionCard.model_validate({"theme": theme, **self.answers})


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One file: what it is, which fields were answered and which were empty, and what could not be understood.

    `outcome` is `read`, `empty` (one of our forms, with no answer in it) or `skipped`; `problems` say why.
    """

    path: str
    outcome: Literal["read", "empty", "skipped"]
    kit: str = ""
    document: str = ""
    read: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    card: CollectedCard | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """All that was found, in the order of the files."""

    files: tuple[ReadFile, ...]

    @property
    def cards(self) -> tuple[CollectedCard, ...]:
        """Every card that somebody has written on, with the file it comes from."""
        return tuple(file.card for file in self.files if file.card is not None)

    @property
    def action_cards(self) -> tuple[ActionCard, ...]:
        """The cards whose theme is known; two files that say the same are one card."""
        return tuple(dict.fromkeys(card.for_theme(card.theme) for card in self.cards if card.theme is not None))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was told about any file."""
        return tuple(problem for file in self.files for problem in file.problems)
