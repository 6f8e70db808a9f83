"""The decks of the workshops in tests: made from programmes, before they are fitted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import deck as deck_document
from ledertrivsel_docs.documents.copy import Copy
from ledertrivsel_docs.documents.slides import Deck, Slide
from ledertrivsel_docs.models.base import Step
from ledertrivsel_docs.models.kit import KitDocument
from tests.support.programmes import PROGRAMMES

LIBRARY = ld.Library.default()
PLAN = LIBRARY.samlet_plan
KIT = LIBRARY.kits["samlet-plan"]
NUMBERS = {Step.PREPARE: 12, Step.QUALIFY: 22, Step.CONCRETISE: 32}
CLOCK = re.compile(r"\b(\d{1,2}\.\d{2})\b")
MINUTES = re.compile(r"\b(\d+)\sminut")


def programme(**fields: Any) -> ld.Programme:
    return ld.Programme.model_validate({"organisation": "Eksempel Kommune", **fields}).resolved()


def one_day(*, intro: bool = False) -> ld.Programme:
    """Three workshops on one day, with lunch after the second one, or with the introduction after the first."""
    day, start = date(2027, 1, 12), time(9) if intro else time(8, 30)
    first = {"date": day, "start": start, "intro": intro}
    times = {"prepare": first, "qualify": {"date": day}, "concretise": {"date": day}}
    return programme(workshops=times, themes={"selected": ["1"]})


def made(name: str) -> ld.Programme:
    if name.startswith("one day"):
        return one_day(intro=name.endswith("intro"))
    found = PROGRAMMES[name]()
    return found.resolved() if found else ld.Programme.blank()


def copy(step: Step, document: str = "deck") -> Copy:
    return Copy(KIT, KitDocument(number=NUMBERS[step], id=document, name="x"))


def deck(found: ld.Programme, step: Step) -> Deck:
    return deck_document.deck(LIBRARY, found, copy(step))


def slide(found: Deck, title: str) -> Slide:
    return next(one for one in found.slides if one.context["title"] == title)


def texts(value: Any) -> Iterator[str]:
    """Every text in a context."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)
    elif not isinstance(value, bool | float | int):
        yield str(value)


def shown(found: Slide) -> list[str]:
    """What stands on the slide, without its notes."""
    return list(texts({key: value for key, value in found.context.items() if key != "notes"}))


CASES = [(name, step) for name in (*PROGRAMMES, "one day", "one day with intro") for step in Step]
