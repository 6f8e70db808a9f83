"""Programmes in tests: loaded from text, refused, or taken with warnings."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledertrivsel_docs.errors import InputError
from ledertrivsel_docs.models.library import Library
from ledertrivsel_docs.models.programme import Programme

EXAMPLE = Path(__file__).parents[2] / "examples" / "forloeb.yaml"
LIBRARY = Library.default()


def load(text: str) -> Programme:
    return Programme.load(("f.yaml", text.encode()))


def refused(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        load(text)
    return [str(problem) for problem in caught.value.problems]


def warned(text: str) -> list[str]:
    _, problems = Programme.check(("f.yaml", ('organisation: "X"\n' + text).encode()))
    assert all(problem.warning and problem.file == "f.yaml" for problem in problems)
    return [f"{problem.line}: {problem.message}" for problem in problems]
