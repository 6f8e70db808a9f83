"""Clock times: when each workshop starts and ends, also when several are held on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from itertools import accumulate, pairwise

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.run_sheet import AgendaItem
from ..models.timetable import workshop_minutes

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
    workshops = programme.workshops
    found = {step: Session(workshops.of(step).start, workshop_minutes(programme, library, step)) for step in Step}
    for first, second in pairwise(Step):
        if (day := workshops.of(first).date) is not None and day == workshops.of(second).date:
            found[first], found[second] = _on_one_day(found[first], found[second])
    return found


def _on_one_day(first: Session, second: Session) -> tuple[Session, Session]:
    if first.start is None:
        return first, second
    end = _minute(first.start) + first.minutes
    is_lunch = _LUNCH_FROM <= end <= _LUNCH_TO
    begin = _minute(second.start) if second.start else end + (_LUNCH if is_lunch else _BREAK)
    if begin <= end:  # they overlap, which `check` warns of
        return first, second
    pause = "lunch" if is_lunch and begin - end > _BREAK else "break"
    return replace(first, pause=pause, pause_end=_clock(begin)), replace(second, start=_clock(begin))


def introduction_minutes(library: Library, programme: Programme, step: Step) -> int:
    """How long the introduction tool takes in a workshop; 0 where it isn't used."""
    used = step is Step.PREPARE and programme.workshops.prepare.intro
    return library.samlet_plan.run_sheets.of(step).note_minutes or 0 if used else 0


def item_begins(items: Sequence[AgendaItem], *, introduction: int = 0) -> list[int]:
    """Minutes from the workshop's start to each row; the minutes of the introduction tool come after the first."""
    lengths = [item.minutes for item in items]
    lengths[0] += introduction
    return list(accumulate(lengths[:-1], initial=0))


def starts_on_own_minutes(item: AgendaItem) -> list[bool]:
    """For each point of a row, whether when it starts rests on minutes that are the kit's proposal."""
    proposals = [point.own_minutes is not None for point in item.points]
    return [any(proposals[:number]) for number in range(len(proposals))]


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _clock(minute: int) -> time:
    return time(*divmod(minute % _DAY, 60))
