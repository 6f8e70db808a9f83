"""How a paragraph falls into lines, as PowerPoint and LibreOffice break them; lengths in points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from .faces import Face

CUT = "…"
"""What stands at the end of a text that is cut."""

TAB = 72.0  # where PowerPoint puts its tab stops
TIGHT = 0.993  # of a column's width is used: renderers round where each letter stands
BLANK = " \u2002-\u2006\u2008-\u200b\u3000"  # without those that hold words together
NEWLINE = "\n\v\u2028\u2029"
HYPHEN = "\\-\u2010\u2013\u2014"
LETTER = r"[^\W\d_]"
# A word and what stands after it. It ends at a blank, or after a hyphen or dash with a letter behind it: neither −5 nor
# 10–12 is broken.
WORD = re.compile(
    rf"([{HYPHEN}]*(?:[^{BLANK}{NEWLINE}\t{HYPHEN}]++|[{HYPHEN}]++(?!{LETTER}))+[{HYPHEN}]*|[{HYPHEN}]*)"
    rf"([{BLANK}]+|[{NEWLINE}]|\t|)"
)
PART = re.compile(r"[^/]+/*|/+")
HYPHENS = ("-", "\u2010", "\u2013", "\u2014")
MARKS = ("Mn", "Mc", "Me", "Cf")  # belong to the letter before them
words_of = lru_cache(1024)(WORD.findall)  # the same text is measured at several sizes


class Run(NamedTuple):
    """Some text of one look; a line break in it begins a new line."""

    text: str
    face: Face
    size: float


class _Lines:
    """The lines of a paragraph while words are put into them."""

    __slots__ = ("broken", "height", "heights", "left", "start", "width", "word", "word_height", "x")

    def __init__(self, width: float, left: float, first: float) -> None:
        self.width = width
        self.left = left
        self.heights: list[float] = []
        self._begin(left + first)

    def _begin(self, start: float) -> None:
        self.start = self.x = self.word = start  # the line, what stands in it, and its last word begin here
        self.height = self.word_height = 0.0
        self.broken = False  # whether the line can be broken before its last word

    def end(self) -> None:
        """Ends the line."""
        self.heights.append(max(self.height, self.word_height))
        self._begin(self.left)

    def pause(self) -> None:
        """The line may be broken here."""
        self.height = max(self.height, self.word_height)
        self.word_height = 0.0
        self.word = self.x
        self.broken = True

    def put(self, text: str, run: Run, height: float) -> None:
        """Puts a word, or a part of one, where there is room for it."""
        width = run.face.words[text] * run.size
        if self.x + width > self.width and self.broken:  # the word goes on the next line, with what of it came before
            before, higher = self.x - self.word, self.word_height
            self.end()
            self.x += before
            self.word_height = higher
        if self.x + width <= self.width:
            self.x += width
            self.word_height = max(self.word_height, height)
        elif len(parts := PART.findall(text)) > 1:  # an address is broken after its slashes where nothing else helps
            for part in parts:
                self.put(part, run, height)
                self.pause()
        else:
            self._spell(text, run, height)

    def _spell(self, text: str, run: Run, height: float) -> None:
        """Breaks a word that is longer than a line, with at least one letter in each line."""
        for char in text:
            width = run.face.letters[char] * run.size
            if self.x + width > self.width and self.x > self.start:
                self.end()
            self.x += width
            self.word_height = max(self.word_height, height)

    def after(self, text: str, run: Run, height: float) -> None:
        """What stands between words: blanks may go beyond the edge, as only a word behind them needs room."""
        self.word_height = max(self.word_height, height)
        self.pause()
        if text == "\t":
            stop = self.left if self.x < self.left else (self.x // TAB + 1) * TAB
            if stop > self.width and self.x > self.start:
                self.end()
                stop = self.left
            self.x = self.word = stop
        elif text in NEWLINE:
            self.end()
        else:
            self.x += run.face.words[text] * run.size
            self.word = self.x


def wrapped(runs: Sequence[Run], width: float, *, left: float = 0.0, first: float = 0.0) -> list[float]:
    """The height of each line of a paragraph in a column of a width.

    Args:
        runs: what it says; a run without text gives an empty paragraph its height.
        width: of the column, with the indents.
        left: indent of the paragraph; a tab before it ends there.
        first: how much further the first line is indented; less than nothing for a hanging number.
    """
    lines = _Lines(width * TIGHT, left, first)
    height = 0.0
    for run in runs:
        face, size = run.face, run.size
        height = face.line_height(size)
        ems, blank = face.words, face.letters[" "] * size
        for word, after in words_of(run.text):
            if word:
                end = lines.x + ems[word] * size
                if end <= lines.width:
                    lines.x = end
                    lines.word_height = max(lines.word_height, height)
                else:
                    lines.put(word, run, height)
            if after == " " and lines.word_height >= height:  # as nearly always
                lines.pause()
                lines.x += blank
                lines.word = lines.x
            elif after:
                lines.after(after, run, height)
            elif word.endswith(HYPHENS):
                lines.pause()
    if not lines.height and not lines.word_height:  # after a newline at the end, or without any text
        lines.word_height = height
    lines.end()
    return lines.heights if runs else []


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The text if it fits, or the longest beginning that does with "…": whole words, or letters of the first one.

    If not even one letter fits, it is "…" alone.
    `fits` tells whether a text has room, such as `lambda t: len(wrapped([Run(t, face, 14)], 200)) <= 2`.
    """
    if fits(text):
        return text
    words = [found.start() for found in re.finditer(r"(?<=\S)\s", text)]
    first = text[: min(words, default=len(text))]
    letters = [place for place, char in enumerate(first) if place and unicodedata.category(char) not in MARKS]
    for places in (words, letters):
        low, high = 0, len(places)  # the first `low` places fit
        while low < high:
            middle = (low + high + 1) // 2
            if fits(_cut(text, places[middle - 1])):
                low = middle
            else:
                high = middle - 1
        if low:
            return _cut(text, places[low - 1])
    return CUT


def _cut(text: str, place: int) -> str:
    return text[:place].rstrip().rstrip(",;:.–—-…").rstrip() + CUT
