"""What a deck consists of before it is fitted and rendered: slides of a kind, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .frame import Context

# What a kind of slide leaves out where there is nothing to say.
_OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "title": ("kicker", "subtitle"),
    "section": ("kicker", "lead"),
    "exercise": ("lead", "until"),
    "question": ("lead", "until"),
    "steps": ("lead",),
    "result": ("lead", "until"),
    "closing": ("lead", "contact"),
}

INTRODUCTION = -1
"""The row of the introduction tool, which stands between two rows of the run sheet where it is used."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: its `kind` in the template, and what it prints: `title`, `notes` and the fields of the kind.

    `row` is the row of the run sheet that the slide belongs to, from 0, or `INTRODUCTION`; `name` is what the run sheet
    knows a slide by that it refers to.
    """

    kind: str
    context: Context
    row: int | None = None
    name: str = ""

    def with_notes_after(self, lines: Sequence[Mapping[str, str]]) -> Slide:
        """The slide with more lines after its notes."""
        return replace(self, context={**self.context, "notes": [*self.context["notes"], *lines]})

    def with_notes_before(self, text: str) -> Slide:
        """The slide with a line before its notes."""
        return replace(self, context={**self.context, "notes": [{"label": "", "text": text}, *self.context["notes"]]})


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides, and what all of them share: `header` and `footer`, which the master prints.

    Notes of one that `tells_numbers` name other slides, so it is made again once their numbers are known.
    """

    common: Context
    slides: tuple[Slide, ...]
    tells_numbers: bool = False


def left_out(kind: str) -> Context:
    """The fields that a slide of a kind can be without, all of them empty."""
    return dict.fromkeys(_OPTIONAL.get(kind, ()), "")
