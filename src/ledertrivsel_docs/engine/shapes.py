"""Tags that are about a whole shape of a slide, `{%sp … %}`: leaving it out, repeating it, and where a copy stands.

`{%sp at LEFT, TOP in NAME %}` (or `LEFT, TOP, WIDTH, HEIGHT`) puts a copy at fractions of the shape called NAME; copies
without it are stacked downwards. A text box that holds a single printed tag becomes a picture when its value is one.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from ..errors import message
from .dialect import a, p
from .sandbox import environment
from .tags import MARK, Tag, TagList
from .trees import insert_before, name_of
from .values import NEW_ID

_SHAPES = (p("sp"), p("graphicFrame"))
_BEFORE = {"for", "if", "with", "set", "elif", "else"}
_AFTER = {"endfor", "endif", "endwith"}
_AT = re.compile(r"at\s+(?P<where>.+)\s+in\s+(?P<area>.+)")
_SIDES = (("x", "y"), ("cx", "cy"))
_GAP = 72_000  # EMU between stacked copies: 2 mm


class Box(NamedTuple):
    """Where a shape stands, in EMU."""

    x: int
    y: int
    width: int
    height: int


def prepare_shapes(root: etree._Element, tags: TagList) -> None:
    """Moves the shape tags of one part out of their shapes; problems are noted in `tags`."""
    boxes = dict(_boxes(root))
    for shape in [found for found in root.iter(*_SHAPES) if next(found.iterancestors(*_SHAPES), None) is None]:
        own = _taken(shape, tags)
        for tag in own:
            if tag.keyword not in (*_BEFORE, *_AFTER, "at"):
                tags.refuse(
                    message("The tag {tag} is not one that a shape can have.", tag=tag.raw),
                    message("There are for, if, with, set, at, and what ends them."),
                    tag.place,
                )
        _place(shape, own, boxes, tags)
        insert_before(shape, "".join(_kept(tag, tags) for tag in own if tag.keyword in _BEFORE))
        shape.tail = "".join(_kept(tag, tags) for tag in own if tag.keyword in _AFTER) + (shape.tail or "")
        _offer_picture(shape, tags)


def box_of(shape: etree._Element) -> tuple[etree._Element, etree._Element] | None:
    """The elements that say where a shape stands and how large it is, if it says so itself."""
    frame = shape.find(p("xfrm"))
    if frame is None:
        frame = shape.find(f"{p('spPr')}/{a('xfrm')}")
    offset, extent = (None, None) if frame is None else (frame.find(a("off")), frame.find(a("ext")))
    return None if offset is None or extent is None else (offset, extent)


def _boxes(root: etree._Element) -> Iterator[tuple[str, Box]]:
    for shape in root.iter(*_SHAPES, p("pic")):
        if (own := box_of(shape)) is not None:
            (x, y), (width, height) = (
                [int(e.get(n, "0")) for n in names] for e, names in zip(own, _SIDES, strict=True)
            )
            yield name_of(shape), Box(x, y, width, height)


def _taken(shape: etree._Element, tags: TagList) -> list[Tag]:
    """The shape tags in a shape's text, taken out of it with the paragraphs that held nothing else."""
    found: list[Tag] = []
    for text in list(shape.iter(a("t"))):
        own = [tags.at(mark) for mark in MARK.finditer(text.text or "") if tags.at(mark).prefix == "sp"]
        if not own:
            continue
        found += own
        text.text = MARK.sub(lambda mark: "" if tags.at(mark).prefix == "sp" else mark[0], text.text or "")
        paragraph = next(text.iterancestors(a("p")))
        if not text.text and (run := text.getparent()) is not None and run.tag == a("r"):
            paragraph.remove(run)
        body = paragraph.getparent()
        is_bare = not any(child.tag in (a("r"), a("fld"), a("br")) for child in paragraph)
        if is_bare and body is not None and len(body.findall(a("p"))) > 1:
            body.remove(paragraph)
    return found


def _kept(tag: Tag, tags: TagList) -> str:
    """A tag for the place where it has been moved to."""
    return tags.add(Tag(tag.kind, "", tag.body, tag.raw, tag.place))


