"""What becomes of a parked theme, in one sentence for every sheet that mentions it."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme_answers import ParkedTheme


def known(parked: ParkedTheme) -> str:
    """What is known of the answer: `who_and_day`, `who`, `day`, or `open`."""
    if parked.who:
        return "who_and_day" if parked.answer_by else "who"
    return "day" if parked.answer_by else "open"


def parked_answer(library: Library, parked: ParkedTheme) -> str:
    """Who answers and by when, as far as it is known; empty where neither is."""
    day = library.language.date_text(parked.answer_by) if parked.answer_by else None
    pattern = library.words["common"]["parked"].get(known(parked), "")
    return str(pattern.format(who=parked.who, day=day))
