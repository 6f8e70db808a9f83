"""What the case says to those who arrange its meetings: the process, and what to change for each of the forums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from ..models.base import ForumRole
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from ..models.treatment import answer_deadline, in_date_order, is_hearing
from .frame import day_or_place, or_place
from .med_proposal import Turn, attachments, proposals, questions, state
from .wording import listed

_FORUMS_TO_WRITE = 4


def process(library: Library, programme: Programme) -> Iterator[dict[str, Any]]:
    """A row for each forum in the order of dates, or some to write."""
    words, plan_words = library.words["med-case"], library.words["plan"]
    places = words["process_by_hand"]
    for number, forum in enumerate(in_date_order(programme.plan.forums) or [None] * _FORUMS_TO_WRITE, 1):
        deadline = answer_deadline(programme, library, forum) if forum else None
        yield {
            "tag": f"forum-{number}",
            "fields": {
                key: plan_words["forum_field"].format(number=number, label=label)
                for key, label in words["columns"].items()
            },
            "date": day_or_place(library, forum.date if forum else None, places["date"]),
            "name": or_place(forum.name if forum else None, places["name"]),
            "role": or_place(forum.role if forum else None, places["role"]),
            "deadline": day_or_place(library, deadline, places["deadline"]),
            "has_deadline": deadline is not None or forum is None or is_hearing(forum, library),
            "outcome": or_place(forum.outcome if forum else None, places["outcome"]),
        }


def to_secretary(library: Library, programme: Programme, kit: Kit, turns: Sequence[Turn]) -> dict[str, Any] | None:
    """What the secretary changes as the case goes on from forum to forum; None where it goes to one only."""
    first = turns[0]
    if len(turns) == 1 and len(first.forums) <= 1:
        return None
    words = library.words["med-case"]["secretary"]
    head = first.head
    return {
        "title": words["title"],
        "lead": words["lead"]["named"].format(forum=head.name) if head else words["lead"]["open"],
        "same": words["same"].format(forums=_forums(library, first.forums[1:])) if first.forums[1:] else "",
        "turns": [
            {"title": _title(library, turn), "changes": list(_changes(library, programme, kit, before, turn))}
            for before, turn in pairwise(turns)
        ],
    }


def _title(library: Library, turn: Turn) -> str:
    words, roles = library.words["med-case"]["secretary"], library.samlet_plan.tool.plan_words.roles
    role = roles[turn.role or ForumRole.DISCUSSION]
    return str(words["turn"].format(role=role, forums=_forums(library, turn.forums))) if turn.forums else role


def _forums(library: Library, forums: Sequence[Forum]) -> str:
    words = library.words["plan-presentation"]
    told = [
        words["forum"].format(name=forum.name, date=library.language.date_text(forum.date))
        if forum.date
        else forum.name
        for forum in forums
    ]
    return listed(library.words["plan"], told)


def _changes(library: Library, programme: Programme, kit: Kit, before: Turn, turn: Turn) -> Iterator[dict[str, str]]:
    """What is said otherwise than to those before, a part of the case each, by the parts' own headings."""
    case_words = library.words["med-case"]
    words = case_words["secretary"]
    now = state(library, programme, turn)
    if now != state(library, programme, before):
        heard = words["responses"] if turn.heard else ""
        yield {"label": case_words["resume"], "text": " ".join(filter(None, (words["quoted"].format(text=now), heard)))}
    [proposal, *_] = proposals(library, programme, turn)
    yield {"label": case_words["proposal"], "text": words["quoted"].format(text=proposal)}
    if turn.role is not before.role:
        asked = questions(library, programme, kit, turn)
        yield {"label": asked["title"], "text": words["quoted"].format(text=" ".join(asked["questions"]))}
    if attachments(library, programme, kit, turn) != attachments(library, programme, kit, before):
        key = "after_hearing" if before.role is ForumRole.HEARING else "other"
        yield {"label": case_words["attachments"], "text": words["attached"][key]}
