"""Which cards a plan holds, and in which order."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.references import themes_of
from ..models.themes import Theme
from ..models.written_cards import letter, newest, written_cards
from .frame import shortened

_CARDS_TO_WRITE = 5
_FOLLOWED = ("status", "follow_up_date")  # what a follow-up gives
IN_OVERVIEW = 110  # letters of an answer that the overview has room for
_LONG_SENTENCE = 220


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A card of the plan; `theme` is None where it is to be written, `is_extra` where others are chosen but not it.

    `place` is that of its theme. Where groups have written several cards for the theme, `letter` tells them apart, and
    `rivals` are the numbers of all of them. `key` begins the tags of its controls, and no other card has it.
    """

    place: int
    theme: Theme | None
    answers: Mapping[str, Any]
    key: str
    is_extra: bool = False
    letter: str = ""
    rivals: Sequence[str] = ()

    @property
    def number(self) -> str:
        """What the card is called by: 2, or 2a where there are several for its theme."""
        return f"{self.place}{self.letter}"

    @property
    def title(self) -> str | None:
        """The theme's title."""
        return self.theme.title if self.theme else None

    @property
    def is_written(self) -> bool:
        """Whether anybody has written the card; how far it is may be told without."""
        return any(key not in _FOLLOWED for key in self.answers)

    @property
    def is_agreed(self) -> bool:
        """Whether somebody is responsible, and a day for the follow-up is set."""
        return bool(self.answers.get("owner") and self.answers.get("follow_up_date"))

    def goal_in_short(self, library: Library, limit: int = IN_OVERVIEW) -> str | None:
        """The goal, or as many whole sentences of it as there is room for, and that the rest stands on the card.

        Nobody is to take half a sentence for what was agreed; only a single one without end is cut.
        """
        whole = " ".join(self.answers.get("goal", "").split())
        if len(whole) <= limit:
            return whole or None
        end = whole.rfind(". ", 0, limit) + 1 or whole.find(". ") + 1
        kept = whole[:end] if 0 < end <= _LONG_SENTENCE else shortened(whole, limit)
        return f"{kept} {library.words['plan']['rest_on_card']}"

    @property
    def is_shortened(self) -> bool:
        """Whether the overview holds less than the card."""
        texts = (self.title, self.answers.get("goal"), self.answers.get("owner"))
        return any(shortened(text, IN_OVERVIEW) != " ".join(text.split()) for text in texts if text)


def plan_cards(library: Library, programme: Programme) -> list[PlanCard]:
    """The cards of each chosen theme, then the written ones of other themes; without either, some to write."""
    themes, written = themes_of(programme, library), written_cards(programme)
    chosen = list(programme.themes.selected)
    extra = [theme for theme in written if theme not in chosen]
    found = [
        replace(card, is_extra=bool(chosen) and theme in extra)
        for place, theme in enumerate((*chosen, *extra), 1)
        for card in _of_theme(place, themes[theme], written.get(theme) or [newest(programme, theme)], themes)
    ]
    return found or [PlanCard(place, None, {}, f"row{place}") for place in range(1, _CARDS_TO_WRITE + 1)]


def cards_by_theme(library: Library, programme: Programme) -> dict[str, list[PlanCard]]:
    """The plan's cards by the id of their theme."""
    found: dict[str, list[PlanCard]] = {}
    for card in plan_cards(library, programme):
        if card.theme:
            found.setdefault(card.theme.id, []).append(card)
    return found


def one_a_theme(cards: Sequence[PlanCard]) -> list[PlanCard]:
    """The cards for what is told once of a theme, however many cards it has: the first of each, by its plain number."""
    first: dict[int, PlanCard] = {}
    for card in cards:
        first.setdefault(card.place, replace(card, letter="", rivals=()))
    return list(first.values())


def _of_theme(
    place: int, theme: Theme, written: Sequence[Mapping[str, Any]], taken: Container[str]
) -> Iterator[PlanCard]:
    """The cards of a theme; the later ones have its id and a number as their key, unless that is another theme's id."""
    letters = [letter(at, len(written)) for at in range(len(written))]
    rivals = [f"{place}{one}" for one in letters] if len(written) > 1 else []
    free = (key for number in count(2) if (key := f"{theme.id}-{number}") not in taken)
    for answers, one, key in zip(written, letters, chain([theme.id], free), strict=False):
        yield PlanCard(place, theme, answers, key, letter=one, rivals=rivals)
