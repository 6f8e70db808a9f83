"""What the columns of a table of units can be called, as data from `content/columns.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Self, get_args

from pydantic import BaseModel, Field, model_validator

from ..errors import message
from ..reading.validation import refusal
from ..reading.yaml_text import Loc
from .base import Line
from .frozen import FrozenMap
from .programme_fields import ProgrammeFields
from .source import Sourced

EVERY = "*"
"""In the way to a field: each of the workshops."""


class Columns(Sourced):
    """`content/columns.yaml`: the names of each field's column, by the way to the field."""

    columns: FrozenMap[Line, Annotated[tuple[Line, ...], Field(min_length=1)]]

    @model_validator(mode="after")
    def _names_mean_one_field(self) -> Self:
        known: dict[str, str] = {}
        for way, names in self.columns.items():
            if not field_places(way.split(".")):
                raise refusal(message("A programme has no field “{way}”.", way=way), at=("columns", way))
            for name in names:
                if (other := known.setdefault(spelled_alike(name), way)) != way:
                    what = message("“{name}” is the column of “{other}” too.", name=name, other=other)
                    raise refusal(what, at=("columns", way))
        return self

    @property
    def ways(self) -> Mapping[str, str]:
        """The way to a field by each name of its column, spelled alike."""
        return {spelled_alike(name): way for way, names in self.columns.items() for name in names}


def spelled_alike(name: str) -> str:
    """A name as it is compared: small letters, single spaces, no colon at its end."""
    return " ".join(name.casefold().split()).rstrip(" :")


def field_places(way: Iterable[str]) -> tuple[Loc, ...]:
    """The places in a programme's data that a way of keys leads to; none where there is no such field.

    Numbers count items from 1, and `*` stands for every field of a model. A place holds one value or a list of them.
    """
    return tuple(_places(ProgrammeFields, list(way), ()))


def is_list(place: Loc) -> bool:
    """Whether a place that `field_places` has found holds a list of values."""
    return _kind(_annotation(place))[0] == "list"


def _annotation(place: Loc) -> Any:
    inside: Any = ProgrammeFields
    for part in place:
        kind, within = _kind(inside)
        inside = within.model_fields[str(part)].annotation if kind == "model" else within
    return inside


def _places(annotation: Any, way: list[str], done: Loc) -> Iterator[Loc]:
    """Down through models by their fields, lists by numbers and mappings by any key."""
    kind, inside = _kind(annotation)
    if not way:
        if kind == "value" or (kind == "list" and _kind(inside)[0] == "value"):
            yield done
        return
    part, *rest = way
    if kind == "model":
        for name in inside.model_fields if part == EVERY else [part]:
            if name in inside.model_fields:
                yield from _places(inside.model_fields[name].annotation, rest, (*done, name))
    elif kind == "list" and part.isdigit() and int(part) > 0:
        yield from _places(inside, rest, (*done, int(part) - 1))
    elif kind == "mapping":
        yield from _places(inside, rest, (*done, part))


def _kind(annotation: Any) -> tuple[str, Any]:
    """What an annotation is for: a model, a list or mapping and of what, or one value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "model", annotation
    arguments = [inner for inner in get_args(annotation) if inner is not type(None)]
    origin = getattr(annotation, "__origin__", None)
    if origin is tuple:
        return "list", arguments[0]
    if origin is Mapping:
        return "mapping", arguments[1]
    for inner in arguments:
        if (found := _kind(inner))[0] != "value":
            return found
    return "value", annotation
