"""What stands in a letterhead's headers and footers, without what tells who made it and what can't come along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ...engine.dialect import WP, a, w
from ..drawing import ADEC, DECORATIVE

_VML = "urn:schemas-microsoft-com:vml"
_WP14 = "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_ACCEPTED = [w(name) for name in ("ins", "moveTo", "smartTag", "customXml")]
_DROPPED = [
    w(name)
    for name in (
        *("del", "moveFrom", "object", "control", "altChunk", "permStart", "permEnd", "bookmarkStart", "bookmarkEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "dataBinding", "lang"),
        *("smartTagPr", "customXmlPr", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange"),
    )
]
_LIVE = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "IF", "=", "ADVANCE", "SYMBOL", "QUOTE"}
# Who wrote, where it lies, and texts of a document that isn't there any more.
_PERSONAL = {
    *("AUTHOR", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "FILESIZE", "LASTSAVEDBY", "TEMPLATE"),
    *("SAVEDATE", "CREATEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "TITLE", "SUBJECT", "COMMENTS", "KEYWORDS", "INFO"),
    *("DOCPROPERTY", "DOCVARIABLE", "STYLEREF", "REF", "PAGEREF", "MERGEFIELD", "MACROBUTTON", "FILLIN", "ASK", "SET"),
    *("LINK", "DDE", "DDEAUTO"),
}
_FILE_NAME = re.compile(r"[\\/]|\.(png|jpe?g|gif|svg|emf|wmf|tiff?|bmp)$", re.IGNORECASE)


def tidy(root: etree._Element) -> None:
    """Accepts changes, takes content out of its controls, drops comments, personal fields and names of files."""
    _settle_controls(root)
    for element in list(root.iter(*_ACCEPTED)):
        unwrap(element)
    for element in list(root.iter(*_DROPPED)):
        drop(element)
    _settle_fields(root)
    for element in list(root.iter(w("r"))):
        if all(child.tag == w("rPr") for child in element):
            drop(element)
    for container in root.iter(w("tc"), w("txbxContent"), w("hdr"), w("ftr")):
        if len(container) == 0 or container[-1].tag != w("p"):
            etree.SubElement(container, w("p"))
    _settle_names(root)


def drop(element: etree._Element) -> None:
    """Takes an element away; the text behind it, which Word has nowhere, goes with it."""
    if (holder := element.getparent()) is not None:
        holder.remove(element)


def unwrap(element: etree._Element) -> None:
    """Leaves an element's children in its place."""
    for child in list(element):
        element.addprevious(child)
    drop(element)


def shows_page_number(root: etree._Element) -> bool:
    """Whether there is a field with the number of the page."""
    simple = (found.get(w("instr"), "") for found in root.iter(w("fldSimple")))
    complex_ = ("".join(map(str, found.itertext())) for found in root.iter(w("instrText")))
    return any(_code(text) == "PAGE" for text in (*simple, *complex_)) or next(root.iter(w("pgNum")), None) is not None


def _settle_controls(root: etree._Element) -> None:
    """Controls bound to properties of a document that isn't there, and prompts to write: text stays, prompts go."""
    for control in list(root.iter(w("sdt"))):
        content = control.find(w("sdtContent"))
        if content is not None and control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None:
            for child in list(content):
                control.addprevious(child)
        drop(control)


def _code(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _settle_fields(root: etree._Element) -> None:
    for simple in list(root.iter(w("fldSimple"))):
        code = _code(simple.get(w("instr"), ""))
        if code in _PERSONAL and not _is_company(simple.get(w("instr"), "")):
            drop(simple)
        elif code not in _LIVE:
            unwrap(simple)
    for pieces in list(_fields(root)):
        instruction = "".join("".join(map(str, piece.itertext())) for piece in pieces if piece.tag == w("instrText"))
        code = _code(instruction)
        if code in _LIVE:
            continue
        keeps_result = code not in _PERSONAL or _is_company(instruction)
        behind = False
        for piece in pieces:
            mark = piece.get(w("fldCharType")) if piece.tag == w("fldChar") else None
            behind = behind or mark == "separate"
            if mark is not None or not behind or not keeps_result:
                drop(piece)


def _is_company(instruction: str) -> bool:
    """Whether it prints the name of the organisation, which is the one property to keep the text of."""
    return bool(re.match(r"\s*DOCPROPERTY\s+\"?Company\b", instruction, re.IGNORECASE))


def _fields(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The fields, inner ones first, each as what stands in its runs from its beginning to its end."""
    open_: list[list[etree._Element]] = []
    for piece in [child for run in root.iter(w("r")) for child in run if child.tag != w("rPr")]:
        mark = piece.get(w("fldCharType")) if piece.tag == w("fldChar") else None
        if mark == "begin":
            open_.append([])
        for pieces in open_:
            pieces.append(piece)
        if mark == "end" and open_:
            yield open_.pop()


def _settle_names(root: etree._Element) -> None:
    """Word writes the file's name, with its path, where somebody should have written what a picture shows."""
    for shown in root.iter(f"{{{WP}}}docPr", f"{{{_PIC}}}cNvPr"):
        for key in ("name", "descr", "title"):
            if _FILE_NAME.search(shown.get(key, "")):
                shown.set(key, "") if key == "name" else shown.attrib.pop(key)
        if shown.tag == f"{{{WP}}}docPr" and not shown.get("descr") and DECORATIVE not in str(etree.tostring(shown)):
            _make_decorative(shown)
    for path in root.iter(f"{{{_VML}}}textpath"):
        shape = path.getparent()
        if shape is not None and not shape.get("alt"):  # a watermark: what it says
            shape.set("alt", path.get("string", ""))
    for element in root.iter(etree.Element):
        for name in [str(key) for key in element.attrib]:
            space, _, local = name[1:].rpartition("}")
            is_id = space == _WP14 and local in ("anchorId", "editId")
            is_told = local in ("alt", "title", "href") and space in ("", _OFFICE)
            if is_id or (is_told and _FILE_NAME.search(element.get(name, ""))):
                del element.attrib[name]


def _make_decorative(shown: etree._Element) -> None:
    extensions = shown.find(a("extLst"))
    if extensions is None:
        extensions = etree.SubElement(shown, a("extLst"))
    extension = etree.SubElement(extensions, a("ext"), uri=DECORATIVE)
    etree.SubElement(extension, f"{{{ADEC}}}decorative", {"val": "1"}, nsmap={"adec": ADEC})
