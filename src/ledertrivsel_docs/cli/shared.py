"""What the commands share: options, reading files, and telling a person what happened."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click
import platformdirs

from ..disk import Saved
from ..errors import InputError, LedertrivselError, OutputError, Problem, message
from ..i18n import translator
from ..models.brand import Brand
from ..models.library import Library
from ..models.programme import Programme
from ..pack import Document
from ..reporting import saved_lines

_ = translator()
P = ParamSpec("P")
T = TypeVar("T")

PROGRAMME_FILE = "forloeb.yaml"
CACHE_VARIABLE = "LEDERTRIVSEL_CACHE"
"""Names another folder for what is kept than the user's own cache."""

FILE = click.Path(path_type=Path)


def cache() -> Path:
    """The folder that compiled templates and the content are kept in."""
    return Path(os.environ.get(CACHE_VARIABLE) or platformdirs.user_cache_dir("ledertrivsel-docs", appauthor=False))


def told(command: Callable[P, T]) -> Callable[P, T]:
    """Has a command find our content in the cache, and turns errors into lines for a person and exit code 1."""

    @wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            Library.default(cache())
            return command(*args, **kwargs)
        except LedertrivselError as error:
            tell(error.problems)
            if isinstance(error, OutputError) and "output" in kwargs:
                click.echo(_("-o chooses where to write."), err=True)
            sys.exit(1)

    return told


def tell(problems: Iterable[Problem]) -> None:
    """Prints problems and warnings, each on a line of its own, to the error stream."""
    for problem in problems:
        head = _("Note:") if problem.warning else _("Error:")
        click.echo(f"{click.style(head, fg='yellow' if problem.warning else 'red')} {problem.told(_)}", err=True)


def library_in(folder: Path | None) -> Library | None:
    """Our content with a folder of the organisation's laid over it; None where none is asked for."""
    return Library.over(folder) if folder else None


def programme_in(file: Path | None, library: Library | None = None) -> Programme | None:
    """The programme to fill with: the file asked for, else a `forloeb.yaml` here, else none; the warnings are told."""
    if file is None:
        if not Path(PROGRAMME_FILE).is_file():
            return None
        file = Path(PROGRAMME_FILE)
        click.echo(_("Using {file}.").format(file=file))
    programme, warnings = Programme.check(file, library)
    tell(warnings)
    return programme


def refuse_existing(file: Path) -> None:
    """Raises `InputError` where the file is there: it isn't written over."""
    if file.exists():
        what, remedy = message("The file is there already."), message("Give another name.")
        raise InputError([Problem(what, remedy, file=str(file))])


def report(saved: Iterable[Saved], folder: Path) -> None:
    """Prints which files were written, and which stand beside an edited one."""
    show(saved_lines(saved, folder, _))


def show(lines: Iterable[str]) -> None:
    """Prints lines."""
    for line in lines:
        click.echo(line)


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Prints rows in columns."""
    lines = list(rows)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    show("  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines)


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


def stop_at(problems: Sequence[Problem]) -> None:
    """Tells problems and ends with exit code 1, where there are any."""
    if problems:
        tell(problems)
        sys.exit(1)


def brand_in(file: Path | None) -> Brand | None:
    """The brand of the file asked for."""
    return Brand.load(file) if file else None


config = click.option("-c", "--config", type=FILE, help=_("The programme file. Default: forloeb.yaml, if it is here."))
brand_file = click.option("--brand", type=FILE, help=_("A brand file: logo, colours and fonts."))
content_folder = click.option(
    "--content", type=FILE, help=_("A folder of your own texts, themes and tools. Default: the one forloeb.yaml names.")
)
templates_folder = click.option(
    "--templates", type=FILE, help=_("A folder of your own templates; where it lacks one, ours is used.")
)
pdf_beside = click.option("--pdf", is_flag=True, help=_("Makes PDFs too, beside the documents. Needs LibreOffice."))
