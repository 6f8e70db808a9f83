"""How wide a text is in the fonts that Office documents use, from a table of widths: no font file is needed."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

# The families that people name, and the free ones as wide as them that were measured (tools/font_widths.py).
FAMILIES = {
    "calibri": "carlito",
    "arial": "liberation sans",
    "helvetica": "liberation sans",
    "times new roman": "liberation serif",
    "times": "liberation serif",
    "cambria": "caladea",
    "georgia": "gelasio",
}
EMOJI = 1.4  # ems: the emoji fonts of Windows and Linux draw wider than an em
WORDS_KEPT = 20_000
SLIDES = 1.2  # LibreOffice sets the lines of slides this far apart, whatever the font


class Letters(dict[str, float]):
    """Widths in ems by letter; one that no table has gets the width of the widest that it may be."""

    def __missing__(self, char: str) -> float:
        self[char] = width = self._guess(char)
        return width

    def _guess(self, char: str) -> float:
        kind = unicodedata.category(char)
        if kind in ("Mn", "Me", "Cf", "Cc"):
            return 0.0
        if kind in ("So", "Sk", "Cn", "Co") and ord(char) >= 0x1F000:
            return EMOJI
        if unicodedata.east_asian_width(char) in "WF":
            return 1.0
        return max(1.0, *(self[capital] for capital in "MWŒ"))


class Words(dict[str, float]):
    """Widths in ems by word, each summed once."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters

    def __missing__(self, word: str) -> float:
        if len(self) > WORDS_KEPT:
            self.clear()
        self[word] = width = sum(map(self._letters.__getitem__, word))
        return width


class Face:
    """One weight of one font family. Italics are taken to be no wider than upright letters."""

    __slots__ = ("letters", "line", "words")

    def __init__(self, line: float, letters: Letters) -> None:
        self.line = line
        self.letters = letters
        self.words = Words(letters)

    def width(self, text: str, size: float) -> float:
        """The width in points of a text in one line, at a size in points."""
        return sum(map(self.words.__getitem__, text.split(" "))) * size + self.letters[" "] * text.count(" ") * size

    def line_height(self, size: float) -> float:
        """The height in points of a single spaced line, in the program that makes it highest."""
        return max(self.line, SLIDES) * size


def face(font: str, *, bold: bool) -> Face:
    """The face of a font family by its name in Word; of an unknown family the widest, letter by letter."""
    name = " ".join(font.casefold().split())
    weight = " bold" if bold else " regular"
    key = FAMILIES.get(name, name) + weight
    return _measured(key) if key in _table()["faces"] else _widest(weight)


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(Path(__file__).with_name("widths.json").read_text(encoding="utf-8"))
    return table


@cache
def _measured(key: str) -> Face:
    table = _table()
    found = table["faces"][key]
    units = found["units"]
    widths = (width / units for width in found["widths"])
    return Face(found["line"] / units, Letters(zip(table["characters"], widths, strict=True)))


@cache
def _widest(weight: str) -> Face:
    faces = [_measured(key) for key in _table()["faces"] if key.endswith(weight)]
    letters = Letters((char, max(one.letters[char] for one in faces)) for char in _table()["characters"])
    return Face(max(one.line for one in faces), letters)
