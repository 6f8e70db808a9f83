"""What must hold of any Word document of ours: the accessibility rules, what Word needs, and our own habits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from ledertrivsel_docs import check_accessibility
from tests.support.packages import parsed, unzipped
from tests.support.word import WP, R, W

DC = "{http://purl.org/dc/elements/1.1/}"
LAYOUT_STYLES = {"CallOut", "CardSheet", "FactBand", "MapTable", "PartGrid", "Plain"}
LONGEST_NAME = 64  # Word cuts or refuses longer titles and tags of controls
HERE = re.escape(str(Path(__file__).parents[2])).encode()
PATHS = re.compile(rb"/home/|/Users/|/root/|/tmp/|C:\\|file:///|" + HERE)


# Tips that we follow ourselves; `repeated-blanks` is what people write, of ours `test_accessibility` finds it.
FOLLOWED = {"empty-paragraph", "heading-first", "slide-title-twice", "slide-title-outside", "table-name"}


def inaccessible(data: bytes) -> list[str]:
    """The accessibility rules that a document breaks, a line each."""
    found = check_accessibility(("document", data))
    return [
        f"{one.rule}: {one.place.words()}: {one.message}"
        for one in found
        if (one.level != "tip" or one.rule in FOLLOWED) and one.rule != "repeated-blanks"
    ]


def broken(data: bytes) -> list[str]:
    """What is wrong with a document, a line each."""
    parts = unzipped(data)
    trees = parsed(parts)
    body = trees["word/document.xml"]
    texts = [tree for name, tree in trees.items() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name)]
    return [
        *inaccessible(data),
        *_language(trees),
        *_properties(parts, trees),
        *(line for tree in texts for line in _twice(tree)),
        *_styles(texts, trees["word/styles.xml"]),
        *_headings(body, trees["word/styles.xml"]),
        *(line for tree in texts for line in (*_cells(tree), *_tables(tree))),
        *_controls(texts),
        *_drawings(texts),
        *_relationships(parts, trees),
        *_references(trees),
        *(line for tree in texts for line in _fields(tree)),
    ]


def _twice(tree: etree._Element) -> Iterator[str]:
    """Word takes each property of a paragraph, a run, a row or a cell once."""
    for properties in tree.iter(*(f"{W}{kind}Pr" for kind in ("p", "r", "tr", "tc", "tbl"))):
        tags = [etree.QName(child).localname for child in properties]
        yield from (f"{tag} is there twice" for tag in sorted({tag for tag in tags if tags.count(tag) > 1}))


def _styles(texts: list[etree._Element], styles: etree._Element) -> Iterator[str]:
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = {
        found.get(f"{W}val") for tree in texts for kind in ["p", "r", "tbl"] for found in tree.iter(f"{W}{kind}Style")
    }
    yield from (f"no style {name!r}" for name in sorted(map(str, used - known)))


def _language(trees: dict[str, etree._Element]) -> Iterator[str]:
    language = trees["word/styles.xml"].find(f".//{W}rPrDefault//{W}lang")
    if language is None or language.get(f"{W}val") != "da-DK":
        yield "the default language is not da-DK"
    for tree in trees.values():
        for other in tree.iter(f"{W}lang"):
            if other.get(f"{W}val", "da-DK") != "da-DK":
                yield f"text in {other.get(f'{W}val')}"


def _properties(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    core = trees["docProps/core.xml"]
    if core.findtext(f"{DC}language") != "da-DK":
        yield "the properties don't say da-DK"
    for name, xml in parts.items():
        if PATHS.search(xml):
            yield f"{name} holds a path of this machine"
        if re.search(rb"[:< ]rsid", xml):
            yield f"{name} holds revision ids"
    if "python-docx" in parts["docProps/core.xml"].decode():
        yield "the author is python-docx"


def _headings(body: etree._Element, styles: etree._Element) -> Iterator[str]:
    """Headings are Word's own: others screen readers don't find. Cards are sheets of their own: all are level 1."""
    outline = {
        style.get(f"{W}styleId"): int(found.get(f"{W}val", "0")) + 1
        for style in styles.iter(f"{W}style")
        for found in style.iterfind(f"{W}pPr/{W}outlineLvl")
    }
    used = [name for style in body.iter(f"{W}pStyle") if (name := style.get(f"{W}val", "")) in outline]
    yield from (f"{name} is a heading that Word doesn't know" for name in used if not name.startswith("Heading"))
    levels = [outline[name] for name in used]
    is_cards = body.find(f".//{W}tblStyle[@{W}val='CardSheet']") is not None and set(levels) == {1}
    if not levels or levels[0] != 1 or (levels.count(1) != 1 and not is_cards):
        yield f"the headings have the levels {levels}: one heading 1 is to come first"


def _text(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _cells(tree: etree._Element) -> Iterator[str]:
    for cell in tree.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield f"a cell does not end with a paragraph: {_text(cell)[:30]!r}"
        if not _text(cell).strip():
            yield f"an empty cell beside {_text(cell.getparent())[:30]!r}"


def _tables(tree: etree._Element) -> Iterator[str]:
    for table in tree.iter(f"{W}tbl"):
        style = table.find(f"{W}tblPr/{W}tblStyle")
        look = table.find(f"{W}tblPr/{W}tblLook")
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        if style is None or look is None or caption is None or not caption.get(f"{W}val", "").strip():
            yield "a table without style, look or description"
            continue
        rows = table.findall(f"{W}tr")
        has_header = rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        says_header = look.get(f"{W}firstRow") == "1"
        if has_header != says_header:
            yield f"a table's look and its header row disagree: {_text(rows[0])[:30]!r}"
        if not has_header and look.get(f"{W}firstColumn") != "1" and style.get(f"{W}val") not in LAYOUT_STYLES:
            yield f"a data table without headers: {_text(rows[0])[:30]!r}"
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if any(len(row.findall(f"{W}tc")) != columns for row in rows):
            yield f"a table whose rows don't have its columns: {_text(rows[0])[:30]!r}"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield f"a row that can break over pages: {_text(table)[:30]!r}"


def _controls(texts: list[etree._Element]) -> Iterator[str]:
    properties = [found for tree in texts for found in tree.iter(f"{W}sdtPr")]
    ids = [identity.get(f"{W}val") for p in properties for identity in p.findall(f"{W}id")]
    if len(ids) != len(properties) or len(set(ids)) != len(ids):
        yield f"content controls without an id of their own: {ids}"
    tags = [tag.get(f"{W}val") for p in properties for tag in p.findall(f"{W}tag")]
    if len(tags) != len(properties) or len(set(tags)) != len(tags):
        yield f"content controls without a tag of their own: {tags}"
    for found in properties:
        for name in found.findall(f"{W}alias") + found.findall(f"{W}tag"):
            if len(name.get(f"{W}val", "")) > LONGEST_NAME:
                yield f"a control's name of more than {LONGEST_NAME} characters: {name.get(f'{W}val')}"


def _drawings(texts: list[etree._Element]) -> Iterator[str]:
    drawings = [found for tree in texts for found in tree.iter(f"{WP}docPr")]
    ids = [drawing.get("id") for drawing in drawings]
    if len(set(ids)) != len(ids):
        yield f"drawings share ids: {ids}"
    starts = [mark.get(f"{W}id") for tree in texts for mark in tree.iter(f"{W}bookmarkStart")]
    ends = [mark.get(f"{W}id") for tree in texts for mark in tree.iter(f"{W}bookmarkEnd")]
    if sorted(map(str, starts)) != sorted(map(str, ends)) or len(set(starts)) != len(starts):
        yield "bookmarks whose start and end don't match"


def _relationships(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    wanted = set()
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = name.rpartition("_rels/")[0]
        for relation in tree:
            if relation.get("TargetMode") != "External":
                wanted.add((folder + relation.get("Target", "")).lstrip("/"))
    for missing in sorted(wanted - set(parts)):
        yield f"a relationship to {missing}, which is not there"
    for unused in sorted(set(parts) - wanted):
        if not unused.endswith(".rels") and unused != "[Content_Types].xml":
            yield f"{unused} belongs to nothing"


def _references(trees: dict[str, etree._Element]) -> Iterator[str]:
    """What a part refers to by a relationship has one; a validator doesn't see all of them."""
    for name, tree in trees.items():
        folder, _, file = name.rpartition("/")
        relations = trees.get(f"{folder}/_rels/{file}.rels")
        known = set() if relations is None else {relation.get("Id") for relation in relations}
        for element in tree.iter(etree.Element):
            for attribute, value in element.attrib.items():
                if str(attribute).startswith(R) and value not in known:
                    yield f"{name} asks for a relationship that isn't there: {value!r}"


def _fields(tree: etree._Element) -> Iterator[str]:
    """A field shows something until Word counts anew."""
    for paragraph in tree.iter(f"{W}p"):
        state, shown = "", ""
        for part in paragraph.iter(f"{W}fldChar", f"{W}t"):
            kind = part.get(f"{W}fldCharType", "") if part.tag == f"{W}fldChar" else ""
            if kind == "end" and not (state == "separate" and shown.strip()):
                yield f"a field that shows nothing: {_text(paragraph)[:30]!r}"
            state, shown = (kind, "") if kind else (state, shown + (part.text or ""))
    for field in tree.iter(f"{W}fldSimple"):
        if not _text(field).strip():
            yield "a field that shows nothing"
