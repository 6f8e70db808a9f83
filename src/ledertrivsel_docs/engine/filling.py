"""One render: the parts of a template filled with values, one after the other, and everything that goes wrong in it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError as JinjaError

from ..errors import message
from .allot import Media, PartAllotment
from .compiled import HOLE, Part, relations_of
from .marks import first_id, resolved
from .missing import Finding, diagnose, filled
from .sandbox import environment
from .values import ValueProblem

MAX_PART = 50_000_000
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
            self._made[part.name] = JinjaTemplate.from_code(env, part.code, env.make_globals(None))
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
        run = PartAllotment(part, self.media, scales=scales)
        name = name or part.name
        first = first_id(self._parts if number is None else 0)
        self._parts += 1
        try:
            self.changed[name] = resolved(_text(filled(self._programs.of(part), context, run)), first).encode()
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
    run = PartAllotment(part, Media(), measures=True)
    return _text(filled(program, context, run))


def _text(pieces: Iterator[str]) -> str:
    kept: list[str] = []
    size = 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size > MAX_PART:
            raise ValueProblem(message("The document grows beyond {limit} characters.", limit=MAX_PART))
    return "".join(kept)
