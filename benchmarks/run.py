"""Measures what people wait for, against a baseline in the same run: medians of interleaved runs, and their ratio.

    python benchmarks/run.py

A ratio says more than a time: machines differ, and so do the minutes of one machine.
"""

from __future__ import annotations

import io
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docxtpl

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DOCUMENTS, Copy
from ledertrivsel_docs.resources import templates_folder

ROOT = Path(__file__).parents[1]
LIBRARIES = "import pydantic, jinja2, click, yaml, lxml.etree"


def compared(name: str, ours: Callable[[], object], baseline: Callable[[], object], rounds: int) -> None:
    """Prints the medians of two functions, run in turn, and ours as a share of the baseline."""
    times: tuple[list[float], list[float]] = ([], [])
    for function in (ours, baseline):
        function()  # warm
    for _ in range(rounds):
        for function, taken in zip((ours, baseline), times, strict=True):
            start = time.perf_counter()
            function()
            taken.append(time.perf_counter() - start)
    one, other = (statistics.median(taken) * 1000 for taken in times)
    print(f"{name:<60} {one:9.2f} ms {other:9.2f} ms   {one / other:8.4f}")


def main() -> None:
    """Prints one line for each comparison."""
    print(f"{'':<60} {'ours':>9}    {'baseline':>9}      {'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        numbers = itertools.count()
        environment = os.environ | {"LEDERTRIVSEL_CACHE": f"{folder}/cache"}

        def pack() -> None:
            """A new process, a new folder; templates compiled by the first run, as on a machine in use."""
            command = [
                sys.executable,
                "-m",
                "ledertrivsel_docs",
                "pack",
                "samlet-plan",
                "-o",
                f"{folder}/{next(numbers)}",
            ]
            subprocess.run(command, check=True, capture_output=True, env=environment)

        compared(
            "new process: pack samlet-plan / import of the libraries",
            pack,
            lambda: subprocess.run([sys.executable, "-c", LIBRARIES], check=True),
            rounds=9,
        )
    library = ld.Library.default()
    kit = library.kits["samlet-plan"]
    example = next(document for document in kit.documents if document.variant == "example")
    context = DOCUMENTS["action-card"](library, ld.Programme(organisation="Eksempel"), Copy(kit, example))
    path = templates_folder() / "docx" / "action-card.docx"
    template = ld.Template(path)

    def naively() -> None:
        document = docxtpl.DocxTemplate(path)
        document.render(context, autoescape=True)
        document.save(io.BytesIO())

    compared("one action card: our engine / docxtpl", lambda: template.render(context), naively, rounds=50)


if __name__ == "__main__":
    main()
