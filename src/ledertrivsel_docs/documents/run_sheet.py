"""The run sheet (drejebog) of a workshop or a meeting, with clock times from the time it starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..engine.values import Link
from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.timetable import agenda, introduction_minutes, item_begins, sessions
from . import run_sheet_meeting
from .copy import Copy
from .deck_times import Hours
from .frame import Context, frame
from .meeting import clock_or_place, groups_in, paper_names, run_sheet_words, what_follows, work_papers
from .run_sheet_rows import end_row, facts, item_rows, slide_numbers
from .slides import INTRODUCTION


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts` of the meeting, what to do `before`, `items` with their times, the `end`, what
    is `beside` the rows, and `notes` below; of a meeting also the `tool_facts`.
    """
    if copy.kit.id in library.tools:
        return run_sheet_meeting.context(library, programme, copy)
    step = copy.step or Step.PREPARE
    sheet = library.samlet_plan.run_sheets.of(step)
    words = run_sheet_words(library)
    hours = _hours(library, programme, step)
    return frame(library, programme, copy, kicker=words["kicker"], title=sheet.title, lead=sheet.lead) | {
        "facts": facts(library, words, programme.workshops.of(step), hours.session),
        "tool_facts": [],
        "items": list(_items(library, programme, copy, step, hours)),
        "end": end_row(library, words, hours, what_follows(library, hours.session)),
        "beside": list(_beside(library, programme, copy, step)),
        "notes": list(_below(library, programme, step)),
    }


def _hours(library: Library, programme: Programme, step: Step) -> Hours:
    items, introduction = agenda(programme, library, step), introduction_minutes(programme, library, step)
    begins = item_begins(items, introduction=introduction)
    return Hours(sessions(programme, library)[step], items, begins, introduction)


def _items(library: Library, programme: Programme, copy: Copy, step: Step, hours: Hours) -> Iterator[dict[str, Any]]:
    words = run_sheet_words(library)
    leader = programme.workshops.of(step).facilitator or words["leader"]
    for number, row in enumerate(item_rows(library, words, copy, hours, leader)):
        yield row
        if hours.introduction and number == 0:
            yield {
                "clock": clock_or_place(library, words, hours.session.at(hours.intro().begin)),
                "minutes": library.language.minutes_text(hours.introduction),
                "slides": slide_numbers(words["slide_numbers"], copy.slides.get(INTRODUCTION, ())),
                "title": words["intro_title"],
                "rest": "",
                "points": [],
                "who": leader,
                "notes": [library.samlet_plan.run_sheets.of(step).note],
            }


def _beside(library: Library, programme: Programme, copy: Copy, step: Step) -> Iterator[dict[str, str]]:
    """What we add to the rows: what to have on the tables, and what a row's words mean there."""
    words, advice = run_sheet_words(library), library.samlet_plan.action_card.advice
    papers = paper_names(library, copy.kit) | work_papers(library, programme, copy.kit)
    places = papers | {
        "publish": advice.publish,
        "follow_up": advice.follow_up,
        "themes_on": slide_numbers(words["shown_on"], copy.named.get("themes", ())),
        "work_on": slide_numbers(words["shown_on"], copy.named.get("work", ())),
    }
    items = agenda(programme, library, step)
    for line in words["beside"][step.value]:
        text = line["text"].format(**places).replace("  ", " ")  # where a place has nothing to say
        groups = groups_in(library, programme, step) if line.get("groups") else ""
        title = line.get("title") or items[int(line["item"])].title
        yield {"title": title, "text": " ".join(filter(None, (text, groups)))}


def _below(library: Library, programme: Programme, step: Step) -> Iterator[dict[str, Any]]:
    """The notes below the table: a text, and a link after it where there is one."""
    words, sheet = run_sheet_words(library), library.samlet_plan.run_sheets.of(step)
    if sheet.note:
        tool = library.samlet_plan.tool.introduction
        shown = [sheet.note] if not introduction_minutes(programme, library, step) else []
        text = " ".join((*shown, words["intro_tool"].format(name=tool.name), ""))
        yield {"text": text, "link": Link(tool.address, words["web"].format(address=tool.address))}
    left_out = sheet.total_minutes - sum(item.minutes for item in agenda(programme, library, step))
    pause = sessions(programme, library)[step].pause or "none"
    texts = (
        words["no_break"][pause].format(minutes=left_out) if left_out else "",
        words["notes"].get(step.value, ""),
        words["origin"].format(title=sheet.source_title),
    )
    yield {"text": " ".join(filter(None, texts)), "link": ""}
