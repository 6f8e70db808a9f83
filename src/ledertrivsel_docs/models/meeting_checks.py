"""What a programme says of the other tools' meetings, held against the library: tools, factors, questions, lengths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import repeat

from ..errors import Message, message, nearest
from ..reading.yaml_text import Finding, Loc
from .factors import Factor
from .library import Library
from .meetings import factors_of, held_meeting, questions_by_id
from .programme_fields import ProgrammeFields


def meeting_problems(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """What can't be used: names that nothing has, twice the same, marks on steps that a ladder doesn't have."""
    for kit in programme.meetings:
        if kit not in library.tools:
            yield _unknown(("meetings", kit), message("There is no meeting of “{name}”.", name=kit), kit, library.tools)
    for index, agreement in enumerate(programme.agreements):
        if agreement.kit not in library.kits:
            what = message("There is no kit “{kit}”.", kit=agreement.kit)
            yield _unknown(("agreements", index, "kit"), what, agreement.kit, library.kits)
    yield from _twice((("factors", index, "id"), factor.id) for index, factor in enumerate(programme.factors))
    yield from _meetings(programme, library)
    yield from _levels(programme, library)
    yield from _answers(programme, library)


def _meetings(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """Factors that a meeting can't be about, more groups than managers, own questions in two meetings."""
    asked_before = False
    for kit, meeting in programme.meetings.items():
        if kit not in library.tools:
            continue
        known = factors_of(programme, library, library.kits[kit])
        named = [(("meetings", kit, "factors", index), name) for index, name in enumerate(meeting.factors)]
        for loc, name in named:
            if known and name not in known:
                yield _unknown(loc, message("There is no factor “{name}”.", name=name), name, known)
        yield from _twice(named)
        held = held_meeting(programme, library, library.kits[kit])
        if held.sheet.by_manager and meeting.groups > held.managers:
            what = message(
                "{groups} groups are more than {managers} managers.", groups=meeting.groups, managers=held.managers
            )
            remedy = message("Write how many managers take part, and at most as many groups.")
            yield Finding(("meetings", kit, "groups"), what, remedy)
        if meeting.own_questions and asked_before:
            what = message("Another meeting has own questions already.")
            remedy = message("Answers name them by number, so only one meeting can have them.")
            yield Finding(("meetings", kit, "own_questions"), what, remedy)
        asked_before = asked_before or bool(meeting.own_questions)


def meeting_warnings(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """What is likely a slip: a meeting that is too long, something that is due before it."""
    for kit, meeting in programme.meetings.items():
        if kit not in library.tools:
            continue
        held = held_meeting(programme, library, library.kits[kit])
        if held.is_too_long:
            what = message(
                "The meeting takes {minutes} minutes, more than {longest}. The run sheet says how to split it.",
                minutes=held.minutes,
                longest=held.sheet.longest,
            )
            yield Finding(("meetings", kit), what, warning=True)
        yield from _too_early(("meetings", kit, "follow_up_date"), meeting.follow_up_date, meeting.date)
        for index, agreement in enumerate(programme.agreements):
            if agreement.kit == kit:
                yield from _too_early(("agreements", index, "when"), agreement.when, meeting.date)
        about = {factor.id for factor in held.factors}
        for index, level in enumerate(programme.levels):
            if level.factor in about:
                yield from _too_early(("levels", index, "by"), level.by, meeting.date)


def _too_early(loc: Loc, day: date | None, meeting: date | None) -> Iterator[Finding]:
    if day and meeting and day < meeting:
        what = message(
            "{day} comes before {before}, which is to happen first.", day=day.isoformat(), before=meeting.isoformat()
        )
        yield Finding(loc, what, warning=True)


def _levels(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    factors = {
        name: factor
        for kit in library.tools
        for name, factor in factors_of(programme, library, library.kits[kit]).items()
    }
    rated = [(("levels", index, "factor"), level.factor) for index, level in enumerate(programme.levels)]
    for loc, name in rated:
        if name not in factors:
            yield _unknown(loc, message("There is no factor “{name}”.", name=name), name, factors)
    yield from _twice(rated)
    yield from _marks(programme, factors)


def _marks(programme: ProgrammeFields, factors: Mapping[str, Factor]) -> Iterator[Finding]:
    for index, level in enumerate(programme.levels):
        factor = factors.get(level.factor)
        if factor is None:
            continue
        marks = [
            ((key, place), mark) for key in ("current", "desired") for place, mark in enumerate(getattr(level, key))
        ]
        for loc, mark in [*marks, (("target",), level.target or 1)]:
            if mark > len(factor.steps):
                what = message("The ladder has no step {step}.", step=mark)
                remedy = message("Write a number from 1 to {last}.", last=len(factor.steps))
                yield Finding(("levels", index, *loc), what, remedy)


def _answers(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    questions = questions_by_id(programme, library)
    asked = [(("dialogue", index, "question"), answer.question) for index, answer in enumerate(programme.dialogue)]
    for loc, name in asked:
        if name not in questions:
            yield _unknown(loc, message("There is no question “{name}”.", name=name), name, questions)
    whose = [(answer.person, answer.source) for answer in programme.dialogue]
    yield from _twice(asked, whose)


def _twice(named: Iterable[tuple[Loc, str]], whose: Iterable[object] = repeat(None)) -> Iterator[Finding]:
    """Names that are there twice; `whose` they are may tell them apart."""
    seen: set[tuple[str, object]] = set()
    for (loc, name), who in zip(named, whose, strict=False):
        if (name, who) in seen:
            yield Finding(loc, message("“{key}” is there twice.", key=name), message("Keep one of them."))
        seen.add((name, who))


def _unknown(loc: Loc, what: Message, name: str, known: Iterable[str]) -> Finding:
    return Finding(loc, what, nearest(name, known))
