"""From a pydantic model to the JSON Schema of the YAML that it is read from, as an editor sees that YAML.

An editor knows types where our reader keeps text: 9.00 is a number to it, true a boolean, an empty value null.
"""

from __future__ import annotations

import inspect
import re
import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..reading.laying import named_by
from .base import CLOCK, DATES, ID_PATTERN, LONGEST_ID, Id
from .factors import Factor

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number"]}
_FILLED_IN = {(Factor, "short")}
"""Required by the model, which fills it in before it looks."""

_LIMITS: Mapping[Any, Mapping[str, str]] = {
    str: {"min_length": "minLength", "max_length": "maxLength"},
    int: {"ge": "minimum", "le": "maximum"},
    int | float: {"ge": "minimum", "le": "maximum"},
    list: {"min_length": "minItems", "max_length": "maxItems"},
}


def _pattern(*parts: re.Pattern[str]) -> str:
    """One of several patterns, for the whole text, without the names of groups that JavaScript spells otherwise."""
    plain = (re.sub(r"\(\?P<\w+>", "(?:", part.pattern) for part in parts)
    return rf"^\s*({'|'.join(plain)})\s*$"


_ID: Schema = {"type": "string", "pattern": f"^{ID_PATTERN.pattern}$", "maxLength": LONGEST_ID}
_SCALARS: Mapping[Any, Schema] = {
    int: {"type": ["integer", "string"], "pattern": r"^\s*[+-]?\d{1,18}\s*$"},
    int | float: {"type": ["number", "string"], "pattern": r"^\s*\d([.,]\d)?\s*$"},
    date: {
        "type": "string",
        "pattern": _pattern(*DATES),
        "description": "2027-01-12 / 12.1.2027",
    },
    time: {
        "type": ["number", "string"],
        "pattern": _pattern(CLOCK),
        "minimum": 0,
        "exclusiveMaximum": 24,
        "description": "9.00 / 09:00",
    },
}


