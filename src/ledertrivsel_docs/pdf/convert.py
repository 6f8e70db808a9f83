"""Office documents to tagged PDFs: many files in one run, and what went wrong with one of them is told of that one."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import Problem, message
from ..pack import Document
from .office import office, run
from .settled import settled

MEDIA_TYPE = "application/pdf"
_FILTERS = {"docx": "writer_pdf_Export", "pptx": "impress_pdf_Export"}
# Tags, and all that PDF/UA asks for, so that a screen reader reads what it reads in Word.
_OPTIONS = {
    name: {"type": "boolean", "value": "true"} for name in ("PDFUACompliance", "UseTaggedPDF", "ExportBookmarks")
}
_AT_ONCE = 60  # files: a command line has an end


@dataclass(frozen=True, slots=True)
class Converted:
    """The PDFs in the order of their documents, and what couldn't be made."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]


def to_pdf(documents: Iterable[Document], *, program: str | os.PathLike[str] | None = None) -> Converted:
    """A tagged PDF of each document, under its name and in its folder.

    Args:
        documents: Word and PowerPoint documents.
        program: LibreOffice; by default the one that is installed.

    Raises:
        OutputError: there is no LibreOffice.
    """
    found, every = office(program), list(documents)
    with tempfile.TemporaryDirectory(prefix="ledertrivsel-pdf-") as folder:
        made = _made(found, every, Path(folder))
    problems = (_failed(document) for document, pdf in zip(every, made, strict=True) if pdf is None)
    pdfs = (_as_pdf(document, pdf) for document, pdf in zip(every, made, strict=True) if pdf is not None)
    return Converted(tuple(pdfs), tuple(problems))


def _made(program: str, documents: Sequence[Document], folder: Path) -> list[bytes | None]:
    """The bytes of the PDFs; one that fails in a run with others gets a run of its own."""
    made: list[bytes | None] = [None] * len(documents)
    for kind in _FILTERS:
        places = [place for place, document in enumerate(documents) if document.name.endswith(f".{kind}")]
        runs = [places[start : start + _AT_ONCE] for start in range(0, len(places), _AT_ONCE)]
        for together in runs:
            _convert(program, documents, together, kind, folder, made)
            for place in [place for place in together if made[place] is None]:
                _convert(program, documents, [place], kind, folder, made)
    return made


def _convert(
    program: str,
    documents: Sequence[Document],
    places: Sequence[int],
    kind: str,
    folder: Path,
    made: list[bytes | None],
) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as own:
        profile, sources, target = (Path(own) / name for name in ("profile", "in", "out"))
        sources.mkdir()
        files = {place: sources / f"{place}.{kind}" for place in places}
        for place, file in files.items():
            file.write_bytes(documents[place].bytes)
        export = f"pdf:{_FILTERS[kind]}:{json.dumps(_OPTIONS)}"
        arguments = ["--convert-to", export, "--outdir", str(target), *map(str, files.values())]
        run(program, profile, arguments, len(places))
        for place, pdf in _good(target, places):
            made[place] = settled(pdf)


def _good(folder: Path, places: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """The files that are PDFs with pages: LibreOffice also says yes to junk, and to what isn't there."""
    for place in places:
        try:
            content = (folder / f"{place}.pdf").read_bytes()
        except OSError:
            continue
        if content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:] and b"/Page" in content:
            yield place, content


def _as_pdf(document: Document, content: bytes) -> Document:
    name = document.name.rpartition(".")[0]
    return replace(document, name=f"{name}.pdf", media_type=MEDIA_TYPE, bytes=content)


def _failed(document: Document) -> Problem:
    what = message("LibreOffice made no PDF of this document.")
    return Problem(what, message("Open it in Word or PowerPoint, and save it as PDF there."), file=document.path)
