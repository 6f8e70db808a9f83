"""The run sheet of a tool's meeting: with what comes before it, and how to split it where it gets too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from ..models.run_sheet import AgendaPoint
from .copy import Copy
from .deck_times import Hours
from .frame import Context, frame, tool_facts
from .gathering import Gathering, gathering
from .run_sheet_rows import end_row, facts, item_rows
from .wording import filled, listed, one_or_many


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints; see `run_sheet.context`."""
    room = gathering(library, programme, copy.kit, copy.named)
    words, sheet = room.words("run-sheet"), room.held.sheet
    preparation = room.places["preparation"] if sheet.preparation_minutes else ""
    lead = words["length"]["warning"].format_map(room.places) if room.held.is_too_long else sheet.lead
    return frame(library, programme, copy, kicker=words["kicker"], title=sheet.title, lead=lead) | (
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
        "items": list(item_rows(room.library, words, copy, _with_turns(room), room.places["leader"])),
        "end": end_row(room.library, words, room.hours, words["end"]),
    }


def _with_turns(room: Gathering) -> Hours:
    """The rows, those of the managers' round with when each of them begins; too many are a meeting to be split."""
    if room.held.is_too_long:
        return room.hours
    words, items = room.words("run-sheet"), list(room.hours.items)
    for number, item in enumerate(items):
        if turns := room.turns(number):
            point = AgendaPoint(text=words["turns"].format(turns=listed(room.words("plan"), turns)))
            items[number] = item.model_copy(update={"points": (*item.points, point)})
    return replace(room.hours, items=items)


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
    """What the kit adds to the rows."""
    words = room.words("run-sheet")
    titles = {item.id: item.title for item in room.held.sheet.items}
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
    """For how many factors or managers the run sheet is planned; empty for others."""
    words, held, texts = room.words("run-sheet")["length"], room.held, list[str]()
    if held.sheet.by_factor:
        kind = "factors" if len(held.factors) > 1 else "chosen" if held.factors else "factor"
        texts.append(words[kind].format_map(room.places))
    if held.sheet.by_manager:
        counted = words["counted" if held.counted else "assumed"]
        texts.append(counted.format_map({**room.places, "managers": _managers(room, held.managers)}))
    return " ".join(texts)
