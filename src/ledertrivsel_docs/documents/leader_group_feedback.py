"""What a group of managers tells of how they use the plan: card by card, together, in a quarter of an hour."""

from __future__ import annotations

from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from .contact import sent_to
from .copy import Copy
from .following import card_row, forums_that_discuss
from .frame import Context, frame, or_place, shortened
from .plan_cards import PlanCard, plan_cards
from .wording import listed

_MANY = 6  # cards that a group can't talk of within its quarter of an hour
_NOTE = 200  # letters


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: where the sheet is sent, a row for each of the plan's `cards`, and two questions."""
    words = library.words["leader-group-feedback"]
    cards, places = plan_cards(library, programme), words["by_hand"]
    day, forums = programme.plan.next_follow_up, forums_that_discuss(library, programme)
    label = words["deadline"].format(date=library.language.date_text(day)) if day else words["facts"]["deadline"]
    discussed = words["discussed"].format(forums=listed(library.words["plan"], forums)) if forums else None
    lead = " ".join((words["lead"], words["many"])) if len(cards) >= _MANY else words["lead"]
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=lead) | {
        "deadline": label,
        "note": shortened(discussed, _NOTE) or words["discussed_open"],
        "advice": words["advice"].format(text=library.samlet_plan.action_card.advice.follow_up),
        "places": {key: or_place(None, place) for key, place in places.items()},
        "facts": sent_to(programme, places["send_to"]),
        "cards": [_card(library, card) for card in cards],
        "count": len(cards),
        "unticked": False,
    }


def _card(library: Library, card: PlanCard) -> dict[str, Any]:
    """A row; `marks` are what a screen reader says of each check box."""
    words = library.words["leader-group-feedback"]
    return card_row(words, card) | {
        "marks": {
            asked["key"]: [
                words["card_field"].format(number=card.number, label=f"{asked['text']} {choice['text']}")
                for choice in asked["choices"]
            ]
            for asked in words["asked"]
        },
    }
