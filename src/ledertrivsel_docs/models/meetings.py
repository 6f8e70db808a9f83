"""A tool's meeting as it is held: its rows for so many managers and these factors, when it is, and how to split it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .factors import Factor
from .kit import Kit
from .library import Library
from .meeting_run_sheet import MeetingRunSheet
from .meeting_tool import MeetingTool
from .programme_answers import DialogueAnswer, Level
from .programme_fields import Meeting, ProgrammeFields
from .questions import Question, own_question
from .run_sheet import AgendaItem
from .timetable import Session

_NO_MEETING = Meeting()
_MOST_IN_A_ROW = 5  # managers, one after the other, before there is a break


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it is held, and the factor that it is about where it is held once for each.

    `half` is 1 or 2 where a long round of the managers has its break in the middle, else 0.
    """

    item: AgendaItem
    factor: Factor | None = None
    half: int = 0


@dataclass(frozen=True, slots=True)
class Split:
    """How a meeting that is too long is split: the managers' round in so many `groups` at the same time, which makes it
    `minutes` long with breaks; or two meetings of `first` and `second` minutes, the first one up to that round. What
    doesn't make it short enough is 0.
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
    def sheet(self) -> MeetingRunSheet:
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

    @property
    def round_of(self) -> int:
        """How many managers take their round one after the other."""
        return -(-self.managers // self.meeting.groups)

    def minutes_for(self, managers: int, groups: int | None = None) -> int:
        """How long it would take with so many managers in so many groups, or in as many as now; with breaks."""
        one = sum(item.minutes for item in self.sheet.items if item.each == "manager")
        return self.minutes + one * (-(-managers // (groups or self.meeting.groups)) - self.round_of)

    def split(self) -> Split:
        """How to split it where it is too long."""
        longest = self.sheet.longest or self.minutes
        more_groups = range(self.meeting.groups + 1, self.managers + 1) if self.sheet.by_manager else ()
        lengths = {groups: self.minutes_for(self.managers, groups) for groups in more_groups}
        groups = next((groups for groups, minutes in lengths.items() if minutes <= longest), 0)
        first, second = self._two_meetings()
        if max(first, second) > longest:
            first = second = 0
        return Split(groups, lengths.get(groups, 0), first, second)

    def _two_meetings(self) -> tuple[int, int]:
        """The lengths of two meetings, the second with the managers' round; each begins and ends as the one does."""
        place = next((place for place, item in enumerate(self.items) if item.each == "manager"), 0)
        if not place:
            return 0, 0
        before = sum(item.minutes for item in self.items[:place] if not item.is_break)
        return before + self.items[-1].minutes, self.minutes - before + self.items[0].minutes


def held_meeting(programme: ProgrammeFields, library: Library, kit: Kit) -> HeldMeeting:
    """The meeting of a kit as the programme has it; without a number of managers it is planned for the sheet's."""
    tool = library.tools[kit.id]
    meeting = programme.meetings.get(kit.id, _NO_MEETING)
    managers = meeting.managers or tool.sheet.managers
    known = factors_of(programme, library, kit)
    chosen = tuple(known[name] for name in meeting.factors if name in known)
    rows = tuple(_rows(tool.sheet, -(-managers // meeting.groups), chosen))
    return HeldMeeting(tool, meeting, managers, meeting.managers is not None, chosen, rows)


def _rows(sheet: MeetingRunSheet, round_of: int, factors: tuple[Factor, ...]) -> Iterator[Row]:
    """The sheet's rows for managers who take their round `round_of` by `round_of`."""
    for place, item in enumerate(sheet.items):
        if item.each == "manager":
            following = sheet.items[place + 1] if place + 1 < len(sheet.items) else None
            yield from _round(item, following, round_of)
        elif item.each == "factor":
            if place == 0 or sheet.items[place - 1].each != "factor":
                yield from _for_each(tuple(found for found in sheet.items if found.each == "factor"), factors)
        elif not (item.is_break and place and _is_halved(sheet.items[place - 1], round_of)):
            yield Row(item)


def _round(item: AgendaItem, following: AgendaItem | None, round_of: int) -> Iterator[Row]:
    """The managers' round; with many of them the break that follows is held in its middle."""
    if following is None or not following.is_break or not _is_halved(item, round_of):
        yield Row(_times(item, round_of))
        return
    yield Row(_times(item, -(-round_of // 2)), half=1)
    yield Row(following)
    yield Row(_times(item, round_of // 2), half=2)


def _is_halved(item: AgendaItem, round_of: int) -> bool:
    return item.each == "manager" and round_of > _MOST_IN_A_ROW


def _times(item: AgendaItem, count: int) -> AgendaItem:
    return item.model_copy(update={"minutes": item.minutes * count})


def _for_each(items: tuple[AgendaItem, ...], factors: tuple[Factor, ...]) -> Iterator[Row]:
    """The rows of the factors, once for each; a break after them only between two."""
    held = factors or (None,)
    for number, factor in enumerate(held, 1):
        yield from (Row(item, factor) for item in items if not (item.is_break and number == len(held)))


def factors_of(programme: ProgrammeFields, library: Library, kit: Kit) -> dict[str, Factor]:
    """The factors that can be chosen in a kit, by id: the tool's, with the organisation's own in their place or after
    them; those that take the place of another tool's aren't this one's.
    """
    found = {name: {factor.id: factor for factor in tool.factors.factors} for name, tool in library.tools.items()}
    ours = found.pop(kit.id, {})
    others = {factor for tool in found.values() for factor in tool}
    own = {factor.id: factor for factor in programme.factors if factor.id not in others}
    return ours | own if ours else {}


def working_factors(programme: ProgrammeFields, library: Library, kit: Kit) -> tuple[Factor, ...]:
    """The factors that there are papers for: the chosen ones, or all as long as none is chosen."""
    known = factors_of(programme, library, kit)
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


def answers_to(programme: ProgrammeFields, held: HeldMeeting) -> Mapping[str, DialogueAnswer]:
    """The group's answers to a meeting's questions, the tool's and its own, by the question's id."""
    asked = {question.id for question in (*held.tool.questions.questions, *own_questions(held.meeting))}
    joint = (answer for answer in programme.dialogue if answer.person is None)
    return {answer.question: answer for answer in joint if answer.question in asked}
