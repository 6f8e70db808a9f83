"""A ladder as papers print it: its steps, the marks on them as a count, and the same in words.

Marks are counted, never averaged. Fewer than five are not told step by step, since they would show who gave which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..models.amounts import answers_are_shown
from ..models.factors import Factor
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import Level
from .frame import or_place
from .wording import listed

_MOST_DOTS = 24  # so many stand in a row's cell; where a step has more marks, a dot is several


def marks_of(level: Level | None, key: str) -> Sequence[int]:
    """The marks for `current` or `desired`."""
    return getattr(level, key) if level else ()


def is_counted(marks: Sequence[int]) -> bool:
    """Whether the marks may be told step by step."""
    return bool(marks) and answers_are_shown(len(marks))


def is_hidden(marks: Sequence[int]) -> bool:
    """Whether there are marks, too few to be told step by step."""
    return bool(marks) and not is_counted(marks)


def whose_steps(library: Library, programme: Programme, kit: Kit, factors: Iterable[Factor]) -> str:
    """Whose the steps of the factors are: the kit's, or the organisation's own where its programme has the ladder."""
    own = {factor.id for factor in programme.factors}
    found = {factor.id in own for factor in factors}
    kind = "both" if len(found) > 1 else "own" if True in found else "ours"
    return str(library.words_of(kit.id, "ladder")["whose"][kind])


def target_or_place(words: Mapping[str, Any], level: Level | None) -> str:
    """The step that is chosen, or a place to write it."""
    return or_place(str(level.target) if level and level.target else None, words["by_hand"]["target"])


def ladder_rows(words: Mapping[str, Any], factor: Factor, level: Level | None) -> list[dict[str, Any]]:
    """A row for each step, the highest first: number, name, text, and the count of marks or a place to write it."""
    rows: list[dict[str, Any]] = []
    kinds = ("current", "desired")
    each = marks_a_dot(level)
    for number, step in factor.numbered:
        row: dict[str, Any] = {"number": str(number), "name": step.name, "text": step.text, "key": f"step.{number}"}
        for kind in kinds:
            marks = marks_of(level, kind)
            count = Counter(marks)[number]
            shown = str(count) if is_counted(marks) else words["hidden"] if marks else None
            row[kind] = or_place(shown, words["count_place"])
            row[f"{kind}_name"] = words["count_name"].format(
                factor=factor.short, number=number, kind=words["kinds"][kind]
            )
            row[f"{kind}_dots"] = [number] * (-(-count // each) if is_counted(marks) else 0)
        rows.append(row)
    return rows


def marks_a_dot(level: Level | None) -> int:
    """How many marks a dot stands for, so that the most on one step have room."""
    counts = (Counter(marks_of(level, kind)).values() for kind in ("current", "desired"))
    most = max((count for found in counts for count in found), default=0)
    return max(-(-most // _MOST_DOTS), 1)


def marks_in_words(words: Mapping[str, Any], factor: Factor, marks: Sequence[int], kind: str) -> str:
    """The marks as a sentence: how many on which steps, and from where to where; empty where there are none."""
    told, name = words["marks"], words["kinds"][kind]
    if not marks:
        return ""
    if is_hidden(marks):
        return str(told["few"].format(kind=name))
    counts = Counter(marks)
    steps = [
        told["step"].format(number=number, count=counts[number]) for number, _ in factor.numbered if counts[number]
    ]
    pattern = told["one_step" if len(counts) == 1 else "spread"]
    return str(
        pattern.format(kind=name, count=len(marks), steps=listed(words, steps), lowest=min(marks), highest=max(marks))
    )
