"""Measures what people wait for against other ways of making the same in the same run, and writes `RESULTS.md`.

    python benchmarks/run.py            # everything; some minutes
    python benchmarks/run.py card kit   # only these groups, printed and not written

A ratio says more than a time: machines differ, and so do the minutes of one machine. The ways take turns, medians are
compared, and every way has to say the same words first.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import contents
import others
from floor import floor_of
from results import Target, written
from timing import FLOOR, FLOOR_FAST, OURS, OURS_FAST, Timed, Way, exponent, peak_memory, timed

import ledertrivsel_docs as ld
from ledertrivsel_docs.engine import deflating, package

HERE = Path(__file__).parent
LIBRARIES = "import pydantic, jinja2, click, ruamel.yaml, lxml.etree"
NAIVE, REUSED, FROM_SCRATCH = "docxtpl, naively", "docxtpl, reused", "python-docx from scratch"
DECK_FILLED, DECK_FROM_SCRATCH = "python-pptx, the same template", "python-pptx from scratch, the texts alone"
Found = Iterator[Timed | Target]


def by_zlib(run: Way) -> Way:
    """The same with zlib, as without the extra `fast`."""

    def with_zlib() -> object:
        fast, package.deflate = package.deflate, deflating.deflate_by_zlib
        try:
            return run()
        finally:
            package.deflate = fast

    return with_zlib


def ours_and_floor(run: Callable[[], list[bytes]], templates: list[ld.Template]) -> dict[str, Way]:
    """Our engine and the floor, by zlib and, where it is installed, by ISA-L."""
    made = run()
    floors = [floor_of(document, template) for document, template in zip(made, templates, strict=True)]

    def floor() -> list[bytes]:
        return [make() for make in floors]

    assert list(map(others.says, floor())) == list(map(others.says, made))
    fast = {OURS_FAST: run, FLOOR_FAST: floor} if deflating.deflate is not deflating.deflate_by_zlib else {}
    return {OURS: by_zlib(run), FLOOR: by_zlib(floor), **fast}


def word(name: str, files: list[contents.Filled], rounds: int, at_once: int = 1, *, with_others: bool = True) -> Timed:
    """Word documents by all ways."""

    def ours() -> list[bytes]:
        return [file.template.render(file.context) for file in files]

    made = ours()
    ways = ours_and_floor(ours, [file.template for file in files])
    if with_others:
        plain = [(str(file.path), others.plain(file.context)) for file in files]
        several = {
            NAIVE: [others.docxtpl_naively(*one) for one in plain],
            REUSED: [others.docxtpl_reused(*one) for one in plain],
            FROM_SCRATCH: [others.python_docx(document) for document in made],
        }
        for way, makers in several.items():
            assert [others.says(make()) for make in makers] == list(map(others.says, made)), way
            ways[way] = lambda makers=makers: [make() for make in makers]
    return timed(name, ways, rounds, at_once)


def card() -> Found:
    """One page."""
    found = word("an action card", contents.documents("action-card")[:1], 5, 40)
    yield found
    yield Target("card", "docxtpl, naively", found.ratio(NAIVE), 80)
    yield _near_the_floor("card", found)


def plan() -> Found:
    """A document with few, some and many cards, in a template that docxtpl takes; and the kit's own."""
    with tempfile.TemporaryDirectory() as folder:
        few, *_ = timings = [
            word(f"a plan of {cards} cards", [contents.simple_plan(cards, Path(folder))], rounds, at_once)
            for cards, rounds, at_once in ((5, 9, 5), (50, 7, 1), (500, 3, 1))
        ]
    yield from timings
    yield Target("plan of 5 cards", NAIVE, few.ratio(NAIVE), 35)
    yield _near_the_floor("plan of 5 cards", few)
    own = [word(f"the kit's own plan, {n} cards", [contents.plan(n)], 9, with_others=False) for n in (5, 50, 500)]
    yield from own
    for told, found in (("plan", timings), ("the kit's own plan", own)):
        yield _growth(f"{told}, from 50 to 500 cards", (5, 50, 500), found, 1.1)


def deck() -> Found:
    """A deck with few, some and many slides."""
    template = contents.deck_template()
    timings = []
    for count, rounds, at_once in ((15, 9, 5), (150, 9, 1), (600, 5, 1)):
        slides = contents.slides(count)

        def ours(slides: list[tuple[str, dict[str, object]]] = slides) -> list[bytes]:
            return [template.render(slides, common=contents.COMMON)]

        (made,) = ours()
        others_ways: dict[str, Way] = {
            DECK_FILLED: others.python_pptx_filled(contents.DECK, made),
            DECK_FROM_SCRATCH: others.python_pptx(made),
        }
        for way, make in others_ways.items():
            assert others.says(make()) == others.says(made), way
        ways = ours_and_floor(ours, [template]) | others_ways
        timings.append(timed(f"a deck of {count} slides", ways, rounds, at_once))
    yield from timings
    for way in (DECK_FILLED, DECK_FROM_SCRATCH):
        yield Target("deck of 15 slides", way, timings[0].ratio(way), 40)
    yield _near_the_floor("deck of 15 slides", timings[0])
    yield _growth("deck, from 150 to 600 slides", (15, 150, 600), timings, 1.05)


