"""One YAML file laid over another: what the upper one says takes the place of what the lower one has there."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from pydantic import BaseModel

from .tree import Entry, Node
from .validation import model_in
from .yaml_text import YamlText


def laid_over(ours: YamlText, theirs: YamlText, model: type[BaseModel]) -> YamlText:
    """The file `theirs` over ours, each value with its own file and line; an empty file changes nothing.

    Mappings are laid over each other key by key. A list of things that their model names by one of its fields
    (`named_by`) is laid over by these names, any other list takes the place of the whole list.
    """
    if theirs.root.value is None:
        return ours
    return YamlText(theirs.file, _laid(ours.root, theirs.root, model), theirs.aliases)


def _laid(ours: Node, theirs: Node, model: type[BaseModel] | None) -> Node:
    if isinstance(ours.value, dict) and isinstance(theirs.value, dict):
        entries = dict(ours.value)
        for key, entry in theirs.value.items():
            if known := ours.value.get(key):
                entry = Entry(entry.line, entry.written, _laid(known.node, entry.node, _inside(model, key)))  # noqa: PLW2901
            entries[key] = entry
        return Node(theirs.line, entries, ours.size + theirs.size, theirs.file)
    if isinstance(ours.value, list) and isinstance(theirs.value, list) and model and _by_name(theirs.value, model):
        return Node(theirs.line, _items(ours.value, theirs.value, model), ours.size + theirs.size, theirs.file)
    return theirs


def _inside(model: type[BaseModel] | None, key: str) -> type[BaseModel] | None:
    """The model of what stands under a key; under a free key, as of a mapping, it is that of the mapping's values."""
    field = model.model_fields.get(key) if model else None
    return model_in(field.annotation) if field else model


def named_by(model: type[BaseModel]) -> str:
    """The field that things of this model are told apart by in a list; empty where there is none."""
    return str(getattr(model, "named_by", ""))


def _by_name(items: Iterable[Node], model: type[BaseModel]) -> bool:
    """Whether a list is laid over by names: all of its items have one, or are to have one."""
    name = named_by(model)
    if not name:
        return False
    return model.model_fields[name].is_required() or all(_name(item, name) is not None for item in items)


def _items(ours: list[Node], theirs: list[Node], model: type[BaseModel]) -> list[Node]:
    """Our items with theirs over them, and the new ones at their places."""
    field, items = named_by(model), list(ours)
    left = {name for item in ours if (name := _name(item, field)) is not None}
    behind: int | None = None
    for place, item in enumerate(theirs):
        name = _name(item, field)
        if name in left:
            left.remove(name)  # so that one who is there twice is told by the model
            behind = next(at for at, one in enumerate(items) if _name(one, field) == name)
            items[behind] = _laid(items[behind], item, model)
        elif _is_choice(model, field):
            # A slip in a name that nobody can make up, told by the model as such.
            items[place % len(items)] = _laid(items[place % len(items)], item, model)
        else:
            behind = _place(items, name, field, behind)
            items.insert(behind, item)
    return items


def _place(items: list[Node], name: str | None, field: str, behind: int | None) -> int:
    """Where a new item comes: by its number, else after the one that it stands behind in their list, else last."""
    if name is not None and name.isdecimal():
        numbers = (str(_name(one, field) or "") for one in items)
        return next((at for at, one in enumerate(numbers) if one.isdecimal() and int(one) > int(name)), len(items))
    return len(items) if behind is None else behind + 1


def _is_choice(model: type[BaseModel], field: str) -> bool:
    kind = model.model_fields[field].annotation
    return isinstance(kind, type) and issubclass(kind, Enum)


def _name(item: Node, field: str) -> str | None:
    found = item.value.get(field) if isinstance(item.value, dict) else None
    return found.node.value.strip() if found is not None and isinstance(found.node.value, str) else None
