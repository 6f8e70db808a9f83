"""The rules that every document keeps, of whatever kind it is."""

from __future__ import annotations

from collections.abc import Iterable

import ledertrivsel_docs as ld
from tests.support import deck_rules, rules


def faults(documents: Iterable[ld.Document]) -> list[str]:
    """Every rule that a document breaks, with its path; none for good ones."""
    broken = {"docx": rules.broken, "pptx": deck_rules.broken}
    return [f"{one.path}: {line}" for one in documents for line in broken[one.name[-4:]](one.bytes)]
