"""The run sheet (drejebog) of a workshop, with clock times from the time it starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..engine.values import Link
from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Workshop
from ..models.run_sheet import AgendaItem
from ..models.timetable import Session, agenda, introduction_minutes, item_begins, sessions
from .copy import Copy
from .frame import Context, frame, or_place
from .meeting import clock_or_place, groups_in, paper_names, what_follows, work_papers
from .slides import INTRODUCTION


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts` of the meeting, `items` with their times, the `end`, and `notes` below."""
    step = copy.step or Step.PREPARE
    sheet = library.samlet_plan.run_sheets.of(step)
    words = library.words["run-sheet"]
    workshop, items = programme.workshops.of(step), agenda(programme, library, step)
    session = sessions(programme, library)[step]
    return frame(library, programme, copy, kicker=words["kicker"], title=sheet.title, lead=sheet.lead) | {
        "facts": facts(library, workshop, session),
        "items": list(_items(library, programme, copy, step)),
        "end": _end(library, items, session),
        "beside": list(_beside(library, programme, copy, step)),
        "notes": list(_below(library, programme, step)),
    }


def facts(library: Library, workshop: Workshop, session: Session) -> dict[str, str]:
    """When and where a workshop is and who leads it, with places to write what isn't known."""
    words, language = library.words["run-sheet"], library.language
    end = session.at(session.minutes)
    span = language.span_text(session.start, end) if session.start and end else ""
    known = {
        "date": language.long_date_text(workshop.date) if workshop.date else None,
        "time": words["span"].format(span=span, minutes=session.minutes) if span else None,
        "place": workshop.place,
        "facilitator": workshop.facilitator,
    }
    return {name: or_place(text, words["by_hand"][name]) for name, text in known.items()}


def _items(library: Library, programme: Programme, copy: Copy, step: Step) -> Iterator[dict[str, Any]]:
    words = library.words["run-sheet"]
    items, session = agenda(programme, library, step), sessions(programme, library)[step]
    workshop = programme.workshops.of(step)
    introduction = introduction_minutes(programme, library, step)
    for number, (item, begin) in enumerate(zip(items, item_begins(items, introduction=introduction), strict=True)):
        yield {
            "clock": clock_or_place(library, session.at(begin)),
            "minutes": library.language.minutes_text(item.minutes),
            "slides": _slides(words, copy, number),
            "title": item.title,
            "rest": item.rest,
            "points": _points(library, item, session, begin),
            "who": words["everyone"] if item.is_break else item.who or workshop.facilitator or words["leader"],
            "notes": _notes(words, item),
        }
        if introduction and number == 0:
            yield {
                "clock": clock_or_place(library, session.at(begin + item.minutes)),
                "minutes": library.language.minutes_text(introduction),
                "slides": _slides(words, copy, INTRODUCTION),
                "title": words["intro_title"],
                "rest": "",
                "points": [],
                "who": workshop.facilitator or words["leader"],
                "notes": [library.samlet_plan.run_sheets.of(step).note],
            }


def _slides(words: Any, copy: Copy, row: int) -> str:
    """The numbers of the slides of a row."""
    return _numbers(words["slide_numbers"], copy.slides.get(row, ()))


def _numbers(patterns: Mapping[str, str], numbers: Sequence[int]) -> str:
    pattern = patterns["none" if not numbers else "one" if len(numbers) == 1 else "many"]
    return pattern.format(first=min(numbers, default=0), last=max(numbers, default=0))


def _beside(library: Library, programme: Programme, copy: Copy, step: Step) -> Iterator[dict[str, str]]:
    """What we add to the rows: what to have on the tables, and what a row's words mean there."""
    words, advice = library.words["run-sheet"], library.samlet_plan.action_card.advice
    papers = paper_names(library, copy.kit) | work_papers(library, programme, copy.kit)
    places = papers | {
        "publish": advice.publish,
        "follow_up": advice.follow_up,
        "themes_on": _numbers(words["shown_on"], copy.named.get("themes", ())),
        "work_on": _numbers(words["shown_on"], copy.named.get("work", ())),
    }
    items = agenda(programme, library, step)
    for line in words["beside"][step.value]:
        text = line["text"].format(**places).replace("  ", " ")  # where a place has nothing to say
        groups = groups_in(library, programme, step) if line.get("groups") else ""
        title = line.get("title") or items[int(line["item"])].title
        yield {"title": title, "text": " ".join(filter(None, (text, groups)))}


def _below(library: Library, programme: Programme, step: Step) -> Iterator[dict[str, Any]]:
    """The notes below the table: a text, and a link after it where there is one."""
    words, sheet = library.words["run-sheet"], library.samlet_plan.run_sheets.of(step)
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


def _points(library: Library, item: AgendaItem, session: Session, begin: int) -> list[dict[str, str]]:
    """The bullets of a row with their clock times; a time that rests on a proposal of ours says so (ca.)."""
    words = library.words["run-sheet"]
    points: list[dict[str, str]] = []
    for point, start, is_own in zip(item.points, item.point_starts, item.starts_on_own_minutes, strict=True):
        moment = session.at(begin + start) if start is not None else None
        clock = library.language.clock_text(moment) if moment else ""
        text = point.text
        if point.own_minutes and not clock:
            text = words["own_minutes"].format(text=text, minutes=point.own_minutes)
        points.append({"clock": words["own_clock"].format(clock=clock) if clock and is_own else clock, "text": text})
    return points


def _notes(words: Any, item: AgendaItem) -> list[str]:
    materials = [words["materials"].format(materials=item.materials)] if item.materials else []
    return [*item.considerations, *materials]


def _end(library: Library, items: Sequence[AgendaItem], session: Session) -> dict[str, str]:
    words = library.words["run-sheet"]
    breaks = sum(item.minutes for item in items if item.is_break)
    total = words["total_with_break" if breaks else "total"].format(
        minutes=session.minutes, work=session.minutes - breaks, pause=breaks
    )
    return {
        "clock": clock_or_place(library, session.at(session.minutes)),
        "slides": words["slide_numbers"]["none"],
        "title": what_follows(library, session),
        "note": total,
    }
