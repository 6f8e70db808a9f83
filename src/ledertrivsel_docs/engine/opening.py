"""Opening a template: its members, the trees of those that are read or changed, and which format it is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container
from dataclasses import dataclass, field

from lxml import etree

from ..errors import Message, Problem, TemplateError, message
from .announce import CT, RELS, last_word
from .compiled import PRESENTATION, ROOT_RELATIONS, TYPES, XML_HEAD, Frame, relations_of
from .dialect import Dialect
from .normalise import clean
from .package import Member, PackageError, read_package
from .powerpoint import POWERPOINT
from .recolour import recolour
from .style_ids import restore_ids
from .theme import Theme
from .word import WORD

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PML = "application/vnd.openxmlformats-officedocument.presentationml."
SLIDE, NOTES = f"{_PML}slide+xml", f"{_PML}notesSlide+xml"
_WORD_MAIN, _DECK_MAIN = f"{_WML}document.main+xml", f"{_PML}presentation.main+xml"
# A .dotx makes a .docx, a .potx or .ppsx a .pptx.
_MADE = {
    f"{_WML}template.main+xml": _WORD_MAIN,
    f"{_PML}template.main+xml": _DECK_MAIN,
    f"{_PML}slideshow.main+xml": _DECK_MAIN,
}
_DIALECTS = {
    **{f"{_WML}{kind}+xml": WORD for kind in ("document.main", "header", "footer", "footnotes", "endnotes")},
    **{
        f"{_PML}{kind}+xml": POWERPOINT for kind in ("slide", "notesSlide", "slideLayout", "slideMaster", "notesMaster")
    },
}
_READ = re.compile(r"word/(glossary/)?[^/]+\.xml$|(word|ppt)/theme/theme\d*\.xml$|ppt/presentation\.xml$")
_IN_PLACE = re.compile(r"(?!ppt/)|ppt/(slides|notesSlides|slideLayouts|slideMasters|notesMasters)/[^/]+$")
MAX_XML, MAX_MARKUP, MAX_BRACES = 20 * 2**20, 400_000, 10_000
"""Bytes, elements' brackets and tags' brackets of all the parts that are read: many times what a large template has."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
_CHARACTER = re.compile(r"Char value (\d+)")
_NOTHING = etree.Element("nothing")
_PARTS = {
    "document": message("text"),
    "hdr": message("header"),
    "ftr": message("footer"),
    "sldMaster": message("slide master"),
    "notesMaster": message("notes master"),
}


@dataclass(frozen=True, slots=True)
class SlideOfTemplate:
    """A slide of a template: its part, that of its notes, and the kind that the notes name, if they name one."""

    path: str
    notes: str | None
    kind: str | None


@dataclass(slots=True)
class Opened:
    """A template's members, and the trees of the parts that are read or changed; of a deck also its slides."""

    name: str
    members: dict[str, Member]
    trees: dict[str, etree._Element]
    slides: tuple[SlideOfTemplate, ...] = ()
    frames: list[Frame] = field(default_factory=list)
    frame_of: dict[etree._Element, int] = field(default_factory=dict)

    @property
    def types(self) -> etree._Element:
        """The content types."""
        return self.trees[TYPES]

    @property
    def is_deck(self) -> bool:
        """Whether it is a PowerPoint file."""
        return kinds_of(self.types).get(PRESENTATION) == _DECK_MAIN

    def templated(self) -> dict[str, Dialect]:
        """The parts that may hold tags, each with its dialect."""
        kinds = kinds_of(self.types)
        return {path: _DIALECTS[kinds[path]] for path in self.trees if kinds.get(path) in _DIALECTS}

    def part_name(self, path: str) -> Message:
        """What a part is called in front of somebody who has the document open."""
        for number, slide in enumerate(self.slides, 1):
            kind = (
                message("slide “{kind}”", kind=slide.kind) if slide.kind else message("slide {number}", number=number)
            )
            if path == slide.path:
                return kind
            if path == slide.notes:
                return message("notes of {slide}", slide=kind)
        part = etree.QName(self.trees[path]).localname
        if (title := next((found.get("name") for found in self.trees[path].iterfind("{*}cSld")), None)) is not None:
            return message("layout “{name}”", name=title)
        return _PARTS.get(part) or message("{part}", part=part)

    def relations(self, path: str) -> list[etree._Element]:
        """The relationships of a part."""
        member = self.members.get(relations_of(path))
        return [] if member is None else list(parsed(member, self.name).iter(f"{{{RELS}}}Relationship"))

    def relationships_xml(self, path: str, *, without: Container[str] = (), text: str = "") -> str:
        """The relationships of a part in a form that a render can add to, whatever prefixes the file writes.

        Args:
            path: the part.
            without: the kinds that are left out.
            text: what stands before the first of them.
        """
        root = etree.fromstring(f'<Relationships xmlns="{RELS}"/>')
        root.text = text  # so that it gets an end tag, even without entries
        for known in self.relations(path):
            if last_word(known) not in without:
                etree.SubElement(root, known.tag, {str(name): str(value) for name, value in known.items()})
        return XML_HEAD + etree.tostring(root, encoding="unicode")

    def related(self, path: str, kind: str) -> list[str]:
        """The parts that a part has relationships of a kind to."""
        return [
            target_of(path, relation)
            for relation in self.relations(path)
            if last_word(relation) == kind and relation.get("TargetMode") != "External"
        ]


