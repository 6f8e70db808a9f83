"""The rows of a run sheet as it prints them: clock times, minutes, slides, bullets, who leads, what to think of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..models.language import Language
from ..models.library import Library
from ..models.programme_fields import Workshop
from ..models.run_sheet import AgendaItem
from ..models.timetable import Session
from .copy import Copy
from .deck_times import Hours
from .frame import or_place
from .workshop import clock_or_place


def facts(library: Library, words: Mapping[str, Any], workshop: Workshop, session: Session) -> dict[str, str]:
    """When and where people meet and who leads, with places to write what isn't known."""
    language = library.language
    end = session.at(session.minutes)
    span = language.span_text(session.start, end) if session.start and end else ""
    known = {
        "date": language.long_date_text(workshop.date) if workshop.date else None,
        "time": words["span"].format(span=span, minutes=session.minutes) if span else None,
        "place": workshop.place,
        "facilitator": workshop.facilitator,
    }
    return {name: or_place(text, words["by_hand"][name]) for name, text in known.items()}


def item_rows(
    library: Library, words: Mapping[str, Any], copy: Copy, hours: Hours, leader: str
) -> Iterator[dict[str, Any]]:
    """A row for each item; `leader` leads those of which the run sheet doesn't say who does."""
    for number, (item, begin) in enumerate(zip(hours.items, hours.begins, strict=True)):
        yield {
            "clock": clock_or_place(library, words, hours.session.at(begin)),
            "minutes": library.language.minutes_text(item.minutes),
            "slides": slide_numbers(words["slide_numbers"], copy.slides.get(number, ())),
            "title": item.title,
            "rest": item.rest,
            "points": _points(library.language, words, item, hours.session, begin),
            "who": words["everyone"] if item.is_break else item.who or leader,
            "notes": _notes(words, item),
        }


def end_row(library: Library, words: Mapping[str, Any], hours: Hours, title: str) -> dict[str, str]:
    """The last row: when it is over, and how long it took."""
    session, intro = hours.session, hours.introduction
    breaks = sum(item.minutes for item in hours.items if item.is_break)
    total = words["total_with_break" if breaks else "total_with_intro" if intro else "total"].format(
        minutes=session.minutes, work=session.minutes - breaks, pause=breaks, rest=session.minutes - intro, intro=intro
    )
    return {
        "clock": clock_or_place(library, words, session.at(session.minutes)),
        "slides": words["slide_numbers"]["none"],
        "title": title,
        "note": total,
    }


def slide_numbers(patterns: Mapping[str, str], numbers: Sequence[int]) -> str:
    """The numbers of slides, from the first to the last."""
    pattern = patterns["none" if not numbers else "one" if len(numbers) == 1 else "many"]
    return pattern.format(first=min(numbers, default=0), last=max(numbers, default=0))


def _points(
    language: Language, words: Mapping[str, Any], item: AgendaItem, session: Session, begin: int
) -> list[dict[str, str]]:
    """The bullets of a row with their clock times; a time that rests on a proposal of ours says so (ca.)."""
    points: list[dict[str, str]] = []
    last = 0
    for point, start, is_own in zip(item.points, item.point_starts, item.starts_on_own_minutes, strict=True):
        last = last if start is None else start
        begins = last + point.own_after if point.own_after else start
        moment = session.at(begin + begins) if begins is not None else None
        clock = language.clock_text(moment) if moment else ""
        text = point.text
        if point.own_minutes and not clock:
            text = words["own_minutes"].format(text=text, minutes=point.own_minutes)
        if clock and (is_own or point.own_after):
            clock = words["own_clock"].format(clock=clock)
        points.append({"clock": clock, "text": text})
    return points


def _notes(words: Mapping[str, Any], item: AgendaItem) -> list[str]:
    materials = [words["materials"].format(materials=item.materials)] if item.materials else []
    return [*item.considerations, *materials]
