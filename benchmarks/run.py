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

import docx
import docxtpl
import pptx

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
    _deck()
    _collecting()


def _deck() -> None:
    """A deck of 15 slides, and one of 600 against four of 150: whether the cost grows with the slides and no faster."""
    template = ld.Template(templates_folder() / "pptx" / "deck.pptx")
    common = {"header": {"organisation": "Eksempel", "kit": "Kit", "steps": []}, "footer": "Eksempel"}
    notes = [{"label": "Sig: ", "text": "I skal ikke blive enige om alt. " * 4}] * 4

    def slides(count: int) -> list[tuple[str, dict[str, object]]]:
        points = [{"text": "Læs temaerne hver for sig"}] * 4
        return [
            ("result", {"title": f"Slide {number}", "lead": "", "until": "", "items": points, "notes": notes})
            for number in range(count)
        ]

    def by_hand() -> None:
        deck = pptx.Presentation()
        for _, context in slides(15):
            slide = deck.slides.add_slide(deck.slide_layouts[1])
            slide.shapes.title.text = context["title"]
            slide.placeholders[1].text = "\n".join(item["text"] for item in context["items"])
            slide.notes_slide.notes_text_frame.text = "\n".join(note["text"] for note in context["notes"])
        deck.save(io.BytesIO())

    few, many = slides(150), slides(600)
    compared("15 slides: our engine / python-pptx", lambda: template.render(slides(15), common=common), by_hand, 15)
    compared(
        "600 slides / 4 times 150 slides",
        lambda: template.render(many, common=common),
        lambda: [template.render(few, common=common) for _ in range(4)],
        rounds=7,
    )


def _collecting() -> None:
    """A folder that comes back, against opening each file of it with an Office library and going through its text."""
    programme = ld.Programme.load(ROOT / "examples" / "forloeb.yaml")
    answers = [programme.model_copy(update={"organisation": f"Eksempel {number}"}) for number in range(100)]
    with tempfile.TemporaryDirectory() as name:
        kit, forms = Path(name) / "kit", Path(name) / "forms"
        ld.build_pack("samlet-plan", programme).save(kit)
        forms.mkdir()
        for number, answer in enumerate(answers):  # of two files with the same bytes one is read
            (forms / f"{number}.docx").write_bytes(ld.build_document("theme-worksheet", answer).bytes)
        for number, answer in enumerate(answers[:20]):
            (forms / f"{number}.pptx").write_bytes(ld.build_document("12", answer).bytes)
        for told, folder in (("a filled kit", kit), ("100 worksheets and 20 decks", forms)):
            compared(
                f"collect {told} / python-docx, python-pptx",
                lambda folder=folder: ld.collect(folder, programme=programme, cache=f"{name}/cache"),
                lambda folder=folder: [_text_of(path) for path in sorted(folder.rglob("*.*x"))],
                rounds=5,
            )


def _text_of(path: Path) -> list[str]:
    """The text of all cells, or of all shapes."""
    if path.suffix == ".pptx":
        shapes = [shape for slide in pptx.Presentation(path).slides for shape in slide.shapes]
        return [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    rows = [row for table in docx.Document(path).tables for row in table.rows]
    return [cell.text for row in rows for cell in row.cells]


if __name__ == "__main__":
    main()
