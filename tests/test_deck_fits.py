"""Nothing on a slide leaves its box, as LibreOffice lays it out without shrinking anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

import ledertrivsel_docs as ld
from tests.support.collected import collected, hostile
from tests.support.exploded import Piece, Rectangle, exploded, pieces, words
from tests.support.office import libreoffice, needs_font, needs_tool
from tests.support.programmes import BRANDS, extreme, filled, long

DECKS = ("12", "22", "32", "41")
PROGRAMMES: tuple[Callable[[], ld.Programme], ...] = (filled, extreme, long, collected, hostile)
TOLERANCE = 2.0  # points


def brand(name: str) -> ld.Brand:
    """A brand; where no free font is as wide as its heading's, with the one of its text for both."""
    found = BRANDS[name]()
    return found.model_copy(update={"fonts": found.fonts.model_copy(update={"heading": found.fonts.body})})


@pytest.mark.parametrize("name", BRANDS)
def test_every_word_stays_in_its_box(name: str, tmp_path: Path) -> None:
    needs_tool("soffice")
    needs_tool("pdftotext")
    look = brand(name)
    needs_font(look.fonts.body)
    laid_out: list[list[Piece]] = []
    files = []
    for number in DECKS:
        made = [(f"{number} {one.__name__}", ld.build_document(number, one(), brand=look).bytes) for one in PROGRAMMES]
        alike: dict[tuple[str, Rectangle, bytes], Piece] = {}  # the first of those that look alike
        for piece in (piece for document, data in made for piece in pieces(document, data)):
            alike.setdefault((piece.layout, piece.room, etree.tostring(piece.shape)), piece)
        laid_out.append(list(alike.values()))
        files.append(tmp_path / f"{number}.pptx")
        files[-1].write_bytes(exploded(made[0][1], laid_out[-1]))
    lost = []
    for pdf, own in zip(libreoffice(files, tmp_path / "made", "pdf"), laid_out, strict=True):
        for piece, page in zip(own, words(pdf), strict=True):
            assert page, f"{piece.name} says nothing"
            word, far = max(((word, piece.leaving(place)) for word, place in page), key=lambda one: one[1])
            if far > TOLERANCE:
                lost.append(f"{piece.name}: “{word}” by {far:.1f} points")
    assert not lost, "\n".join(lost)
