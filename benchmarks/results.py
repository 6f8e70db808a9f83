"""The table of results, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timing import FLOOR_FAST, OURS, OURS_FAST, Timed

HEAD = """# What it costs

Written by `python benchmarks/run.py`: medians of rounds in which all ways take turns, and how many times as long each
takes as our engine by zlib (with ISA-L: as ours with ISA-L). Every way says the same words, which the run checks. The
*floor* escapes the texts, puts them between the fixed pieces of each part that changes, deflates it and copies the rest
as it lies; it knows beforehand where everything goes. Docxtpl *reused* keeps what its API allows: the file in memory,
the object, Jinja's environment. The cards, plans and documents are filled with the same context; some of the kit's own
templates have loops where docxtpl takes none, so the plans come from one that it takes.

What isn't met, and why: a Word document's time beside the deflate is Jinja's, about twice what putting strings together
takes. The deck's floor itself is beyond 1/40 of python-pptx by zlib: its master and twelve layouts print the header, so
they are deflated for every deck. A cold command imports pydantic's models and Jinja, half of its time, before it fills
32 documents.
"""


@dataclass(frozen=True)
class Target:
    """A ratio or a figure, and what it is to be."""

    name: str
    against: str
    found: float
    wanted: float
    at_most: bool = False

    @property
    def is_met(self) -> bool:
        """Whether it is as it is to be."""
        return self.found <= self.wanted if self.at_most else self.found >= self.wanted


def written(found: Iterable[Timed | Target], setting: str) -> str:
    """The whole page."""
    found = list(found)
    timings = [one for one in found if isinstance(one, Timed)]
    targets = [one for one in found if isinstance(one, Target)]
    return "\n".join(
        [HEAD, setting, "", "## Targets", "", *_targets(targets), "", "## Times", "", *_times(timings), ""]
    )


def _targets(targets: Iterable[Target]) -> Iterator[str]:
    yield "| what | against | found | wanted | met |"
    yield "|---|---|--:|--:|---|"
    for one in targets:
        mark, share = ("≤ ", "{:.2f}") if one.at_most else ("≤ 1/", "1/{:.0f}")
        yield f"| {one.name} | {one.against} | {share.format(one.found)} | {mark}{one.wanted:g} | {_met(one)} |"


def _met(one: Target) -> str:
    return "yes" if one.is_met else "**no**"


def _times(timings: Iterable[Timed]) -> Iterator[str]:
    yield "| what | way | ms | times ours |"
    yield "|---|---|--:|--:|"
    for one in timings:
        for way, median in one.medians.items():
            ours = OURS_FAST if way == FLOOR_FAST else next(iter(one.medians)) if OURS not in one.medians else OURS
            yield f"| {one.name} | {way} | {median * 1000:.2f} | {median / one.medians[ours]:.2f} |"
