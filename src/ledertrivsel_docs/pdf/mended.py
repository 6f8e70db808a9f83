"""What LibreOffice leaves out of a tagged PDF, so that it passes PDF/UA (ISO 14289-1).

It draws the lines of borders and tab leaders outside of everything that is tagged, and writes the order of the tabs as
a text where the standard wants a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_PATH = frozenset(("m", "l", "c", "v", "y", "h", "re", "W", "W*"))
_PAINT = frozenset(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"))


def mend(pikepdf: Any, document: Any) -> None:
    """Mends an open PDF that is tagged, in place."""
    if "/StructTreeRoot" not in document.Root:
        return
    for page in document.pages:
        page.Tabs = pikepdf.Name.S
        instructions = list(pikepdf.parse_content_stream(page))
        marked = list(_with_artifacts(pikepdf, instructions))
        if len(marked) != len(instructions):
            page.Contents = document.make_stream(pikepdf.unparse_content_stream(marked))


def _with_artifacts(pikepdf: Any, instructions: list[Any]) -> Iterator[Any]:
    """The instructions, and around each path that belongs to no tag a mark that it is only decoration."""
    depth, path = 0, False
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            depth += 1
        elif operator == "EMC":
            depth -= 1
        if depth == 0 and not path and operator in _PATH:
            path = True
            yield pikepdf.ContentStreamInstruction([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
        yield instruction
        if path and operator in _PAINT:
            path = False
            yield pikepdf.ContentStreamInstruction([], pikepdf.Operator("EMC"))
