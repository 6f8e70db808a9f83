"""From the bytes of a template to what a render needs: code for the parts with tags, the rest ready to be copied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import CodeType

from jinja2 import TemplateSyntaxError
from lxml import etree

from ..errors import Problem, TemplateError, message
from .allot import NO_RELATIONS
from .announce import CT, RELS, announce_properties
from .blocks import check
from .compiled import ROOT_RELATIONS, TYPES, Compiled, Part, relations_of
from .dialect import WORD, Dialect, R, W, word_site
from .marks import first_id, resolved
from .normalise import clean, normalise
from .package import Member, PackageError, read_package
from .recolour import recolour
from .sandbox import compiled
from .tags import MARK, Tag, TagList
from .theme import Theme
from .values import Site

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TEMPLATED = tuple(f"{_WML}{kind}+xml" for kind in ("document.main", "header", "footer", "footnotes", "endnotes"))
_THEMED = re.compile(r"word/(glossary/)?[^/]+\.xml$|word/theme/theme\d*\.xml$")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
_BRACE = re.compile(r"\{(?=[{%#]|\Z)")  # one that Jinja could take for the beginning of a tag
_NOTHING = etree.Element("nothing")


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
    prepared = prepare_parts(trees, name)
    codes = _codes(prepared, name)
    for part in prepared:
        del trees[part.name]
    announce_properties(members, trees[TYPES], trees[ROOT_RELATIONS])
    kinds = _kinds(trees[TYPES])
    for number, (path, tree) in enumerate(trees.items(), len(prepared)):
        xml = etree.tostring(tree, encoding="unicode")
        if kinds.get(path) in _TEMPLATED:  # without a tag, but with ids
            xml = resolved(xml, first_id(number))
        if xml != etree.tostring(_parsed(members[path], name), encoding="unicode"):
            members[path] = Member.deflated(path, (_HEAD + xml).encode())
    parts = tuple(
        Part(part.name, code, part.sites, _relations(members, part.name, name))
        for part, code in zip(prepared, codes, strict=True)
    )
    order = tuple(sorted(members, key=lambda path: (path != TYPES, path != ROOT_RELATIONS)))
    return Compiled(order, members, parts, members[TYPES].content().decode())


def open_template(
    data: bytes, name: str, theme: Theme | None = None
) -> tuple[dict[str, Member], dict[str, etree._Element]]:
    """The members of a template, and the trees of those that are read or changed, in the look asked for."""
    try:
        members = {member.name: member for member in read_package(data)}
    except PackageError as error:
        raise TemplateError([Problem(error.message, error.remedy, file=name)]) from error
    trees: dict[str, etree._Element] = {}
    for path, member in members.items():
        if path in (TYPES, ROOT_RELATIONS) or _THEMED.match(path):
            trees[path] = _parsed(member, name)
            clean(trees[path])
            if theme:
                recolour(trees[path], theme)
    types = trees.get(TYPES, _NOTHING)
    for override in types.iter(f"{{{CT}}}Override"):  # a .dotx makes a .docx
        override.set("ContentType", override.get("ContentType", "").replace("template.main+xml", "document.main+xml"))
    if ROOT_RELATIONS not in trees or _TEMPLATED[0] not in _kinds(types).values():
        raise TemplateError(
            [
                Problem(
                    message("This is not a Word file."),
                    message("Save the template as .docx or .dotx, without macros."),
                    file=name,
                )
            ]
        )
    return members, trees


def _kinds(types: etree._Element) -> dict[str, str]:
    """The content types of the parts that have one of their own."""
    overrides = types.iter(f"{{{CT}}}Override")
    return {known.get("PartName", "").lstrip("/"): known.get("ContentType", "") for known in overrides}


def _parsed(member: Member, template: str) -> etree._Element:
    try:
        root = etree.fromstring(member.content(), _PARSER)
    except etree.XMLSyntaxError as error:
        raise _damaged(member.name, str(error), template) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _damaged(member.name, "it declares a document type, which Office files never do", template)
    return root


def _damaged(part: str, reason: str, template: str) -> TemplateError:
    what = message("The part {part} is damaged: {reason}.", part=part, reason=reason)
    return TemplateError([Problem(what, message("Open it in Word and save it again."), file=template)])


def prepare_parts(trees: dict[str, etree._Element], template: str) -> list[Prepared]:
    """The Jinja sources of the parts that hold tags.

    Raises:
        TemplateError: with every problem of every part.
    """
    kinds = _kinds(trees[TYPES])
    prepared: list[Prepared] = []
    problems: list[Problem] = []
    for path in [path for path in trees if kinds.get(path) in _TEMPLATED]:
        tags = TagList(template)
        normalise(trees[path], tags, WORD)
        check(trees[path], tags)
        problems += tags.problems
        if tags.tags and not tags.problems:
            prepared.append(_source(path, _with_prefixes(trees[path]), tags, WORD))
    if problems:
        raise TemplateError(problems)
    return prepared


def _with_prefixes(root: etree._Element) -> etree._Element:
    """A part whose root declares the prefixes in which values are written."""
    needed = {"w": W, "r": R}
    if any(root.nsmap.get(prefix) != uri for prefix, uri in needed.items()):
        kept = [prefix for prefix in root.nsmap if prefix]
        etree.cleanup_namespaces(root, top_nsmap=needed, keep_ns_prefixes=kept)
    return root


def _source(path: str, root: etree._Element, tags: TagList, dialect: Dialect) -> Prepared:
    sites: list[Site | None] = [None]
    site_of_tag: dict[int, int] = {}
    for element in root.iter(dialect.text):
        run = element.getparent()
        for mark in MARK.finditer(element.text or ""):
            site = word_site(run) if run is not None and run.tag == dialect.run else None
            if site not in sites:
                sites.append(site)
            site_of_tag[int(mark[1])] = sites.index(site)
    pieces = MARK.split(_HEAD + etree.tostring(root, encoding="unicode"))
    written: list[str] = []
    tag_by_line: list[Tag | None] = [None]
    site_by_line = [0]
    for index, piece in enumerate(pieces):  # text and the number of a tag in turn
        tag = tags.tags[int(piece)] if index % 2 else None
        text = tag.source if tag else _BRACE.sub("&#123;", piece)
        written.append(text)
        new_lines = text.count("\n")
        tag_by_line += [None] * new_lines
        site_by_line += [0] * new_lines
        if tag and new_lines:
            tag_by_line[-1], site_by_line[-1] = tag, site_of_tag.get(int(piece), 0)
    return Prepared(path, "".join(written), tag_by_line, site_by_line, tuple(sites))


def _codes(prepared: list[Prepared], template: str) -> list[CodeType]:
    codes: list[CodeType] = []
    problems: list[Problem] = []
    for part in prepared:
        try:
            codes.append(compiled(part.source, part.site_by_line, part.name))
        except TemplateSyntaxError as error:
            tag = part.tag_by_line[error.lineno - 1]
            what = message("The tag {tag} can't be read: {reason}.", tag=tag.raw if tag else "", reason=error.message)
            problems.append(Problem(what, file=template, where=tag.place if tag else part.name))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:  # Python's own limits
            what = message("The tags are nested too deep: {reason}.", reason=str(error) or type(error).__name__)
            remedy = message("Use fewer blocks inside each other.")
            problems.append(Problem(what, remedy, file=template, where=part.name))
    if problems:
        raise TemplateError(problems)
    return codes


def _relations(members: dict[str, Member], part: str, template: str) -> str:
    """The relationships of a part in a form that a render can add to, whatever prefixes the file writes."""
    if relations_of(part) not in members:
        return ""
    root = etree.fromstring(NO_RELATIONS.encode())
    root.text = ""  # so that it gets an end tag, even without entries
    for known in _parsed(members[relations_of(part)], template).iter(f"{{{RELS}}}Relationship"):
        etree.SubElement(root, f"{{{RELS}}}Relationship", {str(name): str(text) for name, text in known.items()})
    return _HEAD + etree.tostring(root, encoding="unicode")
