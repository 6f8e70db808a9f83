"""Where a text comes from: every content file names its source, and which parts are the kit's own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Line, Model, Text, WholeNumber

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
