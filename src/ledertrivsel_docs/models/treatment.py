"""How a plan is treated: how far it is, who hears it, who decides on it, in which order and by when.

The programme holds the content's words; everything that depends on them asks here, by `PlanStatus` and `ForumRole`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .base import ForumRole, PlanStatus
from .library import Library
from .programme_fields import Forum, ProgrammeFields

_WORD = re.compile(r"\w+")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_ENDING = 2  # letters of a definite form
_SETTLED = (PlanStatus.APPROVED, PlanStatus.HISTORIC)


@dataclass(frozen=True, slots=True)
class Decision:
    """Who is to decide on the plan, and when, if that is known."""

    who: str
    day: date | None


def status_of(programme: ProgrammeFields, library: Library) -> PlanStatus | None:
    """How far the plan is, if that is said."""
    words = library.samlet_plan.tool.plan_words.statuses
    return next((status for status, word in words.items() if _same(word, programme.plan.status)), None)


def role_of(forum: Forum, library: Library) -> ForumRole | None:
    """What a forum does with the plan, if that is said."""
    words = library.samlet_plan.tool.plan_words.roles
    return next((role for role, word in words.items() if _same(word, forum.role)), None)


def _same(word: str, other: str | None) -> bool:
    return other is not None and word.casefold() == other.casefold()


def is_settled(programme: ProgrammeFields, library: Library) -> bool:
    """Whether the plan has been decided on."""
    return status_of(programme, library) in _SETTLED


def is_past(programme: ProgrammeFields, library: Library) -> bool:
    """Whether the plan no longer applies."""
    return status_of(programme, library) is PlanStatus.HISTORIC


def is_in_hearing(programme: ProgrammeFields, library: Library) -> bool:
    """Whether the plan is in hearing."""
    return status_of(programme, library) is PlanStatus.IN_HEARING


def is_hearing(forum: Forum, library: Library) -> bool:
    """Whether a forum is to answer in writing."""
    return role_of(forum, library) is ForumRole.HEARING


def is_about(name: str, other: str) -> bool:
    """Whether one name can stand for the other: “MED” for “Hoved-MED”, “direktionen (møde 4)” for “Direktion”."""
    first, second = (_WORD.findall(_IN_BRACKETS.sub(" ", text).casefold()) for text in (name, other))
    few, many = sorted((first, second), key=len)
    return bool(few) and all(any(_is_form_of(word, known) for known in many) for word in few)


def _is_form_of(word: str, other: str) -> bool:
    """Whether two words are one, or differ by an ending only, as “direktion” and “direktionen” do."""
    short, long = sorted((word, other), key=len)
    return short == long or (len(short) > _ENDING + 1 and long.startswith(short) and len(long) - len(short) <= _ENDING)


def in_date_order(forums: Iterable[Forum]) -> list[Forum]:
    """The forums by their dates; those without one last."""
    return sorted(forums, key=lambda forum: forum.date or date.max)


def waiting(programme: ProgrammeFields) -> list[Forum]:
    """The forums that have not treated the plan yet, in the order of their dates."""
    return in_date_order(forum for forum in programme.plan.forums if forum.outcome is None)


def to_be_told(programme: ProgrammeFields, library: Library) -> list[Forum]:
    """The forums that a plan is still to be taken to when it has been decided on, in the order of their dates.

    Those that are to be told of it, or meet after the decision; the others have had it before.
    """
    decided = max((forum.date for forum in deciding(programme, library) if forum.date), default=date.max)
    return [
        forum
        for forum in waiting(programme)
        if role_of(forum, library) is ForumRole.INFORMATION or (forum.date and forum.date > decided)
    ]


def answer_deadline(programme: ProgrammeFields, library: Library, forum: Forum) -> date | None:
    """By when a forum is to answer: its own deadline, or in a hearing that of the plan."""
    return forum.deadline or (programme.plan.hearing_deadline if is_hearing(forum, library) else None)


def heard_before(programme: ProgrammeFields, library: Library, forum: Forum | None) -> date | None:
    """The last day of the hearing, where a forum that isn't heard meets after it; else None."""
    if forum is None or forum.date is None or is_hearing(forum, library) or is_settled(programme, library):
        return None
    heard = (one for one in programme.plan.forums if is_hearing(one, library))
    days = {programme.plan.hearing_deadline, *(answer_deadline(programme, library, one) for one in heard)}
    last = max(filter(None, days), default=None)
    return last if last and last < forum.date else None


def treatments(programme: ProgrammeFields, library: Library) -> dict[ForumRole, list[Forum]]:
    """The forums that are to treat the plan, by what they do with it, in the programme's order.

    A forum of which nothing is said discusses it. The list is empty where nobody is named: those that a plan in hearing
    is sent to, or all who treat it. Nothing is to come where the plan has been decided on.
    """
    if is_settled(programme, library):
        return {}
    found: dict[ForumRole, list[Forum]] = {}
    if is_in_hearing(programme, library) and not any(is_hearing(forum, library) for forum in programme.plan.forums):
        found[ForumRole.HEARING] = []
    for forum in programme.plan.forums:
        if forum.outcome is None:
            found.setdefault(role_of(forum, library) or ForumRole.DISCUSSION, []).append(forum)
    unknown = (ForumRole.DISCUSSION,) if programme.plan.forums else (ForumRole.HEARING, ForumRole.DISCUSSION)
    return found or {role: [] for role in unknown}


def deciding(programme: ProgrammeFields, library: Library) -> list[Forum]:
    """The forums that decide on the plan, in the order of their dates: who decides, where that is said."""
    decides = programme.anchoring.decides
    roles = (ForumRole.APPROVAL, None) if decides else (ForumRole.APPROVAL,)
    found = (forum for forum in programme.plan.forums if role_of(forum, library) in roles)
    return in_date_order(forum for forum in found if decides is None or is_about(forum.name, decides))


def decision(programme: ProgrammeFields, library: Library) -> Decision | None:
    """The decision that is to come; nothing where it is taken or nobody knows who takes it."""
    found = deciding(programme, library)
    who = programme.anchoring.decides or (found[-1].name if found else None)
    if who is None or is_settled(programme, library) or any(forum.outcome for forum in found):
        return None
    return Decision(who, found[-1].date if found else None)
