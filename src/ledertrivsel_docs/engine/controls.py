"""Content controls with one printed tag: they show a placeholder, a tick or a day as the value of that tag says."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from .dialect import W14, w
from .style_ids import PLACEHOLDER
from .tags import MARK, Tag, TagList
from .trees import insert_before
from .values import NAME_END, NAME_START

_HEAD = {w(name) for name in ("rPr", "alias", "tag", "id", "lock", "placeholder", "temporary")}


def unwrap_boxes(root: etree._Element) -> None:
    """Takes check boxes out of the controls that LibreOffice puts around the paragraphs from the first of them on.

    These would hold the statements between the paragraphs apart; their name goes to the check box that they hold.
    """
    for control in list(root.iter(w("sdt"))):
        properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
        inner = None if content is None else next(content.iter(w("sdt")), None)
        if properties is None or content is None or inner is None or content.find(w("p")) is None:
            continue
        if (
            all(child.tag in _HEAD for child in properties)
            and inner.find(f"{w('sdtPr')}/{{{W14}}}checkbox") is not None
        ):
            _pass_on(properties, inner)
            for child in list(content):
                control.addprevious(child)
            control.getparent().remove(control)  # type: ignore[union-attr]


def _pass_on(properties: etree._Element, inner: etree._Element) -> None:
    """Gives the names of a control to another one that has none."""
    own = inner.find(w("sdtPr"))
    if own is not None and own.find(w("alias")) is None:
        for place, name in enumerate(properties.findall(w("alias")) + properties.findall(w("tag"))):
            own.insert(place, name)


def prepare_control(control: etree._Element, tags: TagList) -> None:
    """A control that holds one printed tag shows its placeholder, its tick or its day by that tag's value."""
    properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
    if properties is None or content is None:
        return
    _bound_names(properties, tags)
    marks = [mark for text in content.iter(w("t")) for mark in MARK.finditer(text.text or "")]
    if len(marks) != 1 or (tag := tags.at(marks[0])).kind != "print":
        return
    if (box := properties.find(f"{{{W14}}}checkbox")) is not None:
        _prepare_tick(box, tag, tags)
        return
    for shown in properties.findall(w("showingPlcHdr")):
        properties.remove(shown)
    anchor = _last_of_head(properties)
    showing = etree.Element(w("showingPlcHdr"))
    anchor.addnext(showing)
    _only_if(showing, tag, f"({tag.body}) is placeholder", tags)
    if (date := properties.find(w("date"))) is not None:
        _prepare_date(date, tag, tags)
    for text in content.iter(w("t")):
        run = text.getparent()
        if MARK.search(text.text or "") and run is not None and run.tag == w("r"):
            _style_placeholder(run, tag, tags)


def _bound_names(properties: etree._Element, tags: TagList) -> None:
    """Keeps the title and the tag as short as Word asks: one value by a filter, several by marks around them all."""
    for name in (*properties.findall(w("alias")), *properties.findall(w("tag"))):
        value = name.get(w("val"), "")
        if (one := MARK.fullmatch(value)) and (tag := tags.at(one)).kind == "print":
            tag.body = f"({tag.body})|as_name"
        elif MARK.search(value):
            name.set(w("val"), f"{NAME_START}{value}{NAME_END}")


def _last_of_head(properties: etree._Element) -> etree._Element:
    """The place for `showingPlcHdr`: after the names of the control, before its kind."""
    head = [child for child in properties if child.tag in _HEAD]
    if not head:
        head = [etree.SubElement(properties, w("id"))]
        properties.insert(0, head[0])
    return head[-1]


def _prepare_tick(box: etree._Element, tag: Tag, tags: TagList) -> None:
    checked = box.find(f"{{{W14}}}checked")
    if checked is None:
        checked = etree.SubElement(box, f"{{{W14}}}checked")
        box.insert(0, checked)
    expression = tag.body
    checked.set(f"{{{W14}}}val", tags.derived(tag, "print", f"1 if ({expression}) else 0"))
    tag.body = f"'☒' if ({expression}) else '☐'"


def _prepare_date(date: etree._Element, tag: Tag, tags: TagList) -> None:
    dated = deepcopy(date)
    dated.set(w("fullDate"), tags.derived(tag, "print", f"({tag.body})|full_date"))
    if w("fullDate") in date.attrib:
        del date.attrib[w("fullDate")]
    date.addprevious(dated)
    _alternatives(dated, date, tag, f"({tag.body}) is dated", tags)


def _style_placeholder(run: etree._Element, tag: Tag, tags: TagList) -> None:
    own = run.find(w("rPr"))
    if own is None:
        own = etree.Element(w("rPr"))
        run.insert(0, own)
    light = deepcopy(own)
    for style in light.findall(w("rStyle")):
        light.remove(style)
    light.insert(0, etree.Element(w("rStyle"), {w("val"): PLACEHOLDER}))
    own.addprevious(light)
    _alternatives(light, own, tag, f"({tag.body}) is placeholder", tags)


def _only_if(element: etree._Element, tag: Tag, test: str, tags: TagList) -> None:
    insert_before(element, tags.derived(tag, "statement", f"if {test}"))
    element.tail = tags.derived(tag, "statement", "endif") + (element.tail or "")


def _alternatives(first: etree._Element, second: etree._Element, tag: Tag, test: str, tags: TagList) -> None:
    insert_before(first, tags.derived(tag, "statement", f"if {test}"))
    first.tail = tags.derived(tag, "statement", "else")
    second.tail = tags.derived(tag, "statement", "endif") + (second.tail or "")