def open_template(data: bytes, name: str, theme: Theme | None = None) -> Opened:
    """The members of a template, and the trees of those that are read or changed, in the look asked for.

    Raises:
        TemplateError: not a Word or PowerPoint file, or a damaged one.
    """
    try:
        members = {member.name: member for member in read_package(data)}
    except PackageError as error:
        raise TemplateError([Problem(error.message, error.remedy, file=name)]) from error
    trees = {path: parsed(members[path], name) for path in (TYPES, ROOT_RELATIONS) if path in members}
    types = trees.get(TYPES, _NOTHING)
    for override in types.iter(f"{{{CT}}}Override"):
        kind = override.get("ContentType", "")
        override.set("ContentType", _MADE.get(kind, kind))
    kinds = kinds_of(types)
    if ROOT_RELATIONS not in trees or (_WORD_MAIN not in kinds.values() and kinds.get(PRESENTATION) != _DECK_MAIN):
        what = message("This is not a Word or PowerPoint file.")
        remedy = message("Save the template as .docx, .dotx, .pptx or .potx, without macros.")
        raise TemplateError([Problem(what, remedy, file=name)])
    read = [path for path in members if _READ.match(path) or kinds.get(path) in _DIALECTS]
    _check_room([members[path] for path in read], name)
    for path in read:
        if not _IN_PLACE.match(path) and kinds.get(path) in _DIALECTS:
            raise _damaged(path, "it isn't where PowerPoint keeps it", name)
        trees[path] = parsed(members[path], name)
        clean(trees[path])
        if theme:
            recolour(trees[path], theme)
    restore_ids(trees)
    for path in (path for path in members if path.endswith((".xml", ".rels")) and path not in trees):
        parsed(members[path], name)  # what is copied as it lies is to be whole too
    return Opened(name, members, trees)


def _check_room(members: list[Member], name: str) -> None:
    """Refuses what would take the engine minutes, or all memory, to read."""
    size = sum(member.size for member in members)
    markup = braces = 0
    for member in members if size <= MAX_XML else []:
        content = member.content()
        markup += content.count(b"<")
        braces += max(content.count(b"{"), content.count(b"}"))
    if size > MAX_XML or markup > MAX_MARKUP:
        what = message("The template is larger than any document: {size} megabytes of text.", size=-(-size // 2**20))
        raise TemplateError([Problem(what, message("Begin again with a copy of ours."), file=name)])
    if braces > MAX_BRACES:
        what = message("The template has more than {limit} tags.", limit=MAX_BRACES // 2)
        raise TemplateError([Problem(what, message("Repeat with {{% for %}} instead."), file=name)])


def kinds_of(types: etree._Element) -> dict[str, str]:
    """The content types of the parts that have one of their own."""
    overrides = types.iter(f"{{{CT}}}Override")
    return {known.get("PartName", "").lstrip("/"): known.get("ContentType", "") for known in overrides}


def target_of(path: str, relation: etree._Element) -> str:
    """The name of the part that a relationship of a part leads to."""
    target = relation.get("Target", "")
    return (
        target.lstrip("/")
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    )


def parsed(member: Member, template: str) -> etree._Element:
    """The tree of a part.

    Raises:
        TemplateError: it is damaged, or declares a document type.
    """
    try:
        root = etree.fromstring(member.content(), _PARSER)
    except etree.XMLSyntaxError as error:
        if forbidden := _CHARACTER.search(str(error)):
            what = message(
                "The part {part} holds the character U+{code}, which XML forbids.",
                part=member.name,
                code=f"{int(forbidden[1]):04X}",
            )
            remedy = message("Delete it; it is usually invisible and came along with copied text.")
            raise TemplateError([Problem(what, remedy, file=template)]) from error
        raise _damaged(member.name, str(error), template) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _damaged(member.name, "it declares a document type, which Office files never do", template)
    return root


def _damaged(part: str, reason: str, template: str) -> TemplateError:
    what = message("The part {part} is damaged: {reason}.", part=part, reason=reason)
    remedy = message("Open it in Word or PowerPoint and save it again.")
    return TemplateError([Problem(what, remedy, file=template)])
