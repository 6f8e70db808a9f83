"""Cards to cut, four to a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

CARDS_A_SHEET = 4


def sheets_of(cards: Sequence[Any]) -> list[dict[str, Sequence[Any]]]:
    """The cards as sheets of two rows; their number is a multiple of `CARDS_A_SHEET`."""
    return [
        {"top": cards[first : first + 2], "bottom": cards[first + 2 : first + CARDS_A_SHEET]}
        for first in range(0, len(cards), CARDS_A_SHEET)
    ]
