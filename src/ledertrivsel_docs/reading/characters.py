"""Characters that have no place in a document: told by their number, since they can't be seen."""

from __future__ import annotations

import re

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a YAML reader stops at: XML's forbidden characters, the C1 controls and a byte order mark inside the text.
NOT_IN_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_NOT_CURLY = re.compile("[^“”„]+")


def unprintable(text: str, pattern: re.Pattern[str] = NOT_IN_XML) -> list[str]:
    """The characters that XML 1.0 has no place for, each once, as U+0001."""
    return [f"U+{ord(character):04X}" for character in dict.fromkeys(pattern.findall(text))]


def curly_quotes(text: str) -> str:
    """The quotes of Word around a whole text, and none inside it: “ ” or „ “; empty where there are none."""
    found = _NOT_CURLY.sub("", text)
    return f"{found[0]} {found[1]}" if len(found) == 2 and text[0] + text[-1] == found and len(text) > 2 else ""
