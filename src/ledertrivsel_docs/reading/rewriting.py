"""Answers written into a YAML file that somebody wrote by hand: lines that get none stay as they are, to the letter.

The file is not printed anew: the new data is compared with the old, and each difference becomes a change at its place
in the text (`edits`). What comes out is read again, and only given back when it says what is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from ..errors import InputError, Problem, message
from .characters import unprintable
from .edits import Editor
from .handwriting import PlainValue, as_read
from .marks import marked
from .yaml_text import Finding, Loc, decoded, encoded_as, parse


@dataclass(frozen=True, slots=True)
class Put:
    """A value and the way to its place, in the model's keys; a position that is the length of a list is a new item."""

    loc: Loc
    value: PlainValue


def put_in(data: dict[str, Any], puts: Sequence[Put]) -> dict[str, Any]:
    """The data with every value in its place, in the order of the puts; parents that are missing are made.

    Raises `InputError` where the way leads through something that holds no names, or is no list.
    """
    result = deepcopy(data)
    for put in puts:
        place(result, put)
    return result


def place(data: dict[str, Any], put: Put) -> None:
    """As `put_in`, in the data itself."""
    if not put.loc:
        raise ValueError("a put needs the way to its place")
    here: Any = data
    for index, (part, following) in enumerate(pairwise(put.loc), start=1):
        inside = _taken(here, part, put.loc[:index])
        if inside is None:
            inside = [] if isinstance(following, int) else {}
            _set(here, part, inside)
        here = inside
    _taken(here, put.loc[-1], put.loc)
    _set(here, put.loc[-1], deepcopy(put.value))


def _taken(here: Any, part: str | int, loc: Loc) -> Any:
    """What is in a place, None where nothing is yet."""
    if isinstance(here, dict) and isinstance(part, str):
        return here.get(part)
    if isinstance(here, list) and isinstance(part, int) and 0 <= part <= len(here):
        return here[part] if part < len(here) else None
    what = message("There is no place here for the answer to “{key}”.", key=loc[-1])
    raise InputError([Finding(loc, what, message("Write names with values, or a list, or remove the line.")).problem()])


def _set(here: Any, part: Any, value: Any) -> None:
    if isinstance(here, list) and part == len(here):
        here.append(value)
    else:
        here[part] = value


def rewritten(name: str, content: bytes, puts: Sequence[Put], aliases: Mapping[str, str]) -> bytes:
    """The file with every value in its place, and all else in it as it was.

    New keys are written in the language of those around them. Raises `InputError` when the file can't be read, or can't
    be changed so that it says what is meant and nothing else.
    """
    before = parse(name, content, aliases)
    old: Any = before.data
    marks = marked(decoded(name, content), aliases)
    try:
        _refuse_unprintable(puts)
        wanted = put_in(old, puts)
        for in_lines in (True, False):  # lines below a bar would swallow comments that are indented as far as they are
            editor = Editor.of(marks, aliases, in_lines=in_lines)
            editor.change(marks.root, old, wanted)
            result = encoded_as(content, editor.edited())
            difference = _difference(_data_of(name, result, aliases), as_read(wanted), ())
            if difference is None:
                return result
    except InputError as error:
        findings = (Finding(problem.path, problem.message, problem.remedy) for problem in error.problems)
        raise InputError(map(before.problem, findings)) from None
    what = message("The answers can't be written into this file automatically.")
    remedy = message("Write the names and lists around here on lines of their own, or write the answers by hand.")
    raise InputError([before.problem(Finding(difference, what, remedy)) if difference else Problem(what, remedy, name)])


def _data_of(name: str, content: bytes, aliases: Mapping[str, str]) -> object:
    """What our own reader reads in a file, None when it refuses it."""
    try:
        return parse(name, content, aliases).data
    except InputError:
        return None


def _refuse_unprintable(puts: Sequence[Put]) -> None:
    """Words hold no such characters, a program's may; they are told before they are in a file."""
    for put in puts:
        for code in chain.from_iterable(unprintable(text) for text in _texts(put.value)):
            what = message("The character {code} can't stand in a Word document.", code=code)
            raise InputError([Finding(put.loc, what, message("Remove it.")).problem()])


def _texts(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return [text for part in value.items() for text in chain.from_iterable(map(_texts, part))]
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def _difference(found: Any, wanted: Any, loc: Loc) -> Loc | None:
    """The way to the first place where two pieces of data differ."""
    if found == wanted:
        return None
    if isinstance(found, dict) and isinstance(wanted, dict) and found.keys() == wanted.keys():
        return next(at for key in found if (at := _difference(found[key], wanted[key], (*loc, key))) is not None)
    if isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        pairs = enumerate(zip(found, wanted, strict=True))
        return next(at for index, (one, other) in pairs if (at := _difference(one, other, (*loc, index))) is not None)
    return loc
