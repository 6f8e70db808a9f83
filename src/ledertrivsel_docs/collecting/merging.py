"""Answers into a programme: which part of it each belongs to, what changes there, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from ..errors import Problem, message
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import (
    MOST_OWN_QUESTIONS,
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
from ..reading.rewriting import Put, place
from ..reading.yaml_text import Loc
from .entries import ChosenThemes, Entry, Fact, OwnQuestion

Item = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that the answers change: where, what is new, what stood there before, and from which file it is.

    `before` is None for what wasn't there.
    """

    at: Loc
    value: Any
    before: Any
    file: str


@dataclass(frozen=True, slots=True)
class Merged:
    """A programme with answers in it: what has changed and how to write that, and where answers are in conflict."""

    programme: Programme
    changes: tuple[Change, ...]
    puts: tuple[Put, ...]
    conflicts: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """A list of a programme, the fields that say what an item is about, and those that say whose it is.

    `is_counted` where two that say the same are still two.
    """

    at: Loc
    about: tuple[str, ...]
    whose: tuple[str, ...] = ()
    is_counted: bool = False


_KINDS: Mapping[type[BaseModel], _Kind] = {
    OwnTheme: _Kind(("themes", "own"), ("id",)),
    ParkedTheme: _Kind(("themes", "parked"), ("theme",)),
    Placement: _Kind(("themes", "ratings"), ("theme",), ("group", "person"), is_counted=True),
    QualifiedTheme: _Kind(("qualification",), ("theme",), ("group",)),
    ActionCard: _Kind(("action_cards",), ("theme",)),
    FollowUp: _Kind(("follow_ups",), ("theme", "card", "date")),
    Level: _Kind(("levels",), ("factor",)),
    DialogueAnswer: _Kind(("dialogue",), ("question",), ("person",)),
    Agreement: _Kind(("agreements",), ("kit", "what")),
    Note: _Kind(("notes",), ("kit", "document", "field")),
}


def merged(
    programme: Programme,
    files: Iterable[tuple[str, Sequence[Entry]]],
    library: Library,
    digests: Sequence[str] = (),
) -> Merged:
    """The programme with the entries of some files in it; `digests` are those of the files, to be known again.

    Raises:
        InputError: it can't be used any more.
    """
    held = _plain(programme.model_dump(mode="python", exclude_defaults=True, exclude={"brand"}))
    merging = _Merging(held)
    for file, entries in files:
        merging.add(file, entries)
    if merging.changes:
        merging.remember(digests)
    made = Programme.load(merging.data, library).model_copy(update={"brand": programme.brand})
    return Merged(made, tuple(merging.changes), tuple(merging.puts), tuple(merging.conflicts))


def _plain(value: Any) -> Any:
    """Lists and dictionaries in place of what can't be changed."""
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, tuple | list) else value


