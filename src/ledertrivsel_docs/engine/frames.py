"""How much room the texts of a deck's slides have: boxes and type as slide, layout and master together have them.

A text box that is set to shrink its text, a footer, and every table with tags get a number, which is marked in the
slide, so that `fit` finds again what was printed in them. What a slide doesn't say is looked for as ECMA-376 part 1,
19.3.1.36 has it: in the placeholder of the layout, in that of the master, then in the master's text styles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from .compiled import Frame, Level
from .dialect import a, p
from .fit import space
from .opening import Opened
from .shapes import box_of
from .tags import Tag, TagList
from .trees import number_of

_PT = 12_700  # EMU
_LEVELS = 5
_TITLES = ("title", "ctrTitle")
_SIDE, _TOP = 91_440, 45_720  # the margins of a text box or cell that says nothing else
_BEYOND = 234_000  # EMU that a table may be longer than its place in the layout: 6.5 mm
_DEFAULT_SIZE = 18.0
_VALUE, _LOOP = re.compile(r"\{\{\s*(\w+)\s*\}\}"), re.compile(r"\{%(?:p|tr)\s+for\s+\w+\s+in\s+(\w+)\s*%\}")
_FITTINGS = (a("noAutofit"), a("normAutofit"), a("spAutoFit"))


@dataclass(frozen=True, slots=True)
class _Above:
    """What a slide inherits from: layout, master, the fonts of the theme by `+mj-lt` and `+mn-lt`, and from the
    presentation the height of the slides and the look of plain text boxes.
    """

    layout: etree._Element | None
    master: etree._Element | None
    fonts: dict[str, str]
    height: int
    texts: etree._Element | None

    @classmethod
    def of(cls, opened: Opened, slide: str) -> _Above:
        layout = next(iter(opened.related(slide, "slideLayout")), "")
        master = next(iter(opened.related(layout, "slideMaster")), "")
        theme = opened.trees.get(next(iter(opened.related(master, "theme")), ""))
        fonts = {}
        for key, kind in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
            latin = None if theme is None else theme.find(f".//{a(kind)}/{a('latin')}")
            fonts[key] = "" if latin is None else latin.get("typeface", "")
        presentation = next((tree for tree in opened.trees.values() if tree.tag == p("presentation")), None)
        size = None if presentation is None else presentation.find(p("sldSz"))
        texts = None if presentation is None else presentation.find(p("defaultTextStyle"))
        height = 0 if size is None else number_of(size, "cy")
        return cls(opened.trees.get(layout), opened.trees.get(master), fonts, height, texts)

    def shapes(self, shape: etree._Element) -> list[etree._Element]:
        """A shape, and those that it inherits from."""
        holder = shape.find(f".//{p('ph')}")
        if holder is None:
            return [shape]
        kind, index = holder.get("type", "obj"), holder.get("idx", "0")
        below = _placeholder(self.layout, lambda own: own.get("idx", "0") == index and own.get("type", "obj") == kind)
        if below is None:
            below = _placeholder(self.layout, lambda own: own.get("type", "obj") == kind)
        family = _TITLES if kind in _TITLES else (kind,) if kind in ("ftr", "sldNum", "dt") else ("body",)
        base = _placeholder(self.master, lambda own: own.get("type", "obj") in family)
        return [found for found in (shape, below, base) if found is not None]

    def styles(self, shape: etree._Element) -> list[etree._Element]:
        """The list styles that hold for a shape's text, the nearest first."""
        found = [style for one in self.shapes(shape) for style in one.iterfind(f"{p('txBody')}/{a('lstStyle')}")]
        holder = shape.find(f".//{p('ph')}")
        if holder is None:
            return [*found, *([] if self.texts is None else [self.texts])]
        kind = holder.get("type", "obj")
        name = "otherStyle" if kind in ("ftr", "sldNum", "dt") else "titleStyle" if kind in _TITLES else "bodyStyle"
        style = None if self.master is None else self.master.find(f"{p('txStyles')}/{p(name)}")
        return [*found, *([] if style is None else [style])]


def _placeholder(part: etree._Element | None, fits: Callable[[etree._Element], bool]) -> etree._Element | None:
    if part is None:
        return None
    return next((one for one in part.iter(p("sp")) for own in one.iter(p("ph")) if fits(own)), None)


def find_frames(opened: Opened) -> None:
    """Notes the room of every text that is to fit, before anything in the slides is moved."""
    for slide in opened.slides:
        above, root = _Above.of(opened, slide.path), opened.trees[slide.path]
        found = [(shape, _text_frame(shape, above)) for shape in root.iter(p("sp"))]
        found += [(table, _table_frame(table, above)) for table in root.iter(a("tbl"))]
        for element, frame in found:
            if frame is not None:
                opened.frame_of[element] = len(opened.frames)
                opened.frames.append(frame)


def mark_frames(root: etree._Element, opened: Opened, tags: TagList) -> None:
    """Marks each frame of a part with its number, and lets the render scale its type."""
    for element in root.iter(p("sp"), a("tbl")):
        if (number := opened.frame_of.get(element)) is None:
            continue
        place = Tag("print", "", "", "")
        mark = tags.derived(place, "print", f"{number}|framed")
        if element.tag == a("tbl"):
            above = next(element.iterfind(a("tblGrid")))
        else:
            _let_scale(next(element.iterfind(f"{p('txBody')}/{a('bodyPr')}")), number, tags)
            heads = (found for name in ("lstStyle", "bodyPr") for found in element.iterfind(f"{p('txBody')}/{a(name)}"))
            above = next(heads)
        above.tail = mark + (above.tail or "")


