"""The Jinja environment of every template: escaping on, strict about names, and nothing to break out with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from . import values

MAX_OPERAND = 1_000_000
_FILTERS = (
    "abs batch capitalize count d default dictsort e escape first float groupby int items join last length list lower "
    "map max min reject rejectattr replace reverse round select selectattr slice sort string sum title trim truncate "
    "unique upper wordcount"
).split()
_TEXT_METHODS = frozenset("capitalize count endswith find lower lstrip rstrip split startswith strip title upper".split())


class Environment(ImmutableSandboxedEnvironment):
    """A sandbox where a mapping's own keys come before its methods, and small tags can't make huge texts."""

    intercepted_binops = frozenset(("*", "**", "%", "+"))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`row.items` is the key `items` where there is one, never the method that hides it."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Of a text's methods only those whose result is no longer than the text."""
        if isinstance(obj, str) and callable(value):
            return attr in _TEXT_METHODS
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers of a sensible size; of texts and lists only `+`."""
        both_numbers = isinstance(left, int | float) and isinstance(right, int | float)
        too_large = both_numbers and (abs(left) > MAX_OPERAND or abs(right) > MAX_OPERAND)
        if operator == "+" and not too_large:
            return super().call_binop(context, operator, left, right)
        if not both_numbers or too_large or (operator == "**" and abs(right) > 8):
            raise SecurityError(f"{operator} is for numbers up to {MAX_OPERAND}")
        return super().call_binop(context, operator, left, right)


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment; it holds no state of a render."""
    made = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, cache_size=0)
    made.filters = {name: made.filters[name] for name in _FILTERS} | dict(values.FILTERS)
    made.tests |= values.TESTS
    made.globals = {"range": made.globals["range"]}
    return made


def compiled(source: str, sites: list[int], filename: str) -> Any:
    """Code for a source in which every printed expression passes `printed` with the site of its line.

    `sites[line - 1]` is the number of the site of the tag that begins on that line.
    """
    env = environment()
    tree = env.parse(source, filename=filename)
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            node
            if isinstance(node, nodes.TemplateData)
            else nodes.Filter(
                node, "printed", [nodes.Const(sites[node.lineno - 1])], [], None, None, lineno=node.lineno
            )
            for node in output.nodes
        ]
    return env.compile(tree, filename=filename)
