"""What reading a Word document gathers on its way: pictures, links, controls, and where it has come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from ..engine.dialect import w
from ..errors import Message
from .finding import Place
from .model import Control, Link, Picture
from .opening import Relation
from .word_styles import Look, Styles


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph stands in: the part, the colour below it, what the table around it says of looks, and where."""

    part: Message
    ground: str
    look: Look = field(default_factory=dict)
    table: int = 0
    row: int = 0
    cell: int = 0


@dataclass(slots=True)
class Gathering:
    """What rules look for by itself, and what is known of the part that is being read."""

    styles: Styles
    pictures: list[Picture] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    heading: str = ""

    def place(self, around: Surroundings, excerpt: str = "") -> Place:
        """Where the reading has come to."""
        table, row, cell = around.table, around.row, around.cell
        return Place(around.part, self.heading, table=table, row=row, cell=cell, excerpt=excerpt)

    def control(self, found: etree._Element, place: Place) -> None:
        """Keeps a content control. A group and a picture's holder are none that somebody fills in."""
        properties = found.find(w("sdtPr"))
        if properties is None or any(properties.find(w(kind)) is not None for kind in ("group", "docPartObj")):
            return
        title, identity = (properties.find(w(name)) for name in ("alias", "id"))
        self.controls.append(
            Control(
                place,
                title.get(w("val"), "") if title is not None else "",
                identity.get(w("val"), "") if identity is not None else "",
            )
        )
