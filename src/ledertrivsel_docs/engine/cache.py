"""A compiled template as plain data, which a private cache folder can keep, and back again."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2

from .. import private_cache
from .compiled import Compiled, DeckParts, Frame, Level, Part, SlideKind
from .package import Member
from .values import Site


def key_of(data: bytes, look: str) -> str:
    """The name of a compiled template: it changes with the template, the look, the engine, Jinja and Python."""
    return private_cache.key_of(data, look.encode(), _engine())


@lru_cache(maxsize=1)
def _engine() -> bytes:
    return jinja2.__version__.encode() + private_cache.stamps(Path(__file__).parent.glob("*.py"))


def load(folder: Path, key: str) -> Compiled | None:
    """The compiled template of that name, or None."""
    plain = private_cache.load(folder, key)
    try:
        order, members, parts, types, deck = plain
        return Compiled(
            order,
            {member[0]: Member(*member) for member in members},
            tuple(map(_part, parts)),
            types,
            deck and _deck(*deck),
        )
    except (ValueError, TypeError):
        return None


def store(folder: Path, key: str, compiled: Compiled) -> None:
    """Keeps a compiled template."""
    private_cache.store(
        folder,
        key,
        (
            compiled.order,
            [(m.name, m.method, m.crc, m.size, m.data) for m in compiled.members.values()],
            list(map(_plain_part, compiled.parts)),
            compiled.types,
            compiled.deck and _plain_deck(compiled.deck),
        ),
    )


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
