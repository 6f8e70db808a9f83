"""What the case says to each of the forums: where the plan is, what is proposed, and what they are asked.

The same wording goes to all forums that treat the plan in the same way, by the same day, before or after the hearing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..models.base import ForumRole
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from ..models.treatment import (
    answer_deadline,
    heard_before,
    in_date_order,
    is_settled,
    role_of,
    status_of,
    to_be_told,
    treatments,
)
from .papers import has_paper, paper
from .plan_asks import questions_to, title_of
from .plan_story import decided, hearing
from .wording import listed

_ANSWER = "hearing-response"
_TO_WRITE = (ForumRole.HEARING, ForumRole.DISCUSSION, ForumRole.APPROVAL)  # what comes in turn where nothing is known


@dataclass(frozen=True, slots=True)
class Turn:
    """The `forums` that one wording of the case goes to; `role` is None where the plan has been decided on.

    `deadline` is by when they answer, `heard` the last day of a hearing that is over by then.
    """

    role: ForumRole | None
    forums: Sequence[Forum] = ()
    deadline: date | None = None
    heard: date | None = None

    @property
    def head(self) -> Forum | None:
        """The forum that the case is made out to."""
        return self.forums[0] if self.forums else None


def turns(library: Library, programme: Programme) -> list[Turn]:
    """Who is to have the case, in the order in which they meet; always one, and of whom no name is known last."""
    if is_settled(programme, library):
        return [Turn(None, to_be_told(programme, library))]
    plan = programme.plan
    if not plan.forums:
        return [Turn(role, (), plan.hearing_deadline if role is ForumRole.HEARING else None) for role in _TO_WRITE]
    found: dict[tuple[ForumRole, date | None, date | None], list[Forum]] = {}
    for role, forums in treatments(programme, library).items():
        for forum in in_date_order(forums):
            key = (role, answer_deadline(programme, library, forum), heard_before(programme, library, forum))
            found.setdefault(key, []).append(forum)
        if not forums:
            found[role, plan.hearing_deadline if role is ForumRole.HEARING else None, None] = []
    made = [Turn(role, forums, deadline, heard) for (role, deadline, heard), forums in found.items()]
    return sorted(made, key=lambda turn: (turn.head is None, turn.head.date or date.max if turn.head else date.max))


def state(library: Library, programme: Programme, turn: Turn) -> str:
    """Where the plan is, and what decides when it applies; empty where nothing is known."""
    words, asked = library.words["med-case"], hearing(library, programme, None)
    if turn.heard:
        heard = words["heard"].format(date=library.language.long_date_text(turn.heard))
        return f"{heard} {decided(library, programme)}"
    if asked is None:
        status = status_of(programme, library)
        return str(library.words["plan"]["status_text"].get(status, ""))
    return " ".join(filter(None, (words["in_hearing"], asked["before"], asked["decided"])))


def proposals(library: Library, programme: Programme, turn: Turn) -> list[str]:
    """What is proposed to the forums."""
    words, status = library.words["med-case"], status_of(programme, library)
    if turn.role is None and status is not None:
        told, discussed = words["proposals_of_settled"][status]
        return [told] if _is_only_told(library, turn) else [told, discussed]
    deadline = (
        words["proposal_deadline"].format(date=library.language.date_text(turn.deadline)) if turn.deadline else ""
    )
    return [words["proposals"][turn.role].format(forums=_names(library, turn.forums), deadline=deadline)]


def questions(library: Library, programme: Programme, kit: Kit, turn: Turn) -> dict[str, Any]:
    """What the forums are asked: a `title` and the `questions`."""
    return {
        "title": title_of(library, programme, turn.role),
        "questions": questions_to(library, programme, kit, turn.role),
    }


def attachments(library: Library, programme: Programme, kit: Kit, turn: Turn) -> list[str]:
    """The kit's papers that go with the case, by number and name; after a hearing its answers instead of the form."""
    words, version = library.words["med-case"], programme.plan.version
    found = []
    for id_, pattern in words["attached"].items():
        if id_ == _ANSWER and turn.role is not ForumRole.HEARING:
            found += [words["attached_responses"]] if turn.heard else []
        elif has_paper(kit, id_):
            of_version = words["attached_version"] if version and id_ == "plan" else pattern
            found.append(of_version.format(paper=paper(kit, id_), version=version))
    return [words["attachment"].format(number=number, paper=text) for number, text in enumerate(found, 1)]


def role_word(library: Library, turn: Turn) -> str | None:
    """What kind of item the case is; of a plan that has been decided on, nobody is asked to approve it again."""
    head, words = turn.head, library.samlet_plan.tool.plan_words.roles
    if turn.role is None:
        return words[ForumRole.INFORMATION if _is_only_told(library, turn) else ForumRole.DISCUSSION]
    return head.role if head else None


def _is_only_told(library: Library, turn: Turn) -> bool:
    return turn.head is not None and role_of(turn.head, library) is ForumRole.INFORMATION


def _names(library: Library, forums: Sequence[Forum]) -> str:
    """The forums by name, or "the forum" where none is known."""
    if not forums:
        return str(library.words["med-case"]["no_forum"])
    return listed(library.words["plan"], [forum.name for forum in forums])
