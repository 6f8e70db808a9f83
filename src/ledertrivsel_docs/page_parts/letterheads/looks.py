"""What of a letterhead's own styles holds on our pages: how their text and headings look.

Text that is too light to be read on white is darkened. What would break a page of ours is not taken: numbers, frames,
indents, page breaks, hidden text, huge gaps. Our other styles get their font from theirs, whatever the theme says: a
page has one font for its text and one for its headings.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document
from lxml import etree

from ...engine.dialect import w
from ...models.palette import HEX, as_text_colour
from ..looks import Look
from ..styles import add_styles, is_heading
from .content import drop
from .styles import style_id, style_name

# In the order that Word wants.
_LETTERS = (
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "color",
    "spacing",
    "sz",
    "szCs",
    "u",
)  # in Word's order
_PARAGRAPH = ("pBdr", "shd", "spacing", "jc")
_TAKEN_PARAGRAPH = {"Normal": ("spacing",), "Header": (), "Footer": ()}
_TAKEN_LETTERS = {
    "Normal": ("rFonts", "color", "sz", "szCs"),
    "Header": ("rFonts", "color", "sz", "szCs"),
    "Footer": ("rFonts", "color", "sz", "szCs"),
    "Hyperlink": ("color", "u"),
}
_SIZES = {"Normal": (9, 12.5), "Header": (7, 9), "Footer": (7, 8.5)}
_HEADING_SIZES = (10, 30)
_HEADINGS = tuple(f"Heading{level}" for level in range(1, 5))
_MOST_ROOM = {"before": 360, "after": 240, "line": 312}  # twentieths of a point; a line of 1.3
_NORMAL_ROOM = {"before": 60, "after": 160, "line": 288}


@dataclass(frozen=True, slots=True)
class TheirLooks:
    """The properties of letters and paragraphs of a letterhead's built-in styles, by id and name of the property."""

    letters: Mapping[str, Mapping[str, etree._Element]]
    paragraphs: Mapping[str, Mapping[str, etree._Element]]


def their_looks(styles: etree._Element) -> TheirLooks:
    """How their built-in styles look, with what they are based on."""
    by_id = {style_id(style): style for style in styles.iter(w("style"))}
    defaults = styles.find(w("docDefaults"))
    letters: dict[str, dict[str, etree._Element]] = {}
    paragraphs: dict[str, dict[str, etree._Element]] = {}
    for name in ("Normal", *_HEADINGS, "Header", "Footer", "Hyperlink"):
        if name not in by_id and name != "Normal":
            if name in _HEADINGS and letters.keys() & set(_HEADINGS):  # one that they don't use is like the one above
                above = letters[f"Heading{int(name[-1]) - 1}"]
                letters[name] = {key: made for key, made in above.items() if key not in ("sz", "szCs")}
                paragraphs[name] = {}
            continue
        chain = [] if name == "Hyperlink" or defaults is None else [defaults]
        chain += reversed(_chain(name, by_id))
        letters[name] = _merged(chain, "rPr")
        paragraphs[name] = _merged(chain, "pPr")
    return TheirLooks(letters, paragraphs)


def paragraph_gaps(styles: etree._Element) -> dict[str, float]:
    """The millimetres above and below a paragraph of each style."""
    by_id = {style_id(style): style for style in styles.iter(w("style"))}
    gaps = {}
    for name in by_id:
        spacing = _merged([*styles.iterfind(w("docDefaults")), *reversed(_chain(name, by_id))], "pPr").get("spacing")
        points = 0 if spacing is None else _number(spacing, "before") + _number(spacing, "after")
        gaps[name] = points * 25.4 / 1440
    return gaps


def _chain(name: str, by_id: Mapping[str, etree._Element]) -> list[etree._Element]:
    found: list[etree._Element] = []
    while name in by_id and by_id[name] not in found:
        found.append(by_id[name])
        based = by_id[name].find(w("basedOn"))
        name = "" if based is None else based.get(w("val"), "")
    return found


def _merged(chain: list[etree._Element], kind: str) -> dict[str, etree._Element]:
    """The properties of a chain, from the base on; of some each attribute counts by itself."""
    merged: dict[str, etree._Element] = {}
    for style in chain:
        holder = (
            style.find(f"{w(f'{kind}Default')}/{w(kind)}") if style.tag == w("docDefaults") else style.find(w(kind))
        )
        for found in () if holder is None else holder:
            name = etree.QName(found).localname
            own = deepcopy(found)
            if name == "sz":  # letters of other scripts as large
                merged["szCs"] = etree.Element(w("szCs"), {w("val"): own.get(w("val"), "")})
            if name in ("rFonts", "spacing") and name in merged:
                own.attrib.update({k: v for k, v in merged[name].attrib.items() if k not in own.attrib})
            merged[name] = own
    return merged


def add_styles_to_theirs(
    document: Document, names: Mapping[str, str], looks: Mapping[str, Look], *, keeps_sizes: bool
) -> None:
    """Adds our styles to those of a letterhead, whose text and headings go on looking as they do.

    `keeps_sizes` is for papers that are full to the brim: they get fonts and colours, and keep our sizes and gaps.
    """
    styles = document.styles.element
    theirs = their_looks(styles)
    _name_apart(styles, names)
    add_styles(document, names, looks)
    _keep_looks(styles, theirs, looks, keeps_sizes=keeps_sizes)


