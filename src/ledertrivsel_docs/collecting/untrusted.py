"""The parts of a file from a stranger, read with care; and how a file is refused."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ..engine.announce import last_word
from ..engine.compiled import relations_of
from ..engine.opening import target_of
from ..engine.package import Member, PackageError, read_package
from ..errors import Message, Problem, message

MAX_FILE = 50 * 2**20
MAX_PART = 8 * 2**20
SAVE_AS_WORD = message("Open it, save it as a Word document (.docx) and collect again.")
ASK_FOR_WORD = message("Ask for the Word file, or write the answers into an empty copy of the form.")
SAVE_AS_DECK = message("Open it, save it as a PowerPoint presentation (.pptx) and collect again.")
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0")  # how a zip begins, and a file of old Word or with a password
_ODP = b"application/vnd.oasis.opendocument.presentation"
_KINDS = {
    b"%PDF": message("This is a PDF file."),
    b"{\\rtf": message("This is an RTF file."),
}


class RefusedError(Exception):
    """A file that isn't read; `message` says why and `remedy` what to do. `foreign` when it was never ours."""

    def __init__(self, reason: Message, remedy: Message | None = None, *, foreign: bool = False) -> None:
        self.message, self.remedy, self.foreign = reason, remedy, foreign
        super().__init__(str(reason))

    def problem(self, file: str) -> Problem:
        """What is told about the file."""
        return Problem(self.message, self.remedy, file=file, warning=self.foreign)


@dataclass(frozen=True, slots=True)
class Relation:
    """That a part has to do with another one: the `kind` is the last word of its type."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of an Office file by their names; none of them is read before it is asked for, macros never."""

    members: Mapping[str, Member]

    def __contains__(self, path: str) -> bool:
        return path in self.members

    def tree(self, path: str) -> etree._Element:
        """A part as XML: no entities, no network, no part larger than a form needs.

        Raises:
            RefusedError: it isn't there, is too large, or is not sound XML.
        """
        if path not in self.members:
            raise damaged(path)
        member = self.members[path]
        if member.size > MAX_PART:
            raise too_much()
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
        try:
            root = etree.fromstring(member.content(), parser)
        except (etree.XMLSyntaxError, ValueError, zlib.error) as error:
            raise damaged(path) from error
        if root.getroottree().docinfo.internalDTD is not None:
            what = message("The file holds a document type declaration, which no Office program writes.")
            raise RefusedError(what, foreign=True)
        return root

    def relations(self, path: str = "") -> list[Relation]:
        """What a part has to do with other parts, nothing outside of the file; without a path the whole file."""
        listed = relations_of(path).lstrip("/")
        if listed not in self.members:
            return []
        return [
            Relation(found.get("Id", ""), last_word(found), target_of(path, found))
            for found in self.tree(listed)
            if isinstance(found.tag, str) and found.get("TargetMode") != "External"
        ]


def damaged(part: str) -> RefusedError:
    """A part can't be read."""
    remedy = SAVE_AS_DECK if part.startswith("ppt/") else SAVE_AS_WORD
    return RefusedError(message("The file is damaged: {part} can't be read.", part=part), remedy)


def too_much() -> RefusedError:
    """What the file holds is larger than any form of ours."""
    return RefusedError(message("The file holds more than a filled form can."), foreign=True)


def parts_of(data: bytes) -> Parts:
    """The parts of an Office file.

    Raises:
        RefusedError: it is too large, damaged, protected, or no Office file.
    """
    if len(data) > MAX_FILE:
        raise RefusedError(message("The file is larger than a filled form can be."), foreign=True)
    for start, kind in _KINDS.items():
        if data.startswith(start):
            raise RefusedError(kind, ASK_FOR_WORD, foreign=True)
    if not data:
        raise RefusedError(message("The file is empty."))
    try:
        parts = Parts({member.name: member for member in read_package(data)})
    except PackageError as error:
        raise RefusedError(error.message, error.remedy, foreign=not data.startswith(_OFFICE)) from error
    if relations_of("").lstrip("/") not in parts:
        if "mimetype" in parts:
            is_deck = parts.members["mimetype"].content().startswith(_ODP)
            remedy = SAVE_AS_DECK if is_deck else SAVE_AS_WORD
            raise RefusedError(message("This is an OpenDocument file."), remedy, foreign=True)
        raise RefusedError(message("This isn't an Office file."), foreign=True)
    return parts
