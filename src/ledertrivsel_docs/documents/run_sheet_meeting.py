"""The run sheet of a tool's meeting: with what comes before it, and how to split it where it gets too long."""

from __future__ import annotations

from collections.abc import Iterator

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .deck_parts import filled
from .frame import Context, frame, tool_facts
from .gathering import Gathering, gathering
from .run_sheet_rows import end_row, facts, item_rows


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints; see `run_sheet.context`."""
    room = gathering(library, programme, copy.kit)
    words, sheet = room.words("run-sheet"), room.held.sheet
    return frame(library, programme, copy, kicker=words["kicker"], title=sheet.title, lead=sheet.lead) | (
        meeting_rows(room, copy)
        | {
            "tool_facts": tool_facts(words, room.held.tool.about.header),
            "before": list(_before(room)),
            "beside": list(_beside(room)),
            "notes": [{"text": text, "link": ""} for text in _notes(room)],
        }
    )


def meeting_rows(room: Gathering, copy: Copy) -> Context:
    """The facts of a meeting, its rows with their times, and its end."""
    words = room.words("run-sheet")
    return {
        "facts": facts(room.library, words, room.held.meeting, room.held.session),
        "items": list(item_rows(room.library, words, copy, room.hours, room.places["leader"])),
        "end": end_row(room.library, words, room.hours, words["end"]),
    }


def _before(room: Gathering) -> Iterator[dict[str, str]]:
    """What the one who leads does before the meeting."""
    words = room.words("run-sheet")
    for line in room.held.sheet.before:
        pattern = words["before"]["timed" if line.minutes else "untimed"]
        minutes = room.library.language.minutes_text(line.minutes) if line.minutes else ""
        yield {"text": pattern.format(text=line.text, minutes=minutes), "advice": " ".join(line.advice)}


def _beside(room: Gathering) -> Iterator[dict[str, str]]:
    """What the kit adds to the rows, and what the length of the meeting asks for."""
    words = room.words("run-sheet")
    titles = {item.id: item.title for item in room.hours.items}
    for line in words["beside"]:
        text = filled(line["text"], room.places)
        if text is not None:
            yield {"title": line.get("title") or titles[line["row"]], "text": text}
    if room.held.sheet.by_manager:
        yield {"title": words["length"]["title"], "text": _length(room)}
    elif room.held.is_too_long or len(room.held.factors) > 1:
        yield {
            "title": words["length"]["title"],
            "text": words["length"]["factors"].format(length=room.places["length"]),
        }


def _length(room: Gathering) -> str:
    """How long the meeting gets with so many managers, and how to split one that is too long."""
    words, held, language = room.words("run-sheet")["length"], room.held, room.library.language
    told = [
        words["row"].format(managers=count, length=language.hours_text(held.minutes_for(count)))
        for count in map(int, words["counts"])
    ]
    counted = words["counted" if held.counted else "assumed"].format(
        managers=held.managers, length=language.hours_text(held.minutes)
    )
    return " ".join(filter(None, (counted, words["table"].format(rows=words["between"].join(told)), _split(room))))


def _split(room: Gathering) -> str:
    words, held, language = room.words("run-sheet")["length"], room.held, room.library.language
    if not held.is_too_long:
        return ""
    split = held.split()
    texts = [
        words["too_long"].format(longest=language.hours_text(held.sheet.longest or 0)),
        words["groups"].format(groups=split.groups, length=language.hours_text(split.minutes)),
        words["two"].format(first=language.hours_text(split.first), second=language.hours_text(split.second))
        if split.first
        else "",
    ]
    return " ".join(filter(None, texts))


def _notes(room: Gathering) -> Iterator[str]:
    """Where rows and minutes come from."""
    yield room.words("run-sheet")["origin"]
