"""The slides that every workshop's deck begins and ends with, and how it is said when people meet again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models.amounts import answers_are_shown, groups_of, groups_on_themes
from ..models.base import Step
from ..models.timetable import sessions
from .contact import with_mail
from .deck_parts import Room
from .deck_times import Span
from .parked import parked_answer
from .slides import Slide
from .workshop import agenda_rows, what_follows

_LEAST = 2  # minutes of a group in plenum


def opening(room: Room, agenda: Span, *, considerations: str) -> Iterator[Slide]:
    """The first slide, which is up while people arrive, and the agenda, which is up for its time."""
    workshop = room.programme.workshops.of(room.step)
    stage = room.library.samlet_plan.tool.step(room.step)
    day = room.library.language.date_text(workshop.date) if workshop.date else ""
    workshop_line, date = room.words["subtitle"]
    parts = [workshop_line.format(number=stage.number, name=stage.name), date.format(date=day)]
    yield room.slide(
        "title",
        "welcome",
        0,
        room.hours.row(0),
        places={"considerations": considerations},
        title=room.sheet.title,
        kicker=room.programme.organisation or room.words["blank"]["organisation"],
        subtitle="\n".join(filter(None, parts)),
    )
    yield room.slide("agenda", "agenda", 0, agenda, columns=dict(room.words["columns"]), rows=list(_agenda_rows(room)))


def _agenda_rows(room: Room) -> Iterator[dict[str, str]]:
    library, hours = room.library, room.hours
    for begin, title, minutes in agenda_rows(library, room.programme, room.step):
        yield _agenda_row(room, begin, title, minutes)
    end = _agenda_row(room, hours.session.minutes, what_follows(library, hours.session), hours.session.minutes)
    yield end | {"minutes": room.words["total"].format(minutes=end["minutes"])}


def _agenda_row(room: Room, begin: int, title: str, minutes: int) -> dict[str, str]:
    moment = room.hours.session.at(begin)
    clock = room.library.language.clock_text(moment) if moment else room.words["blank"]["clock"]
    return {"clock": clock, "title": title, "minutes": str(minutes)}


def quotation(room: Room, number: int, span: Span) -> Slide:
    """What somebody said of the tool, in quotation marks from the first line to the last."""
    quoted, marks = room.library.samlet_plan.tool.quotations[number], room.words["quoted"]
    lines = list(quoted.lines)
    lines[0] = marks["first"].format(line=lines[0])
    lines[-1] = marks["last"].format(line=lines[-1])
    return room.slide(
        "quote", "quotation", 0, span, places={"said_by": quoted.said_by}, title=quoted.title, lines=lines
    )


def closing(room: Room, row: int, span: Span, *, title: str | None = None) -> Slide:
    """The last slide: thanks, whom to ask, and when it goes on the same day, or when the plan is followed up."""
    session, items = room.hours.session, room.hours.items
    fields: dict[str, Any] = {"title": title} if title else {}
    if session.pause_end:
        fields = {"title": room.words["thanks_for_now"]}
    contact = room.programme.contact
    known = room.words["between"].join(filter(None, (contact.name, contact.email)))
    return room.slide(
        "closing",
        "closing",
        row,
        span,
        places={"maybe_on": room.words["maybe_on"] if items[-1].is_break else ""},
        lead="\n".join(filter(None, (_evaluated(room), meeting_again(room)))),
        **with_mail(
            room.programme,
            room.words["contact"].format(text=known) if known else room.words["blank"]["contact"],
            "contact",
        ),
        **fields,
    )


def _evaluated(room: Room) -> str:
    """That people fill in a form before they go, where there are so many that their answers are shown."""
    goes_on = room.hours.session.pause_end is not None
    return "" if goes_on or not answers_are_shown(room.programme.participants) else str(room.words["evaluate"])


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


def next_meeting(room: Room) -> dict[str, str]:
    """When people meet again, or a place to write it; where it goes on the same day, the last slide tells that."""
    words, known = room.words["next"], meeting_again(room)
    is_today = room.hours.session.pause_end is not None
    return {
        "next": "" if is_today else known or words["by_hand"],
        "undecided": "" if known else words["undecided"],
    }


def parked_so_far(room: Room) -> str:
    """The parked themes and who answers when, for the notes; empty where none is parked."""
    names, words = {theme.id: theme.short for _, theme in room.themes}, room.words["parked_place"]
    answers = [(names[parked.theme], parked_answer(room.library, parked)) for parked in room.programme.themes.parked]
    return " ".join(words["answered" if told else "open"].format(theme=name, answer=told) for name, told in answers)


def turns(room: Room, span: Span, name: str) -> dict[str, str]:
    """How the groups take turns in plenum, from the words of that `name`, and how long each has.

    Where there are so many groups that none would have two minutes, they don't take turns.
    """
    words, groups = room.words[name], _groups(room)
    minutes = span.minutes // groups if groups else 0
    kind = "unknown" if not groups else "one" if groups == 1 else "known" if minutes >= _LEAST else "many"
    told = room.library.language.minutes_in_words(minutes)
    each = room.words["plenum"]["each"].format(minutes=told) if kind == "known" else ""
    return {"one_by_one": words[kind].format(minutes=told), "each": each}


def before_end(room: Room, span: Span, minutes: int) -> str:
    """When it is so many minutes before the end of something, for the notes."""
    words, moment = room.words["soon"], room.hours.session.at(span.begin + span.minutes - minutes)
    if moment is None:
        return str(words["minutes"].format(minutes=room.library.language.minutes_in_words(minutes)))
    return str(words["clock"].format(clock=room.library.language.clock_text(moment)))


def _groups(room: Room) -> int:
    """How many groups there are: about as many as the participants make, or those that work on the chosen themes."""
    participants, themes = room.programme.participants or 0, len(room.chosen)
    if room.step is Step.PREPARE:
        made = groups_of(participants)
        return (made.fewest + made.most) // 2 if participants else 0
    return groups_on_themes(participants, themes) if participants and themes else themes
