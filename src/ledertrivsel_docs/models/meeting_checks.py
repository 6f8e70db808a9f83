"""What a programme says of the other tools' meetings, held against the library: tools, factors, questions, lengths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from ..errors import Message, message
from ..reading.yaml_text import Finding, Loc
from .factors import Factor
from .library import Library
from .meetings import factors_of, held_meeting, questions_by_id
from .programme_fields import ProgrammeFields


def meeting_problems(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """What can't be used: names that nothing has, twice the same, marks on steps that a ladder doesn't have."""
    factors = _factors(programme, library)
    for kit in programme.meetings:
        if kit not in library.tools:
            yield _unknown(("meetings", kit), message("There is no meeting of “{name}”.", name=kit), kit, library.tools)
    yield from _groups(programme)
    for index, agreement in enumerate(programme.agreements):
        if agreement.kit not in library.kits:
            what = message("There is no kit “{kit}”.", kit=agreement.kit)
            yield _unknown(("agreements", index, "kit"), what, agreement.kit, library.kits)
    yield from _twice((("factors", index, "id"), factor.id) for index, factor in enumerate(programme.factors))
    named = [
        (("meetings", kit, "factors", i), f) for kit, m in programme.meetings.items() for i, f in enumerate(m.factors)
    ]
    rated = [(("levels", index, "factor"), level.factor) for index, level in enumerate(programme.levels)]
    for loc, name in (*named, *rated):
        if name not in factors:
            yield _unknown(loc, message("There is no factor “{name}”.", name=name), name, factors)
    for kit in programme.meetings:
        yield from _twice((loc, name) for loc, name in named if loc[1] == kit)
    yield from _twice(rated)
    yield from _marks(programme, factors)
    yield from _answers(programme, library)


def meeting_warnings(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """What is likely a slip: what a meeting doesn't use, one that is too long, an agreement due before its meeting."""
    for kit, meeting in programme.meetings.items():
        held = held_meeting(programme, library, library.kits[kit])
        for key in sorted(meeting.model_fields_set & _unused(library, kit)):
            yield Finding(("meetings", kit, key), message("This meeting does not use it."), warning=True)
        if held.is_too_long:
            what = message(
                "The meeting takes {minutes} minutes, more than {longest}. The run sheet says how to split it.",
                minutes=held.minutes,
                longest=held.sheet.longest,
            )
            yield Finding(("meetings", kit), what, warning=True)
    for index, agreement in enumerate(programme.agreements):
        held_on = gathered.date if (gathered := programme.meetings.get(agreement.kit)) else None
        if held_on and agreement.when and agreement.when < held_on:
            what = message(
                "{day} comes before {before}, which is to happen first.",
                day=agreement.when.isoformat(),
                before=held_on.isoformat(),
            )
            yield Finding(("agreements", index, "when"), what, warning=True)


def _groups(programme: ProgrammeFields) -> Iterator[Finding]:
    for kit, meeting in programme.meetings.items():
        if meeting.managers and meeting.groups > meeting.managers:
            what = message(
                "{groups} groups are more than {managers} managers.", groups=meeting.groups, managers=meeting.managers
            )
            yield Finding(("meetings", kit, "groups"), what, message("Write at most as many groups as managers."))


def _unused(library: Library, kit: str) -> set[str]:
    """The fields of a meeting that none of this kit's papers would show."""
    tool, papers = library.tools[kit], {document.id for document in library.kits[kit].documents}
    used = {
        "groups": any(item.each == "manager" for item in tool.sheet.items),
        "factors": bool(tool.factors.factors),
        "own_questions": bool(papers & {"dialogue-sheet", "question-cards"}),
        "scale": "dialogue-sheet" in papers,
    }
    return {key for key, is_used in used.items() if not is_used}


def _factors(programme: ProgrammeFields, library: Library) -> dict[str, Factor]:
    """Every factor that the programme can name."""
    return {name: factor for tool in library.tools.values() for name, factor in factors_of(programme, tool).items()}


def _marks(programme: ProgrammeFields, factors: Mapping[str, Factor]) -> Iterator[Finding]:
    for index, level in enumerate(programme.levels):
        factor = factors.get(level.factor)
        if factor is None:
            continue
        marks = [
            ((key, place), mark) for key in ("current", "desired") for place, mark in enumerate(getattr(level, key))
        ]
        for loc, mark in [*marks, (("target",), level.target or 1)]:
            if mark > len(factor.steps):
                what = message("The ladder has no step {step}.", step=mark)
                remedy = message("Write a number from 1 to {last}.", last=len(factor.steps))
                yield Finding(("levels", index, *loc), what, remedy)


def _answers(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    questions = questions_by_id(programme, library)
    asked = [(("dialogue", index, "question"), answer.question) for index, answer in enumerate(programme.dialogue)]
    for loc, name in asked:
        if name not in questions:
            yield _unknown(loc, message("There is no question “{name}”.", name=name), name, questions)
    yield from _twice(asked)


def _twice(named: Iterable[tuple[Loc, str]]) -> Iterator[Finding]:
    seen: set[str] = set()
    for loc, name in named:
        if name in seen:
            yield Finding(loc, message("“{key}” is there twice.", key=name), message("Keep one of them."))
        seen.add(name)


def _unknown(loc: Loc, what: Message, name: str, known: Iterable[str]) -> Finding:
    names = list(known)
    close = get_close_matches(name, names, n=1)
    remedy = (
        message("Did you mean “{id}”?", id=close[0])
        if close
        else message("Write one of these: {choices}.", choices=", ".join(names))
    )
    return Finding(loc, what, remedy)
