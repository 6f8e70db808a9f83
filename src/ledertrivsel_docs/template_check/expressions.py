"""What an expression of a template stands for: a field of the contract, a list, a text; and names that don't exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from jinja2 import nodes

from ..engine.sandbox import TEXT_METHODS
from ..engine.values import ValueProblem, text_xml
from ..errors import Message, message, nearest
from ..models.field_files import FieldKind
from ..models.template_fields import Contract
from .values import ANYTHING, NUMBER, NUMBERS, TEXT, Value, field_at, item_of

LOOP = "loop"
_OFLOOP = (
    *("index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem"),
    *("cycle", "changed", "depth", "depth0"),
)
_OF_GROUP = frozenset({"get", "items", "keys", "values"})
_SAME_LIST = frozenset(
    {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique", "default", "d"}
)
_ONE_OF = frozenset({"first", "last", "max", "min"})
_MADE: Mapping[str, Value] = {
    **dict.fromkeys(("count", "length", "wordcount", "int", "float", "abs", "round", "sum"), NUMBER),
    **dict.fromkeys(("join", "lower", "upper", "title", "trim", "capitalize", "replace", "string"), TEXT),
}
_ABOUT_BEING_THERE = ("defined", "undefined")
_DEFAULTS = ("default", "d")

Scope = dict[str, Value]


class Note(Protocol):
    """Takes what is wrong with the tag on a line of the Jinja source."""

    def __call__(self, line: int, what: Message, remedy: Message | None = None, *, warning: bool = False) -> None:
        """Keeps it."""


@dataclass(slots=True)
class Expressions:
    """Reads the expressions of one part: `used` are the paths of the fields it has come across.

    `unasked` are those that may be missing and were used without asking whether they are there, with their lines;
    `asked` are the ones that the blocks around ask for. `loops` are the names that any loop of the part gives.
    """

    contract: Contract
    note: Note
    used: set[str] = field(default_factory=set)
    unasked: dict[str, int] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    loops: set[str] = field(default_factory=set)
    _is_asking: bool = False
    _names: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self._names = self.contract.below("")

    def asked_in(self, test: nodes.Node, scope: Scope) -> frozenset[str]:
        """The fields that a condition asks for, whether they are there."""
        asked = {node.node for node in _tests(test) if node.name == "defined"}
        return frozenset(path for node in asked if (path := self._quietly(node, scope).path))

    def _quietly(self, node: nodes.Expr, scope: Scope) -> Value:
        return Expressions(self.contract, lambda *_, **__: None).value(node, scope)

    def value(self, node: nodes.Node, scope: Scope) -> Value:
        """What an expression stands for; everything wrong in it is noted."""
        reader = self._readers.get(type(node))
        if reader is not None:
            return reader(node, scope)
        values = [self.value(child, scope) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.Const):
            self._check_printable(node)
        if isinstance(node, nodes.Const | nodes.Concat):
            return TEXT
        is_range = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "range"
        same = values[0] if values and len(set(values)) == 1 else ANYTHING
        if isinstance(node, nodes.List | nodes.Tuple):
            return Value(kind=FieldKind.LIST, item=same)
        return NUMBERS if is_range else same if isinstance(node, nodes.Add) else ANYTHING

    def _check_printable(self, node: nodes.Const) -> None:
        """Notes a character that a tag names by its number, and that no document can hold."""
        try:
            text_xml(str(node.value))
        except ValueProblem as problem:
            self.note(node.lineno, problem.message, problem.remedy)

    @property
    def _readers(self) -> Mapping[type[nodes.Node], Callable[[Any, Scope], Value]]:
        return {
            nodes.Name: self._name,
            nodes.Getattr: self._getattr,
            nodes.Getitem: self._getitem,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.And: self._and,
            nodes.CondExpr: self._either,
        }

    def _getattr(self, node: nodes.Getattr, scope: Scope) -> Value:
        return self._child(node, self.value(node.node, scope), node.attr)

    def _test(self, node: nodes.Test, scope: Scope) -> Value:
        for argument in node.args:
            self.value(argument, scope)
        if node.name in _ABOUT_BEING_THERE:
            self._asking(node.node, scope)
        else:
            self.value(node.node, scope)
        return ANYTHING

    def _name(self, node: nodes.Name, scope: Scope) -> Value:
        if node.name in scope:
            return scope[node.name]
        if node.name == "range":
            return ANYTHING
        if (found := field_at(self.contract, node.name)) is not None:
            return self._use(found, node.lineno)
        if node.name in self.loops or node.name == LOOP:
            what = message("“{name}” is known only between {{% for %}} and its {{% endfor %}}.", name=node.name)
            self.note(node.lineno, what, message("Move the tag into the loop, or name a field that isn't in one."))
        else:
            what = message("There is no field “{name}”.", name=node.name)
            self.note(node.lineno, what, nearest(node.name, [*scope, *self._names]))
        return ANYTHING

    def _use(self, value: Value, line: int) -> Value:
        self.used.add(value.path)
        field = self.contract.of(value.path)
        if field and field.may_be_missing and not self._is_asking and value.path not in self.asked:
            self.unasked.setdefault(value.path, line)
        return value

    def _child(self, node: nodes.Getattr | nodes.Getitem, value: Value, name: str) -> Value:
        if isinstance(node.node, nodes.Name) and node.node.name == LOOP and name not in _OFLOOP:
            what = message("A loop has no “{name}”.", name=name)
            self.note(node.lineno, what, nearest(name, _OFLOOP))
            return ANYTHING
        if value.kind is None:
            return ANYTHING
        if (found := field_at(self.contract, f"{value.path}.{name}")) is not None and value.path:
            return self._use(found, node.lineno)
        if name in (_OF_GROUP if value.is_group else TEXT_METHODS if value.is_text else ()):
            return ANYTHING
        self._no_child(node, value, name)
        return ANYTHING

    def _no_child(self, node: nodes.Getattr | nodes.Getitem, value: Value, name: str) -> None:
        holder = written(node.node)
        if value.is_group:
            what = message("“{holder}” has no field “{name}”.", holder=holder, name=name)
            remedy: Message | None = nearest(name, self.contract.below(value.path))
        elif value.is_list:
            what = message(
                "“{holder}” is a list; the field “{name}” can be one of what it holds.", holder=holder, name=name
            )
            known = self.contract.of(value.path)
            remedy = message("Go through it: {example}.", example=known.example) if known else None
        else:
            what = message("“{holder}” is a text and has no field “{name}”.", holder=holder, name=name)
            remedy = message("Write {{{{ {holder} }}}}.", holder=holder)
        self.note(node.lineno, what, remedy)

    def _getitem(self, node: nodes.Getitem, scope: Scope) -> Value:
        value = self.value(node.node, scope)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if not isinstance(node.arg, nodes.Const):
            self.value(node.arg, scope)
        if value.is_list:
            return value if isinstance(node.arg, nodes.Slice) else item_of(self.contract, value)
        return ANYTHING if key is None or value.is_text else self._child(node, value, str(key))

    def _filter(self, node: nodes.Filter, scope: Scope) -> Value:
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self.value(argument, scope)
        if node.node is None:
            return ANYTHING
        value = self._asking(node.node, scope) if node.name in _DEFAULTS else self.value(node.node, scope)
        if node.name in _SAME_LIST:
            return value
        if node.name in _ONE_OF:
            return item_of(self.contract, value)
        if node.name == "map":
            return self._mapped(node, value)
        return _MADE.get(node.name, ANYTHING)

    def _mapped(self, node: nodes.Filter, value: Value) -> Value:
        """The fields that `map(attribute='x')` takes out of a list; of other maps what they hold isn't known."""
        names = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        item = item_of(self.contract, value)
        if not names or not isinstance(names[0], nodes.Const) or not item.path:
            return Value(kind=FieldKind.LIST, item=ANYTHING)
        holder = nodes.Getattr(node.node, str(names[0].value), "load", lineno=node.lineno)
        return Value(kind=FieldKind.LIST, item=self._child(holder, item, str(names[0].value)))

    def _asking(self, node: nodes.Node, scope: Scope) -> Value:
        """A value that may be missing where it is asked for."""
        before, self._is_asking = self._is_asking, True
        value = self.value(node, scope)
        self._is_asking = before
        return value

    def _and(self, node: nodes.And, scope: Scope) -> Value:
        before = self.asked
        self.value(node.left, scope)
        self.asked |= self.asked_in(node.left, scope)
        self.value(node.right, scope)
        self.asked = before
        return ANYTHING

    def _either(self, node: nodes.CondExpr, scope: Scope) -> Value:
        before = self.asked
        self.value(node.test, scope)
        self.asked |= self.asked_in(node.test, scope)
        one = self.value(node.expr1, scope)
        self.asked = before
        other = self.value(node.expr2, scope) if node.expr2 is not None else TEXT
        return one if one == other else ANYTHING


def _tests(node: nodes.Node) -> Iterator[nodes.Test]:
    if isinstance(node, nodes.Test):
        yield node
    yield from node.find_all(nodes.Test)


def written(node: nodes.Node) -> str:
    """An expression as a template has it, for a message."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{written(node.node)}[…]"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{written(node.node)}|{node.name}"
    return str(node.value) if isinstance(node, nodes.Const) else "…"
