"""What a compiled template consists of: plain data and code, so that it can be kept on disk and read without lxml."""

from __future__ import annotations

from dataclasses import dataclass
from types import CodeType
from typing import NamedTuple

from .package import Member
from .values import Site

TYPES, ROOT_RELATIONS = "[Content_Types].xml", "_rels/.rels"
PRESENTATION = "ppt/presentation.xml"
XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HOLE = "\ue008"
"""Stands in the parts of a deck where the render puts the number of a slide, or the list of all."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part with tags: the code that writes it, the sites its tags stand in, its relationships as they are."""

    name: str
    code: CodeType
    sites: tuple[Site | None, ...]
    relationships: str


class Level(NamedTuple):
    """How the paragraphs of one level look: sizes, spaces and indents in points, `spacing` as a factor."""

    font: str
    size: float
    bold: bool
    spacing: float
    before: float
    after: float
    left: float
    first: float


class Frame(NamedTuple):
    """The room a text has: `width` and `height` in points within its margins, and the looks of its levels.

    `texts` and `lists` are the names of what is printed in it: values by themselves, and what loops go over. A table
    has `columns`, the widths of its cells within their margins, and `margin`, what a row needs beside its text.
    """

    texts: tuple[str, ...]
    lists: tuple[str, ...]
    width: float
    height: float
    levels: tuple[Level, ...]
    columns: tuple[float, ...] = ()
    margin: float = 0


@dataclass(frozen=True, slots=True)
class SlideKind:
    """A slide of the template, by the name that its notes give it; `media` are the pictures that only slides show."""

    name: str
    slide: Part
    notes: Part | None
    media: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeckParts:
    """What a deck is made of: the kinds of slides, the presentation and its relationships with holes for them."""

    kinds: tuple[SlideKind, ...]
    presentation: str
    relationships: str
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template, ready to render: `order` of all members, those that stay as they are, and the parts with tags."""

    order: tuple[str, ...]
    members: dict[str, Member]
    parts: tuple[Part, ...]
    types: str
    deck: DeckParts | None = None


def relations_of(path: str) -> str:
    """The part that holds a part's relationships."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/_rels/{name}.rels"
