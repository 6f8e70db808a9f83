"""Layouts: how each template is put together. `python -m ledertrivsel_docs.layouts` writes them all anew.

A layout names the page parts of one document, in order; its stem is that of the document, the template and the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..look import look
from ..models.brand import Brand
from ..models.library import Library
from ..page_parts.sheet import Sheet
from . import action_card, run_sheet

LAYOUTS: Mapping[str, Callable[[Sheet, Library], None]] = {
    "action-card": action_card.build,
    "run-sheet": run_sheet.build,
}


def build_template(stem: str, base: bytes, brand: Brand, library: Library) -> bytes:
    """A Word template from a base (ours or an organisation's letterhead), a brand and the content."""
    sheet = Sheet(base, library.words["styles"])
    LAYOUTS[stem](sheet, library)
    return sheet.finished(look(brand))
