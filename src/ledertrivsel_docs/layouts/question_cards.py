"""Question cards, four to a sheet: the heading a question belongs to and the question, or lines to write one on."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ..models.library import Library
from ..page_parts.cards import card_sheets
from ..page_parts.forms import Field, control
from ..page_parts.looks import Look
from ..page_parts.markup import paragraph, statement, tab
from ..page_parts.sheet import Sheet
from .theme_cards import LOOKS as CARD_LOOKS

_LINES = 3  # to write a question on

LOOKS: Mapping[str, Look] = {
    **CARD_LOOKS,
    "CardHint": Look(12, "accent1", bold=True, after=11, spacing=1.05, keep_next=True),
    "CardTitle": Look(20, bold=True, heading_font=True, after=8, spacing=1.1, keep_next=True, outline=0),
    "CardTitleLong": Look(16, bold=True, heading_font=True, after=6, spacing=1.08, keep_next=True, outline=0),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the cards."""
    sheet.add(*card_sheets(_text, _foot))


def _text(card: str) -> list[etree._Element]:
    question = Field(f"{{{{ {card}.key }}}}.question", f"{{{{ {card}.question_name }}}}", f"{{{{ {card}.question }}}}")
    return [
        statement(f"{{%p if {card}.blank %}}"),
        paragraph("CardBlank", f"{{{{ {card}.group }}}}"),
        paragraph("CardLine", control(question)),
        *(paragraph("CardLine", tab()) for _ in range(_LINES)),
        statement("{%p else %}"),
        paragraph("CardNumber", f"{{{{ {card}.number }}}}"),
        paragraph("CardHint", f"{{{{ {card}.group }}}}"),
        statement(f"{{%p if {card}.is_long %}}"),
        paragraph("CardTitleLong", f"{{{{ {card}.question }}}}"),
        statement("{%p else %}"),
        paragraph("CardTitle", f"{{{{ {card}.question }}}}"),
        statement("{%p endif %}{%p endif %}"),
    ]


def _foot(card: str) -> list[etree._Element]:
    return [paragraph("CardFoot", f"{{{{ {card}.foot }}}}")]
