"""What the YAML parser says when it stops, told to somebody who has never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from ..errors import Message, message


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar by its place in the text, and whether it stands in quotes."""

    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser stopped: what it said, the text, and the last scalar it had read."""

    said: str
    text: str
    index: int
    opened_at: int
    last_scalar: Scalar | None

    @property
    def line_start(self) -> int:
        """Where the line begins that the parser stopped on."""
        return self.text.rfind("\n", 0, self.index) + 1

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self.text[self.line_start : self.index]

    @property
    def rest(self) -> str:
        """The line from the place on."""
        return self.text[self.index :].split("\n", 1)[0]

    @property
    def line(self) -> int:
        """The number of the line."""
        return self.line_at(self.index)

    @property
    def name_without_colon(self) -> int | None:
        """Where an earlier line begins that was taken together with this one, for want of a colon."""
        scalar = self.last_scalar
        if scalar is None or scalar.quoted or "\n" not in self.text[scalar.start : scalar.end]:
            return None
        line_start = self.text.rfind("\n", 0, scalar.start) + 1
        return scalar.start if self.text[line_start : scalar.start].strip() in ("", "-") else None

    def line_at(self, index: int) -> int:
        """The number of the line that holds a place in the text."""
        return self.text.count("\n", 0, index) + 1


@dataclass(frozen=True, slots=True)
class Explained:
    """What is wrong and what to write; `mended` is the text to go on reading with, if the slip is certain."""

    line: int
    message: Message
    remedy: Message
    mended: str | None = None


def explain(error: yaml.MarkedYAMLError, text: str, last_scalar: Scalar | None) -> Explained:
    """The parser's error as a message of our own."""
    mark = error.problem_mark or error.context_mark
    index = min(mark.index if mark else 0, len(text))
    opened_at = error.context_mark.index if error.context_mark else index
    stop = Stop(error.problem or "", text, index, opened_at, last_scalar)
    for said, told in EXPLANATIONS.items():
        if said in stop.said:
            return told(stop)
    return Explained(
        stop.line,
        message("The file can't be read from here on."),
        message("Check quotes, colons and indentation on this line and the one before."),
    )


def _colon_or_indentation(stop: Stop) -> Explained:
    if re.search(r":(\s|$)", stop.before):
        mended = f"{stop.text[: stop.index]}\ufffd{stop.text[stop.index + 1 :]}"
        return Explained(
            stop.line,
            message("There is a colon in text without quotes."),
            message('Put quotes around the whole text, as in title: "Sparring: who and when"'),
            mended,
        )
    if stop.name_without_colon is not None:
        return _no_colon(stop, stop.name_without_colon)
    return _indentation(stop)


def _indentation(stop: Stop) -> Explained:
    return Explained(
        stop.line,
        message("The line isn't indented like those it belongs with."),
        message("Begin it in the same column as its neighbours, with spaces."),
    )


def _odd_beginning(stop: Stop) -> Explained:
    if stop.rest.startswith("\t"):
        line_end = stop.index + len(stop.rest)
        mended = stop.text[: stop.line_start] + stop.text[stop.line_start : line_end].replace("\t", "  ")
        return Explained(
            stop.line,
            message("The line is indented with a tab."),
            message("Use spaces."),
            mended + stop.text[line_end:],
        )
    return _needs_quotes(stop)


def _needs_quotes(stop: Stop) -> Explained:
    return _begins_with(stop, stop.text[stop.opened_at : stop.opened_at + 1].strip() or stop.rest[:1])


def _begins_with(stop: Stop, sign: str) -> Explained:
    return Explained(
        stop.line,
        message("Text that begins with {sign} needs quotes.", sign=sign),
        message("Put quotes around the text."),
    )


def _key_expected(stop: Stop) -> Explained:
    scalar = stop.last_scalar
    begins = re.search(r"[:-]\s+([*\[{])[^:]*$", stop.before)
    if begins:
        return _begins_with(stop, begins[1])
    if scalar is None or not scalar.quoted or stop.text[scalar.end : stop.index].strip(" "):
        return _indentation(stop)
    if "\n" in stop.text[scalar.start : scalar.end]:
        return _never_closed(stop, scalar.start)
    return Explained(
        stop.line,
        message("There is text after the closing quotation mark."),
        message("Put the quotes around the whole text, and write ” for quotation marks inside it."),
    )


def _quote_never_closed(stop: Stop) -> Explained:
    return _never_closed(stop, stop.opened_at)


def _never_closed(stop: Stop, opened_at: int) -> Explained:
    return Explained(
        stop.line_at(opened_at),
        message("The quotation mark on this line is never closed."),
        message("Close it at the end of the text."),
    )


def _bracket_never_closed(stop: Stop) -> Explained:
    return Explained(
        stop.line_at(stop.opened_at),
        message("The {bracket} on this line isn't closed where it should be.", bracket=stop.text[stop.opened_at]),
        message("Close it, and put quotes around text that holds a comma, a colon or a bracket."),
    )


def _value_expected(stop: Stop) -> Explained:
    if stop.rest.strip():
        return _begins_with(stop, stop.rest[0])
    return Explained(
        stop.line,
        message("The file ends before a bracket is closed."),
        message("Close it, or put quotes around text that begins with it."),
    )


def _backslash(stop: Stop) -> Explained:
    return Explained(
        stop.line,
        message("A backslash in double quotes has a meaning of its own."),
        message("Write two backslashes, or use single quotes."),
    )


def _surrogate(stop: Stop) -> Explained:
    escape = re.search(r"\\[uU]([0-9a-fA-F]{4,8})", stop.text[max(stop.index - 2, 0) :])
    code = escape[1].upper() if escape else "?"
    return Explained(
        stop.line,
        message("U+{code} is half a character.", code=code),
        message("Write the character itself."),
    )


def _name_expected(stop: Stop) -> Explained:
    return _no_colon(stop, stop.opened_at)


def _no_colon(stop: Stop, index: int) -> Explained:
    return Explained(
        stop.line_at(index),
        message("The line has no colon after its name."),
        message("Write a name, a colon, a space and the value."),
    )


def _list_misplaced(stop: Stop) -> Explained:
    return Explained(
        stop.line,
        message("A hyphen that begins a list can't stand here."),
        message("Begin the list on the next line, or put quotes around the text."),
    )


EXPLANATIONS: dict[str, Callable[[Stop], Explained]] = {
    "mapping values are not allowed": _colon_or_indentation,
    "cannot start any token": _odd_beginning,
    "tab character": _odd_beginning,
    "mapping keys are not allowed": _needs_quotes,
    "directive": _needs_quotes,
    "found unexpected end of stream": _quote_never_closed,
    "found unexpected document indicator": _quote_never_closed,
    "did not find expected key": _key_expected,
    "did not find expected '-' indicator": _key_expected,
    "expected <block end>": _key_expected,
    "did not find expected ','": _bracket_never_closed,
    "expected ','": _bracket_never_closed,
    "did not find expected alphabetic or numeric": _needs_quotes,
    "expected alphabetic or numeric": _needs_quotes,
    "did not find expected comment or line break": _needs_quotes,
    "expected a comment or a line break": _needs_quotes,
    "node content": _value_expected,
    "<document start>": _indentation,
    "found unknown escape character": _backslash,
    "hexdecimal": _backslash,
    "hexadecimal": _backslash,
    "Unicode character escape code": _surrogate,
    "could not find expected ':'": _name_expected,
    "sequence entries are not allowed": _list_misplaced,
}
