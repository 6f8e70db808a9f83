"""Ceilings on what a small tag may ask for: Jinja's sandbox stops a template from breaking out, not from blowing up."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping, Sized
from typing import Any

from jinja2 import pass_context, pass_eval_context
from jinja2.filters import FILTERS, do_join, do_replace, make_attrgetter
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from ..errors import message
from .budget import Turns
from .values import RUN, LimitProblem, ValueProblem, check_printable

MAX_SIZE = 200_000
MAX_LITERAL = 20_000
_MAX_DEPTH = 20
_MAX_COLUMNS = 10_000
_MAX_DIGITS = 20
_OF_TEXT = ("capitalize", "e", "escape", "lower", "string", "title", "trim", "truncate", "upper", "wordcount")


@pass_context
def counted(context: Context, items: Any) -> Turns:
    """What a loop goes over; every turn of every loop of a render counts."""
    return Turns(items if isinstance(items, Sized) else list(items), context.parent[RUN].budget)


def made(value: Any) -> Any:
    """A list or mapping that a tag has written, which may not hold itself over and over.

    Twice the same list in a new one, a few dozen times, is soon more than anything can go through.
    """
    size, waiting = 0, [(value, 1)]
    while waiting:
        inner, depth = waiting.pop()
        size += len(inner)
        if size > MAX_LITERAL or depth > _MAX_DEPTH:
            what = message("A tag makes a list of lists that is larger than {limit}.", limit=MAX_LITERAL)
            raise LimitProblem(what, message("Make it shorter."))
        values = inner.values() if isinstance(inner, dict) else inner
        waiting += [(one, depth + 1) for one in values if isinstance(one, list | tuple | dict)]
    return value


def check_size(size: int) -> None:
    """Refuses a text or list that a tag would make too long."""
    if size > MAX_SIZE:
        what = message("A tag would make a text or list longer than {limit}.", limit=MAX_SIZE)
        raise LimitProblem(what, message("Make it shorter."))


def _length(value: Any) -> int:
    if type(value) is str:
        return len(value)
    check_printable(value)
    return len(str(value))


@pass_eval_context
def join(context: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    """Jinja's `join`, and what `~` becomes."""
    items: list[Any] = list(value)
    if attribute is not None:
        items = [make_attrgetter(context.environment, attribute)(item) for item in items]
    check_size(_length(d) * len(items))
    check_size(sum(map(_length, items)) + _length(d) * len(items))
    joined: str = do_join(context, items, d)
    return joined


@pass_eval_context
def replace(context: EvalContext, s: Any, old: str, new: str, count: int | None = None) -> str:
    """Jinja's `replace`."""
    check_size(_length(s) + (str(s).count(str(old)) + 1) * _length(new))
    return do_replace(context, s, old, new, count)


def _small(name: str, argument: str, largest: int) -> Callable[..., Any]:
    """A filter whose second argument may not be a huge number."""
    original = FILTERS[name]
    position = _position(original) + 1

    @functools.wraps(original)
    def limited(*args: Any, **named: Any) -> Any:
        number = args[position] if len(args) > position else named.get(argument, 0)
        if not isinstance(number, int) or abs(number) > largest:
            raise ValueProblem(
                message("“{name}” takes a whole number up to {limit}.", name=name, limit=largest),
            )
        return original(*args, **named)

    return limited


def _position(original: Callable[..., Any]) -> int:
    """Where the value stands among a filter's arguments: some get Jinja's context first."""
    return 1 if hasattr(original, "jinja_pass_arg") else 0


def _of_text(name: str) -> Callable[..., Any]:
    """A filter for a text or number, not for a list, whose text could be far longer than the list."""
    original = FILTERS[name]
    position = _position(original)

    @functools.wraps(original)
    def limited(*args: Any, **named: Any) -> Any:
        check_printable(args[position])
        return original(*args, **named)

    return limited


@functools.wraps(FILTERS["sum"])
def total(environment: Any, iterable: Any, attribute: str | int | None = None, start: float = 0) -> Any:
    """Jinja's `sum`, of numbers only: lists would grow."""
    if not isinstance(start, int | float):
        raise ValueProblem(message("“{name}” is for numbers.", name="sum"))
    return FILTERS["sum"](environment, iterable, attribute, start)


FILTERS_WITH_LIMITS: Mapping[str, Callable[..., Any]] = {
    **{name: _of_text(name) for name in _OF_TEXT},
    "batch": _small("batch", "linecount", _MAX_COLUMNS),
    "counted": counted,
    "join": join,
    "made": made,
    "replace": replace,
    "round": _small("round", "precision", _MAX_DIGITS),
    "slice": _small("slice", "slices", _MAX_COLUMNS),
    "sum": total,
}
