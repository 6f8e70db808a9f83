"""The checklist before it all begins: the source's points, each with a box to tick and room for what was agreed."""

from __future__ import annotations

from typing import Any

from ..models.forms import ChecklistGroup
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place
from .papers import has_paper, paper


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the `groups` of points, with the call-outs that stand by them."""
    words, checklist = library.words["checklist"], library.samlet_plan.checklist
    return frame(library, programme, copy, kicker=words["kicker"], title=checklist.title, lead=words["lead"]) | {
        "groups": [_group(library, copy.kit, group) for group in checklist.groups],
        "places": {key: or_place(None, place) for key, place in words["by_hand"].items()},
        "ticked": False,
    }


def _group(library: Library, kit: Kit, group: ChecklistGroup) -> dict[str, Any]:
    words = library.words["checklist"]
    helps = {
        int(line["number"]): words["see"].format(paper=paper(kit, line["id"], line.get("step")))
        for line in words["helps"]
        if int(line["group"]) == group.number and has_paper(kit, line["id"])
    }
    call_out = group.call_out
    return {
        "title": words["group"].format(number=group.number, title=group.title),
        "description": words["table_description"].format(title=group.title),
        "points": [
            _point(words, group.number, number, text, helps.get(number, ""))
            for number, text in enumerate(group.points, 1)
        ],
        "call_out": call_out.model_dump() if call_out else None,
    }


def _point(words: Any, group: int, number: int, text: str, see: str) -> dict[str, Any]:
    name = words["point"].format(group=group, number=number)
    return {
        "key": f"point{group}-{number}",
        "text": text,
        "see": see,
        "names": {key: pattern.format(point=name) for key, pattern in words["names"].items()},
    }
