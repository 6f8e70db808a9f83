"""What a program gives as data: whatever it is, it is taken or told in Danish, at its place; it has no lines."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

import ledertrivsel_docs as ld

FIELDS: dict[str, Any] = {
    "text": lambda value: {"action_cards": [{"theme": "sparring", "goal": value}]},
    "line": lambda value: {"organisation": value},
    "number": lambda value: {"participants": value},
    "rating": lambda value: {"themes": {"ratings": [{"theme": 3, "importance": value, "success": 1}]}},
    "date": lambda value: {"plan": {"next_follow_up": value}},
    "time": lambda value: {"workshops": {"prepare": {"start": value}}},
    "yes or no": lambda value: {"workshops": {"prepare": {"intro": value}}},
    "theme": lambda value: {"themes": {"selected": [value]}},
    "list": lambda value: {"action_cards": value},
    "names": lambda value: {"contact": value},
    "id": lambda value: {"meetings": {"evne-ambition": {"factors": [value]}}},
    "free names": lambda value: {"meetings": value},
}
VALUES = [
    *(0, -1, 3, 10**30, 9.3, 3.0, float("inf"), float("nan"), Decimal("9.3"), 1j, True, None),
    *("", "  ", "x", "\ud800", "\0", "a\nb", "x" * 300, b"x", b"\xff", bytearray(b"9")),
    *(date(2027, 1, 12), datetime(2027, 1, 12, tzinfo=UTC), time(9, 0, 1), timedelta(hours=9)),
    *([], [1], [[]], {}, {"a": 1}, {1: 2}, (), object(), print),
]


def told(data: Mapping[str, Any]) -> list[str]:
    """What is wrong with data, in Danish; nothing when it is taken."""
    try:
        ld.Programme.load(data)
    except ld.InputError as error:
        return [problem.told(ld.translator("da")) for problem in error.problems]
    return []


@pytest.mark.parametrize("field", FIELDS)
def test_any_value_is_taken_or_told_in_danish(field: str) -> None:
    for value in VALUES:
        for sentence in told({"organisation": "Eksempel", **FIELDS[field](value)}):
            assert "nput should" not in sentence
            assert not {"linje", "linjen", "kolon", "anførselstegn"} & set(sentence.strip(".").split()), sentence


@pytest.mark.parametrize("value", [5, 3.0, True, b"Eksempel", date(2027, 1, 12), ["Eksempel"]])
def test_what_is_no_text_is_told_as_it_was_given(value: object) -> None:
    assert told({"organisation": value}) == [f"organisation: ”organisation” skal være tekst, ikke ”{value}”."]


@pytest.mark.parametrize("number", [18, 18.0, "18"])
def test_a_whole_number_can_come_as_json_has_it(number: object) -> None:
    assert ld.Programme.load({"organisation": "Eksempel", "participants": number}).participants == 18


@pytest.mark.parametrize("number", [18.5, float("nan"), float("inf"), Decimal(18), b"18", True])
def test_another_number_is_refused(number: object) -> None:
    assert told({"organisation": "Eksempel", "participants": number})


@pytest.mark.parametrize(
    ("data", "path", "where"),
    [
        ({"themes": {"selected": ["sparring", 3.5]}}, ["themes", "selected", 1], "themes.selected[2]"),
        ({"temaer": {"valgte": ["findes-ikke"]}}, ["themes", "selected", 0], "themes.selected[1]"),
        ({"contact": {"nmae": "HR"}}, ["contact", "nmae"], "contact.nmae"),
        ({"action_cards": [{"theme": 1, "valid_from": "x"}]}, ["action_cards", 0, "valid_from"], None),
    ],
)
def test_a_web_form_finds_the_field(data: dict[str, Any], path: list[str | int], where: str | None) -> None:
    with pytest.raises(ld.InputError) as caught:
        ld.Programme.load({"organisation": "Eksempel", **data})
    (problem,) = caught.value.problems
    assert json.loads(json.dumps(problem.path)) == path
    assert where in (None, problem.where)


def test_a_file_has_the_field_beside_the_line() -> None:
    with pytest.raises(ld.InputError) as caught:
        ld.Programme.load(("forloeb.yaml", b"organisation: Eksempel\nplan:\n  next_follow_up: x\n"))
    (problem,) = caught.value.problems
    assert (problem.line, problem.path, problem.where) == (3, ("plan", "next_follow_up"), None)


def test_a_brand_tells_the_colour_and_not_the_whole() -> None:
    with pytest.raises(ld.InputError) as caught:
        ld.Brand.load({"tints": {"primary": "#12414F"}})
    assert caught.value.problems[0].path == ("tints", "primary")
