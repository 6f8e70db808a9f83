"""A Word document as the rules see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ..colours import WHITE
from ..engine.dialect import w
from ..errors import Message, message
from .colours import palette, word_colour
from .model import Document, Flow
from .opening import Parts, elements, is_on
from .word_blocks import Blocks
from .word_gathering import Gathering, Surroundings
from .word_styles import UNKNOWN, Styles

_PARTS = {
    "header": message("header"),
    "footer": message("footer"),
    "footnotes": message("footnotes"),
    "endnotes": message("endnotes"),
}
_LOCKED = {
    "readOnly": message("The document is locked: nothing in it can be changed."),
    "forms": message("The document is locked: only its form fields can be filled in."),
    "comments": message("The document is locked: it can only be commented on."),
}


def read_word(parts: Parts, main: str, title: str, *, template: bool) -> Document:
    """The document whose text is the part `main`."""
    root = parts.tree(main)
    settings = parts.first(main, "settings")[1]
    theme = palette(parts.first(main, "theme")[1], _mapping(settings))
    styles = Styles.of(parts.first(main, "styles")[1], theme)
    gathering = Gathering(styles)
    reader = Blocks(gathering, template=template)
    ground = _page(root, settings, styles)
    bodies = [body for body in elements(root) if body.tag == w("body")] if root is not None else []
    text = message("text")
    main_flows = tuple(_flow(reader, parts, main, body, Surroundings(text, ground)) for body in bodies)
    others = tuple(_others(reader, parts, main, ground))
    return Document(
        is_deck=False,
        title=title,
        flows=(*main_flows, *others, *reader.boxes),
        main=main_flows,
        pictures=tuple(gathering.pictures),
        links=tuple(gathering.links),
        controls=tuple(gathering.controls),
        restricted=_restricted(settings),
    )


def _flow(reader: Blocks, parts: Parts, path: str, holder: etree._Element, around: Surroundings) -> Flow:
    reader.start(parts.relations(path))
    return Flow(reader.blocks(holder, around))


def _others(reader: Blocks, parts: Parts, main: str, ground: str) -> Iterator[Flow]:
    """Headers, footers and notes, each part once."""
    seen: set[str] = set()
    for relation in parts.relations(main).values():
        name = _PARTS.get(relation.kind)
        tree = parts.tree(relation.target) if name and not relation.external and relation.target not in seen else None
        if name is None or tree is None:
            continue
        seen.add(relation.target)
        holders = [tree] if relation.kind in ("header", "footer") else [n for n in elements(tree) if _is_note(n)]
        for holder in holders:
            yield _flow(reader, parts, relation.target, holder, Surroundings(name, ground))


def _is_note(note: etree._Element) -> bool:
    return note.get(w("type")) in (None, "normal")


def _page(root: etree._Element | None, settings: etree._Element | None, styles: Styles) -> str:
    """The colour of the page, where the document shows one."""
    found = root.find(w("background")) if root is not None else None
    shown = settings.find(w("displayBackgroundShape")) if settings is not None else None
    if found is None or shown is None or not is_on(shown.get(w("val"))):
        return WHITE
    if any(True for _ in elements(found)):
        return UNKNOWN  # a picture or a gradient
    colour = word_colour(found, "color", "theme", styles.theme)
    return colour if colour and re.fullmatch("[0-9A-F]{6}", colour) else WHITE


def _mapping(settings: etree._Element | None) -> dict[str, str]:
    found = settings.find(w("clrSchemeMapping")) if settings is not None else None
    if found is None:
        return {}
    names = {"bg1": "bg1", "t1": "tx1", "bg2": "bg2", "t2": "tx2"}
    slots = {"light1": "lt1", "dark1": "dk1", "light2": "lt2", "dark2": "dk2"}
    return {known: slots[said] for name, known in names.items() if (said := found.get(w(name), "")) in slots}


def _restricted(settings: etree._Element | None) -> Message | None:
    found = settings.find(w("documentProtection")) if settings is not None else None
    if found is None or found.get(w("enforcement")) not in ("1", "true", "on"):
        return None
    return _LOCKED.get(found.get(w("edit"), ""))