def kit() -> Found:
    """Twenty documents of a kit."""
    found = word("20 documents of a kit", contents.kit(20), 9)
    yield found
    yield Target("20 documents", NAIVE, found.ratio(NAIVE), 45)
    yield _near_the_floor("20 documents", found)


def whole() -> Found:
    """A whole kit, from the programme to the bytes: what to print is found out and slides are fitted, too."""
    programme = contents.programme()
    used: list[ld.Template] = []
    render = ld.Template.render

    def noted(template: ld.Template, *args: object, **kwargs: object) -> bytes:
        used.append(template)
        return render(template, *args, **kwargs)

    def ours() -> list[bytes]:
        return [document.bytes for document in ld.build_pack(contents.KIT, programme)]

    ld.Template.render = noted
    ours()
    ld.Template.render = render
    yield timed("a whole samlet-plan, filled", ours_and_floor(ours, used), 9)


def cold() -> Found:
    """A new process, a new folder; templates compiled by the first run, as on a machine in use."""
    with tempfile.TemporaryDirectory() as folder:
        numbers = itertools.count()
        environment = os.environ | {
            "LEDERTRIVSEL_CACHE": f"{folder}/cache",
            "PYTHONPYCACHEPREFIX": f"{folder}/bytecode",
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the first run compiles, as an installation does
        command = [sys.executable, "-m", "ledertrivsel_docs", "pack", contents.KIT, "-o"]

        def pack() -> object:
            target = f"{folder}/{next(numbers)}"
            return subprocess.run([*command, target], check=True, capture_output=True, env=environment)

        libraries = LIBRARIES if _is_there("ruamel.yaml") else LIBRARIES.replace("ruamel.yaml", "yaml")
        bare = f'python -c "{libraries}"'
        ways: dict[str, Way] = {
            "ledertrivsel pack samlet-plan": pack,
            bare: lambda: subprocess.run([sys.executable, "-c", libraries], check=True, env=environment),
        }
        found = timed("cold start", ways, 15)
    yield found
    yield Target("cold pack samlet-plan", bare, found.ratio("ledertrivsel pack samlet-plan", bare), 3, at_most=True)


MEMORY = """
import sys, ledertrivsel_docs as ld
for number in range(int(sys.argv[1])):
    ld.build_pack("samlet-plan", ld.Programme(organisation=f"Enhed {number}"), cache=sys.argv[2])
"""


def memory() -> Found:
    """The peak of a process that makes one kit, and of one that makes many, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        peak_memory(MEMORY, "1", folder)  # compiles
        one, many = (peak_memory(MEMORY, count, folder) for count in ("1", "30"))
    yield Target("peak memory of a kit, in MB", "", one, 60, at_most=True)
    yield Target("30 kits in one process, by the memory of one", "", many / one, 1.15, at_most=True)


def collecting() -> Found:
    """A folder that comes back, against opening each file of it with an Office library and going through its text."""
    programme = contents.programme()
    answers = [programme.model_copy(update={"organisation": f"Eksempel {number}"}) for number in range(100)]
    with tempfile.TemporaryDirectory() as name:
        kit, forms = Path(name) / "kit", Path(name) / "forms"
        ld.build_pack(contents.KIT, programme).save(kit)
        forms.mkdir()
        for number, answer in enumerate(answers):  # of two files with the same bytes one is read
            (forms / f"{number}.docx").write_bytes(ld.build_document("theme-worksheet", answer).bytes)
        for number, answer in enumerate(answers[:20]):
            (forms / f"{number}.pptx").write_bytes(ld.build_document("12", answer).bytes)
        for told, folder in (("a filled kit", kit), ("100 worksheets and 20 decks", forms)):
            ways: dict[str, Way] = {
                OURS: lambda folder=folder: ld.collect(folder, programme=programme, cache=f"{name}/cache"),
                "python-docx and python-pptx, the text alone": lambda folder=folder: [
                    others.text_of(path) for path in sorted(folder.rglob("*.*x"))
                ],
            }
            yield timed(f"collecting {told}", ways, 5)


def _is_there(library: str) -> bool:
    return subprocess.run([sys.executable, "-c", f"import {library}"], capture_output=True, check=False).returncode == 0


def _near_the_floor(told: str, found: Timed) -> Target:
    return Target(told, FLOOR, found.medians[OURS] / found.medians[FLOOR], 1.5, at_most=True)


def _growth(told: str, sizes: tuple[int, int, int], found: list[Timed], most: float) -> Target:
    few, some, many = zip(sizes, (one.medians[OURS] for one in found), strict=True)
    return Target(f"growth: {told}, exponent", "", exponent(few, some, many), most, at_most=True)


GROUPS = (card, plan, deck, kit, whole, cold, memory, collecting)


def main() -> None:
    """Runs the groups and, when they are all of them, writes the results."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="*", help=", ".join(group.__name__ for group in GROUPS))
    names = parser.parse_args().groups
    if unknown := set(names) - {group.__name__ for group in GROUPS}:
        parser.error(f"no such group: {', '.join(sorted(unknown))}")
    found = [one for group in GROUPS if not names or group.__name__ in names for one in group()]
    libraries = ("docxtpl", "python-docx", "python-pptx", "jinja2", "lxml")
    setting = ", ".join(f"{name} {version(name)}" for name in libraries)
    text = written(
        found, f"Python {platform.python_version()} on {platform.system()} ({platform.machine()}); {setting}."
    )
    if names:
        print(text)
    else:
        (HERE / "RESULTS.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
