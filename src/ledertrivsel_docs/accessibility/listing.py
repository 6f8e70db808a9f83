"""The rules as a table in Markdown, for `docs/tilgaengelighed.md`."""

from __future__ import annotations

from collections.abc import Callable

from ..errors import message
from .finding import NAMES
from .registry import BOTH, DECK, RULES, WORD

_HEADS = (message("What is checked"), message("Level"), message("WCAG 2.1"), message("In"), message("Rule"))
_FORMATS = {BOTH: message("Word and PowerPoint"), WORD: message("Word"), DECK: message("PowerPoint")}


def rules_table(translate: Callable[[str], str] = str) -> str:
    """All rules, a row each, in the reader's language."""
    heads = [head.told(translate) for head in _HEADS]
    rows = [
        (
            rule.asks.told(translate),
            NAMES[rule.level].told(translate),
            rule.criterion or "–",
            _FORMATS[rule.formats].told(translate),
            f"`{rule.id}`",
        )
        for rule in RULES.values()
    ]
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
