"""The run sheet (drejebog) of a workshop, with clock times from the time it starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time
from typing import Any

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme, Workshop
from ..models.run_sheet import AgendaItem, RunSheet
from .copy import Copy
from .frame import Context, frame, or_place
from .schedule import Session, has_introduction, item_begins, sessions, starts_on_own_minutes


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts` of the meeting, `items` with their times, the `end`, and `notes` below."""
    step = copy.step or Step.PREPARE
    sheet = library.samlet_plan.run_sheets.of(step)
    words = library.words["run-sheet"]
    workshop = programme.workshops.of(step)
    session = sessions(library, programme)[step]
    introduction = has_introduction(programme, step)
    return frame(library, programme, copy, kicker=words["kicker"], title=sheet.title, lead=sheet.lead) | {
        "facts": facts(library, workshop, session),
        "items": list(_items(library, sheet, session, workshop, introduction)),
        "end": _end(library, sheet, session),
        "notes": [
            *([sheet.note] if sheet.note and not introduction else []),
            words["origin"].format(title=sheet.source_title),
        ],
    }


def facts(library: Library, workshop: Workshop, session: Session) -> dict[str, str]:
    """When and where a workshop is and who leads it, with places to write what isn't known."""
    words, language = library.words["run-sheet"], library.language
    end = session.at(session.minutes)
    span = language.span_text(session.start, end) if session.start and end else ""
    known = {
        "date": language.long_date_text(workshop.date) if workshop.date else None,
        "time": words["span"].format(span=span, minutes=session.minutes) if span else None,
        "place": workshop.place,
        "facilitator": workshop.facilitator,
    }
    return {name: or_place(text, words["by_hand"][name]) for name, text in known.items()}


def _items(
    library: Library, sheet: RunSheet, session: Session, workshop: Workshop, introduction: bool
) -> Iterator[dict[str, Any]]:
    words = library.words["run-sheet"]
    begins = item_begins(sheet, introduction=introduction)
    for number, (item, begin) in enumerate(zip(sheet.items, begins, strict=True)):
        yield {
            "clock": _clock(library, session.at(begin)),
            "minutes": library.language.minutes_text(item.minutes),
            "title": item.title,
            "rest": item.rest,
            "points": _points(library, item, session, begin),
            "who": words["everyone"] if item.is_break else item.who or workshop.facilitator or words["leader"],
            "notes": _notes(words, item),
        }
        if introduction and number == 0 and sheet.note_minutes:
            yield _introduction(library, sheet, session, workshop, begin + item.minutes)


def _introduction(
    library: Library, sheet: RunSheet, session: Session, workshop: Workshop, begin: int
) -> dict[str, Any]:
    words = library.words["run-sheet"]
    return {
        "clock": _clock(library, session.at(begin)),
        "minutes": library.language.minutes_text(sheet.note_minutes or 0),
        "title": words["intro_title"],
        "rest": "",
        "points": [],
        "who": workshop.facilitator or words["leader"],
        "notes": [sheet.note] if sheet.note else [],
    }


def _points(library: Library, item: AgendaItem, session: Session, begin: int) -> list[dict[str, str]]:
    """The bullets of a row with their clock times; a time that rests on a proposal of ours says so (ca.)."""
    words = library.words["run-sheet"]
    points: list[dict[str, str]] = []
    for point, start, is_own in zip(item.points, item.point_starts, starts_on_own_minutes(item), strict=True):
        moment = session.at(begin + start) if start is not None else None
        clock = library.language.clock_text(moment) if moment else ""
        text = point.text
        if point.own_minutes and not clock:
            text = words["own_minutes"].format(text=text, minutes=point.own_minutes)
        points.append({"clock": words["own_clock"].format(clock=clock) if clock and is_own else clock, "text": text})
    return points


def _notes(words: Any, item: AgendaItem) -> list[str]:
    materials = [words["materials"].format(materials=item.materials)] if item.materials else []
    return [*item.considerations, *materials]


def _end(library: Library, sheet: RunSheet, session: Session) -> dict[str, str]:
    words = library.words["run-sheet"]
    breaks = sum(item.minutes for item in sheet.items if item.is_break)
    total = words["total_with_break" if breaks else "total"].format(
        minutes=session.minutes, work=session.minutes - breaks, pause=breaks
    )
    title = words["end"]
    if session.pause and session.pause_end:
        title = words[session.pause].format(end=library.language.clock_text(session.pause_end))
    return {
        "clock": _clock(library, session.at(session.minutes)),
        "title": title,
        "note": total,
    }


def _clock(library: Library, moment: time | None) -> str:
    return library.language.clock_text(moment) if moment else library.words["run-sheet"]["by_hand"]["clock"]
