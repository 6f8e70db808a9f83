"""The headers and footers of a letterhead around a page of ours: theirs as they are, our lines beside them."""

from __future__ import annotations

from collections.abc import Container
from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section, _BaseHeaderFooter
from lxml import etree

from ..blocks import footer, header
from ..markup import w
from ..page import Page
from .content import drop, shows_page_number
from .fit import Fit
from .looks import paragraph_gaps
from .section import area

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_Page = tuple[_BaseHeaderFooter, _BaseHeaderFooter, list[etree._Element]]
_BELOW = 80  # twentieths of a point between our line and what their footer holds
_OPENING = 160  # and between the line of wayfinding and the page below it


class LetterheadFrames:
    """Where our lines go on a letterhead.

    The line of wayfinding begins the text, below their header; source and page number begin their footers.
    """

    def __init__(self, document: Document, page: Page, own_styles: Container[str]) -> None:
        self._document, self._page, self._own = document, page, own_styles
        self._opening: etree._Element | None = header(page.text_width)
        self._below = [footer(page.text_width)]
        self._first_below: list[etree._Element] | None = None

    def frame(self, *, header: etree._Element, footer: etree._Element) -> None:
        """Another header and footer than our usual ones; both go into their footers."""
        self._opening, self._below = None, [header, footer]

    def frame_first(self, *, header: etree._Element | None = None, footer: etree._Element) -> None:
        """Another footer on the first page; the header there is theirs, so a `header` of ours is left out."""
        self._first_below = [footer]

    def finish(self) -> None:
        """Puts our lines in their places, and brings what stands on the page to the room that is left."""
        section = self._document.sections[0]
        if self._first_below is not None and not section.different_first_page_header_footer:
            section.different_first_page_header_footer = True
            _copy(section.header, section.first_page_header)
            _copy(section.footer, section.first_page_footer)
        styles = self._document.styles.element
        below = _with(section.footer, self._below)
        fit = Fit(self._page, area(section._sectPr, _element(section.header), below, paragraph_gaps(styles)))
        for line in (*self._below, *(self._first_below or ())):
            fit.tabs(line)
        for above, under, lines in self._pages(section):
            _begin(under, [_without_page_number(line) if _numbered(above, under) else line for line in lines])
        if self._opening is not None:
            _space_after(self._opening, _OPENING)
            self._document.element.body.insert(0, self._opening)
        fit.body(self._document.element.body)
        fit.styles(styles, self._own)

    def _pages(self, section: Section) -> list[_Page]:
        """Header, footer and our lines of each sort of pages that the letterhead tells apart."""
        pages: list[_Page] = [(section.header, section.footer, self._below)]
        if section.different_first_page_header_footer:
            first = self._below if self._first_below is None else self._first_below
            pages.append((section.first_page_header, section.first_page_footer, first))
        if self._document.settings.odd_and_even_pages_header_footer:
            pages.append((section.even_page_header, section.even_page_footer, self._below))
        return pages


def _element(part: _BaseHeaderFooter) -> etree._Element | None:
    return part._element if part._has_definition else None


def _with(part: _BaseHeaderFooter, lines: list[etree._Element]) -> etree._Element:
    """A footer as it is going to be, to be measured."""
    made = w("ftr", *(deepcopy(line) for line in lines))
    made.extend(deepcopy(child) for child in (part._element if part._has_definition else ()))
    return made


def _numbered(above: _BaseHeaderFooter, below: _BaseHeaderFooter) -> bool:
    return any(shows_page_number(part._element) for part in (above, below) if part._has_definition)


def _begin(part: _BaseHeaderFooter, lines: list[etree._Element]) -> None:
    """Puts our lines first in a footer; one that is not there yet holds nothing but them."""
    had = part._has_definition
    element = part._element
    if not had:
        for child in list(element):
            drop(child)
    made = [deepcopy(line) for line in lines]
    if had and made:
        _space_after(made[-1], _BELOW)
    for line in reversed(made):
        element.insert(0, line)


def _without_page_number(line: etree._Element) -> etree._Element:
    """A line of ours up to the tab before its page number, where it has one."""
    made = deepcopy(line)
    if shows_page_number(made):
        runs = made.findall(qn("w:r"))
        start = next((place for place, run in enumerate(runs) if run.find(qn("w:tab")) is not None), len(runs))
        for run in runs[start:]:
            drop(run)
    return made


def _space_after(line: etree._Element, room: int) -> None:
    properties = line[0]
    spacing = properties.find(qn("w:spacing"))
    if spacing is None:
        spacing = w("spacing")
        properties.append(spacing)
    spacing.set(qn("w:after"), str(room))


def _copy(source: _BaseHeaderFooter, target: _BaseHeaderFooter) -> None:
    """Fills a header or footer that is not there yet with what another one holds, and what that refers to."""
    if not source._has_definition:
        return
    element = target._element
    element[:] = [deepcopy(child) for child in source._element]
    ids = {
        identity: target.part.relate_to(
            relation.target_ref if relation.is_external else relation.target_part,
            relation.reltype,
            relation.is_external,
        )
        for identity, relation in source.part.rels.items()
    }
    for found in element.iter(etree.Element):
        for name in [str(key) for key in found.attrib if str(key).startswith(_R)]:
            found.set(name, ids.get(found.get(name, ""), found.get(name, "")))
