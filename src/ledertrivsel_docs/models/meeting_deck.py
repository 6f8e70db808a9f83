"""The slides of a tool's meeting, as content: for each row of its run sheet the slides that are up in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..errors import message
from ..reading.validation import refusal
from .base import Id, Line, Model, Text, WholeNumber
from .frozen import FrozenMap
from .source import Sourced

Kind = Literal["title", "section", "agenda", "exercise", "question", "quote", "result", "ladder", "closing"]
"""The kinds of slides of the deck template that a meeting's content can fill."""

ALWAYS_KNOWN = frozenset(
    {"title", "tool", "tool_and_date", "source", "length", "leader", "preparation", "question_count"}
)
"""What the words of a meeting can name in braces, beside the kit's papers and the tool's passages (`tool_…`)."""

SOMETIMES_KNOWN = frozenset(
    {
        *("organisation", "date", "weekday", "start", "end", "place", "facilitator", "follow_up"),
        *("managers", "groups", "factors", "whose_steps", "scale_help", "to_fill"),
        *("too_long", "question_slides", "ladder_slides", "wanted"),
    }
)
"""What they can name too, which has nothing to say where it isn't known or chosen."""

MEETING_PLACES = ALWAYS_KNOWN | SOMETIMES_KNOWN

TIMES = frozenset({"time", "until", "from", "turns", "halfway"})
"""What only the words of a slide can name, beside `{factor}` and, in one for each group, `{group}`."""

# What a slide prints beside its title: of each set at least one, and what it may have besides.
_NEEDS: Mapping[str, tuple[set[str], ...]] = {
    "exercise": ({"steps"}, {"panel_title"}, {"panel", "panel_of"}),
    "question": ({"questions", "questions_of", "items_of", "each"},),
    "quote": ({"lines"}, {"said_by"}),
    "result": ({"items", "items_of", "questions_of"},),
}
_MAY: Mapping[str, set[str]] = {
    "title": {"kicker", "subtitle"},
    "section": {"kicker", "lead"},
    "exercise": {"lead", "until"},
    "question": {"lead", "until"},
    "result": {"lead", "until"},
    "closing": {"lead"},
}

ShareOfRow = Annotated[WholeNumber, Field(ge=0, le=600)]


class SlideWords(Model):
    """A slide: its kind and what it prints; names in braces are filled, a line with nothing to fill in is left out.

    `each` makes a question slide for each group of questions. `questions_of` shows the questions of a group, `items_of`
    the points of a passage of the tool, `panel_of` lists what there is of something beside an exercise. `minutes` is
    its share of the row's; without it, it has what the others leave, and 0 is for a slide that is shown when it is
    asked for.
    """

    kind: Kind
    each: Literal["group"] | None = None
    minutes: ShareOfRow | None = None
    title: Line | None = None
    kicker: Text | None = None
    subtitle: Text | None = None
    lead: Text | None = None
    until: Text | None = None
    said_by: Text | None = None
    panel_title: Line | None = None
    panel: tuple[Text, ...] = ()
    panel_of: Literal["groups", "factors"] | None = None
    steps: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()
    items_of: Id | None = None
    lines: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()
    questions_of: Id | None = None
    notes: Annotated[tuple[Text, ...], Field(min_length=1)]

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every text that is printed, with its place in the slide."""
        for name, value in self.model_dump(exclude={"kind", "each", "questions_of", "items_of", "panel_of"}).items():
            if isinstance(value, str):
                yield (name,), value
            elif isinstance(value, tuple):
                yield from (((name, index), text) for index, text in enumerate(value))

    @model_validator(mode="after")
    def _has_what_its_kind_shows(self) -> SlideWords:
        given = {name for name in self.model_fields_set if getattr(self, name) not in (None, ())}
        needed = ({"title"}, *_NEEDS.get(self.kind, ()))
        for names in needed:
            if not given & names:
                names_text = " / ".join(sorted(names))
                raise refusal(message("A slide of the kind “{kind}” needs “{name}”.", kind=self.kind, name=names_text))
        shown = {"kind", "minutes", "notes"}.union(*needed, _MAY.get(self.kind, ()))
        for name in sorted(given - shown):
            what = message("A slide of the kind “{kind}” doesn't show “{name}”.", kind=self.kind, name=name)
            raise refusal(what, message("It can be: {keys}.", keys=", ".join(sorted(shown))), at=(name,))
        return self


class MeetingDeck(Sourced):
    """`deck.yaml`: the slides by the id of the row of the run sheet that they belong to."""

    slides: FrozenMap[Id, Annotated[tuple[SlideWords, ...], Field(min_length=1)]]

    def all(self) -> Iterator[tuple[tuple[str | int, ...], SlideWords]]:
        """Every slide with its place in the file."""
        for row, slides in self.slides.items():
            yield from ((("slides", row, index), slide) for index, slide in enumerate(slides))

    @model_validator(mode="after")
    def _one_takes_what_is_left(self) -> MeetingDeck:
        for row, slides in self.slides.items():
            if sum(slide.minutes is None and slide.kind != "title" for slide in slides) > 1:
                what = message("Two slides of “{row}” have no minutes.", row=row)
                raise refusal(what, message("Only one of them can have what the others leave."), at=("slides", row))
        return self
