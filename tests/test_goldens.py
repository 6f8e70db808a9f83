"""What the documents say, as text: a change of a word shows as a diff. `--update-goldens` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.papers import outline_of
from tests.support.programmes import PROGRAMMES

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("programme", ["blank", "filled"])
@pytest.mark.parametrize("kit", ld.Library.default().kits)
def test_documents_say_what_they_said(kit: str, programme: str, request: pytest.FixtureRequest) -> None:
    folder = GOLDENS / kit / programme
    outlines = {
        f"{document.path}.txt": outline_of(document) for document in ld.build_pack(kit, PROGRAMMES[programme]())
    }
    if request.config.getoption("--update-goldens"):
        for old in folder.rglob("*.txt"):
            old.unlink()
        for path, text in outlines.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    expected = {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in folder.rglob("*.txt")}
    assert sorted(outlines) == sorted(expected)
    for path, text in outlines.items():
        assert text == expected[path], path


def test_filled_run_sheet_has_clock_times_and_the_sources_words() -> None:
    """Not a golden: what a facilitator relies on, said here once more."""
    text = outline(ld.build_document("11", PROGRAMMES["filled"]()).bytes)
    for words in ("9.00", "9.15", "9.25", "9.35", "9.55", "ca. 10.15", "10.25", "10.30", "tirsdag den 12. januar 2027"):
        assert words in text
    assert "Præsenter temaerne overordnet* (10 min)" in text
