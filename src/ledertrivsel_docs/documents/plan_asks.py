"""What the forums that treat the plan are asked, and what comes next, for the deck that presents it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from .frame import shortened
from .plan_story import hearing

_OPEN, _SETTLED = "open", "settled"
_KICKER = 70  # letters on the line above a title


@dataclass(frozen=True, slots=True)
class Ask:
    """One slide's worth of questions to the forums that treat the plan in the same way.

    `kicker` names them as far as there is room, `forums` all of them with dates and deadlines.
    """

    title: str
    questions: Sequence[str]
    kicker: str
    forums: str


def asks(library: Library, programme: Programme) -> list[Ask]:
    """What is asked, once for each treatment that is to come; of a plan that applies, how it will be used."""
    words = library.words["plan-presentation"]
    waiting = [forum for forum in programme.plan.forums if forum.outcome is None]
    by_role: dict[str, list[Forum]] = {}
    if is_settled(library, programme):
        by_role[_SETTLED] = []
    else:
        for forum in waiting:
            by_role.setdefault(forum.role or _OPEN, []).append(forum)
        if hearing(library, programme, None):
            by_role.setdefault(words["hearing_role"], [])
    found = by_role or {_OPEN: []}
    return [_ask(library, programme, role, forums) for role, forums in found.items()]


def _ask(library: Library, programme: Programme, role: str, forums: Sequence[Forum]) -> Ask:
    words = library.words["plan-presentation"]
    asked = words["asks"][role]
    answer = answer_by(library, programme) if role == words["hearing_role"] else ""
    questions = [*asked["questions"], *filter(None, (answer,))]
    between: str = words["between"]
    dated = [_with_day(library, forum) for forum in forums]
    kicker = between.join(dated)
    if len(kicker) > _KICKER:
        kicker = between.join(forum.name for forum in forums)
    whole = between.join(day + _deadline(library, words, forum) for day, forum in zip(dated, forums, strict=True))
    return Ask(asked["title"], questions, shortened(kicker, _KICKER) or "", whole)


def is_settled(library: Library, programme: Programme) -> bool:
    """Whether the plan has been decided on."""
    return programme.plan.status in library.words["plan"]["settled"]


def answer_by(library: Library, programme: Programme) -> str:
    """By when and to whom an answer is to be sent, as far as it is known."""
    contact, deadline = programme.contact.email or programme.contact.name, programme.plan.hearing_deadline
    asked = hearing(library, programme, contact)
    if asked:
        return f"{asked['before']}{asked['contact'] or ''}{asked['after']}"
    if deadline and not is_settled(library, programme):
        return str(library.words["plan"]["answer_by_date"].format(date=library.language.long_date_text(deadline)))
    return ""


def _with_day(library: Library, forum: Forum) -> str:
    words = library.words["plan-presentation"]
    day = library.language.date_text(forum.date) if forum.date else None
    return str(words["forum"].format(name=forum.name, date=day)) if day else forum.name


def _deadline(library: Library, words: Mapping[str, Any], forum: Forum) -> str:
    return words["deadline"].format(date=library.language.date_text(forum.deadline)) if forum.deadline else ""


def steps_ahead(library: Library, programme: Programme) -> list[str]:
    """Where the plan is treated and when, what came of it there, and when the plan applies; empty if nothing is known.

    The hearing's deadline stands by its forum, else in a line of its own.
    """
    plan, words = programme.plan, library.words["plan"]
    told = [_treated(library, forum) for forum in plan.forums]
    deadlines = {forum.deadline for forum in plan.forums}
    if plan.hearing_deadline and plan.hearing_deadline not in deadlines:
        told += filter(None, (answer_by(library, programme),))
    asked = hearing(library, programme, None)
    told += filter(None, (asked["decided"] if asked else words["status_text"].get(plan.status),))
    return told


def _treated(library: Library, forum: Forum) -> str:
    words = library.words["plan-presentation"]
    role = words["asks"][forum.role]["in_short"] if forum.role else ""
    key = "_and_".join(filter(None, ("day" if forum.date else "", "role" if role else ""))) or "name"
    day = library.language.date_text(forum.date) if forum.date else None
    told: str = words["next_forum"][key].format(name=forum.name, role=role, date=day) + _deadline(library, words, forum)
    return told + (words["outcome"].format(outcome=forum.outcome) if forum.outcome else "")
