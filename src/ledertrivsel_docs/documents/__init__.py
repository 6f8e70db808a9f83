"""The documents: each is one template plus one pure function from (library, programme, copy) to what it prints.

A Word document prints a context, a deck slides with a context each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..models.library import Library
from ..models.programme import Programme
from . import (
    action_card,
    agreement_sheet,
    apv_view,
    capability_sheet,
    cases,
    checklist,
    coaching,
    conversation_guide,
    decisions_and_roles,
    deck,
    dialogue_sheet,
    evaluation,
    group_leader_card,
    guide,
    hearing_response,
    intranet_text,
    invitation,
    knowledge_sheet,
    known_facts,
    ladder,
    leader_group_feedback,
    med_case,
    meeting_agenda,
    network_starter,
    next_steps,
    overview,
    packing_list,
    plan,
    plan_presentation,
    preparation_sheet,
    priority_map,
    question_cards,
    run_sheet,
    status_sheet,
    summary,
    theme_cards,
    theme_qualification,
    theme_worksheet,
    three_levels,
    unit_preparation,
)
from .copy import Copy
from .frame import Context
from .slides import Deck

DOCUMENTS: Mapping[str, Callable[[Library, Programme, Copy], Context]] = {
    "action-card": action_card.context,
    "agreement-sheet": agreement_sheet.context,
    "apv-view": apv_view.context,
    "capability-sheet": capability_sheet.context,
    "cases": cases.context,
    "checklist": checklist.context,
    "coaching": coaching.context,
    "conversation-guide": conversation_guide.context,
    "decisions-and-roles": decisions_and_roles.context,
    "dialogue-sheet": dialogue_sheet.context,
    "evaluation": evaluation.context,
    "group-leader-card": group_leader_card.context,
    "guide": guide.context,
    "hearing-response": hearing_response.context,
    "intranet-text": intranet_text.context,
    "invitation": invitation.context,
    "knowledge-sheet": knowledge_sheet.context,
    "known-facts": known_facts.context,
    "ladder": ladder.context,
    "leader-group-feedback": leader_group_feedback.context,
    "med-case": med_case.context,
    "meeting-agenda": meeting_agenda.context,
    "network-starter": network_starter.context,
    "next-steps": next_steps.context,
    "overview": overview.context,
    "packing-list": packing_list.context,
    "plan": plan.context,
    "preparation-sheet": preparation_sheet.context,
    "priority-map": priority_map.context,
    "question-cards": question_cards.context,
    "run-sheet": run_sheet.context,
    "status-sheet": status_sheet.context,
    "summary": summary.context,
    "theme-cards": theme_cards.context,
    "theme-qualification": theme_qualification.context,
    "theme-worksheet": theme_worksheet.context,
    "three-levels": three_levels.context,
    "unit-preparation": unit_preparation.context,
}

DECKS: Mapping[str, Callable[[Library, Programme, Copy], Deck]] = {
    "deck": deck.deck,
    "plan-presentation": plan_presentation.deck,
}

TELL_SLIDES = {"run-sheet", "meeting-agenda"}
"""The documents that tell which slides belong to what."""

__all__ = ["DECKS", "DOCUMENTS", "TELL_SLIDES", "Context", "Copy", "Deck"]
