"""What the papers around the plan share: a row for each of its cards, and where answers are discussed later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..models.library import SAMLET_PLAN, Library
from ..models.programme import Programme
from ..models.programme_answers import Agreement
from ..models.treatment import is_hearing, is_past
from .frame import or_place, shortened
from .plan_cards import IN_OVERVIEW, PlanCard

_NAME = 60  # letters of a forum's name


def card_row(words: Mapping[str, Any], card: PlanCard, labels: str = "names") -> dict[str, Any]:
    """What every row of a card has: its `key` for tags, number and title, and the `names` of its controls.

    `labels` is where the document's words have what the names say of each control.
    """
    return {
        "key": card.key,
        "number": card.number,
        "title": or_place(shortened(card.title, IN_OVERVIEW), words["by_hand"]["card"]),
        "names": {
            key: words["card_field"].format(number=card.number, label=label) for key, label in words[labels].items()
        },
    }


def agreements(programme: Programme) -> list[Agreement]:
    """What the last workshop agreed on that somebody does from here."""
    return [made for made in programme.agreements if made.kit == SAMLET_PLAN and (made.what or made.who or made.when)]


def kicker_of(library: Library, programme: Programme, kicker: str) -> str:
    """What stands above the title of a paper around the plan; of a plan that no longer applies, that it doesn't."""
    return str(library.words["plan"]["past"]).format(kicker=kicker) if is_past(programme, library) else kicker


def forums_that_discuss(library: Library, programme: Programme) -> list[str]:
    """The plan's forums but those that only answer in the hearing: where it is taken up again."""
    forums = (forum for forum in programme.plan.forums if not is_hearing(forum, library))
    return list(dict.fromkeys(shortened(forum.name, _NAME) or forum.name for forum in forums))
