"""The rules: each a function from a document to what breaks it, with what is to be known of it beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..errors import Message
from .finding import Fault, Level
from .model import Document

Check = Callable[[Document], Iterable[Fault]]
BOTH, WORD, DECK = ("docx", "pptx"), ("docx",), ("pptx",)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `criterion` is that of WCAG 2.1, or empty; `templates` is whether it makes sense before a render."""

    id: str
    level: Level
    asks: Message
    check: Check
    criterion: str = ""
    formats: tuple[str, ...] = BOTH
    templates: bool = True

    @property
    def clause(self) -> str:
        """The clause of EN 301 549 chapter 10, which has the criteria of WCAG for documents."""
        return f"10.{self.criterion}" if self.criterion else ""

    @property
    def subject(self) -> str:
        """What it is about: the module that it stands in."""
        return self.check.__module__.rpartition(".")[2]


RULES: dict[str, Rule] = {}
"""All rules by their ids, in the order of the modules."""


def rule(
    identity: str,
    level: Level,
    asks: Message,
    criterion: str = "",
    *,
    formats: tuple[str, ...] = BOTH,
    templates: bool = True,
) -> Callable[[Check], Check]:
    """Makes a function a rule; `asks` says in a sentence what the rule asks for."""

    def register(check: Check) -> Check:
        RULES[identity] = Rule(identity, level, asks, check, criterion, formats, templates)
        return check

    return register
