"""The same documents by other libraries, and the text of a document, to see that they say the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import docxtpl
import jinja2
import pptx
from lxml import etree
from pptx.util import Inches

from ledertrivsel_docs.engine import Link
from ledertrivsel_docs.engine.values import FILTERS, TESTS

Block = str | list[list[list[str]]]


def docxtpl_naively(path: str, context: Mapping[str, Any]) -> Callable[[], bytes]:
    """As docxtpl's documentation shows it: the file is opened for each document."""
    return lambda: _rendered(docxtpl.DocxTemplate(path), context, environment())


def docxtpl_reused(path: str, context: Mapping[str, Any]) -> Callable[[], bytes]:
    """With what its API allows to keep: the file in memory, the object, and Jinja's environment."""
    template, shared = docxtpl.DocxTemplate(io.BytesIO(Path(path).read_bytes())), environment()
    return lambda: _rendered(template, context, shared)


def _rendered(template: docxtpl.DocxTemplate, context: Mapping[str, Any], env: jinja2.Environment) -> bytes:
    template.render(context, env, autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def environment() -> jinja2.Environment:
    """Jinja with the few filters and tests of ours that the templates use."""
    env = jinja2.Environment(autoescape=True)
    env.filters |= dict(FILTERS)
    env.tests |= dict(TESTS)
    return env


def plain(value: Any) -> Any:
    """A context without our own kinds of values: docxtpl gets a link's text."""
    if isinstance(value, Link):
        return value.text
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def python_docx(document: bytes) -> Callable[[], bytes]:
    """The text of a document from scratch: paragraphs, and tables where it has such."""
    found = list(_blocks(document))

    def make() -> bytes:
        made = docx.Document()
        for block in found:
            if isinstance(block, str):
                made.add_paragraph(block)
                continue
            table = made.add_table(len(block), max(map(len, block)))
            for row, cells in zip(table.rows, block, strict=True):
                for cell, texts in zip(row.cells, cells, strict=False):
                    cell.text = "\n".join(texts)
        stream = io.BytesIO()
        made.save(stream)
        return stream.getvalue()

    return make


def python_pptx(deck: bytes) -> Callable[[], bytes]:
    """The texts and notes of a deck from scratch: title and body in their boxes, the others in boxes of their own."""
    slides = list(_slides(deck))

    def make() -> bytes:
        made = pptx.Presentation()
        for shapes, notes in slides:
            slide = made.slides.add_slide(made.slide_layouts[1])
            boxes = [slide.shapes.title, slide.placeholders[1]]
            for number, texts in enumerate(shapes):
                box = boxes[number] if number < 2 else slide.shapes.add_textbox(*[Inches(1)] * 4)
                box.text_frame.text = "\n".join(texts)
            slide.notes_slide.notes_text_frame.text = "\n".join(notes)
        stream = io.BytesIO()
        made.save(stream)
        return stream.getvalue()

    return make


def python_pptx_filled(template: Path, deck: bytes) -> Callable[[], bytes]:
    """The same slides in the same look: the template opened, shapes copied to new slides, their texts put in.

    That is how a deck is filled with python-pptx's API, which has no way to copy a slide; the master stays as it is.
    """
    slides = [
        (slide.slide_layout.name, [shape._element for shape in slide.shapes], list(_runs(slide)), notes)
        for slide, (_, notes) in zip(pptx.Presentation(io.BytesIO(deck)).slides, _slides(deck), strict=True)
    ]

    def make() -> bytes:
        made = pptx.Presentation(template)
        for own in list(made.slides._sldIdLst):
            made.part.drop_rel(own.rId)
            made.slides._sldIdLst.remove(own)
        for layout, shapes, runs, notes in slides:
            slide = made.slides.add_slide(made.slide_layouts.get_by_name(layout))
            for placeholder in list(slide.placeholders):
                slide.shapes._spTree.remove(placeholder._element)
            slide.shapes._spTree.extend(map(deepcopy, shapes))
            for run, wanted in zip(_runs(slide), runs, strict=True):
                run.text = wanted.text
            slide.notes_slide.notes_text_frame.text = "\n".join(notes)
        stream = io.BytesIO()
        made.save(stream)
        return stream.getvalue()

    return make


def _runs(slide: Any) -> Iterator[Any]:
    frames = (shape.text_frame for shape in slide.shapes if shape.has_text_frame)
    return (run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs)


def says(data: bytes) -> list[str]:
    """The words of a document's body, or of each slide and its notes, in one order whatever the order of the boxes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "word/document.xml" in archive.namelist():
            body = etree.fromstring(archive.read("word/document.xml"))
            return " ".join(_lines(body)).split()
    return [" ".join(sorted(text for texts in shapes for text in texts) + notes) for shapes, notes in _slides(data)]


def _lines(element: etree._Element) -> Iterator[str]:
    """The text of each paragraph that has any."""
    for paragraph in element.iter("{*}p"):
        text = "".join(
            " " if etree.QName(part).localname in ("br", "tab") else part.text or ""
            for part in paragraph.iter("{*}t", "{*}br", "{*}tab")
            if next(part.iterancestors("{*}p")) is paragraph
        )
        if text.strip():
            yield " ".join(text.split())


def _blocks(document: bytes) -> Iterator[Block]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    for element in _outermost(body):
        if element.tag.endswith("}tbl"):
            rows = element.iter("{*}tr")
            yield [[list(_lines(cell)) for cell in row.iter("{*}tc")] for row in rows]
        else:
            yield from _lines(element)


def _outermost(element: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those in a content control, but none in a table."""
    for child in element:
        if child.tag.rpartition("}")[2] in ("p", "tbl"):
            yield child
        elif child.tag.rpartition("}")[2] in ("sdt", "sdtContent"):
            yield from _outermost(child)


def _slides(deck: bytes) -> Iterator[tuple[list[list[str]], list[str]]]:
    """For each slide the texts of its shapes and those of its notes."""
    for slide in pptx.Presentation(io.BytesIO(deck)).slides:
        shapes = [
            list(_lines(shape._element)) for shape in slide.shapes if shape.has_text_frame or shape.shape_type == 6
        ]
        notes = list(_lines(slide.notes_slide.notes_text_frame._txBody)) if slide.has_notes_slide else []
        yield [texts for texts in shapes if texts], notes


def text_of(path: Path) -> list[str]:
    """The text of all cells, or of all shapes."""
    if path.suffix == ".pptx":
        shapes = [shape for slide in pptx.Presentation(path).slides for shape in slide.shapes]
        return [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    rows = [row for table in docx.Document(path).tables for row in table.rows]
    return [cell.text for row in rows for cell in row.cells]
