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
    """A gettext function from the English text in the code to a language, for `problem.told(translator("da"))`.

    Args:
        language: `da` or `en`, also as `da_DK`; by default what `LEDERTRIVSEL_LANG` or the system says, and Danish
            where that is neither.

    Raises:
        ValueError: a language that is neither.
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
