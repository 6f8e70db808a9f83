"""What the overview says of time: three ways to gather or split the workshops, and the hours that each role gives."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Workshops
from ..models.timetable import break_minutes, sessions
from ..models.work_time import work_time
from .frame import or_place
from .workshop import groups_text

_START = time(9)  # that of the examples


def patterns(library: Library, programme: Programme) -> list[dict[str, Any]]:
    """Each way with the clock times it would give; the one that the programme's own dates make is named as chosen."""
    words = library.words["overview"]
    own = _meetings([programme.workshops.of(step).date for step in Step])
    found = []
    for pattern in words["patterns"]:
        days = [int(day) for day in pattern["days"]]
        title = words["chosen"].format(title=pattern["title"]) if days == own else pattern["title"]
        is_timed = days == own and all(session.start for session in sessions(programme, library).values())
        held = programme if is_timed else _example(programme, days)
        found.append({"title": title, "times": _times(library, held, days), "text": pattern["text"]})
    return found


def _meetings(days: Sequence[date | None]) -> list[int] | None:
    """Which meeting each workshop belongs to, where all have a date."""
    order = sorted({day for day in days if day})
    return None if None in days else [order.index(day) + 1 for day in days if day]


def _example(programme: Programme, days: Sequence[int]) -> Programme:
    """The programme with workshops on such days; the first of each meeting begins at nine."""
    held: dict[str, dict[str, Any]] = {
        step.value: {"date": date(2000, 1, day), "start": _START if day not in days[:place] else None}
        for place, (step, day) in enumerate(zip(Step, days, strict=True))
    }
    held[Step.PREPARE]["intro"] = programme.workshops.prepare.intro
    return programme.model_copy(update={"workshops": Workshops.model_validate(held)})


def _times(library: Library, held: Programme, days: Sequence[int]) -> list[str]:
    """When each workshop is held, and the breaks between those of one meeting."""
    words, language = library.words["overview"], library.language
    pattern = words["meeting" if len(set(days)) > 1 else "one_meeting"]
    told = []
    for (step, session), day in zip(sessions(held, library).items(), days, strict=True):
        end = session.at(session.minutes - break_minutes(held, library, step))
        parts = [(session.start, end, library.samlet_plan.tool.step(step).name)]
        if session.pause_end:
            parts.append((end, session.pause_end, words["pauses"][session.pause or "break"]))
        told += [
            pattern.format(number=day, span=language.span_text(first, last), name=name)
            for first, last, name in parts
            if first and last
        ]
    return told


def hour_rows(library: Library, programme: Programme) -> tuple[list[dict[str, str]], dict[str, Any]]:
    """A row for each role, and the sum, with places to write it as long as nobody knows how many take part."""
    words, text = library.words["overview"]["hours"], library.language.hours_text
    known = work_time(programme, library)
    units = library.language.hour_words
    preparation = words["between"].format(fewest=known.fewest // 60, most=known.most // 60, unit=units["many"])
    sums = {"each": text(known.each), "preparation": preparation}
    rows = [
        {
            "role": row["role"],
            "task": " ".join(filter(None, (row["task"], groups_text(library, programme) if "groups" in row else ""))),
            "preparation": row["preparation"].format(**sums),
            "workshops": row["workshops"].format(**sums),
        }
        for row in words["rows"]
    ]
    total = {"role": words["total"]["role"], "preparation": preparation, "names": words["names"]}
    task = workshops = None
    if programme.participants and known.with_leader:
        task = words["total"]["task"].format(people=people(library, programme.participants))
        workshops = text(known.with_leader)
    places = {key: place.format(**sums) for key, place in words["by_hand"].items()}
    return rows, total | {
        "task": or_place(task, places["task"]),
        "workshops": or_place(workshops, places["workshops"]),
    }


def people(library: Library, count: int) -> str:
    """So many participants."""
    forms = library.words["overview"]["participants"]
    return str(forms["one" if count == 1 else "many"].format(count=count))
