"""Theme cards, four to a sheet: number, title and questions, or lines to write them on."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from ..models.library import Library
from ..page_parts.cards import card_sheets
from ..page_parts.forms import Field, control
from ..page_parts.looks import Look
from ..page_parts.markup import paragraph, run, statement, tab
from ..page_parts.sheet import Sheet

_LINES = 3  # to write a question on
_TITLE_STYLES = ("CardTitle", "CardTitleLong", "CardTitleLongest")

LOOKS: Mapping[str, Look] = {
    "CardNumber": Look(40, "accent1", bold=True, heading_font=True, after=2, spacing=1.0, keep_next=True),
    "CardBlank": Look(11, "accent1", bold=True, before=20, spacing=1.05, keep_next=True, outline=0),
    "CardTitle": Look(22, bold=True, heading_font=True, after=8, spacing=1.08, keep_next=True, outline=0),
    "CardTitleLong": Look(17, bold=True, heading_font=True, after=6, spacing=1.05, keep_next=True, outline=0),
    "CardTitleLongest": Look(14, bold=True, heading_font=True, after=5, spacing=1.05, keep_next=True, outline=0),
    "CardText": Look(15.5, after=6, spacing=1.15, keep_next=True),
    "CardTextLong": Look(11, after=4, spacing=1.12, keep_next=True),
    "CardHint": Look(11, "accent6", after=2, spacing=1.15, keep_next=True),
    "CardStart": Look(15.5, before=20, after=0, spacing=1.0, keep_next=True),
    "CardLine": Look(11, before=25, after=0, spacing=1.0, line_below=True, keep_next=True),
    "CardFoot": Look(9, "accent6", spacing=1.15, rule_above=True),
    "CardSource": Look(9, "accent6", spacing=1.0),
    "CutNote": Look(4, "accent6", spacing=1.0),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the cards."""
    sheet.add(*card_sheets(_text, _foot))


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
        paragraph("CardHint", f"{{{{ {card}.hint }}}}"),
        statement("{%p endif %}{%p endif %}"),
    ]


def _foot(card: str) -> list[etree._Element]:
    return [
        paragraph("CardFoot", f"{{{{ {card}.of }}}}"),
        statement(f"{{%p if {card}.source %}}"),
        paragraph("CardSource", f"{{{{ {card}.source }}}}"),
        statement("{%p endif %}"),
    ]
