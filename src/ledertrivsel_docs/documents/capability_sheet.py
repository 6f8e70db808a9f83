"""The worksheet of a factor: examples first, then the ladder with the count of marks, then what it takes."""

from __future__ import annotations

from ..models.library import Library
from ..models.meetings import level_of, working_factors
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, day_or_place, frame, or_place
from .ladder_rows import is_counted, ladder_rows, marks_of, target_or_place


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `examples`, the `rows` of the ladder, and `boxes` for the ambition."""
    words = library.words_of(copy.kit.id, "capability-sheet")
    factor = copy.factor or working_factors(programme, library, copy.kit)[0]
    level, places = level_of(programme, factor), words["by_hand"]
    marks = (marks_of(level, "current"), marks_of(level, "desired"))
    few = any(found and not is_counted(found) for found in marks)
    return frame(library, programme, copy, kicker=words["kicker"], title=factor.title) | {
        "key": factor.id,
        "examples": or_place(level.examples if level else None, places["examples"]),
        "target": target_or_place(words, level),
        "rows": ladder_rows(words, factor, level),
        "boxes": {
            "challenges": or_place(level.challenges if level else None, places["challenges"]),
            "notice": or_place(level.notice if level else None, places["notice"]),
            "by": day_or_place(library, level.by if level else None, places["by"]),
            "informed": or_place(level.informed if level else None, places["informed"]),
        },
        "own_note": words["few_note"] if few else words["own_note"],
    }
