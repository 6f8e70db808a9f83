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
    """A fault, and the rule that it breaks."""

    file: str
    """Its name."""
    rule: str
    """An id that stays, such as `alt-text-missing`."""
    level: Level
    """How grave it is."""
    criterion: str
    """That of WCAG 2.1, such as `1.1.1`; empty where the rule is only good practice."""
    clause: str
    """That of EN 301 549; empty likewise."""
    place: Place
    """Where."""
    message: Message
    """What is wrong."""
    remedy: Message
    """What to do."""

    def __str__(self) -> str:
        return self.told()

    def told(self, translate: Callable[[str], str] = str) -> str:
        """`file: place: what is wrong. What to do.`

        Args:
            translate: a gettext function such as `translator("da")` gives; without one it is told in English.
        """
        return self.problem().told(translate)

    def problem(self) -> Problem:
        """The same as other checks tell it; a warning unless it is an error."""
        where = self.place.words()
        return Problem(self.message, self.remedy, file=self.file, where=where, warning=self.level != ERROR)

    def as_data(self, translate: Callable[[str], str] = str) -> dict[str, str | int]:
        """The same as plain data, for JSON.

        Args:
            translate: as for `told`.
        """
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
