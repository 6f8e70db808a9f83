"""A file from a stranger, opened with care: is it one of our documents, which one, and what stands in it."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ..engine.package import Member, PackageError, read_package
from ..errors import Message, Problem, message
from ..models.library import Library
from ..stamp import SCHEMA, Stamp, own_properties
from .wordml import w

MAX_FILE = 50 * 2**20
MAX_PART = 8 * 2**20
_RELS, _CUSTOM, _APP = "_rels/.rels", "docProps/custom.xml", "docProps/app.xml"
_SAVE_AS_WORD = message("Open it, save it as a Word document (.docx) and collect again.")
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0")  # how a zip begins, and a file of old Word or with a password
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
class Opened:
    """One of our documents: its stamp, the body of its text, and whether LibreOffice saved it last."""

    stamp: Stamp
    body: etree._Element
    by_libreoffice: bool


def opened(data: bytes, library: Library) -> Opened:
    """The document in a file, known by its properties and never by its name.

    Raises:
        RefusedError: it isn't ours, or can't be read.
    """
    members = _members(data)
    relations = _relations(members)
    main = relations.get("officeDocument", "word/document.xml")
    custom = relations.get("custom-properties", _CUSTOM)
    properties = _custom_properties(members[custom]) if custom in members else {}
    if not properties:
        raise _not_ours(main)
    stamp = _stamp(properties, library)
    return Opened(stamp, _body(members, main), _by_libreoffice(members, relations))


def _members(data: bytes) -> Mapping[str, Member]:
    if len(data) > MAX_FILE:
        raise RefusedError(message("The file is larger than a filled form can be."), foreign=True)
    for start, kind in _KINDS.items():
        if data.startswith(start):
            raise RefusedError(kind, _SAVE_AS_WORD, foreign=True)
    if not data:
        raise RefusedError(message("The file is empty."))
    try:
        return {member.name: member for member in read_package(data)}
    except PackageError as error:
        raise RefusedError(error.message, error.remedy, foreign=not data.startswith(_OFFICE)) from error


def _relations(members: Mapping[str, Member]) -> dict[str, str]:
    """The package's parts by the last word of their relationship."""
    if _RELS not in members:
        if "mimetype" in members:
            raise RefusedError(message("This is an OpenDocument file."), _SAVE_AS_WORD, foreign=True)
        raise RefusedError(message("This isn't an Office file."), foreign=True)
    return {
        relation.get("Type", "").rpartition("/")[2]: relation.get("Target", "").lstrip("/")
        for relation in parsed(members[_RELS])
    }


def parsed(member: Member) -> etree._Element:
    """A part as XML: no entities, no network, no part larger than a form needs.

    Raises:
        RefusedError: it is too large, or not sound XML.
    """
    if member.size > MAX_PART:
        raise RefusedError(message("The file holds more than a filled form can."), foreign=True)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(member.content(), parser)
    except (etree.XMLSyntaxError, ValueError, zlib.error) as error:
        raise _damaged(member.name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        what = message("The file holds a document type declaration, which no Office program writes.")
        raise RefusedError(what, foreign=True)
    return root


def _damaged(part: str) -> RefusedError:
    return RefusedError(message("The file is damaged: {part} can't be read.", part=part), _SAVE_AS_WORD)


def _custom_properties(member: Member) -> dict[str, str]:
    found = parsed(member).iterchildren("{*}property")
    return own_properties({one.get("name", ""): "".join(map(str, one.itertext())).strip() for one in found})


def _not_ours(main: str) -> RefusedError:
    folder = main.partition("/")[0]
    kinds = {
        "ppt": message("This is a PowerPoint file that isn't from a kit."),
        "xl": message("This is an Excel file that isn't from a kit."),
    }
    other = message("The document isn't from a kit: it doesn't carry the marks of one.")
    return RefusedError(kinds.get(folder, other), foreign=True)


def _stamp(properties: Mapping[str, str], library: Library) -> Stamp:
    """The stamp, when this reader knows its schema and the library its kit and document."""
    schema = properties.get("schema", "")
    if not (schema.isascii() and schema.isdigit() and len(schema) < 10):
        what = message("The document's marks can't be understood: its schema is “{schema}”.", schema=schema)
        raise RefusedError(what)
    if int(schema) > SCHEMA:
        raise RefusedError(
            message("The document was made by a newer version of the program."),
            message("Install the newest version and collect again."),
        )
    known = {name: properties.get(name, "") for name in ("kit", "document", "theme", "factor", "step", "variant")}
    stamp = Stamp(**known)
    kit = library.kits.get(stamp.kit)
    if kit is None:
        raise RefusedError(message("The document is from the kit “{kit}”, which isn't known here.", kit=stamp.kit))
    if stamp.document not in {document.id for document in kit.documents}:
        what = message("The kit “{kit}” has no document “{document}”.", kit=stamp.kit, document=stamp.document)
        raise RefusedError(what)
    return stamp


def _body(members: Mapping[str, Member], main: str) -> etree._Element:
    if main not in members:
        raise _damaged(main)
    root = parsed(members[main])
    body = root.find(w("body"))
    if root.tag != w("document") or body is None:
        raise RefusedError(message("The document isn't saved as an ordinary Word document."), _SAVE_AS_WORD)
    return body


def _by_libreoffice(members: Mapping[str, Member], relations: Mapping[str, str]) -> bool:
    app = relations.get("extended-properties", _APP)
    if app not in members:
        return False
    return parsed(members[app]).findtext("{*}Application", "").startswith("LibreOffice")
