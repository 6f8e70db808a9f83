"""What the documents hand their templates, seen over all kits and many programmes: each field with its kinds."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import BaseModel

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import DECKS, DOCUMENTS, brand_sample, print_list
from ledertrivsel_docs.documents.copy import Copy, copies
from ledertrivsel_docs.own_look import SAMPLE
from tests.support.programmes import extreme, filled, long

COMMON = ""
"""The kind of what all slides of a deck share, and of Word documents."""


@dataclass
class Seen:
    """A field as it was seen: its `kinds`, how often it was there, and how often as a group."""

    kinds: set[str] = field(default_factory=set)
    count: int = 0
    groups: int = 0
    below: dict[str, Seen] = field(default_factory=dict)
    item: Seen | None = None

    def add(self, value: object) -> None:
        """Looks at one more value."""
        self.count += 1
        value = _plain(value)
        if isinstance(value, Mapping):
            self.kinds.add("group")
            self.groups += 1
            for name, inner in value.items():
                self.below.setdefault(str(name), Seen()).add(inner)
        elif isinstance(value, list | tuple):
            self.kinds.add("list")
            self.item = self.item or Seen()
            for inner in value:
                self.item.add(inner)
        else:
            self.kinds.add("empty" if value is None or value == "" else type(value).__name__)

    def fields(self, start: str = "") -> Iterator[tuple[str, Seen, bool]]:
        """Every field in it: path, what was seen, and whether it was missing now and then."""
        for name, seen in self.below.items():
            path = f"{start}.{name}" if start else name
            yield path, seen, seen.count < self.groups
            yield from seen.inside(path)

    def inside(self, path: str) -> Iterator[tuple[str, Seen, bool]]:
        """The fields of a group or of the items of a list."""
        yield from self.fields(path)
        if self.item is not None:
            if "list" in self.item.kinds:
                yield f"{path}[]", self.item, False
            yield from self.item.inside(f"{path}[]")


def _plain(value: object) -> object:
    if isinstance(value, BaseModel):
        return {name: getattr(value, name) for name in type(value).model_fields}
    if dataclasses.is_dataclass(value) and not isinstance(value, ld.Link | ld.Picture | type):
        return {known.name: getattr(value, known.name) for known in dataclasses.fields(value)}
    return value


def observed() -> dict[tuple[str, str], Seen]:
    """What was seen, by document and kind of slide."""
    library = ld.Library.default()
    seen: dict[tuple[str, str], Seen] = defaultdict(Seen)
    for programme in programmes(library):
        for kit in library.kits.values():
            on_request = [Copy(kit, document) for document in kit.documents if document.on_request]
            for copy in [*copies(kit, library, programme), *on_request]:
                for kind, context in _contexts(library, programme, copy):
                    seen[copy.document.id, kind].add(context)
    seen[SAMPLE, COMMON].add(brand_sample.context(library, ld.Brand.default()))
    for programme in (ld.Programme.blank(), filled().resolved(library=library)):
        for printed in print_list.print_sets_of(library, programme, library.kits["samlet-plan"]):
            pages = [print_list.Pages(1, 2, "A4") for _ in printed.papers]
            names = ["Papir" for _ in printed.papers]
            context = print_list.context(library, programme, printed, printed.cover, names, pages)
            seen[print_list.PRINT_LIST, COMMON].add(context)
    return dict(seen)


def _contexts(library: ld.Library, programme: ld.Programme, copy: Copy) -> Iterator[tuple[str, Mapping[str, Any]]]:
    stem = copy.document.id
    if stem in DOCUMENTS:
        yield COMMON, DOCUMENTS[stem](library, programme, copy)
        return
    deck = DECKS[stem](library, programme, copy)
    yield COMMON, deck.common
    yield from ((slide.kind, slide.context) for slide in deck.slides)


def programmes(library: ld.Library) -> Iterator[ld.Programme]:
    """Blank, filled in, and what else makes documents say something that they usually don't."""
    yield ld.Programme.blank()
    whole = filled().resolved(library=library)
    yield from (whole, extreme().resolved(library=library), long().resolved(library=library))
    ratings = tuple(
        rating.model_copy(update={"group": number, "reason": "Det fylder hos os.", "person": None})
        for rating in whole.themes.ratings
        for number in range(1, 7)
    )
    rated = whole.themes.model_copy(update={"ratings": ratings})
    undecided = rated.model_copy(update={"selected": (), "parked": ()})
    agreed = ld.Agreement(kit="samlet-plan", what="Vi følger op.", who="HR", when=date(2027, 4, 1))
    yield whole.model_copy(update={"themes": rated, "agreements": (*whole.agreements, agreed)})
    yield whole.model_copy(update={"themes": undecided, "action_cards": (), "qualification": ()})
    yield ld.Programme(organisation="Eksempel Kommune", contact=ld.Contact(email="hr@eksempel.dk")).resolved(
        library=library
    )


def of_kinds(seen: Mapping[tuple[str, str], Seen], kind: str, stems: set[str]) -> Seen:
    """What was seen of a kind of slide in several decks together."""
    whole = Seen()
    for (stem, known), one in seen.items():
        if known == kind and stem in stems:
            _join(whole, one)
    return whole


def _join(whole: Seen, one: Seen) -> None:
    whole.kinds |= one.kinds
    whole.count += one.count
    whole.groups += one.groups
    for name, inner in one.below.items():
        _join(whole.below.setdefault(name, Seen()), inner)
    if one.item is not None:
        whole.item = whole.item or Seen()
        _join(whole.item, one.item)
