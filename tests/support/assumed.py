"""The files that the pages take to be there: each is made when a command or a line of Python first names it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

import ledertrivsel_docs as ld
from tests.support import deck_bases
from tests.support.cards import Card
from tests.support.decks import Draft
from tests.support.letterheads import LETTERHEADS
from tests.support.programmes import ROOT
from tests.support.word import word

EXAMPLES = ROOT / "examples"


def _examples(folder: Path) -> None:
    shutil.copytree(EXAMPLES, folder)


def _programme(file: Path) -> None:
    """The example, with the brand and the content beside it that it can name."""
    shutil.copy(EXAMPLES / "forloeb.yaml", file)
    _brand(file.with_name("brand.yaml"))
    shutil.copytree(EXAMPLES / "eget-indhold", file.with_name("eget-indhold"), dirs_exist_ok=True)


def _brand(file: Path) -> None:
    shutil.copy(EXAMPLES / "brand.yaml", file)


def _filled_forms(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    card = Card.of("sparring").fill("goal", text="Alle får sparring")
    (folder / "Gruppe 1.docx").write_bytes(card.bytes())


def _units(file: Path) -> None:
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate((EXAMPLES / "enheder.csv").read_text(encoding="utf-8-sig").splitlines()):
            sheet.write_row(number, 0, line.split(";"))


def _slides() -> bytes:
    draft = Draft()
    for kind in ("opening", "result"):
        draft.add("x", notes=f"{{%slide {kind} %}}").box("{{ title }}")
    return draft.data()


def _file(data: Callable[[], bytes]) -> Callable[[Path], None]:
    def make(file: Path) -> None:
        file.write_bytes(data())

    return make


ASSUMED: dict[str, Callable[[Path], None]] = {
    "forloeb.yaml": _programme,
    "brand.yaml": _brand,
    "examples": _examples,
    "svar": _filled_forms,
    "enheder.csv": _file((EXAMPLES / "enheder.csv").read_bytes),
    "enheder.xlsx": _units,
    "brevpapir.dotx": _file(LETTERHEADS["aastrup"]),
    "skabelon.potx": _file(deck_bases.kommune),
    "brev.docx": _file(lambda: word("{{ navn }}")),
    "slides.pptx": _file(_slides),
    "40 Plan for ledertrivsel.docx": _file(lambda: ld.build_document("plan").bytes),
    "12 Præsentation.pptx": _file(lambda: ld.build_document(12).bytes),
}


def assume(folder: Path, text: str) -> None:
    """Makes what a text names and the folder lacks."""
    for name, make in ASSUMED.items():
        is_named = re.search(rf"(?<![\w./]){re.escape(name)}(?![\w-])", text)
        is_there = (folder / name).is_file() or any((folder / name).glob("*"))
        if is_named and not is_there:
            make(folder / name)
