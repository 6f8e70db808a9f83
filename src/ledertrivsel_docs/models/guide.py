"""`content/guide.yaml`: the guide for those who make a kit, as chapters of text, steps, commands and tables.

Its texts are marked as in Markdown: `typed as it stands`, **important**, [a text](with an address, or with #chapter).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from ..errors import message
from ..reading.validation import read, refusal
from ..resources import content_folder
from .base import Id, Line, Model, Text
from .source import Sourced

Cells = Annotated[tuple[Text, ...], Field(min_length=2, max_length=3)]


class Command(Model):
    """A line to type, and the one for a Mac where that is another; `shows` is what is then seen, `…` for what varies.

    `only` is where there is no such line for other systems.
    """

    run: Line
    mac: Line | None = None
    only: Literal["windows"] | None = None
    shows: Text | None = None


class Todo(Model):
    """A step: what to do, maybe the command that does it, and what to see or do then."""

    text: Text
    command: Command | None = None
    then: Text | None = None


class Table(Model):
    """A table of two or three columns; `about` is what a screen reader says of it."""

    about: Line
    columns: Cells
    rows: Annotated[tuple[Cells, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _as_many_cells_as_columns(self) -> Self:
        for number, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                what = message(
                    "The row has {count} cells, the table {columns}.", count=len(row), columns=len(self.columns)
                )
                raise refusal(what, message("Give each column a text."), at=("rows", number))
        return self


class Note(Model):
    """A box that stands out."""

    title: Line
    text: Text


class Part(Model):
    """A part of a chapter: exactly one of these."""

    heading: Line | None = None
    text: Text | None = None
    steps: Annotated[tuple[Todo, ...], Field(min_length=2)] | None = None
    points: Annotated[tuple[Text, ...], Field(min_length=2)] | None = None
    command: Command | None = None
    table: Table | None = None
    note: Note | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        if len(self.model_fields_set) != 1:
            kinds = ", ".join(Part.model_fields)
            raise refusal(message("A part is to be one thing."), message("Write one of: {kinds}.", kinds=kinds))
        return self


class Chapter(Model):
    """A chapter; others refer to it by its id."""

    id: Id
    title: Line
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]

    def commands(self) -> Iterator[Command]:
        """The commands in it, in order."""
        for part in self.parts:
            if part.command:
                yield part.command
            yield from (todo.command for todo in part.steps or () if todo.command)


class Guide(Sourced):
    """The guide."""

    chapters: Annotated[tuple[Chapter, ...], Field(min_length=1)]

    @classmethod
    def load(cls) -> Guide:
        """The guide that comes with the package, read the first time it is asked for: making a kit needs none."""
        return _guide()

    def number_of(self, chapter: str) -> int | None:
        """The number of the chapter with that id."""
        ids = [known.id for known in self.chapters]
        return ids.index(chapter) + 1 if chapter in ids else None


@lru_cache(maxsize=1)
def _guide() -> Guide:
    return read(content_folder() / "guide.yaml", Guide)
