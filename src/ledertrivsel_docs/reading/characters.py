"""Characters that have no place in a document: told by their number, since they can't be seen."""

from __future__ import annotations

import re

from ..errors import Problem, message

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a YAML reader stops at: XML's forbidden characters, the C1 controls and a byte order mark inside the text.
NOT_IN_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_NOT_CURLY = re.compile("[^“”„]+")


def unprintable(text: str, pattern: re.Pattern[str] = NOT_IN_XML) -> list[str]:
    """The characters that XML 1.0 has no place for, each once, as U+0001."""
    return [f"U+{ord(character):04X}" for character in dict.fromkeys(pattern.findall(text))]


def forbidden(file: str, line: int, codes: list[str]) -> list[Problem]:
    """A problem for each character that can't be printed."""
    return [
        Problem(
            message("The character {code} can't stand in a Word document.", code=code),
            message("Remove it."),
            file=file,
            line=line,
        )
        for code in codes
    ]


def in_curly_quotes(file: str, line: int, text: str) -> list[Problem]:
    """A warning where the quotes of Word stand around a whole text, and none inside it."""
    found = _NOT_CURLY.sub("", text)
    if len(found) != 2 or text[0] + text[-1] != found:
        return []
    what = message("The quotes {quotes} become part of the text.", quotes=" ".join(found))
    return [Problem(what, message('Use " from the keyboard, or leave them out.'), file=file, line=line, warning=True)]
