"""Writes the table of accessibility rules in `docs/tilgaengelighed.md` anew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ledertrivsel_docs import translator
from ledertrivsel_docs.accessibility.listing import rules_table

PAGE = Path(__file__).parents[1] / "docs" / "tilgaengelighed.md"
START, END = "<!-- rules -->\n", "<!-- /rules -->"


def current(page: str, translate: Callable[[str], str]) -> str:
    """The page with the table as the rules have it now."""
    before, _, rest = page.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{rules_table(translate)}\n{END}{after}"


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(current(page, translator("da")), encoding="utf-8")
