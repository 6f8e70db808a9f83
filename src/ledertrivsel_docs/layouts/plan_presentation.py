"""The presentation of the plan: which kinds of slides it has, and those that only it has."""

from __future__ import annotations

from ..page_parts.deck_blocks import by_count, data_row, header_row, repeated
from ..page_parts.deck_looks import BODY, OVERVIEW_ROWS
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
    keys = ("number", "theme", "goal", "owner", "follow_up")
    values = [f"{{{{ row.{key} }}}}" for key in keys]
    table = sheet.table(
        "result",
        "body",
        BODY,
        (22, 52, BODY.width - 184, 52, 58),
        header_row(*(f"{{{{ columns.{key} }}}}" for key in keys)),
        *by_count("rows", OVERVIEW_ROWS, 5, lambda look: [data_row(*values, look=look)]),
        descr=sheet.words["alt"]["overview"],
    )
    sheet.slide("overview", "result", sheet.fill("result", "title", "{{ title }}"), table)


def _card(sheet: DeckSheet) -> None:
    """One action card: what we want, and at the side who and when."""
    fields = [
        paragraph("{%p for field in fields %}"),
        paragraph("{{ field.label }}"),
        *repeated("for line in field.lines", paragraph("{{ line }}", level=2)),
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
