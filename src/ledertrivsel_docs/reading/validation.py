"""A file and a pydantic model in, the model out, or every problem with its line and what to write instead."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from ..devices import is_device
from ..errors import InputError, Message, Problem, message, system_reason
from .messages import Told, Wrong, told
from .salvage import salvaged
from .tree import Node
from .yaml_text import MAX_BYTES, Finding, Loc, YamlText, in_order, parse, too_large

M = TypeVar("M", bound=BaseModel)

Source = str | os.PathLike[str] | tuple[str, bytes] | Mapping[str, Any]
"""A file: its path, or its name and its bytes; or the data itself, as mappings, lists, texts, numbers and dates."""

REFUSED = "refused"
_LONGEST_VALUE = 500


def refusal(what: Message, remedy: Message | None = None, at: Loc = ()) -> PydanticCustomError:
    """The error for a validator to raise: the message and the remedy reach the reader as they are.

    `at` points further in than the value that is validated.
    """
    what = Message(what.text, {name: _not_all(value) for name, value in what.values.items()})
    # Braces in the filled text would be taken for pydantic's own fields.
    text = _whole_characters(str(what)).replace("{", "(").replace("}", ")")
    return PydanticCustomError(REFUSED, text, {"message": what, "remedy": remedy, "at": at})


def read(source: Source, model: type[M], *, aliases: Mapping[str, str] | None = None, context: Any = None) -> M:
    """Read a YAML file into a model. `aliases` maps keys in the reader's language to the model's.

    Raises `InputError` with every problem, each with file, line and remedy.
    """
    return validated(read_text(source, aliases), model, context=context)


def read_text(source: Source, aliases: Mapping[str, str] | None = None) -> YamlText:
    """Read a YAML file as text with lines.

    Raises:
        InputError: it can't be read, or isn't YAML as we take it.
        TypeError: the source is something else than a path, a name with bytes, or data.
    """
    if isinstance(source, tuple):
        return parse(*_named(source), aliases)
    if isinstance(source, Mapping):
        return YamlText(None, Node.of(source, aliases or {}), aliases or {})
    if not isinstance(source, str | os.PathLike):
        raise TypeError(f"a path, a name with its bytes or a mapping, not {type(source).__name__}")
    return parse(str(source), content_of(source), aliases)


def content_of(file: str | os.PathLike[str]) -> bytes:
    """The bytes of a file; not of a pipe, which would never end, or of something that nobody wrote by hand.

    Raises:
        InputError: there is no such file, or it isn't one to read.
    """
    try:
        path = Path(file)
        if is_device(path):
            raise InputError([Problem(message("This isn't an ordinary file."), file=str(file))])
        if path.stat().st_size > MAX_BYTES:
            raise too_large(str(file))
        return path.read_bytes()
    except OSError as error:
        raise InputError([unreadable(str(file), error)]) from error
    except ValueError:
        raise InputError([Problem(message("This can't be the name of a file."), file=repr(str(file)))]) from None


def _named(source: tuple[str, bytes]) -> tuple[str, bytes]:
    match source:
        case (str(name), bytes() | bytearray() | memoryview() as content):
            return name, bytes(content)
    raise TypeError(f"a name with its bytes, not {', '.join(type(part).__name__ for part in source)}")


def validated(
    text: YamlText, model: type[M], *, context: Any = None, check: Callable[[M], Iterable[Finding]] = lambda _: ()
) -> M:
    """The model, or `InputError` with every problem: the model's own, and what `check` finds in it.

    When the model has faults, `check` still sees what is left without the faulty parts.
    """
    found: M | None
    problems: list[Problem] = []
    try:
        found = model.model_validate(text.data, context=context)
    except ValidationError as error:
        problems = [_problem(text, model, detail) for detail in error.errors(include_url=False)]
        found = salvaged(text.data, model, context)
    if found is not None:
        problems += map(text.problem, check(found))
    if problems or found is None:
        raise InputError(in_order(problems))
    return found


def _problem(text: YamlText, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    what, remedy = _told(text, model, detail)
    loc = detail["loc"] + (detail["ctx"]["at"] if detail["type"] == REFUSED else ())
    problem = text.problem(Finding(loc, what, remedy))
    if text.file is not None and detail["type"] == "extra_forbidden":
        return replace(problem, line=text.key_line(loc))  # of an unknown key, not of its value
    return problem


def unreadable(file: str, error: OSError) -> Problem:
    """The problem of a file that can't be opened."""
    if isinstance(error, FileNotFoundError):
        return Problem(message("The file isn't there."), message("Check the name and the folder."), file=file)
    if isinstance(error, IsADirectoryError):
        return Problem(message("This is a folder."), message("Name a file."), file=file)
    return Problem(message("The file can't be read ({reason}).", reason=system_reason(error)), file=file)


def _told(text: YamlText, model: type[BaseModel], detail: ErrorDetails) -> Told:
    loc = detail["loc"]
    if detail["type"] == REFUSED:
        return detail["ctx"]["message"], detail["ctx"]["remedy"]
    if detail["type"] == "extra_forbidden":
        return _unknown_key(text, loc, _model_at(model, loc[:-1]))
    wrong = Wrong(text.name(text.written(loc)), shortened(detail["input"]), detail.get("ctx", {}))
    kind = "empty" if detail["input"] is None else detail["type"]
    known = told(kind, wrong, in_file=text.file is not None)
    return known or (message("“{key}” can't be “{given}”.", key=wrong.key, given=wrong.given), None)


def _unknown_key(text: YamlText, loc: Loc, model: type[BaseModel] | None) -> Told:
    written = text.written(loc)
    own = list(model.model_fields) if model is not None else []
    names = [*own, *(alias for alias, key in text.aliases.items() if key in own)]
    danish = written.lower().replace("ae", "æ").replace("oe", "ø").replace("aa", "å")
    close = [danish] if danish in names else get_close_matches(written.lower(), names, n=1, cutoff=0.6)
    remedy = message("Did you mean “{key}”?", key=close[0]) if close else None
    if remedy is None and names:
        remedy = message("It can be: {keys}.", keys=", ".join(map(text.name, own)))
    return message("“{key}” is not a name that is used here.", key=shortened(written)), remedy


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    """The model that stands at a place: down through the fields, past list positions and free keys."""
    current: type[BaseModel] | None = model
    for part in loc:
        if current is not None and part in current.model_fields:
            current = model_in(current.model_fields[str(part)].annotation)
    return current


def model_in(annotation: object) -> type[BaseModel] | None:
    """The model that an annotation such as `tuple[Forum, ...] | None` holds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := model_in(inner))), None)


def _not_all(value: object) -> object:
    """A value in a message, without the end of one that nobody would read to."""
    return shortened(value) if isinstance(value, str) and len(value) > _LONGEST_VALUE else value


def _whole_characters(text: str) -> str:
    """A text that can be written out: half a character, which only a program's data can hold, as a question mark."""
    return text.encode(errors="replace").decode()


def shortened(given: object) -> str:
    """A value as a message tells it: on one line, and not all of a long one."""
    text = " ".join(_whole_characters(str(given)).split())
    return text if len(text) <= 40 else f"{text[:39]}…"
