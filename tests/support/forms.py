"""Forms of every kind in tests: made, edited as a `Card` is, and read back."""

from __future__ import annotations

from typing import Any

import ledertrivsel_docs as ld
from tests.support.cards import Card
from tests.support.word import W


def form(document: str, **kind: Any) -> Card:
    """A form as we make it, for somebody to edit."""
    return Card(ld.build_document(document, **{"brand": ld.Brand.default(), **kind}).bytes)


def read(card: Card, programme: ld.Programme | None = None) -> ld.ReadFile:
    """What is read from a form; without a programme from one for nobody yet."""
    [file] = ld.collect([("svar.docx", card.bytes())], programme=programme or ld.Programme.blank()).files
    return file


def ratings(file: ld.ReadFile) -> dict[str, tuple[float, float]]:
    """The marks of each theme: importance and success."""
    return {one.theme: (one.importance, one.success) for one in file.entries if isinstance(one, ld.Placement)}


def without_controls(card: Card) -> Card:
    """All controls deleted; what stood in them stays."""
    for control in list(card.root.iter(W + "sdt")):
        for element in list(control[1]):
            control.addprevious(element)
        parent = control.getparent()
        assert parent is not None
        parent.remove(control)
    return card
