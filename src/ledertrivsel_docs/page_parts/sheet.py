"""A template in the making: a base, our styles on it, and the page parts that a layout adds."""

from __future__ import annotations

import io
from collections.abc import Mapping

from docx import Document, document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from lxml import etree

from ..engine.normalise import clean
from ..engine.package import Member, read_package, write_package
from ..engine.recolour import recolour
from ..engine.theme import Theme
from .blocks import footer, header, logo
from .letterheads import Letterhead
from .letterheads.frames import LetterheadFrames
from .letterheads.looks import add_styles_to_theirs
from .looks import PARAGRAPHS, Look
from .markup import w
from .page import Page
from .styles import add_styles, is_heading, paragraph_look

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_IGNORABLE = f"{{{_MC}}}Ignorable"


class Sheet:
    """A Word template that is being made from a base.

    Args:
        base: a docx: our lean one, or an organisation's letterhead, which goes on the papers that it is drawn for.
        style_names: what Word calls our styles, by their ids.
        page: the paper.
        looks: looks of this template's own, such as larger headings in a long document.
    """

    def __init__(
        self,
        base: bytes | Letterhead,
        style_names: Mapping[str, str],
        page: Page,
        looks: Mapping[str, Look] | None = None,
    ) -> None:
        self.page = page
        all_looks = {**PARAGRAPHS, **(looks or {})}
        self._headings = {name: look for name, look in all_looks.items() if is_heading(name, look)}
        self._frames: _Frames | LetterheadFrames
        if isinstance(base, bytes):
            self._document = Document(io.BytesIO(base))
            add_styles(self._document, style_names, all_looks)
        else:
            self._document = Document(io.BytesIO(base.framed if page.takes_letterhead else base.plain))
            add_styles_to_theirs(self._document, style_names, all_looks, keeps_sizes=not page.takes_letterhead)
        if isinstance(base, Letterhead) and page.takes_letterhead:
            self._frames = LetterheadFrames(self._document, page, style_names)
        else:
            self._frames = _Frames(self._document.sections[0], page)

    def add(self, *elements: etree._Element) -> None:
        """Adds page parts at the end. Word wants text between two tables and after the last one: give it a use."""
        for element in elements:
            self._document.element.body.sectPr.addprevious(element)

    def frame(self, *, header: etree._Element, footer: etree._Element) -> None:
        """Another header and footer than our usual ones."""
        self._frames.frame(header=header, footer=footer)

    def frame_first(self, *, header: etree._Element | None = None, footer: etree._Element) -> None:
        """Another header, or none, and another footer on the first page."""
        self._frames.frame_first(header=header, footer=footer)

    def finished(self, look: Theme) -> bytes:
        """The template as a file, in a look; equal input gives equal parts.

        Raises `KeyError` for a style that is not there: Word would print its text as any other.
        """
        for paragraph in self._document.element.iter(qn("w:p")):
            self._as_heading(paragraph)
        self._frames.finish()
        _check_styles(self._document)
        _number_controls(self._document.element)
        _number_bookmarks(self._document.element)
        file = io.BytesIO()
        self._document.save(file)
        return write_package(_in_look(member, look) for member in read_package(file.getvalue()))

    def _as_heading(self, paragraph: etree._Element) -> None:
        """Gives a heading of our own Word's style for its level; its look stands beside it and in its runs."""
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = "" if style is None else style.get(qn("w:val"), "")
        if style is None or name not in self._headings:
            return
        look = self._headings[name]
        style.set(qn("w:val"), f"Heading{(look.outline or 0) + 1}")
        own = {part.tag for part in style.itersiblings()}
        for part in reversed(paragraph_look(look)):
            if part.tag not in own:
                style.addnext(part)
        for run in paragraph.iter(qn("w:r")):
            if run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is None:
                properties = run.find(qn("w:rPr"))
                if properties is None:
                    properties = w("rPr")
                    run.insert(0, properties)
                properties.insert(0, w("rStyle", val=name))


class _Frames:
    """Our own header and footer, on a page with our own margins."""

    def __init__(self, section: Section, page: Page) -> None:
        self._section = section
        section.page_width, section.page_height = Mm(page.width), Mm(page.height)
        section.orientation = WD_ORIENT.LANDSCAPE if page.width > page.height else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Mm(page.sides)
        section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
        if page.framed:
            self.frame(header=header(page.text_width), footer=footer(page.text_width))

    def frame(self, *, header: etree._Element, footer: etree._Element) -> None:
        """This header and footer instead of those that are there."""
        _replace(self._section.header._element, _with_logo(header))
        _replace(self._section.footer._element, footer)

    def frame_first(self, *, header: etree._Element | None, footer: etree._Element) -> None:
        """These on the first page."""
        self._section.different_first_page_header_footer = True
        _replace(self._section.first_page_footer._element, footer)
        if header is not None:
            _replace(self._section.first_page_header._element, _with_logo(header))

    def finish(self) -> None:
        """Nothing is left to be done."""


def _with_logo(header: etree._Element) -> etree._Element:
    """A header that begins with the organisation's logo."""
    header[1:1] = logo()
    return header


def _check_styles(made: document.Document) -> None:
    known = {style.style_id for style in made.styles}
    for used in made.element.iter(*(qn(f"w:{kind}Style") for kind in ("p", "r", "tbl"))):
        if used.get(qn("w:val")) not in known:
            raise KeyError(f"no style {used.get(qn('w:val'))!r}")


def _replace(part: etree._Element, content: etree._Element) -> None:
    for old in list(part):
        part.remove(old)
    part.append(content)


def _number_controls(body: etree._Element) -> None:
    for number, identity in enumerate(body.iterfind(f".//{qn('w:sdtPr')}/{qn('w:id')}"), 1):
        identity.set(qn("w:val"), str(number))


def _number_bookmarks(body: etree._Element) -> None:
    starts = {start.get(qn("w:id")): start for start in body.iter(qn("w:bookmarkStart"))}
    for number, (name, start) in enumerate(starts.items()):
        start.set(qn("w:id"), str(number))
        next(end for end in body.iter(qn("w:bookmarkEnd")) if end.get(qn("w:id")) == name).set(qn("w:id"), str(number))


def _in_look(member: Member, look: Theme) -> Member:
    if not member.name.startswith("word/") or not member.name.endswith(".xml"):
        return Member.deflated(member.name, member.content())
    tree = etree.fromstring(member.content())
    clean(tree)
    recolour(tree, look)
    needed = [prefix for choice in tree.iter(f"{{{_MC}}}Choice") for prefix in choice.get("Requires", "").split()]
    if ignored := tree.attrib.pop(_IGNORABLE, ""):  # python-docx's headers ignore prefixes that nothing in them uses
        used = [prefix for prefix in str(ignored).split() if _uses(tree, tree.nsmap.get(prefix))]
        needed += used
        if used:
            tree.set(_IGNORABLE, " ".join(used))
    etree.cleanup_namespaces(tree, keep_ns_prefixes=["w", "r", *needed])
    content = etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
    return Member.deflated(member.name, content)


def _uses(tree: etree._Element, namespace: str | None) -> bool:
    names = (str(name) for element in tree.iter(etree.Element) for name in (element.tag, *element.attrib))
    return any(name.startswith(f"{{{namespace}}}") for name in names)
