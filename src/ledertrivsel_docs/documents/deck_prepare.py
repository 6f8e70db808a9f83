"""The deck of the first workshop: from the welcome to 3–5 chosen themes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..engine.values import Link
from ..models.base import Step
from ..models.references import own_themes
from ..models.themes import Theme
from .deck_map import empty_map, rated_map
from .deck_parts import Room, label, panel
from .deck_shared import before_end, closing, next_meeting, opening, quotation, turns
from .deck_times import Span
from .slides import INTRODUCTION, Slide
from .workshop import run_sheet_words

_WELCOME, _TOOL, _THEMES, _ROUNDING = range(4)  # the rows of the run sheet
_PRESENT = 0  # the first point of the row about the themes; the others have names


def slides(room: Room) -> Iterator[Slide]:
    """All slides in the order of the run sheet's rows."""
    yield from _welcome(room)
    yield from _tool(room)
    yield from _themes(room)
    yield from _choice(room)
    yield from _rounding(room)


def _welcome(room: Room) -> Iterator[Slide]:
    tool = room.library.samlet_plan.tool
    spans = room.shares(room.hours.row(_WELCOME), "agenda", "purpose", "quotation", "round")
    before = [text for row in (_WELCOME, _THEMES) for text in room.hours.items[row].considerations[:1]]
    yield from opening(room, spans["agenda"], considerations=" ".join(before))
    yield room.slide(
        "section",
        "purpose",
        _WELCOME,
        spans["purpose"],
        places={"purpose": tool.purpose.text or ""},
        kicker=tool.purpose.title,
    )
    yield quotation(room, 1, spans["quotation"])
    yield room.slide("question", "round", _WELCOME, spans["round"], places={"round_where": _round_where(room, spans)})
    if room.hours.introduction:
        address = tool.introduction.address
        yield room.slide(
            "section",
            "introduction",
            INTRODUCTION,
            room.hours.intro(),
            places={"address": address, "note": (room.sheet.note or "").lstrip("* ")},
            title=run_sheet_words(room.library)["intro_title"],
            kicker=tool.introduction.name,
            lead=Link(address, run_sheet_words(room.library)["web"].format(address=address)),
        )


def _round_where(room: Room, spans: Mapping[str, Span]) -> str:
    """That people say it at their tables, where there are too many of them for half a minute each."""
    crowd = (room.programme.participants or 0) > 2 * spans["round"].minutes
    return str(room.words["round_at_tables"]) if crowd else ""


def _tool(room: Room) -> Iterator[Slide]:
    tool, spans = room.library.samlet_plan.tool, room.shares(room.hours.row(_TOOL), "steps", "roles", "decisions")
    here = tool.step(room.step)
    yield room.slide(
        "steps",
        "steps",
        _TOOL,
        spans["steps"],
        places={"number": str(here.number), "name": here.name},
        title=tool.steps_title,
        steps=[_step(room, step) for step in Step],
    )
    yield room.slide("result", "roles", _TOOL, spans["roles"])
    yield room.slide(
        "result",
        "decisions",
        _TOOL,
        spans["decisions"],
        places={"asked": " ".join((tool.decisions.title, *tool.decisions.points))},
        items=[{"text": text} for text in _decisions(room)],
    )


def _step(room: Room, step: Step) -> dict[str, Any]:
    """One of the three steps, with its day where that is known."""
    language, found = room.library.language, room.library.samlet_plan.tool.step(step)
    minutes = room.library.samlet_plan.run_sheets.of(step).minutes
    minutes += room.hours.introduction if step is room.step else 0
    day = room.programme.workshops.of(step).date
    parts = (language.date_text(day) if day else "", language.minutes_in_words(minutes))
    return {
        "number": str(found.number),
        "name": found.name,
        "text": found.title,
        "time": room.words["between"].join(filter(None, parts)),
        "current": step is room.step,
    }


def _decisions(room: Room) -> list[str]:
    """The source's four questions about the plan in brief, each with the programme's answer or a place to write it."""
    anchoring, words = room.programme.anchoring, room.words["decisions"]
    given = {
        "sender": anchoring.sender,
        "involved": room.words["list"].join(anchoring.involved),
        "decides": anchoring.decides,
        "home": anchoring.home,
    }
    return [words[key].format(text=text or room.words["blank"]["decision"]) for key, text in given.items()]


