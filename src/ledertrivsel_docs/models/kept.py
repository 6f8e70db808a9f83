"""Keeps what is read from content files in a private cache folder: reading and checking them takes a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

import pydantic

from .. import private_cache
from .frozen import FrozenMapping

T = TypeVar("T")

_PACKAGE = __package__
_CODE = Path(__file__).parents[1]
_AS_IT_IS = frozenset({str, int, float, bool, type(None)})


def kept(read: Callable[[], T], content: Path, folder: Path) -> T:
    """What `read` makes of the files of a content folder: what the cache `folder` keeps of it, as long as they and the
    code are the same.
    """
    key = _key(content)
    plain = private_cache.load(folder, key)
    if plain is not None:
        found: T = restored(plain)
        return found
    made = read()
    private_cache.store(folder, key, plain_of(made))
    return made


def _key(content: Path) -> str:
    files = sorted(content.rglob("*.yaml"))
    named = (part for file in files for part in (file.relative_to(content).as_posix().encode(), file.read_bytes()))
    code = [private_cache.stamps((_CODE / area).glob("*.py")) for area in ("models", "reading")]
    return private_cache.key_of(pydantic.VERSION.encode(), *code, *named)


def plain_of(value: Any) -> Any:
    """Models, dataclasses, mappings and tuples as what `marshal` writes: a list stands for an object of a class."""
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind is tuple:
        return tuple(map(plain_of, value))
    if kind is FrozenMapping:
        return {key: plain_of(inner) for key, inner in value.items()}
    if isinstance(value, Enum):
        return [_name_of(kind), value.value]
    names = [field.name for field in fields(value)] if is_dataclass(value) else list(kind.model_fields)
    return [_name_of(kind), {name: plain_of(getattr(value, name)) for name in names}]


def restored(plain: Any) -> Any:
    """The value that `plain_of` was given; models are not checked again."""
    kind = type(plain)
    if kind in _AS_IT_IS:
        return plain
    if kind is tuple:
        return tuple(map(restored, plain))
    if kind is dict:
        return FrozenMapping({key: restored(inner) for key, inner in plain.items()})
    name, state = plain
    made = _class_of(name)
    if issubclass(made, Enum):
        return made(state)
    values = {key: restored(inner) for key, inner in state.items()}
    return made.model_construct(**values) if issubclass(made, pydantic.BaseModel) else made(**values)


def _name_of(kind: type) -> str:
    return f"{kind.__module__.removeprefix(f'{_PACKAGE}.')}:{kind.__name__}"


@cache
def _class_of(name: str) -> type[Any]:
    module, _, own = name.partition(":")
    found: type[Any] = getattr(import_module(f".{module}", _PACKAGE), own)
    return found
