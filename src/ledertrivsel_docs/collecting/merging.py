"""Answers into a programme: which part of it each belongs to, what changes there, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import Problem, message
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import MOST_OWN_QUESTIONS
from ..models.references import themes_of
from ..reading.rewriting import Put, place
from ..reading.yaml_text import Loc
from .entries import ChosenThemes, Entry, Fact, OwnQuestion
from .kinds import (
    KINDS,
    Item,
    Kind,
    has_voice,
    is_alike,
    is_renamed,
    is_same_voice,
    plain_data,
    reworded,
    same,
    subject,
    subject_of,
)


@dataclass(frozen=True, slots=True)
class Change:
    """Something that the answers change in a programme."""

    at: Loc
    """The way to it in the programme, as `Problem.path`."""
    value: Any
    """What is new."""
    before: Any
    """What stood there; None for what wasn't there."""
    file: str
    """From which file it is."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A programme with answers in it."""

    programme: Programme
    """The programme, with the answers."""
    changes: tuple[Change, ...]
    """What has changed."""
    puts: tuple[Put, ...]
    """How to write that into a programme file; for `collect_into`."""
    conflicts: tuple[Problem, ...]
    """Where answers are in conflict; both are kept, and people decide."""


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
    held = plain_data(programme.model_dump(mode="python", exclude_defaults=True, exclude={"brand", "content"}))
    merging = _Merging(held, library.keys, {name: theme.short for name, theme in themes_of(programme, library).items()})
    for file, entries in files:
        merging.add(file, entries)
    if merging.changes:
        merging.remember(digests)
    made = Programme.load(merging.data, library=library).model_copy(
        update={"brand": programme.brand, "content": programme.content}
    )
    return Merged(made, tuple(merging.changes), tuple(merging.puts), tuple(merging.conflicts))


@dataclass
class _Merging:
    """The programme as far as it has come."""

    data: Item
    keys: Mapping[str, str]
    themes: Mapping[str, str]
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
                self._fact(file, entry.at, plain_data(entry.value))
            elif isinstance(entry, ChosenThemes):
                self._chosen(file, list(entry.themes))
            elif isinstance(entry, OwnQuestion):
                self._question(file, entry)
            else:
                self._item(file, KINDS[type(entry)], entry.model_dump(exclude_defaults=True), entries)

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
        what = message(
            "“{other}” says something else of “{field}”, which is kept.",
            other=other,
            field=self.keys.get(str(at[-1]), at[-1]),
        )
        self.conflicts.append(Problem(what, message("Decide which of them counts."), file=file, warning=True))

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

    def _item(self, file: str, kind: Kind, new: Item, entries: Sequence[Entry]) -> None:
        """An item of a list: the one that it says more of, or a new one."""
        items: list[Item] = self._held(kind.at) or []
        if kind.at == ("notes",) and is_renamed(items, new, entries):
            return
        alike = self._alike(kind, items, new)
        for number in alike:
            if self._says(file, kind, number, items[number], new):
                self._by.setdefault((*kind.at, number), file)
                return
        candidates = [n for n in alike if is_same_voice(items[n], new, kind)]
        candidates += reworded(items, new, kind, entries) if kind.about[-1] == "what" else []
        own = next((n for n in candidates if self._by.get((*kind.at, n), file) == file), None)
        if own is not None:
            self._update(file, (*kind.at, own), items[own], new)
        elif candidates and ("source" not in new or is_alike(items[candidates[0]], new, kind)):
            self._add_missing(file, (*kind.at, candidates[0]), items[candidates[0]], new)
        else:
            self._tell_rivals(file, kind, [items[n] for n in alike], new)
            self._put(file, (*kind.at, len(items)), new, None)

    def _says(self, file: str, kind: Kind, number: int, item: Item, new: Item) -> bool:
        """Whether an item says what a new one does already; ratings of unnamed groups count once for each file."""
        if not same(item, new, [key for key in new if key != "source"]):
            return False
        if not kind.is_counted or has_voice(new, kind):
            return True
        is_free = self._by.get((*kind.at, number), file) == file
        return is_free and item.get("source") in (None, new.get("source"))

    def _alike(self, kind: Kind, items: Sequence[Item], new: Item) -> list[int]:
        """The items that are about the same."""
        found = self._by_subject.setdefault(kind.at, {})
        for number in range(sum(map(len, found.values())), len(items)):
            found.setdefault(subject_of(items[number], kind), []).append(number)
        return list(found.get(subject_of(new, kind), []))

    def _update(self, file: str, at: Loc, item: Item, new: Item) -> None:
        self._by[at] = file
        for key, value in plain_data(new).items():
            if item.get(key) != value:
                self._put(file, (*at, key), value, item.get(key))

    def _add_missing(self, file: str, at: Loc, item: Item, new: Item) -> None:
        """What another file has said already stays; the rest is added."""
        for key, value in plain_data(new).items():
            if key not in item:
                self._put(file, (*at, key), value, None)
            elif item[key] != value and key != "source":
                self._tell_other(file, self._by[at], (*at, key))

    def _tell_rivals(self, file: str, kind: Kind, alike: Sequence[Item], new: Item) -> None:
        """Two files that answer the same question for the same theme are both kept, and told."""
        rivals = [item for item in alike if same(item, new, kind.whose) and (not kind.whose or has_voice(new, kind))]
        if rivals and "source" in new and kind.at != ("notes",):  # several may well say something of the same
            other = rivals[0].get("source") or message("the programme")
            what = message(
                "“{other}” has other answers for “{theme}”; both are kept.",
                other=other,
                theme=self.themes.get(subject(new), subject(new)),
            )
            self.conflicts.append(
                Problem(what, message("Choose one of them, or join them in one."), file=file, warning=True)
            )

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
        put = Put(at, plain_data(value))
        place(self.data, put)
        self.puts.append(put)
        self.changes.append(Change(at, value, before, file))
        for loc in (at, at[:-1]):
            self._by.setdefault(loc, file)
