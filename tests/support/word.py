"""Word files in tests: made with python-docx, read from the XML itself, so that nothing is taken on trust."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

import docx
from docx.document import Document
from lxml import etree

from tests.support.packages import unzipped, zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMESPACES = f'xmlns:w="{W[1:-1]}" xmlns:w14="{W14[1:-1]}" xmlns:wp="{WP[1:-1]}" xmlns:r="{R[1:-1]}"'
MAIN = "word/document.xml"
_SIGNS = {f"{W}br": "\n", f"{W}tab": "\t", f"{W}cr": "\n"}

# A paragraph's text, or a table: its rows of cells of blocks.
Block = str | list[list[list["Block"]]]


def saved(document: Document) -> bytes:
    """A python-docx document as bytes."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def word(*paragraphs: str) -> bytes:
    """A Word file with these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def word_xml(body: str) -> bytes:
    """A Word file whose body is this XML."""
    return replaced(word(), MAIN, lambda xml: re.sub(r"(?s)<w:body>.*</w:body>", f"<w:body>{body}</w:body>", xml))


def control(kind: str, content: str, identity: str = '<w:id w:val="7"/>') -> str:
    """A paragraph with a content control around a bold run; its title is the tag `{{ name }}`."""
    text = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{content}</w:t></w:r>'
    properties = f'<w:sdtPr><w:alias w:val="{{{{ name }}}}"/>{identity}<w:showingPlcHdr/>{kind}</w:sdtPr>'
    return f"<w:p><w:sdt>{properties}<w:sdtContent>{text}</w:sdtContent></w:sdt></w:p>"


def replaced(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A file with one part changed."""
    members = unzipped(data)
    changed = change(members[part].decode())
    if part == MAIN:
        changed = re.sub(r"<w:document [^>]*>", f"<w:document {NAMESPACES}>", changed)
    return zipped(members | {part: changed.encode()})


def tree(data: bytes, part: str = MAIN) -> etree._Element:
    """A part, parsed: strictly, so that what is not well-formed fails the test."""
    return etree.fromstring(unzipped(data)[part])


def blocks(container: etree._Element) -> list[Block]:
    """The paragraphs and tables of a body, header or cell."""
    found: list[Block] = []
    for child in container:
        if child.tag == f"{W}p":
            found.append(paragraph_text(child))
        elif child.tag == f"{W}tbl":
            found.append([[blocks(cell) for cell in row.iterfind(f"{W}tc")] for row in child.iterfind(f"{W}tr")])
        elif child.tag == f"{W}sdt":
            found += [block for content in child.iterfind(f"{W}sdtContent") for block in blocks(content)]
    return found


def paragraph_text(paragraph: etree._Element) -> str:
    """What a reader sees: the text with its line breaks and tabs."""
    return "".join(_signs(paragraph))


def _signs(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif element.tag == f"{W}r" and child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _signs(child)


def texts(data: bytes, part: str = MAIN) -> list[str]:
    """The text of every paragraph of a part, in tables too."""
    return [paragraph_text(paragraph) for paragraph in tree(data, part).iter(f"{W}p")]


def contents(data: bytes) -> dict[str, list[Block]]:
    """The blocks of the text and of every header and footer."""
    names = [name for name in unzipped(data) if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
    return {name: blocks(root[0] if name == MAIN else root) for name in names for root in [tree(data, name)]}


def relationships(data: bytes, part: str = MAIN) -> dict[str, tuple[str, str]]:
    """The relationships of a part: kind and target by id."""
    folder, _, name = part.rpartition("/")
    root = tree(data, f"{folder}/_rels/{name}.rels")
    return {known.get("Id", ""): (known.get("Type", "").rpartition("/")[2], known.get("Target", "")) for known in root}
