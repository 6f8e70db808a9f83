"""Finds the texts that we have printed in what a cell shows, and what people have written before, after and between.

Forms come from strangers: every step here goes through the text once for each printed text, whatever stands in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from .wordml import NO_TICK, TICKS

_ENDS = " ?:."
_MOST = 10_000  # letters; no cell of a form holds as many
_TICK = re.compile(f"\\s*([{TICKS}{NO_TICK}]?)\\s*")


class _Place(NamedTuple):
    """Where a printed text stands."""

    start: int
    end: int


def apart(printed: str, shown: str) -> tuple[str, str] | None:
    """What stands before and after the printed text; None where that isn't there any more."""
    if not printed.strip():
        return "", shown
    found = re.search(_pattern(printed), shown, re.IGNORECASE)
    return (shown[: found.start()], shown[found.end() :]) if found else None


def parted(ticks: Sequence[bool], printed: Sequence[str], shown: str) -> tuple[str, ...] | None:
    """What stands between the printed texts, of which there is one more than gaps; None where that can be more than one
    thing.

    A gap for which `ticks` is true holds at most a tick, any other whatever there is.
    """
    places = _places(ticks, printed, shown) if len(shown) <= _MOST else None
    if places is None:
        return None
    first, last = (_between(ticks, places, shown, choose) for choose in (min, max))
    return first if [text.strip() for text in first] == [text.strip() for text in last] else None


def _between(
    ticks: Sequence[bool], places: Sequence[Sequence[_Place]], shown: str, choose: Callable[[Iterable[_Place]], _Place]
) -> tuple[str, ...]:
    """The texts of the gaps, the earlier ones as short (`min`) or as long (`max`) as can be."""
    texts = []
    before = choose(places[0])
    for is_tick, following in zip(ticks, places[1:], strict=True):
        latest = _reach(before.end, shown) if is_tick else len(shown)
        after = choose(place for place in following if before.end <= place.start <= latest)
        text = shown[before.end : after.start]
        texts.append(text.strip() if is_tick else text)
        before = after
    return tuple(texts)


def _places(ticks: Sequence[bool], printed: Sequence[str], shown: str) -> list[list[_Place]] | None:
    """Where each printed text stands, so that all those behind it can follow; None where they don't."""
    last = len(printed) - 1
    found = [_standing(text, shown, is_between=0 < number < last) for number, text in enumerate(printed)]
    found[0] = [place for place in found[0] if not shown[: place.start].strip()][:1]
    found[last] = [place for place in found[last] if place.end == len(shown)]
    for number in range(last - 1, -1, -1):
        starts = [place.start for place in found[number + 1]]
        found[number] = [place for place in found[number] if _is_followed(ticks[number], place, starts, shown)]
    return found if found[0] else None


def _is_followed(is_tick: bool, place: _Place, starts: Sequence[int], shown: str) -> bool:
    """Whether one of the starts, which are in order, comes behind a place, with no more than a gap between them."""
    following = bisect_left(starts, place.end)
    return following < len(starts) and (not is_tick or starts[following] <= _reach(place.end, shown))


def _reach(start: int, shown: str) -> int:
    """The last place where a printed text can begin behind a gap for a tick."""
    found = _TICK.match(shown, start)
    return found.end() if found else start


def _standing(printed: str, shown: str, *, is_between: bool) -> list[_Place]:
    """Everywhere that a text stands; blanks alone just as they are, and none at the ends."""
    if not printed.strip():
        if is_between:
            starts = (found.start() for found in re.finditer(f"(?={re.escape(printed)})", shown))
            return [_Place(start, start + len(printed)) for start in starts]
        return [_Place(0, 0), _Place(len(shown), len(shown))]
    return [_Place(*found.span()) for found in re.finditer(_pattern(printed), shown, re.IGNORECASE)]


def _pattern(printed: str) -> str:
    """Finds a printed text whatever its spaces and the signs at its end."""
    core = printed.strip().rstrip(_ENDS)
    if not core:
        return re.escape(printed.strip()) + "\\s*+"
    head, tail = printed[: len(printed) - len(printed.lstrip())], printed[len(printed.rstrip()) :]
    words = "\\s+".join(map(re.escape, core.split()))
    return f"{_optional(head)}{words}[{_ENDS}]*+{_optional(tail)}"


def _optional(space: str) -> str:
    return f"(?:{re.escape(space)})?" if space else ""
