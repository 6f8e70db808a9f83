"""Writes every template of the project anew, after a change to a layout or a page part."""

from __future__ import annotations

from ..models.brand import Brand
from ..models.library import Library
from ..page_parts.base import lean_base
from ..resources import templates_folder
from . import LAYOUTS, build_template


def main() -> None:
    """Builds all templates into the checkout."""
    folder = templates_folder() / "docx"
    for stem in LAYOUTS:
        (folder / f"{stem}.docx").write_bytes(build_template(stem, lean_base(), Brand.default(), Library.default()))
        print(folder / f"{stem}.docx")


main()
