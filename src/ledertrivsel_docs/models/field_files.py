"""`content/fields/`: which fields a template of each document may use, and what each of them means."""

from __future__ import annotations

from enum import StrEnum

from .base import Line, Model, Text
from .frozen import FrozenMap, FrozenMapping
from .source import Sourced


class FieldKind(StrEnum):
    """What a field holds."""

    TEXT = "text"
    """A text; a newline is a line break."""
    PLACE = "place"
    """A text, or a place to write it by hand."""
    DATE = "date"
    """A date as it is printed."""
    NUMBER = "number"
    """A number."""
    YES_NO = "yes_no"
    """For `{% if %}`."""
    LINK = "link"
    """A `Link`."""
    PICTURE = "picture"
    """A `Picture`."""
    KEY = "key"
    """For the names of form fields and bookmarks, which nobody sees."""
    FIXED = "fixed"
    """One of `TEXTS`."""
    LIST = "list"
    """For `{% for %}`."""
    GROUP = "group"
    """Fields of its own."""
    TEXTS = "texts"
    """Fixed texts under names."""


class Shape(Model):
    """Fields by their paths: `rows[].title` is the field `title` of each of `rows`.

    `fields` say what they mean themselves; the meaning of `usual` ones is the one that fields of their name usually
    have. Those in `empty` may have nothing to say, those in `missing` aren't always there. `texts` are fixed texts with
    the names they have, `words_of` all words of a document, and what is `like` another field has the same fields in it.
    """

    fields: FrozenMap[Line, FrozenMap[FieldKind, Text]] = FrozenMapping()
    usual: FrozenMap[FieldKind, tuple[Line, ...]] = FrozenMapping()
    empty: tuple[Line, ...] = ()
    missing: tuple[Line, ...] = ()
    texts: FrozenMap[Line, tuple[Line, ...]] = FrozenMapping()
    words_of: FrozenMap[Line, Line] = FrozenMapping()
    like: FrozenMap[Line, Line] = FrozenMapping()


class DocumentFields(Shape, Sourced):
    """`content/fields/<stem>.yaml`; of a deck also the kinds of its slides, `shared` ones and others."""

    shared: tuple[Line, ...] = ()
    slides: FrozenMap[Line, Shape] = FrozenMapping()


class CommonFields(Sourced):
    """`content/fields/common.yaml`: what fields usually mean, and what all pages, decks and slides have.

    `slides` are the kinds of slides that more than one deck has.
    """

    usual: FrozenMap[Line, Text]
    page: Shape
    deck: Shape
    slide: Shape
    slides: FrozenMap[Line, Shape]
