"""A document as a sequence of lines: its paragraphs and table rows, with the content controls in their text.

Both what we print and what comes back are read like this, so that the two can be laid side by side.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice

from lxml import etree

from .wordml import SDT, TBL, TC, TR, Control, P, controls, parts, text

_MARK = re.compile("\0(\\d+)\0")  # no text in XML holds a null character


def plain(shown: str) -> str:
    """A text or a label as it is compared: without case, surplus space and the signs at its end."""
    return " ".join(shown.split()).rstrip(" ?:.").casefold()


def shared_start(texts: Iterable[str]) -> str:
    """What some texts begin with, all of them."""
    known = list(texts)
    first, last = min(known), max(known)
    return first[: next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))]


@dataclass(frozen=True)
class Cell:
    """A paragraph outside of tables, or a cell: the text around its innermost controls, and these with their text.

    There is one more of the `literals` than of the `controls`: they take turns.
    """

    content: Sequence[etree._Element]
    literals: tuple[str, ...]
    controls: tuple[Control, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, *content: etree._Element) -> Cell:
        """What stands in some elements."""
        found = controls(content)
        inner = [one for one in found if next(one.element.iterdescendants(SDT), None) is None]
        if len(inner) == 1 and _is_around(inner[0].element, content):
            return cls(content, ("", ""), tuple(inner), (text(content),))
        marked = text(content, {one.element: f"\0{number}\0" for number, one in enumerate(inner)})
        pieces = _MARK.split(marked)
        seen = tuple(inner[int(number)] for number in pieces[1::2])
        return cls(content, tuple(pieces[::2]), seen, tuple(text([one.element]) for one in seen))

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of its controls."""
        return frozenset(control.tag for control in self.controls if control.tag)

    @cached_property
    def titles(self) -> frozenset[str]:
        """The titles of its controls, as `plain` makes them."""
        return frozenset(plain(control.title) for control in self.controls if control.title)

    @property
    def held(self) -> tuple[tuple[Control, str], ...]:
        """The controls with their texts."""
        return tuple(zip(self.controls, self.texts, strict=True))

    @cached_property
    def label(self) -> str:
        """Its text without what stands in controls, as `plain` makes it."""
        return plain(" ".join(self.literals))

    @cached_property
    def shown(self) -> str:
        """All its text."""
        return self.literals[0] + "".join(map(operator.add, self.texts, self.literals[1:]))


def _is_around(control: etree._Element, content: Sequence[etree._Element]) -> bool:
    """Whether a control holds all of a cell or paragraph, and not several cells."""
    return control in content[0].iterancestors(SDT) and len(list(control.iter(TC))) <= 1


@dataclass(frozen=True)
class Line:
    """A row of a table with its cells, or a paragraph outside of tables as a single one."""

    cells: tuple[Cell, ...]
    is_row: bool

    @cached_property
    def controls(self) -> tuple[Control, ...]:
        """The innermost controls of all its cells."""
        return tuple(control for cell in self.cells for control in cell.controls)

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of its controls."""
        return frozenset().union(*(cell.tags for cell in self.cells))

    @cached_property
    def titles(self) -> frozenset[str]:
        """The titles of its controls, as `plain` makes them."""
        return frozenset().union(*(cell.titles for cell in self.cells))

    @cached_property
    def texts(self) -> frozenset[str]:
        """What is said in its controls, without the light lines of empty ones; numbers say too little."""
        held = [pair for cell in self.cells for pair in cell.held]
        shown = (text for control, text in held if control.kind == "text" and not control.is_placeholder)
        return frozenset(text for text in map(plain, shown) if any(map(str.isalpha, text)))

    @cached_property
    def label(self) -> str:
        """What its first cell is called."""
        return self.cells[0].label

    @cached_property
    def called(self) -> frozenset[str]:
        """What it may be called: something may have been written below its label, or the label be broken in two."""
        return frozenset((self.label, plain(self.cells[0].shown.partition("\n")[0])))

    @cached_property
    def labels(self) -> frozenset[str]:
        """What stands in its cells beside the controls."""
        return frozenset(cell.label for cell in self.cells if cell.label)

    @cached_property
    def shown(self) -> str:
        """All its text, the cells below each other."""
        return "\n".join(cell.shown for cell in self.cells)


def lines_of(body: etree._Element, most: int | None = None) -> list[Line]:
    """The lines of a document, in their order; at most so many."""
    return list(islice(_lines(body), most))


def _lines(container: etree._Element) -> Iterator[Line]:
    for _, together in groupby(parts(container, P, TBL), key=_held_by):
        first, *more = together
        if first.tag == P:
            yield Line((Cell.of(first, *more),), is_row=False)
        else:
            rows = ([Cell.of(cell) for cell in parts(row, TC)] for row in parts(first, TR))
            yield from (Line(tuple(cells), is_row=True) for cells in rows if cells)


def _held_by(part: etree._Element) -> etree._Element:
    """The control that holds one answer of several paragraphs, else the part itself."""
    control = next(part.iterancestors(SDT), None) if part.tag == P else None
    holds_others = control is not None and next(control.iterdescendants(SDT, TBL), None) is not None
    return part if control is None or holds_others else control


def shown_texts(lines: Iterable[Line]) -> frozenset[str]:
    """All texts of some lines, cell by cell and line by line, as `plain` makes them."""
    shown = {text for line in lines for cell in line.cells for text in (cell.shown, *cell.shown.split("\n"))}
    shown |= {literal for line in lines for cell in line.cells for literal in cell.literals}
    return frozenset(map(plain, shown)) - {""}