def _text_frame(shape: etree._Element, above: _Above) -> Frame | None:
    chain = above.shapes(shape)
    bodies = [body for one in chain for body in one.iterfind(f"{p('txBody')}/{a('bodyPr')}")]
    fitting = next((child.tag for body in bodies for child in body if child.tag in _FITTINGS), None)
    has_tags = "{" in "".join(text.text or "" for text in shape.iter(a("t")))
    extent = next((own[1] for one in chain if (own := box_of(one)) is not None), None)
    holder = shape.find(f".//{p('ph')}")
    kind = None if holder is None else holder.get("type")
    has_own = shape.find(f"{p('txBody')}/{a('bodyPr')}") is not None  # PowerPoint writes one always, others may not
    if (fitting != a("normAutofit") and kind != "ftr") or not has_tags or extent is None or not has_own:
        return None

    def attribute(name: str, default: int) -> int:
        return next((number_of(body, name, default) for body in bodies if body.get(name)), default)

    columns = max(attribute("numCol", 1), 1)
    width = number_of(extent, "cx") - attribute("lIns", _SIDE) - attribute("rIns", _SIDE)
    width = (width - (columns - 1) * attribute("spcCol", 0)) // columns
    height = number_of(extent, "cy") - attribute("tIns", _TOP) - attribute("bIns", _TOP)
    if next((turn for body in bodies if (turn := body.get("vert"))), "horz").startswith("vert"):  # a turned text
        width, height = height, width
    levels = tuple(_levels(above.styles(shape), above, kind in _TITLES))
    return Frame(*_printed_in(shape), width / _PT, columns * height / _PT, levels)


def _printed_in(shape: etree._Element) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that are printed by themselves in a shape, and those that its loops go over."""
    written = "".join(text.text or "" for text in shape.iter(a("t")))
    return tuple(dict.fromkeys(_VALUE.findall(written))), tuple(dict.fromkeys(_LOOP.findall(written)))


def _levels(styles: list[etree._Element], above: _Above, is_title: bool) -> Iterator[Level]:
    for number in range(1, _LEVELS + 1):
        own = [found for style in styles for found in style.iterfind(a(f"lvl{number}pPr"))]
        runs = [found for level in own for found in level.iterfind(a("defRPr"))]
        size = next((number_of(run, "sz") / 100 for run in runs if number_of(run, "sz")), _DEFAULT_SIZE)
        latin = next((found for run in runs for found in run.iterfind(a("latin"))), None)
        typeface = ("+mj-lt" if is_title else "+mn-lt") if latin is None else latin.get("typeface", "")
        bold = next((run.get("b") for run in runs if run.get("b") is not None), "0")
        yield Level(
            font=above.fonts.get(typeface, typeface),
            size=size,
            bold=bold in ("1", "true"),
            spacing=_space(own, "lnSpc", size) or 1.0,
            before=_space(own, "spcBef", size),
            after=_space(own, "spcAft", size),
            left=next((number_of(level, "marL") for level in own if level.get("marL")), 0) / _PT,
            first=next((number_of(level, "indent") for level in own if level.get("indent")), 0) / _PT,
        )


def _space(levels: list[etree._Element], name: str, size: float) -> float:
    for level in levels:
        for child in level.iterfind(f"{a(name)}/*"):
            return space(name, etree.QName(child).localname, number_of(child, "val"), size)
    return 0.0


def _let_scale(properties: etree._Element, number: int, tags: TagList) -> None:
    """Leaves the scale of a text to the render; one that nobody fits keeps what the designer has set."""
    fitting = next((child for child in properties if child.tag in _FITTINGS), None)
    if fitting is None or fitting.tag != a("normAutofit"):
        if fitting is not None:
            properties.remove(fitting)
        fitting = etree.Element(a("normAutofit"))
        properties.insert(0 if properties.find(a("prstTxWarp")) is None else 1, fitting)
    own = number_of(fitting, "fontScale", 100_000)
    fitting.set("fontScale", tags.derived(Tag("print", "", "", ""), "print", f"{number}|scaled({own})"))


def _table_frame(table: etree._Element, above: _Above) -> Frame | None:
    holder = next(table.iterancestors(p("graphicFrame")), None)
    own = None if holder is None else box_of(holder)
    has_tags = "{" in "".join(text.text or "" for text in table.iter(a("t")))
    if holder is None or own is None or not has_tags or table.find(a("tblGrid")) is None:
        return None
    top = number_of(own[0], "y")
    bottom = _floor(holder, top, above)
    cell = next(table.iter(a("tcPr")), None)
    sides = [number_of(cell, name, _SIDE) if cell is not None else _SIDE for name in ("marL", "marR")]
    rows = [number_of(cell, name, _TOP) if cell is not None else _TOP for name in ("marT", "marB")]
    columns = tuple((number_of(column, "w") - sum(sides)) / _PT for column in table.iter(a("gridCol")))
    levels = tuple(_levels([] if above.texts is None else [above.texts], above, False))
    return Frame(*_printed_in(holder), 0.0, (bottom - top) / _PT, levels, columns, sum(rows) / _PT)


def _floor(holder: etree._Element, top: int, above: _Above) -> int:
    """How far down a table may come: to the footer, if that is below it, and little beyond its place in the layout."""
    tops = [number_of(box[0], "y") for one in _footers(above) if (box := box_of(one)) is not None][:1]
    places = [box for one in above.shapes(holder)[1:] if (box := box_of(one)) is not None][:1]
    ends = [number_of(offset, "y") + number_of(extent, "cy") + _BEYOND for offset, extent in places]
    return min((end for end in (*tops, *ends) if end > top), default=above.height)


def _footers(above: _Above) -> Iterator[etree._Element]:
    for part in (above.layout, above.master):
        found = _placeholder(part, lambda own: own.get("type") == "ftr")
        if found is not None:
            yield found
