"""A tool as a whole: what it is for, who does what, its three steps, what others said of it, and who made it."""

from __future__ import annotations

from typing import ClassVar

from .base import ForumRole, Line, Model, PlanStatus, Step, Text, WholeNumber
from .source import Sourced


class HeaderFact(Model):
    """One fact of the header that Danish tools share, such as Mål; `own` when the source doesn't state it."""

    named_by: ClassVar[str] = "label"

    label: Line
    text: Text
    own: bool = False


class HoursBetween(Model):
    """A length in whole hours that nobody knows exactly."""

    fewest: WholeNumber
    most: WholeNumber


class StatedTime(Model):
    """How long a step takes, in the source's words."""

    named_by: ClassVar[str] = "step"

    step: Step
    text: Text


class Section(Model):
    """A heading with a text and, where the source has them, bullets."""

    title: Line
    text: Text | None = None
    points: tuple[Text, ...] = ()


class Role(Model):
    """Who does what for the plan."""

    named_by: ClassVar[str] = "name"

    name: Line
    text: Text


class ProcessStep(Model):
    """One of the three steps: its name, the short text of the overview, and the bullets of its template page."""

    named_by: ClassVar[str] = "step"

    step: Step
    number: WholeNumber
    name: Line
    title: Line
    text: Text
    points: tuple[Text, ...]


class Quotation(Model):
    """Words said about the tool, line by line, and who said them."""

    title: Line
    lines: tuple[Text, ...]
    said_by: Line


class RelatedTool(Model):
    """One of the publisher's tools for managers' well-being; `number` is how the texts refer to it (værktøj 1)."""

    named_by: ClassVar[str] = "name"

    number: WholeNumber | None = None
    name: Line
    address: Line


class IntranetExample(Model):
    """The source's picture of the plan on an intranet page."""

    title: Line
    cards: tuple[Line, ...]


class Colophon(Model):
    """Who made the source."""

    title: Line
    revised: Line
    publisher: Line
    address: tuple[Line, ...]
    steering_group_label: Line
    steering_group: tuple[Line, ...]
    cooperation: Text
    project_lead: Line
    consultants: Line
    design: Line
    isbn: Line


class StatusWords(Model):
    """A word for each `PlanStatus`."""

    draft: Line
    in_hearing: Line
    approved: Line
    historic: Line


class RoleWords(Model):
    """A word for each `ForumRole`."""

    information: Line
    discussion: Line
    hearing: Line
    approval: Line


class PlanWords(Model):
    """The words a plan and its forums can be marked with, as they are written in the programme file."""

    status: StatusWords
    forum_role: RoleWords

    @property
    def statuses(self) -> dict[PlanStatus, str]:
        """The word for each status."""
        return {PlanStatus(id_): word for id_, word in self.status}

    @property
    def roles(self) -> dict[ForumRole, str]:
        """The word for each role."""
        return {ForumRole(id_): word for id_, word in self.forum_role}


class Tool(Sourced):
    """What the tool is for, who does what, its three steps, what others said of it, and its colophon."""

    series: Line
    title: Line
    subtitle: Line
    short_title: Line
    goal: Section
    purpose: Section
    target_group: Section
    time_label: Line
    times: tuple[StatedTime, ...]
    header: tuple[HeaderFact, ...]
    preparation_hours: HoursBetween
    use_title: Line
    hr_role: Text
    decisions: Section
    roles: tuple[Role, ...]
    steps_title: Line
    steps: tuple[ProcessStep, ProcessStep, ProcessStep]
    template_title: Line
    knowledge: Section
    one_or_several: Section
    quotations_title: Line
    quotations: tuple[Quotation, ...]
    tools_title: Line
    tools_link: Line
    tools: tuple[RelatedTool, ...]
    intranet: IntranetExample
    plan_words: PlanWords
    colophon: Colophon

    def step(self, step: Step) -> ProcessStep:
        """The texts of one step."""
        return next(found for found in self.steps if found.step is step)

    @property
    def introduction(self) -> RelatedTool:
        """The introduction tool: the first of those without a number."""
        return next(tool for tool in self.tools if tool.number is None)

    def numbered_tool(self, number: int) -> RelatedTool:
        """The tool that the texts call "værktøj 1" or "værktøj 2"."""
        return next(tool for tool in self.tools if tool.number == number)
