"""Which cards a plan holds, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..models.chosen_themes import themes_of
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import ActionCard
from ..models.themes import Theme
from .frame import shortened

_CARDS_TO_WRITE = 5
IN_OVERVIEW = 110  # letters of an answer that the overview has room for
_LONG_SENTENCE = 220


@dataclass(frozen=True, slots=True)
class PlanCard:
    """A card of the plan; `theme` is None where it is to be written, `is_extra` where others are chosen but not it."""

    number: int
    theme: Theme | None
    answers: Mapping[str, Any]
    is_extra: bool = False

    @property
    def title(self) -> str | None:
        """The theme's title."""
        return self.theme.title if self.theme else None

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
    """A card a chosen theme, then the cards of other themes that have been written; without either, some to write."""
    themes = themes_of(programme, library)
    written = {card.theme: answers for card in programme.action_cards if (answers := _answers(card))}
    chosen = list(programme.themes.selected)
    extra = [theme for theme in written if theme not in chosen]
    found = [
        PlanCard(number, themes[theme], written.get(theme, {}), is_extra=bool(chosen) and theme in extra)
        for number, theme in enumerate((*chosen, *extra), 1)
    ]
    return found or [PlanCard(number, None, {}) for number in range(1, _CARDS_TO_WRITE + 1)]


def _answers(card: ActionCard) -> dict[str, Any]:
    return {key: value for key, value in card.model_dump(exclude={"theme"}).items() if value is not None}
