"""What a deck consists of before it is fitted and rendered: slides of a kind, in order."""

from __future__ import annotations

from dataclasses import dataclass

from .frame import Context

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


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides, and what all of them share: `header` and `footer`, which the master prints."""

    common: Context
    slides: tuple[Slide, ...]
