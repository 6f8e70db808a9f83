"""Writes every template of the project anew, after a change to a layout or a page part."""

from __future__ import annotations

from pathlib import Path

from ..models.brand import Brand
from ..models.library import Library
from ..page_parts.base import lean_base
from ..page_parts.deck_base import deck_base
from ..resources import templates_folder
from . import DECK_LAYOUTS, LAYOUTS, build_deck_template, build_template


def main() -> None:
    """Builds all templates into the checkout."""
    folder, brand, library = templates_folder(), Brand.default(), Library.default()
    for stem in LAYOUTS:
        _write(folder / "docx" / f"{stem}.docx", build_template(stem, lean_base(), brand, library))
    for stem in DECK_LAYOUTS:
        base = deck_base(library.words["slide-layouts"])
        _write(folder / "pptx" / f"{stem}.pptx", build_deck_template(stem, base, brand, library))


def _write(path: Path, template: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(template)
    print(path)


main()
