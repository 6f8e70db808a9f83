"""What people read on the command line, in their language: Danish unless the system says otherwise."""

from __future__ import annotations

import gettext
import locale
import os
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

VARIABLE = "LEDERTRIVSEL_LANG"
LOCALES = Path(__file__).parent / "locale"


@lru_cache(maxsize=8)
def translator(language: str | None = None) -> Callable[[str], str]:
    """A gettext function from the English text in the code to a language (`da`, `en`), by default the reader's.

    `problem.told(translator("da"))` is a problem in Danish. What is written is in English or Danish: a `language` that
    is neither raises `ValueError`, a system in another one reads Danish.
    """
    chosen = (language or _language()).lower()
    if chosen.startswith("en"):
        return str
    if language and not chosen.startswith("da"):
        raise ValueError(f"no language {language!r}; there are da and en")
    return gettext.translation("ledertrivsel", LOCALES, ["da"], fallback=True).gettext


def reads_english() -> bool:
    """Whether the reader has chosen English, or has a system in it; everybody else reads Danish."""
    return _language().startswith("en")


def _language() -> str:
    """The first that is set: our own variable, those of POSIX, Windows's own setting; empty where nothing says."""
    for name in (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name, ""):
            return value.lower()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "").lower()
    return ""
