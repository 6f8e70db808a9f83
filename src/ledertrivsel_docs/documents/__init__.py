"""The documents: each is one template plus one pure function from (library, programme, copy) to what it prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..models.library import Library
from ..models.programme import Programme
from . import action_card, run_sheet
from .copy import Copy
from .frame import Context

DOCUMENTS: Mapping[str, Callable[[Library, Programme, Copy], Context]] = {
    "action-card": action_card.context,
    "run-sheet": run_sheet.context,
}

__all__ = ["DOCUMENTS", "Context", "Copy"]
