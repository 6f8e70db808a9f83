"""What the rules see of a document, the same for Word and PowerPoint; read once, never changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..errors import Message
from .finding import Place


@dataclass(frozen=True, slots=True)
class Text:
    """Text of one look. Colours are `RRGGBB`, and None where they can't be known: on a picture, a gradient."""

    text: str
    language: str | None = None
    ink: str | None = None
    ground: str | None = None
    size: float | None = None
    bold: bool = False
    made_bold: bool = False
    underlined: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `level` is that of a heading, 0 for other text. It is `blank` when it shows nothing at all."""

    place: Place
    texts: tuple[Text, ...] = ()
    level: int = 0
    listed: bool = False
    blank: bool = False

    @property
    def text(self) -> str:
        """What is read of it; a tab is a tab, a line break a newline."""
        return "".join(text.text for text in self.texts)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `merged` when it takes the room of several, or is part of one that does."""

    place: Place
    blocks: tuple[Block, ...] = ()
    merged: bool = False

    @property
    def empty(self) -> bool:
        """Whether it shows nothing."""
        return all(isinstance(block, Paragraph) and block.blank for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `header_repeats` is None where pages have nothing to do with it; `name` is what it is described by."""

    place: Place
    rows: tuple[tuple[Cell, ...], ...]
    header_row: bool = False
    header_column: bool = False
    header_repeats: bool | None = None
    name: str = ""
    nested: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Flow:
    """Blocks that follow each other: the text, a header, a text box, the text of a shape."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What needs words: a picture, a chart, a drawing. `floating` when text runs around it."""

    place: Place
    alt: str = ""
    decorative: bool = False
    floating: bool = False
    worded: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its text, and where it leads."""

    place: Place
    text: str
    target: str
    pictured: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """A content control."""

    place: Place
    title: str
    id: str


@dataclass(frozen=True, slots=True)
class Media:
    """A film or a recording."""

    place: Place
    film: bool
    captioned: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a shape of a slide stands, in reading order; `box` is left, top, right, bottom."""

    place: Place
    box: tuple[float, float, float, float] | None
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: its titles (placeholders with their text), and what is done with it."""

    place: Place
    titles: tuple[str, ...]
    shapes: tuple[Shape, ...] = ()
    size: tuple[float, float] = (0, 0)
    empty_placeholders: tuple[Place, ...] = ()
    hidden: bool = False
    advances: bool = False
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the rules see it; `restricted` says what is locked, if anything is."""

    is_deck: bool
    title: str
    flows: tuple[Flow, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    controls: tuple[Control, ...] = ()
    media: tuple[Media, ...] = ()
    slides: tuple[Slide, ...] = ()
    sections: tuple[str, ...] = ()
    restricted: Message | None = None
    loops: bool = False
    main: tuple[Flow, ...] = field(default=())
    """The flows that headings are looked for in: the text itself, without headers and footers."""

    def all_flows(self) -> Iterator[Flow]:
        """Every flow, those of cells too."""
        for flow in self.flows:
            yield flow
            yield from _below(flow.blocks)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, in order."""
        return (block for flow in self.flows for block in paragraphs(flow.blocks))

    def tables(self) -> Iterator[Table]:
        """Every table, those in cells too."""
        return (block for flow in self.all_flows() for block in flow.blocks if isinstance(block, Table))

    def headings(self) -> Iterator[Paragraph]:
        """The headings of the text, in order."""
        return (found for flow in self.main for found in paragraphs(flow.blocks) if found.level)


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs in order, those of cells where the table stands."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (found for row in block.rows for cell in row for found in paragraphs(cell.blocks))


def _below(blocks: tuple[Block, ...]) -> Iterator[Flow]:
    for block in blocks:
        if isinstance(block, Table):
            for cell in (cell for row in block.rows for cell in row):
                yield Flow(cell.blocks)
                yield from _below(cell.blocks)
