"""One PDF for each workshop with all that is printed for it, in order, and the list of it as the first page."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .building import Maker
from .documents.copy import copies
from .documents.print_list import PRINT_LIST, Pages, PrintSet, context, print_sets_of
from .errors import Problem, message
from .finding import kits_named
from .models.brand import Brand
from .models.kit import ALL_KITS
from .models.library import Library
from .models.programme import Programme
from .pack import MEDIA_TYPES, Document, Pack
from .pdf import PDF, PdfError
from .pdf.converting import convert

_Outcome = Document | Problem


def pack_pdfs(
    pack: Pack,
    programme: Programme | None = None,
    *,
    brand: Brand | None = None,
    templates: str | os.PathLike[str] | None = None,
    library: Library | None = None,
    cache: str | os.PathLike[str] | None = None,
    office: str | os.PathLike[str] | None = None,
    timeout: float | None = None,
) -> list[Document]:
    """A tagged PDF of each document of a kit, beside it, and the kit's print sets.

    Args:
        pack: the kit.
        programme: the one that the kit was built with.
        brand: likewise.
        templates: likewise.
        library: likewise.
        cache: a private folder to keep compiled templates in.
        office: as in `to_pdf`.
        timeout: as in `to_pdf`.

    Returns:
        The PDFs in the order of the documents, then the print sets; for `Pack.adding`.

    Raises:
        PdfError: LibreOffice or pikepdf is missing, or something can't be converted; with what could.
    """
    sets = _Sets(pack, Maker(library, programme, brand, templates, cache))
    pdfs = convert(pack, office=office, timeout=timeout)
    return _given([*pdfs, *sets.made(dict(enumerate(pdfs)), office, timeout)])


def print_sets(
    pack: Pack,
    programme: Programme | None = None,
    *,
    brand: Brand | None = None,
    templates: str | os.PathLike[str] | None = None,
    library: Library | None = None,
    cache: str | os.PathLike[str] | None = None,
    office: str | os.PathLike[str] | None = None,
    timeout: float | None = None,
) -> list[Document]:
    """The print sets of a kit: for each workshop, or for the kit's meeting, one PDF of all that is printed.

    Its papers lie in the order in which they are needed, in their own sizes; its first page lists them with pages,
    paper, sides and how many copies it takes.

    Args:
        pack: the kit.
        programme: the one that the kit was built with.
        brand: likewise.
        templates: likewise.
        library: likewise.
        cache: a private folder to keep compiled templates in.
        office: as in `to_pdf`.
        timeout: as in `to_pdf`.

    Raises:
        PdfError: LibreOffice or pikepdf is missing, or something can't be converted; with the sets that could be made.
    """
    sets = _Sets(pack, Maker(library, programme, brand, templates, cache))
    needed = sets.needed()
    pdfs = convert((pack.documents[place] for place in needed), office=office, timeout=timeout)
    return _given(sets.made(dict(zip(needed, pdfs, strict=True)), office, timeout))


def _given(outcomes: Iterable[_Outcome]) -> list[Document]:
    """The documents; an error where there is a problem among them."""
    every = list(outcomes)
    made = [outcome for outcome in every if isinstance(outcome, Document)]
    if problems := [outcome for outcome in every if isinstance(outcome, Problem)]:
        raise PdfError(problems, made)
    return made


@dataclass(frozen=True, slots=True)
class _Planned:
    """A print set, the folder it lies in, and the places of its papers in the pack."""

    printed: PrintSet
    folder: str
    places: tuple[int, ...]


class _Sets:
    """The print sets of a pack."""

    def __init__(self, pack: Pack, maker: Maker) -> None:
        self._pack, self._maker = pack, maker
        self._planned: list[_Planned] = []
        start = 0
        for kit in kits_named(pack.kit, maker.library):
            every = copies(kit, maker.library, maker.programme)
            ids = [document.id for document in pack.documents[start : start + len(every)]]
            if ids != [copy.document.id for copy in every]:
                raise ValueError("the pack was built for another programme")
            folder = kit.title if pack.kit == ALL_KITS else ""
            for printed in print_sets_of(maker.library, maker.programme, kit):
                places = tuple(start + every.index(paper.copy) for paper in printed.papers)
                self._planned.append(_Planned(printed, folder, places))
            start += len(every)

    def needed(self) -> list[int]:
        """The places in the pack of all that is printed."""
        return sorted({place for planned in self._planned for place in planned.places})

    def made(
        self, pdfs: Mapping[int, _Outcome], office: str | os.PathLike[str] | None, timeout: float | None
    ) -> list[_Outcome]:
        """The sets of which every paper could be converted; of the others, what they lack."""
        whole: list[tuple[_Planned, list[Document]]] = []
        outcomes: list[_Outcome] = []
        for planned in self._planned:
            papers = [pdfs[place] for place in planned.places]
            good = [paper for paper in papers if isinstance(paper, Document)]
            if len(good) == len(papers):
                whole.append((planned, good))
            else:
                lacking = ", ".join(self._stem(place) for place in planned.places if isinstance(pdfs[place], Problem))
                what = message("The print set isn't made: it lacks {documents}.", documents=lacking)
                outcomes.append(Problem(what, file=f"{planned.printed.name}.pdf"))
        covers = self._covers(whole, office, timeout)
        for (planned, good), cover in zip(whole, covers, strict=True):
            outcomes.append(cover if isinstance(cover, Problem) else self._merged(planned, cover, good))
        return outcomes

    def _covers(
        self,
        whole: Sequence[tuple[_Planned, Sequence[Document]]],
        office: str | os.PathLike[str] | None,
        timeout: float | None,
    ) -> list[_Outcome]:
        """The lists; they are laid out again where one takes more than the page that they are counted with."""
        from .pdf.merging import sheets  # noqa: PLC0415 - imports pikepdf, which may not be there

        lengths = [1] * len(whole)
        covers = [self._cover(*one, 1) for one in whole]
        made = convert(covers, office=office, timeout=timeout) if covers else []
        for place, cover in enumerate(made):
            if isinstance(cover, Document):
                lengths[place] = len(sheets(cover.bytes))
        longer = [place for place, length in enumerate(lengths) if length > 1]
        again = [self._cover(*whole[place], lengths[place]) for place in longer]
        for place, cover in zip(longer, convert(again, office=office, timeout=timeout) if again else [], strict=True):
            made[place] = cover
        return made

    def _cover(self, planned: _Planned, papers: Sequence[Document], length: int) -> Document:
        """The list of a set, as a Word document; the papers begin behind it."""
        from .pdf.merging import sheets  # noqa: PLC0415 - see above

        pages, first = [], length + 1
        for paper, pdf in zip(planned.printed.papers, papers, strict=True):
            sizes = sheets(pdf.bytes)[: 1 if paper.first_page else None]
            pages.append(Pages(first, first + len(sizes) - 1, sizes[0]))
            first += len(sizes)
        maker, names = self._maker, [self._stem(place) for place in planned.places]
        copy = maker.marked(planned.printed.cover)
        content = maker.page(copy, context(maker.library, maker.programme, planned.printed, copy, names, pages))
        return Document(PRINT_LIST, f"{planned.printed.name}.docx", planned.folder, MEDIA_TYPES["docx"], content)

    def _merged(self, planned: _Planned, cover: Document, papers: Sequence[Document]) -> Document:
        from .pdf.merging import Part, merged  # noqa: PLC0415 - see above

        name, wanted = planned.printed.name, planned.printed.papers
        parts = [Part(name, cover.bytes)]
        for place, pdf, paper in zip(planned.places, papers, wanted, strict=True):
            parts.append(Part(self._stem(place), pdf.bytes, 1 if paper.first_page else None))
        return Document(PRINT_LIST, f"{name}.pdf", planned.folder, PDF, merged(parts, name), self._pack.beside)

    def _stem(self, place: int) -> str:
        """A document's name without what kind of file it is."""
        return self._pack.documents[place].name.rpartition(".")[0]
