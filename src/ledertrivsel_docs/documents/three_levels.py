"""Who does what for a factor: a row for each of the three levels of management, and for those beside them."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place
from .gathering import gathering


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: a row for each of the actors, with places to write."""
    room = gathering(library, programme, copy.kit)
    words = room.words("three-levels")
    title = words["title"].format_map(room.places)
    return frame(library, programme, copy, kicker=words["kicker"], title=title, lead=words["lead"]) | {
        "rows": [
            {
                "key": f"actor.{number}",
                "title": actor["title"],
                "help": actor["help"],
                "names": {
                    key: words["field"].format(actor=actor["short"], label=label)
                    for key, label in words["names"].items()
                },
            }
            for number, actor in enumerate(words["actors"], 1)
        ],
        "places": {key: or_place(None, place) for key, place in words["by_hand"].items()},
    }
