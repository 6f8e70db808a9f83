"""Every field of a programme and of a brand with every kind of wrong value: told in Danish, and never in pydantic's
own words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import BaseModel

import ledertrivsel_docs as ld
from ledertrivsel_docs.reading.validation import model_in
from tests.support.commands import ENGLISH

DANISH = ld.translator("da")
WRONG: list[Any] = [
    *(
        "",
        "Ø",
        "x" * 300,
        "1",
        "-5",
        "9" * 25,
        "1,5",
        "nan",
        "\a",
        "a\nb",
        "30.2.2027",
        "2027-13-01",
        "25.00",
        "\ud800",
    ),
    *(None, 0, 3, -1, 2.5, float("inf"), True, b"x", datetime(2027, 1, 1, tzinfo=UTC), object()),
    *([], {}, [[]], [{}], ["Ø"], ["Ø"] * 50, [None], {"Ø": "b"}, {"Ø": {}}, {1: 2}),
]


def places(model: type[BaseModel], way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every field, through the first item of a list and one key of a mapping."""
    for name, field in model.model_fields.items():
        yield (*way, name)
        inner = model_in(field.annotation)
        if inner is not None:
            annotation = str(field.annotation)
            step = (0,) if "tuple" in annotation else ("ledergruppen",) if "Map" in annotation else ()
            yield from places(inner, (*way, name, *step))


def put(way: tuple[str | int, ...], value: Any) -> Any:
    for part in reversed(way):
        value = [value] if isinstance(part, int) else {part: value}
    return value


def sentences(kind: type[ld.Programme | ld.Brand], source: Any) -> list[str]:
    try:
        kind.load(source)
    except ld.InputError as error:
        return [problem.told(DANISH) for problem in error.problems]
    return []


CASES = [
    pytest.param(kind, way, id=".".join(map(str, way))) for kind in (ld.Programme, ld.Brand) for way in places(kind)
]


@pytest.mark.parametrize(("kind", "way"), CASES)
def test_whatever_is_wrong_is_told_in_danish(kind: type[ld.Programme | ld.Brand], way: tuple[str | int, ...]) -> None:
    names = {word for part in way for word in re.findall("[a-z]+", str(part))} | {"way", "kit", "path"}
    for value in WRONG:
        data = {"organisation": "Ø", **put(way, value)} if kind is ld.Programme else put(way, value)
        told = sentences(kind, data)
        if value is None or (isinstance(value, str | int | float | list | dict) and value != float("inf")):
            told += sentences(kind, ("f.yaml", json.dumps(data).encode()))
        for sentence in told:
            said = set(re.findall(r"[a-zæøå]+", re.sub(r"”[^”]*”|<[^>]*>|\S*[._]\S*", " ", sentence).lower()))
            assert said & ENGLISH - names == set(), (value, sentence)
