"""The presentation of the plan: which kinds of slides it has, and those that only it has."""

from __future__ import annotations

from ..page_parts.deck_blocks import data_row, header_row, statement_row
from ..page_parts.deck_markup import paragraph
from ..page_parts.deck_sheet import DeckSheet
from . import deck_kinds as kinds


def build(sheet: DeckSheet) -> None:
    """Adds one slide of each kind."""
    kinds.title(sheet)
    kinds.steps(sheet)
    _overview(sheet)
    _card(sheet)
    kinds.quote(sheet)
    kinds.result(sheet)
    kinds.question(sheet)
    kinds.closing(sheet)


def _overview(sheet: DeckSheet) -> None:
    """All cards of the plan in a table."""
    box = sheet.slot("result", "body").box
    table = sheet.table(
        "result",
        "body",
        box,
        (20, box.width - 156, 72, 64),
        header_row("{{ columns.number }}", "{{ columns.theme }}", "{{ columns.owner }}", "{{ columns.follow_up }}"),
        statement_row("{%tr for row in rows %}", 4),
        data_row("{{ row.number }}", "{{ row.theme }}", "{{ row.owner }}", "{{ row.follow_up }}", size=18),
        statement_row("{%tr endfor %}", 4),
        descr=sheet.words["alt"]["overview"],
    )
    sheet.slide("overview", "result", sheet.fill("result", "title", "{{ title }}"), table)


def _card(sheet: DeckSheet) -> None:
    """One action card: what we want, and at the side who and when."""
    fields = [
        paragraph("{%p for field in fields %}"),
        paragraph("{{ field.label }}"),
        paragraph("{{ field.text }}", level=2),
        paragraph("{%p endfor %}"),
    ]
    facts = [
        paragraph("{%p for fact in facts %}"),
        paragraph("{{ fact.label }}"),
        paragraph("{{ fact.value }}", level=2),
        paragraph("{%p endfor %}"),
    ]
    sheet.slide(
        "card",
        "card",
        sheet.fill("card", "title", "{{ title }}"),
        sheet.where_known("card", "kicker", "kicker"),
        sheet.fill("card", "body", *fields),
        sheet.fill("card", "panel", *facts),
    )
