"""What is made in the benchmarks: contexts of documents as the library gives them, from the example programme."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import docx

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DOCUMENTS
from ledertrivsel_docs.documents.copy import copies
from ledertrivsel_docs.resources import templates_folder

ROOT = Path(__file__).parents[1]
KIT = "samlet-plan"
DECK = templates_folder() / "pptx" / "deck.pptx"
SIMPLE = (
    *("overview", "decisions-and-roles", "known-facts", "invitation", "knowledge-sheet", "action-card"),
    *("intranet-text", "status-sheet"),
)
COMMON = {"header": {"organisation": "Eksempel Kommune", "kit": "Skab en samlet plan", "steps": []}, "footer": "HR"}


class Filled(NamedTuple):
    """A template and what it is filled with."""

    path: Path
    template: ld.Template
    context: Mapping[str, Any]


def programme() -> ld.Programme:
    """The example."""
    return ld.Programme.load(ROOT / "examples" / "forloeb.yaml")


def documents(*stems: str) -> list[Filled]:
    """The Word documents of the filled kit with these stems."""
    library, filled = ld.Library.default(), programme()
    made = []
    for copy in copies(library.kits[KIT], library, filled):
        if (stem := copy.document.id) in stems:
            path = templates_folder() / "docx" / f"{stem}.docx"
            made.append(Filled(path, _template(path), DOCUMENTS[stem](library, filled, copy)))
    return made


@cache
def _template(path: Path) -> ld.Template:
    return ld.Template(path)


def kit(count: int) -> list[Filled]:
    """So many documents that docxtpl can make too; some of ours have loops in places that it doesn't know."""
    return list(itertools.islice(itertools.cycle(documents(*SIMPLE)), count))


def plan(cards: int) -> Filled:
    """The kit's own plan with so many action cards."""
    (filled,) = documents("plan")
    return filled._replace(context={**filled.context, "cards": _so_many(filled.context["cards"], cards)})


def simple_plan(cards: int, folder: Path) -> Filled:
    """A plan with so many cards in a template that docxtpl can use: a table of all cards, and a table for each."""
    made = docx.Document()
    made.add_heading("Plan for ledertrivsel")
    _rows(
        made.add_table(1, 3), ["{%tr for card in cards %}"], ["{{ card.number }}", "{{ card.title }}", "{{ card.who }}"]
    )
    made.add_paragraph("{%p for card in cards %}")
    made.add_heading("{{ card.number }} {{ card.title }}", 2)
    _rows(made.add_table(1, 2), ["{%tr for row in card.rows %}"], ["{{ row.question }}", "{{ row.answer }}"])
    made.add_paragraph("{%p endfor %}")
    path = folder / "plan.docx"
    made.save(path)
    found = [
        {
            "number": card["number"],
            "title": card["title"],
            "who": card["who"],
            "rows": [
                {"question": question, "answer": str(answer)}
                for question, answer in zip(card["questions"], card["answers"].values(), strict=False)
            ],
        }
        for card in plan(4).context["cards"]
    ]
    return Filled(path, ld.Template(path), {"cards": _so_many(found, cards)})


def _rows(table: Any, *rows: list[str]) -> None:
    for texts in (*rows, ["{%tr endfor %}"]):
        cells = (table.rows[0] if texts is rows[0] else table.add_row()).cells
        for cell, text in zip(cells, texts, strict=False):
            cell.text = text


def _so_many(items: Sequence[Any], count: int) -> list[Any]:
    return list(itertools.islice(itertools.cycle(items), count))


def slides(count: int) -> list[tuple[str, dict[str, Any]]]:
    """So many slides, each with a title, points and notes."""
    points = [{"text": f"Punkt {number}: Læs temaerne hver for sig, og skriv, hvad I ser"} for number in range(4)]
    notes = [{"label": "Sig: ", "text": "I skal ikke blive enige om alt. Det er nok, at I vælger. " * 3}] * 4
    return [
        ("result", {"title": f"Dias {number}", "lead": "", "until": "", "items": points, "notes": notes})
        for number in range(count)
    ]


def deck_template() -> ld.Template:
    """The template of the workshops' decks."""
    return ld.Template(DECK)
