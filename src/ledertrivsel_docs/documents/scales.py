"""What a screen reader calls the check boxes of a scale."""

from __future__ import annotations

from ..models.library import Library


def mark_names(library: Library, pattern: str, **known: object) -> list[str]:
    """A name for each mark of the scale; `pattern` has `{mark}` and `{high}`, and what is `known` beside them."""
    scale = library.samlet_plan.qualification.scale
    return [pattern.format(mark=mark, high=scale.high, **known) for mark in range(scale.low, scale.high + 1)]
