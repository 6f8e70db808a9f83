"""The run sheet (drejebog) of a workshop or a meeting, with clock times from the time it starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..engine.values import Link
from ..models.amounts import groups_of, groups_on_themes
from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.timetable import agenda, introduction_minutes, item_begins, sessions, steps_of_the_day
from . import run_sheet_meeting
from .copy import Copy
from .deck_times import Hours
from .frame import Context, frame
from .papers import paper_names
from .run_sheet_rows import end_row, facts, item_rows, slide_numbers
from .slides import INTRODUCTION
from .workshop import clock_or_place, groups_in, run_sheet_words, what_follows, work_papers

_MOST_GROUPS = {Step.PREPARE: 5, Step.QUALIFY: 9, Step.CONCRETISE: 10}
"""So many groups can be heard for two minutes each, in the time that there is for it in plenum."""
_TOGETHER = 4
"""So many groups tell each other, where there are too many to be heard."""


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `facts` of the meeting, `items` with their times, the `end`, `notes` below; on the back
    what is `beside` the rows, what to do where it gets `hard`, and what the tool itself says of the step, `told`.

    A meeting's has what to do `before` and the `tool_facts` instead of the last.
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
        "hard": list(_hard(library, programme, step)),
        "told": _told(library, step),
        "before_note": words["origin"].format(title=sheet.source_title),
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
                "notes": [words["intro_own"].format(minutes=hours.introduction)],
            }


def _beside(library: Library, programme: Programme, copy: Copy, step: Step) -> Iterator[dict[str, str]]:
    """What we add to the rows: what to have on the tables, and what a row's words mean there."""
    words, is_one_group = run_sheet_words(library), _groups(programme, step) == 1
    papers = paper_names(library, copy.kit) | work_papers(library, programme, copy.kit)
    is_sent = len(steps_of_the_day(programme, step)) == 1
    places = papers | {
        "set_groups": "" if is_one_group else words["set_groups"],
        "to_send": words["to_send"].format_map(papers) if is_sent else "",
        "spare": words["spare"].format_map(papers) if programme.themes.selected else "",
        "themes_on": slide_numbers(words["shown_on"], copy.named.get("themes", ())),
        "work_on": slide_numbers(words["shown_on"], copy.named.get("work", ())),
    }
    items = agenda(programme, library, step)
    yield from _hearing(library, programme, step)
    for line in words["beside"][step.value]:
        text = line["text"].format(**places).replace("  ", " ")  # where a place has nothing to say
        groups = groups_in(library, programme, step) if line.get("groups") else ""
        title = line.get("title") or items[int(line["item"])].title
        yield {"title": title, "text": " ".join(filter(None, (text.strip(), groups)))}


def _groups(programme: Programme, step: Step) -> int | None:
    """About how many groups there are; None where nobody knows."""
    people, themes = programme.participants, len(programme.themes.selected)
    if not people:
        return None
    if themes and step is not Step.PREPARE:
        return groups_on_themes(people, themes)
    groups = groups_of(people)
    return (groups.fewest + groups.most) // 2


def _hearing(library: Library, programme: Programme, step: Step) -> Iterator[dict[str, str]]:
    """How a single group goes about it, or so many that there isn't time to hear each of them."""
    words, groups = run_sheet_words(library)["hearing"], _groups(programme, step)
    if groups == 1:
        yield {"title": words["alone"]["title"], "text": words["alone"][step.value]}
    elif groups and groups > _MOST_GROUPS[step]:
        call_out = next(group.call_out for group in library.samlet_plan.checklist.groups if group.call_out)
        text = words["many"][step.value].format(
            groups=groups, joined=-(-groups // _TOGETHER), advice=f"{call_out.title} {call_out.text}"
        )
        yield {"title": words["many"]["title"], "text": text}


def _hard(library: Library, programme: Programme, step: Step) -> Iterator[dict[str, str]]:
    """What may be hard in the workshop, and what to do then: of its time first, then of what people say."""
    words, is_one_group = run_sheet_words(library), _groups(programme, step) == 1
    for key, then in words["hard_steps"][step.value].items():
        alone = words["hard_alone"].get(key, {}) if is_one_group else {}
        when = alone.get("when", words["hard_when"][key])
        yield {"when": when, "then": alone.get(step.value, then), "advice": ""}
    yield from ({**line, "advice": ""} for line in words["hard"])


def _told(library: Library, step: Step) -> dict[str, Any]:
    """What the tool itself says of the step: its heading, and its lines, numbered or in a list as they are there."""
    plan = library.samlet_plan
    if step is Step.PREPARE:
        lines = [f"{number}. {text}" for number, text in enumerate(plan.themes.instructions, 1)]
        return {"title": plan.themes.title, "lines": lines, "points": ()}
    if step is Step.QUALIFY:
        form = plan.qualification
        return {"title": form.title, "lines": (*form.intro, form.closing), "points": ()}
    advice = plan.action_card.advice
    points = (advice.cards, advice.gather, advice.publish, advice.follow_up)
    return {"title": advice.title, "lines": (advice.intro,), "points": points}


def _below(library: Library, programme: Programme, step: Step) -> Iterator[dict[str, Any]]:
    """The notes below the table: a text, and a link after it where there is one."""
    words, sheet = run_sheet_words(library), library.samlet_plan.run_sheets.of(step)
    if sheet.note:
        tool = library.samlet_plan.tool.introduction
        text = " ".join((sheet.note, words["intro_tool"].format(name=tool.name), ""))
        yield {"text": text, "link": Link(tool.address, words["web"].format(address=tool.address))}
    left_out = sheet.total_minutes - sum(item.minutes for item in agenda(programme, library, step))
    pause = sessions(programme, library)[step].pause or "none"
    texts = (
        words["no_break"][pause].format(minutes=left_out) if left_out else "",
        words["notes"].get(step.value, ""),
    )
    if told := " ".join(filter(None, texts)):
        yield {"text": told, "link": ""}
