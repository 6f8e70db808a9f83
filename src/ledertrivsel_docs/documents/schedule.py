"""Clock times: when each workshop starts and ends, also when several are held on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_checks import workshop_minutes

_DAY = 24 * 60
_LUNCH_FROM, _LUNCH_TO = 11 * 60 + 15, 13 * 60 + 30
_BREAK, _LUNCH = 15, 45


@dataclass(frozen=True, slots=True)
class Session:
    """A workshop in the day: `start` is None where it isn't known. `pause` names what follows on the same day."""

    start: time | None
    minutes: int
    pause: str | None = None
    pause_end: time | None = None

    def at(self, minutes: int) -> time | None:
        """The time of day so many minutes into the workshop."""
        return None if self.start is None else _clock(_minute(self.start) + minutes)


def sessions(library: Library, programme: Programme) -> dict[Step, Session]:
    """The three workshops; one without a start follows the one before it on the same day, after a break or lunch."""
    found: dict[Step, Session] = {}
    previous: Step | None = None
    for step in Step:
        workshop = programme.workshops.of(step)
        start = workshop.start
        before = found.get(previous) if previous else None
        same_day = (
            previous is not None
            and workshop.date is not None
            and workshop.date == programme.workshops.of(previous).date
        )
        if before is not None and previous is not None and same_day and before.start is not None:
            end = _minute(before.start) + before.minutes
            is_lunch = _LUNCH_FROM <= end <= _LUNCH_TO
            begin = _minute(start) if start else end + (_LUNCH if is_lunch else _BREAK)
            start = _clock(begin)
            if begin > end:
                pause = "lunch" if is_lunch and begin - end >= _LUNCH - _BREAK else "break"
                found[previous] = Session(before.start, before.minutes, pause, start)
        found[step] = Session(start, workshop_minutes(programme, library, step))
        previous = step
    return found


def has_introduction(programme: Programme, step: Step) -> bool:
    """Whether the workshop begins with the introduction tool."""
    return step is Step.PREPARE and programme.workshops.prepare.intro


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _clock(minute: int) -> time:
    return time(*divmod(minute % _DAY, 60))
