"""PowerPoint decks in tests: made with python-pptx, and taken apart from the XML itself.

A deck taken apart is its parts and their relations, and each slide with what it inherits from.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.util import Inches

from tests.support.packages import parsed, unzipped

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SHAPES = (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}cxnSp")
PRESENTATION = "ppt/presentation.xml"


class Draft:
    """A deck in the making, on python-pptx's default template."""

    def __init__(self) -> None:
        self.file: Any = Presentation()
        self.slide: Any = None

    def add(self, title: str, *, notes: str = "") -> Draft:
        """Adds a slide with a title, and notes."""
        self.slide = self.file.slides.add_slide(self.file.slide_layouts[5])
        self.slide.shapes.title.text_frame.text = title
        if notes:
            self.slide.notes_slide.notes_text_frame.text = notes
        return self

    def box(
        self, *paragraphs: str, name: str | None = None, at: tuple[float, float, float, float] = (1, 2, 4, 1)
    ) -> Draft:
        """Adds a text box to the last slide, in inches."""
        shape = self.slide.shapes.add_textbox(*map(Inches, at))
        shape.name = name or shape.name
        shape.text_frame.text = paragraphs[0] if paragraphs else ""
        for text in paragraphs[1:]:
            shape.text_frame.add_paragraph().text = text
        return self

    def table(self, *rows: tuple[str, ...]) -> Draft:
        """Adds a table to the last slide."""
        table = self.slide.shapes.add_table(len(rows), len(rows[0]), *map(Inches, (1, 3, 6, 1))).table
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
        return self

    def data(self) -> bytes:
        """The file."""
        target = io.BytesIO()
        self.file.save(target)
        return target.getvalue()


@dataclass(frozen=True)
class Relation:
    """Where a relationship leads: `kind` is the last word of its type, `path` a part or, if `external`, an address."""

    kind: str
    path: str
    external: bool


@dataclass(frozen=True)
class Slide:
    """A slide and what it inherits from."""

    number: int
    part: str
    tree: etree._Element
    layout: etree._Element
    master: etree._Element
    notes: etree._Element | None
    theme: etree._Element
    presentation: etree._Element

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"slide {self.number}"

    @property
    def layout_name(self) -> str:
        """The layout as people know it."""
        common = self.layout.find(f"{P}cSld")
        return common.get("name", "") if common is not None else ""


class Deck:
    """The parts of a pptx, and its slides in the order in which they are shown."""

    def __init__(self, data: bytes) -> None:
        self.parts = unzipped(data)
        self.trees = parsed(self.parts)

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of a part by id; of the package for an empty name."""
        folder, _, name = part.rpartition("/")
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if tree is None else {r.get("Id", ""): _relation(r, folder) for r in tree}

    def related(self, part: str, kind: str) -> str | None:
        """The part of a kind that a part leads to."""
        return next((r.path for r in self.relations(part).values() if r.kind == kind), None)

    @cached_property
    def slides(self) -> list[Slide]:
        """The slides as they are shown."""
        relations = self.relations(PRESENTATION)
        shown = (relations[s.get(f"{R}id", "")].path for s in self.trees[PRESENTATION].iter(f"{P}sldId"))
        return [self._slide(number, part) for number, part in enumerate(shown, 1)]

    def _slide(self, number: int, part: str) -> Slide:
        layout = self.related(part, "slideLayout") or ""
        master = self.related(layout, "slideMaster") or ""
        notes = self.related(part, "notesSlide")
        return Slide(
            number,
            part,
            self.trees[part],
            self.trees[layout],
            self.trees[master],
            self.trees.get(notes or ""),
            self.trees[self.related(master, "theme") or ""],
            self.trees[PRESENTATION],
        )


def _relation(found: etree._Element, folder: str) -> Relation:
    target, external = found.get("Target", ""), found.get("TargetMode") == "External"
    path = target if external else posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
    return Relation(found.get("Type", "").rpartition("/")[2], path, external)


def shapes(tree: etree._Element) -> Iterator[etree._Element]:
    """The shapes of a slide, layout or master in reading order, those of groups one by one."""
    yield from tree.iter(*SHAPES)


def known_as(shape: etree._Element) -> etree._Element:
    """The element with a shape's id, name and alt text."""
    return next(shape.iter(f"{P}cNvPr"))


def placeholder(shape: etree._Element) -> tuple[str, str] | None:
    """Type and number of a placeholder."""
    found = next(shape.iter(f"{P}ph"), None)
    return None if found is None else (found.get("type", "obj"), found.get("idx", "0"))


def is_decorative(shape: etree._Element) -> bool:
    """Whether a screen reader is to pass over it."""
    return any(mark.get("val") in ("1", "true") for mark in known_as(shape).iter(DECORATIVE))


def paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a shape, a cell or a whole slide."""
    yield from element.iter(f"{A}p")


def runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Runs and fields of a paragraph."""
    yield from paragraph.iter(f"{A}r", f"{A}fld")


def text(element: etree._Element) -> str:
    """What is read of an element, without line breaks."""
    return "".join(found.text or "" for found in element.iter(f"{A}t"))


def slides(data: bytes) -> list[etree._Element]:
    """The slides' trees as they are shown."""
    return [slide.tree for slide in Deck(data).slides]


def lines(element: etree._Element) -> list[str]:
    """The paragraphs of a slide or shape that say something, with their line breaks."""
    return [found for found in map(_line, paragraphs(element)) if found]


def _line(paragraph: etree._Element) -> str:
    return "".join("\n" if found.tag == f"{A}br" else found.text or "" for found in paragraph.iter(f"{A}t", f"{A}br"))


def notes(data: bytes) -> list[list[str]]:
    """The notes of each slide, a line a paragraph."""
    found = (slide.notes for slide in Deck(data).slides if slide.notes is not None)
    return [
        [line for shape in shapes(tree) if (placeholder(shape) or ("",))[0] == "body" for line in lines(shape)]
        for tree in found
    ]


def boxes(slide: etree._Element) -> Iterator[tuple[str, str, int, int, int]]:
    """Name, text, left, top and width of every shape that says where it stands."""
    for shape in slide.iter(f"{P}sp"):
        offset, extent = shape.find(f".//{A}xfrm/{A}off"), shape.find(f".//{A}xfrm/{A}ext")
        if offset is not None and extent is not None:
            place = (int(offset.get("x", "")), int(offset.get("y", "")), int(extent.get("cx", "")))
            yield (known_as(shape).get("name", ""), " ".join(lines(shape)), *place)