@dataclass
class _Merging:
    """The programme as far as it has come."""

    data: Item
    changes: list[Change] = field(default_factory=list)
    puts: list[Put] = field(default_factory=list)
    conflicts: list[Problem] = field(default_factory=list)
    _by: dict[Loc, str] = field(default_factory=dict)
    """Which of the files has said what stands at a place."""
    _by_subject: dict[Loc, dict[tuple[object, ...], list[int]]] = field(default_factory=dict)

    def add(self, file: str, entries: Sequence[Entry]) -> None:
        """The answers of one file."""
        for entry in entries:
            if isinstance(entry, Fact):
                self._fact(file, entry.at, _plain(entry.value))
            elif isinstance(entry, ChosenThemes):
                self._chosen(file, list(entry.themes))
            elif isinstance(entry, OwnQuestion):
                self._question(file, entry)
            else:
                self._item(file, _KINDS[type(entry)], entry.model_dump(exclude_defaults=True), entries)

    def remember(self, digests: Iterable[str]) -> None:
        """Notes which files have been read."""
        for digest in digests:
            held = self._held(("collected",)) or []
            if digest not in held:
                self.puts.append(Put(("collected", len(held)), digest))
                place(self.data, self.puts[-1])

    def _fact(self, file: str, at: Loc, value: Any) -> None:
        before, other = self._held(at), self._by.get(at, file)
        if before == value:
            self._by.setdefault(at, file)
        elif other != file:
            self._tell_other(file, other, at)
        else:
            self._put(file, at, value, before)

    def _tell_other(self, file: str, other: str, at: Loc) -> None:
        what = message("“{other}” says something else of “{field}”, which is kept.", other=other, field=at[-1])
        self.conflicts.append(Problem(what, message("Decide which of them counts."), file=file))

    def _chosen(self, file: str, themes: list[str]) -> None:
        held = self._held(("themes", "selected")) or []
        is_there = held[: len(themes)] == themes  # the map has lines for the first five only
        self._fact(file, ("themes", "selected"), held if is_there else themes)

    def _question(self, file: str, asked: OwnQuestion) -> None:
        at = ("meetings", asked.kit, "own_questions")
        held = self._held(at) or []
        if asked.text in held:
            return
        if len(held) == MOST_OWN_QUESTIONS:
            what = message("There is no room for the question “{text}”.", text=asked.text)
            self.conflicts.append(Problem(what, message("Keep at most {most}.", most=MOST_OWN_QUESTIONS), file=file))
            return
        self._put(file, (*at, len(held)), asked.text, None)

    def _item(self, file: str, kind: _Kind, new: Item, entries: Sequence[Entry]) -> None:
        """An item of a list: the one that it says more of, or a new one."""
        items: list[Item] = self._held(kind.at) or []
        if kind.at == ("notes",) and _is_renamed(items, new, entries):
            return
        alike = self._alike(kind, items, new)
        for number in alike:
            if self._says(file, kind, number, items[number], new):
                self._by.setdefault((*kind.at, number), file)
                return
        candidates = [n for n in alike if _is_same_voice(items[n], new, kind)]
        candidates += _reworded(items, new, kind, entries) if kind.about[-1] == "what" else []
        own = next((n for n in candidates if self._by.get((*kind.at, n), file) == file), None)
        if own is not None:
            self._update(file, (*kind.at, own), items[own], new)
        elif candidates and ("source" not in new or _is_alike(items[candidates[0]], new, kind)):
            self._add_missing(file, (*kind.at, candidates[0]), items[candidates[0]], new)
        else:
            self._tell_rivals(file, kind, [items[n] for n in alike], new)
            self._put(file, (*kind.at, len(items)), new, None)

    def _says(self, file: str, kind: _Kind, number: int, item: Item, new: Item) -> bool:
        """Whether an item says what a new one does already; ratings of unnamed groups count once for each file."""
        if not _same(item, new, [key for key in new if key != "source"]):
            return False
        if not kind.is_counted or _voice(new, kind):
            return True
        is_free = self._by.get((*kind.at, number), file) == file
        return is_free and item.get("source") in (None, new.get("source"))

    def _alike(self, kind: _Kind, items: Sequence[Item], new: Item) -> list[int]:
        """The items that are about the same."""
        found = self._by_subject.setdefault(kind.at, {})
        for number in range(sum(map(len, found.values())), len(items)):
            found.setdefault(_subject_of(items[number], kind), []).append(number)
        return list(found.get(_subject_of(new, kind), []))

    def _update(self, file: str, at: Loc, item: Item, new: Item) -> None:
        self._by[at] = file
        for key, value in _plain(new).items():
            if item.get(key) != value:
                self._put(file, (*at, key), value, item.get(key))

    def _add_missing(self, file: str, at: Loc, item: Item, new: Item) -> None:
        """What another file has said already stays; the rest is added."""
        for key, value in _plain(new).items():
            if key not in item:
                self._put(file, (*at, key), value, None)
            elif item[key] != value and key != "source":
                self._tell_other(file, self._by[at], (*at, key))

    def _tell_rivals(self, file: str, kind: _Kind, alike: Sequence[Item], new: Item) -> None:
        """Two files that answer the same question for the same theme are both kept, and told."""
        rivals = [item for item in alike if _same(item, new, kind.whose) and (not kind.whose or _voice(new, kind))]
        if rivals and "source" in new:
            other = rivals[0].get("source") or message("the programme")
            what = message(
                "“{other}” has other answers for “{theme}”; both are kept.", other=other, theme=_subject(new)
            )
            self.conflicts.append(Problem(what, message("Choose one of them, or join them in one."), file=file))

    def _held(self, at: Loc) -> Any:
        value: Any = self.data
        for part in at:
            if isinstance(value, list) and isinstance(part, int) and part < len(value):
                value = value[part]
            elif isinstance(value, dict):
                value = value.get(part)
            else:
                return None
        return value

    def _put(self, file: str, at: Loc, value: Any, before: Any) -> None:
        put = Put(at, _plain(value))
        place(self.data, put)
        self.puts.append(put)
        self.changes.append(Change(at, value, before, file))
        for loc in (at, at[:-1]):
            self._by.setdefault(loc, file)


def _is_alike(item: Item, new: Item, kind: _Kind) -> bool:
    """Whether two ratings of the same group are the same, so that one may have a reason that the other lacks."""
    return kind.is_counted and _voice(new, kind) and _same(item, new, ("importance", "success"))


def _is_renamed(items: Sequence[Item], new: Item, entries: Sequence[Entry]) -> bool:
    """Whether a note is there already under a name that the field has no more."""
    fields = {entry.field for entry in entries if isinstance(entry, Note)}
    return any(
        _same(item, new, ("kit", "document", "source", "text")) and item["field"] not in fields for item in items
    )


def _subject_of(item: Item, kind: _Kind) -> tuple[object, ...]:
    return tuple(item.get(key) for key in kind.about)


def _same(item: Item, new: Item, keys: Iterable[str]) -> bool:
    return all(item.get(key) == _plain(new.get(key)) for key in keys)


def _voice(item: Item, kind: _Kind) -> bool:
    """Whether it is known whose the item is."""
    return any(item.get(key) is not None for key in kind.whose)


def _is_same_voice(item: Item, new: Item, kind: _Kind) -> bool:
    """Whether an item is by the same as a new one: by the same group or person, or else from the same file, or from
    nobody yet.
    """
    if _voice(new, kind) or _voice(item, kind):
        return _same(item, new, kind.whose)
    return item.get("source") in (None, new.get("source"))


def _reworded(items: Sequence[Item], new: Item, kind: _Kind, entries: Sequence[Entry]) -> list[int]:
    """The items from the same file which it doesn't hold any more: it has been edited since it was read."""
    held = {getattr(entry, "what", None) for entry in entries}
    return [
        n
        for n, item in enumerate(items)
        if item.get("source") == new["source"] and _same(item, new, kind.about[:-1]) and item.get("what") not in held
    ]


def _subject(item: Item) -> Any:
    return next(item[key] for key in ("theme", "factor", "question", "field", "what", "kit", "id") if key in item)
