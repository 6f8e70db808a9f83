"""The run sheet of a tool's meeting: with what comes before it, and how to split it where it gets too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .frame import Context, frame, tool_facts
from .gathering import Gathering, gathering
from .plan_story import one_or_many
from .run_sheet_rows import end_row, facts, item_rows
from .wording import filled


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints; see `run_sheet.context`."""
    room = gathering(library, programme, copy.kit)
    words, sheet = room.words("run-sheet"), room.held.sheet
    preparation = room.places["preparation"] if sheet.preparation_minutes else ""
    return frame(library, programme, copy, kicker=words["kicker"], title=sheet.title, lead=sheet.lead) | (
        meeting_rows(room, copy)
        | {
            "beside": list(_beside(room)),
            "notes": [],
            "before_lead": words["before_lead"]["timed" if preparation else "untimed"].format(minutes=preparation),
            "before": list(_before(room)),
            "hard": list(_hard(words)),
            "before_note": words["origin"].format_map(room.places),
            "tool_facts": tool_facts(words, room.held.tool.about.header),
            "about": words["about"].format_map(room.places) if "about" in words else "",
            "lengths": list(_lengths(room)) if sheet.by_manager else [],
            "length_text": _length(room),
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
    """What the one who leads does before the meeting, with the tips that go with it."""
    words, language = room.words("run-sheet"), room.library.language
    for line in room.held.sheet.before:
        minutes = language.minutes_text(line.minutes) if line.minutes else words["any_time"]
        yield {"minutes": minutes, "task": line.text, "advice": " ".join(line.advice)}


def _hard(words: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """What may be hard in the meeting, and what to do then."""
    behind = {"when": words["hard_behind"], "then": words["behind"]}
    for line in (*words["hard"], *words.get("hard_more", ()), behind):
        yield {"when": line["when"], "then": line["then"], "advice": ""}


def _beside(room: Gathering) -> Iterator[dict[str, str]]:
    """What the kit adds to the rows, and what the length of the meeting asks for."""
    words = room.words("run-sheet")
    titles = {item.id: item.title for item in room.held.sheet.items}
    if room.held.is_too_long:
        yield {"title": words["length"]["too_long_title"], "text": _split(room)}
    for line in words["beside"]:
        text = filled(line["text"], room.places)
        if text is not None:
            yield {"title": line.get("title") or titles[line["row"]], "text": text}


def _lengths(room: Gathering) -> Iterator[dict[str, str]]:
    """How long the meeting takes for some numbers of managers, with breaks."""
    words, held, language = room.words("run-sheet")["length"], room.held, room.library.language
    for count in map(int, words["counts"]):
        yield {"label": _managers(room, count), "text": language.hours_text(held.minutes_for(count))}


def _managers(room: Gathering, count: int) -> str:
    return one_or_many(room.words("run-sheet")["length"]["managers"], count).format(count=count)


def _length(room: Gathering) -> str:
    """For how many factors or managers the run sheet is planned, and how to split it; empty for others."""
    words, held, texts = room.words("run-sheet")["length"], room.held, list[str]()
    if held.sheet.by_factor:
        texts.append(words["factors" if len(held.factors) > 1 else "factor"].format_map(room.places))
    if held.sheet.by_manager:
        counted = words["counted" if held.counted else "assumed"]
        texts.append(counted.format_map({**room.places, "managers": _managers(room, held.managers)}))
    return " ".join([*texts, *([_split(room)] if held.is_too_long else ())])


def _split(room: Gathering) -> str:
    """How to split a meeting that is too long."""
    words, held, language = room.words("run-sheet")["length"], room.held, room.library.language
    split = held.split()
    known = {
        "length": language.hours_text(held.minutes),
        "longest": language.hours_text(held.sheet.longest or 0),
        "groups": split.groups,
        "shorter": language.hours_text(split.minutes),
        "first": language.hours_text(split.first),
        "second": language.hours_text(split.second),
    }
    told = {"too_long": True, "groups": split.groups, "two": split.first}
    return " ".join(words[key].format_map(known) for key, is_told in told.items() if is_told)
