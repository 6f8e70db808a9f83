"""What a document says, as one text without styles: for tests that look for sentences."""

from __future__ import annotations

import re

from lxml import etree

import ledertrivsel_docs as ld
from tests.support.packages import unzipped

_PAGES = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_SLIDES = re.compile(r"ppt/slides/slide(\d+)\.xml")
_NOTES = re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml")


def said(document: ld.Document) -> str:
    """The paragraphs of a document, a line each; of a deck those of the slides and of their notes."""
    members = unzipped(document.bytes)
    patterns = (_SLIDES, _NOTES) if document.name.endswith(".pptx") else (_PAGES,)
    trees = [etree.fromstring(members[name]) for pattern in patterns for name in members if pattern.fullmatch(name)]
    paragraphs = ("".join(map(str, p.itertext("{*}t"))) for tree in trees for p in tree.iter("{*}p"))
    return "\n".join(" ".join(text.split()) for text in paragraphs)


def parts(document: ld.Document) -> dict[str, str]:
    """The parts of a document, as they lie in it."""
    return {name: content.decode() for name, content in unzipped(document.bytes).items()}


def kit_says(pack: ld.Pack) -> dict[str, str]:
    """What each document of a kit says, by its number and name."""
    return {document.name: said(document) for document in pack}
