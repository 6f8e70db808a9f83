"""Language: that each text has one, and that it is the one it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...errors import message
from ..finding import ERROR, WARNING, Fault
from ..model import Document, Paragraph, Text
from ..registry import rule
from ..words import known

_NORDIC = ("da", "nb", "nn", "no", "sv")  # they share too many words to be told apart
_ENOUGH, _SHARE = 8, 0.25
_TOLD = 5
_SET = message("Mark the text and choose its language: Review > Language > Set proofing language.")


@rule("language-missing", ERROR, message("Every text has a language."), "3.1.1")
def language_missing(document: Document) -> Iterator[Fault]:
    """Told once, where the first such text is."""
    for found in islice((found for found in document.paragraphs() if any(map(_is_mute, found.texts))), 1):
        what = message("The text has no language, so a screen reader can't know how to pronounce it.")
        yield Fault(found.place, what, _SET)


@rule("language-wrong", WARNING, message("Danish text is marked as Danish."), "3.1.2")
def language_wrong(document: Document) -> Iterator[Fault]:
    """Told for the first few paragraphs: it is mostly the whole document."""
    for found, language in islice(_mistaken(document), _TOLD):
        what = message("The text is marked as {language}, but reads like Danish.", language=language)
        yield Fault(found.place, what, _SET)


def _is_mute(text: Text) -> bool:
    return not text.language and any(sign.isalpha() for sign in text.text)


def _mistaken(document: Document) -> Iterator[tuple[Paragraph, str]]:
    for found in document.paragraphs():
        languages = {text.language for text in found.texts if any(sign.isalpha() for sign in text.text)}
        language = languages.pop() if len(languages) == 1 else None
        if language and language.split("-")[0].lower() not in _NORDIC and _reads_like_danish(found.text):
            yield found, language


def _reads_like_danish(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return len(words) >= _ENOUGH and sum(word in known("common_danish") for word in words) >= _SHARE * len(words)
