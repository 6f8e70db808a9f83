"""A letterhead's styles: built-in ones by the ids that we know them by, and copies that only its headers use.

Word in another language writes `Overskrift1` where ours writes `Heading1`; the name, `heading 1`, is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree

from ...engine.dialect import w
from .content import drop

BUILT_IN = {
    **{f"heading {level}": f"Heading{level}" for level in range(1, 10)},
    "normal": "Normal",
    "header": "Header",
    "footer": "Footer",
    "title": "Title",
    "hyperlink": "Hyperlink",
    "strong": "Strong",
    "placeholder text": "PlaceholderText",
    "default paragraph font": "DefaultParagraphFont",
    "normal table": "TableNormal",
    "no list": "NoList",
}
_IDS = [w(name) for name in ("basedOn", "next", "link", "pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")]
_HEADINGS = {f"Heading{level}" for level in range(1, 10)}


def style_name(style: etree._Element) -> str:
    """What Word calls a style."""
    name = style.find(w("name"))
    return "" if name is None else name.get(w("val"), "")


def style_id(style: etree._Element) -> str:
    """The id that others name it by."""
    return style.get(w("styleId"), "")


def use_our_ids(styles: etree._Element, others: Iterable[etree._Element]) -> None:
    """Gives the built-in styles the ids that they have in English Word, here and wherever they are named."""
    by_id = {style_id(style): style for style in styles.iter(w("style"))}
    wanted = {old: BUILT_IN[name] for old, style in by_id.items() if (name := style_name(style).lower()) in BUILT_IN}
    wanted |= {taken: f"{taken}Own" for taken in by_id if taken in wanted.values() and taken not in wanted}
    for style in by_id.values():
        style.set(w("styleId"), wanted.get(style_id(style), style_id(style)))
    for root in (styles, *others):
        for named in root.iter(*_IDS):
            named.set(w("val"), wanted.get(named.get(w("val"), ""), named.get(w("val"), "")))


def unnumber_headings(styles: etree._Element, numbering: etree._Element | None) -> None:
    """Headings of ours bear no numbers: the sheets count themselves."""
    for style in styles.iter(w("style")):
        if style_id(style) in _HEADINGS:
            for number in list(style.iter(w("numPr"))):
                drop(number)
    if numbering is not None:
        for linked in list(numbering.iter(w("pStyle"))):
            if linked.get(w("val")) in _HEADINGS:
                drop(linked)


def shift_numbers(roots: Iterable[etree._Element]) -> None:
    """Makes room for our own list, which comes first: theirs are counted one on, wherever they are named."""
    for root in roots:
        for found in list(root.iter(w("numIdMacAtCleanup"))):
            drop(found)
        for tag, key in (
            ("abstractNum", "abstractNumId"),
            ("num", "numId"),
            ("abstractNumId", "val"),
            ("numId", "val"),
        ):
            for found in root.iter(w(tag)):
                number = found.get(w(key), "0")
                if number.isdigit() and not (tag == "numId" and number == "0"):  # 0 takes a number away
                    found.set(w(key), str(int(number) + 1))


def keep_copies(styles: etree._Element, frames: Iterable[etree._Element]) -> None:
    """Gives the headers and footers copies of the styles that they use, so that ours don't change them."""
    by_id = {style_id(style): style for style in styles.iter(w("style"))}
    default = next((style_id(s) for s in by_id.values() if _is_default(s) and s.get(w("type")) == "paragraph"), "")
    copies: dict[str, str] = {}
    for frame in frames:
        for paragraph in frame.iter(w("p")):
            _name_style(paragraph, default)
        for named in frame.iter(w("pStyle"), w("rStyle"), w("tblStyle")):
            used = named.get(w("val"), "")
            for needed in _with_bases(used, by_id):
                copies.setdefault(needed, f"Letterhead{len(copies) + 1}")
            if used in copies:
                named.set(w("val"), copies[used])
            else:
                drop(named)
    for original, copied in copies.items():
        styles.append(_copy(by_id[original], copied, copies))


def _is_default(style: etree._Element) -> bool:
    return style.get(w("default")) in ("1", "true", "on")


def _name_style(paragraph: etree._Element, default: str) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    if default and properties.find(w("pStyle")) is None:
        properties.insert(0, etree.Element(w("pStyle"), {w("val"): default}))


def _with_bases(used: str, by_id: dict[str, etree._Element]) -> Iterator[str]:
    """A style and those it is based on, as far as they are there."""
    seen: set[str] = set()
    while used in by_id and used not in seen:
        seen.add(used)
        yield used
        based = by_id[used].find(w("basedOn"))
        used = "" if based is None else based.get(w("val"), "")


def _copy(original: etree._Element, copied: str, copies: dict[str, str]) -> etree._Element:
    made = deepcopy(original)
    made.set(w("styleId"), copied)
    made.set(w("customStyle"), "1")
    made.attrib.pop(w("default"), "")
    for dropped in ("aliases", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden", "unhideWhenUsed",
                 "qFormat", "locked"):  # fmt: skip
        for found in made.findall(w(dropped)):
            made.remove(found)
    name = made.find(w("name"))
    based = made.find(w("basedOn"))
    if name is not None:
        name.set(w("val"), f"Letterhead: {style_name(original)}")
    if based is not None and (target := copies.get(based.get(w("val"), ""))):
        based.set(w("val"), target)
    after = based if based is not None else name
    hidden = etree.Element(w("semiHidden"))
    if after is not None:
        after.addnext(hidden)
    return made
