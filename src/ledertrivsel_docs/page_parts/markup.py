"""Writing WordprocessingML in Python: one function an element, colours only by theme slot, lengths in millimetres."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml import etree

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FALLBACK = "000000"  # stands beside a theme colour until the look is set (engine.recolour)


def w(name: str, *children: etree._Element | None, **attributes: str | float) -> etree._Element:
    """`<w:name w:attribute="…">` with its children; a child that is None is left out."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def mm(length: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(length * 1440 / 25.4)


def pt(size: float) -> int:
    """Points in half points, as fonts are measured."""
    return round(size * 2)


def colour(slot: str, tint: str | None = None) -> etree._Element:
    """A text colour: a theme slot (`accent1`, `text1` …), lightened by `tint` (two hex digits)."""
    return w("color", val=FALLBACK, themeColor=slot, **({"themeTint": tint} if tint else {}))


def shading(slot: str, tint: str | None = None) -> etree._Element:
    """A fill in a theme slot."""
    tints = {"themeFillTint": tint} if tint else {}
    return w("shd", val="clear", color="auto", fill=FALLBACK, themeFill=slot, **tints)


def line(side: str, slot: str, points: float, tint: str | None = None, space: int = 0) -> etree._Element:
    """A border on one side (`top`, `bottom`, `insideH` …) in a theme slot."""
    tints = {"themeTint": tint} if tint else {}
    return w(side, val="single", sz=round(points * 8), space=space, color=FALLBACK, themeColor=slot, **tints)


def cut_line(side: str) -> etree._Element:
    """A dashed border, for scissors."""
    made = line(side, "accent6", 0.75)
    made.set(qn("w:val"), "dashed")
    return made


def no_line(side: str) -> etree._Element:
    """No border on one side."""
    return w(side, val="nil")


def run(text: str, style: str | None = None) -> etree._Element:
    """A run of text in a character style."""
    properties = w("rPr", w("rStyle", val=style)) if style else None
    return w("r", properties, plain(text))


def plain(text: str) -> etree._Element:
    """The text of a run, its blanks kept."""
    element = w("t")
    element.text = text
    element.set(XML_SPACE, "preserve")
    return element


def tab() -> etree._Element:
    """A run that goes to the next tab stop."""
    return w("r", w("tab"))


def paragraph(style: str, *content: etree._Element | str | None) -> etree._Element:
    """A paragraph in a style; a string becomes a run."""
    made = w("p", w("pPr", w("pStyle", val=style)))
    made.extend(run(part) if isinstance(part, str) else part for part in content if part is not None)
    return made


def bookmarked(name: str, *content: etree._Element | str) -> list[etree._Element]:
    """Runs that a link to `#name` leads to; a name has letters, digits and underscores, a tag in it no blank."""
    runs = [run(part) if isinstance(part, str) else part for part in content]
    start, end = w("bookmarkStart"), w("bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), name)  # a number, when the sheet is finished
    start.set(qn("w:name"), name)
    return [start, *runs, end]


def statement(tag: str) -> etree._Element:
    """A paragraph that holds nothing but a tag such as `{%p endif %}`."""
    return paragraph("Normal", tag)


def where_known(style: str, name: str) -> list[etree._Element]:
    """A paragraph that prints a value and is left out where that is empty; `name` as a tag has it (`row.hint`)."""
    return [statement(f"{{%p if {name} %}}"), paragraph(style, f"{{{{ {name} }}}}"), statement("{%p endif %}")]


def field(code: str, shown: str = "1") -> list[etree._Element]:
    """A field (`PAGE`, `NUMPAGES` …) with what it shows until Word counts."""
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set(XML_SPACE, "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        run(shown),
        w("r", w("fldChar", fldCharType="end")),
    ]
