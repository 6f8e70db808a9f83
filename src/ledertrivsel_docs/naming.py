"""What a document is called: its title for readers, its file name for every system."""

from __future__ import annotations

import re

from .documents import Copy

_LONGEST_NAME = 100
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')


def document_title(copy: Copy) -> str:
    """What a screen reader says of the document: its name, with the theme, or the step where each step has one."""
    document, stages = copy.document, copy.kit.stages
    if copy.theme:
        return document.name.replace("{theme}", copy.theme.title)
    name = _without_theme(document.name)
    steps = [f"{name} · {stage.number} {stage.name}" for stage in stages if stage.step is copy.step]
    return steps[0] if steps and [other.name for other in copy.kit.documents].count(document.name) > 1 else name


def _without_theme(name: str) -> str:
    return name.replace("{theme}", "").rstrip(" -–")


def file_name(copy: Copy) -> str:
    """Number and Danish name, safe on every system and not too long for Windows."""
    title = copy.document.title
    named = title.replace("{theme}", copy.theme.short) if copy.theme else _without_theme(title)
    name = "".join(filter(str.isprintable, _FORBIDDEN.sub("", named)))
    return " ".join(name.split())[:_LONGEST_NAME].rstrip(". -")
