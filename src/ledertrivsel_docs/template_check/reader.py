"""Follows the tags of a part through loops and blocks, and holds every name against the contract of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from jinja2 import nodes

from ..engine.sandbox import TEXT_METHODS
from ..errors import Message, message, nearest
from ..models.field_files import FieldKind
from ..models.template_fields import Contract
from .values import ANYTHING, NUMBER, NUMBERS, TEXT, Value, field_at, item_of

_LOOP = "loop"
_OF_LOOP = (
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
class Reader:
    """Reads the tags of one part: `used` are the paths of the fields it has come across.

    `unasked` are those that may be missing and were used without asking whether they are there, with their lines.
    """

    contract: Contract
    note: Note
    used: set[str] = field(default_factory=set)
    unasked: dict[str, int] = field(default_factory=dict)
    _asked: frozenset[str] = frozenset()
    _loops: set[str] = field(default_factory=set)
    _is_asking: bool = False

    def read(self, tree: nodes.Template, known: Scope | None = None) -> None:
        """Reads a part, or a tag by itself where other names are `known`."""
        self._loops |= {
            name.name for loop in tree.find_all(nodes.For) for name in loop.target.find_all(nodes.Name)
        } | {loop.target.name for loop in tree.find_all(nodes.For) if isinstance(loop.target, nodes.Name)}
        self._statements(tree.body, dict(known or {}))

    def _statements(self, body: list[nodes.Node], scope: Scope) -> None:
        for node in body:
            if isinstance(node, nodes.For):
                self._for(node, scope)
            elif isinstance(node, nodes.If):
                self._if(node, scope)
            elif isinstance(node, nodes.With):
                values = [self._value(value, scope) for value in node.values]
                inner = dict(scope)
                for target, value in zip(node.targets, values, strict=True):
                    _bind(target, value, inner)
                self._statements(node.body, inner)
            elif isinstance(node, nodes.Assign):
                _bind(node.target, self._value(node.node, scope), scope)
            elif isinstance(node, nodes.Output):
                for printed in node.nodes:
                    if not isinstance(printed, nodes.TemplateData):
                        self._print(printed, self._value(printed, scope))

    def _for(self, node: nodes.For, scope: Scope) -> None:
        over = self._value(node.iter, scope)
        if over.is_text or over.is_group:
            what = message("“{name}” is not a list, so {{% for %}} can't go through it.", name=_written(node.iter))
            self.note(node.lineno, what, self._lists())
        inner = {**scope, _LOOP: ANYTHING}
        _bind(node.target, item_of(self.contract, over), inner)
        if node.test is not None:
            self._value(node.test, inner)
        self._statements(node.body, inner)
        self._statements(node.else_, dict(scope))

    def _lists(self) -> Message | None:
        lists = [path for path, known in self.contract.fields.items() if known.kind is FieldKind.LIST]
        top = [path for path in lists if "[]" not in path and not path.startswith("words.")]
        return message("The lists are: {lists}.", lists=", ".join(top)) if top else None

    def _if(self, node: nodes.If, scope: Scope) -> None:
        before = self._asked
        self._asked |= self._asked_in(node.test, scope)
        self._value(node.test, scope)
        self._statements(node.body, scope)
        self._asked = before
        for other in node.elif_:
            self._if(other, scope)
        self._statements(node.else_, scope)

    def _asked_in(self, test: nodes.Node, scope: Scope) -> frozenset[str]:
        """The fields that a condition asks for, whether they are there."""
        asked = {node.node for node in _tests(test) if node.name == "defined"}
        return frozenset(path for node in asked if (path := self._quietly(node, scope).path))

    def _quietly(self, node: nodes.Expr, scope: Scope) -> Value:
        told = Reader(self.contract, lambda *_, **__: None)
        return told._value(node, scope)  # noqa: SLF001 - another one of its own kind

    def _print(self, node: nodes.Node, value: Value) -> None:
        name = _written(node)
        if value.is_list:
            what = message("“{name}” is a list, which can't be printed by itself.", name=name)
            path = self.contract.of(value.path)
            remedy = message("Go through it: {example}.", example=path.example) if path else None
            self.note(node.lineno, what, remedy)
        elif value.is_group:
            below = self.contract.below(value.path)
            fields = ", ".join(f"{name}.{field}" for field in below[:6])
            what = message("“{name}” is not a text by itself.", name=name)
            self.note(node.lineno, what, message("Print one of its fields: {fields}.", fields=fields))
        elif value.kind is FieldKind.YES_NO:
            what = message("“{name}” is yes or no, and prints as True or False.", name=name)
            self.note(
                node.lineno, what, message("Use it in {{% if {name} %}} … {{% endif %}}.", name=name), warning=True
            )

    def _value(self, node: nodes.Node, scope: Scope) -> Value:
        """What an expression stands for; everything wrong in it is noted."""
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._child(node, self._value(node.node, scope), node.attr)
        if isinstance(node, nodes.Getitem):
            return self._getitem(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        if isinstance(node, nodes.Test) and node.name in _ABOUT_BEING_THERE:
            return self._asking(node.node, scope)
        if isinstance(node, nodes.And):
            return self._and(node, scope)
        if isinstance(node, nodes.CondExpr):
            return self._either(node, scope)
        values = [self._value(child, scope) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.Const | nodes.Concat):
            return TEXT
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "range":
            return NUMBERS
        if isinstance(node, nodes.List | nodes.Tuple):
            return Value(kind=FieldKind.LIST, item=values[0] if values and len(set(values)) == 1 else ANYTHING)
        if isinstance(node, nodes.Add) and len(set(values)) == 1:
            return values[0]
        return ANYTHING

    def _name(self, node: nodes.Name, scope: Scope) -> Value:
        if node.name in scope:
            return scope[node.name]
        if node.name == "range":
            return ANYTHING
        if (found := field_at(self.contract, node.name)) is not None:
            return self._use(found, node.lineno)
        if node.name in self._loops or node.name == _LOOP:
            what = message("“{name}” is known only between {{% for %}} and its {{% endfor %}}.", name=node.name)
            self.note(node.lineno, what, message("Move the tag into the loop, or name a field that isn't in one."))
        else:
            known = [*scope, *self.contract.below("")]
            self.note(node.lineno, message("There is no field “{name}”.", name=node.name), nearest(node.name, known))
        return ANYTHING

    def _use(self, value: Value, line: int) -> Value:
        self.used.add(value.path)
        field = self.contract.of(value.path)
        if field and field.may_be_missing and not self._is_asking and value.path not in self._asked:
            self.unasked.setdefault(value.path, line)
        return value

    def _child(self, node: nodes.Getattr | nodes.Getitem, value: Value, name: str) -> Value:
        if isinstance(node.node, nodes.Name) and node.node.name == _LOOP and name not in _OF_LOOP:
            what = message("A loop has no “{name}”.", name=name)
            self.note(node.lineno, what, nearest(name, _OF_LOOP))
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
        holder = _written(node.node)
        if value.is_group:
            what = message("“{holder}” has no field “{name}”.", holder=holder, name=name)
            remedy: Message | None = nearest(name, self.contract.below(value.path))
        elif value.is_list:
            what = message("“{holder}” is a list; the field “{name}” can be one of what it holds.", holder=holder, name=name)
            known = self.contract.of(value.path)
            remedy = message("Go through it: {example}.", example=known.example) if known else None
        else:
            what = message("“{holder}” is a text and has no field “{name}”.", holder=holder, name=name)
            remedy = message("Write {{{{ {holder} }}}}.", holder=holder)
        self.note(node.lineno, what, remedy)

    def _getitem(self, node: nodes.Getitem, scope: Scope) -> Value:
        value = self._value(node.node, scope)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if not isinstance(node.arg, nodes.Const):
            self._value(node.arg, scope)
        if value.is_list:
            return value if isinstance(node.arg, nodes.Slice) else item_of(self.contract, value)
        return ANYTHING if key is None or value.is_text else self._child(node, value, str(key))

    def _filter(self, node: nodes.Filter, scope: Scope) -> Value:
        for argument in (*node.args, *(pair.value for pair in node.kwargs)):
            self._value(argument, scope)
        if node.node is None:
            return ANYTHING
        value = self._asking(node.node, scope) if node.name in _DEFAULTS else self._value(node.node, scope)
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
        value = self._value(node, scope)
        self._is_asking = before
        return value

    def _and(self, node: nodes.And, scope: Scope) -> Value:
        before = self._asked
        self._value(node.left, scope)
        self._asked |= self._asked_in(node.left, scope)
        self._value(node.right, scope)
        self._asked = before
        return ANYTHING

    def _either(self, node: nodes.CondExpr, scope: Scope) -> Value:
        before = self._asked
        self._value(node.test, scope)
        self._asked |= self._asked_in(node.test, scope)
        one = self._value(node.expr1, scope)
        self._asked = before
        other = self._value(node.expr2, scope) if node.expr2 is not None else TEXT
        return one if one == other else ANYTHING


def _tests(node: nodes.Node) -> Iterator[nodes.Test]:
    if isinstance(node, nodes.Test):
        yield node
    yield from node.find_all(nodes.Test)


def _bind(target: nodes.Node, value: Value, scope: Scope) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = value
    else:
        for name in target.find_all(nodes.Name):
            scope[name.name] = ANYTHING


def _written(node: nodes.Node) -> str:
    """An expression as a template has it, for a message."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_written(node.node)}[…]"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{_written(node.node)}|{node.name}"
    return str(node.value) if isinstance(node, nodes.Const) else "…"
