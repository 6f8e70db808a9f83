"""A letterhead's package: what of it comes along, and a base that is made of that and nothing else."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from ...engine.announce import CT, RELS, last_word
from ...engine.dialect import R, W, w
from ...engine.opening import Opened, target_of
from ...engine.package import Member, write_package
from ..base import CORE, ROOT_RELS
from .content import drop, tidy, unwrap
from .images import MEDIA_TYPES, bare

_OFFICE_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS = {
    "styles": f"{_WML}.styles+xml",
    "settings": f"{_WML}.settings+xml",
    "numbering": f"{_WML}.numbering+xml",
    "fontTable": f"{_WML}.fontTable+xml",
    "header": f"{_WML}.header+xml",
    "footer": f"{_WML}.footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_WEB = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_GRAPHICS = [w("drawing"), w("pict"), w("object")]


@dataclass(slots=True)
class Frame:
    """A header or footer: its `kind`, the pages it is for (`default`, `first`, `even`), and what it refers to."""

    kind: str
    pages: str
    root: etree._Element
    pictures: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def frame_of(opened: Opened, path: str, kind: str, pages: str) -> Frame:
    """A header or footer with its pictures and web addresses; what else it refers to is taken out of it."""
    frame = Frame(kind, pages, deepcopy(opened.trees[path]))
    tidy(frame.root)
    for relation in opened.relations(path):
        identity, target = relation.get("Id", ""), relation.get("Target", "")
        external = relation.get("TargetMode") == "External"
        part = target_of(path, relation)
        if external and last_word(relation) == "hyperlink" and _WEB.match(target):
            frame.links[identity] = target
        elif (
            not external and last_word(relation) == "image" and part in opened.members and _suffix(part) in MEDIA_TYPES
        ):
            frame.pictures[identity] = part
    _drop_what_is_lost(frame)
    return frame


def _suffix(part: str) -> str:
    return part.rpartition(".")[2].lower()


def _drop_what_is_lost(frame: Frame) -> None:
    known = {*frame.pictures, *frame.links}
    used: set[str] = set()
    for element in list(frame.root.iter(etree.Element)):
        for name in [str(key) for key in element.attrib if str(key).startswith(f"{{{R}}}")]:
            if element.get(name) in known:
                used.add(str(element.get(name)))
                continue
            del element.attrib[name]
            if element.tag == w("hyperlink"):
                unwrap(element)
            elif name not in (f"{{{R}}}link", f"{{{R}}}href"):
                drop(next(element.iterancestors(*_GRAPHICS), element))
    for kept in (frame.pictures, frame.links):
        for identity in set(kept) - used:
            del kept[identity]


def written(parts: Mapping[str, etree._Element], frames: list[Frame], section: etree._Element, opened: Opened) -> bytes:
    """A base of these parts (`styles`, `settings` …; each under its kind), frames and the section that uses them."""
    members: dict[str, bytes] = {}
    relations = etree.fromstring(f'<Relationships xmlns="{RELS}"/>')
    types = etree.fromstring(f'<Types xmlns="{CT}"/>')
    for suffix, media_type in (("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                               ("xml", "application/xml")):  # fmt: skip
        etree.SubElement(types, f"{{{CT}}}Default", Extension=suffix, ContentType=media_type)
    _add_type(types, "word/document.xml", f"{_WML}.document.main+xml")
    _add_type(types, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    for kind, root in parts.items():
        name = "theme/theme1.xml" if kind == "theme" else f"{kind}.xml"
        _relate(relations, kind, name)
        _add_type(types, f"word/{name}", _KINDS[kind])
        members[f"word/{name}"] = _xml(root)
    names: dict[str, str] = {}
    for frame in frames:
        number = sum(1 for name in members if name.startswith(f"word/{frame.kind}")) + 1
        part = f"{frame.kind}{number}.xml"
        reference = etree.Element(w(f"{frame.kind}Reference"), {w("type"): frame.pages})
        reference.set(f"{{{R}}}id", _relate(relations, frame.kind, part))
        section.insert(len(section.findall(w("headerReference")) + section.findall(w("footerReference"))), reference)
        _add_type(types, f"word/{part}", _KINDS[frame.kind])
        members[f"word/{part}"] = _xml(frame.root)
        _add_frame_relations(members, frame, part, names, opened)
    for suffix in sorted({_suffix(name) for name in names.values()}):
        etree.SubElement(types, f"{{{CT}}}Default", Extension=suffix, ContentType=MEDIA_TYPES[suffix])
    document = etree.Element(w("document"), nsmap={"w": W, "r": R})
    etree.SubElement(document, w("body")).append(section)
    ordered = {
        "[Content_Types].xml": _xml(types),
        "_rels/.rels": ROOT_RELS.encode(),
        "docProps/core.xml": CORE.encode(),
        "word/document.xml": _xml(document),
        "word/_rels/document.xml.rels": _xml(relations),
        **members,
    }
    return write_package(Member.deflated(name, content) for name, content in ordered.items())


def _add_frame_relations(
    members: dict[str, bytes], frame: Frame, part: str, names: dict[str, str], opened: Opened
) -> None:
    if not frame.pictures and not frame.links:
        return
    own = etree.fromstring(f'<Relationships xmlns="{RELS}"/>')
    for identity, original in frame.pictures.items():
        name = names.setdefault(original, f"media/letterhead{len(names) + 1}.{_suffix(original)}")
        members[f"word/{name}"] = bare(opened.members[original].content(), _suffix(original))
        _relate(own, "image", name, identity)
    for identity, address in frame.links.items():
        _relate(own, "hyperlink", address, identity)
        own[-1].set("TargetMode", "External")
    members[f"word/_rels/{posixpath.basename(part)}.rels"] = _xml(own)


def _relate(relations: etree._Element, kind: str, target: str, identity: str = "") -> str:
    identity = identity or f"rId{len(relations) + 1}"
    etree.SubElement(relations, f"{{{RELS}}}Relationship", Id=identity, Type=f"{_OFFICE_RELS}/{kind}", Target=target)
    return identity


def _add_type(types: etree._Element, part: str, kind: str) -> None:
    etree.SubElement(types, f"{{{CT}}}Override", PartName=f"/{part}", ContentType=kind)


def _xml(root: etree._Element) -> bytes:
    return _HEAD + etree.tostring(root)
