"""Writes the templates of the project anew, after a change to a layout or a page part.

    python -m ledertrivsel_docs.layouts [STEM ...]

Without stems all of them; prints those that have changed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from ..digests import content_digest
from ..models.brand import Brand
from ..models.library import Library
from ..page_parts.base import lean_base
from ..page_parts.deck_base import deck_base
from ..resources import templates_folder
from . import DECK_LAYOUTS, LAYOUTS, build_deck_template, build_template


def main(stems: Iterable[str]) -> None:
    """Builds the templates of these documents into the checkout."""
    folder, brand, library = templates_folder(), Brand.default(), Library.default()
    for stem in stems:
        if stem in DECK_LAYOUTS:
            base = deck_base(library.words["slide-layouts"])
            _write(folder / "pptx" / f"{stem}.pptx", build_deck_template(stem, base, brand, library))
        else:
            _write(folder / "docx" / f"{stem}.docx", build_template(stem, lean_base(), brand, library))


def _write(path: Path, template: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    if not path.exists() or content_digest(path.read_bytes()) != content_digest(template):
        path.write_bytes(template)
        print(path)


if __name__ == "__main__":
    every = (*LAYOUTS, *DECK_LAYOUTS)
    if unknown := set(sys.argv[1:]) - set(every):
        sys.exit(f"no layout {', '.join(sorted(unknown))}; there are {', '.join(every)}")
    main(sys.argv[1:] or every)