def _keep_looks(styles: etree._Element, theirs: TheirLooks, looks: Mapping[str, Look], *, keeps_sizes: bool) -> None:
    """Brings our styles in line with theirs, in place; of a cover's title, size and room stay ours."""
    by_id = {style_id(style): style for style in styles.iter(w("style"))}
    covers = {name for name, look in looks.items() if keeps_sizes or (look.bar and look.outline is not None)}
    for name in theirs.letters:
        if name in by_id:
            _take_letters(by_id[name], name, theirs.letters[name], keeps_size=name in covers)
            if name not in covers:
                _take_paragraph(by_id[name], name, theirs.paragraphs[name])
    for name, look in looks.items():
        if is_heading(name, look):
            _take_colour(by_id[name], theirs.letters.get(f"Heading{(look.outline or 0) + 1}", {}))
    text, heading = (theirs.letters.get(name, {}).get("rFonts") for name in ("Normal", "Heading1"))
    for style in by_id.values():
        for fonts in list(style.iter(w("rFonts"))):
            themed = fonts.get(w("asciiTheme"), "")
            if themed.startswith("minor"):  # only ours are left with a font of the theme
                drop(fonts) if style.get(w("type")) == "paragraph" else _become(fonts, text)
            elif themed.startswith("major"):
                _become(fonts, heading if heading is not None else text)


def _take_colour(style: etree._Element, heading: Mapping[str, etree._Element]) -> None:
    """A heading of ours that Word has no style for, in the colour of theirs."""
    for old in list(style.iter(w("color"))):
        if "color" in heading:
            made = deepcopy(heading["color"])
            _make_readable(made)
            old.addprevious(made)
            drop(old)


def _make_readable(colour: etree._Element) -> None:
    """Darkens a colour of theirs as far as our pages need, which have text on white and on pale fills."""
    if HEX.fullmatch(colour.get(w("val"), "")):
        colour.set(w("val"), as_text_colour(colour.get(w("val"), "").upper()))


def _become(fonts: etree._Element, theirs: etree._Element | None) -> None:
    fonts.attrib.clear()
    if theirs is None:
        drop(fonts)
    else:
        fonts.attrib.update(theirs.attrib)


def _take_letters(style: etree._Element, name: str, theirs: Mapping[str, etree._Element], *, keeps_size: bool) -> None:
    own = style.find(w("rPr"))
    if own is None:
        return
    taken = _TAKEN_LETTERS.get(name, _LETTERS)
    if keeps_size:
        taken = tuple(key for key in taken if key not in ("sz", "szCs", "spacing"))
    for key in taken:
        for old in own.findall(w(key)):
            if key in theirs or key in ("color", "rFonts") or (name in _HEADINGS and key not in ("sz", "szCs")):
                own.remove(old)
        if key in theirs:
            own.append(deepcopy(theirs[key]))
    if name in _HEADINGS and "b" not in theirs:
        own.append(etree.Element(w("b"), {w("val"): "0"}))
    for colour in () if "shd" in theirs else own.iter(w("color")):
        _make_readable(colour)
    least, most = _SIZES.get(name, _HEADING_SIZES)
    for size in () if keeps_size else own.iter(w("sz"), w("szCs")):
        size.set(w("val"), str(round(2 * min(max(_number(size, "val") / 2, least), most))))
    own[:] = sorted(own, key=lambda child: _LETTERS.index(etree.QName(child).localname))


def _take_paragraph(style: etree._Element, name: str, theirs: Mapping[str, etree._Element]) -> None:
    own = style.find(w("pPr"))
    if own is None:
        return
    for key in _TAKEN_PARAGRAPH.get(name, _PARAGRAPH):
        if key not in theirs or (key == "jc" and theirs[key].get(w("val")) not in ("center", "left", "start")):
            continue
        made = deepcopy(theirs[key])
        if key == "spacing":
            _bound(made, _NORMAL_ROOM if name == "Normal" else _MOST_ROOM)
        for old in own.findall(w(key)):
            if key == "spacing" and name in _HEADINGS:  # a heading is told from the text above it
                made.set(w("before"), str(round(max(_number(made, "before"), _number(old, "before") / 2))))
            own.remove(old)
        own.append(made)
    order = ("keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "spacing", "ind", "jc", "outlineLvl")
    own[:] = sorted(own, key=lambda child: order.index(etree.QName(child).localname))


def _bound(spacing: etree._Element, most: Mapping[str, int]) -> None:
    """No automatic gaps, no lines of a fixed height that would cut a check box, and nothing huge."""
    exact = spacing.get(w("lineRule"), "auto") != "auto"
    values = {key: min(_number(spacing, key), largest) for key, largest in most.items() if w(key) in spacing.attrib}
    if exact and "line" in values:
        values["line"] = 240
    spacing.attrib.clear()
    for key, value in {"before": 0, "after": 0, "line": 240, **values}.items():
        spacing.set(w(key), str(round(max(value, 240 if key == "line" else 0))))
    spacing.set(w("lineRule"), "auto")


def _number(element: etree._Element, key: str) -> float:
    try:
        return float(element.get(w(key), "0"))
    except ValueError:
        return 0


def _name_apart(styles: etree._Element, ours: Mapping[str, str]) -> None:
    """Renames their own styles whose ids or names ours are going to have; `ours` are names by id."""
    names = {name.lower() for name in ours.values()}
    changed: dict[str, str] = {}
    for style in styles.iter(w("style")):
        if style_id(style) in ours:
            changed[style_id(style)] = f"{style_id(style)}Own"
            style.set(w("styleId"), changed[style_id(style)])
        if style_name(style).lower() in names:
            style.find(w("name")).set(w("val"), f"{style_name(style)} (2)")  # type: ignore[union-attr]
    for named in styles.iter(w("basedOn"), w("next"), w("link")):
        named.set(w("val"), changed.get(named.get(w("val"), ""), named.get(w("val"), "")))
