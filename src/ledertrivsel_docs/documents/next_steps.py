"""The overview that closes the last workshop: how far each action card is, and who does what from here."""

from __future__ import annotations

from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import Agreement
from .copy import Copy
from .following import agreements
from .frame import Context, day_or_place, frame, or_place, shortened
from .plan_cards import PlanCard, cards_by_theme
from .sentences import listed_words
from .theme_rows import ThemeRow, theme_rows

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
    cards = cards_by_theme(library, programme)
    printed = [_row(library, row, card) for row in rows for card in cards.get(row.theme or "", [None])]
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
        "rows": printed,
        "count": len(printed),
        "reminder": asked.plan.reminder,
        "boxes": {key: getattr(asked.plan, key) for key in _PLAN_QUESTIONS},
        "advice": {
            "communication": words["advice"].format(text=form.advice.publish),
            "evaluation": words["advice"].format(text=form.advice.follow_up),
            "information": "",
        },
        "places": {key: or_place(None, words["by_hand"][key]) for key in _PLAN_QUESTIONS},
        "from_here": asked.plan.from_here,
        "tasks": _tasks(library, programme),
        "hint": words["hint"].format(status=listed_words(form.status_words)),
        "status_words": form.status_words,
    }


def _row(library: Library, row: ThemeRow, card: PlanCard | None) -> dict[str, Any]:
    """A row for a card; where a theme has several, each is named by its own number."""
    words = library.words["next-steps"]
    places, answers = words["by_hand"], card.answers if card else {}
    follow_up = answers.get("follow_up_date")
    owner = shortened(answers.get("owner"), _OWNER)
    told = words["card_owner" if owner else "card_number"].format(number=card.number, owner=owner) if card else ""
    return {
        "key": card.key if card else row.key,
        "name": words["row_of_several"].format(name=row.name, number=card.number) if card and card.letter else row.name,
        "title": row.title,
        "how_far": or_place(answers.get("status"), places["how_far"]),
        "left": or_place(None, places["left"]),
        "card": told,
        "who": or_place(None, places["who"]),
        "deadline": or_place(None, places["deadline"]),
        "follow_up": words["next_follow_up"].format(day=library.language.date_text(follow_up)) if follow_up else "",
        "again": False,
        "again_date": or_place(None, places["again_date"]),
    }


def _tasks(library: Library, programme: Programme) -> list[dict[str, Any]]:
    """A row for each task that is agreed on already, and rows to write in: six at least, one where these are taken."""
    words = library.words["next-steps"]
    places, names, made = words["by_hand"]["does"], words["does"]["names"], agreements(programme)
    known: list[Agreement | None] = [*made, *[None] * max(_TASKS - len(made), 1)]
    return [
        {
            "key": f"task{number}",
            "names": {key: name.format(number=number) for key, name in names.items()},
            "who": or_place(task.who if task else None, places["who"]),
            "what": or_place(task.what if task else None, places["what"]),
            "when": day_or_place(library, task.when if task else None, places["when"]),
        }
        for number, task in enumerate(known, 1)
    ]


def _begun(text: str) -> str:
    """A text that has stood inside a sentence, as the beginning of one."""
    return text[:1].upper() + text[1:]
