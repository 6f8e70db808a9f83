"""The status of the action cards: what was done with each, and what is decided now."""

from __future__ import annotations

from collections.abc import Iterator

from ...models.programme_answers import FollowUp
from ...models.written_cards import letter
from ..entries import Entry, Fact
from ..reply import Reply

_ANSWERS = ("status", "done", "effect", "next", "date")
_MOST_CARDS = 100
_PRINTED = ("owner", "goal", "planned", "agreed")


def read(reply: Reply) -> Iterator[Entry]:
    """The follow-up of each card that something is said of, and when the next one is; the rest becomes notes."""
    held = reply.day("date")
    for row in reply.filled.rows("effect"):
        told = {key: reply.value(f"{row}.{key}") for key in _ANSWERS}
        reply.skip(f"{row}.card", *(f"{row}.{key}" for key in _PRINTED))
        if not any(told.values()):
            continue
        theme, own = reply.row_theme(row, "card")
        yield from own
        if theme is None:
            reply.keep(*(f"{row}.{key}" for key in _ANSWERS), f"{row}.card")
            continue
        told["follow_up_date"] = told.pop("date")
        card = card_letter(reply, row, theme, "effect")
        yield from reply.entry(FollowUp, theme=theme, card=card, date=held, source=reply.source, **told)
    if following := reply.day("next_date"):
        yield Fact(("plan", "next_follow_up"), following)
    reply.skip("home", "where", *(key for key in reply.filled.slots if key.startswith("parked") and ".theme" in key))


def card_letter(reply: Reply, row: str, theme: str, field: str) -> str | None:
    """Which of several cards of a theme a row is about: the rows of the later ones have a number behind its id."""
    places = {theme: 0} | {f"{theme}-{number}": number - 1 for number in range(2, _MOST_CARDS)}
    rows = [known for known in places if f"{known}.{field}" in reply.filled.slots]
    return letter(places[row], len(rows)) or None if row in places else None
