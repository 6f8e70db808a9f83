"""What the case proposes to each forum, and what it asks them: the forums by their treatment, in the order of dates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from .plan_asks import answer_by, is_settled, treatments
from .plan_story import answer_on
from .wording import listed

_OPEN, _SETTLED = "open", "settled"


def in_date_order(forums: Iterable[Forum]) -> list[Forum]:
    """The forums by their dates; those without one last."""
    return sorted(forums, key=lambda forum: forum.date or date.max)


def first_forum(library: Library, programme: Programme) -> Forum | None:
    """The forum that the case is made out to: the first one that is to discuss the plan, else the first to treat it.

    A forum that has treated it isn't asked again.
    """
    forums = in_date_order(programme.plan.forums)
    waiting = [forum for forum in forums if forum.outcome is None]
    role = library.words["med-case"]["discussion_role"]
    return next((forum for forum in waiting if forum.role == role), waiting[0] if waiting else None)


def is_past(library: Library, programme: Programme, forum: Forum, head: Forum | None) -> bool:
    """Whether a forum has met, and its time to answer is over, before that in the head meets."""
    last = answer_deadline(library, programme, forum) or forum.date
    return bool(head and head.date and last and forum != head and last < head.date)


def heard_until(library: Library, programme: Programme, head: Forum | None) -> date | None:
    """The day the hearing ended, where the forum in the head meets after it; else None."""
    days = {answer_deadline(library, programme, forum) for forum in programme.plan.forums if is_hearing(library, forum)}
    last = max(filter(None, days | {programme.plan.hearing_deadline}), default=None)
    is_over = head and head.date and last and last < head.date and not is_settled(library, programme)
    return last if is_over else None


def is_hearing(library: Library, forum: Forum) -> bool:
    """Whether a forum is to answer in writing."""
    return bool(forum.role == library.words["plan-presentation"]["hearing_role"])


def answer_deadline(library: Library, programme: Programme, forum: Forum) -> date | None:
    """By when a forum is to answer: its own deadline, or in a hearing that of the plan."""
    return forum.deadline or (programme.plan.hearing_deadline if is_hearing(library, forum) else None)


def paper_titles(kit: Kit) -> Mapping[str, str]:
    """Number and name of the kit's papers by their ids."""
    return {document.id: document.plain_title for document in kit.documents}


def proposals(library: Library, programme: Programme, head: Forum | None) -> list[str]:
    """What is proposed, a sentence for each treatment and deadline, in the order in which the forums meet.

    Forums whose time is over when that in the head meets aren't asked.
    """
    words = library.words["med-case"]
    if is_settled(library, programme):
        return list(words["proposals_of_settled"][programme.plan.status])
    groups: dict[tuple[str, date | None], list[Forum]] = {}
    for role, forums in _by_role(library, programme, head).items():
        for forum in forums:
            groups.setdefault((role, answer_deadline(library, programme, forum)), []).append(forum)
        if not forums:
            groups[role, programme.plan.hearing_deadline] = []
    return [_proposal(library, role, deadline, forums) for (role, deadline), forums in groups.items()]


def proposal_to(library: Library, programme: Programme, forum: Forum) -> str:
    """What is proposed to one forum."""
    return _proposal(library, forum.role or _OPEN, answer_deadline(library, programme, forum), [forum])


def _proposal(library: Library, role: str, deadline: date | None, forums: Sequence[Forum]) -> str:
    words = library.words["med-case"]
    known = words["proposal_deadline"].format(date=library.language.date_text(deadline)) if deadline else ""
    return str(words["proposals"][role].format(forums=_names(library, forums), deadline=known))


def questions(library: Library, programme: Programme, forum: Forum | None) -> dict[str, Any]:
    """What the forum in the head is asked: a `title` and three `questions`."""
    asked = library.words["plan-presentation"]["asks"][_role_in_head(library, programme, forum)]
    return {"title": asked["title"], "questions": asked["questions"]}


def other_asks(library: Library, programme: Programme, kit: Kit, forum: Forum | None) -> list[dict[str, str]]:
    """What forums with another treatment are asked: `begins` says which, `text` holds the questions."""
    words, deck_words = library.words["med-case"], library.words["plan-presentation"]
    roles = set(library.samlet_plan.tool.plan_words.forum_role) - {_role_in_head(library, programme, forum)}
    found = []
    for role, forums in _by_role(library, programme, forum).items():
        if role not in roles:
            continue
        text = list(deck_words["asks"][role]["questions"])
        if role == deck_words["hearing_role"]:
            text += filter(None, (answer_on(library, kit), answer_by(library, programme)))
        begins = words["ask_role" if forums else "ask_role_alone"]
        names = _names(library, forums)
        found.append({"begins": begins.format(role=role, forums=names), "text": " ".join(text)})
    return found


def _role_in_head(library: Library, programme: Programme, forum: Forum | None) -> str:
    if is_settled(library, programme):
        return _SETTLED
    return (forum.role if forum else None) or library.words["med-case"]["discussion_role"]


def _by_role(library: Library, programme: Programme, head: Forum | None) -> dict[str, list[Forum]]:
    """The forums that are to treat the plan, by role, the role that comes first in time first."""
    discussion = library.words["med-case"]["discussion_role"]
    hearing = library.words["plan-presentation"]["hearing_role"]
    is_heard = heard_until(library, programme, head) is not None
    found = {}
    for role, forums in treatments(library, programme).items():
        waiting = in_date_order(forum for forum in forums if not is_past(library, programme, forum, head))
        if waiting or (not forums and not (role == hearing and is_heard)):
            found[discussion if role == _OPEN and not forums else role] = waiting
    return dict(sorted(found.items(), key=lambda item: min((f.date or date.max for f in item[1]), default=date.min)))


def _names(library: Library, forums: Sequence[Forum]) -> str:
    """The forums by name, or "the forum" where none is known."""
    if not forums:
        return str(library.words["med-case"]["no_forum"])
    return listed(library.words["plan"], [forum.name for forum in forums])