@dataclass(slots=True)
class SchemaMaker:
    """Makes the schema of a file: `keys` are the other names of keys, `choices` what can stand in a field.

    A choice is for a model and a field by their names; `patterns` are for text, of a whole model where the field is "".
    `yes_and_no` are the reader's words for them.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[tuple[str, str], tuple[Sequence[str], bool]] = field(default_factory=dict)
    patterns: Mapping[tuple[str, str], str] = field(default_factory=dict)
    yes_and_no: Sequence[str] = ()
    _made: dict[str, Schema] = field(default_factory=dict)

    def schema(self, model: type[BaseModel], *, partial: bool = True) -> Schema:
        """The schema of a file; `partial` when it may leave out what another file under it holds."""
        made = self._of_model(model, partial=partial)
        return made | ({"$defs": self._made} if self._made else {})

    def _reference(self, model: type[BaseModel], *, partial: bool) -> Schema:
        name = model.__name__ + ("" if partial else "Whole")
        if name not in self._made:
            self._made[name] = {}  # taken, while its parts are made
            self._made[name] = self._of_model(model, partial=partial)
        return {"$ref": f"#/$defs/{name}"}

    def _of_model(self, model: type[BaseModel], *, partial: bool) -> Schema:
        properties: Schema = {}
        for name, info in model.model_fields.items():
            said = self._of_field(model, name, info, partial=partial)
            for key in self._names(name):
                properties[key] = said if key == name else {**said, "description": self._described(name, said)}
        made: Schema = {"type": "object", "description": _doc(model), "properties": properties}
        made["additionalProperties"] = model.model_config.get("extra") == "allow"
        required = [name for name in model.model_fields if self._asked(model, name, partial=partial)]
        alone = [name for name in required if len(self._names(name)) == 1]
        either = [{"anyOf": [{"required": [key]} for key in self._names(name)]} for name in required]
        either = [one for one, name in zip(either, required, strict=True) if name not in alone]
        return made | ({"required": alone} if alone else {}) | ({"allOf": either} if either else {})

    def _names(self, key: str) -> list[str]:
        """What a key can be called: by its other name, then its own."""
        return list(dict.fromkeys((self.keys.get(key, key), key)))

    def _described(self, name: str, said: Schema) -> str:
        told = said.get("description") or self._made.get(str(said.get("$ref", "")).rpartition("/")[2], {})
        text = told if isinstance(told, str) else told.get("description", "")
        return f"{name}. {text}".strip()

    def _asked(self, model: type[BaseModel], name: str, *, partial: bool) -> bool:
        """Whether a file has to say it: all that the model asks for, or only what a thing is named by."""
        is_asked = model.model_fields[name].is_required() and (model, name) not in _FILLED_IN
        return is_asked and (not partial or name == named_by(model))

    def _of_field(self, model: type[BaseModel], name: str, info: FieldInfo, *, partial: bool) -> Schema:
        made = self._of(info.annotation, info.metadata, partial=partial)
        pattern = self.patterns.get((model.__name__, name)) or self.patterns.get((model.__name__, ""))
        if pattern and "string" in made.get("type", ()):
            made |= {"pattern": f"^{pattern}$"}
        if choice := self.choices.get((model.__name__, name)):
            made = _chosen(made, *choice)
        return made if info.is_required() else _or_empty(made)

    def _of(self, annotation: Any, metadata: Sequence[Any] = (), *, partial: bool) -> Schema:
        """The schema of a type with what is said of it besides."""
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._of(inner[0], (*inner[1:], *metadata), partial=partial)
        if origin in (Union, types.UnionType) and type(None) in inner:
            known = self._of(next(one for one in inner if one is not type(None)), partial=partial)
            return _or_empty({key: value for key, value in known.items() if key != "minLength"})
        if origin is tuple:
            return self._of_list(inner, metadata, partial=partial)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self._of(inner[1], partial=partial)}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self._reference(annotation, partial=partial)
        return self._of_scalar(annotation, metadata)

    def _of_list(self, inner: tuple[Any, ...], metadata: Sequence[Any], *, partial: bool) -> Schema:
        """A list. One that is laid over ours by names may hold some of its things, each of them in part."""
        model = inner[0] if isinstance(inner[0], type) and issubclass(inner[0], BaseModel) else None
        in_part = bool(partial and model and named_by(model))
        made: Schema = {"type": "array", "items": self._of(inner[0], partial=in_part)}
        if in_part:
            return made
        limits = {} if inner[-1] is ... else {"minItems": len(inner), "maxItems": len(inner)}
        return made | limits | _limits(list, metadata)

    def _of_scalar(self, annotation: Any, metadata: Sequence[Any]) -> Schema:
        """A text, a number, a day … as an editor sees what people write."""
        if get_origin(annotation) is Literal:
            return {"enum": list(get_args(annotation))}
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return {"enum": [one.value for one in annotation]}
        if annotation is bool:
            words = [spelled for word in self.yes_and_no for spelled in (word, word.capitalize())]
            return {"enum": [True, False, *words]}
        if get_args(Id)[-1] in metadata:
            return dict(_ID)
        made = dict(_SCALARS.get(annotation, TEXT))
        return made | _limits(annotation, metadata)


def _flat(metadata: Sequence[Any]) -> Iterator[Any]:
    """What is said of a type, that of pydantic's fields taken apart."""
    for part in metadata:
        yield from part.metadata if isinstance(part, FieldInfo) else (part,)


def _limits(kind: Any, metadata: Sequence[Any]) -> Schema:
    """How much or how many, in the schema's words."""
    found = (
        (word, getattr(part, name, None)) for part in _flat(metadata) for name, word in _LIMITS.get(kind, {}).items()
    )
    return {word: limit for word, limit in found if limit is not None}


def _or_empty(schema: Schema) -> Schema:
    """What may also be left empty."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if "anyOf" in schema:
        return schema | {"anyOf": [_or_empty(one) for one in schema["anyOf"]]}
    known = schema["enum" if "enum" in schema else "type"]
    listed = known if isinstance(known, list) else [known]
    empty = None if "enum" in schema else "null"
    return schema if empty in listed else schema | {"enum" if "enum" in schema else "type": [*listed, empty]}


def _chosen(schema: Schema, names: Sequence[str], is_all: bool) -> Schema:
    """A field with its choices; of a list for each line, of a mapping for its keys."""
    if schema.get("type") == "array":
        return schema | {"items": _chosen(schema["items"], names, is_all)}
    if schema.get("type") == "object":
        return schema | {"propertyNames": {"enum": list(names)}}
    return {"enum": list(names)} if is_all else {"anyOf": [{"enum": list(names)}, schema]}


def _doc(model: type[BaseModel]) -> str:
    """The first paragraph of a model's docstring."""
    return " ".join((inspect.getdoc(model) or "").partition("\n\n")[0].split())
