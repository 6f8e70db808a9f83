"""Tags that are about a whole shape of a slide, `{%sp … %}`: leaving it out, repeating it, and where a copy stands.

`{%sp at LEFT, TOP in NAME %}` (or `LEFT, TOP, WIDTH, HEIGHT`) puts a copy at fractions of the shape called NAME; copies
without it are stacked downwards. A text box that holds a single printed tag becomes a picture when its value is one.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from ..errors import Message, message
from .dialect import a, p
from .sandbox import environment
from .tags import MARK, Tag, TagList, typed
from .trees import insert_before, name_of, number_of, replace
from .values import NEW_ID

_SHAPES = (p("sp"), p("graphicFrame"))
_HOLDERS = (p("spTree"), p("grpSp"))
_BEFORE = {"for", "if", "with", "set", "elif", "else"}
_AFTER = {"endfor", "endif", "endwith"}
_OPENS, _CLOSES = {"for", "if", "with"}, _AFTER
_SIDES = (("x", "y"), ("cx", "cy"))
_GAP = 72_000  # EMU between stacked copies: 2 mm
_OURS = 1_000_000  # ids from here on are those of an earlier render


class Box(NamedTuple):
    """Where a shape stands, in EMU."""

    x: int
    y: int
    width: int
    height: int


def prepare_shapes(root: etree._Element, tags: TagList) -> None:
    """Moves the shape tags of one part out of their shapes; problems are noted in `tags`."""
    _drop_kind(root, tags)
    for left in list(root.iter(p("custDataLst"))) if root.tag == p("sld") else []:
        replace(left, "")  # what add-ins keep beside a slide doesn't go along
    areas = {holder: list(_boxes(holder)) for holder in root.iter(*_HOLDERS)}
    shapes = list(root.iter(*_SHAPES))
    for shape in shapes:
        own = _taken(shape, tags)
        _check(own, tags)
        _place(shape, [tag for tag in own if tag.keyword == "at"], areas, tags)
        insert_before(shape, "".join(_kept(tag, tags) for tag in own if tag.keyword in _BEFORE))
        shape.tail = "".join(_kept(tag, tags) for tag in own if tag.keyword in _AFTER) + (shape.tail or "")
    animated = {found.get("spid", "") for found in root.iter(p("spTgt"), p("bldP"))}
    for holder in areas:
        _stack(holder, tags)
        _let_go(root, holder, animated, tags)
    for shape in shapes:
        if _id(shape) not in animated:
            _offer_picture(shape, tags)


def box_of(shape: etree._Element) -> tuple[etree._Element, etree._Element] | None:
    """The elements that say where a shape stands and how large it is, if it says so itself."""
    places = (p("xfrm"), f"{p('spPr')}/{a('xfrm')}", f"{p('grpSpPr')}/{a('xfrm')}")
    frame = next((found for place in places if (found := shape.find(place)) is not None), None)
    offset, extent = (None, None) if frame is None else (frame.find(a("off")), frame.find(a("ext")))
    return None if offset is None or extent is None else (offset, extent)


def _id(shape: etree._Element) -> str:
    known = next(shape.iter(p("cNvPr")), None)
    return "" if known is None else known.get("id", "")


def _drop_kind(root: etree._Element, tags: TagList) -> None:
    """Takes the line out of the notes that names the kind of the slide."""
    for text in list(root.iter(a("t"))) if root.tag == p("notes") else []:
        mark = next((mark for mark in MARK.finditer(text.text or "") if tags.at(mark).keyword == "slide"), None)
        if mark is None:
            continue
        text.text = (text.text or "").replace(mark[0], "", 1)
        _tidy(text)
        return


def _boxes(holder: etree._Element) -> Iterator[tuple[str, Box]]:
    for shape in holder:
        if (own := box_of(shape)) is not None:
            (x, y), (width, height) = (
                [number_of(element, name) for name in names] for element, names in zip(own, _SIDES, strict=True)
            )
            yield typed(name_of(shape)), Box(x, y, width, height)


def _taken(shape: etree._Element, tags: TagList) -> list[Tag]:
    """The shape tags in a shape's text, taken out of it with the paragraphs that held nothing else."""
    found: list[Tag] = []
    for text in list(shape.iter(a("t"))):
        own = [tags.at(mark) for mark in MARK.finditer(text.text or "") if tags.at(mark).prefix == "sp"]
        if own:
            found += own
            text.text = MARK.sub(lambda mark: "" if tags.at(mark).prefix == "sp" else mark[0], text.text or "")
            _tidy(text)
    return found


def _tidy(text: etree._Element) -> None:
    """Removes a run that says nothing any more, and its paragraph with it, unless that is the only one."""
    paragraph, run = next(text.iterancestors(a("p")), None), text.getparent()
    if paragraph is None or run is None:  # no program writes text there
        return
    holder = run.getparent()
    if not text.text and holder is not None and run.tag == a("r"):
        holder.remove(run)
    body = paragraph.getparent()
    is_bare = not any(child.tag in (a("r"), a("fld"), a("br")) for child in paragraph)
    if is_bare and body is not None and len(body.findall(a("p"))) > 1:
        body.remove(paragraph)


def _check(own: Sequence[Tag], tags: TagList) -> None:
    for tag in own:
        if tag.keyword not in (*_BEFORE, *_AFTER, "at"):
            tags.refuse(
                message("The tag {tag} is not one that a shape can have.", tag=tag.raw),
                message("There are for, if, with, set, at, and what ends them."),
                tag.place,
            )


def _kept(tag: Tag, tags: TagList) -> str:
    """A tag for the place where it has been moved to."""
    return tags.add(Tag(tag.kind, "", tag.body, tag.raw, tag.place))


