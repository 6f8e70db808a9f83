"""When the slides of a deck are up, as the run sheet has it, and how that is said on them and in their notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from ..models.language import Language
from ..models.run_sheet import AgendaItem
from ..models.timetable import Session

_ROUND = 5  # minutes


@dataclass(frozen=True, slots=True)
class Span:
    """A row of the run sheet, a point in it or a part of that; `own_…` where it rests on the kit's own minutes.

    `begin` is in minutes from the start of the workshop.
    """

    begin: int
    start: time | None
    end: time | None
    minutes: int
    own_start: bool = False
    own_end: bool = False
    own_minutes: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """The times of one workshop: its rows, when each begins (minutes from the start), and where it lies in the day."""

    session: Session
    items: Sequence[AgendaItem]
    begins: Sequence[int]
    introduction: int = 0

    def row(self, row: int) -> Span:
        """The time of a whole row."""
        begin, minutes = self.begins[row], self.items[row].minutes
        return Span(begin, self.session.at(begin), self.session.at(begin + minutes), minutes)

    def intro(self) -> Span:
        """The time of the introduction tool, which comes after the first row."""
        begin = self.begins[0] + self.items[0].minutes
        return Span(begin, self.session.at(begin), self.session.at(begin + self.introduction), self.introduction)

    def point(self, row: int, place: int) -> Span:
        """The time of a point of a row; one without minutes has that of the point before it."""
        item, begin = self.items[row], self.begins[row]
        timed = [number for number, start in enumerate(item.point_starts) if start is not None]
        before = [number for number in timed if number <= place]
        if not before:
            return self.row(row)
        first, own = before[-1], item.starts_on_own_minutes
        following = next((number for number in timed if number > place), None)
        start = begin + (item.point_starts[first] or 0)
        end = begin + ((item.point_starts[following] or 0) if following else item.minutes)
        return Span(
            start,
            self.session.at(start),
            self.session.at(end),
            end - start,
            own_start=own[first],
            own_end=following is not None and own[following],
            own_minutes=item.points[first].own_minutes is not None,
        )

    def part(self, span: Span, *, after: int, minutes: int) -> Span:
        """A part of a row or a point, from so many minutes after its beginning; no longer than it lasts."""
        begin, length = span.begin + after, min(minutes, span.minutes - after)
        is_last = after + length == span.minutes
        return Span(
            begin,
            self.session.at(begin),
            self.session.at(begin + length),
            length,
            own_start=span.own_start or after > 0,
            own_end=span.own_end if is_last else True,
            own_minutes=True,
        )


def until(words: Mapping[str, Any], language: Language, span: Span) -> str:
    """How long people have: until a time of day, or where that isn't known so many minutes."""
    if span.end is None:
        return str(words["minutes"][_own(span.own_minutes)].format(minutes=language.minutes_in_words(span.minutes)))
    end = rounded(span.end) if span.own_end else span.end
    return str(words["until"][_own(span.own_end)].format(clock=language.clock_text(end)))


def rounded(moment: time) -> time:
    """The nearest five minutes: a room doesn't keep to 10.08."""
    minutes = (moment.hour * 60 + moment.minute + _ROUND // 2) // _ROUND * _ROUND
    return time(minutes // 60 % 24, minutes % 60)


def spelled(words: Mapping[str, Any], language: Language, span: Span) -> str:
    """From when to when and how long, for the notes."""
    length: str = language.minutes_in_words(span.minutes)
    if span.start is None or span.end is None:
        return str(words["minutes"][_own(span.own_minutes)].format(minutes=length))
    pattern = words["span"][f"{_own(span.own_start)}_to_{_own(span.own_end)}"]
    start, end = language.clock_text(span.start), language.clock_text(span.end)
    return str(pattern.format(start=start, end=end, minutes=length))


def begins(words: Mapping[str, str], language: Language, span: Span) -> str:
    """When something begins; empty where that isn't known. `words` are those for what rests on own minutes or not."""
    return words[_own(span.own_start)].format(clock=language.clock_text(span.start)) if span.start else ""


def _own(rests_on_own_minutes: bool) -> str:
    return "own" if rests_on_own_minutes else "exact"
