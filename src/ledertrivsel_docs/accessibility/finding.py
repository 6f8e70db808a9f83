"""What a check finds: which rule, how grave, where, what is wrong and what to do; plain data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Final, Literal, NamedTuple

from ..errors import Message, Problem, message

Level = Literal["error", "warning", "tip"]
ERROR: Final = "error"
WARNING: Final = "warning"
TIP: Final = "tip"
LEVELS: tuple[Level, ...] = (ERROR, WARNING, TIP)
NAMES = {ERROR: message("Error"), WARNING: message("Warning"), TIP: message("Tip")}
_EXCERPT = 40


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document, as somebody finds it who has it open; what isn't known is left out.

    Tables are counted through a part, rows and cells from 1.
    """

    part: Message | None = None
    heading: str = ""
    slide: int = 0
    slide_title: str = ""
    shape: str = ""
    table: int = 0
    row: int = 0
    cell: int = 0
    excerpt: str = ""

    def words(self) -> Message:
        """The place in words."""
        steps = self._steps() or [message("the whole file")]
        return reduce(lambda one, two: message("{one}, {two}", one=one, two=two), steps)

    def _steps(self) -> list[Message]:
        steps = [self.part] if self.part else []
        if self.slide and self.slide_title:
            steps.append(message("slide {number} “{title}”", number=self.slide, title=short(self.slide_title)))
        elif self.slide:
            steps.append(message("slide {number}", number=self.slide))
        if self.heading:
            steps.append(message("below the heading “{heading}”", heading=short(self.heading)))
        if self.shape:
            steps.append(message("the shape “{shape}”", shape=short(self.shape)))
        if self.cell:
            where = {"table": self.table, "row": self.row, "cell": self.cell}
            steps.append(message("table {table}, row {row}, cell {cell}", **where))
        elif self.table:
            steps.append(message("table {table}", table=self.table))
        if self.excerpt.strip():
            steps.append(message("at “{text}”", text=short(self.excerpt)))
        return steps


class Fault(NamedTuple):
    """That something breaks a rule: where, what is wrong, what to do."""

    place: Place
    message: Message
    remedy: Message


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault and the rule that it breaks.

    `rule` is an id that stays, `level` how grave it is, `criterion` that of WCAG 2.1 and `clause` that of EN 301 549,
    both empty where the rule is only good practice.
    """

    file: str
    rule: str
    level: Level
    criterion: str
    clause: str
    place: Place
    message: Message
    remedy: Message

    def __str__(self) -> str:
        return self.told()

    def told(self, translate: Callable[[str], str] = str) -> str:
        """`file: place: what is wrong. What to do.`"""
        return self.problem().told(translate)

    def problem(self) -> Problem:
        """As the problems are that other checks find."""
        where = self.place.words()
        return Problem(self.message, self.remedy, file=self.file, where=where, warning=self.level != ERROR)

    def as_data(self, translate: Callable[[str], str] = str) -> dict[str, str | int]:
        """As JSON has it, the sentences in the reader's language."""
        return {
            "file": self.file,
            "rule": self.rule,
            "level": self.level,
            "wcag": self.criterion,
            "en301549": self.clause,
            "place": self.place.words().told(translate),
            "message": self.message.told(translate),
            "remedy": self.remedy.told(translate),
            **{name: number for name in ("slide", "table", "row", "cell") if (number := getattr(self.place, name))},
        }


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT else f"{line[:_EXCERPT].rstrip()}…"
