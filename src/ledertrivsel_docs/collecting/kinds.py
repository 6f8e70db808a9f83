"""What an answer is about and whose it is: which item of a programme's list says the same, or is by the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..models.programme_answers import (
    ActionCard,
    Agreement,
    DialogueAnswer,
    FollowUp,
    Level,
    Note,
    OwnTheme,
    ParkedTheme,
    Placement,
    QualifiedTheme,
)
from ..reading.yaml_text import Loc
from .entries import Entry

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A list of a programme, the fields that say what an item is about, and those that say whose it is.

    `is_counted` where two that say the same are still two.
    """

    at: Loc
    about: tuple[str, ...]
    whose: tuple[str, ...] = ()
    is_counted: bool = False


KINDS: Mapping[type[BaseModel], Kind] = {
    OwnTheme: Kind(("themes", "own"), ("id",)),
    ParkedTheme: Kind(("themes", "parked"), ("theme",)),
    Placement: Kind(("themes", "ratings"), ("theme",), ("group", "person"), is_counted=True),
    QualifiedTheme: Kind(("qualification",), ("theme",), ("group",)),
    ActionCard: Kind(("action_cards",), ("theme",)),
    FollowUp: Kind(("follow_ups",), ("theme", "card", "date")),
    Level: Kind(("levels",), ("factor",)),
    DialogueAnswer: Kind(("dialogue",), ("question",), ("person",)),
    Agreement: Kind(("agreements",), ("kit", "what")),
    Note: Kind(("notes",), ("kit", "document", "field")),
}


def plain_data(value: Any) -> Any:
    """Lists and dictionaries in place of what can't be changed."""
    if isinstance(value, Mapping):
        return {key: plain_data(inner) for key, inner in value.items()}
    return [plain_data(inner) for inner in value] if isinstance(value, tuple | list) else value


def is_alike(item: Item, new: Item, kind: Kind) -> bool:
    """Whether two ratings of the same group are the same, so that one may have a reason that the other lacks."""
    return kind.is_counted and has_voice(new, kind) and same(item, new, ("importance", "success"))


def is_renamed(items: Sequence[Item], new: Item, entries: Sequence[Entry]) -> bool:
    """Whether a note is there already under a name that the field has no more."""
    fields = {entry.field for entry in entries if isinstance(entry, Note)}
    return any(same(item, new, ("kit", "document", "source", "text")) and item["field"] not in fields for item in items)


def subject_of(item: Item, kind: Kind) -> tuple[object, ...]:
    """What an item is about, as a key."""
    return tuple(item.get(key) for key in kind.about)


def same(item: Item, new: Item, keys: Iterable[str]) -> bool:
    """Whether two items hold the same under some keys."""
    return all(item.get(key) == plain_data(new.get(key)) for key in keys)


def has_voice(item: Item, kind: Kind) -> bool:
    """Whether it is known whose the item is."""
    return any(item.get(key) is not None for key in kind.whose)


def is_same_voice(item: Item, new: Item, kind: Kind) -> bool:
    """Whether an item is by the same as a new one: by the same group or person, or else from the same file, or from
    nobody yet.
    """
    if has_voice(new, kind) or has_voice(item, kind):
        return same(item, new, kind.whose)
    return item.get("source") in (None, new.get("source"))


def reworded(items: Sequence[Item], new: Item, kind: Kind, entries: Sequence[Entry]) -> list[int]:
    """The items from the same file which it doesn't hold any more: it has been edited since it was read."""
    held = {getattr(entry, "what", None) for entry in entries}
    return [
        n
        for n, item in enumerate(items)
        if item.get("source") == new["source"] and same(item, new, kind.about[:-1]) and item.get("what") not in held
    ]


def subject(item: Item) -> Any:
    """What an item is about, as it is told."""
    return next(item[key] for key in ("theme", "factor", "question", "field", "what", "kit", "id") if key in item)
