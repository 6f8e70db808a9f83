"""The meeting of a tool as its papers tell it: when it is, its rows, and what the words of its papers can name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from ..models.factors import Factor
from ..models.kit import Kit
from ..models.library import Library
from ..models.meeting_tool import passage_key
from ..models.meetings import HeldMeeting, Row, held_meeting, own_questions, working_factors
from ..models.programme import Programme
from ..models.questions import Question
from ..models.run_sheet import AgendaItem
from ..models.timetable import item_begins
from .deck_times import Hours
from .ladder_rows import whose_steps
from .papers import paper_names
from .shown_slides import Named, ladder_slides, question_slides
from .wanted import most_wanted
from .wording import listed


@dataclass(frozen=True, slots=True)
class NumberedGroup:
    """Questions under a heading, each with its number among all of them; `is_own` for those of the leader group."""

    title: str
    questions: tuple[tuple[int, Question], ...]
    is_own: bool = False

    @property
    def span(self) -> str:
        """The numbers of its questions, from the first to the last."""
        first, last = self.questions[0][0], self.questions[-1][0]
        return str(first) if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting, its `hours`, and the `places` in the words of its papers: empty where it isn't known.

    `named` are the numbers of the deck's slides by their names, where they are known.
    """

    library: Library
    programme: Programme
    kit: Kit
    held: HeldMeeting
    hours: Hours
    places: Mapping[str, str]
    named: Named

    def words(self, document: str) -> Mapping[str, Any]:
        """The words of one of its papers."""
        return self.library.words_of(self.kit.id, document)

    def factor_named(self, factor: Factor | None) -> str:
        """What a row says of the factor that it is about."""
        return _named(self.held, factor)

    def turns(self, row: int) -> list[str]:
        """When each of the managers begins whose turns make up a row; empty for other rows, and without a start."""
        begin, item = self.hours.begins[row], self.hours.items[row]
        if item.each != "manager":
            return []
        turn = next(one.minutes for one in self.held.sheet.items if one.id == item.id)
        begins = range(begin, begin + item.minutes, turn)
        moments = [self.hours.session.at(begin) for begin in begins]
        return [self.library.language.clock_text(moment) for moment in moments if moment]

    def question_groups(self) -> list[NumberedGroup]:
        """The questions under their headings, numbered throughout; the group's own ones last, where it has any."""
        questions = self.held.tool.questions
        groups = [(group.title, group.numbered, False) for group in questions.groups]
        own = own_questions(self.held.meeting)
        if own:
            groups.append((self.own_title, own, True))
        numbers = count(1)
        return [
            NumberedGroup(title, tuple((next(numbers), asked) for asked in found), is_own)
            for title, found, is_own in groups
        ]

    @property
    def own_title(self) -> str:
        """What stands above the group's own questions."""
        title: str = self.held.tool.questions.own_title or self.words("dialogue-sheet")["own_title"]
        return title


def gathering(library: Library, programme: Programme, kit: Kit, named: Named | None = None) -> Gathering:
    """The meeting of a kit's tool; `named` are the numbers of its slides by their names."""
    held = held_meeting(programme, library, kit)
    words = library.words_of(kit.id, "run-sheet")
    items = tuple(_told(words, held, row) for row in held.rows)
    hours = Hours(held.session, items, item_begins(items))
    room = Gathering(library, programme, kit, held, hours, _places(library, programme, kit, held), named or {})
    return replace(room, places={**room.places, **_slides_named(room), "wanted": _wanted(room)})


def _wanted(room: Gathering) -> str:
    asked = (pair for group in room.question_groups() for pair in group.questions)
    return most_wanted({**room.words("plan"), **room.words("dialogue-sheet")}, room.programme, asked)


def _slides_named(room: Gathering) -> dict[str, str]:
    words = room.words("deck")
    factors = working_factors(room.programme, room.library, room.kit)
    spans = [group.span for group in room.question_groups() if group.questions]
    return {
        "ladder_slides": ladder_slides(words, factors, room.named),
        "question_slides": question_slides(words, spans, room.named),
    }


