"""Cards to cut: A6, four to a sheet of A4, the cut lines exactly in the middle of the paper.

A sheet is four rows of one table: a card's text and, at the card's foot, what it is. The rows above the cut have the
height that puts the cut in the middle; those below it are a little lower, so that a sheet never overflows. What stands
on a card has the same distance to each of its edges, be they cut or the paper's own, so that a cut stack is even.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from .markup import cut_line, paragraph, tab, w
from .page import A4_FOR_CUTTING
from .tables import cell, cell_margins, row, statement_row, table

_FOOT = 26.0
_OUTER = 5.0  # room beside the page's margin
_INNER = _OUTER + A4_FOR_CUTTING.sides  # and beside a cut line
_SLACK = 3.5  # what the lower cards leave for the line after the table
_END = 1.5  # below the lower cards' feet

Content = Callable[[str], list[etree._Element]]
"""What stands on a card; the card is named as a tag has it."""


def card_sheets(text: Content, foot: Content) -> list[etree._Element]:
    """The context's `sheets`, each with two cards at its `top` and two at its `bottom`."""
    page = A4_FOR_CUTTING
    to_cut = page.height / 2 - page.top
    return [
        table(
            "CardSheet",
            [page.text_width / 2] * 2,
            statement_row("{%tr for sheet in sheets %}", 2),
            *_cards("top", text, foot, to_cut, top=_OUTER, bottom=page.bottom + _SLACK + _END),
            *_cards("bottom", text, foot, to_cut - _SLACK, top=_INNER, bottom=_END),
            statement_row("{%tr endfor %}", 2),
            caption="{{ words.table_description }}",
        ),
        paragraph("CutNote", tab()),  # Word wants a paragraph after a table; a text would stand on a card
    ]


def _cards(
    place: str, text: Content, foot: Content, height: float, *, top: float, bottom: float
) -> list[etree._Element]:
    """Two cards side by side: a row of their texts and a row of their feet."""
    sides = ((_OUTER, _INNER), (_INNER, _OUTER))
    texts = [
        cell(*text(f"sheet.{place}[{number}]"), properties=[cell_margins(top, left, 0, right)])
        for number, (left, right) in enumerate(sides)
    ]
    feet = [
        cell(
            *foot(f"sheet.{place}[{number}]"),
            properties=[
                *([_cut()] if place == "top" else []),
                cell_margins(0, left, bottom, right),
                w("vAlign", val="bottom"),
            ],
        )
        for number, (left, right) in enumerate(sides)
    ]
    return [row(*texts, height=height - _FOOT), row(*feet, height=_FOOT)]


def _cut() -> etree._Element:
    """The line to cut along, below the upper cards."""
    return w("tcBorders", cut_line("bottom"))
