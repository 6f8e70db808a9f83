"""A file from anybody, opened with care: its parts as trees, and what they have to do with each other."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ..engine.announce import last_word
from ..engine.compiled import relations_of
from ..engine.opening import target_of
from ..engine.package import Member, PackageError, read_package
from ..errors import Message, message

MAX_FILE = 200 * 2**20
MAX_PART = 32 * 2**20
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SAVE = message("Open it in Word or PowerPoint, save it as .docx or .pptx and check that.")
# The two writings of each vocabulary: strict ones are read as the ordinary ones.
_STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/presentationml/main": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
}


class UnreadableError(Exception):
    """A file that can't be checked; `message` says why and `remedy` what to do."""

    def __init__(self, reason: Message, remedy: Message = _SAVE) -> None:
        self.message, self.remedy = reason, remedy
        super().__init__(str(reason))


@dataclass(frozen=True, slots=True)
class Relation:
    """That a part has to do with a part or, if `external`, with an address; `kind` is the last word of its type."""

    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an Office file; each is read when it is asked for, and once."""

    members: Mapping[str, Member]
    trees: dict[str, etree._Element] = field(default_factory=dict)
    known: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def tree(self, path: str) -> etree._Element | None:
        """A part as XML, None where there is none of that name.

        Raises:
            UnreadableError: it is too large, or no sound XML.
        """
        if path not in self.trees:
            if path not in self.members:
                return None
            self.trees[path] = _parsed(self.members[path])
        return self.trees[path]

    def relations(self, path: str) -> dict[str, Relation]:
        """The relationships of a part by their ids; of the whole file for an empty name."""
        if path not in self.known:
            listed = self.tree(relations_of(path).lstrip("/"))
            found = [] if listed is None else [one for one in listed if isinstance(one.tag, str)]
            self.known[path] = {one.get("Id", ""): _relation(path, one) for one in found}
        return self.known[path]

    def related(self, path: str, kind: str) -> Iterator[str]:
        """The parts of a kind that a part leads to."""
        return (one.target for one in self.relations(path).values() if one.kind == kind and not one.external)

    def first(self, path: str, kind: str) -> tuple[str, etree._Element | None]:
        """The part of a kind that a part leads to, and its tree."""
        target = next(self.related(path, kind), "")
        return target, self.tree(target)


def parts_of(data: bytes) -> Parts:
    """The parts of a file.

    Raises:
        UnreadableError: it is no Office file, or damaged, protected by a password or too large.
    """
    if len(data) > MAX_FILE:
        raise UnreadableError(message("The file is too large to be checked."))
    try:
        return Parts({member.name: member for member in read_package(data)})
    except PackageError as error:
        raise UnreadableError(error.message, error.remedy or _SAVE) from error


def elements(tree: etree._Element) -> Iterator[etree._Element]:
    """The children of an element that are elements; of alternatives the one that today's Office shows."""
    for child in tree:
        if not isinstance(child.tag, str):
            continue
        if child.tag == f"{_MC}AlternateContent":
            chosen = child.find(f"{_MC}Choice")
            chosen = chosen if chosen is not None else child.find(f"{_MC}Fallback")
            if chosen is not None:
                yield from elements(chosen)
        else:
            yield child


def descendants(tree: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """All elements of these names below an element, of alternatives only those that are shown."""
    for child in elements(tree):
        if child.tag in tags:
            yield child
        yield from descendants(child, *tags)


def number(text: str | None, otherwise: float = 0) -> float:
    """A number as files write it, whatever they write."""
    try:
        value = float(text or otherwise)
    except ValueError:
        return otherwise
    return value if abs(value) < 1e12 else otherwise


def is_on(value: str | None) -> bool:
    """Whether a switch is on: one that is there and doesn't say otherwise."""
    return value not in ("0", "false", "off", "none")


def _parsed(member: Member) -> etree._Element:
    if member.size > MAX_PART:
        raise UnreadableError(message("The part {part} is too large to be checked.", part=member.name))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        content = member.content()
        for strict, ordinary in _STRICT.items():
            content = content.replace(strict.encode(), ordinary.encode())
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, zlib.error) as error:
        raise UnreadableError(message("The part {part} is damaged.", part=member.name)) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(message("The part {part} is damaged.", part=member.name))
    return root


def _relation(path: str, found: etree._Element) -> Relation:
    external = found.get("TargetMode") == "External"
    target = found.get("Target", "") if external else target_of(path, found)
    return Relation(last_word(found), target, external)