def _place(shape: etree._Element, own: list[Tag], boxes: dict[str, Box], tags: TagList) -> None:
    """Leaves where a shape stands to the render, if a tag asks for it or a loop repeats it."""
    at = next((tag for tag in own if tag.keyword == "at"), None)
    repeats = {"for", "endfor"} <= {tag.keyword for tag in own}
    if at is None and not repeats:
        return
    position = box_of(shape)
    tag = at or next(tag for tag in own if tag.keyword == "for")
    if position is None:
        tags.refuse(
            message("The tag {tag} needs a shape that stands where the slide says, not its layout.", tag=tag.raw),
            message("Move the shape a little on this slide, and it has a place of its own."),
            tag.place,
        )
    elif at is not None:
        _place_in_area(position, at, boxes, tags)
    else:
        offset, extent = position
        top, height = int(offset.get("y", "0")), int(extent.get("cy", "0"))
        offset.set("y", tags.derived(tag, "print", f"loop.index0|along({top}, {height + _GAP})"))


def _place_in_area(
    position: tuple[etree._Element, etree._Element], tag: Tag, boxes: dict[str, Box], tags: TagList
) -> None:
    found = _AT.fullmatch(tag.body)
    count = _count(found["where"]) if found else 0
    if found is None or count not in (2, 3, 4):
        tags.refuse(
            message("The tag {tag} can't be read.", tag=tag.raw),
            message("Write {{%sp at left, top in Name %}}, or left, top, width, height."),
            tag.place,
        )
        return
    area = boxes.get(found["area"])
    if area is None:
        near = ", ".join(difflib.get_close_matches(found["area"], boxes, n=1) or boxes)
        tags.refuse(
            message("The tag {tag} names a shape that isn't on this slide.", tag=tag.raw),
            message("There is {near}.", near=near),
            tag.place,
        )
        return
    offset, extent = position
    parts = ((offset, "x", area.x, area.width), (offset, "y", area.y, area.height))
    sizes = ((extent, "cx", 0, area.width), (extent, "cy", 0, area.height))
    for number, (element, name, start, length) in enumerate((*parts, *sizes)[:count]):
        value = f"[{found['where']}][{number}]|along({start}, {length})"
        element.set(name, tags.derived(tag, "print", value))


def _count(expressions: str) -> int:
    """How many expressions stand in a row; 0 where they can't be read."""
    try:
        tree = environment().parse(f"{{{{ [{expressions}] }}}}")
    except TemplateSyntaxError:
        return 0
    return len(next(tree.find_all(nodes.List)).items)


def _offer_picture(shape: etree._Element, tags: TagList) -> None:
    """A text box with nothing but one printed tag shows that as a picture, where it is one."""
    mark = MARK.fullmatch("".join(text.text or "" for text in shape.iter(a("t"))))
    position = box_of(shape)
    if mark is None or position is None or (tag := tags.at(mark)).kind != "print" or shape.tag != p("sp"):
        return
    values = (e.get(name, "0") for e, names in zip(position, _SIDES, strict=True) for name in names)
    box = ", ".join(f"({_expression(value, tags)})" for value in values)
    insert_before(shape, tags.derived(tag, "statement", f"if ({tag.body}) is picture"))
    insert_before(shape, tags.derived(tag, "print", f"({tag.body})|pictured({box})"))
    insert_before(shape, tags.derived(tag, "statement", "else"))
    shape.tail = tags.derived(tag, "statement", "endif") + (shape.tail or "")


def _expression(value: str, tags: TagList) -> str:
    mark = MARK.fullmatch(value)
    return tags.at(mark).body if mark else value


def open_ids(root: etree._Element, tags: TagList) -> None:
    """Leaves to the render the ids of shapes that a loop repeats, and of those that share one."""
    taken: set[str] = set()
    for known in root.iter(p("cNvPr")):
        if (number := known.get("id", "")) in taken:
            known.set("id", NEW_ID)
        taken.add(number)
    for tree in root.iter(p("spTree")):
        for shape in _repeated(tree, tags):
            for known in shape.iter(p("cNvPr")):
                known.set("id", NEW_ID)


def _repeated(tree: etree._Element, tags: TagList) -> Iterator[etree._Element]:
    depth = _loops(tree.text, tags)
    for shape in tree:
        if depth:
            yield shape
        depth += _loops(shape.tail, tags)


def _loops(text: str | None, tags: TagList) -> int:
    """How many more loops begin than end."""
    words = [tags.at(mark).keyword for mark in MARK.finditer(text or "")]
    return words.count("for") - words.count("endfor")
