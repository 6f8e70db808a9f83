"""What the forums that treat the plan are asked, and what comes next, for the deck that presents it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..models.base import ForumRole
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from ..models.treatment import decision, is_about, is_past, is_settled, role_of, status_of, treatments
from .frame import shortened
from .plan_story import answer_on, hearing

_SETTLED, _PAST = "settled", "past"
_HARD_BLANK = "\N{NO-BREAK SPACE}"
_KICKER = 70  # letters on the line above a title


@dataclass(frozen=True, slots=True)
class Ask:
    """One slide's worth of questions to the forums that treat the plan in the same way.

    `kicker` names them as far as there is room, `forums` all of them with dates and deadlines, `names` without.
    `passed_on` says what becomes of what they say, where they are neither to write an answer nor to decide;
    `is_answered` where they are to write one.
    """

    title: str
    questions: Sequence[str]
    kicker: str
    forums: str
    names: Sequence[str] = ()
    passed_on: str = ""
    is_answered: bool = False


def asks(library: Library, programme: Programme, kit: Kit) -> list[Ask]:
    """What is asked, once for each treatment that is to come; of a plan that applies, how it will be used."""
    to_come = treatments(programme, library)
    if to_come:
        return [_ask(library, programme, kit, role, forums) for role, forums in to_come.items()]
    return [Ask(title_of(library, programme, None), questions_to(library, programme, kit, None), kicker="", forums="")]


def title_of(library: Library, programme: Programme, role: ForumRole | None) -> str:
    """What the questions to forums with a role are called; without one, those about a plan that is decided on."""
    return str(_asked(library, programme, role)["title"])


def questions_to(library: Library, programme: Programme, kit: Kit, role: ForumRole | None) -> list[str]:
    """What they are asked, the same in the deck, the case and the form for an answer; in a hearing also where to."""
    questions = list(_asked(library, programme, role)["questions"])
    answer = (answer_on(library, kit), answer_by(library, programme)) if role is ForumRole.HEARING else ()
    return [*questions, *filter(None, (" ".join(filter(None, answer)),))]


def _asked(library: Library, programme: Programme, role: ForumRole | None) -> Mapping[str, Any]:
    settled = _PAST if is_past(programme, library) else _SETTLED
    asked: Mapping[str, Any] = library.words["plan-presentation"]["asks"][role or settled]
    return asked


def _ask(library: Library, programme: Programme, kit: Kit, role: ForumRole, forums: Sequence[Forum]) -> Ask:
    words = library.words["plan-presentation"]
    between: str = words["between"]
    dated = [_with_day(library, forum) for forum in forums]
    kicker = between.join(dated)
    if len(kicker) > _KICKER:
        kicker = between.join(forum.name for forum in forums)
    whole = between.join(day + _deadline(library, words, forum) for day, forum in zip(dated, forums, strict=True))
    names = [forum.name for forum in forums]
    return Ask(
        title_of(library, programme, role),
        questions_to(library, programme, kit, role),
        shortened(kicker, _KICKER) or "",
        whole,
        names,
        passed_on=_passed_on(library, programme, forums) if role is ForumRole.DISCUSSION else "",
        is_answered=role is ForumRole.HEARING,
    )


def _passed_on(library: Library, programme: Programme, forums: Sequence[Forum]) -> str:
    """What becomes of what forums say that neither decide nor answer in writing."""
    words, to_come = library.words["plan-presentation"]["passed_on"], decision(programme, library)
    if to_come is None:
        return str(words["open"])
    if forums and all(is_about(forum.name, to_come.who) for forum in forums):
        return ""
    day = to_come.day
    if day is None or any(forum.date and forum.date >= day for forum in forums):
        return str(words["who"].format(who=to_come.who))
    return str(words["who_and_day"].format(who=to_come.who, day=unbroken(library.language.date_text(day))))


def unbroken(text: str) -> str:
    """A date in large letters stays in one line."""
    return text.replace(" ", _HARD_BLANK)


def outcomes(programme: Programme) -> list[Forum]:
    """The forums that have treated the plan."""
    return [forum for forum in programme.plan.forums if forum.outcome]


def answer_by(library: Library, programme: Programme) -> str:
    """By when and to whom an answer is to be sent, as far as it is known."""
    contact, deadline = programme.contact.email or programme.contact.name, programme.plan.hearing_deadline
    asked = hearing(library, programme, contact)
    if asked:
        return f"{asked['before']}{asked['contact'] or ''}{asked['after']}"
    if deadline and not is_settled(programme, library):
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
    told = [treated(library, forum) for forum in plan.forums]
    deadlines = {forum.deadline for forum in plan.forums}
    if plan.hearing_deadline and plan.hearing_deadline not in deadlines:
        told += filter(None, (answer_by(library, programme),))
    asked = hearing(library, programme, None)
    told += filter(None, (asked["decided"] if asked else words["status_text"].get(status_of(programme, library)),))
    return told


def treated(library: Library, forum: Forum) -> str:
    """When a forum treats the plan, as what, by when it is to answer, and what came of it, as far as it is known."""
    words = library.words["plan-presentation"]
    known = role_of(forum, library)
    role = words["asks"][known]["in_short"] if known else ""
    key = "_and_".join(filter(None, ("day" if forum.date else "", "role" if role else ""))) or "name"
    day = library.language.date_text(forum.date) if forum.date else None
    told: str = words["next_forum"][key].format(name=forum.name, role=role, date=day) + _deadline(library, words, forum)
    return told + (words["outcome"].format(outcome=forum.outcome) if forum.outcome else "")
