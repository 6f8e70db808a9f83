"""Texts to paste: what to do with each stands in a box, and all the rest is plain headings, paragraphs and lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, statement
from ..page_parts.page import Page
from ..page_parts.sentences import sentence, sentences
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, table

PAGE = Page(210, 297, top=22, bottom=14)
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=20, after=1),
    "Lead": replace(PARAGRAPHS["Lead"], size=11, after=3, spacing=1.1),
    "Normal": replace(PARAGRAPHS["Normal"], size=10.5, before=1.5, after=1.5, spacing=1.05),
    "Note": replace(PARAGRAPHS["Note"], before=0, after=4),
    "Heading2": replace(PARAGRAPHS["Heading2"], size=14, before=4, after=1),
    "Heading3": replace(PARAGRAPHS["Heading3"], before=7, after=1),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=10.5, after=0, spacing=1.05),
    "FactValue": replace(PARAGRAPHS["FactValue"], size=10.5, after=1, spacing=1.08, keep_next=True),
    "FormAnswer": replace(PARAGRAPHS["FormAnswer"], after=1, spacing=1.1),
    "FormLabel": replace(PARAGRAPHS["FormLabel"], keep_next=True),
    "CallOutText": replace(PARAGRAPHS["CallOutText"], size=10, after=0, spacing=1.12, keep_next=True),
    "PageTitle": replace(PARAGRAPHS["FormLabel"], keep_next=True, new_page=True),
    # The last line of a text to paste: the box of the next one stands apart from it.
    "Closing": Look(10.5, spacing=1.08, before=1, after=6),
}
_WIDTH = 174


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of the texts for the intranet."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        paragraph("Note", "{{ advice }} {{ words.own_note }}"),
        _box("news"),
        paragraph("Heading2", "{{ news.title }}"),
        *sentences("news.lines"),
        sentence("Closing", "news.contact"),
        *_where("hearing"),
        *_where("later"),
        # Always there, so that no tag stands beside the page break, where LibreOffice would write it into the tag.
        _box("short"),
        sentence("Closing", "short"),
        _box("page", "PageTitle"),
        sentence("Heading2", "page.title"),
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
    )


def _where(key: str) -> list[etree._Element]:
    """A text that not every plan has use for."""
    return [
        statement(f"{{%p if {key}.last %}}"),
        _box(key),
        paragraph("Heading2", f"{{{{ {key}.title }}}}"),
        *sentences(f"{key}.lines"),
        statement(f"{{%p for line in {key}.last %}}"),
        sentence("Closing"),
        statement("{%p endfor %}"),
        statement("{%p endif %}"),
    ]


def _box(key: str, style: str = "FormLabel") -> etree._Element:
    """What to do with the text that follows; it isn't part of that."""
    content = cell(
        paragraph(style, f"{{{{ boxes.{key}.title }}}}"), paragraph("CallOutText", f"{{{{ boxes.{key}.text }}}}")
    )
    return table("CallOut", [_WIDTH], row(content), caption=f"{{{{ boxes.{key}.description }}}}")
