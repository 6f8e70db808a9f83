"""One render: the parts of a template filled with values, one after the other, and everything that goes wrong in it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError as JinjaError

from .allot import Media, PartAllotment
from .budget import Budget
from .compiled import HOLE, Part, relations_of
from .marks import first_id, resolved
from .missing import Finding, diagnose, filled
from .sandbox import environment
from .values import ValueProblem

_MEASURE = 0.2  # of what a whole render may take
FAILURES = (
    *(JinjaError, ValueProblem, TypeError, ValueError, AttributeError),
    *(ArithmeticError, LookupError, RecursionError),
)


class Programs:
    """The Jinja programs of a template's parts, each made when it is first needed."""

    def __init__(self) -> None:
        self._made: dict[str, JinjaTemplate] = {}

    def of(self, part: Part) -> JinjaTemplate:
        """The program that writes a part."""
        if part.name not in self._made:
            env = environment()
            self._made[part.name] = JinjaTemplate.from_code(env, part.code, env.globals)
        return self._made[part.name]


class Filling:
    """What one render has written so far: `changed` members by name, and the `failures` of parts, of slides with their
    numbers.

    `taken` are the names of the template's own members.
    """

    def __init__(self, programs: Programs, taken: Container[str]) -> None:
        self.media = Media(taken)
        self.changed: dict[str, bytes] = {}
        self.failures: list[tuple[Part, int | None, list[Finding]]] = []
        self.cause: Exception | None = None
        self._programs = programs
        self._budget = Budget()
        self._parts = 0

    def add(
        self,
        part: Part,
        context: Mapping[str, Any],
        *,
        name: str | None = None,
        number: int | None = None,
        scales: Mapping[int, int] | None = None,
    ) -> None:
        """Fills a part; one of a slide with a `name`, the slide's `number`, and the scales of its texts."""
        run = PartAllotment(part, self.media, self._budget, scales=scales)
        name = name or part.name
        first = first_id(self._parts if number is None else 0)
        self._parts += 1
        try:
            text = self._budget.take_part(filled(self._programs.of(part), context, run))
            self.changed[name] = resolved(text, first).encode()
        except FAILURES as error:
            self.cause = self.cause or error
            self.failures.append((part, number, diagnose(part, context, error)))
            return
        relations = run.relationships()
        if number is not None:
            relations = (relations or part.relationships).replace(HOLE, str(number))
        if relations:
            self.changed[relations_of(name)] = relations.encode()


def measured_text(program: JinjaTemplate, part: Part, context: Mapping[str, Any]) -> str:
    """A slide as it is printed, with a mark before the text of each frame."""
    budget = Budget(_MEASURE)
    run = PartAllotment(part, Media(), budget, measures=True)
    return budget.take_part(filled(program, context, run))
