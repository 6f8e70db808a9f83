"""Putting text into an lxml tree, where text hangs on the element before it."""

from __future__ import annotations

from lxml import etree


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
