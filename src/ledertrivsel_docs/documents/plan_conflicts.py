"""Several cards for one theme: both are kept, and the papers say that people have to choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.treatment import is_settled
from .plan_cards import PlanCard
from .wording import counted, listed


def titled(library: Library, card: PlanCard) -> str | None:
    """The title of a card's theme, with the card's number where the theme has several."""
    pattern = library.words["plan"]["conflict"]["title"] if card.letter else "{title}"
    return str(pattern).format(title=card.title, number=card.number) if card.title else None


def rivals(library: Library, card: PlanCard) -> str:
    """That a card isn't the only one of its theme; empty where it is."""
    if not card.rivals:
        return ""
    words = library.words["plan"]
    count = counted(words, words["conflict"]["count"], len(card.rivals))
    return str(words["conflict"]["card"].format(count=count, numbers=listed(words, card.rivals)))


def conflict(library: Library, programme: Programme, card: PlanCard) -> str:
    """The same, and what is to be done."""
    told = rivals(library, card)
    return told and f"{told} {_to_choose(library, programme)}"


def conflicts(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[str]:
    """Which cards are about one theme and are to become one, a sentence a theme."""
    return [f"{told} {_to_choose(library, programme)}" for told in in_conflict(library.words["plan"], cards)]


def in_conflict(words: Mapping[str, Any], cards: Sequence[PlanCard]) -> list[str]:
    """The same, without what is to be done."""
    several = dict.fromkeys(tuple(card.rivals) for card in cards if card.rivals)
    return [words["conflict"]["overview"].format(numbers=listed(words, numbers)) for numbers in several]


def _to_choose(library: Library, programme: Programme) -> str:
    choose = library.words["plan"]["conflict"]["choose"]
    return str(choose["settled" if is_settled(programme, library) else "open"])
