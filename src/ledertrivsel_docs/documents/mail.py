"""A mail to paste: paragraphs and bullets whose unknown words can be written where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .sentences import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the mail: its `pieces` after a bold `label` where it has one; `bullet` in a list.

    One that is `close` has the next one right below it.
    """

    pieces: Sequence[Piece]
    label: str = ""
    bullet: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the mail with its heading."""

    title: str
    lines: Sequence[Line]


def bullet(text: str) -> Line:
    """A text in a list."""
    return Line([Piece(text)], bullet=True)


def is_ready(lines: Sequence[Line]) -> bool:
    """Whether nothing in them is left to write."""
    return not any(piece.key for line in lines for piece in line.pieces)
