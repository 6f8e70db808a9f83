"""What the plan of three workshops is made from: one file of content each."""

from __future__ import annotations

from dataclasses import dataclass

from .forms import ActionCardForm, Checklist, Qualification
from .run_sheet import RunSheets
from .themes import PriorityMap, Themes
from .tool import Tool


@dataclass(frozen=True, slots=True)
class SamletPlan:
    """The tool "Skab en samlet plan for ledertrivsel": one file of content each."""

    tool: Tool
    themes: Themes
    priority_map: PriorityMap
    run_sheets: RunSheets
    qualification: Qualification
    action_card: ActionCardForm
    checklist: Checklist
