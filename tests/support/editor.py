"""YAML as an editor sees it: by the core schema of YAML 1.2, in which 9.00 is a number and `nej` a text."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _EditorLoader(yaml.SafeLoader):
    """Knows numbers, true and false, and nothing; all else is text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as the parent class has it


for _tag, _pattern, _first in (
    ("bool", r"^(true|false|True|False|TRUE|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    _EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def seen(text: str) -> Any:
    """The data of a YAML text; an empty one is an empty mapping."""
    return yaml.load(text, _EditorLoader) or {}  # noqa: S506 - a kind of SafeLoader
