"""The lists of a document: its bullets, and one numbering for chapters and steps."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from .markup import colour, mm, w

BULLETS, NUMBERS = 1, 2
"""The lists that paragraphs name."""

_NUMBERED = (("%1", 11), ("", 0), ("%3.", 8))  # how a number is written, and the millimetres that it stands in


def add_bullets(numbering: etree._Element) -> None:
    """One list of bullets, hanging by four millimetres; `TableBullet` refers to it."""
    bullet = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet"),
        w("lvlText", val="•"),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=mm(4), hanging=mm(4))),
        w("rPr", colour("accent1")),
        ilvl=0,
    )
    numbering.insert(0, w("abstractNum", w("multiLevelType", val="singleLevel"), bullet, abstractNumId=0))
    numbering.append(w("num", w("abstractNumId", val=0), numId=BULLETS))


def add_numbers(numbering: etree._Element, styles: Mapping[int, str]) -> None:
    """The numbering of a document: chapters, headings without a number, and steps that begin anew below each.

    A level names its style: Word goes by that, and not by the level that the style names.
    """
    levels = [
        w(
            "lvl",
            w("start", val=1),
            w("numFmt", val="decimal" if shown else "none"),
            w("pStyle", val=styles[level]) if level in styles else None,
            None if shown else w("suff", val="nothing"),
            w("lvlText", val=shown),
            w("lvlJc", val="left"),
            w("pPr", w("ind", **dict.fromkeys(("left", "hanging"), mm(room)))),
            w("rPr", w("b"), w("bCs"), colour("accent1")),
            ilvl=level,
        )
        for level, (shown, room) in enumerate(_NUMBERED)
    ]
    numbering.insert(1, w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=1))
    numbering.append(w("num", w("abstractNumId", val=1), numId=NUMBERS))
