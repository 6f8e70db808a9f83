"""Characters that have no place in a document: told by their number, since they can't be seen."""

from __future__ import annotations

import re

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What a YAML reader stops at: XML's forbidden characters, the C1 controls and a byte order mark inside the text.
NOT_IN_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def unprintable(text: str, pattern: re.Pattern[str] = NOT_IN_XML) -> list[str]:
    """The characters that XML 1.0 has no place for, each once, as U+0001."""
    return [f"U+{ord(character):04X}" for character in dict.fromkeys(pattern.findall(text))]
