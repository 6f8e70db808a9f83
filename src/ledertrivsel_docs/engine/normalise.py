"""Brings a part's tree in order, so that filling in strings is all that is left to do.

Tags split over runs are joined, a prefixed tag takes the place of its paragraph, row or cell, a statement gets out of
its run, content controls learn to show their placeholder, and ids are left open. Tags stand as marks (see `tags`).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from ..errors import message
from .dialect import W14, WP, XML_SPACE, Dialect, w
from .places import Places
from .tags import MARK, SIGNS, Tag, TagList
from .values import BOOKMARK, NEEDS_PARAGRAPH, NEW_ID, TABLE_END, TABLE_START

_NOISE = {w("proofErr"), w("lastRenderedPageBreak")}
_INLINE_PAIRS = {"if": "endif", "for": "endfor", "with": "endwith"}
_FIXED_TEXT = (w("delText"), w("delInstrText"))


def normalise(root: etree._Element, tags: TagList, dialect: Dialect) -> None:
    """Prepares one part in place; problems are noted in `tags`."""
    clean(root)
    places = Places(root, dialect)
    for paragraph in list(root.iter(dialect.paragraph)):
        _join(paragraph, tags, dialect, places)
    _mark_the_rest(root, tags, dialect, places)
    for control in list(root.iter(w("sdt"))):
        _prepare_control(control, tags)
    _hoist(root, tags, dialect)
    for run in list(root.iter(dialect.run)):
        _free_statements(run, tags, dialect)
    _guard_containers(root, dialect)
    _open_ids(root)


def clean(root: etree._Element) -> None:
    """Drops what says who edited when, and what proofing left behind."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _NOISE:
            _replace(element, "")
            continue
        for name in list(element.attrib):
            if etree.QName(name).localname.startswith("rsid") or name in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
                del element.attrib[name]


def _texts(paragraph: etree._Element, dialect: Dialect) -> list[etree._Element]:
    nested = (text for text in paragraph.iter(dialect.text))
    return [text for text in nested if next(text.iterancestors(dialect.paragraph)) is paragraph]


def _join(paragraph: etree._Element, tags: TagList, dialect: Dialect, places: Places) -> None:
    """Moves each tag whole into the run where it begins, then marks the tags of every text."""
    texts = _texts(paragraph, dialect)
    whole = "".join(text.text or "" for text in texts)
    if not SIGNS.search(whole):
        return
    for start, end in _spans(whole):
        _gather(texts, start, end, dialect)
    place = places.of(paragraph)
    for text in texts:
        if text.text:
            text.text = tags.marked(text.text, place)
            if MARK.search(text.text):
                text.set(XML_SPACE, "preserve")
    for text in texts:
        if not text.text:
            _drop_if_empty(text, dialect)


def _spans(whole: str) -> Iterator[tuple[int, int]]:
    position = 0
    while (start := whole.find("{", position)) >= 0:
        close = {"{": "}}", "%": "%}", "#": "#}"}.get(whole[start + 1 : start + 2])
        end = whole.find(close, start + 2) if close else -1
        if end >= 0:
            yield start, end + 2
        position = end + 2 if end >= 0 else start + 1


def _gather(texts: list[etree._Element], start: int, end: int, dialect: Dialect) -> None:
    """Moves the characters start–end, counted over all texts, into the text that holds the first of them."""
    first: etree._Element | None = None
    offset = 0
    moved = ""
    for text in texts:
        content = text.text or ""
        begin, stop = max(start - offset, 0), min(end - offset, len(content))
        offset += len(content)
        if begin >= stop:
            continue
        if first is None:
            first, tail, cut = text, content[stop:], content[:stop]
            continue
        moved += content[begin:stop]
        text.text = content[stop:]
        _drop_breaks_between(first, text, dialect)
    if first is not None and moved:
        first.text = cut + moved + tail


def _drop_breaks_between(first: etree._Element, last: etree._Element, dialect: Dialect) -> None:
    paragraph = next(first.iterancestors(dialect.paragraph))
    within = False
    for element in list(paragraph.iter()):
        if element is last:
            return
        if within and element.tag in dialect.breaks and next(element.iterancestors()).tag == dialect.run:
            _replace(element, "")
        within = within or element is first


def _drop_if_empty(text: etree._Element, dialect: Dialect) -> None:
    run = text.getparent()
    _replace(text, "")
    if run is not None and run.tag == dialect.run and all(child.tag == dialect.properties for child in run):
        _replace(run, "")


def _mark_the_rest(root: etree._Element, tags: TagList, dialect: Dialect, places: Places) -> None:
    """Marks tags in attributes (titles and tags of controls, alt texts) and in texts outside of runs."""
    for element in root.iter():
        if element.text and element.tag != dialect.text and SIGNS.search(element.text):
            if element.tag in _FIXED_TEXT:
                tags.refuse(
                    message("A tag stands in text that is deleted with tracked changes."),
                    message("Accept or reject the change."),
                    places.of(element),
                )
                continue
            element.text = tags.marked(element.text, places.of(element))
        for name, value in element.attrib.items():
            if SIGNS.search(value):
                element.set(name, _marked_attribute(value, tags, places, element))


def _marked_attribute(value: str, tags: TagList, places: Places, element: etree._Element) -> str:
    is_guid = value.startswith("{") and value.endswith("}") and value[1:2] not in ("{", "%", "#")
    return value if is_guid else tags.marked(value, places.of(element))


def _prepare_control(control: etree._Element, tags: TagList) -> None:
    """A control that holds one printed tag shows its placeholder, its tick or its day by that tag's value."""
    properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
    if properties is None or content is None:
        return
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
        if MARK.search(text.text or ""):
            _style_placeholder(text.getparent(), tag, tags)


