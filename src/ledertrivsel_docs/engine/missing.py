"""Finding every value that a template asks for in vain or can't print, not only the first."""

from __future__ import annotations

import difflib
import sys
import traceback
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any, NamedTuple, cast

from jinja2 import Template as JinjaTemplate
from jinja2 import Undefined

from ..errors import Message, message
from .allot import Media, PartAllotment
from .budget import Budget
from .compiled import Part
from .sandbox import environment
from .tags import MAX_PROBLEMS
from .values import RUN, LimitProblem, ValueProblem

_AGAIN = 0.2  # of what a whole render may take


class Finding(NamedTuple):
    """What is wrong with the tag on a line of the Jinja source."""

    line: int
    what: Message
    remedy: Message | None = None


def diagnose(part: Part, context: Mapping[str, Any], error: Exception) -> list[Finding]:
    """Everything that is wrong with a part's values, found by a second render that goes on after each.

    `error` is what ended the first one; it is told where nothing else explains it.
    """
    line = line_of(JinjaTemplate.from_code(environment(), part.code, {}), error)
    if isinstance(error, LimitProblem):
        return [_told(error, line)]
    noted: dict[tuple[int, str], Finding] = {}

    def note(what: Message, remedy: Message | None = None) -> None:
        line = program.get_corresponding_lineno(_line_in(part.name))
        noted.setdefault((line, str(what)), Finding(line, what, remedy))
        if len(noted) == MAX_PROBLEMS:
            raise LimitProblem(what)

    env = environment().overlay(undefined=_recorder(note, context))
    program = JinjaTemplate.from_code(env, part.code, env.make_globals(None))
    run = _NotingAllotment(part, note)
    last = error
    try:
        run.budget.take_part(filled(program, context, run))
    except Exception as stopped:  # found by rendering on with values that aren't there: told with the rest
        last = stopped
    found = list(noted.values())
    if found and isinstance(last, LimitProblem):
        return found
    line = line_of(program, last)
    if all(line != finding.line for finding in found) and (last is not error or not found):
        found.append(_told(last, line))
    return found


def _told(error: Exception, line: int) -> Finding:
    if isinstance(error, ValueProblem):
        return Finding(line, error.message, error.remedy)
    return Finding(line, message("{reason}", reason=str(error) or type(error).__name__))


def filled(program: JinjaTemplate, context: Mapping[str, Any], run: PartAllotment) -> Generator[str]:
    """The pieces of a part."""
    return cast("Generator[str]", program.root_render_func(program.new_context({**context, RUN: run})))


def line_of(program: JinjaTemplate, error: BaseException) -> int:
    """The line of the Jinja source where an error arose: that of the last frame of the compiled template."""
    frames = traceback.walk_tb(error.__traceback__)
    lines = [number for frame, number in frames if frame.f_code.co_filename == program.filename]
    return program.get_corresponding_lineno(lines[-1]) if lines else 0


def _line_in(filename: str) -> int:
    """The line that the compiled template has come to, seen from a function that it has called."""
    frame = sys._getframe()
    while frame.f_back is not None and frame.f_code.co_filename != filename:
        frame = frame.f_back
    return frame.f_lineno


class _NotingAllotment(PartAllotment):
    """An allotment that notes a value that can't be printed, and prints nothing in its place."""

    def __init__(self, part: Part, note: Callable[..., None]) -> None:
        super().__init__(part, Media(), Budget(_AGAIN))
        self._note = note

    def refused(self, problem: ValueProblem) -> str:
        """Notes it and goes on."""
        self._note(problem.message, problem.remedy)
        return ""


def _recorder(note: Callable[..., None], context: Mapping[str, Any]) -> type[Undefined]:
    """An undefined value that notes its name, and lets the render go on as if it were empty."""

    class Recorder(Undefined):
        __slots__ = ()

        def _told(self) -> None:
            name = str(self._undefined_name)
            holder = self._undefined_obj if isinstance(self._undefined_obj, Mapping) else context
            near = difflib.get_close_matches(name, [str(known) for known in holder], n=1)
            remedy = message("Did you mean “{near}”?", near=near[0]) if near else None
            note(message("There is no value “{name}”.", name=name), remedy)

        def _nothing(self, *_: object) -> int:
            self._told()
            return 0

        def _itself(self, *_: object, **__: object) -> Recorder:
            self._told()
            return self

        def __str__(self) -> str:
            self._told()
            return ""

        def __iter__(self) -> Iterator[Any]:
            self._told()
            return iter(())

        def __bool__(self) -> bool:
            self._told()
            return False

        def __hash__(self) -> int:
            return id(type(self))

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return self._itself()

        __len__ = __int__ = __index__ = __float__ = _nothing  # type: ignore[assignment]
        __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _nothing  # type: ignore[assignment]
        __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _itself  # type: ignore[assignment]
        __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = _itself  # type: ignore[assignment]
        __mod__ = __rmod__ = __pow__ = __rpow__ = __neg__ = __pos__ = _itself  # type: ignore[assignment]
        __abs__ = __round__ = __call__ = __getitem__ = _itself  # type: ignore[assignment]

    return Recorder
