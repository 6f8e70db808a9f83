"""What a compiled template consists of: plain data and code, so that it can be kept on disk and read without lxml."""

from __future__ import annotations

from dataclasses import dataclass
from types import CodeType

from .package import Member
from .values import Site

TYPES, ROOT_RELATIONS = "[Content_Types].xml", "_rels/.rels"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with tags: the code that writes it, the sites its tags stand in, its relationships as they are."""

    name: str
    code: CodeType
    sites: tuple[Site | None, ...]
    relationships: str


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template, ready to render: `order` of all members, those that stay as they are, and the parts with tags."""

    order: tuple[str, ...]
    members: dict[str, Member]
    parts: tuple[Part, ...]
    types: str


def relations_of(path: str) -> str:
    """The part that holds a part's relationships."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/_rels/{name}.rels"
