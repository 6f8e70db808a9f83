"""The instrument "Skab en samlet plan for ledertrivsel" as types: everything it says, in the order it says it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from ..errors import message
from ..reading.validation import refusal
from .base import FrozenMap, Id, Line, Model, Step, Text, WholeNumber

Minutes = Annotated[WholeNumber, Field(ge=1, le=600)]
"""A length of time in whole minutes."""


class Sourced(Model):
    """A content file: `source` is an id from `content/sources.yaml`, `own` says in Danish which parts are the kit's."""

    source: Id
    own: tuple[Text, ...]


class Source(Model):
    """Where a text comes from; `footer` is the line that documents print after "Kilde: "."""

    title: Line
    publisher: Line | None = None
    year: WholeNumber | None = None
    isbn: Line | None = None
    footer: Text


class HeaderFact(Model):
    """One fact of the header that Danish tools share, such as Mål; `own` when the source doesn't state it."""

    label: Line
    text: Text
    own: bool = False


class StatedTime(Model):
    """How long a step takes, in the source's words."""

    step: Step
    text: Text


class Section(Model):
    """A heading with a text and, where the source has them, bullets."""

    title: Line
    text: Text | None = None
    points: tuple[Text, ...] = ()


class Role(Model):
    """Who does what for the plan."""

    name: Line
    text: Text


class ProcessStep(Model):
    """One of the three steps: its name, the short text of the overview, and the bullets of its template page."""

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


class PlanWords(Model):
    """The words a plan and its forums can be marked with, as they are written in the programme file."""

    status: tuple[Line, ...]
    forum_role: tuple[Line, ...]


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

    def numbered_tool(self, number: int) -> RelatedTool:
        """The tool that the texts call "værktøj 1" or "værktøj 2"."""
        return next(tool for tool in self.tools if tool.number == number)


class Theme(Model):
    """A theme of managers' well-being: the question that names it and the question or two it is rated by.

    `number` is the source's (none for an organisation's own theme); `short` is the kit's name for slides and
    file names; `hint` points to another tool, whose number is `hint_tool`.
    """

    id: Id
    number: WholeNumber | None = None
    title: Line
    questions: tuple[Text, ...]
    hint: Text | None = None
    hint_tool: WholeNumber | None = None
    short: Line


class Themes(Sourced):
    """The typical themes that an organisation chooses from, and how to."""

    title: Line
    instructions: tuple[Text, ...]
    themes: tuple[Theme, ...]

    def by_id(self) -> dict[str, Theme]:
        """The themes by id, in the source's order."""
        return {theme.id: theme for theme in self.themes}

    @model_validator(mode="after")
    def _numbered_in_order(self) -> Themes:
        if [theme.number for theme in self.themes] != list(range(1, len(self.themes) + 1)):
            raise refusal(message("The themes are to be numbered 1, 2, 3 … in their order."))
        if len(self.by_id()) != len(self.themes):
            raise refusal(message("Two themes have the same id."))
        return self


class Axis(Model):
    """One side of the map: what is asked, and what its two ends mean."""

    question: Line
    low: Line
    high: Line


class MapField(Model):
    """One of the map's four fields; `own` when the kit named it."""

    number: WholeNumber
    name: Line
    important: bool
    succeeds: bool
    own: bool = False


class ParkingLot(Model):
    """The place for themes that can't be decided on yet."""

    title: Line
    text: Text


class Discussion(Model):
    """What to talk over together."""

    title: Line
    questions: tuple[Text, ...]


class PriorityMap(Sourced):
    """The Prioriteringskort: how important a theme is, set against how well it succeeds."""

    title: Line
    instruction: Text
    intro: tuple[Text, ...]
    importance: Axis
    success: Axis
    fields: tuple[MapField, MapField, MapField, MapField]
    discussion: Discussion
    parking_lot: ParkingLot

    def field(self, importance: int, success: int) -> MapField:
        """The field that two ratings (1–5) put a theme in; the middle mark counts as high."""
        return next(
            field for field in self.fields if (field.important, field.succeeds) == (importance >= 3, success >= 3)
        )

    @model_validator(mode="after")
    def _every_corner_once(self) -> PriorityMap:
        if len({(field.important, field.succeeds) for field in self.fields}) != 4:
            raise refusal(message("Each of the map's four corners needs a field of its own."))
        return self


class SupportQuestion(Model):
    """A question to put to each theme; `key` is the programme's field for the answer."""

    key: Line
    label: Line
    questions: tuple[Text, ...]


class OwnField(Model):
    """A field of a form that the kit has added to the source's; `key` is the programme's name of it."""

    key: Line
    label: Line
    help: Text | None = None


class Scale(Model):
    """A scale to put a mark on, from `low` to `high`, and the sentence that explains it."""

    low: WholeNumber
    high: WholeNumber
    text: Text


class Qualification(Sourced):
    """Step 2: the questions that make a theme ready for an action card."""

    title: Line
    intro: tuple[Text, ...]
    questions_title: Line
    questions_intro: Text
    questions: tuple[SupportQuestion, ...]
    closing: Text
    scale: Scale
    own_fields: tuple[OwnField, ...]


class FormField(Model):
    """A field of the action card: the blank form's label, and the light line that stands where nobody has written."""

    key: Line
    label: Line
    placeholder: Line
    help: Text | None = None


class ExampleCard(Model):
    """A filled action card: the theme's id and the answers by field key."""

    theme: Id
    answers: FrozenMap[Line, Text]


class OtherVersion(Model):
    """Where the source's first print of the example differs: labels and answers by field key."""

    labels: FrozenMap[Line, Line]
    answers: FrozenMap[Line, Text]


class Advice(Model):
    """What the source says about making, gathering, publishing and following up the cards."""

    title: Line
    intro: Text
    cards: Text
    gather: Text
    publish: Text
    follow_up: Text


class ActionCardForm(Sourced):
    """The action card: its fields, the kit's own rows, the words of its status, and the worked example."""

    title: Line
    fields: tuple[FormField, ...]
    own_fields: tuple[FormField, ...]
    status_words: tuple[Line, ...]
    example_title: Line
    example_caption: Text
    example: ExampleCard
    first_version: OtherVersion
    advice: Advice

    @model_validator(mode="after")
    def _example_answers_fields(self) -> ActionCardForm:
        keys = {field.key for field in (*self.fields, *self.own_fields)}
        for answers in (self.example.answers, self.first_version.labels, self.first_version.answers):
            for key in answers:
                if key not in keys:
                    raise refusal(message("The example answers “{key}”, which the form does not ask.", key=key))
        return self


class CallOut(Model):
    """A box beside the checklist."""

    title: Line
    text: Text


class ChecklistGroup(Model):
    """Things to settle under one heading, with the call-out that stands by them."""

    number: WholeNumber
    title: Line
    points: tuple[Text, ...]
    call_out: CallOut | None = None


class Checklist(Sourced):
    """What to have in place before the work begins."""

    title: Line
    groups: tuple[ChecklistGroup, ...]
