"""The words that documents print: read-only, merged, and what can be wrong with them whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from difflib import get_close_matches
from string import Formatter
from typing import Any, ClassVar

from pydantic import ConfigDict

from ..errors import message
from ..reading.messages import MESSAGES, Wrong
from ..reading.yaml_text import Finding, Loc
from .frozen import FrozenMapping
from .source import Sourced


class Words(Sourced):
    """The words that a document prints around the content; any keys, text at the leaves.

    A model of its own says what the code reads of a document's words; `beyond` are the keys that a kit's words may have
    which those of all kits don't have, or have for something else.
    """

    model_config = ConfigDict(extra="allow")
    beyond: ClassVar[Set[str]] = frozenset()


def merged(words: Mapping[str, Any], others: Mapping[str, Any]) -> Mapping[str, Any]:
    """Words with those of others in their place; what both have as mappings is merged the same way."""
    made = dict(words)
    for key, value in others.items():
        known = made.get(key)
        made[key] = merged(known, value) if isinstance(known, Mapping) and isinstance(value, Mapping) else value
    return FrozenMapping(made)


def frozen(value: Any) -> Any:
    """Words that nobody can change: mappings read-only, lists as tuples."""
    if isinstance(value, Mapping):
        return FrozenMapping({key: frozen(inner) for key, inner in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def leaves(value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Any]]:
    """Every text in words, with its place."""
    if isinstance(value, Mapping | tuple):
        for key, inner in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from leaves(inner, (*loc, key))
    else:
        yield loc, value


def unusable(words: Mapping[str, Any]) -> Iterator[Finding]:
    """Leaves without a text, and texts whose {places} can't be filled."""
    for loc, text in leaves(words):
        if not text:
            yield Finding(loc, message("The text is empty."), message("Write it, or remove the line."))
        elif not is_pattern(text):
            yield not_a_pattern(loc, text)


def misfits(value: Any, like: Any, loc: Loc = ()) -> Iterator[Finding]:
    """What of a kit's words has no place in those of all kits: other keys, or a text where they have a list."""
    if value is None:
        return  # an empty one is told already
    tell = next((tell for kind, tell in _KINDS if isinstance(like, kind) and not isinstance(value, kind)), None)
    if tell:
        yield Finding(loc, *tell(Wrong(str(loc[-1]), str(value), {})))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key in like:
                yield from misfits(inner, like[key], (*loc, key))
            else:
                yield _unused((*loc, key), list(like))
    elif isinstance(value, tuple) and like:
        for index, inner in enumerate(value):
            yield from _misfit_line(inner, like, (*loc, index))


def _misfit_line(inner: Any, lines: tuple[Any, ...], loc: Loc) -> Iterator[Finding]:
    """What of a line in a list isn't like any line of the other list."""
    alike = [line for line in lines if type(line) is type(inner)] or [lines[0]]
    if not isinstance(inner, Mapping) or not isinstance(alike[0], Mapping):
        yield from misfits(inner, alike[0], loc)
        return
    yield from misfits(inner, {key: value for line in reversed(alike) for key, value in line.items()}, loc)
    # A list takes the place of the whole list, so that its lines need all that every line has.
    for key in alike[0]:
        if key not in inner and all(key in line for line in alike):
            yield _missing(loc, key)


def lacking(value: Any, like: Any, loc: Loc = ()) -> Iterator[Finding]:
    """The words that others have and these don't."""
    if isinstance(value, Mapping) and isinstance(like, Mapping):
        for key, inner in like.items():
            if key in value:
                yield from lacking(value[key], inner, (*loc, key))
            else:
                yield _missing((*loc, key), key)


def _missing(loc: Loc, key: str) -> Finding:
    return Finding(loc, *MESSAGES["missing"](Wrong(key, "", {})))


_KINDS = ((str, MESSAGES["string_type"]), (tuple, MESSAGES["tuple_type"]), (Mapping, MESSAGES["mapping_type"]))


def _unused(loc: Loc, known: list[str]) -> Finding:
    close = get_close_matches(str(loc[-1]), known, n=1)
    remedy = (
        message("Did you mean “{key}”?", key=close[0])
        if close
        else message("It can be: {keys}.", keys=", ".join(known))
    )
    return Finding(loc, message("“{key}” is not a name that is used here.", key=loc[-1]), remedy)


def is_pattern(text: str) -> bool:
    """Whether the braces of a text belong together and hold plain names."""
    try:
        parts = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() and not spec and not conversion for name, spec, conversion in parts)


def not_a_pattern(loc: Loc, text: str) -> Finding:
    """What to say of a text that isn't one."""
    what = message("The braces in “{text}” don't belong together.", text=text)
    return Finding(loc, what, message("Write each place as a name between two braces, as the other lines do."))


def names_in(text: str) -> set[str]:
    """The names between the braces of a pattern."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}
