"""The whole process: what happens when, with which papers; on the back its steps, how to split it, what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ..models.base import Step
from ..models.kit import Folder, Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.timetable import break_minutes, introduction_minutes, sessions
from ..models.treatment import in_date_order
from .copy import Copy
from .frame import Context, frame, or_place, shortened
from .overview_time import hour_rows, patterns, people
from .plan_asks import treated
from .run_sheet_rows import facts
from .wording import listed
from .workshop import run_sheet_words

_BLANK_FORUMS = 3
_FORUM = 90  # letters; what came of it stands in the plan
_BEFORE, _PLAN = 0, 4  # folders; those between are the steps, what comes after is follow-up


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: what happens `before`, in the `workshops` and `after`; the tool's `facts`, the
    points of its `steps`, `patterns` of meetings, and `hours`.
    """
    words, tool = library.words["overview"], library.samlet_plan.tool
    told = _facts(library)
    half = len(told) // 2
    hours, total = hour_rows(library, programme)
    parts = _parts(library, programme, copy.kit)
    last_step = max(folder.number for folder in copy.kit.folders if folder.step)
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "before": [part for number, part in parts.items() if number == _BEFORE],
        "workshops": [part for number, part in parts.items() if _BEFORE < number <= last_step],
        "after": [part for number, part in parts.items() if number > last_step],
        "facts": [told[:half], told[half:]],
        "steps_title": tool.steps_title,
        "template_title": tool.template_title,
        "steps": [step.model_dump(include={"name", "points"}) for step in tool.steps],
        "one_or_several": tool.one_or_several.model_dump(),
        "patterns": patterns(library, programme),
        "hours": hours,
        "total": total,
    }


def _facts(library: Library) -> list[dict[str, str]]:
    """What the source says first: goal, target group and time; then the rest, our own with a mark."""
    words, tool = library.words["overview"], library.samlet_plan.tool
    join = words["fact_list"].join
    goal, *others = [
        (words["own_fact_label" if fact.own else "fact_label"].format(label=fact.label), fact.text)
        for fact in tool.header
    ]
    sources = [
        (tool.target_group.title, join(tool.target_group.points)),
        (tool.time_label, join(time.text for time in tool.times)),
    ]
    told = [goal, *((words["fact_label"].format(label=label), text) for label, text in sources), *others]
    return [{"label": label, "text": text} for label, text in told]


def _parts(library: Library, programme: Programme, kit: Kit) -> dict[int, dict[str, Any]]:
    """What happens in each folder, by its number."""
    words = library.words["overview"]
    return {
        folder.number: {
            "name": words["folder"].format(number=folder.number, name=folder.name),
            "when": "",
            "fields": [],
            **(_workshop(library, programme, folder.step) if folder.step else _other(library, programme, folder)),
        }
        for folder in kit.folders
    }


def _workshop(library: Library, programme: Programme, step: Step) -> dict[str, Any]:
    words, plan = library.words["overview"], library.samlet_plan
    sheet, introduction = plan.run_sheets.of(step), introduction_minutes(programme, library, step)
    pause = break_minutes(programme, library, step)
    length = library.language.minutes_in_words(sheet.minutes + introduction + pause)
    length = words["intro"].format(length=length) if introduction else length
    session = sessions(programme, library)[step]
    known = facts(library, run_sheet_words(library), programme.workshops.of(step), session)
    who = words["parts"][step.value]["who"]
    count = programme.participants
    if step is Step.PREPARE and count:
        who = words["counted"].format(who=who, people=people(library, count))
    return {
        "length": words["pause"].format(length=length) if pause else length,
        "title": plan.tool.step(step).title,
        "text": plan.tool.step(step).text,
        "ends": sheet.lead,
        "who": who,
        "fields": [
            _field(f"{step.value}.{key}", words["field_names"][key].format(part=plan.tool.step(step).name), known[key])
            for key in ("date", "time", "place")
        ],
    }


def _other(library: Library, programme: Programme, folder: Folder) -> dict[str, Any]:
    parts = library.words["overview"]["parts"]
    if folder.number == _BEFORE:
        return dict(parts["before"])
    if folder.number == _PLAN:
        return dict(parts["plan"]) | {"fields": _forums(library, programme)}
    told = parts["follow_up"]
    text = told["dated" if programme.plan.next_follow_up else "text"]
    return dict(told) | {"text": text, "fields": [_follow_up(library, programme)]}


def _forums(library: Library, programme: Programme) -> list[dict[str, str]]:
    """Where the plan is treated and when, in the order of the dates, with places to write what nobody has said.

    When a point must be handed in for the agenda no programme says.
    """
    words = library.words["overview"]
    known: list[str | None] = [*_treatments(library, programme)] or [None] * _BLANK_FORUMS
    found = [
        _field(f"forum{n}", words["field_names"]["forum"].format(number=n), or_place(text, words["by_hand"]["forum"]))
        for n, text in enumerate(known, 1)
    ]
    agenda = or_place(None, words["by_hand"]["agenda"])
    return [*found, _field("agenda", words["field_names"]["agenda"], agenda, label=words["agenda_label"])]


def _treatments(library: Library, programme: Programme) -> Iterator[str]:
    """A line for each forum; those that treat the plan on one day, as the same, share a line."""
    forums = in_date_order(programme.plan.forums)
    for same, shared in groupby(forums, key=lambda forum: forum.model_copy(update={"name": ""})):
        names = [forum.name for forum in shared]
        forum = same.model_copy(update={"name": listed(library.words["overview"], names)})
        yield shortened(treated(library, forum), _FORUM * len(names)) or ""


def _follow_up(library: Library, programme: Programme) -> dict[str, str]:
    words, day = library.words["overview"], programme.plan.next_follow_up
    text = words["whole_plan"].format(date=library.language.date_text(day)) if day else None
    return _field("follow-up", words["field_names"]["follow_up"], or_place(text, words["by_hand"]["follow_up"]))


def _field(tag: str, name: str, value: str, *, label: str = "") -> dict[str, str]:
    return {"tag": tag, "name": name, "value": value, "label": label}
