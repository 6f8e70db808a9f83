"""The ladder of a factor on A3, for the wall: everybody sets a mark on what is, and one on what is wanted."""

from __future__ import annotations

from ..models.library import Library
from ..models.meetings import working_factors
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place
from .ladder_rows import whose_steps

_SHADES = 5


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the `rows` of the ladder, the highest step first, with room for marks.

    The `shade` of a step rises from 1 to 5, whatever the number of steps.
    """
    words = library.words_of(copy.kit.id, "ladder")
    factor = copy.factor or working_factors(programme, library, copy.kit)[0]
    return frame(library, programme, copy, kicker=words["kicker"], title=factor.title, lead=words["lead"]) | {
        "count": len(factor.steps),
        "rows": [
            {
                "number": str(number),
                "shade": -(-number * _SHADES // len(factor.steps)),
                "name": step.name,
                "text": step.text,
                "current_name": words["field"].format(number=number, column=words["columns"]["current"]),
                "current": or_place(None, words["place"]),
                "desired_name": words["field"].format(number=number, column=words["columns"]["desired"]),
                "desired": or_place(None, words["place"]),
            }
            for number, step in factor.numbered
        ],
        "own_note": words["own_note"].format(
            last=len(factor.steps), whose=whose_steps(library, programme, copy.kit, [factor])
        ),
    }
