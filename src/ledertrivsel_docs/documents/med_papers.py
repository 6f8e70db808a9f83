"""What the case says to those who arrange its meetings: the process, the papers that go with it, whom it goes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from .frame import day_or_place, or_place
from .med_proposal import (
    answer_deadline,
    heard_until,
    in_date_order,
    is_hearing,
    is_past,
    paper_titles,
    proposal_to,
)
from .plan_asks import is_settled, treated

_ANSWER = "hearing-response"
_FORUMS_TO_WRITE = 4


def process(library: Library, programme: Programme) -> Iterator[dict[str, Any]]:
    """A row for each forum in the order of dates, or some to write."""
    words, plan_words = library.words["med-case"], library.words["plan"]
    places = words["process_by_hand"]
    for number, forum in enumerate(in_date_order(programme.plan.forums) or [None] * _FORUMS_TO_WRITE, 1):
        deadline = answer_deadline(library, programme, forum) if forum else None
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
            "has_deadline": deadline is not None or forum is None or is_hearing(library, forum),
            "outcome": or_place(forum.outcome if forum else None, places["outcome"]),
        }


def attachments(library: Library, programme: Programme, kit: Kit, head: Forum | None) -> Iterator[str]:
    """The kit's papers that go with the case, by number and name; after a hearing its answers instead of the form."""
    words = library.words["med-case"]
    papers, version = paper_titles(kit), programme.plan.version
    is_heard = heard_until(library, programme, head) is not None
    found = []
    for id_, pattern in words["attached"].items():
        if id_ == _ANSWER and is_heard:
            found.append(words["attached_responses"])
        elif id_ in papers:
            of_version = words["attached_version"] if version and id_ == "plan" else pattern
            found.append(of_version.format(paper=papers[id_], version=version))
    for number, text in enumerate(found, 1):
        yield words["attachment"].format(number=number, paper=text)


def to_secretary(library: Library, programme: Programme, head: Forum | None) -> Iterator[str]:
    """Where the case goes to several forums: which the head is made out to, and a line for each of them.

    A forum that has its turn before that one is no longer asked in the case: its line says what to propose to it.
    """
    words, forums = library.words["med-case"], in_date_order(programme.plan.forums)
    if head is None or len(forums) == 1:
        return
    yield words["head_note"].format(forum=head.name)
    for forum in forums:
        told = treated(library, forum)
        is_left_out = is_past(library, programme, forum, head) and not forum.outcome
        pattern = words["head_line_past" if is_left_out and not is_settled(library, programme) else "head_line"]
        proposal = proposal_to(library, programme, forum) if is_left_out else ""
        yield pattern.format(told=told.rstrip("."), proposal=proposal)
