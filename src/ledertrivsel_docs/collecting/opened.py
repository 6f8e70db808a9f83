"""A file from a stranger, opened with care: is it one of our documents, which one, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from ..engine.dialect import w
from ..errors import message
from ..models.library import Library
from ..reading.validation import shortened
from ..stamp import SCHEMA, Stamp, own_properties
from .opened_deck import OpenedDeck, is_deck, opened_deck
from .untrusted import MAX_FILE, SAVE_AS_WORD, Parts, RefusedError, parts_of

__all__ = ["MAX_FILE", "Opened", "OpenedDeck", "RefusedError", "opened"]

_MAIN, _CUSTOM, _APP = "word/document.xml", "docProps/custom.xml", "docProps/app.xml"


@dataclass(frozen=True, slots=True)
class Opened:
    """One of our Word documents: its stamp, the body of its text, and whether LibreOffice saved it last."""

    stamp: Stamp
    body: etree._Element
    by_libreoffice: bool


def opened(data: bytes, library: Library) -> Opened | OpenedDeck:
    """The document in a file, known by its properties and never by its name; templates and macro files count as well.

    Raises:
        RefusedError: it isn't ours, or can't be read.
    """
    parts = parts_of(data)
    relations = {relation.kind: relation.target for relation in parts.relations()}
    main = relations.get("officeDocument", _MAIN)
    custom = relations.get("custom-properties", _CUSTOM)
    properties = _custom_properties(parts.tree(custom)) if custom in parts else {}
    if not properties:
        raise _not_ours(main)
    stamp = _stamp(properties, library)
    root = parts.tree(main)
    by_libreoffice = _by_libreoffice(parts, relations.get("extended-properties", _APP))
    if is_deck(root):
        return opened_deck(parts, main, root, stamp, by_libreoffice=by_libreoffice)
    return Opened(stamp, _body(root), by_libreoffice)


def _custom_properties(root: etree._Element) -> dict[str, str]:
    found = root.iterchildren("{*}property")
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
        what = message("The document's marks can't be understood: its schema is “{schema}”.", schema=shortened(schema))
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
        raise RefusedError(
            message("The document is from the kit “{kit}”, which isn't known here.", kit=shortened(stamp.kit))
        )
    if stamp.document not in {document.id for document in kit.documents}:
        what = message("The kit “{kit}” has no document “{document}”.", kit=kit.id, document=shortened(stamp.document))
        raise RefusedError(what)
    return stamp


def _body(root: etree._Element) -> etree._Element:
    body = root.find(w("body"))
    if root.tag != w("document") or body is None:
        raise RefusedError(message("The document isn't saved as an ordinary Word document."), SAVE_AS_WORD)
    return body


def _by_libreoffice(parts: Parts, app: str) -> bool:
    return app in parts and parts.tree(app).findtext("{*}Application", "").startswith("LibreOffice")
