"""The documents: each is one template plus one pure function from (library, programme, copy) to what it prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..models.library import Library
from ..models.programme import Programme
from . import action_card, knowledge_sheet, next_steps, run_sheet, theme_qualification
from .copy import Copy
from .frame import Context

DOCUMENTS: Mapping[str, Callable[[Library, Programme, Copy], Context]] = {
    "action-card": action_card.context,
    "knowledge-sheet": knowledge_sheet.context,
    "next-steps": next_steps.context,
    "run-sheet": run_sheet.context,
    "theme-qualification": theme_qualification.context,
}

__all__ = ["DOCUMENTS", "Context", "Copy"]
