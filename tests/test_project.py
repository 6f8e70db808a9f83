"""The project as people find it: README's pictures, the catalogue of messages, the version."""

from __future__ import annotations

import ast
import gettext
import re
from string import Formatter

from tests.support.programmes import ROOT

PACKAGE = ROOT / "src" / "ledertrivsel_docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_shows_pictures_that_are_there_and_small() -> None:
    pictures = re.findall(r"!\[([^]]+)]\(([^)]+)\)", README)
    assert pictures
    for alt, path in pictures:
        assert len(alt) > 20
        assert (ROOT / path).stat().st_size < 80_000


def messages() -> set[str]:
    """Every literal that is shown to people: the first argument of `message(…)` and `_(…)`."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("message", "_"):
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}: not a literal"
                found.add(str(node.args[0].value))
    return found


def test_every_message_is_in_danish_with_the_same_places() -> None:
    danish = gettext.translation("ledertrivsel", PACKAGE / "locale", ["da"])
    catalogue: dict[str, str] = danish._catalog  # type: ignore[attr-defined]
    assert sorted(text for text in messages() if not catalogue.get(text)) == []
    for text in messages():
        assert fields(text) == fields(catalogue[text]), text


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_an_archive_without_git_installs() -> None:
    """The version stands in the file, so nothing asks git."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'^version = "\d+\.\d+\.\d+"$', text, re.MULTILINE)
    assert "dynamic" not in text
