"""The card for the person who leads a group in the first workshop and brings its choices to the plenum."""

from __future__ import annotations

from typing import Any

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.timetable import introduction_minutes, item_begins, sessions
from .copy import Copy
from .frame import Context, frame, or_place
from .run_sheet_rows import facts
from .scales import mark_names
from .workshop import run_sheet_words

_ROWS = 5


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts`, `steps` with clock times, the source's `discussion`, and `rows` to fill."""
    words = library.words["group-leader-card"]
    plan = library.samlet_plan
    session = sessions(programme, library)[Step.PREPARE]
    known = facts(library, run_sheet_words(library), programme.workshops.prepare, session)
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "facts": {name: known[name] for name in ("date", "time", "place")}
        | {"group": or_place(None, words["group_place"])},
        "steps": _steps(library, programme),
        "discussion": plan.priority_map.discussion,
        "rows": [_row(library, number) for number in range(1, _ROWS + 1)],
        "ticked": False,
        "step_note": words["step_note" if session.start else "step_note_blank"],
        "form_help": words["form_help"].format(scale=plan.qualification.scale.text),
        "form_note": words["form_note"].format(discussion=plan.priority_map.discussion.title.rstrip(":")),
    }


def _steps(library: Library, programme: Programme) -> list[dict[str, str]]:
    """The leader's task, step by step, each at the time of a point in the run sheet's row for group work."""
    words = library.words["group-leader-card"]
    sheet = library.samlet_plan.run_sheets.of(Step.PREPARE)
    session = sessions(programme, library)[Step.PREPARE]
    begins = item_begins(sheet.items, introduction=introduction_minutes(programme, library, Step.PREPARE))
    steps = []
    for step in words["steps"]:
        item, point = sheet.point(step["point"])
        aside = int(step.get("after", 0)) - int(step.get("before", 0))
        moment = session.at(begins[sheet.items.index(item)] + (item.point_starts[point] or 0) + aside)
        clock = library.language.clock_text(moment) if moment else words["by_hand"]
        if moment and (aside or item.starts_on_own_minutes[point]):
            clock = words["own_clock"].format(clock=clock)
        steps.append({"clock": clock, "title": step["title"], "text": step["text"]})
    return steps


def _row(library: Library, number: int) -> dict[str, Any]:
    """A row of the form: what a screen reader calls its controls, and the light lines that stand in them."""
    plan, words = library.samlet_plan, library.words["group-leader-card"]
    axes = {"importance": plan.priority_map.importance, "success": plan.priority_map.success}
    return {
        "number": number,
        "theme_name": words["theme_field"].format(number=number),
        "theme": or_place(None, words["theme_place"]),
        "reason_name": words["reason_field"].format(number=number),
        "reason": or_place(None, words["reason_place"]),
        "marks": {
            axis: mark_names(library, words["mark"], number=number, question=asked.question)
            for axis, asked in axes.items()
        },
    }
