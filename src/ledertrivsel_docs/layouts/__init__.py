"""Layouts: how each template is put together. `python -m ledertrivsel_docs.layouts` writes them all anew.

A layout names the page parts of one document, in order; its stem is that of the document, the template and the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..look import look
from ..models.brand import Brand
from ..models.library import Library
from ..page_parts.base import lean_base
from ..page_parts.deck_base import deck_base
from ..page_parts.deck_letterhead import deck_letterhead
from ..page_parts.deck_sheet import DeckSheet
from ..page_parts.letterheads import Letterhead, brand_of, letterhead
from ..page_parts.looks import Look
from ..page_parts.page import A4, A4_FOR_CUTTING, Page
from ..page_parts.sheet import Sheet
from . import (
    action_card,
    agreement_sheet,
    apv_view,
    brand_sample,
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
    print_list,
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

__all__ = [
    "DECK_LAYOUTS",
    "LAYOUTS",
    "brand_of",
    "build_deck_template",
    "build_template",
    "deck_base",
    "deck_letterhead",
    "lean_base",
    "letterhead",
]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a template is put together, on which paper, and the looks of its own where it has some."""

    build: Callable[[Sheet, Library], None]
    page: Page = A4
    looks: Mapping[str, Look] = field(default_factory=dict)


LAYOUTS: Mapping[str, Layout] = {
    "action-card": Layout(action_card.build, action_card.PAGE, action_card.LOOKS),
    "agreement-sheet": Layout(agreement_sheet.build, agreement_sheet.PAGE, agreement_sheet.LOOKS),
    "apv-view": Layout(apv_view.build, apv_view.PAGE, apv_view.LOOKS),
    "brand-sample": Layout(brand_sample.build, brand_sample.PAGE, brand_sample.LOOKS),
    "capability-sheet": Layout(capability_sheet.build, capability_sheet.PAGE, capability_sheet.LOOKS),
    "cases": Layout(cases.build, cases.PAGE, cases.LOOKS),
    "checklist": Layout(checklist.build, checklist.PAGE, checklist.LOOKS),
    "coaching": Layout(coaching.build, coaching.PAGE, coaching.LOOKS),
    "conversation-guide": Layout(conversation_guide.build, conversation_guide.PAGE, conversation_guide.LOOKS),
    "decisions-and-roles": Layout(decisions_and_roles.build, decisions_and_roles.PAGE, decisions_and_roles.LOOKS),
    "dialogue-sheet": Layout(dialogue_sheet.build, dialogue_sheet.PAGE, dialogue_sheet.LOOKS),
    "evaluation": Layout(evaluation.build, evaluation.PAGE, evaluation.LOOKS),
    "group-leader-card": Layout(group_leader_card.build, group_leader_card.PAGE, group_leader_card.LOOKS),
    "guide": Layout(guide.build, guide.PAGE, guide.LOOKS),
    "hearing-response": Layout(hearing_response.build, hearing_response.PAGE, hearing_response.LOOKS),
    "intranet-text": Layout(intranet_text.build, intranet_text.PAGE, intranet_text.LOOKS),
    "invitation": Layout(invitation.build, invitation.PAGE, invitation.LOOKS),
    "knowledge-sheet": Layout(knowledge_sheet.build),
    "known-facts": Layout(known_facts.build, known_facts.PAGE, known_facts.LOOKS),
    "ladder": Layout(ladder.build, ladder.PAGE, ladder.LOOKS),
    "leader-group-feedback": Layout(
        leader_group_feedback.build, leader_group_feedback.PAGE, leader_group_feedback.LOOKS
    ),
    "med-case": Layout(med_case.build, med_case.PAGE, med_case.LOOKS),
    "meeting-agenda": Layout(meeting_agenda.build, meeting_agenda.PAGE, meeting_agenda.LOOKS),
    "network-starter": Layout(network_starter.build, network_starter.PAGE, network_starter.LOOKS),
    "next-steps": Layout(next_steps.build, next_steps.PAGE, next_steps.LOOKS),
    "overview": Layout(overview.build, overview.PAGE, overview.LOOKS),
    "packing-list": Layout(packing_list.build, packing_list.PAGE, packing_list.LOOKS),
    "plan": Layout(plan.build, plan.PAGE, plan.LOOKS),
    "preparation-sheet": Layout(preparation_sheet.build, preparation_sheet.PAGE, preparation_sheet.LOOKS),
    "print-list": Layout(print_list.build, print_list.PAGE, print_list.LOOKS),
    "priority-map": Layout(priority_map.build, priority_map.PAGE, priority_map.LOOKS),
    "question-cards": Layout(question_cards.build, A4_FOR_CUTTING, question_cards.LOOKS),
    "run-sheet": Layout(run_sheet.build, run_sheet.PAGE, run_sheet.LOOKS),
    "status-sheet": Layout(status_sheet.build, status_sheet.PAGE, status_sheet.LOOKS),
    "summary": Layout(summary.build, summary.PAGE, summary.LOOKS),
    "theme-cards": Layout(theme_cards.build, A4_FOR_CUTTING, theme_cards.LOOKS),
    "theme-qualification": Layout(theme_qualification.build, theme_qualification.PAGE, theme_qualification.LOOKS),
    "theme-worksheet": Layout(theme_worksheet.build, theme_worksheet.PAGE, theme_worksheet.LOOKS),
    "three-levels": Layout(three_levels.build, three_levels.PAGE, three_levels.LOOKS),
    "unit-preparation": Layout(unit_preparation.build, unit_preparation.PAGE, unit_preparation.LOOKS),
}


def build_template(stem: str, base: bytes | Letterhead, brand: Brand, library: Library) -> bytes:
    """A Word template from a base (ours or an organisation's `letterhead`), a brand and the content."""
    layout = LAYOUTS[stem]
    sheet = Sheet(base, library.words["styles"], layout.page, layout.looks)
    layout.build(sheet, library)
    return sheet.finished(look(brand))


DECK_LAYOUTS: Mapping[str, Callable[[DeckSheet], None]] = {
    "deck": deck.build,
    "plan-presentation": plan_presentation.build,
}


def build_deck_template(stem: str, base: bytes, brand: Brand, library: Library) -> bytes:
    """A PowerPoint template from a base with our layouts, a brand and the content."""
    sheet = DeckSheet(base, library.words["slide-layouts"])
    DECK_LAYOUTS[stem](sheet)
    return sheet.finished(look(brand))
