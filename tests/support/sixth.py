"""The content that comes with the package, with an invented sixth tool beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from ledertrivsel_docs.resources import content_folder

TOOL = Path(__file__).parents[1] / "sixth_tool"


def with_sixth_tool(folder: Path) -> Path:
    """A copy of the content below a folder, with the tool and its source."""
    copy = Path(shutil.copytree(content_folder(), folder / "content"))
    shutil.copytree(TOOL, copy, dirs_exist_ok=True)
    sources = copy / "sources.yaml"
    ours = '  pausen:\n    title: "Den gode pause"\n    footer: "Opdigtet"\n'
    sources.write_text(sources.read_text(encoding="utf-8").replace("  kittet:", f"{ours}  kittet:"), encoding="utf-8")
    return copy