def _place(
    shape: etree._Element, own: Sequence[Tag], areas: Mapping[etree._Element, list[tuple[str, Box]]], tags: TagList
) -> None:
    """Leaves where a shape stands to the render, if a tag asks for it."""
    position = box_of(shape)
    for number, tag in enumerate(own):
        if number:
            what = message("The tag {tag} is the second one that places this shape.", tag=tag.raw)
            tags.refuse(what, message("Keep one of them."), tag.place)
        elif position is None:
            tags.refuse(
                message("The tag {tag} needs a shape that stands where the slide says, not its layout.", tag=tag.raw),
                message("Move the shape a little on this slide, and it has a place of its own."),
                tag.place,
            )
        else:
            holder = next((found for found in shape.iterancestors(*_HOLDERS)), None)
            _place_in_area(position, tag, areas.get(holder, []) if holder is not None else [], tags)


def _place_in_area(
    position: tuple[etree._Element, etree._Element], tag: Tag, areas: list[tuple[str, Box]], tags: TagList
) -> None:
    known = [name for name, _ in areas if name and tag.body.endswith(f" in {name}")]
    longest = max(known, key=len, default=tag.body.rpartition(" in ")[2])
    where = tag.body.removeprefix("at").removesuffix(longest).strip().removesuffix("in")
    count = _count(where)
    if count not in (2, 3, 4):
        what = message("The tag {tag} can't be read.", tag=tag.raw)
        remedy = message("Write {{%sp at left, top in Name %}}, or left, top, width, height.")
        tags.refuse(what, remedy, tag.place)
        return
    if known.count(longest) != 1:
        tags.refuse(*_no_area(tag, longest, [name for name, _ in areas]), tag.place)
        return
    area = dict(areas)[longest]
    offset, extent = position
    values = (
        (offset, "x", f"along({area.x}, {area.width})"),
        (offset, "y", f"along({area.y}, {area.height})"),
        (extent, "cx", f"extent({area.width})"),
        (extent, "cy", f"extent({area.height})"),
    )
    for number, (element, name, value) in enumerate(values[:count]):
        element.set(name, tags.derived(tag, "print", f"[{where}][{number}]|{value}"))


def _no_area(tag: Tag, name: str, areas: Sequence[str]) -> tuple[Message, Message]:
    if name in areas:
        what = message("The tag {tag} names a shape that is there twice.", tag=tag.raw)
        return what, message("Give each shape a name of its own in the selection pane.")
    near = ", ".join(difflib.get_close_matches(name, areas, n=1) or areas)
    return message("The tag {tag} names a shape that isn't on this slide.", tag=tag.raw), message(
        "There is {near}.", near=near
    )


def _count(expressions: str) -> int:
    """How many expressions stand in a row; 0 where they can't be read."""
    try:
        tree = environment().parse(f"{{{{ [{expressions}] }}}}")
    except (TemplateSyntaxError, ValueError, RecursionError):
        return 0
    return len(next(tree.find_all(nodes.List)).items) if expressions.strip() else 0


def _stack(holder: etree._Element, tags: TagList) -> None:
    """Puts the copies of what a loop repeats below each other: all shapes of a loop as one block."""
    for block in _blocks(holder, tags, {"for"}, {"endfor"}):
        known = [(shape, box) for shape in block if (box := box_of(shape)) is not None]
        free = [box for _, box in known if not MARK.search(box[0].get("y", ""))]
        tops = [number_of(offset, "y") for offset, _ in free]
        ends = [top + number_of(extent, "cy") for top, (_, extent) in zip(tops, free, strict=True)]
        step = max(ends, default=0) - min(tops, default=0) + _GAP
        for (offset, _), top in zip(free, tops, strict=True):
            place = Tag("print", "", f"{len(tags.tags)}|stacked({top}, {step})", "", derived=True)
            offset.set("y", tags.add(place))


def _blocks(holder: etree._Element, tags: TagList, opens: set[str], closes: set[str]) -> list[list[etree._Element]]:
    """The shapes of a slide or group that stand between tags, a list for each outermost pair."""
    blocks: list[list[etree._Element]] = []
    depth = 0
    texts = [holder.text, *(child.tail for child in holder)]
    for text, shape in zip(texts, [*holder, None], strict=True):
        for mark in MARK.finditer(text or ""):
            word = tags.at(mark).keyword
            if word in opens:
                blocks += [[]] if depth == 0 else []
                depth += 1
            elif word in closes:
                depth -= 1
        if depth > 0 and shape is not None:
            blocks[-1].append(shape)
    return blocks


def _let_go(root: etree._Element, holder: etree._Element, animated: set[str], tags: TagList) -> None:
    """What may come more than once, or not at all, can't be animated, and no line holds on to it."""
    fluid = {_id(shape): shape for block in _blocks(holder, tags, _OPENS, _CLOSES) for shape in block}
    for number in fluid.keys() & animated:
        tags.refuse(
            message("The shape “{name}” has an animation, and tags that repeat it.", name=name_of(fluid[number])),
            message("Remove one of the two."),
        )
    for end in list(root.iter(a("stCxn"), a("endCxn"))):
        if end.get("id") in fluid and (line := end.getparent()) is not None:
            line.remove(end)


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
    """Leaves to the render the ids of shapes that a loop repeats, of those that share one, and of an earlier render."""
    taken: set[str] = set()
    for known in root.iter(p("cNvPr")):
        number = known.get("id", "")
        if number in taken or (number.isdigit() and int(number) > _OURS):
            known.set("id", NEW_ID)
        taken.add(number)
    for holder in root.iter(*_HOLDERS):
        for shape in (shape for block in _blocks(holder, tags, {"for"}, {"endfor"}) for shape in block):
            for known in shape.iter(p("cNvPr")):
                known.set("id", NEW_ID)
