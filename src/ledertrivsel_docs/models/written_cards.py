"""The action cards of a theme that somebody has written something on, and how far each of them is by now.

Two groups may each have written a card for the same theme. Both are kept: people choose, not the program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from string import ascii_lowercase
from typing import Any

from .programme_answers import ActionCard, FollowUp
from .programme_fields import ProgrammeFields

_NO_ANSWERS = {"theme", "source"}


def answers_on(card: ActionCard) -> dict[str, Any]:
    """What stands on a card, by field key; empty where nobody has written anything."""
    return {key: value for key, value in card.model_dump(exclude=_NO_ANSWERS).items() if value is not None}


def written_cards(programme: ProgrammeFields) -> dict[str, list[dict[str, Any]]]:
    """The answers on each written card, by theme, with the status and the day of its newest follow-up.

    Where a theme has several cards, only follow-ups that say which of them is meant count.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for card in programme.action_cards:
        if answers := answers_on(card):
            found.setdefault(card.theme, []).append(answers)
    for theme, cards in found.items():
        for place, answers in enumerate(cards):
            which = letter(place, len(cards))
            answers.update(newest(programme, theme, which))
            about = [one for one in programme.follow_ups if _is_about(one, theme, which)]
            held = max((one.date for one in about if one.date), default=None)
            if held and "follow_up_date" in answers and answers["follow_up_date"] <= held:
                del answers["follow_up_date"]  # it has been, and a new day isn't agreed
    return found


def newest(programme: ProgrammeFields, theme: str, card: str = "") -> dict[str, Any]:
    """The status and the next day that the newest follow-ups of a theme give, as far as they say so.

    `card` is the letter of one of its cards, where it has several.
    """
    told: dict[str, Any] = {}
    for found in latest_first(programme, theme):
        if not _is_about(found, theme, card):
            continue
        for key in ("status", "follow_up_date"):
            value = getattr(found, key)
            if value is not None:
                told.setdefault(key, value)
    return told


def _is_about(found: FollowUp, theme: str, card: str) -> bool:
    """Whether a follow-up is about a card of a theme; `card` is its letter where there are several."""
    return found.theme == theme and (not card or found.card == card)


def latest_first(programme: ProgrammeFields, theme: str) -> list[FollowUp]:
    """The follow-ups of a theme, the latest first, those without a day last; of one day the last one written."""
    own = [found for found in programme.follow_ups[::-1] if found.theme == theme]
    return sorted(own, key=lambda found: found.date or date.min, reverse=True)


def letter(place: int, count: int) -> str:
    """What tells a card from the others of its theme, behind its number: a, b, c …; nothing where there is one."""
    if count == 1:
        return ""
    before, last = divmod(place, len(ascii_lowercase))
    return (letter(before - 1, count) if before else "") + ascii_lowercase[last]


def repeated(cards: Sequence[ActionCard]) -> Iterator[int]:
    """The places of written cards whose theme has a card already."""
    seen: Counter[str] = Counter()
    for place, card in enumerate(cards):
        if answers_on(card):
            seen[card.theme] += 1
            if seen[card.theme] > 1:
                yield place
