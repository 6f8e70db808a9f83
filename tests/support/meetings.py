"""Programmes with the meeting of one of the other tools, for tests."""

from __future__ import annotations

from typing import Any

import ledertrivsel_docs as ld
from tests.support.refusals import told_by
from tests.support.said import said

LIBRARY = ld.Library.default()


def programme(kit: str, meeting: dict[str, Any] | None = None, **more: Any) -> ld.Programme:
    """A programme with the meeting of one tool."""
    return ld.Programme.load({"organisation": "E", "meetings": {kit: meeting or {}}, **more})


def run_sheet(kit: str, meeting: dict[str, Any] | None = None, **more: Any) -> str:
    """What the run sheet of that meeting says."""
    return said(ld.build_document("run-sheet", programme(kit, meeting, **more), kit=kit))


def problems(data: dict[str, Any]) -> list[str]:
    """What is wrong with a programme that can't be used."""
    return told_by(lambda: ld.Programme.load({"organisation": "E", **data}))
