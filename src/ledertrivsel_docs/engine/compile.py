"""From the bytes of a template to what a render needs: code for the parts with tags, the rest ready to be copied."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from ..errors import Problem, TemplateError, message
from .blocks import check
from .compiled import Compiled, Part, relations_of
from .dialect import WORD, Dialect, word_site
from .normalise import clean, normalise
from .package import Member, PackageError, read_package
from .properties import CORE, CUSTOM
from .recolour import recolour
from .sandbox import compiled
from .tags import MARK, Tag, TagList
from .theme import Theme
from .values import Site

TYPES, ROOT_RELS = "[Content_Types].xml", "_rels/.rels"
_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TEMPLATED = tuple(f"{_WML}{kind}+xml" for kind in ("document.main", "header", "footer", "footnotes", "endnotes"))
_THEMED = re.compile(r"word/[^/]+\.xml$|word/theme/theme\d*\.xml$")
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CORE_REL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CUSTOM_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part's Jinja source; `tag_by_line` and `site_by_line` say what stands on each of its lines."""

    name: str
    source: str
    tag_by_line: list[Tag | None]
    site_by_line: list[int]
    sites: tuple[Site | None, ...]


def compile_template(data: bytes, name: str, theme: Theme | None) -> Compiled:
    """Everything that can be done before the values are known.

    Raises:
        TemplateError: with every problem of every part, each with its place and tag.
    """
    members, trees = open_template(data, name, theme)
    types = trees[TYPES]
    prepared = prepare_parts(trees, name)
    for part in prepared:
        del trees[part.name]
    _announce_properties(types, trees[ROOT_RELS])
    for path, tree in trees.items():
        members[path] = Member.deflated(path, _HEAD.encode() + etree.tostring(tree))
    order = tuple(sorted(members, key=lambda path: (path != TYPES, path != ROOT_RELS)))
    parts = tuple(
        Part(
            part.name,
            compiled(part.source, part.site_by_line, part.name),
            part.sites,
            members[relations_of(part.name)].content().decode() if relations_of(part.name) in members else "",
        )
        for part in prepared
    )
    return Compiled(order, members, parts, members[TYPES].content().decode())


def open_template(
    data: bytes, name: str, theme: Theme | None = None
) -> tuple[dict[str, Member], dict[str, etree._Element]]:
    """The members of a template, and the trees of those that are read or changed, in the look asked for."""
    try:
        members = {member.name: member for member in read_package(data)}
    except PackageError as error:
        raise TemplateError([Problem(error.message, file=name)]) from error
    if TYPES not in members or ROOT_RELS not in members:
        raise TemplateError([Problem(message("This is not a Word or PowerPoint file."), file=name)])
    trees: dict[str, etree._Element] = {}
    for path, member in members.items():
        if path in (TYPES, ROOT_RELS) or _THEMED.match(path):
            trees[path] = _parsed(member, name)
            clean(trees[path])
            if theme:
                recolour(trees[path], theme)
    for override in trees[TYPES].iter(f"{{{_CT}}}Override"):  # a .dotx makes a .docx
        override.set("ContentType", override.get("ContentType", "").replace("template.main+xml", "document.main+xml"))
    return members, trees


def _parsed(member: Member, template: str) -> etree._Element:
    try:
        return etree.fromstring(member.content(), _PARSER)
    except etree.XMLSyntaxError as error:
        raise TemplateError(
            [Problem(message("The part {part} is damaged: {reason}.", part=member.name, reason=error), file=template)]
        ) from error


def prepare_parts(trees: dict[str, etree._Element], template: str) -> list[Prepared]:
    """The Jinja sources of the parts that hold tags.

    Raises:
        TemplateError: with every problem of every part.
    """
    kinds = {o.get("PartName", "").lstrip("/"): o.get("ContentType") for o in trees[TYPES].iter(f"{{{_CT}}}Override")}
    prepared: list[Prepared] = []
    problems: list[Problem] = []
    for path in [path for path in trees if kinds.get(path) in _TEMPLATED]:
        tags = TagList(template)
        normalise(trees[path], tags, WORD)
        check(trees[path], tags)
        problems += tags.problems
        if tags.tags and not tags.problems:
            prepared.append(_source(path, trees[path], tags, WORD))
    if problems:
        raise TemplateError(problems)
    return prepared


def _source(path: str, root: etree._Element, tags: TagList, dialect: Dialect) -> Prepared:
    sites: list[Site | None] = [None]
    site_of_tag: dict[int, int] = {}
    for text in root.iter(dialect.text):
        run = text.getparent()
        for mark in MARK.finditer(text.text or ""):
            site = word_site(run) if run is not None and run.tag == dialect.run else None
            if site not in sites:
                sites.append(site)
            site_of_tag[int(mark[1])] = sites.index(site)
    pieces = MARK.split(_HEAD + etree.tostring(root, encoding="unicode"))
    written: list[str] = []
    tag_by_line: list[Tag | None] = [None]
    site_by_line = [0]
    for index, piece in enumerate(pieces):  # text and the number of a tag in turn
        text = piece
        if index % 2:
            tag = tags.tags[int(piece)]
            tag_by_line[-1], site_by_line[-1] = tag, site_of_tag.get(int(piece), 0)
            text = tag.source
        written.append(text)
        new_lines = text.count("\n")
        tag_by_line += [None] * new_lines
        site_by_line += [0] * new_lines
    return Prepared(path, "".join(written), tag_by_line, site_by_line, tuple(sites))


def _announce_properties(types: etree._Element, relations: etree._Element) -> None:
    """Every document gets core and custom properties; this makes the package know them."""
    for part, kind, relation in ((CORE, _CORE_TYPE, _CORE_REL), (CUSTOM, _CUSTOM_TYPE, _CUSTOM_REL)):
        if not any(override.get("PartName") == f"/{part}" for override in types):
            etree.SubElement(types, f"{{{_CT}}}Override", PartName=f"/{part}", ContentType=kind)
        if not any(known.get("Type") == relation for known in relations):
            name = f"rIdProperties{len(relations)}"
            etree.SubElement(relations, f"{{{_RELS}}}Relationship", Id=name, Type=relation, Target=part)
