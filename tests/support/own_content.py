"""An organisation's own folder of content, for tests: written, laid over ours, refused; and what a kit says with it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ledertrivsel_docs as ld
from tests.support.programmes import EXAMPLE
from tests.support.refusals import told_by
from tests.support.said import kit_says

OURS = ld.Library.default()
OWN = EXAMPLE.with_name("eget-indhold")
SEVENTH = Path(__file__).parents[1] / "seventh_tool"


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Own content as files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def load(folder: Path, files: Mapping[str, str]) -> ld.Library:
    """Our library with own content laid over it."""
    return ld.Library.load(over=write(folder, files))


def refused(folder: Path, files: Mapping[str, str]) -> list[str]:
    """The problems of own content, each with its file named from the folder."""
    return [problem.replace(f"{folder}{os.sep}", "") for problem in told_by(lambda: load(folder, files))]


def kit(name: str, library: ld.Library, **more: Any) -> dict[str, str]:
    """What each document of a kit says."""
    programme = ld.Programme.load({"organisation": "E", **more}, library=library)
    texts = kit_says(ld.build_pack(name, programme, library=library))
    return {file: text.replace("\u00a0", " ") for file, text in texts.items()}
