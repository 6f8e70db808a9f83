"""Several tagged PDFs as one: pages with their own sizes, tags, links and bookmarks. What isn't kept: named places."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, NumberTree, Object, OutlineItem, Page, Pdf

from .mending import kids, saved

_PAPERS = {"A3": (297, 420), "A4": (210, 297), "A5": (148, 210)}
_NEARLY = 3  # millimetres


@dataclass(frozen=True, slots=True)
class Part:
    """One of the PDFs, what its bookmark says, and how many of its pages are wanted, from the first one on."""

    title: str
    data: bytes
    pages: int | None = None


def sheets(data: bytes) -> list[str]:
    """The paper of each page of a PDF, such as `A3`."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        return [_paper(page) for page in pdf.pages]


def _paper(page: Page) -> str:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    size = sorted(points / 72 * 25.4 for points in (right - left, top - bottom))
    near = (name for name, (short, long) in _PAPERS.items() if abs(size[0] - short) + abs(size[1] - long) < _NEARLY)
    return next(near, " × ".join(f"{side:.0f}" for side in size))


def merged(parts: Sequence[Part], title: str) -> bytes:
    """One PDF of several made by `to_pdf`; its properties are those of the first one, but for the title.

    It asks to be printed in its true size, each page on paper of that size.
    """
    with ExitStack() as opened:
        whole, *others = (opened.enter_context(_opened(part)) for part in parts)
        first_pages = [0]
        structure = _Structure(whole)
        for other in others:
            first_pages.append(len(whole.pages))
            structure.add(other)
        structure.finish()
        with whole.open_outline() as outline:
            outlines = [_bookmarks(pdf, start) for pdf, start in zip([whole, *others], first_pages, strict=True)]
            outline.root[:] = [
                _bookmark(part.title, start, below)
                for part, start, below in zip(parts, first_pages, outlines, strict=True)
            ]
        with whole.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
        preferences = whole.Root.ViewerPreferences
        preferences.PrintScaling, preferences.PickTrayByPDFSize = Name("/None"), True
        return saved(whole)


def _opened(part: Part) -> Pdf:
    pdf = Pdf.open(io.BytesIO(part.data))
    if part.pages is not None and part.pages < len(pdf.pages):
        del pdf.pages[part.pages :]
        _prune(pdf.Root.StructTreeRoot, {page.obj.objgen for page in pdf.pages}, None)
    return pdf


def _prune(element: Object, pages: set[tuple[int, int]], page: tuple[int, int] | None) -> bool:
    """Takes away what lies on pages that are gone; whether anything is left."""
    page = element.Pg.objgen if Name.Pg in element else page
    left = []
    for kid in kids(element):
        if not isinstance(kid, Dictionary):
            kept = page in pages
        elif Name.S in kid:
            kept = _prune(kid, pages, page)
        else:
            kept = (kid.Pg.objgen if Name.Pg in kid else page) in pages
        left += [kid] if kept else []
    element.K = Array(left)
    return bool(left)


class _Structure:
    """The tags of a PDF that others are added to: one document, of which each is a part."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf, self._root = pdf, pdf.Root.StructTreeRoot
        self._parts: list[Object] = []
        self._places: dict[int, Object] = {}  # what has tags on each page, by the number that the page knows it by
        self._take(self._root, pdf.pages)

    def add(self, other: Pdf) -> None:
        """Adds the pages and tags of another one."""
        start = len(self._pdf.pages)
        self._pdf.pages.extend(other.pages)  # first: what has tags then finds its page here
        self._take(self._pdf.copy_foreign(other.Root.StructTreeRoot), self._pdf.pages[start:])

    def _take(self, root: Object, pages: Iterable[Page]) -> None:
        """Numbers the places on pages anew, behind those of the pages before."""
        places = NumberTree(root.ParentTree)
        for page in pages:
            for holder, key in _holders(page):
                number = len(self._places)
                self._places[number] = places[int(holder[key])]
                holder[key] = number
        self._parts += [part for part in kids(root) if isinstance(part, Dictionary)]

    def finish(self) -> None:
        """Writes the tags."""
        self._root.ParentTree = self._pdf.make_indirect(
            Dictionary(Nums=Array([entry for place in self._places.items() for entry in place]))
        )
        self._root.ParentTreeNextKey = len(self._places)
        document = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root))
        for part in self._parts:
            part.P, part.S = document, Name.Part
        document.K, self._root.K = Array(self._parts), document


def _holders(page: Page) -> list[tuple[Object, str]]:
    """The page and the links on it, as far as they have tags, and the key that their number has."""
    found = [(annotation, "/StructParent") for annotation in page.obj.get(Name.Annots, Array())]
    return [(holder, key) for holder, key in [(page.obj, "/StructParents"), *found] if key in holder]


def _bookmarks(pdf: Pdf, start: int) -> list[OutlineItem]:
    """The bookmarks of a PDF whose first page is page `start` of the whole, counted from 0."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start)}
    with pdf.open_outline() as outline:
        return _moved(outline.root, numbers)


def _moved(items: Iterable[OutlineItem], numbers: dict[tuple[int, int], int]) -> list[OutlineItem]:
    found = []
    for item in items:
        place = item.destination
        if isinstance(place, Array) and (number := numbers.get(place[0].objgen)) is not None:
            found.append(_bookmark(item.title, number, _moved(item.children, numbers)))
    return found


def _bookmark(title: str, page: int, below: Iterable[OutlineItem]) -> OutlineItem:
    item = OutlineItem(title, page)
    item.is_closed = True
    item.children.extend(below)
    return item
