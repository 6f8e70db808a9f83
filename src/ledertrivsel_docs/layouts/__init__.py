"""Layouts: how each template is put together. `python -m ledertrivsel_docs.layouts` writes them all anew.

A layout names the page parts of one document, in order; its stem is that of the document, the template and the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..look import look
from ..models.brand import Brand
from ..models.library import Library
from ..page_parts.page import A4, Page
from ..page_parts.sheet import Sheet
from . import action_card, run_sheet


@dataclass(frozen=True, slots=True)
class Layout:
    """How a template is put together, and on which paper."""

    build: Callable[[Sheet, Library], None]
    page: Page = A4


LAYOUTS: Mapping[str, Layout] = {
    "action-card": Layout(action_card.build),
    "run-sheet": Layout(run_sheet.build),
}


def build_template(stem: str, base: bytes, brand: Brand, library: Library) -> bytes:
    """A Word template from a base (ours or an organisation's letterhead), a brand and the content."""
    layout = LAYOUTS[stem]
    sheet = Sheet(base, library.words["styles"], layout.page)
    layout.build(sheet, library)
    return sheet.finished(look(brand))
