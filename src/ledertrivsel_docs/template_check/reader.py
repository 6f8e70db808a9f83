"""Follows the tags of a part through loops and blocks, and holds what they print and repeat against the contract."""

from __future__ import annotations

from jinja2 import nodes

from ..errors import Message, message
from ..models.field_files import FieldKind
from .expressions import LOOP, Expressions, Scope, written
from .values import ANYTHING, Value, item_of


class Reader(Expressions):
    """Reads the statements of one part."""

    def read(self, tree: nodes.Template, known: Scope | None = None) -> None:
        """Reads a part, or a tag by itself where other names are `known`."""
        self.loops |= {name.name for loop in tree.find_all(nodes.For) for name in loop.target.find_all(nodes.Name)} | {
            loop.target.name for loop in tree.find_all(nodes.For) if isinstance(loop.target, nodes.Name)
        }
        self._statements(tree.body, dict(known or {}))

    def _statements(self, body: list[nodes.Node], scope: Scope) -> None:
        for node in body:
            if isinstance(node, nodes.For):
                self._for(node, scope)
            elif isinstance(node, nodes.If):
                self._if(node, scope)
            elif isinstance(node, nodes.With):
                values = [self.value(value, scope) for value in node.values]
                inner = dict(scope)
                for target, value in zip(node.targets, values, strict=True):
                    _bind(target, value, inner)
                self._statements(node.body, inner)
            elif isinstance(node, nodes.Assign):
                _bind(node.target, self.value(node.node, scope), scope)
            elif isinstance(node, nodes.Output):
                for printed in node.nodes:
                    if not isinstance(printed, nodes.TemplateData):
                        self._print(printed, self.value(printed, scope))

    def _for(self, node: nodes.For, scope: Scope) -> None:
        over = self.value(node.iter, scope)
        if over.is_text or over.is_group:
            what = message("“{name}” is not a list, so {{% for %}} can't go through it.", name=written(node.iter))
            self.note(node.lineno, what, self._lists())
        if all(_is_blank(inner) for inner in node.body):
            what = message("There is nothing between {{% for %}} and its {{% endfor %}} to repeat.")
            remedy = message("Give each of them a row or paragraph of its own, with what is repeated between them.")
            self.note(node.lineno, what, remedy, warning=True)
        inner = {**scope, LOOP: ANYTHING}
        _bind(node.target, item_of(self.contract, over), inner)
        if node.test is not None:
            self.value(node.test, inner)
        self._statements(node.body, inner)
        self._statements(node.else_, dict(scope))

    def _lists(self) -> Message | None:
        lists = [path for path, known in self.contract.fields.items() if known.kind is FieldKind.LIST]
        top = [path for path in lists if "[]" not in path and not path.startswith("words.")]
        return message("The lists are: {lists}.", lists=", ".join(top)) if top else None

    def _if(self, node: nodes.If, scope: Scope) -> None:
        before = self.asked
        self.asked |= self.asked_in(node.test, scope)
        self.value(node.test, scope)
        self._statements(node.body, scope)
        self.asked = before
        for other in node.elif_:
            self._if(other, scope)
        self._statements(node.else_, scope)

    def _print(self, node: nodes.Node, value: Value) -> None:
        name = written(node)
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


def _is_blank(node: nodes.Node) -> bool:
    """Whether it is nothing but space between tags."""
    if not isinstance(node, nodes.Output):
        return False
    return all(isinstance(one, nodes.TemplateData) and not one.data.strip() for one in node.nodes)


def _bind(target: nodes.Node, value: Value, scope: Scope) -> None:
    if isinstance(target, nodes.Name):
        scope[target.name] = value
    else:
        for name in target.find_all(nodes.Name):
            scope[name.name] = ANYTHING
