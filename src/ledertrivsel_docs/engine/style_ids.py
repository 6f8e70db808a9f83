"""The ids of the character styles that a render writes itself: other programs keep such a style under one of their own.

A Danish Word calls it `Pladsholdertekst`, LibreOffice `InternetLink`; the name in the style is the same in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from .dialect import w

LINK, PLACEHOLDER = "Hyperlink", "PlaceholderText"
_NAMES: Mapping[str, str] = {LINK: "hyperlink", PLACEHOLDER: "placeholder text"}
_STYLES = "word/styles.xml"
_REFERENCES = [w(name) for name in ("rStyle", "basedOn", "link", "next")]


def restore_ids(trees: Mapping[str, etree._Element]) -> None:
    """Gives these styles the ids that values are written with, and changes what refers to them."""
    styles = trees.get(_STYLES)
    if styles is None:
        return
    by_name = {_name(style): style for style in styles.iter(w("style")) if style.get(w("type")) == "character"}
    taken = {style.get(w("styleId")) for style in styles.iter(w("style"))}
    for wanted, name in _NAMES.items():
        style = by_name.get(name)
        if style is not None and wanted not in taken:
            _refer(trees.values(), style.get(w("styleId"), ""), wanted)
            style.set(w("styleId"), wanted)


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "").casefold()


def _refer(trees: Iterable[etree._Element], old: str, new: str) -> None:
    for tree in trees:
        for reference in tree.iter(*_REFERENCES):
            if reference.get(w("val")) == old:
                reference.set(w("val"), new)
