"""Whether the texts of a slide fit their boxes, and how much smaller they have to be for it.

What is measured is the slide as it is printed: the marks that compiling left say in which frame each text stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from math import ceil
from typing import Any, NamedTuple

from ..measuring import SLIDES, Run, face, wrapped
from .compiled import Frame, Level
from .values import FRAME

FLOORS = ((30, 32), (20, 18), (0, 14))
"""Type of so many points or more steps down to so many points and no further."""

_STEPS = (100, 95, 90, 85, 80, 75, 70)
_PT = 12_700
_MARK = re.compile(f"{FRAME}(\\d+);")
_PARAGRAPH = re.compile(r"<a:p>(.*?)</a:p>|<a:p/>", re.DOTALL)
_PIECE = re.compile(r"<a:(r|fld|br|rPr|t)\b([^>]*)>([^<]*)")
_ROW = re.compile(r'<a:tr h="(\d+)".*?</a:tr>', re.DOTALL)
_CELL = re.compile(r"<a:tc[ >].*?</a:tc>", re.DOTALL)
_LEVEL, _SIZE, _BOLD = re.compile(r' lvl="(\d)"'), re.compile(r' sz="(\d+)"'), re.compile(r' b="(1|true)"')
_PROPERTIES = re.compile(r"<a:pPr(?:[^>]*/>|.*?</a:pPr>)", re.DOTALL)
_SPACE = re.compile(r'<a:(lnSpc|spcBef|spcAft)><a:(spcPct|spcPts) val="(\d+)')
_LEFT, _INDENT = re.compile(r' marL="(\d+)"'), re.compile(r' indent="(-?\d+)"')


class Fit(NamedTuple):
    """How the text of a frame fits: at a `scale` in percent, which is the smallest allowed where it doesn't fit."""

    number: int
    frame: Frame
    scale: int
    fits: bool


class _Text(NamedTuple):
    """A paragraph: its level, what it says in runs with the sizes and weights that they state, its indents."""

    level: Level
    runs: list[tuple[str, float, bool]]
    left: float
    first: float


def fits_of(xml: str, frames: tuple[Frame, ...]) -> list[Fit]:
    """How the marked texts of a slide fit."""
    found = []
    _, *pieces = _MARK.split(xml)
    for number, rest in zip(pieces[::2], pieces[1::2], strict=True):
        frame = frames[int(number)]
        if frame.columns:
            height = _table_height(rest[: rest.find("</a:tbl>")], frame)
            found.append(Fit(int(number), frame, 100, height <= frame.height))
            continue
        texts = list(_texts(rest[: rest.find("</p:txBody>")], frame))
        found.append(_fitted(int(number), texts, frame))
    return found


def _fitted(number: int, texts: list[_Text], frame: Frame) -> Fit:
    sizes = [size for text in texts for _, size, _ in text.runs]
    floor = ceil(max((100 * min(1, _floor(size) / size) for size in sizes), default=100))
    scales = [*(step for step in _STEPS if step > floor), floor]
    for scale in scales:
        if _height(texts, frame.width, scale / 100) <= frame.height:
            return Fit(number, frame, scale, True)
    return Fit(number, frame, scales[-1], False)


def _floor(size: float) -> float:
    return next(least for above, least in FLOORS if size >= above)


def _texts(xml: str, frame: Frame) -> Iterator[_Text]:
    for paragraph in _PARAGRAPH.finditer(xml):
        content = paragraph[1] or ""
        properties = _PROPERTIES.match(content)
        look = properties[0] if properties else ""
        number = _LEVEL.search(look)
        level = _spaced(frame.levels[min(int(number[1]) if number else 0, len(frame.levels) - 1)], look)
        runs = list(_runs(content, level))
        left, indent = _LEFT.search(look), _INDENT.search(look)
        first = int(indent[1]) / _PT if indent else level.first
        if not any("\t" in words for words, *_ in runs):
            first = max(first, 0)  # what hangs out is a bullet, behind which the text begins with the other lines
        yield _Text(level, runs or [("", level.size, level.bold)], int(left[1]) / _PT if left else level.left, first)


def _spaced(level: Level, look: str) -> Level:
    """A level with the spaces that a paragraph states itself."""
    names = {"lnSpc": "spacing", "spcBef": "before", "spcAft": "after"}
    stated: dict[str, Any] = {
        names[name]: space(name, kind, int(value), level.size) for name, kind, value in _SPACE.findall(look)
    }
    return level._replace(**stated) if stated else level


def space(name: str, kind: str, value: int, size: float) -> float:
    """A space as a `Level` has it, that between lines as a factor, others in points.

    DrawingML has it in points (the `kind` is `spcPts`) or as a part of the type size (`spcPct`).
    """
    if kind == "spcPct":
        return value / 100_000 * (1 if name == "lnSpc" else size)
    if name == "lnSpc":
        return value / 100 / (SLIDES * min(size, _floor(size)))  # it stays as it is when the type steps down
    return value / 100


def _runs(content: str, level: Level) -> Iterator[tuple[str, float, bool]]:
    size, bold = level.size, level.bold
    for kind, look, text in _PIECE.findall(content):
        if kind == "rPr":
            stated = _SIZE.search(look)
            size, bold = int(stated[1]) / 100 if stated else level.size, level.bold or bool(_BOLD.search(look))
        elif kind == "t":
            yield unescape(text), size, bold
        else:
            size, bold = level.size, level.bold
            if kind == "br":
                yield "\n", size, bold


def _height(texts: list[_Text], width: float, scale: float) -> float:
    height = 0.0
    for number, text in enumerate(texts):
        level = text.level
        runs = [Run(words, face(level.font, bold=bold), size * scale) for words, size, bold in text.runs]
        lines = wrapped(runs, width, left=text.left, first=text.first)
        height += sum(lines) * level.spacing + level.after + (level.before if number else 0)
    return height


def _table_height(xml: str, frame: Frame) -> float:
    height = 0.0
    for row in _ROW.finditer(xml):
        cells = zip(_CELL.findall(row[0]), frame.columns, strict=False)
        needed = max((_height(list(_texts(cell, frame)), width, 1) for cell, width in cells), default=0)
        height += max(int(row[1]) / _PT, needed + frame.margin)
    return height