def _last_of_head(properties: etree._Element) -> etree._Element:
    """The place for `showingPlcHdr`: after the names of the control, before its kind."""
    head = [
        child for child in properties if etree.QName(child).localname in ("rPr", "alias", "tag", "id", "placeholder")
    ]
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
    date.attrib.pop(w("fullDate"), None)
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
    light.insert(0, etree.Element(w("rStyle"), {w("val"): "PlaceholderText"}))
    own.addprevious(light)
    _alternatives(light, own, tag, f"({tag.body}) is placeholder", tags)


def _only_if(element: etree._Element, tag: Tag, test: str, tags: TagList) -> None:
    _insert_before(element, tags.derived(tag, "statement", f"if {test}"))
    element.tail = tags.derived(tag, "statement", "endif") + (element.tail or "")


def _alternatives(first: etree._Element, second: etree._Element, tag: Tag, test: str, tags: TagList) -> None:
    _insert_before(first, tags.derived(tag, "statement", f"if {test}"))
    first.tail = tags.derived(tag, "statement", "else")
    second.tail = tags.derived(tag, "statement", "endif") + (second.tail or "")


def _hoist(root: etree._Element, tags: TagList, dialect: Dialect) -> None:
    """Puts every prefixed tag in the place of the paragraph, row, cell or run that holds it."""
    for text in list(root.iter(dialect.text)):
        marks = [mark for mark in MARK.finditer(text.text or "") if tags.at(mark).prefix]
        if not marks or text.getroottree().getroot() is not root:
            continue
        tag = tags.at(marks[0])
        unit = next(text.iterancestors(dialect.units.get(tag.prefix, "-")), None)
        if unit is None:
            tags.refuse(message("The tag {tag} has no such part around it.", tag=tag.raw), place=tag.place)
        elif _alone(unit, tag, tags, dialect):
            _replace(unit, "".join(mark[0] for mark in marks))


def _alone(unit: etree._Element, tag: Tag, tags: TagList, dialect: Dialect) -> bool:
    """Whether nothing but tags of the same prefix stands in what a tag replaces; otherwise that is noted."""
    content = "".join(text.text or "" for text in unit.iter(dialect.text))
    others = [tags.at(mark) for mark in MARK.finditer(content) if tags.at(mark).prefix != tag.prefix]
    lost = MARK.sub("", content).strip() or "".join(other.raw for other in others)
    if not lost and unit.find(f".//{w('sectPr')}") is None:
        return True
    tags.refuse(
        message("Beside the tag {tag} stands “{lost}”, which would be lost.", tag=tag.raw, lost=lost[:40]),
        message("Give the tag a paragraph or row of its own."),
        tag.place,
    )
    return False


def _free_statements(run: etree._Element, tags: TagList, dialect: Dialect) -> None:
    """Splits a run at its statements, unless each of its texts opens and closes its own blocks."""
    marked = [text for text in run.iterchildren(dialect.text) if MARK.search(text.text or "")]
    if all(_balanced([tags.at(mark) for mark in MARK.finditer(text.text or "")]) for text in marked):
        return
    properties = run.find(dialect.properties)
    pieces: list[list[etree._Element] | str] = [[]]
    for child in list(run):
        if child is properties:
            continue
        for piece in _split(child, tags, dialect):
            if isinstance(piece, str):
                pieces += [piece, []]
            else:
                pieces[-1].append(piece)  # type: ignore[union-attr]
    for piece in pieces:
        if isinstance(piece, str):
            _insert_before(run, piece)
        elif piece:
            part = etree.Element(dialect.run)
            part.extend([*([deepcopy(properties)] if properties is not None else []), *piece])
            run.addprevious(part)
    _replace(run, "")


def _split(child: etree._Element, tags: TagList, dialect: Dialect) -> Iterator[etree._Element | str]:
    """A child of a run, cut where a statement stands: elements, and between them the marks."""
    content = child.text or ""
    if child.tag != dialect.text or not MARK.search(content):
        yield child
        return
    start = 0
    for mark in [*MARK.finditer(content), None]:
        if mark is not None and tags.at(mark).kind != "statement":
            continue
        if between := content[start : mark.start() if mark else None]:
            text = deepcopy(child)
            text.text, text.tail = between, None
            text.set(XML_SPACE, "preserve")
            yield text
        if mark is not None:
            yield mark[0]
            start = mark.end()


def _balanced(row: list[Tag]) -> bool:
    waiting: list[str] = []
    for tag in row:
        if tag.kind != "statement":
            continue
        if tag.keyword in _INLINE_PAIRS:
            waiting.append(_INLINE_PAIRS[tag.keyword])
        elif tag.keyword.startswith("end"):
            if not waiting or waiting.pop() != tag.keyword:
                return False
        elif tag.keyword in ("else", "elif") and not waiting:
            return False
    return not waiting


def _guard_containers(root: etree._Element, dialect: Dialect) -> None:
    """Marks cells that may end up without a paragraph, and tables that may end up without a row."""
    for element in root.iter(*dialect.needs_paragraph):
        if len(element) == 0 or element[-1].tag != dialect.paragraph or MARK.search(element[-1].tail or ""):
            _append_text(element, NEEDS_PARAGRAPH)
    for table in list(root.iter(dialect.table)):
        if any(MARK.search(child.tail or "") for child in table):
            _insert_before(table, TABLE_START)
            table.tail = TABLE_END + (table.tail or "")


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


def _insert_before(element: etree._Element, text: str) -> None:
    """Puts text before an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def _append_text(element: etree._Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _replace(element: etree._Element, text: str) -> None:
    """Puts text in the place of an element, keeping what follows it."""
    parent = element.getparent()
    if parent is None:
        return
    _insert_before(element, text + (element.tail or ""))
    element.tail = None
    parent.remove(element)
