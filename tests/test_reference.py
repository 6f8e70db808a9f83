"""The reference: every public name with what it says of itself, in a site that is built without a warning."""

from __future__ import annotations

import dataclasses
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

import ledertrivsel_docs as ld
from tests.support.office import REQUIRE_TOOLS
from tests.support.programmes import ROOT

PUBLIC = {name: getattr(ld, name) for name in ld.__all__}
RAISES_NOTHING = {"check_accessibility", "check_template", "schema_names", "json_schemas"}
"""What is wrong is what they give, or there is nothing that can be."""

TOLD_BY_THE_CLASS = {"DateText", "Library", "Link", "Picture", "Placeholder", "Properties", "Theme"}
"""What their own docstring says of their fields is enough."""

UNPROMISED = {"Library.words_of", "Programme.checked"}
"""Used by other parts of the package, and shown on no page."""


def callables() -> Iterator[tuple[str, Any]]:
    """The public functions, and the methods of public classes."""
    for name, value in PUBLIC.items():
        if not inspect.isclass(value):
            yield name, inspect.unwrap(value)
            continue
        for member, raw in vars(value).items():
            function = raw.__func__ if isinstance(raw, classmethod | staticmethod) else raw
            if inspect.isfunction(function) and not member.startswith("_") and f"{name}.{member}" not in UNPROMISED:
                yield f"{name}.{member}", function


CALLABLES = dict(callables())


def fields(value: type) -> list[str]:
    """The fields of a model or a dataclass, its own and inherited ones."""
    if issubclass(value, BaseModel):
        return list(value.model_fields)
    return [field.name for field in dataclasses.fields(value)] if dataclasses.is_dataclass(value) else []


def arguments(function: Any) -> list[str]:
    return [name for name in inspect.signature(function).parameters if name not in ("self", "cls")]


@pytest.mark.parametrize("name", CALLABLES)
def test_every_argument_is_told(name: str) -> None:
    """In a section of its own, unless the sentence says it all: `of(step)` is the workshop of a step."""
    doc = inspect.getdoc(CALLABLES[name]) or ""
    section = doc.partition("Args:\n")[2].partition("\n\n")[0]
    told = re.findall(r"^    (\w+): \S", section, re.MULTILINE)
    if name in PUBLIC or len(arguments(CALLABLES[name])) > 1:
        assert told == arguments(CALLABLES[name])
    assert doc


@pytest.mark.parametrize("name", [name for name, value in PUBLIC.items() if not inspect.isclass(value)])
def test_every_function_says_what_it_raises(name: str) -> None:
    assert ("Raises:\n    " in (inspect.getdoc(CALLABLES[name]) or "")) is (name not in RAISES_NOTHING)


def test_the_site_has_it_all(tmp_path: Path) -> None:
    """Built as CONTRIBUTING says, where a link or a type that leads nowhere is a failure."""
    missing = [name for name in ("sphinx", "furo", "myst_parser") if find_spec(name) is None]
    if missing and not os.environ.get(REQUIRE_TOOLS):
        pytest.skip(f"what makes the documentation isn't installed (extra docs): {', '.join(missing)}")
    command = [sys.executable, "-m", "sphinx", "-q", "--fail-on-warning", "--keep-going", "--nitpicky"]
    options = ["-d", str(tmp_path / "doctrees"), str(ROOT / "docs"), str(tmp_path / "site")]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr
    told = entries(tmp_path / "site" / "reference")
    assert [name for name in PUBLIC if name not in told] == []
    for name, value in PUBLIC.items():
        own = set() if name in TOLD_BY_THE_CLASS or not inspect.isclass(value) else set(fields(value))
        assert {field for field in own if f"{name}.{field}" not in told} - {"bytes"} == set(), name
        assert beginning(inspect.getdoc(value) or "-") in told[name], name
    for name in CALLABLES.keys() & told.keys():
        section = told[name].partition("Parameters:")[2]
        documented = "Args:" in (inspect.getdoc(CALLABLES[name]) or "")
        assert not documented or all(re.search(rf"\b{one} –", section) for one in arguments(CALLABLES[name])), name
        assert "→" in told[name], name
        assert ("Raises:" in told[name]) is ("Raises:\n" in (inspect.getdoc(CALLABLES[name]) or "")), name


def entries(folder: Path) -> dict[str, str]:
    """What the reference says of each name, as text from its anchor to the next one."""
    found: dict[str, str] = {}
    for page in sorted(folder.glob("*.html")):
        pieces = re.split(r'<dt [^>]*id="ledertrivsel_docs\.([\w.]+)"[^>]*>', page.read_text(encoding="utf-8"))
        texts = (" ".join(unescape(re.sub(r"<[^>]+>", "", html)).split()) for html in pieces[2::2])
        found |= dict(zip(pieces[1::2], texts, strict=True))
    return found


def beginning(doc: str) -> str:
    """What a docstring begins with, as far as the site doesn't set it otherwise."""
    return re.split(r"[`\"']", " ".join(doc.partition("\n\n")[0].split()))[0].strip()
