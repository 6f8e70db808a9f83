"""JSON Schemas of documents' words, from the words there are: the same keys, lists where they have lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .schema_parts import Schema, SchemaMaker
from .source import Sourced
from .words import Words

_TEXT: Schema = {"type": ["string", "number", "boolean"], "minLength": 1}


def words_schema(known: Sequence[Mapping[str, Any]], model: type[Words] | None) -> Schema:
    """The schema of a document's words: what is `known` of them in all kits, and what a kit can add by the model."""
    made = SchemaMaker().schema(model or Words)
    own = made["properties"]
    beyond = model.beyond if model else frozenset()
    found: Schema = _of(known)["properties"]
    more = {key: {"anyOf": [own[key], found[key]]} if key in found else own[key] for key in sorted(beyond)}
    sourced = {key: own[key] for key in Sourced.model_fields}
    return made | {"properties": sourced | found | more, "additionalProperties": False}


def _of(samples: Sequence[Any]) -> Schema:
    """What is like any of the samples: a text, a list, or a mapping with their keys."""
    mappings = [sample for sample in samples if isinstance(sample, Mapping)]
    lists = [sample for sample in samples if isinstance(sample, tuple)]
    found: list[Schema] = []
    if mappings:
        keys = dict.fromkeys(key for sample in mappings for key in sample)
        inside = {key: _of([sample[key] for sample in mappings if key in sample]) for key in keys}
        found.append({"type": "object", "properties": inside, "additionalProperties": False})
    if lists:
        lines = [line for sample in lists for line in sample]
        found.append({"type": "array", "items": _of(lines)} if lines else {"type": "array"})
    if len(mappings) + len(lists) < len(samples):
        found.append(dict(_TEXT))
    return found[0] if len(found) == 1 else {"anyOf": found}
