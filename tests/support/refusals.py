"""What is said when something can't be used."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ledertrivsel_docs.errors import LedertrivselError


def told_by(call: Callable[[], object]) -> list[str]:
    """The problems that a call is refused with, in their order; a call that goes well fails the test."""
    with pytest.raises(LedertrivselError) as caught:
        call()
    return [str(problem) for problem in caught.value.problems]
