"""Finished documents → tagged PDF: many in one call, each looked at, and one that fails is named without the others."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from ..engine.package import PackageError, read_package
from ..errors import LedertrivselError, Message, Problem, message, system_reason
from ..pack import MEDIA_TYPES, Document
from .office import find_office, run_office

PDF = "application/pdf"

_CHUNK = 100  # files in a call: the names of so many fit a command line on every system
_START, _EACH = 60, 10  # seconds for LibreOffice to start, and for a file; many times what they take
_GIVE_UP = 3  # files in a row that nothing becomes of


class PdfError(LedertrivselError):
    """PDFs could not be made, all or some of them.

    Attributes:
        made: those that could, in order.
    """

    def __init__(self, problems: Iterable[Problem], made: Iterable[Document] = ()) -> None:
        super().__init__(problems)
        self.made = tuple(made)


def to_pdf(
    documents: Iterable[Document],
    *,
    office: str | os.PathLike[str] | None = None,
    timeout: float | None = None,
) -> list[Document]:
    """A tagged PDF of each document, under its name and in its folder.

    Needs LibreOffice, and pikepdf (the extra `pdf`).

    Args:
        documents: Word and PowerPoint documents; a `Pack` is a row of them.
        office: LibreOffice's program; by default the one that `LEDERTRIVSEL_SOFFICE` names, or that is found.
        timeout: how many seconds a call of LibreOffice may take; by default 60, and 10 for each file.

    Raises:
        PdfError: LibreOffice or pikepdf is missing, or a document can't be converted; with those that could.
    """
    outcomes = convert(documents, office=office, timeout=timeout)
    made = [outcome for outcome in outcomes if isinstance(outcome, Document)]
    if problems := [outcome for outcome in outcomes if isinstance(outcome, Problem)]:
        raise PdfError(problems, made)
    return made


def convert(
    documents: Iterable[Document], *, office: str | os.PathLike[str] | None = None, timeout: float | None = None
) -> list[Document | Problem]:
    """For each document its PDF, or what is wrong.

    Raises:
        PdfError: nothing can be converted here.
    """
    program = find_office(office)
    missing = [program] if isinstance(program, Problem) else []
    if find_spec("pikepdf") is None:
        python = "py" if os.name == "nt" else "python3"
        remedy = message(
            "The Word and PowerPoint files are made all the same. Install it: {command}",
            command=f"{python} -m pip install pikepdf",
        )
        missing.append(Problem(message("PDF needs the Python package pikepdf, which isn't installed."), remedy))
    if missing or isinstance(program, Problem):
        raise PdfError(missing)
    whole = list(documents)
    made: dict[int, bytes | Message] = {}
    for start in range(0, len(whole), _CHUNK):
        made |= _Call(program, timeout).outcomes(dict(enumerate(whole[start : start + _CHUNK], start)))
    return [_outcome(document, made[number]) for number, document in enumerate(whole)]


def _outcome(document: Document, made: bytes | Message) -> Document | Problem:
    if isinstance(made, Message):
        return Problem(made, message("Its PDF isn't made."), file=document.path)
    stem = document.name.rpartition(".")[0] or document.name
    return replace(document, name=f"{stem}.pdf", media_type=PDF, bytes=made)


class _Call:
    """Converts documents in as few runs of LibreOffice as it takes."""

    def __init__(self, program: Path, timeout: float | None) -> None:
        self._program, self._timeout = program, timeout
        self._outcomes: dict[int, bytes | Message] = {}

    def outcomes(self, documents: dict[int, Document]) -> dict[int, bytes | Message]:
        """For each document its PDF's bytes, or why there are none."""
        with tempfile.TemporaryDirectory(prefix="ledertrivsel-", ignore_cleanup_errors=True) as folder:
            self._convert(list(self._written(documents, Path(folder).resolve())))
        return self._outcomes

    def _written(self, documents: dict[int, Document], folder: Path) -> Iterator[Path]:
        """The files to convert. LibreOffice makes a PDF of anything, so what isn't an Office file is kept from it."""
        kinds = {media_type: kind for kind, media_type in MEDIA_TYPES.items()}
        for number, document in documents.items():
            if document.media_type not in kinds:
                self._outcomes[number] = message("This is not a Word or PowerPoint document.")
                continue
            try:
                read_package(document.bytes)
            except PackageError as error:
                self._outcomes[number] = error.message
                continue
            file = folder / f"{number:05}.{kinds[document.media_type]}"
            file.write_bytes(document.bytes)
            yield file

    def _convert(self, files: list[Path]) -> None:
        """All in one run. What comes to nothing is tried by itself, and the rest once more without it: where one file
        has stopped LibreOffice, those behind it are not to blame.
        """
        failed = 0  # in a row
        while files:
            missing = self._run(files)
            failed = 0 if len(missing) < len(files) else failed
            if not missing:
                return
            first, *rest = missing
            why = missing[first] if len(files) == 1 else self._run([first]).get(first)
            failed = failed + 1 if why else 0
            if why:
                self._outcomes[int(first.stem)] = why
            if failed == _GIVE_UP:
                self._outcomes |= {int(file.stem): missing[file] for file in rest}
                return
            files = rest

    def _run(self, files: Sequence[Path]) -> dict[Path, Message]:
        """One run; the files that came to nothing, and why."""
        timeout = self._timeout if self._timeout is not None else _START + _EACH * len(files)
        nothing = message("LibreOffice made nothing of it.")
        try:
            if not run_office(self._program, files, timeout):
                nothing = message("LibreOffice took longer than {seconds} seconds.", seconds=round(timeout))
        except OSError as error:
            nothing = message("LibreOffice can't be started: {reason}.", reason=system_reason(error))
        return dict(filter(None, (self._taken(file, nothing) for file in files)))

    def _taken(self, file: Path, nothing: Message) -> tuple[Path, Message] | None:
        """Takes what was made of a file; None where that is good."""
        from .mending import UnusablePdfError, mended  # noqa: PLC0415 - imports pikepdf, which may not be there

        made = file.with_suffix(".pdf")
        if not made.is_file():
            return file, nothing
        try:
            self._outcomes[int(file.stem)] = mended(made.read_bytes(), file.read_bytes())
        except UnusablePdfError as error:
            made.unlink()
            return file, error.message
        return None
