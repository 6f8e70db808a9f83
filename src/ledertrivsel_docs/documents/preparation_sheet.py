"""What everybody thinks over before the meeting: for each factor the ladder with two marks, and an example."""

from __future__ import annotations

from typing import Any

from ..models.factors import Factor
from ..models.library import Library
from ..models.meetings import working_factors
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place
from .ladder_rows import whose_steps


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the `factors`, each with the `rows` of its ladder and places to write.

    The sheet is the participant's own: it holds no mark that anyone has set.
    """
    words = library.words_of(copy.kit.id, "preparation-sheet")
    factors = working_factors(programme, library, copy.kit)
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "factors": [
            _factor(words, factor) | {"note": whose_steps(library, programme, copy.kit, [factor])} for factor in factors
        ],
        "ticked": False,
    }


def _factor(words: Any, factor: Factor) -> dict[str, Any]:
    return {
        "key": factor.id,
        "title": factor.title,
        "rows": [
            {
                "key": f"{factor.id}.{number}",
                "number": str(number),
                "name": step.name,
                "text": step.text,
                "names": {
                    kind: words["mark"].format(factor=factor.short, number=number, kind=label)
                    for kind, label in words["kinds"].items()
                },
            }
            for number, step in factor.numbered
        ],
        "boxes": {key: or_place(None, place) for key, place in words["by_hand"].items()},
        "names": {
            key: words["field"].format(factor=factor.short, label=label) for key, label in words["names"].items()
        },
    }
