"""The documents: each is one template plus one pure function from (library, programme, copy) to what it prints.

A Word document prints a context, a deck slides with a context each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..models.library import Library
from ..models.programme import Programme
from . import (
    action_card,
    deck,
    group_leader_card,
    knowledge_sheet,
    next_steps,
    plan,
    plan_presentation,
    priority_map,
    run_sheet,
    theme_cards,
    theme_qualification,
    theme_worksheet,
)
from .copy import Copy
from .frame import Context
from .slides import Deck

DOCUMENTS: Mapping[str, Callable[[Library, Programme, Copy], Context]] = {
    "action-card": action_card.context,
    "group-leader-card": group_leader_card.context,
    "knowledge-sheet": knowledge_sheet.context,
    "next-steps": next_steps.context,
    "plan": plan.context,
    "priority-map": priority_map.context,
    "run-sheet": run_sheet.context,
    "theme-cards": theme_cards.context,
    "theme-qualification": theme_qualification.context,
    "theme-worksheet": theme_worksheet.context,
}

DECKS: Mapping[str, Callable[[Library, Programme, Copy], Deck]] = {
    "deck": deck.deck,
    "plan-presentation": plan_presentation.deck,
}

TELL_SLIDES = {"run-sheet"}
"""The documents that tell which slides belong to what."""

__all__ = ["DECKS", "DOCUMENTS", "TELL_SLIDES", "Context", "Copy", "Deck"]
