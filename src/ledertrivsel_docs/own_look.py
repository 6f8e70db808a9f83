"""What an organisation is given to make the look its own: a brand's sample page, and the templates to edit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from .brand_file import brand_text
from .devices import is_device
from .disk import Saved, save_all
from .documents.brand_sample import context
from .engine import Properties
from .errors import InputError, Problem, message
from .look import look
from .models.base import Step
from .models.brand import Brand
from .models.library import Library
from .pack import LANGUAGE, MEDIA_TYPES, Document
from .reading.validation import unreadable
from .template_folder import TemplateFolder

SAMPLE = "brand-sample"


def build_brand_sample(
    brand: Brand, *, library: Library | None = None, cache: str | os.PathLike[str] | None = None
) -> Document:
    """One page that shows a brand: every colour with its contrast, the fonts, a form.

    Args:
        brand: the brand.
        library: the content, which has the page's words; by default what comes with the package.
        cache: a private folder to keep compiled templates in.

    Raises:
        TemplateError: the brand's own template of it can't be used.
    """
    library = library or Library.default()
    templates = TemplateFolder.at(Path(brand.templates) if brand.templates else None)
    template = templates.template(SAMPLE, "docx", look(brand, Step.PREPARE), Path(cache) if cache is not None else None)
    words = library.words[SAMPLE]
    title = words["file"].format(name=brand.name or words["title_unnamed"])
    properties = Properties(title=title, author=brand.name or "", language=LANGUAGE)
    content = template.render(context(library, brand), properties=properties)
    return Document(SAMPLE, f"{words['file_name']}.docx", "", MEDIA_TYPES["docx"], content)


def copy_templates(
    folder: str | os.PathLike[str],
    *,
    brand: Brand | None = None,
    letterhead: str | os.PathLike[str] | None = None,
    slides: str | os.PathLike[str] | None = None,
    library: Library | None = None,
) -> list[Saved]:
    """Writes our templates to a folder, for Word and PowerPoint to change them in, and a brand file that names them.

    A template there that somebody has edited is kept; the new one stands beside it. With a letterhead only the Word
    templates are written, with a presentation only the decks, with both or neither all.

    Args:
        folder: where to.
        brand: whose look they have; by default that of the letterhead, else ours.
        letterhead: a Word file (docx or dotx) whose page, headers, footers and styles the A4 templates have.
        slides: a PowerPoint file (pptx or potx) whose master, background and fonts the decks have.
        library: the content, in whose words the styles and slides are named; by default what comes with the package.

    Raises:
        InputError: a file can't be read.
        TemplateError: a letterhead or presentation can't be used.
        OutputError: a file could not be written; those before it are whole.
    """
    library = library or Library.default()
    bases = _Bases(letterhead, slides, library)
    brand = brand or bases.brand(library)
    files = dict(bases.templates(brand, library)) | dict(_brand_files(brand, library))
    return save_all(Path(folder), files, library.words["common"]["new_version"])


class _Bases:
    """What templates are built from: an organisation's own files, else our lean ones."""

    def __init__(
        self, letterhead: str | os.PathLike[str] | None, slides: str | os.PathLike[str] | None, library: Library
    ) -> None:
        from . import layouts  # noqa: PLC0415 - making a kit needs no Office library

        self._layouts = layouts
        self._makes_word = letterhead is not None or slides is None
        self._makes_decks = slides is not None or letterhead is None
        self._own = [_read(Path(file)) for file in (letterhead, slides) if file is not None]
        words = library.words["slide-layouts"]
        self._word = layouts.letterhead(*_read(Path(letterhead))) if letterhead is not None else layouts.lean_base()
        self._deck = (
            layouts.deck_letterhead(*_read(Path(slides)), words) if slides is not None else layouts.deck_base(words)
        )

    def brand(self, library: Library) -> Brand:
        """The brand that the themes of their files give, of the letterhead first; else ours."""
        found: dict[str, dict[str, str]] = {}
        for data, name in self._own:
            found = self._layouts.brand_of(data, name) | found
        return Brand.load(found, library=library) if found else Brand.default()

    def templates(self, brand: Brand, library: Library) -> Iterator[tuple[str, bytes]]:
        """Every template, by its path in the folder."""
        for stem in self._layouts.LAYOUTS if self._makes_word else ():
            yield f"docx/{stem}.docx", self._layouts.build_template(stem, self._word, brand, library)
        for stem in self._layouts.DECK_LAYOUTS if self._makes_decks else ():
            yield f"pptx/{stem}.pptx", self._layouts.build_deck_template(stem, self._deck, brand, library)


def _read(file: Path) -> tuple[bytes, str]:
    """A file's bytes and its name; raises `InputError` where it can't be read."""
    try:
        if is_device(file):
            raise InputError([Problem(message("This isn't an ordinary file."), file=str(file))])
        return file.read_bytes(), file.name
    except OSError as error:
        raise InputError([unreadable(str(file), error)]) from error


def _brand_files(brand: Brand, library: Library) -> Iterator[tuple[str, bytes]]:
    logo = ""
    if brand.logo:
        for kind, data in brand.logo.files().items():
            logo = f"logo.{kind}"
            yield logo, data
    yield "brand.yaml", brand_text(library, brand, logo=logo, templates=".").encode()
