"""Drejebøger: what happens when in a workshop, to the minute."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import ClassVar, Literal

from pydantic import model_validator

from ..errors import message
from ..reading.validation import refusal
from .base import Id, Line, Model, Step, Text
from .source import Minutes, Sourced


class AgendaPoint(Model):
    """A bullet of a row. `minutes` stand in the source, `own_minutes` are the kit's proposal.

    A point without either belongs to the time of the point before it; `own_after` is how many minutes into that it
    begins, the kit's proposal too. One with an `id` is what other sheets refer to.
    """

    named_by: ClassVar[str] = "id"

    id: Id | None = None
    text: Text
    minutes: Minutes | None = None
    own_minutes: Minutes | None = None
    own_after: Minutes | None = None

    @property
    def length(self) -> int | None:
        """The point's minutes, whoever gave them."""
        return self.minutes or self.own_minutes


class AgendaItem(Model):
    """A row: how many minutes, what happens, who leads it, and what to think of. `title` is how `text` begins.

    One with an `id` is what the slides of a meeting belong to, `short` is what participants read of it. In a meeting a
    row may be held for `each` of the managers, so many minutes for one, or once for each chosen factor.
    """

    named_by: ClassVar[str] = "id"

    id: Id | None = None
    each: Literal["manager", "factor"] | None = None
    minutes: Minutes
    title: Line
    short: Line | None = None
    text: Text
    points: tuple[AgendaPoint, ...] = ()
    who: Line | None = None
    materials: Text | None = None
    considerations: tuple[Text, ...] = ()
    is_break: bool = False

    @property
    def heading(self) -> str:
        """What the programme of the meeting calls it."""
        return self.short or self.title

    @property
    def rest(self) -> str:
        """The text after its title."""
        return self.text[len(self.title) :]

    @property
    def point_starts(self) -> tuple[int | None, ...]:
        """Minutes from the row's start to each point; None for a point without a time of its own."""
        starts = accumulate((point.length or 0 for point in self.points), initial=0)
        return tuple(start if point.length else None for point, start in zip(self.points, starts, strict=False))

    @property
    def starts_on_own_minutes(self) -> tuple[bool, ...]:
        """For each point, whether when it starts rests on minutes that are the kit's proposal."""
        proposals = [point.own_minutes is not None for point in self.points]
        return tuple(any(proposals[:number]) for number in range(len(proposals)))

    @model_validator(mode="after")
    def _adds_up(self) -> AgendaItem:
        if not self.text.startswith(self.title):
            raise refusal(message("The text is to begin with its title, “{title}”.", title=self.title))
        inner = sum(point.length or 0 for point in self.points)
        if inner not in (0, self.minutes):
            raise refusal(
                message("The points take {inner} minutes, the row {minutes}.", inner=inner, minutes=self.minutes),
                message("Give the points all of the row's minutes, or none."),
            )
        if inner and not self.points[0].length:
            raise refusal(message("The first point needs minutes when others have them."))
        return self


class RunSheet(Model):
    """The run sheet of one step. `minutes` is the stated length, without breaks; title and lead are the kit's."""

    named_by: ClassVar[str] = "step"

    step: Step
    source_title: Line
    title: Line
    lead: Text
    minutes: Minutes
    items: tuple[AgendaItem, ...]
    note: Text | None = None
    note_minutes: Minutes | None = None

    def point(self, name: str) -> tuple[AgendaItem, int]:
        """The row that holds the point of that id, and the point's place in it."""
        places = ((item, place) for item in self.items for place, point in enumerate(item.points) if point.id == name)
        return next(places)

    @property
    def total_minutes(self) -> int:
        """The length with breaks."""
        return sum(item.minutes for item in self.items)

    @model_validator(mode="after")
    def _adds_up(self) -> RunSheet:
        work = sum(item.minutes for item in self.items if not item.is_break)
        if work != self.minutes:
            raise refusal(
                message("The rows take {rows} minutes, the workshop {minutes}.", rows=work, minutes=self.minutes)
            )
        return self


class KnowledgeAsked(Model):
    """What the first workshop ends with asking (`then`), and what the second begins with answering (`now`)."""

    then: tuple[Text, ...]
    now: tuple[Text, ...]


class CardsAsked(Model):
    """What the last workshop asks about each card, without question marks; the `condition` stands before them."""

    condition: Text
    how_far: Text
    left: Text
    who: Text
    deadline: Text
    again: Text


class PlanAsked(Model):
    """What the last workshop asks about the plan that the cards become."""

    reminder: Text
    communication: Text
    information: Text
    evaluation: Text
    from_here: Text


class Asked(Model):
    """Questions of the run sheets that other sheets ask again, in the run sheets' own words."""

    knowledge: KnowledgeAsked
    cards: CardsAsked
    plan: PlanAsked

    def texts(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Every text with its place."""
        for part in type(self).model_fields:
            for name, value in getattr(self, part):
                yield from (((part, name), text) for text in ((value,) if isinstance(value, str) else value))


class RunSheets(Sourced):
    """`run-sheets.yaml`: one run sheet for each step, in order, and what other sheets take from them."""

    run_sheets: tuple[RunSheet, RunSheet, RunSheet]
    asked: Asked

    def of(self, step: Step) -> RunSheet:
        """The run sheet of a step."""
        return next(sheet for sheet in self.run_sheets if sheet.step is step)

    @model_validator(mode="after")
    def _one_for_each_step(self) -> RunSheets:
        if [sheet.step for sheet in self.run_sheets] != list(Step):
            raise refusal(message("There is to be one run sheet for each step, in order."))
        return self

    @model_validator(mode="after")
    def _asked_to_the_letter(self) -> RunSheets:
        rows = [item for sheet in self.run_sheets for item in sheet.items]
        printed = [text for row in rows for text in (row.text, *row.considerations, *(p.text for p in row.points))]
        for place, text in self.asked.texts():
            if not any(text in row for row in printed):
                raise refusal(
                    message("“{text}” doesn't stand in any row of the run sheets.", text=text),
                    message("Write it as it stands there, to the letter."),
                    at=("asked", *place),
                )
        return self
