"""How the answers of each document are read: one reader a document, by its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..entries import Entry
from ..reply import Reply
from . import (
    action_card,
    agreement_sheet,
    capability_sheet,
    decisions_and_roles,
    deck,
    dialogue_sheet,
    group_leader_card,
    hearing_response,
    ladder,
    next_steps,
    notes,
    priority_map,
    question_cards,
    status_sheet,
    summary,
    theme_cards,
    theme_qualification,
    theme_worksheet,
)

READERS: Mapping[str, Callable[[Reply], Iterator[Entry]]] = {
    "action-card": action_card.read,
    "agreement-sheet": agreement_sheet.read,
    "capability-sheet": capability_sheet.read,
    "decisions-and-roles": decisions_and_roles.read,
    "dialogue-sheet": dialogue_sheet.read,
    "group-leader-card": group_leader_card.read,
    "hearing-response": hearing_response.read,
    "knowledge-sheet": notes.read,
    "known-facts": notes.read,
    "ladder": ladder.read,
    "leader-group-feedback": notes.read,
    "next-steps": next_steps.read,
    "priority-map": priority_map.read,
    "question-cards": question_cards.read,
    "status-sheet": status_sheet.read,
    "summary": summary.read,
    "theme-cards": theme_cards.read,
    "theme-qualification": theme_qualification.read,
    "theme-worksheet": theme_worksheet.read,
    "three-levels": notes.read,
}

PERSONAL = frozenset({"coaching", "conversation-guide", "evaluation", "preparation-sheet", "unit-preparation"})
"""What people write for themselves, or without their name: nobody collects it one by one."""

__all__ = ["PERSONAL", "READERS", "deck"]
