"""The slides that every workshop's deck begins and ends with, and how it is said when people meet again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models.base import Step
from ..models.timetable import sessions
from .deck_parts import Room
from .deck_times import Span
from .meeting import clock_or_place, what_follows
from .parked import parked_answer
from .slides import Slide


def opening(room: Room, *, considerations: str) -> Iterator[Slide]:
    """The first slide, which is up while people arrive, and the agenda."""
    workshop = room.programme.workshops.of(room.step)
    stage = room.library.samlet_plan.tool.step(room.step)
    day = room.library.language.date_text(workshop.date) if workshop.date else ""
    number, name, date = room.words["subtitle"]
    parts = [number.format(number=stage.number), name.format(name=stage.name), date.format(date=day)]
    yield room.slide(
        "title",
        "welcome",
        0,
        room.hours.row(0),
        places={"considerations": considerations},
        title=room.sheet.title,
        kicker=room.programme.organisation,
        subtitle=room.words["between"].join(filter(None, parts)),
    )
    yield room.slide(
        "agenda", "agenda", 0, room.hours.row(0), columns=dict(room.words["columns"]), rows=list(_agenda_rows(room))
    )


def _agenda_rows(room: Room) -> Iterator[dict[str, str]]:
    library, hours = room.library, room.hours
    for number, (item, begin) in enumerate(zip(hours.items, hours.begins, strict=True)):
        yield _agenda_row(room, begin, item.title, item.minutes)
        if hours.introduction and number == 0:
            title = library.words["run-sheet"]["intro_title"]
            yield _agenda_row(room, begin + item.minutes, title, hours.introduction)
    end = _agenda_row(room, hours.session.minutes, what_follows(library, hours.session), hours.session.minutes)
    yield end | {"minutes": room.words["total"].format(minutes=end["minutes"])}


def _agenda_row(room: Room, begin: int, title: str, minutes: int) -> dict[str, str]:
    clock = clock_or_place(room.library, room.hours.session.at(begin))
    return {"clock": clock, "title": title, "minutes": str(minutes)}


def quotation(room: Room, number: int) -> Slide:
    """What somebody said of the tool."""
    quoted = room.library.samlet_plan.tool.quotations[number]
    return room.slide(
        "quote",
        "quotation",
        0,
        room.hours.row(0),
        places={"said_by": quoted.said_by},
        title=quoted.title,
        lines=list(quoted.lines),
        said_by=quoted.said_by,
    )


def closing(room: Room, row: int, span: Span, *, title: str | None = None) -> Slide:
    """The last slide: thanks, when people meet again, and whom to ask."""
    fields: dict[str, Any] = {"title": title} if title else {}
    if room.hours.session.pause_end:
        fields = {"title": room.words["thanks_for_now"]}
    contact = room.programme.contact
    known = room.words["between"].join(filter(None, (contact.name, contact.email)))
    return room.slide(
        "closing",
        "closing",
        row,
        span,
        lead=meeting_again(room),
        contact=room.words["contact"].format(text=known) if known else "",
        **fields,
    )


def meeting_again(room: Room) -> str:
    """When the next workshop begins, or after the last one when the plan is followed up; empty where it isn't known."""
    words, session = room.words["next"], room.hours.session
    if session.pause_end:
        return str(words["same_day"].format(clock=room.library.language.clock_text(session.pause_end)))
    following = list(Step)[list(Step).index(room.step) + 1 :]
    if not following:
        day = room.programme.plan.next_follow_up
        return str(words["follow_up"].format(date=room.library.language.date_text(day))) if day else ""
    workshop = room.programme.workshops.of(following[0])
    if workshop.date is None:
        return ""
    start = sessions(room.programme, room.library)[following[0]].start
    clock = room.words["at"]["exact"].format(clock=room.library.language.clock_text(start)) if start else ""
    day = words["at"].format(date=room.library.language.long_date_text(workshop.date), clock=clock).strip()
    return str(words["known"].format(text=", ".join(filter(None, (day, workshop.place)))))


def next_meeting(room: Room) -> str:
    """When people meet again, or a place to write it."""
    return meeting_again(room) or room.words["next"]["by_hand"]


def parked_so_far(room: Room) -> str:
    """The parked themes and who answers when, for the notes; empty where none is parked."""
    titles = {theme.id: theme.title for _, theme in room.themes}
    pattern = room.words["parked_place"]
    return " ".join(
        pattern.format(title=titles[parked.theme], answer=parked_answer(room.library, parked)).strip()
        for parked in room.programme.themes.parked
    )


def each_group(room: Room, span: Span) -> str:
    """How long each group has in plenum, where it is known how many there are and it is long enough to be said."""
    groups = len(room.chosen)
    minutes = span.minutes // groups if groups else 0
    if minutes < 2:
        return ""
    return str(room.words["each"].format(minutes=room.library.language.minutes_in_words(minutes)))
