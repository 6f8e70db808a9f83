"""The names that Word's and PowerPoint's markup give to the same things; `word` and `powerpoint` fill them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml import etree

from .tags import TagList
from .values import Site

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def a(name: str) -> str:
    """The full name of a DrawingML element."""
    return f"{{{A}}}{name}"


def p(name: str) -> str:
    """The full name of a PresentationML element."""
    return f"{{{P}}}{name}"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What normalising has to know of a format.

    Its elements; which of them a prefixed tag removes (`units`); in what a line breaks, and in which element that
    stands; what a paragraph can hold beside text (`is_content`). `before` and `after` do what only this format needs,
    `site` says how a value leaves the run it stands in.
    """

    prefixes: Mapping[str, str]
    paragraph: str
    run: str
    text: str
    properties: str
    units: Mapping[str, str]
    breaks: frozenset[str]
    break_holder: str
    table: str
    row: str
    cell: str
    marks_space: bool
    is_content: Callable[[etree._Element], bool]
    before: Callable[[etree._Element, TagList], None]
    after: Callable[[etree._Element, TagList], None]
    site: Callable[[etree._Element], Site]


def bare_xml(element: etree._Element) -> str:
    """An element as text, without the namespace declarations that its root makes anyway."""
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, uri in element.getroottree().getroot().nsmap.items():
        xml = xml.replace(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"', "")
    return xml
