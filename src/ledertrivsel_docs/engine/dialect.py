"""The names that Word's and PowerPoint's markup give to the same things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

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


@dataclass(frozen=True, slots=True)
class Dialect:
    """What normalising has to know of a format: its elements, and which of them a prefixed tag removes."""

    paragraph: str
    run: str
    text: str
    properties: str
    units: Mapping[str, str]
    breaks: frozenset[str]
    needs_paragraph: frozenset[str]
    table: str
    row: str


WORD = Dialect(
    paragraph=w("p"),
    run=w("r"),
    text=w("t"),
    properties=w("rPr"),
    units={"p": w("p"), "tr": w("tr"), "tc": w("tc"), "r": w("r")},
    breaks=frozenset(w(name) for name in ("br", "cr", "tab", "noBreakHyphen", "softHyphen")),
    needs_paragraph=frozenset(
        w(name) for name in ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment")
    ),
    table=w("tbl"),
    row=w("tr"),
)


def word_site(run: etree._Element) -> Site:
    """How a value in a text of this Word run breaks a line, or leaves the run for a link or a picture."""
    found = run.findall(w("rPr"))
    properties = found[-1] if found else None  # behind that of a placeholder
    own = "" if properties is None else bare_xml(properties)
    parent = run.getparent()
    link = "" if parent is None or parent.tag == w("hyperlink") else _link_run(properties)
    return Site(
        break_line='</w:t><w:br/><w:t xml:space="preserve">',
        tab='</w:t><w:tab/><w:t xml:space="preserve">',
        leave_run="</w:t></w:r>",
        enter_run=f'<w:r>{own}<w:t xml:space="preserve">',
        link_run=link,
    )


def _link_run(properties: etree._Element | None) -> str:
    kept = "" if properties is None else "".join(bare_xml(child) for child in properties if child.tag != w("rStyle"))
    return f'<w:r><w:rPr><w:rStyle w:val="Hyperlink"/>{kept}</w:rPr><w:t xml:space="preserve">'


def bare_xml(element: etree._Element) -> str:
    """An element as text, without the namespace declarations that its root makes anyway."""
    xml = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, uri in element.getroottree().getroot().nsmap.items():
        xml = xml.replace(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"', "")
    return xml
