"""The deck of the first workshop: from the welcome to 3–5 chosen themes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..engine.values import Link
from ..models.base import Step
from ..models.themes import Axis, MapField, Theme
from . import map_places
from .deck_parts import Room, label, panel
from .deck_shared import closing, next_meeting, opening, quotation
from .map_places import Chip
from .ratings import placed_themes
from .slides import INTRODUCTION, Slide

_WELCOME, _TOOL, _THEMES, _ROUNDING = range(4)  # the rows of the run sheet
_PRESENT = 0  # the first point of the row about the themes; the others have names


def slides(room: Room) -> Iterator[Slide]:
    """All slides in the order of the run sheet's rows."""
    yield from _welcome(room)
    yield from _tool(room)
    yield from _themes(room)
    yield from _map(room)
    yield from _choice(room)
    yield from _rounding(room)


def _welcome(room: Room) -> Iterator[Slide]:
    tool, span = room.library.samlet_plan.tool, room.hours.row(_WELCOME)
    before = [text for row in (_WELCOME, _THEMES) for text in room.hours.items[row].considerations[:1]]
    yield from opening(room, considerations=" ".join(before))
    yield room.slide("section", "purpose", _WELCOME, span, kicker=tool.purpose.title, lead=tool.purpose.text)
    yield quotation(room, 1)
    yield room.slide("question", "round", _WELCOME, span)
    if room.hours.introduction:
        address = tool.introduction.address
        yield room.slide(
            "section",
            "introduction",
            INTRODUCTION,
            room.hours.intro(),
            places={"address": address, "note": room.sheet.note or ""},
            title=room.library.words["run-sheet"]["intro_title"],
            kicker=tool.introduction.name,
            lead=Link(address, room.library.words["run-sheet"]["web"].format(address=address)),
        )


def _tool(room: Room) -> Iterator[Slide]:
    tool, span = room.library.samlet_plan.tool, room.hours.row(_TOOL)
    here = tool.step(room.step)
    yield room.slide(
        "steps",
        "steps",
        _TOOL,
        span,
        places={"number": str(here.number), "name": here.name},
        title=tool.steps_title,
        steps=[_step(room, step) for step in Step],
    )
    yield room.slide("result", "roles", _TOOL, span)
    answers = _decisions(room)
    known = [text for _, text in answers if text]
    shown = [{"text": text or asked} for asked, text in answers]
    if known:
        yield room.slide("result", "decisions", _TOOL, span, items=shown)
    else:
        yield room.slide("question", "decisions", _TOOL, span, kicker=tool.decisions.title, questions=shown)


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


def _decisions(room: Room) -> list[tuple[str, str]]:
    """The source's four questions about the plan, each with the programme's answer where it has one."""
    anchoring, words = room.programme.anchoring, room.words["decisions"]
    given = {
        "sender": anchoring.sender,
        "involved": room.words["list"].join(anchoring.involved),
        "decides": anchoring.decides,
        "home": anchoring.home,
    }
    answers = [words[key].format(text=text) if text else "" for key, text in given.items()]
    return list(zip(room.library.samlet_plan.tool.decisions.points, answers, strict=True))


def _themes(room: Room) -> Iterator[Slide]:
    choose = room.hours.point(_THEMES, _place(room, "choose"))
    yield room.slide(
        "theme",
        "themes",
        _THEMES,
        room.hours.point(_THEMES, _PRESENT),
        places={"hints": _hints(room), "choose": room.begins(choose)},
        title=_all_title(room),
        themes=[theme_line(number, theme) for number, theme in room.themes],
    )
    asked = room.library.samlet_plan.priority_map.discussion.questions
    discuss = room.hours.point(_THEMES, _place(room, "discuss"))
    yield room.slide(
        "exercise",
        "discuss",
        _THEMES,
        discuss,
        places={"important": asked[0], "succeeds": asked[1]},
        until=room.until(discuss),
        **_all_themes(room),
    )


def theme_line(number: int, theme: Theme) -> dict[str, str]:
    """A theme on a slide that presents it: number, title and what it is rated by."""
    return {"number": str(number), "title": theme.title, "question": " ".join(theme.questions)}


def _place(room: Room, point: str) -> int:
    return room.sheet.point(point)[1]


