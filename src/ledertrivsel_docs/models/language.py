"""How Danish writes days, times and lengths, as data from `content/language.yaml`, and the names of the keys."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated

from pydantic import Field

from .base import Line, Text
from .frozen import FrozenMap
from .source import Sourced


class Language(Sourced):
    """Months, weekdays from Monday, words for yes and no, and the patterns that dates and times are written by.

    `empty_fields` are what Word writes in a field that somebody has emptied.
    """

    months: Annotated[tuple[Line, ...], Field(min_length=12, max_length=12)]
    weekdays: Annotated[tuple[Line, ...], Field(min_length=7, max_length=7)]
    date_pattern: Text
    long_date_pattern: Text
    clock_pattern: Text
    span_pattern: Text
    minutes_pattern: Text
    minute_words: FrozenMap[Line, Line]
    hour_words: FrozenMap[Line, Line]
    yes: tuple[Line, ...]
    no: tuple[Line, ...]
    empty_fields: tuple[Line, ...] = ()

    def date_text(self, day: date) -> str:
        """A day without its weekday: 12. januar 2027."""
        return self.date_pattern.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def long_date_text(self, day: date) -> str:
        """A day with its weekday: tirsdag den 12. januar 2027."""
        weekday, month = self.weekdays[day.weekday()], self.months[day.month - 1]
        return self.long_date_pattern.format(weekday=weekday, day=day.day, month=month, year=day.year)

    def clock_text(self, moment: time) -> str:
        """A time of day: 9.00."""
        return self.clock_pattern.format(hour=moment.hour, minute=moment.minute)

    def span_text(self, start: time, end: time) -> str:
        """From one time of day to another: 9.00–10.30."""
        return self.span_pattern.format(start=self.clock_text(start), end=self.clock_text(end))

    def minutes_text(self, count: int) -> str:
        """A length, short: 15 min."""
        return self.minutes_pattern.format(minutes=count)

    def minutes_in_words(self, count: int) -> str:
        """A length, written out: 1 minut, 15 minutter."""
        return f"{count} {self.minute_words['one' if count == 1 else 'many']}"

    def hours_text(self, count: int) -> str:
        """Many minutes as hours: 84 timer, 4 timer 40 min, 40 min."""
        hours, rest = divmod(count, 60)
        whole = f"{hours} {self.hour_words['one' if hours == 1 else 'many']}" if hours or not rest else ""
        return " ".join(filter(None, (whole, self.minutes_text(rest) if rest else "")))


class Keys(Sourced):
    """`content/keys.yaml`: the Danish name of every key of the programme and brand files."""

    keys: FrozenMap[Line, Line]
