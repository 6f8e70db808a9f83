"""What most people would like to talk about, by the marks on the sheets that were collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from ..models.amounts import answers_are_shown
from ..models.programme import Programme
from ..models.questions import Question
from .wording import listed

_SHOWN, _MOST = 3, 5  # questions to choose from, and how many when some are wanted alike


def most_wanted(words: Mapping[str, Any], programme: Programme, asked: Iterable[tuple[int, Question]]) -> str:
    """The numbers of the questions that most have marked; empty where fewer than five have handed in a sheet."""
    numbers = {question.id: number for number, question in asked}
    marks = [answer for answer in programme.dialogue if answer.person and answer.question in numbers]
    if not answers_are_shown(len({answer.person for answer in marks})):
        return ""
    counts = Counter(answer.question for answer in marks if answer.wanted).most_common()
    least = counts[min(_SHOWN, len(counts)) - 1][1] if counts else 0
    shown = [(numbers[question], count) for question, count in counts if count >= least][:_MOST]
    told = [words["wanted"].format(number=number, count=count) for number, count in sorted(shown)]
    return listed(words, told) if told else ""
