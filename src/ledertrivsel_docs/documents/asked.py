"""What the run sheets ask, to the letter: the questions that a sheet is built on are taken from there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..models.base import Step
from ..models.run_sheet import RunSheets

_QUESTION = re.compile(r"[^.:?!]+\?")


@dataclass(frozen=True, slots=True)
class KnowledgeAsked:
    """What the first workshop ends with asking, and what the second begins with answering."""

    then: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OverviewAsked:
    """What the last workshop asks about the cards, each and together, and about the plan that they become.

    `cards` are the four things to say of a card, without their question marks; `condition` stands before them.
    """

    condition: str
    cards: tuple[str, ...]
    again: str
    reminder: str
    plan: tuple[str, ...]
    from_here: str


def questions(text: str) -> tuple[str, ...]:
    """The questions in a text, in its own words."""
    return tuple(found.strip() for found in _QUESTION.findall(text))


def knowledge_asked(sheets: RunSheets) -> KnowledgeAsked:
    """The questions about knowledge and mandate."""
    closing, opening = sheets.of(Step.PREPARE).items[-1], sheets.of(Step.QUALIFY).items[0]
    return KnowledgeAsked(questions(closing.text), questions(opening.text))


def qualifying_minutes(sheets: RunSheets) -> int | None:
    """How long the groups work with the support questions; where it is the kit's proposal, too."""
    _, work, *_ = sheets.of(Step.QUALIFY).items
    return work.points[1].length


def overview_asked(sheets: RunSheets) -> OverviewAsked:
    """The questions about how far the cards are and what happens next."""
    cards, plan, *_, closing = sheets.of(Step.CONCRETISE).items
    condition, _, asked = cards.points[-1].text.partition(" – ")
    each, again = questions(asked)
    return OverviewAsked(
        condition=condition,
        cards=tuple(each.rstrip("?").split(", ")),
        again=again,
        reminder=" ".join(plan.considerations),
        plan=tuple(point.text for point in plan.points[1:]),
        from_here=closing.points[0].text,
    )
