"""Slips in a folder of content, for tests: made, and told when it is loaded."""

from __future__ import annotations

from pathlib import Path

from ledertrivsel_docs.models.library import Library
from tests.support.refusals import told_by


def change(file: Path, old: str, new: str) -> int:
    """Replace the first `old` in a file and say on which line it stood."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def told(folder: Path) -> list[str]:
    """What is said of content that can't be used."""
    return told_by(lambda: Library.load(folder))
