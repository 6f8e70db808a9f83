"""What one render may take: turns of loops, characters, and time of the processor, all parts together.

A real document takes thousandths of it. The clock only ever ends a render; what is printed never depends on it.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from typing import Any

from ..errors import message
from .values import LimitProblem

MAX_TURNS = 200_000
MAX_CHARACTERS = 40_000_000
MAX_PART = 10_000_000
MAX_SECONDS = 3.0
"""Of the processor, for this thread alone: a busy machine doesn't make it shorter."""

_OFTEN = 4
_LESS = message("Go through shorter lists, or fewer of them inside each other.")


class Budget:
    """What is left of one render; `share` is the part of the whole that it may take."""

    def __init__(self, share: float = 1.0) -> None:
        self._turns = self._characters = 0
        self._share = share
        self._end = time.thread_time() + MAX_SECONDS * share

    def take_turn(self) -> None:
        """One more turn of a loop.

        Raises:
            LimitProblem: there have been too many, or they have taken too long.
        """
        self._turns += 1
        if self._turns > MAX_TURNS * self._share:
            limit = int(MAX_TURNS * self._share)
            raise LimitProblem(message("The loops take more than {limit} turns in all.", limit=limit), _LESS)
        if not self._turns % _OFTEN:
            self.check_time()

    def check_time(self) -> None:
        """Ends what has taken too long."""
        if time.thread_time() > self._end:
            what = message("The template takes longer than {seconds} seconds.", seconds=MAX_SECONDS * self._share)
            raise LimitProblem(what, _LESS)

    def take_part(self, pieces: Generator[str]) -> str:
        """The text of one part; what ends it seems to come from the tag that has just been printed.

        Raises:
            LimitProblem: it is too long, or all parts together are.
        """
        kept: list[str] = []
        left = min(MAX_PART, MAX_CHARACTERS - self._characters)
        size = 0
        for piece in pieces:
            kept.append(piece)
            size += len(piece)
            if size > left:
                limit = MAX_PART if left == MAX_PART else MAX_CHARACTERS
                what = message("The document grows beyond {limit} characters.", limit=limit)
                pieces.throw(LimitProblem(what, _LESS))
        self._characters += size
        return "".join(kept)


class Turns:
    """What a loop goes over; each turn is taken from the budget."""

    def __init__(self, items: Any, budget: Budget) -> None:
        self._items, self._budget = items, budget

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Any]:
        for item in self._items:
            self._budget.take_turn()
            yield item
