"""What pydantic finds wrong with a value, by its error type, told to somebody who has never heard of types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import Message, message

Told = tuple[Message, Message | None]
"""What is wrong, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that pydantic refused: the key as written, the value shortened, and the limits that it broke."""

    key: str
    given: str
    limits: Mapping[str, Any]


def _text_expected(wrong: Wrong) -> Told:
    return (
        message("“{key}” is to be text, and here is a list or a name with a colon.", key=wrong.key),
        message("Put quotes around text that holds a colon or begins with a hyphen or a bracket."),
    )


def _mapping_expected(wrong: Wrong) -> Told:
    if not wrong.key:
        remedy = message("Write each name on a line of its own, with a colon and its value.")
        return message("The file is to hold names with values."), remedy
    return (
        message("“{key}” is to hold names with values, not “{given}”.", key=wrong.key, given=wrong.given),
        message("Write each name on a line of its own below, indented, with a colon and its value."),
    )


def _list_expected(wrong: Wrong) -> Told:
    return (
        message("“{key}” is to be a list, not “{given}”.", key=wrong.key, given=wrong.given),
        message(
            "Write each item on a line of its own below, after a hyphen, or all between {brackets}.", brackets="[ ]"
        ),
    )


def _too_small(wrong: Wrong) -> Told:
    return (
        message("“{key}” can't be {given}.", key=wrong.key, given=wrong.given),
        message("Write {least} or more.", least=wrong.limits["ge"]),
    )


def _too_large(wrong: Wrong) -> Told:
    return (
        message("“{key}” can't be {given}.", key=wrong.key, given=wrong.given),
        message("Write {most} or less.", most=wrong.limits["le"]),
    )


def _text_too_long(wrong: Wrong) -> Told:
    return (
        message("“{key}” is too long.", key=wrong.key),
        message("Write at most {most} characters.", most=wrong.limits["max_length"]),
    )


def _too_many(wrong: Wrong) -> Told:
    return (
        message("“{key}” holds {count} items.", key=wrong.key, count=wrong.limits["actual_length"]),
        message("Keep at most {most}.", most=wrong.limits["max_length"]),
    )


def _too_few(wrong: Wrong) -> Told:
    return (
        message("“{key}” holds {count} items.", key=wrong.key, count=wrong.limits["actual_length"]),
        message("Write at least {least}.", least=wrong.limits["min_length"]),
    )


def _missing(wrong: Wrong) -> Told:
    return (
        message("“{key}” is missing.", key=wrong.key),
        message("Add a line with {key} and a colon.", key=wrong.key),
    )


def _empty(wrong: Wrong) -> Told:
    return message("“{key}” is empty.", key=wrong.key), message("Fill it in, or remove the line.")


def _one_of(wrong: Wrong) -> Told:
    return (
        message("“{key}” can't be “{given}”.", key=wrong.key, given=wrong.given),
        message("Write one of these: {choices}.", choices=wrong.limits["expected"]),
    )


def _yes_or_no(wrong: Wrong) -> Told:
    return (
        message("“{key}” is to be yes or no, not “{given}”.", key=wrong.key, given=wrong.given),
        message("Write yes or no."),
    )


def _whole_number(wrong: Wrong) -> Told:
    return (
        message("“{key}” is to be a whole number, not “{given}”.", key=wrong.key, given=wrong.given),
        message("Write digits only, such as 18."),
    )


def _half_a_character(wrong: Wrong) -> Told:
    return message("“{key}” holds a character that can't stand in a document.", key=wrong.key), message("Remove it.")


MESSAGES: dict[str, Callable[[Wrong], Told]] = {
    "string_type": _text_expected,
    "empty": _empty,
    "string_too_short": _empty,
    "string_unicode": _half_a_character,
    "string_too_long": _text_too_long,
    "model_type": _mapping_expected,
    "model_attributes_type": _mapping_expected,
    "mapping_type": _mapping_expected,
    "dict_type": _mapping_expected,
    "tuple_type": _list_expected,
    "list_type": _list_expected,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "too_long": _too_many,
    "too_short": _too_few,
    "missing": _missing,
    "enum": _one_of,
    "literal_error": _one_of,
    "bool_parsing": _yes_or_no,
    "bool_type": _yes_or_no,
    "int_type": _whole_number,
    "int_parsing": _whole_number,
    "int_from_float": _whole_number,
}
"""By pydantic's type of error, for somebody who writes a file; `empty`, a name with nothing behind it, is our own."""

_OF_WRITING = {_text_expected, _mapping_expected, _list_expected, _missing, _empty}


def told(kind: str, wrong: Wrong, *, in_file: bool) -> Told | None:
    """What to say of an error, None where we have no words for it; a program's data has no lines and no quotes."""
    if kind == "string_type" and not in_file:
        return message("“{key}” is to be text, not “{given}”.", key=wrong.key, given=wrong.given), None
    tell = MESSAGES.get(kind)
    if tell is None:
        return None
    what, remedy = tell(wrong)
    return what, remedy if in_file or tell not in _OF_WRITING else None
