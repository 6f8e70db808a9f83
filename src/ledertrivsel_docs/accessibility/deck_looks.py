"""How text on a slide looks in the end: size, colour and what it stands on, inherited as PowerPoint inherits it.

From the run to the shape's list style, to the placeholder of the layout, to that of the master, to the master's styles
for titles, text and the rest, to the presentation's defaults.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from ..engine.dialect import a, p
from .colours import fill_colour
from .deck_grounds import ground_of, own_fill
from .deck_shapes import ON_MASTER, Drawn, Scene, lineage, placeholder
from .deck_tables import cell_look
from .opening import elements, number

_STYLES = {"title": "titleStyle", "dt": "otherStyle", "ftr": "otherStyle", "sldNum": "otherStyle"}
_DEFAULT_SIZE = 18.0
_NO_COLOUR = frozenset(map(a, ("gradFill", "pattFill", "blipFill", "noFill")))
_WHOLE = 100_000


class Chain(NamedTuple):
    """All properties that a run's look may come from, the nearest first; the presentation's defaults by themselves."""

    own: list[etree._Element]
    defaults: list[etree._Element]

    def said(self, name: str) -> str | None:
        """What the nearest says that says something."""
        return next((value for found in (*self.own, *self.defaults) if (value := found.get(name))), None)


class Looks:
    """The looks of the texts in one shape."""

    def __init__(self, scene: Scene, shape: Drawn) -> None:
        self.scene, self.shape = scene, shape
        self.is_frame = shape.element.tag == p("graphicFrame")

    @cached_property
    def holders(self) -> list[etree._Element]:
        """The shape, and what it inherits from."""
        return lineage(self.scene, self.shape.element)

    @cached_property
    def scale(self) -> float:
        """How much smaller the text was made to fit."""
        fitted = next(self.shape.element.iter(a("normAutofit")), None)
        return number(fitted.get("fontScale"), _WHOLE) / _WHOLE if fitted is not None else 1

    @cached_property
    def _ground(self) -> str | None:
        return ground_of(self.scene, self.shape, self.holders)

    def chain(self, paragraph: etree._Element, run: etree._Element | None) -> Chain:
        """What the look of a run comes from."""
        own = run.find(a("rPr")) if run is not None else None
        before = paragraph.find(a("pPr"))
        at = int(number(before.get("lvl"))) if before is not None else 0
        level = f"{a(f'lvl{min(max(at, 0), 8) + 1}pPr')}/{a('defRPr')}"
        above = list(self._above(paragraph, level))
        defaults = list(self.scene.presentation.iterfind(f"{p('defaultTextStyle')}/{level}"))
        return Chain([own, *above] if own is not None else above, defaults)

    def _above(self, paragraph: etree._Element, level: str) -> Iterator[etree._Element]:
        body = paragraph.getparent()
        if self.is_frame and body is not None:
            yield from body.iterfind(f"{a('lstStyle')}/{level}")
            return
        for holder in self.holders:
            for text in holder.iterfind(p("txBody")):
                yield from text.iterfind(f"{a('lstStyle')}/{level}")
        kind = placeholder(self.holders[-1])
        if kind is not None:
            style = _STYLES.get(ON_MASTER.get(kind[0], kind[0]), "bodyStyle")
            yield from self.scene.master.iterfind(f"{p('txStyles')}/{p(style)}/{level}")

    def size(self, chain: Chain) -> float:
        """The size in points, as shown."""
        return (number(chain.said("sz"), _DEFAULT_SIZE * 100) / 100) * self.scale

    def ink(self, paragraph: etree._Element, chain: Chain) -> str | None:
        """The colour of the text; None where it can't be known."""
        for found in chain.own:
            for fill in elements(found):
                if fill.tag == a("solidFill"):
                    return fill_colour(fill, self.scene.theme)
                if fill.tag in _NO_COLOUR:
                    return None
        if self.is_frame:
            look = cell_look(self.scene, paragraph)
            return look.ink if look.ink_known else None
        for reference in self.shape.element.iterfind(f"{p('style')}/{a('fontRef')}"):
            if any(True for _ in elements(reference)):
                return fill_colour(reference, self.scene.theme)
        for found in chain.defaults:
            for fill in found.iterfind(a("solidFill")):
                return fill_colour(fill, self.scene.theme)
        return self.scene.theme.slot("tx1")

    def ground(self, paragraph: etree._Element) -> str | None:
        """The colour that the text stands on; None where it can't be known."""
        if not self.is_frame:
            return self._ground
        for cell in paragraph.iterancestors(a("tc")):
            for properties in cell.iterfind(a("tcPr")):
                is_said, colour = own_fill(properties, self.scene)
                if is_said:
                    return colour
        look = cell_look(self.scene, paragraph)
        if not look.fill_known:
            return None
        return look.fill or self._ground
