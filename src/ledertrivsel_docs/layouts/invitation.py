"""An invitation: what to attach and when to send it, then the mail itself, plain enough to be pasted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from ..models.library import Library
from ..page_parts.blocks import title_block
from ..page_parts.looks import PARAGRAPHS, Look
from ..page_parts.markup import paragraph, run, statement
from ..page_parts.page import A4
from ..page_parts.sentences import sentences
from ..page_parts.sheet import Sheet
from ..page_parts.tables import cell, row, table

PAGE = A4
LOOKS: Mapping[str, Look] = {
    "Heading1": replace(PARAGRAPHS["Heading1"], size=21, after=2),
    "Lead": replace(PARAGRAPHS["Lead"], size=11.5, after=5, spacing=1.1),
    "Normal": replace(PARAGRAPHS["Normal"], after=2, spacing=1.04),
    "Between": replace(PARAGRAPHS["Between"], before=0, after=3),
    "Heading2": replace(PARAGRAPHS["Heading2"], before=6, after=0),
    "Heading3": replace(PARAGRAPHS["Heading3"], before=4, after=0, spacing=1.04),
    "TableBullet": replace(PARAGRAPHS["TableBullet"], size=11, after=0, spacing=1.04),
    "FactValue": replace(PARAGRAPHS["FactValue"], spacing=1.08, keep_next=True),
}


def build(sheet: Sheet, library: Library) -> None:
    """Adds the page parts of an invitation."""
    sheet.add(
        *title_block("{{ title }}", "{{ lead }}"),
        _send(),
        paragraph("Heading2", "{{ words.mail_title }}"),
        paragraph("Between", "{{ words.from_here }}"),
        *sentences("opening"),
        statement("{%p for part in parts %}"),
        paragraph("Heading3", "{{ part.title }}"),
        *sentences("part.lines"),
        statement("{%p endfor %}"),
        *sentences("closing"),
    )


def _send() -> etree._Element:
    """What isn't part of the mail's own text."""
    return table(
        "FormTable",
        (32, 142),
        row(_label("subject"), cell(paragraph("TableText", run("{{ subject }}", "Strong"))), height=8),
        row(
            cell(paragraph("FormLabel", "{{ attach_label }}")),
            cell(paragraph("TableText", "{{ attachments }}")),
            height=8,
        ),
        row(_label("when"), cell(paragraph("TableText", "{{ send }}")), height=8),
        caption="{{ words.send_description }}",
        label_column=True,
    )


def _label(key: str) -> etree._Element:
    return cell(paragraph("FormLabel", f"{{{{ words.send.{key} }}}}"))
