"""Theme cards: A6 cards, four to a sheet of A4, the cut lines exactly in the middle of the paper.

A sheet is four rows of one table: a card's text and, at the card's foot, which theme it is. The rows above the cut
have the height that puts the cut in the middle; those below it are a little lower, so that a sheet never overflows.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ..models.library import Library
from ..page_parts.forms import Field, control
from ..page_parts.looks import Look
from ..page_parts.markup import cut_line, paragraph, run, statement, tab, w
from ..page_parts.page import A4_FOR_CUTTING
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, cell_margins, row, statement_row, table

_FOOT = 24.0
_INNER, _OUTER = 12.0, 5.0  # room beside a cut line, and beside the page's margin: a card's margins look alike
_SLACK = 6.5  # what the lower cards leave for the line after the table
_LINES = 3  # to write a question on
_TITLE_STYLES = ("CardTitle", "CardTitleLong", "CardTitleLongest")

LOOKS: Mapping[str, Look] = {
    "CardNumber": Look(40, "accent1", bold=True, heading_font=True, after=2, spacing=1.0, keep_next=True),
    "CardBlank": Look(11, "accent1", bold=True, spacing=1.05, keep_next=True, outline=0),
    "CardTitle": Look(22, bold=True, heading_font=True, after=8, spacing=1.08, keep_next=True, outline=0),
    "CardTitleLong": Look(17, bold=True, heading_font=True, after=6, spacing=1.05, keep_next=True, outline=0),
    "CardTitleLongest": Look(14, bold=True, heading_font=True, after=5, spacing=1.05, keep_next=True, outline=0),
    "CardText": Look(15.5, after=6, spacing=1.15, keep_next=True),
    "CardTextLong": Look(11, after=4, spacing=1.12, keep_next=True),
    "CardHint": Look(11, "accent6", after=2, spacing=1.15, keep_next=True),
    "CardStart": Look(15.5, before=20, after=0, spacing=1.0, keep_next=True),
    "CardLine": Look(11, before=25, after=0, spacing=1.0, line_below=True, keep_next=True),
    "CardFoot": Look(9, "accent6", spacing=1.15, rule_above=True),
    "CardSource": Look(8, "accent6", spacing=1.05),
    "CutNote": Look(4, "accent6", spacing=1.0),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the cards."""
    page = A4_FOR_CUTTING
    to_cut = page.height / 2 - page.top
    sheet.add(
        table(
            "CardSheet",
            [page.text_width / 2] * 2,
            statement_row("{%tr for sheet in sheets %}", 2),
            *_cards("top", to_cut, top=_OUTER, bottom=_INNER - 2),
            *_cards("bottom", to_cut - _SLACK, top=_INNER, bottom=2),
            statement_row("{%tr endfor %}", 2),
            caption="{{ words.table_description }}",
        ),
        paragraph("CutNote", tab()),  # Word wants a paragraph after a table; a text would stand on a card
    )


def _cards(place: str, height: float, *, top: float, bottom: float) -> list[etree._Element]:
    """Two cards side by side: a row of their texts and a row of their feet."""
    sides = ((_OUTER, _INNER), (_INNER, _OUTER))
    texts = [
        cell(*_text(f"sheet.{place}[{number}]"), properties=[cell_margins(top, left, 0, right)])
        for number, (left, right) in enumerate(sides)
    ]
    feet = [
        cell(
            *_foot(f"sheet.{place}[{number}]"),
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


def _text(card: str) -> list[etree._Element]:
    own_number = Field(f"{{{{ {card}.key }}}}.number", f"{{{{ {card}.number_name }}}}", f"{{{{ {card}.number }}}}")
    title = Field(f"{{{{ {card}.key }}}}.title", f"{{{{ {card}.title_name }}}}", f"{{{{ {card}.title }}}}")
    question = Field(f"{{{{ {card}.key }}}}.question", f"{{{{ {card}.question_name }}}}", f"{{{{ {card}.question }}}}")
    titles = [
        element
        for size, style in enumerate(_TITLE_STYLES)
        for element in (
            statement(f"{{%p if {card}.title_size == {size} %}}"),
            paragraph(style, f"{{{{ {card}.title }}}}"),
            statement("{%p endif %}"),
        )
    ]
    return [
        statement(f"{{%p if {card}.blank %}}"),
        paragraph("CardBlank", run("{{ words.blank_label }} "), control(own_number)),
        paragraph("CardLine", control(title)),
        paragraph("CardLine", tab()),
        paragraph("CardStart", run("{{ words.question_start }} "), control(question)),
        *(paragraph("CardLine", tab()) for _ in range(_LINES)),
        statement("{%p else %}"),
        paragraph("CardNumber", f"{{{{ {card}.number }}}}"),
        *titles,
        statement(f"{{%p for question in {card}.questions %}}{{%p if {card}.is_long %}}"),
        paragraph("CardTextLong", "{{ question }}"),
        statement("{%p else %}"),
        paragraph("CardText", "{{ question }}"),
        statement("{%p endif %}{%p endfor %}"),
        statement(f"{{%p if {card}.hint %}}"),
        paragraph("CardHint", f"{{{{ {card}.hint }}}} {{{{ {card}.address }}}}"),
        statement("{%p endif %}{%p endif %}"),
    ]


def _foot(card: str) -> list[etree._Element]:
    return [
        paragraph("CardFoot", f"{{{{ {card}.of }}}}"),
        statement(f"{{%p if {card}.source %}}"),
        paragraph("CardSource", f"{{{{ {card}.source }}}}"),
        statement("{%p endif %}"),
    ]
