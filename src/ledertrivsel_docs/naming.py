"""What a document is called: its title for readers, its file name for every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, count

from .documents import Copy
from .windows import refuses

_LONGEST_NAME = 100
_LONGEST_FOLDER = 60  # with the folders and files in it, a path stays well below what Windows takes
_LONGEST_BYTES = 200
"""File systems count bytes and take 255 of them; a name may get ` (2)` or ` (ny)` more, and what it ends in."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')


def document_title(copy: Copy) -> str:
    """What a screen reader says of the document: its name, with its theme or factor, its step, or its kit."""
    document, stages = copy.document, copy.kit.stages
    if not copy.kit.has_steps:
        name = document.name_for(copy.subject.title) if copy.subject else document.plain_name
        return f"{name} · {copy.kit.title}"
    if copy.subject:
        return _numbered(document.name_for(copy.subject.title), copy)
    name = document.plain_name
    steps = [f"{name} · {stage.number} {stage.name}" for stage in stages if stage.number == copy.folder.number]
    return steps[0] if steps and [other.name for other in copy.kit.documents].count(document.name) > 1 else name


def file_name(copy: Copy) -> str:
    """Number and Danish name, safe on every system and not too long for Windows."""
    document = copy.document
    named = f"{document.number:02} {document.name_for(copy.subject.short)}" if copy.subject else document.plain_title
    return _numbered(safe_name(named, _LONGEST_NAME - len(_numbered("", copy))), copy)


def safe_name(text: str, longest: int = _LONGEST_FOLDER) -> str:
    """A text as the name of a file or folder on every system; may be empty."""
    name = " ".join("".join(filter(str.isprintable, _FORBIDDEN.sub("", text))).split())[:longest]
    name = name.encode("utf-8")[:_LONGEST_BYTES].decode("utf-8", "ignore").rstrip(". -")
    return f"{name}_" if refuses(name) else name


def distinct_names(names: Iterable[str]) -> Iterator[str]:
    """The names, each once, whatever the case of its letters: the later ones get a number. Empty ones stay so."""
    taken: set[str] = set()
    for name in names:
        candidates = chain([name], (f"{name} ({number})" for number in count(2)))
        distinct = next(one for one in candidates if not one or _alike(one) not in taken)
        taken.add(_alike(distinct))
        yield distinct


def _alike(name: str) -> str:
    """A name as a file system may compare it."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _numbered(name: str, copy: Copy) -> str:
    """A name with the number of the card, where the theme has several."""
    return f"{name} ({copy.card_number})" if copy.card_number else name
