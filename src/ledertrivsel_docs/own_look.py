"""What an organisation is given to make the look its own: a brand's sample page, and the templates to edit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from .brand_file import brand_text
from .disk import Saved, save_all
from .documents.brand_sample import context
from .engine import Properties
from .look import look
from .models.base import Step
from .models.brand import Brand
from .models.library import Library
from .pack import MEDIA_TYPES, Document
from .template_folder import TemplateFolder

SAMPLE = "brand-sample"


def build_brand_sample(
    brand: Brand, *, library: Library | None = None, cache: str | os.PathLike[str] | None = None
) -> Document:
    """One page that shows a brand: every colour with its contrast, the fonts, a form.

    Raises `TemplateError` where the brand's own template of it can't be used.
    """
    library = library or Library.default()
    templates = TemplateFolder.at(Path(brand.templates) if brand.templates else None)
    template = templates.template(SAMPLE, "docx", look(brand, Step.PREPARE), Path(cache) if cache is not None else None)
    words = library.words[SAMPLE]
    title = words["file"].format(name=brand.name or words["title_unnamed"])
    content = template.render(context(library, brand), properties=Properties(title=title, author=brand.name or ""))
    return Document(SAMPLE, f"{words['file_name']}.docx", "", MEDIA_TYPES["docx"], content)


def copy_templates(
    folder: str | os.PathLike[str],
    *,
    brand: Brand | None = None,
    letterhead: str | os.PathLike[str] | None = None,
    slides: str | os.PathLike[str] | None = None,
    library: Library | None = None,
) -> list[Saved]:
    """Writes all templates to a folder, for Word and PowerPoint to change them in, and a brand file that names them.

    A template there that somebody has edited is kept; the new one stands beside it.

    Args:
        folder: where to.
        brand: whose look they have; by default that of the letterhead, else ours.
        letterhead: a Word file (docx or dotx) whose page, headers, footers and styles the A4 templates have.
        slides: a PowerPoint file (pptx or potx) whose master, background and fonts the decks have.
        library: the content, in whose words the styles and slides are named; by default what comes with the package.

    Raises:
        TemplateError: a base can't be used; everything that is wrong with it.
        OutputError: a file could not be written; those before it are whole.
    """
    library = library or Library.default()
    brand = brand or Brand.default()
    files = dict(_templates(brand, library)) | dict(_brand_files(brand, library))
    return save_all(Path(folder), files, library.words["common"]["new_version"])


def _templates(brand: Brand, library: Library) -> Iterator[tuple[str, bytes]]:
    from . import layouts  # noqa: PLC0415 - making a kit needs no Office library

    for stem in layouts.LAYOUTS:
        yield f"docx/{stem}.docx", layouts.build_template(stem, layouts.lean_base(), brand, library)
    for stem in layouts.DECK_LAYOUTS:
        base = layouts.deck_base(library.words["slide-layouts"])
        yield f"pptx/{stem}.pptx", layouts.build_deck_template(stem, base, brand, library)


def _brand_files(brand: Brand, library: Library) -> Iterator[tuple[str, bytes]]:
    logo = ""
    if brand.logo:
        for kind, data in brand.logo.files().items():
            logo = f"logo.{kind}"
            yield logo, data
    yield "brand.yaml", brand_text(library, brand, logo=logo, templates=".").encode()
