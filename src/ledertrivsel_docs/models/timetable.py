"""When each workshop is held, and what is held in it: clock times, minutes, breaks between workshops of one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import accumulate, pairwise

from .base import Step
from .library import Library
from .programme_fields import ProgrammeFields
from .run_sheet import AgendaItem

_DAY = 24 * 60
_LUNCH_FROM, _LUNCH_TO = 11 * 60 + 15, 13 * 60 + 30
_BREAK, _LUNCH = 15, 45


@dataclass(frozen=True, slots=True)
class Session:
    """A workshop in the day: `start` is None where it isn't known.

    On the same day another one begins at `pause_end`; `pause` is what lies between them, "lunch" or "break", or None
    where it is no more than the break that the workshop itself ends with.
    """

    start: time | None
    minutes: int
    pause: str | None = None
    pause_end: time | None = None

    def at(self, minutes: int) -> time | None:
        """The time of day so many minutes into the workshop; None where nobody knows, or it is a day later."""
        return None if self.start is None or minutes >= _DAY else _clock(_minute(self.start) + minutes)

    def overlaps(self, following: Session) -> bool:
        """Whether another one of the same day begins before this one has ended."""
        if self.start is None or following.start is None:
            return False
        return _minute(self.start) <= _minute(following.start) < _minute(self.start) + self.minutes


def agenda(programme: ProgrammeFields, library: Library, step: Step) -> tuple[AgendaItem, ...]:
    """The rows of a workshop's run sheet. A break before the next step is held where that step follows the same day,
    unless lunch or a longer break comes instead.
    """
    items = library.samlet_plan.run_sheets.of(step).items
    worked = tuple(item for item in items if not item.is_break)
    breaks_follow = _follows_on(programme, step) and sessions(programme, library)[step].pause is None
    return items if breaks_follow else worked


def break_minutes(programme: ProgrammeFields, library: Library, step: Step) -> int:
    """How long the break is that a workshop itself ends with; 0 where none is held."""
    return sum(item.minutes for item in agenda(programme, library, step) if item.is_break)


def introduction_minutes(programme: ProgrammeFields, library: Library, step: Step) -> int:
    """How long the introduction tool takes in a workshop; 0 where it isn't used."""
    used = step is Step.PREPARE and programme.workshops.prepare.intro
    return library.samlet_plan.run_sheets.of(step).note_minutes or 0 if used else 0


def sessions(programme: ProgrammeFields, library: Library) -> dict[Step, Session]:
    """The three workshops; one without a start follows the one before it on the same day, after a break or lunch.

    There is one lunch a day.
    """
    workshops, sheets = programme.workshops, library.samlet_plan.run_sheets
    found = {
        step: Session(
            workshops.of(step).start, sheets.of(step).minutes + introduction_minutes(programme, library, step)
        )
        for step in Step
    }
    for first, second in pairwise(Step):
        own_break = sheets.of(first).total_minutes - sheets.of(first).minutes
        if _follows_on(programme, first):
            had_lunch = any(session.pause == "lunch" for session in found.values())
            found[first], found[second] = _on_one_day(found[first], found[second], own_break, had_lunch=had_lunch)
    return found


def _follows_on(programme: ProgrammeFields, step: Step) -> bool:
    """Whether the next step is held the same day."""
    following, workshops = list(Step)[list(Step).index(step) + 1 :], programme.workshops
    day = workshops.of(step).date
    return day is not None and bool(following) and day == workshops.of(following[0]).date


def _with_break(session: Session, own_break: int) -> Session:
    return replace(session, minutes=session.minutes + own_break)


def _on_one_day(first: Session, second: Session, own_break: int, *, had_lunch: bool) -> tuple[Session, Session]:
    """The workshops with what lies between them: lunch, a break, or just the break that the first one ends with."""
    if first.start is None:
        return _with_break(first, own_break), second
    end = _minute(first.start) + first.minutes
    is_noon = not had_lunch and _LUNCH_FROM <= end <= _LUNCH_TO
    begin = _minute(second.start) if second.start else end + (_LUNCH if is_noon else own_break or _BREAK)
    at_noon = 0 if had_lunch else min(begin, _LUNCH_TO + _LUNCH) - max(end, _LUNCH_FROM)
    if at_noon > 2 * _BREAK:
        pause = "lunch"
    elif begin > end + own_break:
        pause = "break"
    else:  # the first one's own break is all there is, or they overlap, which `check` warns of
        held = _with_break(first, own_break)
        follows = bool(own_break) and begin == end + own_break
        return (replace(held, pause_end=_clock(begin)) if follows else held), replace(second, start=_clock(begin))
    return replace(first, pause=pause, pause_end=_clock(begin)), replace(second, start=_clock(begin))


def steps_of_the_day(programme: ProgrammeFields, step: Step) -> tuple[Step, ...]:
    """The workshops that are held on the same day as that of a step, itself among them."""
    day = programme.workshops.of(step).date
    return tuple(other for other in Step if other is step or (day and programme.workshops.of(other).date == day))


def item_begins(items: Sequence[AgendaItem], *, introduction: int = 0) -> list[int]:
    """Minutes from the workshop's start to each row; the minutes of the introduction tool come after the first."""
    lengths = [item.minutes for item in items]
    lengths[0] += introduction
    return list(accumulate(lengths[:-1], initial=0))


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _clock(minute: int) -> time:
    return time(*divmod(minute % _DAY, 60))
