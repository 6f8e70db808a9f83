"""From the bytes of a template to what a render needs: code for the parts with tags, the rest ready to be copied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import CodeType

from jinja2 import TemplateSyntaxError
from lxml import etree

from ..errors import Problem, TemplateError, message
from .announce import announce_properties
from .blocks import check, trial
from .compiled import ROOT_RELATIONS, TYPES, XML_HEAD, Compiled, Part, relations_of
from .dialect import Dialect
from .frames import mark_frames
from .marks import first_id, resolved
from .normalise import normalise
from .opening import Opened, open_template, parsed
from .package import Member
from .sandbox import compiled
from .slides import deck_parts, find_slides
from .tags import MARK, MAX_CODE, Tag, TagList
from .theme import Theme
from .values import Site

_BRACE = re.compile(r"\{(?=[{%#]|\Z)")  # one that Jinja could take for the beginning of a tag


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part's Jinja source; `tag_by_line` and `site_by_line` say what stands on each of its lines."""

    name: str
    source: str
    tag_by_line: list[Tag | None]
    site_by_line: list[int]
    sites: tuple[Site | None, ...]


@dataclass(frozen=True, slots=True)
class PreparedParts:
    """The parts of a template whose tags fit together, the tags of those where they don't, and every problem."""

    whole: list[Prepared]
    broken: dict[str, TagList]
    problems: list[Problem]


def compile_template(data: bytes, name: str, theme: Theme | None) -> Compiled:
    """Everything that can be done before the values are known.

    Raises:
        TemplateError: with every problem of every part, each with its place and tag.
    """
    opened, prepared = prepare(data, name, theme)
    members, trees = opened.members, opened.trees
    codes = _codes(prepared, name)
    for part in prepared:
        del trees[part.name]
    announce_properties(members, opened.types, trees[ROOT_RELATIONS])
    parts = {
        part.name: Part(
            part.name,
            code,
            part.sites,
            opened.relationships_xml(part.name) if relations_of(part.name) in opened.members else "",
        )
        for part, code in zip(prepared, codes, strict=True)
    }
    deck = deck_parts(opened, parts) if opened.is_deck else None
    for number, (path, tree) in enumerate(trees.items(), len(prepared)):
        xml = etree.tostring(tree, encoding="unicode")
        if path in opened.templated():  # without a tag, but with ids
            xml = resolved(xml, first_id(number))
        if xml != etree.tostring(parsed(members[path], name), encoding="unicode"):
            members[path] = Member.deflated(path, (XML_HEAD + xml).encode())
    order = tuple(sorted(members, key=lambda path: (path != TYPES, path != ROOT_RELATIONS)))
    return Compiled(order, members, tuple(parts.values()), members[TYPES].content().decode(), deck)


def prepare(data: bytes, name: str, theme: Theme | None = None) -> tuple[Opened, list[Prepared]]:
    """A template, opened, and the Jinja sources of its parts that hold tags, and of all slides.

    Raises:
        TemplateError: with every problem of every part.
    """
    opened = open_template(data, name, theme)
    parts = prepared_parts(opened)
    if parts.problems:
        raise TemplateError(parts.problems)
    return opened, parts.whole


def prepared_parts(opened: Opened) -> PreparedParts:
    """The Jinja sources of a template's parts that hold tags, and of all slides; and what is wrong with the others."""
    name = opened.name
    broken: dict[str, TagList] = {}
    code = 0
    problems = find_slides(opened) if opened.is_deck else []
    always = {path for slide in opened.slides for path in (slide.path, slide.notes)}
    prepared: list[Prepared] = []
    for path, dialect in opened.templated().items():
        tags = TagList(name)
        root = opened.trees[path]
        if not _has_usual_prefixes(root, dialect):
            what = message("The part {part} writes Office's names in an unusual way.", part=path)
            problems.append(Problem(what, message("Open it in Word or PowerPoint and save it again."), file=name))
            continue
        normalise(root, tags, dialect, opened.part_name(path))
        mark_frames(root, opened, tags)
        code += sum(len(tag.raw) for tag in tags.tags if not tag.derived)
        if code > MAX_CODE:
            what = message("The tags of the template have more than {limit} characters.", limit=MAX_CODE)
            return PreparedParts([], {}, [*problems, Problem(what, message("Use fewer of them."), file=name)])
        check(root, tags)
        problems += tags.problems
        if tags.problems:
            broken[path] = tags
        if (tags.tags or path in always) and not tags.problems:
            prepared.append(_source(path, _with_prefixes(root, dialect), tags, dialect))
    return PreparedParts(prepared, broken, problems)


def _has_usual_prefixes(root: etree._Element, dialect: Dialect) -> bool:
    """Whether every element is written with the prefix that values and marks are written with."""
    usual = {uri: prefix for prefix, uri in dialect.prefixes.items()}
    return all(element.prefix == prefix for uri, prefix in usual.items() for element in root.iter(f"{{{uri}}}*"))


def _with_prefixes(root: etree._Element, dialect: Dialect) -> etree._Element:
    """A part whose root declares the prefixes in which values are written."""
    if any(root.nsmap.get(prefix) != uri for prefix, uri in dialect.prefixes.items()):
        kept = [prefix for prefix in root.nsmap if prefix]
        etree.cleanup_namespaces(root, top_nsmap=dict(dialect.prefixes), keep_ns_prefixes=kept)
    return root


def _source(path: str, root: etree._Element, tags: TagList, dialect: Dialect) -> Prepared:
    sites: list[Site | None] = [None]
    site_of_tag: dict[int, int] = {}
    for element in root.iter(dialect.text):
        run = element.getparent()
        for mark in MARK.finditer(element.text or ""):
            site = dialect.site(run) if run is not None and run.tag == dialect.run else None
            if site not in sites:
                sites.append(site)
            site_of_tag[int(mark[1])] = sites.index(site)
    pieces = MARK.split(XML_HEAD + etree.tostring(root, encoding="unicode"))
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
    codes, problems = codes_of(prepared, template)
    if problems:
        raise TemplateError(problems)
    return codes


def _compiles(tag: Tag) -> bool:
    """Whether Jinja and Python can take a tag by itself."""
    try:
        compiled(trial(tag) or "", [0] * 9, "tag")
    except (TemplateSyntaxError, SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def codes_of(prepared: list[Prepared], template: str) -> tuple[list[CodeType], list[Problem]]:
    """The code of each part, and what Jinja or Python can't live with."""
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
            remedy = message("Use fewer blocks inside each other, and shorter tags.")
            tag = next((tag for tag in part.tag_by_line if tag is not None and not _compiles(tag)), None)
            if tag is not None:
                what = message("{tag}: {what}", tag=tag.raw, what=what)
            problems.append(Problem(what, remedy, file=template, where=tag.place if tag else part.name))
    return codes, problems
