"""The overview that closes the last workshop: how far each action card is, and who does what from here."""

from __future__ import annotations

from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import ActionCard
from .copy import Copy
from .frame import Context, frame, or_place, shortened
from .sentences import listed_words
from .theme_rows import ThemeRow, card_number, theme_rows

_CARD_QUESTIONS = ("how_far", "left", "who", "deadline")
_PLAN_QUESTIONS = ("communication", "information", "evaluation")
_TASKS = 6
_OWNER = 60


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What is printed: a column for each question about a card, a row a card, and what is asked of the plan."""
    words = library.words["next-steps"]
    form = library.samlet_plan.action_card
    asked = library.samlet_plan.run_sheets.asked
    rows = theme_rows(library, programme, name=words["row"], place=words["by_hand"]["card"])
    cards = {card.theme: card for card in programme.action_cards}
    columns = {key: _begun(words["column"].format(text=getattr(asked.cards, key))) for key in _CARD_QUESTIONS}
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=words["title"],
        lead=words["lead"].format(text=asked.cards.condition),
    ) | {
        "columns": {"card": words["card"], **columns, "again": asked.cards.again},
        "rows": [_row(library, programme, row, cards.get(row.theme or "")) for row in rows],
        "count": len(rows),
        "reminder": asked.plan.reminder,
        "boxes": {key: getattr(asked.plan, key) for key in _PLAN_QUESTIONS},
        "advice": {
            "communication": words["advice"].format(text=form.advice.publish),
            "evaluation": words["advice"].format(text=form.advice.follow_up),
            "information": "",
        },
        "places": {key: or_place(None, words["by_hand"][key]) for key in _PLAN_QUESTIONS},
        "from_here": asked.plan.from_here,
        "tasks": [_task(words["does"], number) for number in range(1, _TASKS + 1)],
        "does": {key: or_place(None, place) for key, place in words["by_hand"]["does"].items()},
        "hint": words["hint"].format(status=listed_words(form.status_words)),
        "status_words": form.status_words,
    }


def _row(library: Library, programme: Programme, row: ThemeRow, card: ActionCard | None) -> dict[str, Any]:
    words = library.words["next-steps"]
    places = words["by_hand"]
    follow_up = card.follow_up_date if card else None
    owner = shortened(card.owner if card else None, _OWNER)
    number = card_number(programme, row.theme) if row.theme else None
    return {
        "key": row.key,
        "name": row.name,
        "title": row.title,
        "how_far": or_place(card.status if card else None, places["how_far"]),
        "left": or_place(None, places["left"]),
        "card": words["card_owner" if owner else "card_number"].format(number=number, owner=owner) if number else "",
        "who": or_place(None, places["who"]),
        "deadline": or_place(None, places["deadline"]),
        "follow_up": words["next_follow_up"].format(day=library.language.date_text(follow_up)) if follow_up else "",
        "again": False,
        "again_date": or_place(None, places["again_date"]),
    }


def _task(words: Any, number: int) -> dict[str, Any]:
    return {"key": f"task{number}", "names": {key: name.format(number=number) for key, name in words["names"].items()}}


def _begun(text: str) -> str:
    """A text that has stood inside a sentence, as the beginning of one."""
    return text[:1].upper() + text[1:]