def _themes(room: Room) -> Iterator[Slide]:
    yield room.slide(
        "theme",
        "themes",
        _THEMES,
        room.hours.point(_THEMES, _PRESENT),
        places={
            "hints": _hints(room),
            "behind": _if_behind(room),
            "count": str(len(room.library.samlet_plan.themes.of_the_source)),
        },
        title=_all_title(room),
        themes=[theme_line(number, theme) for number, theme in room.themes],
    )
    discuss = room.hours.point(_THEMES, _place(room, "discuss"))
    yield room.slide(
        "exercise",
        "discuss",
        _THEMES,
        discuss,
        places={"soon": _time_to_choose(room, discuss)},
        until=room.until(discuss),
        **_all_themes(room),
    )


def _if_behind(room: Room) -> str:
    """What to cut short, and when the themes are to be chosen or how long that takes."""
    span, words = room.hours.point(_THEMES, _place(room, "choose")), room.words["behind"]
    clock = room.begins(span)
    minutes = room.library.language.minutes_in_words(span.minutes)
    return str(words["clock"].format(clock=clock) if clock else words["minutes"].format(minutes=minutes))


def _time_to_choose(room: Room, discuss: Span) -> str:
    """When groups are told to choose: as long before the map as the group leader's sheet says."""
    steps = room.library.words["group-leader-card"]["steps"]
    return before_end(room, discuss, next(int(step["before"]) for step in steps if "before" in step))


def theme_line(number: int, theme: Theme) -> dict[str, str]:
    """A theme on a slide that presents it: number, title and what it is rated by."""
    return {"number": str(number), "title": theme.title, "question": " ".join(theme.questions)}


def _place(room: Room, point: str) -> int:
    return room.sheet.point(point)[1]


def _all_title(room: Room) -> str:
    count = len(room.library.samlet_plan.themes.of_the_source)
    own = own_themes(room.programme, room.library)
    return str(room.words["panel"]["all_own" if own else "all"].format(count=count))


def _all_themes(room: Room) -> dict[str, Any]:
    return panel(_all_title(room), [label(number, theme) for number, theme in room.themes])


def _hints(room: Room) -> str:
    """The source's pointers to other tools, with their names and addresses."""
    tool = room.library.samlet_plan.tool
    return " ".join(
        room.words["hint"].format(
            number=number,
            hint=(theme.hint or "").rstrip("."),
            name=tool.numbered_tool(theme.hint_tool).name,
            address=tool.numbered_tool(theme.hint_tool).address,
        )
        for number, theme in room.themes
        if theme.hint_tool
    )


def _choice(room: Room) -> Iterator[Slide]:
    """The map, where groups put their themes on it and talk about them, and the choice."""
    content = room.library.samlet_plan.priority_map
    spans = room.shares(room.hours.point(_THEMES, _place(room, "map")), "map", "place", "reasons")
    yield from empty_map(room, _THEMES, spans["map"])
    fields = [room.words["field"].format(number=field.number, name=field.name) for field in content.fields]
    yield room.slide(
        "exercise",
        "place",
        _THEMES,
        spans["place"],
        places=turns(room, spans["place"], "place"),
        until=room.until(spans["place"]),
        **panel(room.words["panel"]["fields"], fields),
    )
    yield room.slide(
        "question",
        "reasons",
        _THEMES,
        spans["reasons"],
        title=content.discussion.title.rstrip(":"),
        until=room.until(spans["reasons"]),
        questions=[{"text": text} for text in content.discussion.questions[:-1]],  # the last one says to choose
    )
    yield from rated_map(room, _THEMES, spans["reasons"])
    chosen = room.hours.point(_THEMES, _place(room, "choose"))
    first = next(field for field in content.fields if field.important and not field.succeeds)
    yield room.slide(
        "exercise",
        "choose",
        _THEMES,
        chosen,
        places={
            "field": f"{first.number}: {first.name}",
            "point": content.discussion.questions[-1],
            "parking_text": content.parking_lot.text,
        },
        until=room.until(chosen),
        **_all_themes(room),
    )


def _rounding(room: Room) -> Iterator[Slide]:
    spans = room.shares(room.hours.row(_ROUNDING), "rounding", "next", "closing")
    asked = room.library.samlet_plan.run_sheets.asked.knowledge.then
    yield room.slide(
        "question",
        "rounding",
        _ROUNDING,
        spans["rounding"],
        title=room.hours.items[_ROUNDING].title,
        until=room.until(spans["rounding"]),
        questions=[{"text": text} for text in asked],
    )
    yield room.slide("result", "next", _ROUNDING, spans["next"], places=next_meeting(room))
    yield closing(room, _ROUNDING, spans["closing"])
