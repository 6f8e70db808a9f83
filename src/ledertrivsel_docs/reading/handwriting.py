"""New values as YAML, in the manner of the file that they are written into."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

PlainValue: TypeAlias = "str | int | float | bool | date | list[PlainValue] | dict[str, PlainValue]"

_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_KEY = re.compile(r"[^\W\d_][\w-]*(?: [\w-]+)*")
# Not text to other readers of YAML.
_NOT_TEXT = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
# What can't stand in YAML, or is a line break to it, or can't be seen to be there.
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_NOT_IN_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}

LONGEST_AMONG_OTHERS, LONGEST_ALONE, LONGEST_SHORT_TEXT = 220, 110, 40
"""How long an item on one line may be where others are written so, and where there are none; and each text in it."""


def as_text(value: object) -> str:
    """A text, number, day or truth as the reader gives it back. Raises `TypeError` for anything else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | float):
        return str(value)
    raise TypeError(f"text, a number, a date or a truth value, not {type(value).__name__}")


def as_read(data: object) -> object:
    """Data as the reader would give it back."""
    if isinstance(data, dict):
        return {key: as_read(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_read(value) for value in data]
    return None if data is None else as_text(data)


def scalar(value: object) -> str:
    """A text, number, day or truth on one line; only an id is text without quotes."""
    text = as_text(value)
    is_id = len(text) <= LONGEST_SHORT_TEXT and _ID.fullmatch(text) and text not in _NOT_TEXT
    return text if is_id or not isinstance(value, str) else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    code = ord(sign)
    return _NAMED.get(sign) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")


@dataclass(frozen=True, slots=True)
class Hand:
    """How a file is written: how far it indents, where the hyphen of a list stands below its key, what keys are called,
    and whether a text of several lines stands line by line below a bar.

    Every list of lines is whole lines without their breaks. `column` is always that of the mapping or of the hyphens
    that a value stands in.
    """

    step: int = 2
    dash: int = 2
    names: Mapping[str, str] | None = None
    in_lines: bool = True

    def value(self, value: PlainValue, column: int) -> tuple[str, list[str]]:
        """What stands behind a colon or a hyphen, and the lines below."""
        if self.in_lines and isinstance(value, str) and _fits_lines(value):
            return self._lines(value, column)
        if isinstance(value, dict) and value:
            return "", self.entries(value, column + self.step)
        if isinstance(value, list) and not self._fits_one_line(value, LONGEST_ALONE):
            return "", self.items(value, column + self.dash, on_one_line=None)
        return self.flow(value), []

    def entries(self, mapping: Mapping[str, PlainValue], column: int) -> list[str]:
        """The lines of a mapping."""
        lines: list[str] = []
        for key, value in mapping.items():
            behind, below = self.value(value, column)
            lines += [f"{' ' * column}{self._key(key)}: {behind}".rstrip(" "), *below]
        return lines

    def items(
        self,
        values: Sequence[PlainValue],
        column: int,
        *,
        on_one_line: bool | None,
        gap: int = 2,
        between: bool = False,
    ) -> list[str]:
        """The lines of a list's items, `gap` from hyphen to value, with an empty line before each if `between`.

        `on_one_line` tells whether its other mappings stand on one line each, None that there are no others.
        """
        lines: list[str] = []
        for value in values:
            lines += [""] * between + self._item(value, column, gap, on_one_line=on_one_line)
        return lines

    def _item(self, value: PlainValue, column: int, gap: int, *, on_one_line: bool | None) -> list[str]:
        hyphen = " " * column + "-".ljust(gap)
        if isinstance(value, dict) and value and not self._flows(value, on_one_line):
            first, *others = self.entries(value, column + gap)
            return [hyphen + first[column + gap :], *others]
        if isinstance(value, str):
            behind, below = self.value(value, column)
            return [hyphen + behind, *below]
        return [hyphen + self.flow(value)]

    def _flows(self, value: dict[str, PlainValue], on_one_line: bool | None) -> bool:
        if on_one_line is None:
            return self._fits_one_line(list(value.values()), LONGEST_ALONE)
        texts = (text for text in value.values() if isinstance(text, str))
        return on_one_line and len(self.flow(value)) <= LONGEST_AMONG_OTHERS and not any("\n" in text for text in texts)

    def _fits_one_line(self, values: list[PlainValue], longest: int) -> bool:
        if any(isinstance(value, list | dict) and value for value in values):
            return False
        texts = (value for value in values if isinstance(value, str))
        short = all(len(text) <= LONGEST_SHORT_TEXT and "\n" not in text for text in texts)
        return short and len(self.flow(values)) <= longest

    def flow(self, value: PlainValue) -> str:
        """A value on one line, between brackets where it holds others."""
        if isinstance(value, dict):
            return f"{{{self.flow_entries(value)}}}"
        if isinstance(value, list):
            return f"[{self.flow_items(value)}]"
        return scalar(value)

    def flow_entries(self, mapping: Mapping[str, PlainValue]) -> str:
        """What stands between the brackets of a mapping."""
        return ", ".join(f"{self._key(key)}: {self.flow(value)}" for key, value in mapping.items())

    def flow_items(self, values: Sequence[PlainValue]) -> str:
        """What stands between the brackets of a list."""
        return ", ".join(map(self.flow, values))

    def _key(self, key: str) -> str:
        name = (self.names or {}).get(key, key)
        return name if _KEY.fullmatch(name) and name not in _NOT_TEXT else quoted(name)

    def _lines(self, text: str, column: int) -> tuple[str, list[str]]:
        """A text line by line below a bar; the number behind it says where a text begins that begins with a space."""
        indent = " " * (column + self.step)
        bar = f"|{self.step}" if text[0] in " \t" else "|"
        return bar, [indent + line if line else "" for line in text.split("\n")]


def _fits_lines(text: str) -> bool:
    """Whether the lines of a text can stand below a bar: the reader takes none that is empty at the end for text."""
    first, *others = text.split("\n")
    return bool(others and first.strip() and others[-1].strip()) and not _NOT_IN_LINES.search(text)
