"""The worksheet of a factor: examples first, then the ladder with the count of marks, then what it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..models.library import Library
from ..models.meetings import level_of, working_factors
from ..models.programme import Programme
from ..models.programme_answers import Level
from .copy import Copy
from .frame import Context, day_or_place, frame, or_place
from .ladder_rows import is_hidden, ladder_rows, marks_of, target_or_place, whose_steps


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `examples`, the `rows` of the ladder, and `boxes` for the ambition."""
    words = library.words_of(copy.kit.id, "capability-sheet")
    factor = copy.factor or working_factors(programme, library, copy.kit)[0]
    level, places = level_of(programme, factor), words["by_hand"]
    whose = whose_steps(library, programme, copy.kit, [factor])
    return frame(library, programme, copy, kicker=words["kicker"], title=factor.title) | {
        "examples": or_place(level.examples if level else None, places["examples"]),
        "target": target_or_place(words, level),
        "rows": ladder_rows(words, factor, level),
        "boxes": {
            "challenges": or_place(level.challenges if level else None, places["challenges"]),
            "notice": or_place(level.notice if level else None, places["notice"]),
            "by": day_or_place(library, level.by if level else None, places["by"]),
            "informed": or_place(level.informed if level else None, places["informed"]),
        },
        "own_note": " ".join(filter(None, (_few(words, level), words["own_note"].format(whose=whose)))),
    }


def _few(words: Mapping[str, Any], level: Level | None) -> str:
    """That the sheet doesn't show how the marks lie, for the kind that is too few to count, or for both."""
    hidden = [kind for kind in words["kinds"] if is_hidden(marks_of(level, kind))]
    if not hidden:
        return ""
    return str(words["few"]["both" if len(hidden) > 1 else "one"].format(kind=words["kinds"][hidden[0]]))
