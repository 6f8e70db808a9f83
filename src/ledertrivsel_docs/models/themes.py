"""Step 1 of the tool: the themes to choose from, and the map that helps choosing (Prioriteringskortet)."""

from __future__ import annotations

from typing import ClassVar

from pydantic import field_validator, model_validator

from ..errors import message
from ..reading.validation import refusal
from .base import Id, Line, Model, Text, WholeNumber
from .source import Sourced


class Theme(Model):
    """A theme of managers' well-being: the question that names it and the question or two it is rated by.

    `number` is the source's (none for an organisation's own theme); `short` is the kit's name for slides and
    file names; `hint` points to another tool, whose number is `hint_tool`.
    """

    named_by: ClassVar[str] = "id"

    id: Id
    number: WholeNumber | None = None
    title: Line
    questions: tuple[Text, ...]
    hint: Text | None = None
    hint_tool: WholeNumber | None = None
    short: Line

    @property
    def is_own(self) -> bool:
        """Whether it is an organisation's own."""
        return self.number is None


class Themes(Sourced):
    """The typical themes that an organisation chooses from, and how to; those of its own content come last."""

    title: Line
    instructions: tuple[Text, ...]
    themes: tuple[Theme, ...]

    def by_id(self) -> dict[str, Theme]:
        """The themes by id, in the source's order."""
        return {theme.id: theme for theme in self.themes}

    @property
    def of_the_source(self) -> tuple[Theme, ...]:
        """The themes that the source has."""
        return tuple(theme for theme in self.themes if not theme.is_own)

    @field_validator("themes")
    @classmethod
    def _own_last(cls, themes: tuple[Theme, ...]) -> tuple[Theme, ...]:
        return tuple(sorted(themes, key=lambda theme: theme.is_own))

    @model_validator(mode="after")
    def _numbered_in_order(self) -> Themes:
        numbers = [theme.number for theme in self.of_the_source]
        if numbers != list(range(1, len(numbers) + 1)):
            raise refusal(message("The themes are to be numbered 1, 2, 3 … in their order."))
        if len(self.by_id()) != len(self.themes):
            raise refusal(message("Two themes have the same id."))
        return self


class Axis(Model):
    """One side of the map: what is asked, and what its two ends mean."""

    question: Line
    low: Line
    high: Line


class MapField(Model):
    """One of the map's four fields; `own` when the kit named it."""

    named_by: ClassVar[str] = "number"

    number: WholeNumber
    name: Line
    important: bool
    succeeds: bool
    own: bool = False


class ParkingLot(Model):
    """The place for themes that can't be decided on yet."""

    title: Line
    text: Text


class Discussion(Model):
    """What to talk over together."""

    title: Line
    questions: tuple[Text, ...]


class PriorityMap(Sourced):
    """The Prioriteringskort: how important a theme is, set against how well it succeeds."""

    title: Line
    instruction: Text
    intro: tuple[Text, ...]
    importance: Axis
    success: Axis
    fields: tuple[MapField, MapField, MapField, MapField]
    discussion: Discussion
    parking_lot: ParkingLot

    def field(self, *, importance: float, success: float) -> MapField:
        """The field that two ratings (1–5) put a theme in; the middle mark counts as high."""
        return next(
            field for field in self.fields if (field.important, field.succeeds) == (importance >= 3, success >= 3)
        )

    @model_validator(mode="after")
    def _every_corner_once(self) -> PriorityMap:
        if len({(field.important, field.succeeds) for field in self.fields}) != 4:
            raise refusal(message("Each of the map's four corners needs a field of its own."))
        return self
