"""Factors of the psychosocial work environment, each with a ladder: how capable an organisation is of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from .base import Id, Line, Model, Text, no_duplicates
from .source import Sourced

FEWEST_STEPS, MOST_STEPS = 2, 10


class Characteristic(Model):
    """A step of a ladder (kendetegn)."""

    name: Line
    """Such as "Aftalt"."""
    text: Text
    """What it is like where an organisation stands on it."""


class Factor(Model):
    """A factor of the psychosocial work environment, and its ladder."""

    named_by: ClassVar[str] = "id"

    id: Id
    """What `levels` and a meeting's `factors` name it by."""
    title: Line
    """Its heading."""
    short: Line
    """What it is called on slides and in file names; without it, its title."""
    steps: Annotated[tuple[Characteristic, ...], Field(min_length=FEWEST_STEPS, max_length=MOST_STEPS)]
    """The steps of its ladder, the lowest first; two to ten."""

    @property
    def numbered(self) -> tuple[tuple[int, Characteristic], ...]:
        """The steps with their numbers, the highest first, as a ladder is drawn."""
        return tuple(reversed(tuple(enumerate(self.steps, 1))))

    @model_validator(mode="before")
    @classmethod
    def _short_is_the_title(cls, data: Any) -> Any:
        if isinstance(data, Mapping) and not data.get("short") and data.get("title"):
            return {**data, "short": data["title"]}
        return data


class Factors(Sourced):
    """`factors.yaml`: the factors that a tool comes with, in order."""

    factors: tuple[Factor, ...]

    @model_validator(mode="after")
    def _named_once(self) -> Factors:
        no_duplicates(lambda factor: factor.id, self.factors)
        return self
