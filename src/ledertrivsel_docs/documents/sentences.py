"""Sentences in running text: what is known stands in them as text, what isn't can be written where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from ..engine.values import Link, Placeholder


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence: text, or a place to write with its `key` and `name` for the control's tag and title."""

    text: str | Link
    key: str = ""
    name: str = ""


def pieces(
    pattern: str,
    known: Mapping[str, str | Link | None],
    *,
    places: Mapping[str, str],
    names: Mapping[str, str],
    key: str,
) -> list[Piece]:
    """A pattern's pieces: each name in braces is what is `known` of it, else a place to write.

    Args:
        pattern: a text such as "Vi mødes {date}."
        known: what is known, by the names in the pattern; a missing or empty value is a place.
        places: what stands in a place until somebody writes there.
        names: what a screen reader calls it.
        key: the sentence's own, so that the same place can stand in several sentences.
    """
    return list(_joined(_pieces(pattern, known, places, names, key)))


def _pieces(
    pattern: str,
    known: Mapping[str, str | Link | None],
    places: Mapping[str, str],
    names: Mapping[str, str],
    key: str,
) -> Iterator[Piece]:
    for text, name, _, _ in Formatter().parse(pattern):
        if text:
            yield Piece(text)
        if name:
            value = known.get(name)
            yield Piece(value) if value else Piece(Placeholder(places[name]), f"{key}.{name}", names[name])


def _joined(found: Iterator[Piece]) -> Iterator[Piece]:
    """Text beside text as one piece; a link and a place stay by themselves."""
    text = ""
    for piece in found:
        if isinstance(piece.text, str) and not piece.key:
            text += piece.text
            continue
        if text:
            yield Piece(text)
        text = ""
        yield piece
    if text:
        yield Piece(text)


def listed_words(words: Sequence[str]) -> str:
    """Words of a list within a sentence: only the first keeps its capital."""
    return ", ".join([words[0], *(word.lower() for word in words[1:])])
