"""The meeting of a tool as its papers tell it: when it is, its rows, and what the words of its papers can name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..models.factors import Factor
from ..models.kit import Kit
from ..models.library import Library
from ..models.meeting_tool import passage_key
from ..models.meetings import HeldMeeting, Row, held_meeting, working_factors
from ..models.programme import Programme
from ..models.run_sheet import AgendaItem
from ..models.timetable import item_begins
from .deck_times import Hours
from .meeting import paper_names
from .plan_story import listed


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting, its `hours`, and the `places` in the words of its papers: empty where it isn't known."""

    library: Library
    programme: Programme
    kit: Kit
    held: HeldMeeting
    hours: Hours
    places: Mapping[str, str]

    def words(self, document: str) -> Mapping[str, Any]:
        """The words of one of its papers."""
        return self.library.words_of(self.kit.id, document)

    def factor_named(self, factor: Factor | None) -> str:
        """What a row says of the factor that it is about."""
        return _named(self.held, factor)


def gathering(library: Library, programme: Programme, kit: Kit) -> Gathering:
    """The meeting of a kit's tool."""
    held = held_meeting(programme, library, kit)
    items = tuple(_with_factor(library, held, row) for row in held.rows)
    hours = Hours(held.session, items, item_begins(items))
    return Gathering(library, programme, kit, held, hours, _places(library, programme, kit, held))


def _named(held: HeldMeeting, factor: Factor | None) -> str:
    return factor.title if factor else held.sheet.unchosen_factor or ""


def _with_factor(library: Library, held: HeldMeeting, row: Row) -> AgendaItem:
    """A row with its factor in its texts, and behind its title where there are several."""
    item, factor = row.item, row.factor
    if item.each != "factor" or item.is_break:
        return item
    named, title = _named(held, factor), item.title
    if factor and len(held.factors) > 1:
        title = library.words["run-sheet"]["for_factor"].format(title=title, factor=factor.short)
    points = tuple(point.model_copy(update={"text": point.text.format(factor=named)}) for point in item.points)
    return item.model_copy(update={"title": title, "text": title + item.rest.format(factor=named), "points": points})


def _places(library: Library, programme: Programme, kit: Kit, held: HeldMeeting) -> dict[str, str]:
    language, meeting, words = library.language, held.meeting, library.words["run-sheet"]
    end = held.session.at(held.minutes)
    factors = [factor.title for factor in held.factors]
    passages = {passage_key(found.id): found.text for found in held.tool.about.passages}
    return (
        paper_names(library, kit)
        | passages
        | {
            "organisation": programme.organisation,
            "title": held.sheet.title,
            "tool": held.tool.about.title,
            "date": language.date_text(meeting.date) if meeting.date else "",
            "weekday": language.long_date_text(meeting.date) if meeting.date else "",
            "start": language.clock_text(meeting.start) if meeting.start else "",
            "end": language.clock_text(end) if end else "",
            "place": meeting.place or "",
            "facilitator": meeting.facilitator or "",
            "leader": meeting.facilitator or words["leader"],
            "managers": str(held.managers) if held.counted else "",
            "length": language.hours_text(held.minutes),
            "preparation": language.minutes_in_words(held.sheet.preparation_minutes or 0),
            "factors": listed(library.words["plan"], factors) if factors else "",
            "factor_count": str(len(working_factors(programme, library, kit))),
            "question_count": str(len(held.tool.questions.questions)),
            "group_count": str(len(held.tool.questions.groups)),
            "source": library.sources[kit.source].footer,
            "follow_up": language.date_text(meeting.follow_up_date) if meeting.follow_up_date else "",
        }
    )
