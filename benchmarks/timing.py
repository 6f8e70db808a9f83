"""Ways of making the same thing, timed in turn: medians of interleaved rounds, so that a slow minute slows all."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log

OURS, OURS_FAST = "our engine", "our engine with ISA-L"
FLOOR, FLOOR_FAST = "floor", "floor with ISA-L"
Way = Callable[[], object]


@dataclass(frozen=True)
class Timed:
    """What was made, and the median of each way of making it, in seconds."""

    name: str
    medians: Mapping[str, float]
    rounds: int

    def ratio(self, other: str, ours: str = OURS) -> float:
        """How many times as long another way takes."""
        return self.medians[other] / self.medians[ours]


def timed(name: str, ways: Mapping[str, Way], rounds: int, at_once: int = 1) -> Timed:
    """Runs each way once to warm up and then all of them in turn, each so many times before the next has its turn.

    What takes less than a millisecond is made several times in a row, as it is in use: after another way's turn the
    processor's caches hold nothing of it.
    """
    taken: dict[str, list[float]] = {way: [] for way in ways}
    for run in ways.values():
        run()
    for _ in range(rounds):
        for way, run in ways.items():
            start = time.perf_counter()
            for _ in range(at_once):
                run()
            taken[way].append((time.perf_counter() - start) / at_once)
    found = Timed(name, {way: statistics.median(times) for way, times in taken.items()}, rounds)
    print(name, {way: f"{median * 1000:.2f} ms" for way, median in found.medians.items()}, flush=True)
    return found


def exponent(few: tuple[int, float], some: tuple[int, float], many: tuple[int, float]) -> float:
    """By which power a time grows with a size, its fixed part taken off; each is a size and its time."""
    each = (some[1] - few[1]) / (some[0] - few[0])
    fixed = few[1] - each * few[0]
    return log((many[1] - fixed) / (some[1] - fixed)) / log(many[0] / some[0])


def peak_memory(code: str, *arguments: str) -> float:
    """The peak of a new process that runs the code, in MB, as Linux tells it to the process itself."""
    told = f"{code}\nprint(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    done = subprocess.run([sys.executable, "-c", told, *arguments], capture_output=True, text=True, check=True)
    return int(done.stdout.split()[1]) / 1024
