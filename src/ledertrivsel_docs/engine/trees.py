"""Putting text into an lxml tree, where text hangs on the element before it; what its elements state."""

from __future__ import annotations

from lxml import etree

_SHAPE_NAME = "{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"


def insert_before(element: etree._Element, text: str) -> None:
    """Puts text before an element."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def append_text(element: etree._Element, text: str) -> None:
    """Puts text at the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def replace(element: etree._Element, text: str) -> None:
    """Puts text in the place of an element, keeping what follows it."""
    parent = element.getparent()
    if parent is None:
        return
    insert_before(element, text + (element.tail or ""))
    element.tail = None
    parent.remove(element)


def name_of(shape: etree._Element) -> str:
    """What PowerPoint's selection pane calls a shape."""
    known = next(shape.iter(_SHAPE_NAME), None)
    return "" if known is None else known.get("name", "")


def number_of(element: etree._Element, name: str, default: int = 0) -> int:
    """A number that an attribute states; `90%` in thousandths of a percent; the default where none can be read."""
    stated = element.get(name, "")
    try:
        return round(float(stated.removesuffix("%")) * (1_000 if stated.endswith("%") else 1))
    except (ValueError, OverflowError):
        return default
