"""A PowerPoint deck taken apart: its parts and their relations, and each slide with what it inherits from."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SHAPES = (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}cxnSp")
PRESENTATION = "ppt/presentation.xml"


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
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.trees = {n: etree.fromstring(xml) for n, xml in self.parts.items() if n.endswith((".xml", ".rels"))}

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
