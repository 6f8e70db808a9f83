"""What is known of the managers' well-being, on a sheet for the tables of the first workshop."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place, shortened

_CELLS = ("source", "tells", "not")
_BOXES = ("themes", "lacking")
_NAME = 60  # letters of the name of who fills it in


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: what the source says of `knowledge`, and a row for each place to know something from.

    No programme holds such facts: they are written by the one who gathers them.
    """
    words, plan = library.words["known-facts"], library.samlet_plan
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "knowledge": plan.tool.knowledge,
        "asked": plan.priority_map.discussion.questions[1],
        "filled_by": or_place(shortened(programme.contact.name, _NAME), words["by_hand"]["filled_by"]),
        "dated": or_place(None, words["by_hand"]["dated"]),
        "rows": [*(_row(words, row, row["title"]) for row in words["rows"]), _other(words)],
        "places": {key: or_place(None, words["by_hand"][key]) for key in (*_CELLS, *_BOXES)},
    }


def _row(words: Mapping[str, Any], row: Mapping[str, str], title: str) -> dict[str, Any]:
    names = {key: words["cell_names"][key].format(row=title) for key in _CELLS}
    return {"key": row["key"], "title": row["title"], "help": row["help"], "names": names, "is_other": False}


def _other(words: Mapping[str, Any]) -> dict[str, Any]:
    """A last row for what nobody has thought of."""
    name = words["other_name"]
    row = {"key": "other", "title": or_place(None, words["by_hand"]["other"]), "help": ""}
    return _row(words, row, name) | {"is_other": True, "name": name}
