"""What an expression in a template stands for, as far as the contract of fields tells it."""

from __future__ import annotations

from dataclasses import dataclass

from ..models.field_files import FieldKind
from ..models.template_fields import Contract

ITEM = "[]"


@dataclass(frozen=True, slots=True)
class Value:
    """A field by its `path` in the contract, and its `kind`; without a kind it can be anything.

    A list that an expression makes has no path; `item` is what it holds.
    """

    path: str = ""
    kind: FieldKind | None = None
    item: Value | None = None

    @property
    def is_list(self) -> bool:
        """Whether a loop can go over it."""
        return self.kind is FieldKind.LIST

    @property
    def is_group(self) -> bool:
        """Whether it is printed by its fields only."""
        return self.kind in (FieldKind.GROUP, FieldKind.TEXTS)

    @property
    def is_text(self) -> bool:
        """Whether it is something to read, and nothing in it."""
        return self.kind is not None and not self.is_list and not self.is_group


ANYTHING = Value()
TEXT = Value(kind=FieldKind.TEXT)
NUMBER = Value(kind=FieldKind.NUMBER)
NUMBERS = Value(kind=FieldKind.LIST, item=NUMBER)


def field_at(contract: Contract, path: str) -> Value | None:
    """The field with a path; that of an item of a list may be known by what is in it only."""
    if (field := contract.of(path)) is not None:
        return Value(path, field.kind)
    if not path.endswith(ITEM):
        return None
    return Value(path, FieldKind.GROUP if contract.below(path) else FieldKind.TEXT)


def item_of(contract: Contract, value: Value) -> Value:
    """What a list holds; anything where that isn't known."""
    if value.item is not None:
        return value.item
    return (field_at(contract, value.path + ITEM) if value.is_list and value.path else None) or ANYTHING
