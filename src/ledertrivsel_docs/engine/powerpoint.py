"""PowerPoint's markup: what normalising does in it, and how a value leaves its run."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from .dialect import A, Dialect, P, R, a, bare_xml, p
from .shapes import open_ids, prepare_shapes
from .tags import MARK, TagList
from .trees import append_text, insert_before
from .values import NEEDS_PARAGRAPH, TABLE_END, TABLE_START, Site

_LINK_COMES_BEFORE = {a("hlinkMouseOver"), a("rtl"), a("extLst")}


def _is_content(element: etree._Element) -> bool:
    return element.tag == a("fld")


def _leave_open(root: etree._Element, tags: TagList) -> None:
    """Marks texts that may end up without a paragraph, tables that may end up without a row, and ids in loops."""
    for body in root.iter(p("txBody"), a("txBody")):
        if len(body) == 0 or body[-1].tag != a("p") or MARK.search(body[-1].tail or ""):
            append_text(body, f"{NEEDS_PARAGRAPH}a")
    for table in root.iter(a("tbl")):
        frame = next(table.iterancestors(p("graphicFrame")), None)
        if frame is not None and any(MARK.search(child.tail or "") for child in table):
            insert_before(frame, TABLE_START)
            frame.tail = TABLE_END + (frame.tail or "")
    open_ids(root, tags)


def _site(run: etree._Element) -> Site:
    """How a value in a text of this run breaks a line, or leaves the run for a link."""
    properties = deepcopy(run.find(a("rPr")))
    for element in () if properties is None else properties.iter():
        for name in [name for name, value in element.attrib.items() if MARK.search(str(value))]:
            del element.attrib[name]  # a tag is for the run it stands in, not for what a value adds behind it
    own = "" if properties is None else bare_xml(properties)
    linked = etree.Element(a("rPr"), nsmap={"a": A}) if properties is None else properties
    is_link = linked.find(a("hlinkClick")) is not None
    start, end = _around_link(linked)
    return Site(
        break_line=f"</a:t></a:r><a:br>{own}</a:br><a:r>{own}<a:t>",
        tab="\t",
        leave_run="</a:t></a:r>",
        enter_run=f"<a:r>{own}<a:t>",
        link_start="" if is_link else f"<a:r>{start}<a:hlinkClick ",
        link_text=f"/>{end}<a:t>",
        link_end="</a:t></a:r>",
        anchor="",
        shows_pictures=False,
    )


def _around_link(properties: etree._Element) -> tuple[str, str]:
    """Run properties, cut where their link belongs."""
    place = next((child for child in properties if child.tag in _LINK_COMES_BEFORE), None)
    link = etree.SubElement(properties, a("hlinkClick"))
    if place is not None:
        place.addprevious(link)
    before, _, after = bare_xml(properties).partition("<a:hlinkClick/>")
    return before, after


POWERPOINT = Dialect(
    prefixes={"a": A, "p": P, "r": R},
    paragraph=a("p"),
    run=a("r"),
    text=a("t"),
    properties=a("rPr"),
    units={"p": a("p"), "tr": a("tr"), "r": a("r")},  # a column can't be repeated: the grid stays as it is
    breaks=frozenset({a("br")}),
    break_holder=a("p"),
    table=a("tbl"),
    row=a("tr"),
    cell=a("tc"),
    marks_space=False,
    is_content=_is_content,
    before=prepare_shapes,
    after=_leave_open,
    site=_site,
)
