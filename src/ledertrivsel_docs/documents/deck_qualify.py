"""The deck of the second workshop: from the chosen themes to what can be done for each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .deck_parts import Room, panel
from .deck_prepare import theme_line
from .deck_shared import closing, next_meeting, opening, parked_so_far, quotation, turns
from .deck_times import Span
from .found_before import rated_line, reasons
from .slides import Slide

_WELCOME, _QUALIFY, _BREAK = range(3)  # the rows of the run sheet, the break where there is one
_GROUPS, _PLENUM = 0, 2  # points of the long row; the groups' work has a name


def slides(room: Room) -> Iterator[Slide]:
    """All slides in the order of the run sheet's rows."""
    yield from _welcome(room)
    yield from _groups(room)
    yield from _work(room)
    yield from _end(room)


def _welcome(room: Room) -> Iterator[Slide]:
    plan = room.library.samlet_plan
    found = _found(room)
    spans = room.shares(
        room.hours.row(_WELCOME), "agenda", "purpose", *(("found",) if found else ()), "quotation", "since"
    )
    yield from opening(room, spans["agenda"], considerations=" ".join(room.hours.items[_WELCOME].considerations))
    yield room.slide(
        "section",
        "purpose",
        _WELCOME,
        spans["purpose"],
        kicker=plan.tool.purpose.title,
        lead=plan.qualification.intro[-1],
    )
    if found:
        notes = [{"label": label, "text": text} for label, text in _reasons(room)]
        places = {"read": room.words["found_read"] if notes else ""}
        made = room.slide("result", "found", _WELCOME, spans["found"], places=places, items=found)
        yield made.with_notes_after(notes)
    yield quotation(room, 0, spans["quotation"])
    yield room.slide(
        "question",
        "since",
        _WELCOME,
        spans["since"],
        places={"parked": parked_so_far(room)},
        questions=[{"text": text} for text in plan.run_sheets.asked.knowledge.now],
    )


def _found(room: Room) -> list[dict[str, str]]:
    """Where each of the chosen themes lies on the map, in the order of their priority; nothing where none is rated."""
    pattern = room.words["found_theme"]
    rated = ((theme, rated_line(room.library, room.programme, theme.id)) for _, theme in room.chosen)
    return [{"text": pattern.format(theme=theme.short, rated=line)} for theme, line in rated if line]


def _reasons(room: Room) -> Iterator[tuple[str, str]]:
    """For the notes: why the themes were chosen, and why each was rated so."""
    words = room.words["found_notes"]
    if room.programme.themes.reasons:
        yield words["chosen"], " ".join(room.programme.themes.reasons.split())
    for _, theme in room.chosen:
        for reason in reasons(room.library, room.programme, theme.id):
            yield words["theme"].format(theme=theme.short), " ".join(reason.split())


def _groups(room: Room) -> Iterator[Slide]:
    spans = room.shares(room.hours.point(_QUALIFY, _GROUPS), "themes", "groups")
    titles = room.chosen_labels()
    yield room.slide(
        "theme",
        "themes",
        _QUALIFY,
        spans["themes"],
        themes=[theme_line(*found) for found in room.chosen]
        or [{"number": "", "title": title, "question": ""} for title in titles],
    )
    yield room.slide(
        "result",
        "groups",
        _QUALIFY,
        spans["groups"],
        places={
            "considerations": " ".join(room.hours.items[_QUALIFY].considerations),
            "form_groups": room.words["form_groups"]["one" if len(room.chosen) == 1 else "some"],
        },
    )


def _work(room: Room) -> Iterator[Slide]:
    content, pattern = room.library.samlet_plan.qualification, room.words["support"]
    work = room.hours.point(_QUALIFY, room.sheet.point("group-work")[1])
    yield room.slide(
        "question",
        "work",
        _QUALIFY,
        work,
        places={
            "themes": room.words["between"].join(room.chosen_labels()) if room.chosen else "",
            "advice": room.library.samlet_plan.tool.step(room.step).points[-1],
            "low": str(content.scale.low),
            "high": str(content.scale.high),
        },
        questions=[
            {"number": str(number), "text": pattern.format(label=asked.label, text=" ".join(asked.questions))}
            for number, asked in enumerate(content.questions, 1)
        ],
        until=room.until(work),
    )
    yield plenum(room, _QUALIFY, _last_point(room)["plenum"])


def _last_point(room: Room) -> dict[str, Span]:
    names = ("plenum", "next", "closing") if _is_closed(room) else ("plenum", "next")
    return room.shares(room.hours.point(_QUALIFY, _PLENUM), *names)


def _is_closed(room: Room) -> bool:
    """Whether there are thanks at the end; not where the break is the last that people see, as it goes on after it."""
    return not (room.hours.items[-1].is_break and room.hours.session.pause_end)


def _end(room: Room) -> Iterator[Slide]:
    """What comes next; then thanks, the break, or both where nobody knows yet whether it goes on the same day."""
    session, spans = room.hours.session, _last_point(room)
    yield room.slide("result", "next", _QUALIFY, spans["next"], places=next_meeting(room))
    if _is_closed(room):
        yield closing(room, _QUALIFY, spans["closing"])
    if room.hours.items[-1].is_break:
        span = room.hours.row(_BREAK)
        resume = session.pause_end or span.end
        clock = room.library.language.clock_text(resume) if resume else ""
        yield room.slide(
            "section",
            "break",
            _BREAK,
            span,
            places={
                "resume": room.words["at"]["exact"].format(clock=clock) if clock else "",
                "maybe_no_break": "" if session.pause_end else room.words["maybe_no_break"],
            },
            title=room.hours.items[_BREAK].title,
            lead=room.words["until"]["exact"].format(clock=clock) if clock else room.until(span),
        )


def plenum(room: Room, row: int, span: Span) -> Slide:
    """The groups tell each other what they have come to."""
    return room.slide(
        "exercise",
        "plenum",
        row,
        span,
        places=turns(room, span, "plenum"),
        until=room.until(span),
        **chosen_panel(room),
    )


def chosen_panel(room: Room) -> dict[str, Any]:
    """The chosen themes in sight beside an exercise, or places to write them."""
    return panel(room.words["panel"]["chosen" if room.chosen else "blank"], room.chosen_labels())
