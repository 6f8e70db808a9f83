"""A tool's meeting as it is held: its rows for so many managers and these factors, when it is, and how to split it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .factors import Factor
from .kit import Kit
from .library import Library
from .meeting_sheet import MeetingSheet
from .meeting_tool import MeetingTool
from .programme_fields import DialogueAnswer, Level, Meeting, ProgrammeFields
from .questions import OWN_QUESTIONS, Question, own_question
from .run_sheet import AgendaItem
from .timetable import Session

_NO_MEETING = Meeting()


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is held, and the factor that it is about where it is held once for each."""

    item: AgendaItem
    factor: Factor | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """How a meeting that is too long is split: the managers' round in so many `groups` at the same time, which makes it
    `minutes` long with breaks; or two meetings of `first` and `second` minutes, the first one up to that round (0 where
    even these are too long).
    """

    groups: int
    minutes: int
    first: int
    second: int


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting: what the programme says of it, for how many `managers` it is planned (`counted` where the programme
    says how many), the factors it is about, and its rows in order.
    """

    tool: MeetingTool
    meeting: Meeting
    managers: int
    counted: bool
    factors: tuple[Factor, ...]
    rows: tuple[Row, ...]

    @property
    def sheet(self) -> MeetingSheet:
        """The run sheet that it follows."""
        return self.tool.sheet

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """The rows of the run sheet as they are held, with their minutes."""
        return tuple(row.item for row in self.rows)

    @property
    def minutes(self) -> int:
        """How long it takes, with breaks."""
        return sum(item.minutes for item in self.items)

    @property
    def breaks(self) -> int:
        """How long the breaks are."""
        return sum(item.minutes for item in self.items if item.is_break)

    @property
    def session(self) -> Session:
        """When it begins and how long it takes."""
        return Session(self.meeting.start, self.minutes)

    @property
    def is_too_long(self) -> bool:
        """Whether it is better split."""
        return self.sheet.longest is not None and self.minutes > self.sheet.longest

    def minutes_for(self, managers: int) -> int:
        """How long it would take with so many managers, with breaks."""
        one = sum(item.minutes for item in self.sheet.items if item.each == "manager")
        return self.minutes + one * (managers - self.managers)

    def split(self) -> Split:
        """How to split it where it is too long because of the number of managers."""
        longest = self.sheet.longest or self.minutes
        groups = next(
            (count for count in range(2, self.managers + 1) if self.minutes_for(-(-self.managers // count)) <= longest),
            self.managers,
        )
        place = next(place for place, item in enumerate(self.items) if item.each == "manager")
        before = sum(item.minutes for item in self.items[:place] if not item.is_break)
        # Each of two meetings begins and ends as the one does.
        first, second = before + self.items[-1].minutes, self.minutes - before + self.items[0].minutes
        both = max(first, second) <= longest
        return Split(groups, self.minutes_for(-(-self.managers // groups)), first if both else 0, second if both else 0)


def held_meeting(programme: ProgrammeFields, library: Library, kit: Kit) -> HeldMeeting:
    """The meeting of a kit as the programme has it; without a number of managers it is planned for the sheet's."""
    tool = library.tools[kit.id]
    meeting = programme.meetings.get(kit.id, _NO_MEETING)
    managers = meeting.managers or tool.sheet.managers
    known = factors_of(programme, tool)
    chosen = tuple(known[name] for name in meeting.factors if name in known)
    rows = tuple(_rows(tool.sheet, managers, chosen))
    return HeldMeeting(tool, meeting, managers, meeting.managers is not None, chosen, rows)


def _rows(sheet: MeetingSheet, managers: int, factors: tuple[Factor, ...]) -> Iterator[Row]:
    """The sheet's rows; those of the factors once for each, a break after them only between two."""
    for_each = tuple(item for item in sheet.items if item.each == "factor")
    for item in sheet.items:
        if item.each == "manager":
            yield Row(item.model_copy(update={"minutes": item.minutes * managers}))
        elif item.each != "factor":
            yield Row(item)
        elif item is for_each[0]:
            for number, factor in enumerate(factors or (None,), 1):
                is_last = number == max(len(factors), 1)
                yield from (Row(part, factor) for part in for_each if not (part.is_break and is_last))


def factors_of(programme: ProgrammeFields, tool: MeetingTool) -> dict[str, Factor]:
    """The factors that can be chosen, by id: the tool's, with the organisation's own in their place or after them."""
    if not tool.factors.factors:
        return {}
    return {factor.id: factor for factor in (*tool.factors.factors, *programme.factors)}


def working_factors(programme: ProgrammeFields, library: Library, kit: Kit) -> tuple[Factor, ...]:
    """The factors that there are papers for: the chosen ones, or all as long as none is chosen."""
    tool = library.tools.get(kit.id)
    if tool is None:
        return ()
    known = factors_of(programme, tool)
    chosen = programme.meetings.get(kit.id, _NO_MEETING).factors
    return tuple(known[name] for name in chosen if name in known) or tuple(known.values())


def level_of(programme: ProgrammeFields, factor: Factor) -> Level | None:
    """What was found for a factor, where anything was."""
    return next((level for level in programme.levels if level.factor == factor.id), None)


def own_questions(meeting: Meeting) -> tuple[Question, ...]:
    """The group's own questions with their ids."""
    return tuple(own_question(number, text) for number, text in enumerate(meeting.own_questions, 1))


def questions_by_id(programme: ProgrammeFields, library: Library) -> dict[str, Question]:
    """Every question that an answer of the programme can name."""
    own = (question for meeting in programme.meetings.values() for question in own_questions(meeting))
    ours = (question for tool in library.tools.values() for question in tool.questions.questions)
    return {question.id: question for question in (*ours, *own)}


def answers_to(programme: ProgrammeFields, tool: MeetingTool) -> Mapping[str, DialogueAnswer]:
    """The answers to a tool's questions, by the question's id."""
    groups = {group.id for group in tool.questions.groups} | {OWN_QUESTIONS}
    return {answer.question: answer for answer in programme.dialogue if answer.question.rpartition("-")[0] in groups}
