"""What the commands share: reading the files that options name, and writing one document."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click
import platformdirs

from ..errors import InputError, Problem, message
from ..i18n import translator
from ..models.base import IN_ASCII
from ..models.brand import Brand
from ..models.library import Library
from ..models.programme import Programme
from ..pack import Document
from .telling import report, stop_at, tell

_ = translator()

PROGRAMME_FILE = "forloeb.yaml"
CACHE_VARIABLE = "LEDERTRIVSEL_CACHE"
"""Names another folder for what is kept than the user's own cache."""


def cache() -> Path:
    """The folder that compiled templates and the content are kept in."""
    return Path(os.environ.get(CACHE_VARIABLE) or platformdirs.user_cache_dir("ledertrivsel-docs", appauthor=False))


def our_library() -> Library:
    """Our content, as the cache has kept it; whoever asks for it after this gets the same."""
    return Library.default(cache())


def library_in(folder: Path | None) -> Library | None:
    """Our content with a folder of the organisation's laid over it; None where none is asked for."""
    our_library()  # a programme is checked against it, whatever it names
    return Library.over(folder) if folder else None


def programme_in(file: Path | None, library: Library | None = None, *, missed: bool = False) -> Programme | None:
    """The programme to fill with: the file asked for, else a `forloeb.yaml` here, else none; the warnings are told.

    Where it is `missed`, it is told that there is none, and which file here may be meant for one.
    """
    file = file or programme_here()
    if file is None:
        tell([_no_programme()] if missed else ())
        return None
    programme, warnings = Programme.check(file, library=library)
    tell(warnings)
    return programme


def programme_here() -> Path | None:
    """The `forloeb.yaml` in this folder, where there is one; it is named, so that nobody wonders."""
    file = Path(PROGRAMME_FILE)
    if not file.is_file():
        return None
    click.echo(_("Using {file}.").format(file=file), err=True)
    return file


def _no_programme() -> Problem:
    """That the papers stay blank; Windows hides the end of a name, so that nobody sees `forloeb.yaml.txt`."""
    what = message("There is no {file} in this folder, so the papers are blank.", file=PROGRAMME_FILE)
    stem = PROGRAMME_FILE.partition(".")[0]
    names = sorted(found.name for found in Path().glob("*.*") if found.is_file())
    near = [name for name in names if name.lower().translate(IN_ASCII).partition(".")[0].strip() == stem]
    if not near:
        return Problem(what, warning=True)
    ask = message("“{found}” is here. Should its name be “{file}”?", found=near[0], file=PROGRAMME_FILE)
    return Problem(what, ask, warning=True)


def refuse_existing(file: Path) -> None:
    """Raises `InputError` where the file is there: it isn't written over."""
    if file.exists():
        what, remedy = message("The file is there already."), message("Give another name.")
        raise InputError([Problem(what, remedy, file=str(file))])


def brand_in(file: Path | None) -> Brand | None:
    """The brand of the file asked for."""
    return Brand.load(file) if file else None


def save_one(made: Document, output: Path | None, pdf: bool = False) -> None:
    """Writes a document to the file or into the folder asked for, else under its own name here.

    `pdf` makes a PDF beside it; a file asked for that ends in `.pdf` is one, and nothing else is written.
    """
    target = output or Path(made.name)
    if not target.suffix or target.is_dir():
        target = target / made.name
    if target.suffix.lower() == ".pdf":
        made, pdf = to_pdf([made])[0], False
    if target.suffix.lower() != Path(made.name).suffix:
        what = message("The file is to end in {suffix}.", suffix=Path(made.name).suffix)
        raise InputError([Problem(what, file=str(target))])
    report([made.save(target)], target.parent)
    if pdf:
        more, problems = pdfs_made(lambda: to_pdf([made]))
        report([one.save(target.with_suffix(".pdf")) for one in more], target.parent)
        tell(problems)
        stop_at(problems)


def to_pdf(made: Iterable[Document]) -> list[Document]:
    """PDFs of documents."""
    from ..pdf import to_pdf as convert  # noqa: PLC0415 - most commands make none

    return convert(made)


def pdfs_made(make: Callable[[], list[Document]]) -> tuple[Sequence[Document], Sequence[Problem]]:
    """The PDFs that could be made, and what is wrong with the others."""
    from ..pdf import PdfError  # noqa: PLC0415 - see above

    try:
        return make(), ()
    except PdfError as error:
        return error.made, error.problems
