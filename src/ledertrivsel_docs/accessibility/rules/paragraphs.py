"""Empty lines, rows of blanks and lists typed by hand: what looks like order and is none when it is read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from ...errors import message
from ..finding import TIP, WARNING, Fault
from ..model import Block, Document, Paragraph
from ..registry import rule

_BLANKS = re.compile(r"(?<=\S)[ \u00a0]{4,}(?=\S)")
_TABS = re.compile(r"\t{3,}")
_MARK = re.compile(r"\s*([-–—•·*▪o]|\d{1,2}[.)]|[a-z][.)])[ \t\u00a0]+(?!\w+ \d{4}\b)\S")  # a date is no mark
_LIST = message("Mark the lines, choose Home > Bullets or Numbering, and delete what is typed.")
_SPACE = message("Delete the empty lines and give the paragraph space before or after (Layout > Spacing).")


@rule("empty-paragraphs", WARNING, message("Space is not made of empty lines."), "1.3.1")
def empty_paragraphs(document: Document) -> Iterator[Fault]:
    """Two or more in a row; a screen reader says “blank” for each of them."""
    for above, empty in _empty_runs(document):
        if len(empty) > 1:
            what = message("{count} empty lines follow each other.", count=len(empty))
            yield Fault((above or empty[0]).place, what, _SPACE)


@rule("empty-paragraph", TIP, message("No line is empty."), "1.3.1")
def empty_paragraph(document: Document) -> Iterator[Fault]:
    """A single one."""
    for above, empty in _empty_runs(document):
        if len(empty) == 1:
            yield Fault((above or empty[0]).place, message("An empty line makes space."), _SPACE)


@rule("repeated-blanks", WARNING, message("Text is not moved about with blanks."), "1.3.2")
def repeated_blanks(document: Document) -> Iterator[Fault]:
    """Columns made of blanks fall apart, and are read as one line."""
    for found in document.paragraphs():
        if _BLANKS.search(found.text):
            remedy = message("Use a tab stop, an indent or a table instead.")
            yield Fault(found.place, message("Several blanks in a row move the text."), remedy)


@rule("repeated-tabs", TIP, message("Text is not moved about with rows of tabs."), "1.3.2")
def repeated_tabs(document: Document) -> Iterator[Fault]:
    """One tab and a tab stop are fine."""
    for found in document.paragraphs():
        if _TABS.search(found.text):
            remedy = message("Set one tab stop where the text is to stand, or use a table.")
            yield Fault(found.place, message("Several tabs in a row move the text."), remedy)


@rule("list-typed", WARNING, message("Lists of points are real lists."), "1.3.1")
def list_typed(document: Document) -> Iterator[Fault]:
    """Two lines or more that begin with a typed mark, which is read as “dash” or “star”; told at the first one."""
    for first in _typed_lists(document, numbered=False):
        yield Fault(first.place, message("The list is typed by hand, with marks as text."), _LIST)


@rule("list-typed-numbers", TIP, message("Numbered lists are real lists."), "1.3.1")
def list_typed_numbers(document: Document) -> Iterator[Fault]:
    """Typed numbers read well, but aren't known as a list."""
    for first in _typed_lists(document, numbered=True):
        yield Fault(first.place, message("The list is typed by hand, with numbers as text."), _LIST)


def _typed_lists(document: Document, *, numbered: bool) -> Iterator[Paragraph]:
    """The first line of each list that is typed."""
    for flow in document.all_flows():
        for _, group in groupby(flow.blocks, key=_is_typed_item):
            items = [block for block in group if isinstance(block, Paragraph) and _is_typed_item(block)]
            marks = [found[1] for item in items if (found := _MARK.match(item.text))]
            if len(marks) > 1 and (len(marks[0]) > 1) == numbered and _go_together(marks):
                yield items[0]


def _is_typed_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.listed and not block.level and bool(_MARK.match(block.text))


def _go_together(marks: list[str]) -> bool:
    """Whether marks belong together: the same sign, or numbers or letters that go on."""
    return all(one == other if len(one) == 1 else _next(one) == other for one, other in pairwise(marks))


def _next(mark: str) -> str:
    name, sign = mark[:-1], mark[-1]
    return f"{int(name) + 1}{sign}" if name.isdigit() else f"{chr(ord(name) + 1)}{sign}"


def _empty_runs(document: Document) -> Iterator[tuple[Paragraph | None, list[Paragraph]]]:
    """Empty paragraphs in a row with the paragraph above; not the one that Word asks for after a table or in a cell."""
    for flow in document.all_flows():
        above: Paragraph | None = None
        if all(isinstance(block, Paragraph) and block.blank for block in flow.blocks):
            continue  # an empty cell, header or box
        for is_empty, group in groupby(flow.blocks, key=lambda block: isinstance(block, Paragraph) and block.blank):
            found = list(group)
            paragraphs = [block for block in found if isinstance(block, Paragraph)]
            if is_empty and not (len(found) == 1 and above is None):
                yield above, paragraphs
            above = found[-1] if isinstance(found[-1], Paragraph) else None
