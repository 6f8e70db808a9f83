"""Texts to paste: each begins with a heading of ours and ends with a line that says so; between them all is plain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, statement, where_known
from ..page_parts.page import Page
from ..page_parts.sentences import sentence, sentences
from ..page_parts.sheet import Sheet

PAGE = Page(210, 297, top=24, bottom=15)
LOOKS: Mapping[str, Look] = {
    "Lead": replace(PARAGRAPHS["Lead"], size=12, after=4, spacing=1.15),
    "Normal": replace(PARAGRAPHS["Normal"], before=2, after=2, spacing=1.12),
    "Note": replace(PARAGRAPHS["Note"], before=0, after=4),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=15, before=12, after=3),
    "Heading3": replace(PARAGRAPHS["Heading3"], before=7, after=1),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=11, after=0),
    "FactValue": replace(PARAGRAPHS["FactValue"], after=1, keep_next=True),
    "FormAnswer": replace(PARAGRAPHS["FormAnswer"], after=1, spacing=1.12),
    "CallOutText": replace(PARAGRAPHS["CallOutText"], size=10, after=2, keep_next=True, bar=2.5, indent=18.5),
    # Where a text to paste ends; the next one stands apart from it.
    "Closing": Look(9, "accent6", before=3, after=4),
}
_TEXTS = ("news", "participants", "hearing", "later", "short")


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the mails and texts."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        paragraph("Note", "{{ advice }} {{ words.own_note }}"),
        *(part for key in _TEXTS for part in _text(key)),
        *_begin("page"),
        sentence("Heading3", "page.title"),
        *sentences("page.opening"),
        paragraph("FactValue", "{{ page_list }}"),
        statement("{%p for line in page.entries %}"),
        sentence("TableBullet"),
        statement("{%p endfor %}"),
        statement("{%p for card in page.cards %}"),
        sentence("Heading3", "card.title"),
        statement("{%p for line in card.lines %}"),
        sentence("FormAnswer"),
        statement("{%p endfor %}"),
        statement("{%p endfor %}"),
        _end("page"),
    )


def _text(key: str) -> list[etree._Element]:
    """A text; not every plan has use for each."""
    return [
        statement(f"{{%p if texts.{key}.lines %}}"),
        *_begin(key),
        *where_known("Heading3", f"texts.{key}.title"),
        *sentences(f"texts.{key}.lines"),
        _end(key),
        statement("{%p endif %}"),
    ]


def _begin(key: str) -> list[etree._Element]:
    """What the text that follows is, and what to do with it."""
    return [
        paragraph("Heading2", f"{{{{ boxes.{key}.title }}}}"),
        paragraph("CallOutText", f"{{{{ boxes.{key}.text }}}}"),
    ]


def _end(key: str) -> etree._Element:
    return paragraph("Closing", f"{{{{ boxes.{key}.end }}}}")
