"""PowerPoint files in tests: made with python-pptx, read from the XML itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.util import Inches

from tests.support.word import R, unzipped

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


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


def slides(data: bytes) -> list[etree._Element]:
    """The slides' trees in the order of the presentation."""
    parts = unzipped(data)
    listed = etree.fromstring(parts["ppt/presentation.xml"]).iter(f"{P}sldId")
    relations = {r.get("Id"): r.get("Target") for r in etree.fromstring(parts["ppt/_rels/presentation.xml.rels"])}
    return [etree.fromstring(parts[f"ppt/{relations[slide.get(f'{R}id')]}"]) for slide in listed]


def texts(slide: etree._Element) -> list[str]:
    """The paragraphs of a slide that say something."""
    return [text for text in map(_text, slide.iter(f"{A}p")) if text]


def _text(paragraph: etree._Element) -> str:
    return "".join("\n" if found.tag == f"{A}br" else found.text or "" for found in paragraph.iter(f"{A}t", f"{A}br"))


def boxes(slide: etree._Element) -> Iterator[tuple[str, str, int, int, int]]:
    """Name, text, left, top and width of every shape that says where it stands."""
    for shape in slide.iter(f"{P}sp"):
        offset, extent = shape.find(f".//{A}xfrm/{A}off"), shape.find(f".//{A}xfrm/{A}ext")
        if offset is not None and extent is not None:
            place = (int(offset.get("x", "")), int(offset.get("y", "")), int(extent.get("cx", "")))
            yield (next(shape.iter(f"{P}cNvPr")).get("name", ""), " ".join(texts(shape)), *place)


def notes(data: bytes) -> list[list[str]]:
    """The notes of each slide, a line a paragraph."""
    parts = unzipped(data)
    count = len([name for name in parts if name.startswith("ppt/notesSlides/notesSlide")])
    trees = [etree.fromstring(parts[f"ppt/notesSlides/notesSlide{n}.xml"]) for n in range(1, count + 1)]
    return [
        [
            line
            for shape in tree.iter(f"{P}sp")
            if shape.find(f".//{P}ph[@type='body']") is not None
            for line in texts(shape)
        ]
        for tree in trees
    ]
