"""Files that answers are put into, for tests: those of this project, and what they say before and after."""

from __future__ import annotations

from typing import Any

from ledertrivsel_docs.models.library import Library
from ledertrivsel_docs.reading.rewriting import Put, put_in, rewritten
from ledertrivsel_docs.reading.yaml_text import parse
from ledertrivsel_docs.resources import content_folder
from tests.support.programmes import EXAMPLE

ALIASES = Library.default().key_aliases
WRITTEN = EXAMPLE.read_bytes()
STARTER = (content_folder() / "starter.yaml").read_bytes()


def put(content: bytes | str, *puts: Put) -> str:
    """The text of the file with the puts, after a look at whether it says what was meant."""
    before = content.encode() if isinstance(content, str) else content
    after = rewritten("f.yaml", before, puts, ALIASES)
    assert read(after) == as_text(put_in(read(before), puts))
    return after.decode()


def read(content: bytes) -> dict[str, Any]:
    """What a file says."""
    data = parse("f.yaml", content, ALIASES).data
    assert isinstance(data, dict)
    return data


def as_text(data: Any) -> Any:
    """Data as it reads in a file, where all values are text."""
    if isinstance(data, dict):
        return {key: as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text(value) for value in data]
    return {True: "true", False: "false"}[data] if isinstance(data, bool) else None if data is None else str(data)
