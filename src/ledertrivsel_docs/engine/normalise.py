"""Brings a part's tree in order, so that filling in strings is all that is left to do.

Tags split over runs are joined, a prefixed tag takes the place of its paragraph, row or cell, a statement gets out of
its run, content controls learn to show their placeholder, and ids are left open. Tags stand as marks (see `tags`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from ..errors import Message, message
from .dialect import W14, XML_SPACE, Dialect, W, w
from .places import Places
from .tags import HINTS, MARK, MAX_TAG, SIGNS, Tag, TagList
from .trees import insert_before, replace

# XPath, because a look at every element of a large styles part in Python would be half of what compiling costs.
_NAMES = {
    "w": W,
    "w14": W14,
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
}
_NOISE = etree.XPath(
    "//w:proofErr | //w:lastRenderedPageBreak | //w:rsids | //w:rsid | //comment() | //processing-instruction()"
    " | //*[local-name() = 'ext'][p14:creationId or a16:creationId or a16:rowId or a16:colId]",
    namespaces=_NAMES,
)
_SIGNED = etree.XPath("//*[@*[starts-with(local-name(), 'rsid')] or @w14:paraId or @w14:textId]", namespaces=_NAMES)
_INLINE_PAIRS = {"if": "endif", "for": "endfor", "with": "endwith"}
_FIXED_TEXT = (w("delText"), w("delInstrText"))


def normalise(root: etree._Element, tags: TagList, dialect: Dialect, part: Message) -> None:
    """Prepares one part, which is clean, in place; problems are noted in `tags`, with what the `part` is called."""
    places = Places(root, dialect, part)
    for paragraph in list(root.iter(dialect.paragraph)):
        _join(paragraph, tags, dialect, places)
    _mark_the_rest(root, tags, dialect, places)
    dialect.before(root, tags)
    _hoist(root, tags, dialect)
    for run in list(root.iter(dialect.run)):
        _free_statements(run, tags, dialect)
    dialect.after(root, tags)


def clean(root: etree._Element) -> None:
    """Drops what says who edited when, and what proofing left behind."""
    for element in _elements(_NOISE(root)):
        holder = element.getparent()
        replace(element, "")
        if holder is not None and holder.tag.endswith("}extLst") and len(holder) == 0:
            replace(holder, "")
    for element in _elements(_SIGNED(root)):
        for name in map(str, element.attrib.keys()):
            if name.rpartition("}")[2].startswith("rsid") or name in (f"{{{W14}}}paraId", f"{{{W14}}}textId"):
                del element.attrib[name]


def _elements(found: object) -> list[etree._Element]:
    return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []


def _texts(paragraph: etree._Element, dialect: Dialect) -> list[etree._Element]:
    nested = (text for text in paragraph.iter(dialect.text))
    return [text for text in nested if next(text.iterancestors(dialect.paragraph)) is paragraph]


def _join(paragraph: etree._Element, tags: TagList, dialect: Dialect, places: Places) -> None:
    """Moves each tag whole into the run where it begins, then marks the tags of every text."""
    texts = _texts(paragraph, dialect)
    whole = "".join(text.text or "" for text in texts)
    if not SIGNS.search(whole):
        return
    place = places.of(paragraph)
    tags.note_loose(whole, place)
    for start, end in _spans(whole):
        _gather(texts, start, end, dialect)
    for text in texts:
        if text.text:
            text.text = tags.marked(text.text, place)
            if dialect.marks_space and MARK.search(text.text):
                text.set(XML_SPACE, "preserve")
    for text in texts:
        if not text.text:
            _drop_if_empty(text, dialect)


def _spans(whole: str) -> Iterator[tuple[int, int]]:
    position = 0
    while (start := whole.find("{", position)) >= 0:
        close = {"{": "}}", "%": "%}", "#": "#}"}.get(whole[start + 1 : start + 2])
        end = whole.find(close, start + 2, start + 2 + MAX_TAG + 2) if close else -1
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
        if within and element.tag in dialect.breaks and next(element.iterancestors()).tag == dialect.break_holder:
            replace(element, "")
        within = within or element is first


def _drop_if_empty(text: etree._Element, dialect: Dialect) -> None:
    run = text.getparent()
    replace(text, "")
    if run is not None and run.tag == dialect.run and all(child.tag == dialect.properties for child in run):
        replace(run, "")


def _mark_the_rest(root: etree._Element, tags: TagList, dialect: Dialect, places: Places) -> None:
    """Marks tags in attributes (titles and tags of controls, alt texts) and in texts outside of runs."""
    for element in root.iter():
        joined = element.tag == dialect.text and next(element.iterancestors(dialect.paragraph), None) is not None
        if element.text and not joined and SIGNS.search(element.text):
            if element.tag in _FIXED_TEXT and HINTS.search(element.text):
                tags.refuse(
                    message("A tag stands in text that is deleted with tracked changes."),
                    message("Accept or reject the change."),
                    places.of(element),
                )
                continue
            element.text = _marked(element.text, tags, places, element)
        if element.tail and SIGNS.search(element.tail):
            element.tail = _marked(element.tail, tags, places, element)
        for name, value in element.attrib.items():
            if SIGNS.search(str(value)):
                element.set(name, _marked(str(value), tags, places, element))


def _marked(text: str, tags: TagList, places: Places, element: etree._Element) -> str:
    is_guid = text.startswith("{") and text.endswith("}") and text[1:2] not in ("{", "%", "#")
    if is_guid:
        return text
    place = places.of(element)
    tags.note_loose(text, place)
    return tags.marked(text, place)


def _hoist(root: etree._Element, tags: TagList, dialect: Dialect) -> None:
    """Puts every prefixed tag in the place of the paragraph, row, cell or run that holds it."""
    for text in list(root.iter(dialect.text)):
        marks = [mark for mark in MARK.finditer(text.text or "") if tags.at(mark).prefix]
        if not marks or text.getroottree().getroot() is not root:
            continue
        tag = tags.at(marks[0])
        unit = next(text.iterancestors(dialect.units.get(tag.prefix, "-")), None)
        if unit is None:
            tags.refuse(
                message("The tag {tag} has no such part around it.", tag=tag.raw),
                message("{{%tr … %}} and {{%tc … %}} belong in a table; write {{%p … %}} or {{% … %}} here."),
                tag.place,
            )
        elif _alone(unit, tag, tags, dialect):
            replace(unit, "".join(mark[0] for mark in marks))


def _alone(unit: etree._Element, tag: Tag, tags: TagList, dialect: Dialect) -> bool:
    """Whether nothing but tags of the same prefix stands in what a tag replaces; otherwise that is noted."""
    content = "".join(text.text or "" for text in unit.iter(dialect.text))
    others = [tags.at(mark) for mark in MARK.finditer(content) if tags.at(mark).prefix != tag.prefix]
    lost = MARK.sub("", content).strip() or "".join(other.raw for other in others)
    lost = lost or next((etree.QName(element).localname for element in unit.iter() if dialect.is_content(element)), "")
    if not lost:
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
    children = [child for child in run if child is not properties]
    pieces = [piece for child in children for piece in _split(child, tags, dialect)]
    for is_mark, group in itertools.groupby(pieces, key=lambda piece: isinstance(piece, str)):
        if is_mark:
            insert_before(run, "".join(str(mark) for mark in group))
            continue
        part = etree.Element(dialect.run)
        part.extend([] if properties is None else [deepcopy(properties)])
        part.extend([piece for piece in group if not isinstance(piece, str)])
        run.addprevious(part)
    replace(run, "")


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
            if dialect.marks_space:
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
