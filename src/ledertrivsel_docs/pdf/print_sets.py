"""A kit with its PDFs, and for each workshop one file to send to the printer: what to print, in order, list first."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..documents.copy import Copy
from ..documents.packing_list import PrintedPaper, printed_papers
from ..errors import Problem, message
from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme, library_of
from ..pack import Document, Pack
from .convert import MEDIA_TYPE, Converted, to_pdf
from .settled import library as pdf_library
from .settled import saved

_LIST = "packing-list"


def with_pdfs(
    pack: Pack,
    programme: Programme | None = None,
    *,
    library: Library | None = None,
    program: str | os.PathLike[str] | None = None,
) -> tuple[Pack, tuple[Problem, ...]]:
    """A kit with a PDF beside each document, and a set to print for each workshop; and what couldn't be made.

    A set begins with the list of what to print: documents, copies, paper and sides. Each document begins on a sheet of
    its own, also when both sides are printed; paper sizes stay.

    Args:
        pack: the kit.
        programme: what it is made from; without one it is blank.
        library: the content that it is made from.
        program: LibreOffice; by default the one that is installed.

    Raises:
        OutputError: there is no LibreOffice.
    """
    library = library or library_of(programme)
    made = to_pdf(pack.documents, program=program)
    sets, problems = _sets(pack, made, programme or Programme.blank(), library)
    return replace(pack, documents=(*pack.documents, *made.documents, *sets)), (*made.problems, *problems)


def _sets(
    pack: Pack, made: Converted, programme: Programme, library: Library
) -> tuple[list[Document], Sequence[Problem]]:
    kit = library.kits.get(pack.kit)
    listed = next((document for document in kit.documents if document.id == _LIST), None) if kit else None
    if kit is None or listed is None:
        return [], ()
    pikepdf = pdf_library()
    if pikepdf is None:
        what = message("The sets to print for each workshop aren't made: that takes one more library.")
        return [], [
            Problem(what, message("Run: {command}", command='pip install "ledertrivsel-docs[pdf]"'), warning=True)
        ]
    name = library.words["common"]["print_set"]
    copy = Copy(kit, listed)
    sets = []
    for step in Step:
        folder = next(folder for folder in kit.folders if folder.step == step)
        papers = printed_papers(library, programme.resolved(library), copy, step)
        content = _merged(pikepdf, _pages_of(made.documents, papers, step, library))
        file = f"{name.format(folder=folder.title)}.pdf"
        sets.append(Document("print-set", file, folder.title, MEDIA_TYPE, content, pack.beside))
    return sets, ()


def _pages_of(
    pdfs: Sequence[Document], papers: Sequence[PrintedPaper], step: Step, library: Library
) -> Iterator[tuple[bytes, str | None]]:
    """The PDFs of a set, and of the list the heading of the page to take."""
    stage = library.samlet_plan.tool.step(step)
    title = library.words[_LIST]["workshop"].format(number=stage.number, name=stage.name)
    yield from ((pdf.bytes, title) for pdf in pdfs if pdf.id == _LIST)
    for paper in papers:
        yield from ((pdf.bytes, None) for pdf in pdfs if pdf.name.split(" ", 1)[0] == paper.number)


def _merged(pikepdf: Any, parts: Iterator[tuple[bytes, str | None]]) -> bytes:
    whole = pikepdf.new()
    opened = []
    for content, heading in parts:
        source = pikepdf.open(io.BytesIO(content))
        opened.append(source)
        pages = list(source.pages) if heading is None else _section(source, heading)
        whole.pages.extend(pages)
        if len(pages) % 2:
            whole.add_blank_page(page_size=_size(pages[-1]))
    made = saved(whole)
    for source in opened:
        source.close()
    return made


def _section(source: Any, heading: str) -> list[Any]:
    """The pages from a heading on to the next of its level."""
    with source.open_outline() as outline:
        level = [item for top in outline.root for item in (top, *top.children)]
        starts = [(item.title, source.pages.index(item.destination[0])) for item in level if item.destination]
    first = next((page for title, page in starts if title == heading), 0)
    last = next((page for title, page in starts if page > first), len(source.pages))
    return list(source.pages)[first:last]


def _size(page: Any) -> tuple[float, float]:
    left, bottom, right, top = map(float, page.mediabox)
    return right - left, top - bottom
