"""Compiled templates on disk, so that a fresh process need not compile them again.

The file is written by `marshal`, as Python's own .pyc files are: it is read only from a folder that belongs to this
user and that nobody else can write to. A cache that can't be used is no cache, never an error.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
import time
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2

from .compiled import Compiled, DeckParts, Frame, Level, Part, SlideKind
from .package import Member
from .values import Site

_SUM = hashlib.sha256().digest_size

_KEPT_DAYS = 30


def key_of(data: bytes, look: str) -> str:
    """The name of a compiled template: it changes with the template, the look, the engine, Jinja and Python."""
    return hashlib.sha256(b"\0".join((data, look.encode(), _engine().encode()))).hexdigest()


@lru_cache(maxsize=1)
def _engine() -> str:
    files = sorted(Path(__file__).parent.glob("*.py"))
    stamps = [(path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in files]
    return repr((sys.version, jinja2.__version__, stamps))


def load(folder: Path, key: str) -> Compiled | None:
    """The compiled template of that name, or None."""
    try:
        if not _is_private(folder):
            return None
        kept = (folder / key).read_bytes()
        content = kept[_SUM:]
        if hashlib.sha256(content).digest() != kept[:_SUM]:  # damaged; Python would crash on it
            return None
        order, members, parts, types, deck = marshal.loads(content)  # noqa: S302 - written by this user
        return Compiled(
            order,
            {member[0]: Member(*member) for member in members},
            tuple(map(_part, parts)),
            types,
            deck and _deck(*deck),
        )
    except (OSError, EOFError, ValueError, TypeError):
        return None


def store(folder: Path, key: str, compiled: Compiled) -> None:
    """Keeps a compiled template, whole or not at all."""
    plain: Any = (
        compiled.order,
        [(m.name, m.method, m.crc, m.size, m.data) for m in compiled.members.values()],
        list(map(_plain_part, compiled.parts)),
        compiled.types,
        compiled.deck and _plain_deck(compiled.deck),
    )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(folder):
            return
        _drop_old(folder)
        content = marshal.dumps(plain)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(hashlib.sha256(content).digest() + content)
        try:
            Path(file.name).replace(folder / key)
        finally:
            Path(file.name).unlink(missing_ok=True)
    except OSError:
        return


def _plain_part(part: Part) -> tuple[Any, ...]:
    return (part.name, part.code, [site and tuple(site) for site in part.sites], part.relationships)


def _part(plain: Any) -> Part:
    name, code, sites, relationships = plain
    return Part(name, code, tuple(site and Site(*site) for site in sites), relationships)


def _plain_deck(deck: DeckParts) -> tuple[Any, ...]:
    kinds = [(k.name, _plain_part(k.slide), k.notes and _plain_part(k.notes), k.media) for k in deck.kinds]
    frames = [(*frame[:4], [tuple(level) for level in frame.levels], *frame[5:]) for frame in deck.frames]
    return (kinds, deck.presentation, deck.relationships, frames)


def _deck(kinds: Any, presentation: str, relationships: str, frames: Any) -> DeckParts:
    return DeckParts(
        tuple(SlideKind(name, _part(slide), notes and _part(notes), media) for name, slide, notes, media in kinds),
        presentation,
        relationships,
        tuple(map(_frame, frames)),
    )


def _frame(plain: Any) -> Frame:
    texts, lists, width, height, levels, columns, margin = plain
    return Frame(texts, lists, width, height, tuple(Level(*level) for level in levels), columns, margin)


def _drop_old(folder: Path) -> None:
    """Templates compiled long ago: by then the template, the look or the engine has changed as a rule."""
    oldest = time.time() - _KEPT_DAYS * 24 * 60 * 60
    for file in folder.iterdir():
        if file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)


def _is_private(folder: Path) -> bool:
    if os.name == "nt":  # the user's own profile: Windows keeps others out by its access lists
        return folder.is_dir()
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o022