def _all_title(room: Room) -> str:
    count = len(room.library.samlet_plan.themes.themes)
    return str(room.words["panel"]["all_own" if room.programme.themes.own else "all"].format(count=count))


def _all_themes(room: Room) -> dict[str, Any]:
    return panel(_all_title(room), [label(number, theme) for number, theme in room.themes])


def _hints(room: Room) -> str:
    """The source's pointers to other tools, with their names and addresses."""
    tool = room.library.samlet_plan.tool
    return " ".join(
        room.words["hint"].format(
            number=theme.number,
            hint=(theme.hint or "").rstrip("."),
            name=tool.numbered_tool(theme.hint_tool).name,
            address=tool.numbered_tool(theme.hint_tool).address,
        )
        for _, theme in room.themes
        if theme.hint_tool
    )


def _map(room: Room) -> Iterator[Slide]:
    """The map with every theme as a chip, on as many slides as the chips beside it take, and where groups use it."""
    content, words = room.library.samlet_plan.priority_map, room.words
    span = room.hours.point(_THEMES, _place(room, "map"))
    chips = {theme.id: Chip(theme.id, number, theme.short, theme.title) for number, theme in room.themes}
    parked = [found.theme for found in room.programme.themes.parked]
    rated = [
        (chips[found.theme.id], found)
        for found in placed_themes(room.library, room.programme)
        if found.theme.id not in parked
    ]
    on_map = {chip.id for chip, _ in rated}
    beside = [chip for name, chip in chips.items() if name not in on_map and name not in parked]
    pages = max(-(-len(beside) // map_places.BESIDE), -(-len(parked) // map_places.PARKED), 1)
    for page in range(pages):
        here = beside[page * map_places.BESIDE :][: map_places.BESIDE]
        lot = [chips[name] for name in parked[page * map_places.PARKED :][: map_places.PARKED]]
        yield room.slide(
            "map",
            "map",
            _THEMES,
            span,
            places={"intro": " ".join(content.intro), "rated": words["rated"] if rated and not page else ""},
            title=words["more"].format(title=content.title, number=page + 1) if page else content.title,
            importance=_axis(content.importance),
            success=_axis(content.success),
            fields=[_field(field) for field in content.fields],
            beside_title=words["beside"]["some" if here or lot else "none"],
            beside=map_places.beside(here),
            placed=[] if page else map_places.on_map(rated),
            parking_title=content.parking_lot.title,
            parked=map_places.parked(lot),
        )


def _field(field: MapField) -> dict[str, Any]:
    told = {"number": str(field.number), "name": field.name}
    return {**told, "important": field.important, "succeeds": field.succeeds}


def _axis(axis: Axis) -> dict[str, str]:
    return {"question": axis.question, "low": axis.low, "high": axis.high}


def _choice(room: Room) -> Iterator[Slide]:
    content, span = room.library.samlet_plan.priority_map, room.hours.point(_THEMES, _place(room, "map"))
    yield room.slide("exercise", "place", _THEMES, span, **_all_themes(room))
    yield room.slide(
        "question",
        "reasons",
        _THEMES,
        span,
        title=content.discussion.title.rstrip(":"),
        kicker=room.until(span),
        questions=[{"text": text} for text in content.discussion.questions],
    )
    choose = _place(room, "choose")
    chosen = room.hours.point(_THEMES, choose)
    first = next(field for field in content.fields if field.important and not field.succeeds)
    yield room.slide(
        "exercise",
        "choose",
        _THEMES,
        chosen,
        places={
            "field": f"{first.number}: {first.name}",
            "point": room.hours.items[_THEMES].points[choose].text,
            "parking": content.parking_lot.title,
            "parking_text": content.parking_lot.text,
        },
        until=room.until(chosen),
        **_all_themes(room),
    )


def _rounding(room: Room) -> Iterator[Slide]:
    span = room.hours.row(_ROUNDING)
    asked = room.library.samlet_plan.run_sheets.asked.knowledge.then
    yield room.slide(
        "question",
        "rounding",
        _ROUNDING,
        span,
        title=room.hours.items[_ROUNDING].title,
        kicker=room.until(span),
        questions=[{"text": text} for text in asked],
    )
    yield room.slide("result", "next", _ROUNDING, span, places={"next": next_meeting(room)})
    yield closing(room, _ROUNDING, span)
