"""Word's markup: what normalising does in it, and how a value leaves its run."""

from __future__ import annotations

from lxml import etree

from .controls import prepare_control, unwrap_boxes
from .dialect import WP, Dialect, R, W, bare_xml, w
from .rooms import prepare_row
from .style_ids import LINK
from .tags import MARK, TagList
from .trees import append_text, insert_before
from .values import BOOKMARK, NEEDS_PARAGRAPH, NEW_ID, TABLE_END, TABLE_START, Site

_BLOCKS = {w("p"), w("tbl"), w("sdt")}
_NEED_PARAGRAPH = [w(name) for name in ("tc", "hdr", "ftr", "txbxContent", "footnote", "endnote", "comment")]
# What a paragraph can hold beside text, that would be lost with it.
_CONTENT = {w(name) for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "sym", "ptab", "sectPr")} | {
    w(f"{kind}Reference") for kind in ("footnote", "endnote", "comment")
}


def _is_content(element: etree._Element) -> bool:
    return element.tag in _CONTENT or (element.tag == w("br") and element.get(w("type")) in ("page", "column"))


def _prepare_controls(root: etree._Element, tags: TagList) -> None:
    unwrap_boxes(root)
    _free_page_breaks(root, tags)
    for row in root.iter(w("tr")):
        prepare_row(row, tags)
    for control in list(root.iter(w("sdt"))):
        prepare_control(control, tags)


def _free_page_breaks(root: etree._Element, tags: TagList) -> None:
    """Takes page breaks out of paragraphs with a tag of their own, and has the next one begin a page instead.

    LibreOffice writes a paragraph that begins a page as a break at the end of the one before it.
    """
    for pause in [found for found in root.iter(w("br")) if found.get(w("type")) == "page"]:
        paragraph = next(pause.iterancestors(w("p")), None)
        if paragraph is None:  # no program writes a break there
            continue
        following = paragraph.getnext()
        while following is not None and _is_statement(following, tags):
            following = following.getnext()
        run = pause.getparent()
        if _is_statement(paragraph, tags) and following is not None and following.tag == w("p") and run is not None:
            run.remove(pause)
            properties = following.find(w("pPr"))
            if properties is None:
                properties = etree.Element(w("pPr"))
                following.insert(0, properties)
            style = properties.find(w("pStyle"))
            properties.insert(0 if style is None else 1, etree.Element(w("pageBreakBefore")))


def _is_statement(paragraph: etree._Element, tags: TagList) -> bool:
    marks = [mark for text in paragraph.iter(w("t")) for mark in MARK.finditer(text.text or "")]
    return paragraph.tag == w("p") and any(tags.at(mark).prefix for mark in marks)


def _leave_open(root: etree._Element, _: TagList) -> None:
    """Marks what the render sees to: missing paragraphs, empty tables and ids."""
    _guard_containers(root)
    _open_ids(root)


def _guard_containers(root: etree._Element) -> None:
    """Marks cells that may end up without a paragraph, and tables that may end up without a row."""
    for element in root.iter(*_NEED_PARAGRAPH):
        if not _ends_with_paragraph(element):
            append_text(element, f"{NEEDS_PARAGRAPH}w")
    for table in list(root.iter(w("tbl"))):
        if any(MARK.search(child.tail or "") for child in table):
            insert_before(table, TABLE_START)
            table.tail = TABLE_END + (table.tail or "")


def _ends_with_paragraph(container: etree._Element) -> bool:
    """Whether a paragraph or a control always stands last, with at most bookmarks and the like behind it."""
    for child in reversed(container):
        if MARK.search(child.tail or ""):
            return False
        if child.tag in _BLOCKS:
            return child.tag == w("p") or (child.tag == w("sdt") and not _is_fluid(child))
    return False


def _is_fluid(control: etree._Element) -> bool:
    """Whether a control may come out empty."""
    content = control.find(w("sdtContent"))
    return content is None or not _ends_with_paragraph(content)


def _open_ids(root: etree._Element) -> None:
    """Leaves the ids of controls, drawings and bookmarks to the render, which numbers them."""
    for element in root.iter(w("sdtPr"), f"{{{WP}}}docPr"):
        if element.tag == w("sdtPr"):
            identity = element.find(w("id"))
            if identity is not None:
                identity.set(w("val"), NEW_ID)
        else:
            element.set("id", NEW_ID)
    for bookmark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        bookmark.set(w("id"), f"{BOOKMARK}{bookmark.get(w('id'))};")


def _site(run: etree._Element) -> Site:
    """How a value in a text of this run breaks a line, or leaves the run for a link or a picture."""
    found = run.findall(w("rPr"))
    properties = found[-1] if found else None  # behind that of a placeholder
    own = "" if properties is None else bare_xml(properties)
    parent = run.getparent()
    within_link = parent is None or parent.tag == w("hyperlink")
    return Site(
        break_line='</w:t><w:br/><w:t xml:space="preserve">',
        tab='</w:t><w:tab/><w:t xml:space="preserve">',
        leave_run="</w:t></w:r>",
        enter_run=f'<w:r>{own}<w:t xml:space="preserve">',
        link_start="" if within_link else "<w:hyperlink ",
        link_text=f">{_link_run(properties)}",
        link_end="</w:t></w:r></w:hyperlink>",
        anchor="w:anchor",
        shows_pictures=True,
    )


def _link_run(properties: etree._Element | None) -> str:
    kept = "" if properties is None else "".join(bare_xml(child) for child in properties if child.tag != w("rStyle"))
    return f'<w:r><w:rPr><w:rStyle w:val="{LINK}"/>{kept}</w:rPr><w:t xml:space="preserve">'


WORD = Dialect(
    prefixes={"w": W, "r": R},
    paragraph=w("p"),
    run=w("r"),
    text=w("t"),
    properties=w("rPr"),
    units={"p": w("p"), "tr": w("tr"), "tc": w("tc"), "r": w("r")},
    breaks=frozenset(w(name) for name in ("br", "cr", "tab", "noBreakHyphen", "softHyphen")),
    break_holder=w("r"),
    table=w("tbl"),
    row=w("tr"),
    cell=w("tc"),
    marks_space=True,
    is_content=_is_content,
    before=_prepare_controls,
    after=_leave_open,
    site=_site,
)
