"""The answer in a hearing: who answers, what they say of the plan as a whole, and of each card."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ..models.base import ForumRole
from ..models.library import Library
from ..models.programme import Programme
from ..models.treatment import is_hearing, is_settled
from .contact import sent_to
from .copy import Copy
from .following import card_row
from .frame import Context, day_or_place, frame, or_place, shortened
from .papers import has_paper, paper
from .plan_cards import PlanCard, plan_cards
from .plan_conflicts import rivals
from .plan_story import decided

_PLAN = "plan"
_VERSION = 30  # letters of a version in a sentence


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: where the answer goes, `questions` about the plan, the `stance_names`, the `cards`."""
    words = library.words["hearing-response"]
    cards, deadline, places = plan_cards(library, programme), _deadline(library, programme), words["by_hand"]
    is_over = is_settled(programme, library)
    lead = words["lead"]["over" if is_over else "day" if deadline else "open"]
    asked = library.words["plan-presentation"]["asks"][ForumRole.HEARING]
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=words["title"],
        lead=lead.format(
            read=_read(words, programme, copy), date=library.language.long_date_text(deadline) if deadline else ""
        ),
    ) | {
        "facts": {
            "deadline": day_or_place(library, deadline, places["deadline"]),
            **sent_to(programme, places["send_to"]),
            "version": or_place(programme.plan.version, places["version"]),
            "case_number": or_place(programme.case_number, places["case_number"]),
        },
        "places": {key: or_place(None, place) for key, place in places.items()},
        "questions": [
            {"key": f"plan.{number}", "text": text, "name": words["general_field"].format(question=text)}
            for number, text in enumerate(asked["questions"], 1)
        ],
        "stance_names": {key: words["stance_field"].format(text=text) for key, text in words["stance_names"].items()},
        "afterwards": "" if is_over else decided(library, programme),
        "cards": [_card(library, card) for card in cards],
        "count": len(cards),
        "unticked": False,
    }


def _read(words: Mapping[str, Any], programme: Programme, copy: Copy) -> str:
    """What is to be read first: the plan as the kit names it, in the version that is in hearing."""
    if not has_paper(copy.kit, _PLAN):
        return str(words["read"]["none"])
    version = shortened(programme.plan.version, _VERSION)
    pattern = words["read"]["version" if version else "paper"]
    return str(pattern.format(paper=paper(copy.kit, _PLAN), version=version))


def _deadline(library: Library, programme: Programme) -> date | None:
    """The plan's deadline, else the one that the forums of the hearing share."""
    days = {forum.deadline for forum in programme.plan.forums if is_hearing(forum, library)}
    return programme.plan.hearing_deadline or (days.pop() if len(days) == 1 else None)


def _card(library: Library, card: PlanCard) -> dict[str, Any]:
    """A row; beside the goal it says if there are other cards for the theme."""
    words = library.words["hearing-response"]
    goal = card.goal_in_short(library)
    told = (words["card_goal"].format(goal=goal) if goal else "", rivals(library, card))
    return card_row(words, card, "columns") | {"goal": " ".join(filter(None, told))}
