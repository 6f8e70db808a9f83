"""Headings of Word documents: by them people find their way who don't see the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from ...errors import message
from ..finding import ERROR, TIP, WARNING, Fault, Place
from ..model import Block, Document, Paragraph
from ..registry import WORD, rule

_LONG_DOCUMENT = 5_000  # characters; about three pages
_LONGEST = 120
_TOLD = 5
_STYLE = message("Use the styles Heading 1, Heading 2 … (Home > Styles).")


@rule("headings-missing", ERROR, message("A document of several pages has headings."), "1.3.1", formats=WORD)
def headings_missing(document: Document) -> Iterator[Fault]:
    """Short letters need none."""
    length = sum(len(found.text) for flow in document.main for found in _plain(flow.blocks))
    if length > _LONG_DOCUMENT and not any(True for _ in document.headings()):
        yield Fault(Place(), message("The document is long and has no headings."), _STYLE)


@rule("heading-empty", WARNING, message("No heading is empty."), "2.4.6", formats=WORD)
def heading_empty(document: Document) -> Iterator[Fault]:
    """Somebody who leaps from heading to heading lands on nothing."""
    for found in document.headings():
        if not found.text.strip():
            what = message("A heading of level {level} has no text.", level=found.level)
            yield Fault(found.place, what, message("Delete the empty line, or make it ordinary text."))


@rule("heading-skipped", WARNING, message("No heading level is left out."), "1.3.1", formats=WORD, templates=False)
def heading_skipped(document: Document) -> Iterator[Fault]:
    """A level that is left out sounds like something that was missed."""
    for above, below in pairwise(found for found in document.headings() if found.text.strip()):
        if below.level > above.level + 1:
            what = message("Heading {below} follows heading {above}.", below=below.level, above=above.level)
            remedy = message("Make it heading {level}, or give it a heading above.", level=above.level + 1)
            yield Fault(below.place, what, remedy)


@rule("heading-first", TIP, message("The first heading is of level 1."), "1.3.1", formats=WORD, templates=False)
def heading_first(document: Document) -> Iterator[Fault]:
    """A document begins at the top."""
    for first in islice((found for found in document.headings() if found.text.strip()), 1):
        if first.level > 1:
            what = message("The first heading is of level {level}.", level=first.level)
            yield Fault(first.place, what, message("Make the document's title heading 1."))


@rule("heading-long", TIP, message("A heading is short."), "2.4.6", formats=WORD, templates=False)
def heading_long(document: Document) -> Iterator[Fault]:
    """Headings are read as a list, too."""
    for found in document.headings():
        if len(found.text) > _LONGEST:
            what = message("The heading has {count} characters.", count=len(found.text))
            yield Fault(found.place, what, message("Shorten it, or make a part of it ordinary text."))


@rule("heading-fake", TIP, message("What looks like a heading is one."), "1.3.1", formats=WORD)
def heading_fake(document: Document) -> Iterator[Fault]:
    """A short line that somebody made bold, with ordinary text below; told for the first few."""
    for found in islice(_made_to_look_like_one(document), _TOLD):
        what = message("The line is bold like a heading, but isn't one.")
        yield Fault(found.place, what, _STYLE)


def _made_to_look_like_one(document: Document) -> Iterator[Paragraph]:
    for flow in document.main:
        for above, below in pairwise(flow.blocks):
            if isinstance(above, Paragraph) and _is_bold_line(above) and _is_text(below):
                yield above


def _is_text(block: Block) -> bool:
    is_plain = isinstance(block, Paragraph) and not block.level and bool(block.text.strip())
    return isinstance(block, Paragraph) and is_plain and not _is_bold_line(block)


def _is_bold_line(found: Paragraph) -> bool:
    said = [text for text in found.texts if text.text.strip()]
    is_line = bool(said) and all(text.made_bold for text in said) and len(found.text) <= 80
    return is_line and not found.level and not found.listed and found.text.strip()[-1] not in ".:;,?!"


def _plain(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    return (block for block in blocks if isinstance(block, Paragraph))
