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
    """A workshop in the day: `start` is None where it isn't known. `pause` names what follows on the same day."""

    start: time | None
    minutes: int
    pause: str | None = None
    pause_end: time | None = None

    def at(self, minutes: int) -> time | None:
        """The time of day so many minutes into the workshop."""
        return None if self.start is None else _clock(_minute(self.start) + minutes)

    def overlaps(self, following: Session) -> bool:
        """Whether another one of the same day begins before this one has ended."""
        if self.start is None or following.start is None:
            return False
        return _minute(self.start) <= _minute(following.start) < _minute(self.start) + self.minutes


def agenda(programme: ProgrammeFields, library: Library, step: Step) -> tuple[AgendaItem, ...]:
    """The rows of a workshop's run sheet. A break before the next step is held only where that step follows the same
    day; as long as neither has a date, it may.
    """
    items = library.samlet_plan.run_sheets.of(step).items
    following = list(Step)[list(Step).index(step) + 1 :]
    workshops = programme.workshops
    if following and workshops.of(step).date == workshops.of(following[0]).date:
        return items
    return items[:-1] if items[-1].is_break else items


def workshop_minutes(programme: ProgrammeFields, library: Library, step: Step) -> int:
    """How long a workshop takes, with breaks and, where it is chosen, the introduction."""
    minutes = sum(item.minutes for item in agenda(programme, library, step))
    return minutes + introduction_minutes(programme, library, step)


def introduction_minutes(programme: ProgrammeFields, library: Library, step: Step) -> int:
    """How long the introduction tool takes in a workshop; 0 where it isn't used."""
    used = step is Step.PREPARE and programme.workshops.prepare.intro
    return library.samlet_plan.run_sheets.of(step).note_minutes or 0 if used else 0


def sessions(programme: ProgrammeFields, library: Library) -> dict[Step, Session]:
    """The three workshops; one without a start follows the one before it on the same day, after a break or lunch."""
    workshops = programme.workshops
    found = {step: Session(workshops.of(step).start, workshop_minutes(programme, library, step)) for step in Step}
    for first, second in pairwise(Step):
        if (day := workshops.of(first).date) is not None and day == workshops.of(second).date:
            last = agenda(programme, library, first)[-1]
            found[first], found[second] = _on_one_day(found[first], found[second], last.minutes * last.is_break)
    return found


def _on_one_day(first: Session, second: Session, own_break: int) -> tuple[Session, Session]:
    """The workshops with what lies between them; the break that the first one ends with counts as part of that."""
    if first.start is None:
        return first, second
    end = _minute(first.start) + first.minutes
    at_lunch = _LUNCH_FROM <= end <= _LUNCH_TO
    length = _LUNCH - own_break if at_lunch else 0 if own_break else _BREAK
    begin = _minute(second.start) if second.start else end + length
    if begin == end and own_break:
        return first, replace(second, start=_clock(begin))
    if begin <= end:  # they overlap, which `check` warns of
        return first, second
    at_noon = min(begin, _LUNCH_TO + _LUNCH) - max(end, _LUNCH_FROM)
    pause = "lunch" if at_noon > 2 * _BREAK else "break"
    return replace(first, pause=pause, pause_end=_clock(begin)), replace(second, start=_clock(begin))


def item_begins(items: Sequence[AgendaItem], *, introduction: int = 0) -> list[int]:
    """Minutes from the workshop's start to each row; the minutes of the introduction tool come after the first."""
    lengths = [item.minutes for item in items]
    lengths[0] += introduction
    return list(accumulate(lengths[:-1], initial=0))


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _clock(minute: int) -> time:
    return time(*divmod(minute % _DAY, 60))
