"""What must hold of any deck of ours: the accessibility rules, structure that PowerPoint needs, what the room needs.

The Word twin is `rules.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tests.support.decks import (
    PRESENTATION,
    A,
    Deck,
    P,
    R,
    Slide,
    known_as,
    paragraphs,
    placeholder,
    runs,
    shapes,
    text,
)
from tests.support.rules import PATHS, inaccessible
from tests.support.slide_looks import size

DC = "{http://purl.org/dc/elements/1.1/}"
TITLES = {"title", "ctrTitle"}
SMALL = {"ftr", "sldNum", "dt"}
LEAST, LEAST_SMALL = 14, 12
TITLE_SIZES = (32, 40)
COVERS = ("Titel", "Afslutning")
COVER_TITLE = 54  # on the first and the last slide
SLOTS_ONLY = ("srgbClr", "scrgbClr", "sysClr", "prstClr", "hslClr")
LEFT_OVER = re.compile(r"\{%-?\s*(slide|sp)\b")
SPOKEN = re.compile(r"ppt/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)/[^/]+\.xml")


def broken(data: bytes) -> list[str]:
    """What is wrong with a deck, a line each."""
    deck = Deck(data)
    unreachable = list(_relationships(deck))
    if any(line.startswith("a relationship") for line in unreachable):
        return unreachable
    return [
        *unreachable,
        *inaccessible(data),
        *_properties(deck),
        *_language(deck),
        *(f"{slide.name}: {line}" for slide in deck.slides for line in _slide(slide)),
        *_places(deck),
        *_fixed_text(deck),
    ]


def _slide(slide: Slide) -> Iterator[str]:
    yield from _notes(slide)
    yield from _shapes(slide)
    for table in slide.tree.iter(f"{A}tbl"):
        yield from _table(table)
    yield from _sizes(slide)


def _relationships(deck: Deck) -> Iterator[str]:
    """Every relationship leads somewhere, every reference has one, and every part is reached from the package."""
    reached, waiting = {"[Content_Types].xml"}, [""]
    while waiting:
        part = waiting.pop()
        relations = deck.relations(part)
        for name, relation in relations.items():
            if relation.external or relation.path in reached:
                continue
            if relation.path not in deck.parts:
                yield f"a relationship of {part or 'the package'} to {relation.path}, which is not there ({name})"
                continue
            reached.add(relation.path)
            waiting.append(relation.path)
        if part in deck.trees:
            wanted = {v for e in deck.trees[part].iter() for k, v in e.attrib.items() if str(k).startswith(R)}
            for lost in sorted(map(str, wanted - set(relations) - {""})):
                yield f"a relationship {lost} that {part} asks for is not there"
    for unused in sorted(set(deck.parts) - reached):
        if not unused.endswith(".rels"):
            yield f"{unused} belongs to nothing"
    shown = {slide.get(f"{R}id") for slide in deck.trees[PRESENTATION].iter(f"{P}sldId")}
    for name, relation in deck.relations(PRESENTATION).items():
        if relation.kind == "slide" and name not in shown:
            yield f"{relation.path} is never shown"


def _properties(deck: Deck) -> Iterator[str]:
    core = deck.trees["docProps/core.xml"]
    if core.findtext(f"{DC}language") != "da-DK":
        yield "the properties don't say da-DK"
    if re.search("python-pptx|Steve Canny", deck.parts["docProps/core.xml"].decode()):
        yield "the author is python-pptx"
    for name, content in deck.parts.items():
        if PATHS.search(content):
            yield f"{name} holds a path of this machine"
    extent = deck.trees[PRESENTATION].find(f"{P}sldSz")
    if extent is None or int(extent.get("cx", "0")) * 9 != int(extent.get("cy", "0")) * 16:
        yield "the slides are not 16:9"
    if not deck.slides:
        yield "the deck has no slides"


def _language(deck: Deck) -> Iterator[str]:
    for name, tree in deck.trees.items():
        for found in tree.iter(f"{A}rPr", f"{A}endParaRPr", f"{A}defRPr"):
            if found.get("lang", "da-DK") != "da-DK":
                yield f"{name} has text in {found.get('lang')}"
                break
        if not SPOKEN.fullmatch(name):
            continue
        for run in (run for paragraph in paragraphs(tree) for run in runs(paragraph)):
            properties = run.find(f"{A}rPr")
            if properties is None or properties.get("lang") != "da-DK":
                yield f"{name} has a text without language: {text(run)[:30]!r}"


def _notes(slide: Slide) -> Iterator[str]:
    bodies = (
        [s for s in shapes(slide.notes) if (placeholder(s) or ("", ""))[0] == "body"] if slide.notes is not None else []
    )
    if not any(text(body).strip() for body in bodies):
        yield "no notes"
        return
    lines = [text(paragraph) for body in bodies for paragraph in paragraphs(body)]
    if any(LEFT_OVER.search(line) for line in lines):
        yield "a tag is left in the notes"
    if not all(line.strip() for line in lines):
        yield "an empty paragraph in the notes"


def _shapes(slide: Slide) -> Iterator[str]:
    ids = [found.get("id") for found in slide.tree.iter(f"{P}cNvPr")]
    if len(set(ids)) != len(ids):
        yield f"shapes share ids: {ids}"
    for shape in shapes(slide.tree):
        if LEFT_OVER.search(text(shape)):
            yield f"a tag is left in {known_as(shape).get('name', '')!r}"


def _table(table: etree._Element) -> Iterator[str]:
    start = text(table)[:30]
    settings = table.find(f"{A}tblPr")
    if settings is None or settings.get("firstRow") not in ("1", "true"):
        yield f"a table without a header row: {start!r}"
    columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
    if any(len(row.findall(f"{A}tc")) != columns for row in table.iter(f"{A}tr")):
        yield f"a table whose rows don't have its columns: {start!r}"
    for cell in table.iter(f"{A}tc"):
        if any(not text(paragraph).strip() for paragraph in paragraphs(cell)):
            row = cell.getparent()
            yield f"an empty cell or paragraph beside {text(row)[:30] if row is not None else ''!r}"


def _printed(tree: etree._Element) -> Iterator[tuple[etree._Element, etree._Element, etree._Element]]:
    """Every run that can be seen, with its shape and its paragraph."""
    for shape in shapes(tree):
        for paragraph in paragraphs(shape):
            yield from ((shape, paragraph, run) for run in runs(paragraph) if text(run).strip())


def _sizes(slide: Slide) -> Iterator[str]:
    for shape, paragraph, run in _printed(slide.tree):
        kind = (placeholder(shape) or ("", ""))[0]
        points = round(size(slide, shape, paragraph, run), 1)
        if kind in TITLES:
            most = COVER_TITLE if slide.layout_name in COVERS else TITLE_SIZES[1]
            if not TITLE_SIZES[0] <= points <= most:
                yield f"a title of {points:g} points: {text(run)[:30]!r}"
        elif points < (LEAST_SMALL if kind in SMALL else LEAST):
            yield f"a text of {points:g} points: {text(run)[:30]!r}"


def _places(deck: Deck) -> Iterator[str]:
    """Colours and fonts come from the theme alone, so that a brand reaches everything."""
    for name, tree in deck.trees.items():
        if not re.fullmatch(r"ppt/(slides|slideLayouts|slideMasters)/[^/]+\.xml", name):
            continue
        if fixed := sorted({etree.QName(e).localname for kind in SLOTS_ONLY for e in tree.iter(f"{A}{kind}")}):
            yield f"{name} has colours that are not the theme's ({', '.join(fixed)})"
        faces = {e.get("typeface", "") for kind in ("latin", "ea", "cs") for e in tree.iter(f"{A}{kind}")}
        if own := sorted(face for face in faces if not face.startswith("+")):
            yield f"{name} has fonts that are not the theme's ({', '.join(own)})"


def _fixed_text(deck: Deck) -> Iterator[str]:
    """What master and layouts print on every slide by themselves, such as wayfinding."""
    seen: set[int] = set()
    for slide in deck.slides:
        for tree, name in ((slide.master, "master"), (slide.layout, f"layout {slide.layout_name!r}")):
            if id(tree) in seen:
                continue
            seen.add(id(tree))
            for shape, paragraph, run in _printed(tree):
                points = size(slide, shape, paragraph, run)
                if placeholder(shape) is None and points < LEAST_SMALL:
                    yield f"{name}: a text of {points:g} points: {text(run)[:30]!r}"
            if LEFT_OVER.search(text(tree)):
                yield f"{name}: a tag is left"
