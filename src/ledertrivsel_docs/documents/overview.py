"""The whole process on one page: what happens when, which papers are used, how it can be split, and what it takes."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..models.base import Step
from ..models.kit import Folder, Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.timetable import break_minutes, introduction_minutes, sessions
from .copy import Copy
from .frame import Context, frame, or_place, shortened
from .meeting import run_sheet_words
from .overview_time import hour_rows, patterns, people
from .papers import papers_by_folder
from .plan_asks import treated
from .run_sheet_rows import facts
from .wording import listed

_BLANK_FORUMS = 3
_FORUM = 90  # letters; what came of it stands in the plan
_BEFORE, _PLAN = 0, 4  # folders; those between are the steps, what comes after is follow-up


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the tool's `facts`, a row for each part, `patterns` of meetings, and `hours`."""
    words, tool = library.words["overview"], library.samlet_plan.tool
    told = [
        {"label": words["fact_label"].format(label=fact.label), "text": _fact(library, programme, fact.text)}
        for fact in tool.header
    ]
    half = len(told) // 2
    hours, total = hour_rows(library, programme)
    return frame(library, programme, copy, kicker=words["kicker"], title=words["title"], lead=words["lead"]) | {
        "facts": [told[:half], told[half:]],
        "parts": _parts(library, programme, copy.kit),
        "steps_title": tool.steps_title,
        "steps": [
            step.model_dump(include={"title", "text"})
            | {"label": words["folder"].format(number=step.number, name=step.name)}
            for step in tool.steps
        ],
        "one_or_several": tool.one_or_several.model_dump(),
        "patterns": patterns(library, programme),
        "hours": hours,
        "total": total,
    }


def _fact(library: Library, programme: Programme, text: str) -> str:
    """A fact of the tool; the one that lists the workshops' minutes has those of the introduction where it is used."""
    words, sheets = library.words["overview"], library.samlet_plan.run_sheets
    minutes = {step: sheets.of(step).minutes for step in Step}
    used = {step: count + introduction_minutes(programme, library, step) for step, count in minutes.items()}
    plain, told = (
        listed(words, list(map(library.language.minutes_in_words, found.values()))) for found in (minutes, used)
    )
    return told if text == plain else text


def _parts(library: Library, programme: Programme, kit: Kit) -> list[dict[str, Any]]:
    papers, words = papers_by_folder(kit, library, programme), library.words["overview"]
    return [
        {
            "key": f"part{folder.number}",
            "bar": list(Step).index(folder.step) + 1 if folder.step else 0,
            "name": words["folder"].format(number=folder.number, name=folder.name),
            "papers": papers[folder.number],
            "length": "",
            "when": "",
            "fields": [],
            **(_workshop(library, programme, folder.step) if folder.step else _other(library, programme, folder)),
        }
        for folder in kit.folders
    ]


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
        "text": sheet.lead,
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
    forums = sorted(programme.plan.forums, key=lambda forum: (forum.date is None, forum.date or date.min))
    known: list[str | None] = [shortened(treated(library, forum), _FORUM) for forum in forums] or [None] * _BLANK_FORUMS
    found = [
        _field(f"forum{n}", words["field_names"]["forum"].format(number=n), or_place(text, words["by_hand"]["forum"]))
        for n, text in enumerate(known, 1)
    ]
    agenda = or_place(None, words["by_hand"]["agenda"])
    return [*found, _field("agenda", words["field_names"]["agenda"], agenda, label=words["agenda_label"])]


def _follow_up(library: Library, programme: Programme) -> dict[str, str]:
    words, day = library.words["overview"], programme.plan.next_follow_up
    text = words["whole_plan"].format(date=library.language.date_text(day)) if day else None
    return _field("follow-up", words["field_names"]["follow_up"], or_place(text, words["by_hand"]["follow_up"]))


def _field(tag: str, name: str, value: str, *, label: str = "") -> dict[str, str]:
    return {"tag": tag, "name": name, "value": value, "label": label}
