"""How long a programme's workshops take: which rows of the run sheets are held, and the minutes that they add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .base import Step
from .run_sheet import AgendaItem

if TYPE_CHECKING:
    from .library import Library
    from .programme import Programme


def agenda(programme: Programme, library: Library, step: Step) -> tuple[AgendaItem, ...]:
    """The rows of a workshop's run sheet. A break before the next step is held only where that step follows the same
    day; as long as neither has a date, it may.
    """
    items = library.samlet_plan.run_sheets.of(step).items
    following = list(Step)[list(Step).index(step) + 1 :]
    workshops = programme.workshops
    if following and workshops.of(step).date == workshops.of(following[0]).date:
        return items
    return items[:-1] if items[-1].is_break else items


def workshop_minutes(programme: Programme, library: Library, step: Step) -> int:
    """How long a workshop takes, with breaks and, where it is chosen, the introduction."""
    sheet = library.samlet_plan.run_sheets.of(step)
    with_intro = step is Step.PREPARE and programme.workshops.prepare.intro
    minutes = sum(item.minutes for item in agenda(programme, library, step))
    return minutes + (sheet.note_minutes or 0 if with_intro else 0)
