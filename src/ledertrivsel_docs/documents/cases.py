"""What others have done, retold, with a quotation, and questions to talk it over by."""

from __future__ import annotations

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, or_place, tool_facts
from .gathering import gathering


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the `cases`, the `quotation`, `rows` of questions, and what the tool is."""
    room = gathering(library, programme, copy.kit)
    words, about = room.words("cases"), room.held.tool.about
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=words["title"],
        lead=words["lead"].format_map(room.places),
    ) | {
        "quotation": words["quoted"].format(text=about.passage("quotation").text),
        "rows": [
            {
                "key": f"question.{number}",
                "text": text,
                "name": words["question_name"].format(text=text),
                "notes": or_place(None, words["place"]),
            }
            for number, text in enumerate(words["questions"], 1)
        ],
        "own_note": words["own_note"].format_map(room.places),
        "tool_facts": tool_facts(words, about.header),
    }