def how_to_split(library: Library, kit: Kit, held: HeldMeeting) -> str:
    """How to split a meeting that is too long; empty for others."""
    if not held.is_too_long:
        return ""
    words, language, split = library.words_of(kit.id, "run-sheet")["length"], library.language, held.split()
    known = {
        "length": language.hours_text(held.minutes),
        "longest": language.hours_text(held.sheet.longest or 0),
        "groups": split.groups,
        "shorter": language.hours_text(split.minutes),
        "first": language.hours_text(split.first),
        "second": language.hours_text(split.second),
    }
    told = {"too_long": True, "groups": split.groups, "two": split.first}
    return " ".join(words[key].format_map(known) for key, is_told in told.items() if is_told)


def _named(held: HeldMeeting, factor: Factor | None) -> str:
    return factor.title if factor else held.sheet.unchosen_factor or ""


def _told(words: Mapping[str, Any], held: HeldMeeting, row: Row) -> AgendaItem:
    """A row as papers tell it: with its factor in its texts, and behind its title which factor or half it is."""
    item = row.item
    if row.half:
        item = _titled(item, words["half"], half=row.half)
        return item.model_copy(update={"points": (), "considerations": (), "materials": None}) if row.half > 1 else item
    if item.each != "factor" or item.is_break:
        return item
    named = _named(held, row.factor)
    points = tuple(point.model_copy(update={"text": point.text.format(factor=named)}) for point in item.points)
    item = item.model_copy(update={"text": item.title + item.rest.format(factor=named), "points": points})
    several = row.factor and len(held.factors) > 1
    return _titled(item, words["for_factor"], factor=row.factor.short) if row.factor and several else item


def _titled(item: AgendaItem, pattern: str, **known: object) -> AgendaItem:
    """A row with something behind its title."""
    title, short = (pattern.format(title=name, **known) for name in (item.title, item.heading))
    return item.model_copy(update={"title": title, "short": short, "text": title + item.rest})


def _places(library: Library, programme: Programme, kit: Kit, held: HeldMeeting) -> dict[str, str]:
    language, meeting, words = library.language, held.meeting, library.words_of(kit.id, "run-sheet")
    end, questions = held.session.at(held.minutes), held.tool.questions
    factors = [factor.title for factor in held.factors]
    working = working_factors(programme, library, kit)
    passages = {passage_key(found.id): found.text for found in held.tool.about.passages}
    day = language.date_text(meeting.date) if meeting.date else ""
    return (
        paper_names(library, kit)
        | passages
        | {
            "organisation": programme.organisation,
            "title": held.sheet.title,
            "tool": held.tool.about.title,
            "tool_and_date": "\n".join(filter(None, (held.tool.about.title, day))),
            "date": day,
            "weekday": language.long_date_text(meeting.date) if meeting.date else "",
            "start": language.clock_text(meeting.start) if meeting.start else "",
            "end": language.clock_text(end) if end else "",
            "place": meeting.place or "",
            "facilitator": meeting.facilitator or "",
            "leader": meeting.facilitator or words["leader"],
            "managers": str(held.managers) if held.counted else "",
            "groups": str(meeting.groups) if meeting.groups > 1 else "",
            "length": language.hours_text(held.minutes),
            "preparation": language.minutes_in_words(held.sheet.preparation_minutes or 0),
            "factors": listed(library.words_of(kit.id, "plan"), factors) if factors else "",
            "whose_steps": whose_steps(library, programme, kit, working) if working else "",
            "question_count": str(len(questions.questions) + len(meeting.own_questions)),
            "scale_help": library.samlet_plan.qualification.scale.text if meeting.scale else "",
            "source": library.sources[kit.source].footer,
            "follow_up": language.date_text(meeting.follow_up_date) if meeting.follow_up_date else "",
            "too_long": how_to_split(library, kit, held),
            "to_fill": "" if meeting.start else library.words_of(kit.id, "deck")["to_fill"],
        }
    )
