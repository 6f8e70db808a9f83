"""Makes a package know its properties: every document gets a core and a custom part, where Office looks for them."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from .package import Member
from .properties import CORE, CUSTOM, Properties

CT = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CORE_REL = f"{RELS}/metadata/core-properties"
_CUSTOM_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def announce_properties(members: dict[str, Member], types: etree._Element, relations: etree._Element) -> None:
    """Changes the content types and the package's relationships in place; parts that lack are added, empty."""
    empty = Properties("")
    for part, kind, relation, content in (
        (CORE, _CORE_TYPE, _CORE_REL, empty.core_xml()),
        (CUSTOM, _CUSTOM_TYPE, _CUSTOM_REL, empty.custom_xml()),
    ):
        known = next((known for known in relations if last_word(known) == _word(relation)), None)
        if known is None:
            known = etree.SubElement(relations, f"{{{RELS}}}Relationship", Id=f"rId{_word(relation)}", Type=relation)
        _move(members, types, known.get("Target", part).lstrip("/"), part)
        if known.get("Target", "").lstrip("/") != part:
            known.set("Target", part)
        members.setdefault(part, Member.deflated(part, content))
        if not any(override.get("PartName") == f"/{part}" for override in types):
            etree.SubElement(types, f"{{{CT}}}Override", PartName=f"/{part}", ContentType=kind)


def last_word(relation: etree._Element) -> str:
    """The kind of a relationship: the last word of its type, which strict and ordinary files share."""
    return _word(relation.get("Type", ""))


def _word(kind: str) -> str:
    return kind.rpartition("/")[2]


def _move(members: dict[str, Member], types: etree._Element, old: str, new: str) -> None:
    """Some programs keep properties under a name of their own."""
    if old == new or old not in members:
        return
    members[new] = replace(members.pop(old), name=new)
    for override in types.findall(f"{{{CT}}}Override"):
        if override.get("PartName") == f"/{old}":
            types.remove(override)
