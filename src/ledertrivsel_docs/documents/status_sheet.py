"""The status at the half-year: what has been done with each card, what can be seen of it, and what is decided now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..engine.values import DateText
from ..models.library import Library
from ..models.programme import Programme
from ..models.written_cards import latest_first
from .copy import Copy
from .following import card_row, forums_that_discuss, kicker_of
from .frame import Context, day_or_place, frame, or_place, shortened
from .plan_cards import PlanCard, plan_cards
from .plan_story import cards_named, parked_themes
from .sentences import listed_words
from .wording import listed

_OWNER, _GOAL, _FORUM, _DECIDED = 45, 150, 50, 110  # letters that there is room for
_MOST_FORUMS, _MOST_EARLY = 4, 4
_TITLE_LINE, _NOTE_LINE, _LINES = 42, 52, 4  # letters of a line of a row, and the lines it has room for
_ON_A_PAGE = 5
_PARKED_TO_WRITE = 2


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts`, a row for each of the plan's `cards`, the `parked` themes, three `boxes`."""
    words, form = library.words["status-sheet"], library.samlet_plan.action_card
    cards, places, day = plan_cards(library, programme), words["by_hand"], programme.plan.next_follow_up
    kicker = words["kicker"]["dated" if day else "open"].format(date=library.language.date_text(day) if day else "")
    kicker = kicker_of(library, programme, kicker)
    return frame(library, programme, copy, kicker=kicker, title=words["title"], lead=words["lead"]) | {
        "facts": _facts(library, programme),
        "forums": _forums(library, programme),
        "cards": [_card(library, programme, card) for card in cards],
        "count": _rows_to_fill(library, cards),
        "places": {key: or_place(None, place) for key, place in places.items()},
        "parked": _parked(library, programme, cards),
        "hint": " ".join(
            filter(
                None, (_early(library, programme, cards), words["hint"].format(status=listed_words(form.status_words)))
            )
        ),
        "advice": words["advice"].format(text=form.advice.follow_up),
        "status_words": form.status_words,
    }


def _facts(library: Library, programme: Programme) -> dict[str, str | DateText]:
    places = library.words["status-sheet"]["by_hand"]
    return {
        "date": day_or_place(library, programme.plan.next_follow_up, places["date"]),
        "where": or_place(None, places["where"]),
        "home": or_place(shortened(programme.anchoring.home, _OWNER), places["home"]),
        "gathered_by": or_place(None, places["gathered_by"]),
    }


def _early(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> str:
    """Which cards are to be followed up before the whole plan is, so that somebody looks at them in time."""
    day, words = programme.plan.next_follow_up, library.words["status-sheet"]
    early: dict[date, list[PlanCard]] = {}
    for card in cards:
        on = card.answers.get("follow_up_date")
        if on and day and on < day:
            early.setdefault(on, []).append(card)
    told = [
        words["early_cards"].format(
            cards=cards_named(library.words["plan"], early[on]), date=library.language.date_text(on)
        )
        for on in sorted(early)
    ]
    if len(told) > _MOST_EARLY:
        return str(words["early_many"])
    return str(words["early"].format(cards=listed(library.words["plan"], told))) if told else ""


def _forums(library: Library, programme: Programme) -> list[dict[str, str]]:
    """Where the status is discussed, each with a place to write the day, which is yet to be agreed."""
    words, names = library.words["status-sheet"], forums_that_discuss(library, programme)[:_MOST_FORUMS]
    return [
        {"key": f"forum{number}", "name": name, "field": words["forum_field"].format(forum=shortened(name, _FORUM))}
        for number, name in enumerate(names, 1)
    ]


def _card(library: Library, programme: Programme, card: PlanCard) -> dict[str, Any]:
    words = library.words["status-sheet"]
    places, answers = words["by_hand"], card.answers
    return card_row(words, card) | {
        "owner": or_place(shortened(answers.get("owner"), _OWNER), places["owner"]),
        "goal": or_place(card.goal_in_short(library, _GOAL), places["goal"]),
        "agreed": day_or_place(library, answers.get("follow_up_date"), places["agreed"]),
        "planned": or_place(answers.get("status"), places["planned"]),
        "decided": _decided(words, programme, card),
    }


def _decided(words: Mapping[str, Any], programme: Programme, card: PlanCard) -> str:
    """What was decided last time about the theme of a card, where there was one."""
    told = latest_first(programme, card.theme.id) if card.theme else []
    said = (found.next for found in told if not card.letter or found.card == card.letter)
    decided = shortened(next(filter(None, said), None), _DECIDED)
    return str(words["decided"].format(text=decided)) if decided else ""


def _rows_to_fill(library: Library, cards: Sequence[PlanCard]) -> int:
    """How many rows share the room: five whose texts don't fit one page are spread over two, as six are."""
    over = sum(max(_lines(library, card) - _LINES, 0) for card in cards)
    return _ON_A_PAGE + 1 if len(cards) == _ON_A_PAGE and over > 1 else len(cards)


def _lines(library: Library, card: PlanCard) -> int:
    """How many lines a card's title, owner and goal are likely to take."""
    title, goal = card.title or "", card.goal_in_short(library, _GOAL) or ""
    return 2 + (len(title) > _TITLE_LINE) + (len(title) > 2 * _TITLE_LINE) + max(-(-len(goal) // _NOTE_LINE), 1)


def _parked(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[dict[str, Any]]:
    """The parked themes with who was to answer; as long as nothing is chosen, rows to write some in."""
    words = library.words["status-sheet"]
    known = [(theme["title"], theme["answer"]) for theme in parked_themes(library, programme)]
    if not known and all(card.theme is None for card in cards):
        known = [(or_place(None, words["by_hand"]["theme"]), "")] * _PARKED_TO_WRITE
    return [
        {
            "key": f"parked{number}",
            "title": title,
            "answer": answer,
            "names": {
                key: words["parked_field"].format(number=number, label=label)
                for key, label in words["parked_names"].items()
            },
        }
        for number, (title, answer) in enumerate(known, 1)
    ]
