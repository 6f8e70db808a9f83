"""The changes of a YAML text that make its data into other data, each as small as it can be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from ..errors import InputError, message
from .habits import Names, hand_of, newline_of
from .handwriting import Hand, as_read, quoted
from .marks import Marked, Spot
from .yaml_text import Finding, Loc

_BAR = re.compile(r"[|>][-+0-9]*")
_EMPTY_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]")
_AT_MOST = 8  # columns from a hyphen to its text that are taken for a habit


@dataclass(frozen=True, slots=True)
class Around:
    """Where a value stands: the way to it, what it stands in from the inside out, and the column of the innermost."""

    loc: Loc = ()
    inside: tuple[Spot, ...] = ()
    column: int = -1

    @property
    def in_flow(self) -> bool:
        """Between brackets, where everything stays on its line."""
        return any(spot.kind == "flow" for spot in self.inside)

    @property
    def below_key(self) -> bool:
        """Behind a key in a block, where a value may go on on the lines below."""
        return bool(self.inside) and isinstance(self.inside[0].value, dict) and not self.in_flow


@dataclass(slots=True)
class Editor:
    """Collects what to change where.

    An edit is a piece of the text, from where to where, and what stands there instead. At one place the inner ones come
    first, as they are found.
    """

    marks: Marked
    names: Names
    hand: Hand
    newline: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    @classmethod
    def of(cls, marks: Marked, aliases: Mapping[str, str], *, in_lines: bool = True) -> Self:
        """An editor that writes in the manner of the text; without `in_lines` a text is always one line in quotes."""
        hand = replace(hand_of(marks), in_lines=in_lines)
        return cls(marks, Names.of(marks.text, aliases), hand, newline_of(marks.text))

    def edited(self) -> str:
        """The text with all changes."""
        parts, done = [], 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[0]):
            parts += [self.marks.text[done:start], new]
            done = end
        return "".join([*parts, self.marks.text[done:]])

    def change(self, spot: Spot, old: Any, wanted: Any, around: Around = Around()) -> None:
        """Finds what makes the old data in a place into the wanted; raises `InputError` where others share it."""
        if old == as_read(wanted):
            return
        if spot.shared:
            what = message("This is written with & or *, so an answer here would change other places too.")
            raise InputError([Finding(around.loc, what, message("Write the text out in each place.")).problem()])
        if spot.value is None and not around.inside:
            self._add_at_end(wanted, 0)
        elif old is None:
            self._fill(spot, wanted, around)
        elif isinstance(spot.value, dict) and isinstance(wanted, dict) and spot.value.keys() <= wanted.keys():
            self._change_mapping(spot, spot.value, old, wanted, around)
        elif isinstance(spot.value, list) and isinstance(wanted, list) and 0 < len(spot.value) <= len(wanted):
            self._change_list(spot, spot.value, old, wanted, around)
        else:
            self._replace(spot, wanted, around)

    def _change_mapping(self, spot: Spot, named: dict[str, Spot], old: Any, wanted: Any, around: Around) -> None:
        column = self.marks.column(spot.start)
        for key, child in named.items():
            self.change(child, old[key], wanted[key], Around((*around.loc, key), (spot, *around.inside), column))
        new = {key: value for key, value in wanted.items() if key not in named}
        hand = self._hand(spot, *around.inside)
        if not new:
            return
        if spot.kind == "flow":
            self._add_in_flow(spot, hand.flow_entries(new))
        elif around.inside:
            self._add_below(self.marks.after(spot.end, around.column), hand.entries(new, column))
        else:
            self._add_at_end(new, column)

    def _change_list(self, spot: Spot, items: list[Spot], old: Any, wanted: Any, around: Around) -> None:
        column = self.marks.column(spot.start)
        for index, child in enumerate(items):
            inner = Around((*around.loc, index), (spot, *around.inside), column)
            self.change(child, old[index], wanted[index], inner)
        new = wanted[len(items) :]
        if not new:
            return
        hand = self._hand(spot, *around.inside)
        if spot.kind == "flow":
            self._add_in_flow(spot, hand.flow_items(new))
        else:
            lines = hand.items(new, column, **self._habits(items, column))
            self._add_below(self.marks.after(spot.end, around.column), lines)

    def _habits(self, items: list[Spot], column: int) -> dict[str, Any]:
        """How the items of a list are written: as `Hand.items` takes it."""
        last = items[-1]
        gap = self.marks.column(last.start) - column
        mappings = [item for item in items if isinstance(item.value, dict)]
        return {
            "on_one_line": mappings[-1].kind == "flow" if mappings else None,
            "gap": gap if 2 <= gap <= _AT_MOST else 2,
            "between": len(items) > 1 and bool(_EMPTY_LINE.search(self.marks.text, items[-2].end, last.start)),
        }

    def _fill(self, spot: Spot, wanted: Any, around: Around) -> None:
        """Writes what is wanted where nothing stands behind a colon or a hyphen."""
        hand = self._hand(*around.inside)
        behind, below = hand.value(wanted, around.column) if around.below_key else (hand.flow(wanted), [])
        end = self.marks.line_end(spot.end)
        blanks = end if not self.marks.text[spot.start : end].strip(" \t") else spot.start
        self.edits.append((spot.start, blanks, f" {behind}".rstrip(" ")))
        self._add_below(end, below)

    def _replace(self, spot: Spot, wanted: Any, around: Around) -> None:
        """Writes what is wanted over what stands there, in the same style where it is of the same kind."""
        hand = self._hand(spot, *around.inside)
        behind, below = hand.flow(wanted), list[str]()
        if spot.kind == "block":
            column = self.marks.column(spot.start)
            if column <= around.column:
                behind = " " * self.hand.step + behind  # a list may stand in its key's column, nothing else may
            if wanted and isinstance(spot.value, dict) and isinstance(wanted, dict):
                behind = self.newline.join(hand.entries(wanted, column))[column:]
            elif wanted and isinstance(spot.value, list) and isinstance(wanted, list):
                lines = hand.items(wanted, column, **self._habits(spot.value, column))
                behind = self.newline.join(lines).lstrip("\r\n")[column:]
        elif not around.in_flow and (isinstance(wanted, str) or (around.below_key and spot.value == [])):
            behind, below = hand.value(wanted, around.column)
        if spot.kind == "quoted" and isinstance(wanted, str) and not below:
            behind = quoted(wanted)
        if spot.kind == "lines":
            self._replace_lines(spot, behind, below)
            return
        text = self.marks.text
        start = spot.start if behind else len(text[: spot.start].rstrip(" \t"))
        self.edits.append((start, spot.end, behind))
        self._add_below(self.marks.line_end(spot.end), below)

    def _replace_lines(self, spot: Spot, behind: str, below: list[str]) -> None:
        """Writes over a block of text; a comment behind its bar stays."""
        bar = _BAR.match(self.marks.text, spot.start)
        first_end = self.marks.line_end(spot.start)
        self.edits.append((spot.start, bar.end() if bar else spot.start, behind))
        self.edits.append((first_end, max(first_end, spot.end), "".join(self.newline + line for line in below)))

    def _add_below(self, line_end: int, lines: list[str]) -> None:
        if lines:
            self.edits.append((line_end, line_end, "".join(self.newline + line for line in lines)))

    def _add_in_flow(self, spot: Spot, new: str) -> None:
        """Writes behind the last value between brackets, before the comma or comment that may follow."""
        children = spot.children()
        if not children:
            self.edits.append((spot.start + 1, spot.start + 1, new))
            return
        comma = " , " if children[-1].value is None else ", "
        self.edits.append((children[-1].end, children[-1].end, comma + new))

    def _add_at_end(self, new: Mapping[str, Any], column: int) -> None:
        """Writes new names below everything, also below what is commented out, set off as the file sets things off."""
        text, root = self.marks.text, self.marks.root
        hand = self._hand(root)
        at = max(len(text[: self.marks.end].rstrip()), root.end)
        end = self.marks.line_end(at) if at else 0
        airy = bool(_EMPTY_LINE.search(text, 0, at))
        lines: list[str] = []
        for key, value in new.items():
            entry = hand.entries({key: value}, column)
            lines += [""] * (airy and (not lines or len(entry) > 1)) + entry
        if end:
            self._add_below(end, lines)
        else:
            self.edits.append((0, 0, "".join(line + self.newline for line in lines)))

    def _hand(self, *inside: Spot) -> Hand:
        return replace(self.hand, names=self.names.around(inside))
