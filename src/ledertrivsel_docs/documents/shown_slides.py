"""Slides that other papers and notes of a meeting name by their number: the ladders, and the questions in reserve."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..models.factors import Factor
from .run_sheet_rows import slide_numbers
from .wording import listed

Named = Mapping[str, Sequence[int]]
"""The numbers of slides by the name of the slide; empty as long as the deck isn't fitted."""


def ladder_name(factor: Factor) -> str:
    """The name of the slide with a factor's ladder."""
    return f"ladder:{factor.id}"


def questions_name(span: str) -> str:
    """The name of the slide with the questions of these numbers."""
    return f"questions:{span}"


def ladder_slides(words: Mapping[str, Any], factors: Iterable[Factor], named: Named) -> str:
    """Where the ladders of the factors are; empty where that isn't known."""
    found = [named[name] for name in map(ladder_name, factors) if name in named]
    return listed(words, [slide_numbers(words["shown_on"], numbers) for numbers in found]) if found else ""


def question_slides(words: Mapping[str, Any], spans: Iterable[str], named: Named) -> str:
    """Where the questions of these numbers are; empty where that isn't known."""
    found = [(span, named[name]) for span in spans if (name := questions_name(span)) in named]
    told = words["questions_on"]
    shown = [told.format(questions=span, slides=slide_numbers(words["shown_on"], numbers)) for span, numbers in found]
    return listed(words, shown) if shown else ""
