"""The Jinja environment of every template: escaping on, strict about names, and nothing to break out with."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from .limits import FILTERS_WITH_LIMITS, check_size
from .values import FILTERS, TESTS

MAX_OPERAND = 1_000_000
_FILTERS = frozenset(
    {"abs", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last", "length", "list"}
    | {"map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)
_TEXT_METHODS = frozenset(
    {"capitalize", "count", "endswith", "find", "lower", "lstrip", "rstrip", "split", "startswith", "strip"}
    | {"title", "upper"}
)
_METHODS: Mapping[type, frozenset[str]] = {
    str: _TEXT_METHODS,
    int: frozenset(),
    float: frozenset(),
    bytes: frozenset(),
}


class _Code(CodeGenerator):
    """Code that writes what `printed` gives as it is: it has been escaped."""

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        if isinstance(node, nodes.Filter) and node.name == "printed":
            self.write("(")
        else:
            super()._output_child_pre(node, frame, finalize)


class Environment(ImmutableSandboxedEnvironment):
    """A sandbox where a mapping's own keys come before its methods, and small tags can't make huge texts."""

    code_generator_class = _Code
    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`row.items` is the key `items` where there is one, never the method that hides it."""
        kind = type(obj)
        if kind is dict or isinstance(obj, Mapping):
            if attribute in obj:
                return obj[attribute]
        # What a dataclass holds is data: asking the sandbox about each field would be a third of a render.
        elif attribute in getattr(kind, "__dataclass_fields__", ()) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: Any) -> None:
        """`str.format` pads to any width, so it is left to `is_safe_attribute`, which refuses it."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Of a text's methods only those whose result is no longer than the text, of a number's none."""
        if callable(value):
            for kind, methods in _METHODS.items():
                if isinstance(obj, kind):
                    return attr in methods
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers of a sensible size; of texts and lists only `+`."""
        if isinstance(left, int | float) and isinstance(right, int | float):
            if abs(left) > MAX_OPERAND or abs(right) > MAX_OPERAND or (operator == "**" and abs(right) > 8):
                raise SecurityError(f"{operator} is for numbers up to {MAX_OPERAND}")
        elif not isinstance(left, Undefined) and not isinstance(right, Undefined):
            if operator != "+":
                raise SecurityError(f"{operator} is for numbers")
            check_size(sum(len(side) for side in (left, right) if isinstance(side, Sized)))
        return super().call_binop(context, operator, left, right)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment; it holds no state of a render."""
    made = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, cache_size=0)
    made.filters = {name: made.filters[name] for name in sorted(_FILTERS)} | dict(FILTERS_WITH_LIMITS) | dict(FILTERS)
    made.tests |= TESTS
    made.globals = {"range": made.globals["range"]}
    return made


def compiled(source: str, sites: list[int], filename: str) -> CodeType:
    """Code for a source in which every printed expression passes `printed` with the site of its line.

    `sites[line - 1]` is the number of the site of the tag that begins on that line.
    """
    env = environment()
    tree = env.parse(source, filename=filename)
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            node if isinstance(node, nodes.TemplateData) else _filtered(node, "printed", sites[node.lineno - 1])
            for node in output.nodes
        ]
    for loop in tree.find_all(nodes.For):
        loop.iter = _filtered(loop.iter, "counted")
    for joined in tree.find_all(nodes.Concat):  # `~`, with the ceiling that `join` has
        joined.nodes = [_filtered(nodes.List(joined.nodes, lineno=joined.lineno), "join")]
    tree.set_environment(env)
    return env.compile(tree, filename=filename)


def _filtered(node: Any, name: str, *arguments: object) -> nodes.Filter:
    constants = [nodes.Const(argument) for argument in arguments]
    return nodes.Filter(node, name, constants, [], None, None, lineno=node.lineno)
