"""What the slides that present the plan are told from: its words and cards, notes with their times, places to write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..engine.values import Link
from ..models.library import Library
from ..models.programme import Programme
from ..models.treatment import is_past, is_settled
from .contact import with_mail
from .copy import Copy
from .frame import or_place
from .plan_cards import PlanCard
from .plan_story import existing_offers, in_brief, parked_themes, to_settle
from .slides import Slide, left_out
from .wording import filled

FEW = 5  # cards that can be shown in the time
_MOST, _LINE = 6, 220  # lines of what the groups wrote, and letters of each


@dataclass(frozen=True, slots=True)
class Telling:
    """What every slide is told from."""

    library: Library
    programme: Programme
    copy: Copy
    cards: Sequence[PlanCard]

    @property
    def words(self) -> Mapping[str, Any]:
        """The words of the presentation."""
        return self.library.words["plan-presentation"]

    @property
    def plan_words(self) -> Mapping[str, Any]:
        """The words of the plan itself."""
        return self.library.words["plan"]

    @property
    def is_blank(self) -> bool:
        """Whether no card has a theme yet."""
        return all(card.theme is None for card in self.cards)

    @property
    def is_settled(self) -> bool:
        """Whether the plan has been decided on."""
        return is_settled(self.programme, self.library)

    @property
    def is_past(self) -> bool:
        """Whether it no longer applies."""
        return is_past(self.programme, self.library)

    @property
    def existing(self) -> list[str]:
        """What there is already."""
        return self._in_brief(existing_offers(self.programme, self.cards))

    @property
    def parked(self) -> list[dict[str, Any]]:
        """The parked themes."""
        return parked_themes(self.library, self.programme)

    @property
    def missing(self) -> list[str]:
        """What is not settled yet."""
        return self._in_brief(to_settle(self.library, self.programme, self.cards))

    def _in_brief(self, lines: Sequence[str]) -> list[str]:
        return in_brief(lines, self.words["rest_in_plan"], most=_MOST, letters=_LINE)

    def said(self, key: str) -> str:
        """A text that is another one when the plan has been decided on, or no longer applies."""
        return str(self.words[key]["past" if self.is_past else "settled" if self.is_settled else "proposal"])

    def notes(
        self, slide: str, *, before: Sequence[str] = (), after: Sequence[str] = (), **values: str
    ) -> list[dict[str, str]]:
        """The speaker notes of a slide, and those `before` and `after` them: the lines whose places can be filled."""
        places = {**values, "time": self.length(self._minutes.get(slide.partition("_")[0], 0))}
        lines = [filled(line, places) for key in (*before, slide, *after) for line in self._lines(key)]
        return [_labelled(line) for line in lines if line is not None]

    def _lines(self, key: str) -> Sequence[str]:
        notes: Mapping[str, Sequence[str]] = self.words["notes"]
        decided_on = notes.get(f"{key}_settled", notes[key]) if self.is_settled else notes[key]
        return notes.get(f"{key}_past", decided_on) if self.is_past else decided_on

    def length(self, minutes: int) -> str:
        """How long something takes."""
        return self.library.language.minutes_in_words(minutes)

    @property
    def minutes(self) -> int:
        """How long it takes to show what one forum is to see."""
        may_be = {
            "existing": self.existing,
            "open": self.is_blank or self.parked or self.missing,
            "following": not self.is_past,
        }
        more_cards = self._minutes["card"] * (min(len(self.cards), FEW) - 1)
        return more_cards + sum(count for key, count in self._minutes.items() if may_be.get(key, True))

    @property
    def _minutes(self) -> dict[str, int]:
        return {key: int(count) for key, count in self.words["minutes"].items()}

    @property
    def asking(self) -> int:
        """How many of them are for what the forum is asked."""
        return self._minutes["ask"]

    def place(self, text: str | None, key: str) -> str:
        """A text, or where there is none a place to write it."""
        return or_place(text, self.words["by_hand"][key])

    def places(self, key: str) -> list[str]:
        """Places to write the lines of a slide."""
        return [or_place(None, place) for place in self.words["lines_by_hand"][key]]

    def day(self, day: date | None, key: str) -> str:
        """A day, or a place to write it."""
        return self.place(self.library.language.date_text(day) if day else None, key)

    def items(self, texts: Iterable[str]) -> list[dict[str, str | Link]]:
        """The lines of a slide."""
        return [with_mail(self.programme, text) for text in texts]


def slide(kind: str, title: str, notes: list[dict[str, str]], **fields: Any) -> Slide:
    """A slide of a kind."""
    return Slide(kind, {**left_out(kind), "title": title, "notes": notes, **fields})


def note(label: str, text: str) -> dict[str, str]:
    """A line of the speaker notes."""
    return {"label": label, "text": " ".join(text.split())}


def _labelled(line: str) -> dict[str, str]:
    label, colon, text = line.partition(": ")
    return note(label + colon, text)
