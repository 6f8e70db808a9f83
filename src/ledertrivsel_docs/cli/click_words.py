"""Click's own words, such as Usage and Options, in the reader's language."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

from ..i18n import LOCALES, reads_english

DOMAIN = "click"
_LANGUAGE = "LANGUAGE"


@contextmanager
def in_readers_language() -> Iterator[None]:
    """Click says what it has to say in the reader's language, as long as a command runs.

    Click asks Python's `gettext`, which goes by the process's text domain and by the variable LANGUAGE; both are put
    back at the end, so a program that runs the command from inside keeps its own.
    """
    if reads_english():
        yield
        return
    domain, language = gettext.textdomain(), os.environ.get(_LANGUAGE)
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
    os.environ[_LANGUAGE] = "da"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            os.environ.pop(_LANGUAGE, None)
        else:
            os.environ[_LANGUAGE] = language
