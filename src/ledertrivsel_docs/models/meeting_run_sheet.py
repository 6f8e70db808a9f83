"""The run sheet of a tool that is held as one meeting: its rows, what comes before it, and how long it may get."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import Field, model_validator

from ..errors import message
from ..reading.validation import refusal
from .base import Headcount, Line, Model, Text, no_duplicates
from .run_sheet import AgendaItem
from .source import Minutes, Sourced


class Preparation(Model):
    """What the one who leads the meeting does before it, with advice; `minutes` are the kit's proposal."""

    text: Text
    minutes: Minutes | None = None
    advice: tuple[Text, ...] = ()


class MeetingRunSheet(Sourced):
    """`run-sheet.yaml`: the meeting of a tool, row by row.

    `minutes` is the length without breaks for `managers` people and one factor, `longest` the length with breaks beyond
    which the meeting is better split. `unchosen_factor` is how the rows speak of a factor that isn't chosen yet.
    """

    title: Line
    lead: Text
    minutes: Minutes
    managers: Headcount = 1
    longest: Minutes | None = None
    unchosen_factor: Line | None = None
    preparation_minutes: Minutes | None = None
    before: tuple[Preparation, ...] = ()
    items: Annotated[tuple[AgendaItem, ...], Field(min_length=1)]

    @property
    def by_manager(self) -> bool:
        """Whether the meeting's length depends on how many managers there are."""
        return any(item.each == "manager" for item in self.items)

    @property
    def by_factor(self) -> bool:
        """Whether rows are held once for each factor."""
        return any(item.each == "factor" for item in self.items)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        lengths = [(item.minutes * self.managers if item.each == "manager" else item.minutes) for item in self.items]
        work = sum(length for item, length in zip(self.items, lengths, strict=True) if not item.is_break)
        if work != self.minutes:
            raise refusal(
                message("The rows take {rows} minutes, the meeting {minutes}.", rows=work, minutes=self.minutes)
            )
        prepared = sum(line.minutes or 0 for line in self.before)
        if self.preparation_minutes is not None and prepared != self.preparation_minutes:
            what = message(
                "What comes before takes {lines} minutes, the preparation {minutes}.",
                lines=prepared,
                minutes=self.preparation_minutes,
            )
            raise refusal(what)
        return self

    @model_validator(mode="after")
    def _rows_have_names(self) -> Self:
        for item in self.items:
            if item.id is None:
                raise refusal(message("The row “{title}” has no id.", title=item.title))
        no_duplicates(lambda item: item.id, self.items)
        return self

    @model_validator(mode="after")
    def _only_factors_are_named(self) -> Self:
        for loc, text, may_name in self._texts():
            names = {"{factor}"} if may_name else set()
            if [part for part in re.findall(r"\{[^{}]*\}?|\}", text) if part not in names]:
                what = message("The braces in “{text}” can't be filled.", text=text)
                remedy = message("Write only {factor}, in text and points of rows for each factor.", factor="{factor}")
                raise refusal(what, remedy, at=loc)
        return self

    def _texts(self) -> Iterator[tuple[tuple[str | int, ...], str, bool]]:
        """Every text with its place, and whether it may name the factor that its row is about."""
        for key in ("title", "lead", "unchosen_factor"):
            yield (key,), getattr(self, key) or "", False
        for place, line in enumerate(self.before):
            yield from ((("before", place), text, False) for text in (line.text, *line.advice))
        for place, item in enumerate(self.items):
            may_name, at = item.each == "factor" and not item.is_break, ("items", place)
            others = (item.title, item.short or "", item.who or "", item.materials or "", *item.considerations)
            yield from ((at, text, False) for text in others)
            yield (*at, "text"), item.rest, may_name
            yield from (((*at, "points", n, "text"), point.text, may_name) for n, point in enumerate(item.points))

    @model_validator(mode="after")
    def _factors_together(self) -> Self:
        places = [place for place, item in enumerate(self.items) if item.each == "factor"]
        if places and places != list(range(places[0], places[-1] + 1)):
            raise refusal(message("The rows for each factor are to stand together."))
        if places and self.unchosen_factor is None:
            raise refusal(message("Rows for each factor need “unchosen_factor”."))
        return self
