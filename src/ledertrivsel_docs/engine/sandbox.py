"""The Jinja environment of every template: escaping on, strict about names, and nothing to break out with."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from ..errors import message
from .limits import FILTERS_WITH_LIMITS, check_size
from .names import as_name
from .values import FILTERS, TESTS, ValueProblem

MAX_OPERAND = 1_000_000
MAX_RANGE = 20_000
_FILTERS = frozenset(
    {"abs", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last", "length", "list"}
    | {"map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
)
TEXT_METHODS = frozenset(
    {"capitalize", "count", "endswith", "find", "lower", "lstrip", "rstrip", "split", "startswith", "strip"}
    | {"title", "upper"}
)
_OF_LOOPS = frozenset({"first", "index", "index0", "last", "length", "revindex", "revindex0"})
_METHODS: Mapping[type, frozenset[str]] = {
    str: TEXT_METHODS,
    Mapping: frozenset({"get", "items", "keys", "values"}),
    LoopContext: frozenset({"changed", "cycle"}),
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
        if kind is dict:  # most are, and they are asked for something a hundred times a page
            try:
                return obj[attribute]
            except KeyError:
                pass
        elif isinstance(obj, Mapping):
            if attribute in obj:
                return obj[attribute]
        elif kind is LoopContext:  # in the header of every page
            if attribute in _OF_LOOPS:
                return getattr(obj, attribute)
        # What a dataclass holds is data: asking the sandbox about each field would be a third of a render.
        elif attribute in getattr(kind, "__dataclass_fields__", ()) and not attribute.startswith("_"):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: Any) -> None:
        """`str.format` pads to any width, so it is left to `is_safe_attribute`, which refuses it."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Of a text's methods only those whose result is no longer than the text; of a date's or a model's none."""
        if callable(value) and not any(isinstance(obj, kind) and attr in known for kind, known in _METHODS.items()):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """Ends the render there and then."""
        raise ValueProblem(message("“{name}” is not for templates.", name=attribute))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers of a sensible size; of texts and lists only `+`."""
        if isinstance(left, int | float) and isinstance(right, int | float):
            if abs(left) > MAX_OPERAND or abs(right) > MAX_OPERAND or (operator == "**" and abs(right) > 8):
                what = message("“{name}” is for numbers up to {limit}.", name=operator, limit=MAX_OPERAND)
                raise ValueProblem(what)
        elif not isinstance(left, Undefined) and not isinstance(right, Undefined):
            if operator != "+":
                raise ValueProblem(message("“{name}” is for numbers.", name=operator))
            check_size(sum(len(side) for side in (left, right) if isinstance(side, Sized)))
        return super().call_binop(context, operator, left, right)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment; it holds no state of a render."""
    env = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, cache_size=0)
    env.filters = {name: env.filters[name] for name in sorted(_FILTERS)} | dict(FILTERS_WITH_LIMITS) | dict(FILTERS)
    env.filters["as_name"] = as_name
    env.tests |= TESTS
    env.globals = {"range": _short_range}
    return env


def _short_range(*arguments: int) -> range:
    """Python's `range`, of a length that a document can have."""
    numbers = range(*arguments)
    if len(numbers) > MAX_RANGE:
        raise ValueProblem(message("“{name}” takes a whole number up to {limit}.", name="range", limit=MAX_RANGE))
    return numbers


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
    tree = _Literals().visit(tree)
    tree.set_environment(env)
    return env.compile(tree, filename=filename)


class _Literals(NodeTransformer):
    """Has lists and mappings that a template writes itself pass `made`, unless they hold nothing but plain values."""

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802 - the name that Jinja calls
        self.generic_visit(node)
        return node if all(isinstance(item, nodes.Const) for item in node.items) else _filtered(node, "made")

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        return node if node.ctx == "store" else self.visit_List(node)  # type: ignore[arg-type]

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filtered(node, "made") if node.items else node


def _filtered(node: Any, name: str, *arguments: object) -> nodes.Filter:
    constants = [nodes.Const(argument) for argument in arguments]
    return nodes.Filter(node, name, constants, [], None, None, lineno=node.lineno)
