"""Headings that stand a little otherwise: still Word's own heading styles, which is what screen readers list."""

from __future__ import annotations

from lxml import etree

from .markup import paragraph, w


def page_heading(level: int, *content: etree._Element | str) -> etree._Element:
    """A heading at the top of a page of its own."""
    made = close_heading(level, *content)
    made[0].insert(1, w("pageBreakBefore"))
    return made


def close_heading(level: int, *content: etree._Element | str) -> etree._Element:
    """A heading right below what stands above it."""
    made = paragraph(f"Heading{level}", *content)
    made[0].append(w("spacing", before=0))
    return made


def cell_heading(level: int, *content: etree._Element | str) -> etree._Element:
    """A heading in a cell: its row keeps it with its text, and needn't be kept with the next row for its sake."""
    made = paragraph(f"Heading{level}", *content)
    made[0].insert(1, w("keepNext", val=0))
    return made


def kept_with_next(made: etree._Element) -> etree._Element:
    """A paragraph that stays on the page of the one after it."""
    made[0].insert(1, w("keepNext"))
    return made
