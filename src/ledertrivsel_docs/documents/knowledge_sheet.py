"""The knowledge sheet: what has been found out and allowed since the themes were chosen."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import ParkedTheme
from ..models.references import themes_of
from .copy import Copy
from .frame import Context, frame, or_place
from .parked import known, parked_answer
from .theme_rows import are_few, theme_rows


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: what was `asked`, a row for each theme with its `places`, and the `parked` themes."""
    words = library.words["knowledge-sheet"]
    rows = theme_rows(library, programme, name=words["row"], place=words["by_hand"]["theme"])
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "asked": library.samlet_plan.run_sheets.asked.knowledge.model_dump(),
        "rows": rows,
        "few": are_few(rows),
        "places": {key: or_place(None, words["by_hand"][key]) for key in ("knowledge", "mandate", "open")},
        "parked": [_parked(library, programme, parked) for parked in programme.themes.parked],
    }


def _parked(library: Library, programme: Programme, parked: ParkedTheme) -> str:
    """A parked theme: who answers and when, and what of this is still to be settled."""
    title = themes_of(programme, library)[parked.theme].title
    still_open = library.words["knowledge-sheet"]["parked_still_open"].get(known(parked), "")
    return " ".join(part for part in (title, parked_answer(library, parked), still_open) if part)
