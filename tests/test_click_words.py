"""Click's own words: all that our commands can reach are in Danish, and the library by itself changes none of them."""

from __future__ import annotations

import ast
import gettext
import os
import subprocess
import sys
from pathlib import Path
from string import Formatter

import click
import pytest

from ledertrivsel_docs.cli import main
from ledertrivsel_docs.cli.click_words import in_readers_language
from ledertrivsel_docs.i18n import LOCALES

UNREACHED = {
    # what is only said to those who write a command
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Could not determine name for option with declarations {decls!r}",
    "Name '{name}' defined twice",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? Did you mean to "
    "pass '--{name}'?",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Value must be an iterable.",
    "Invalid start character for option ({option})",
    # what none of our commands has: deprecated ones, an editor, days, UUIDs, questions with yes or no
    "(Deprecated) {text}",
    "deprecated",
    "{text} {deprecated_message}",
    "DeprecationWarning: The command {name!r} is deprecated.",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "{editor}: Editing failed",
    "{editor}: Editing failed: {e}",
    "{value!r} does not match the format {format}.",
    "{value!r} is not a valid UUID.",
    "Choice({choices})",
    "Confirm the action without prompting.",
    # the console of Windows itself
    "Windows error: {error}",
}


def said_by_click() -> set[str]:
    """Every text that click hands to gettext; of two, the one for one thing, by which both are known."""
    found: set[str] = set()
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
                found |= {str(text.value) for text in node.args[:1] if isinstance(text, ast.Constant)}
    return found


@pytest.fixture(scope="module")
def danish() -> gettext.NullTranslations:
    return gettext.translation("click", LOCALES, ["da"])


def test_every_word_of_the_installed_click_that_can_be_reached_is_in_danish(danish: gettext.NullTranslations) -> None:
    told = {text for text in said_by_click() if _told(danish, text)}
    assert said_by_click() - told - UNREACHED == set()


def _told(danish: gettext.NullTranslations, text: str) -> bool:
    known: dict[object, str] = danish._catalog  # type: ignore[attr-defined]
    return bool(known.get(text) or known.get((text, 0)))


def test_what_is_filled_in_is_what_click_gives(danish: gettext.NullTranslations) -> None:
    known: dict[str | tuple[str, int], str] = danish._catalog  # type: ignore[attr-defined]
    assert len(known) > 60
    for text, told in known.items():
        if not text:
            continue
        single, number = text if isinstance(text, tuple) else (text, 0)
        several = {"possibilities", "len", "nargs", "choices", "formats"} if number else set()
        assert _places(told) <= _places(single) | several, text


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_the_process_is_as_it_was_when_the_command_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEDERTRIVSEL_LANG", "da")
    monkeypatch.setenv("LANGUAGE", "fr")
    before = gettext.textdomain()
    with in_readers_language():
        assert gettext.gettext("Options") == "Tilvalg"
    assert gettext.textdomain() == before
    assert os.environ["LANGUAGE"] == "fr"
    with pytest.raises(SystemExit):
        main(["list", "findes-ikke"])
    assert gettext.textdomain() == before
    monkeypatch.delenv("LANGUAGE")
    with in_readers_language():
        pass
    assert "LANGUAGE" not in os.environ


def test_the_library_alone_leaves_clicks_words() -> None:
    code = "import gettext, ledertrivsel_docs.cli; print(gettext.textdomain(), gettext.gettext('Options'))"
    environment = os.environ | {"LEDERTRIVSEL_LANG": "da", "LANGUAGE": "da"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == ["messages", "Options"]
