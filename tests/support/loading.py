"""Programmes in tests: loaded from text, refused, or taken with warnings."""

from __future__ import annotations

from ledertrivsel_docs.models.library import Library
from ledertrivsel_docs.models.programme import Programme
from tests.support.refusals import told_by

LIBRARY = Library.default()


def load(text: str) -> Programme:
    return Programme.load(("f.yaml", text.encode()))


def refused(text: str) -> list[str]:
    return told_by(lambda: load(text))


def warned(text: str) -> list[str]:
    _, problems = Programme.check(("f.yaml", ('organisation: "X"\n' + text).encode()))
    assert all(problem.warning and problem.file == "f.yaml" for problem in problems)
    return [f"{problem.line}: {problem.message}" for problem in problems]
