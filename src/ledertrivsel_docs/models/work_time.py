"""What the workshops take of people's working time, in minutes; breaks are counted apart, so they are left out."""

from __future__ import annotations

from dataclasses import dataclass

from .base import Step
from .library import Library
from .programme_fields import ProgrammeFields
from .timetable import introduction_minutes


@dataclass(frozen=True, slots=True)
class WorkTime:
    """Minutes of work: on the workshops for each and for all participants (None where their number isn't known).

    HR prepares the three workshops in `fewest` to `most` minutes, which is an estimate of ours. One person leads the
    workshops and isn't counted among the participants.
    """

    each: int
    all_participants: int | None
    fewest: int
    most: int

    @property
    def with_leader(self) -> int | None:
        """Minutes on the workshops of all participants and the one who leads."""
        return None if self.all_participants is None else self.all_participants + self.each


def work_time(programme: ProgrammeFields, library: Library) -> WorkTime:
    """What the programme takes, with the introduction tool where it is chosen."""
    sheets = library.samlet_plan.run_sheets
    each = sum(sheets.of(step).minutes + introduction_minutes(programme, library, step) for step in Step)
    people, preparation = programme.participants, library.samlet_plan.tool.preparation_hours
    minutes = 60 * len(Step)
    return WorkTime(each, people * each if people else None, preparation.fewest * minutes, preparation.most * minutes)
