"""Accessibility faults of a template, which every document made from it would have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from ..accessibility import Finding, check_accessibility
from ..accessibility.finding import TIP
from ..errors import Problem, message

_COMPARED = {"control-title"}
"""What is told where the form fields are compared with ours: LibreOffice takes the titles of them all."""


def hard_to_use(data: bytes, name: str) -> Iterator[Problem]:
    """What breaks a rule, once for each rule: where it is first, and how often; tips are left to who asks for them."""
    every = check_accessibility((name, data), template=True)
    found = [finding for finding in every if finding.level != TIP and finding.rule not in _COMPARED]
    for _, group in groupby(sorted(found, key=_rule), key=_rule):
        first, *others = group
        problem = first.problem()
        if others:
            what = message("{what} ({count} places, the first here.)", what=first.message, count=len(others) + 1)
            problem = replace(problem, message=what)
        yield problem


def _rule(finding: Finding) -> str:
    return finding.rule
