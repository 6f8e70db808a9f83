"""What the columns of a table are about: the head of each, as people write it, to its fields in a programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from ..errors import InputError, Message, Problem, message
from ..models.columns import EVERY, Columns, field_places, spelled_alike
from ..models.library import Library
from ..reading.validation import read
from ..reading.yaml_text import Loc
from ..resources import content_folder
from .tables import KEEP_ONE

NOTE = "#"
"""What the head of a column begins with that is people's own, and not read."""

Places = tuple[Loc, ...]
"""The fields that a column fills: one, or that of each workshop."""


@cache
def known_columns() -> Columns:
    """The names of columns, read the first time they are asked for: a kit for one unit doesn't need them."""
    return read(content_folder() / "columns.yaml", Columns)


def places_of(heads: Iterable[str], library: Library) -> Iterator[Places | None]:
    """The fields of each column; none for people's own notes, None for a head that means nothing."""
    ways, keys = known_columns().ways, _keys(library)
    for head in heads:
        if head.startswith(NOTE):
            yield ()
            continue
        way = ways.get(spelled_alike(head), head)
        parts = (part.strip() for part in way.split("."))
        yield field_places(part if part == EVERY else keys.get(spelled_alike(part), part) for part in parts) or None


def column_problem(head: str, library: Library) -> tuple[Message, Message]:
    """What to say of a head that means nothing: the nearest name that means something."""
    names = [*known_columns().ways, *_keys(library)]
    close = get_close_matches(spelled_alike(head), names, n=1)
    # A key that holds others, such as plan, is no column.
    what = message("“{head}” is not a name that a column can have.", head=head)
    if close and all(places_of(close, library)):
        return what, message("Did you mean “{near}”?", near=close[0])
    remedy = message("Name a field of the programme file, or begin with {sign} for notes of your own.", sign=NOTE)
    return what, remedy


def checked_heads(file: str, heads: Mapping[str, int | None], library: Library) -> dict[str, Places]:
    """The fields of each column by its head; `heads` tells the line of each, where the file has lines.

    A field of every workshop stands before those of one workshop, which are the more exact.

    Raises `InputError` with every column that means nothing, and every two that mean the same.
    """
    problems: list[Problem] = []
    known: dict[str, Places] = {}
    taken: dict[Places, str] = {}
    for head, places in zip(heads, places_of(heads, library), strict=True):
        if places is None:
            problems.append(Problem(*column_problem(head, library), file=file, line=heads[head]))
        elif places and (other := taken.setdefault(places, head)) != head:
            what = message("“{head}” and “{other}” are the same column.", head=head, other=other)
            problems.append(Problem(what, KEEP_ONE, file=file, line=heads[head]))
        else:
            known[head] = places
    if problems:
        raise InputError(problems)
    return dict(sorted(known.items(), key=lambda column: -len(column[1])))


def _keys(library: Library) -> dict[str, str]:
    """The programme's key by what it can be called, spelled alike."""
    return {spelled_alike(name): key for name, key in library.key_aliases.items()}
