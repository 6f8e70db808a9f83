"""A deck template in the making: a base, and on it one slide for each kind of slide that a layout adds."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree
from pptx import Presentation

from ..engine.package import Member, read_package, write_package
from ..engine.recolour import recolour
from ..engine.theme import Theme
from .deck_geometry import geometry_of
from .deck_layouts import SLIDE_LOOKS
from .deck_looks import BELOW_LEAD, INDEX, KINDS, OPEN, Slot
from .deck_markup import (
    Box,
    a,
    named,
    number_field,
    number_shapes,
    p,
    paragraph,
    place,
    run,
    serialised,
)


class DeckSheet:
    """A PowerPoint template that is being made from a base.

    Args:
        base: a pptx with our layouts.
        words: the names of layouts, placeholders and areas (`content/documents/slide-layouts.yaml`).
    """

    def __init__(self, base: bytes, words: Mapping[str, Any]) -> None:
        self.words = words
        self._deck = Presentation(io.BytesIO(base))
        self._layouts = {layout.name: layout for layout in self._deck.slide_layouts}
        self._geometry = geometry_of(lambda key: self._layouts[words["layouts"][key]]._element)

    def slide(
        self, kind: str, layout: str, *shapes: etree._Element, small_print: Sequence[etree._Element] | None = None
    ) -> None:
        """Adds the slide of a kind; its shapes in reading order, the title first.

        `small_print` is what stands at the foot, where it isn't footer and number.
        """
        slide = self._deck.slides.add_slide(self._layouts[self.words["layouts"][layout]])
        tree = slide.shapes._spTree
        for old in list(slide.shapes):
            tree.remove(old._element)
        tree.extend([*shapes, *(self._small_print() if small_print is None else small_print)])
        number_shapes(tree)
        self._geometry.move(tree, layout)
        colours = slide.slide_layout._element.find(p("clrMapOvr").tag)
        for old in slide._element.findall(p("clrMapOvr").tag):
            slide._element.replace(old, deepcopy(colours))
        notes = slide.notes_slide
        for holder in notes.placeholders:
            is_text = holder.placeholder_format.type == _NOTES_TEXT
            holder.name = self.words["placeholders"]["notes" if is_text else "image"]
        body = notes.notes_text_frame._txBody
        for old in body.findall(paragraph().tag):
            body.remove(old)
        body.extend(_notes(kind))

    def _small_print(self) -> list[etree._Element]:
        names = self.words["placeholders"]
        return [
            *self.footer(),
            _placed("sldNum", INDEX["number"], names["number"], paragraph(number_field())),
        ]

    def footer(self, text: str = "footer") -> list[etree._Element]:
        """The footer without the number, which prints the value of that name."""
        name = self.words["placeholders"]["footer"]
        return [_placed("ftr", INDEX["footer"], name, paragraph(f"{{{{ {text} }}}}"))]

    def fill(
        self,
        layout: str,
        key: str,
        *paragraphs: etree._Element | str,
        name: str | None = None,
        looks: Sequence[etree._Element] = (),
    ) -> etree._Element:
        """A placeholder of a layout with its text."""
        kind = None if key in OPEN.get(layout, ()) else KINDS.get(key, "body")
        made = (part if isinstance(part, etree._Element) else paragraph(part) for part in paragraphs)
        slot = self.slot(layout, key)
        # LibreOffice doesn't take a turn from the layout.
        turn = [place(slot.box, slot.turned)] if slot.turned else []
        return _placed(
            kind,
            INDEX[key],
            name or self.words["placeholders"][key],
            *made,
            looks=[*turn, *looks],
        )

    def either(
        self, layout: str, key: str, test: str, other: Box, name: str, *paragraphs: etree._Element, where: str = "true"
    ) -> list[etree._Element]:
        """A placeholder where a test holds, and else one in another box, whose name in the words is given.

        Neither stands on the slide unless `where` holds, too.
        """
        made = []
        own = self.words["placeholders"][name]
        for condition, called, looks in ((f"({test})", None, []), (f"not ({test})", own, [place(other)])):
            tags = [
                paragraph(f"{{%sp if {where} and {condition} %}}"),
                *map(deepcopy, paragraphs),
                paragraph("{%sp endif %}"),
            ]
            made.append(self.fill(layout, key, *tags, name=called, looks=looks))
        return made

    def content(self, layout: str, *paragraphs: etree._Element) -> list[etree._Element]:
        """The placeholder for what a slide says, and below it until when; without that it takes the room of both."""
        body = self.either(layout, "body", "until", BELOW_LEAD, "body_alone", *paragraphs)
        return [*body, self.where_known(layout, "until", "until")]

    def where_known(self, layout: str, key: str, name: str) -> etree._Element:
        """A placeholder that prints a value and is left out where that is empty; `name` as a tag has it."""
        return self.fill(layout, key, f"{{%sp if {name} %}}{{{{ {name} }}}}{{%sp endif %}}")

    def slot(self, layout: str, key: str) -> Slot:
        """Where a placeholder stands in a layout, and how its text looks."""
        return SLIDE_LOOKS[layout].slot(key)

    def table(
        self, layout: str, key: str, box: Box, widths: Sequence[float], *rows: etree._Element, descr: str
    ) -> etree._Element:
        """A table in a placeholder of a layout; its first row is its header."""
        index = INDEX[key]
        grid = a("tblGrid", *(a("gridCol", w=round(width * 36_000)) for width in widths))
        table = a("tbl", a("tblPr", firstRow=1), grid, *rows)
        return p(
            "graphicFrame",
            p(
                "nvGraphicFramePr",
                named(self.words["placeholders"]["table"], descr=descr),
                p("cNvGraphicFramePr", a("graphicFrameLocks", noGrp=1)),
                p("nvPr", p("ph", idx=index)),
            ),
            place(box, parent="p"),
            a("graphic", a("graphicData", table, uri="http://schemas.openxmlformats.org/drawingml/2006/table")),
        )

    def narrowed(self, area: Box) -> float:
        """How wide an area of the map is beside ours, as a factor; 1 where it is as wide or hardly narrower."""
        share = self._geometry.box("map", area).width / area.width
        return share if share < _HARDLY else 1

    def finished(self, look: Theme) -> bytes:
        """The template as a file, in a look; equal input gives equal parts."""
        file = io.BytesIO()
        self._deck.save(file)
        return write_package(_in_look(member, look) for member in read_package(file.getvalue()))


_HARDLY = 0.97
_NOTES_TEXT = 2  # PP_PLACEHOLDER.BODY


def _placed(
    kind: str | None, index: int, name: str, *paragraphs: etree._Element, looks: Sequence[etree._Element] = ()
) -> etree._Element:
    """A placeholder on a slide: where it stands and how it looks comes from the layout."""
    attributes: dict[str, str | float] = {"type": kind} if kind else {}
    if index:
        attributes["idx"] = index
    if kind in ("ftr", "sldNum"):
        attributes["sz"] = "quarter"
    body = a("bodyPr") if kind in ("ftr", "sldNum") else a("bodyPr", a("normAutofit"))
    return p(
        "sp",
        p("nvSpPr", named(name), p("cNvSpPr", a("spLocks", noGrp=1)), p("nvPr", p("ph", **attributes))),
        p("spPr", *looks),
        p("txBody", body, a("lstStyle"), *paragraphs),
    )


def _notes(kind: str) -> list[etree._Element]:
    return [
        paragraph(f"{{%slide {kind} %}}"),
        paragraph("{%p for note in notes %}"),
        paragraph(run("{{ note.label }}", bold=True), "{{ note.text }}"),
        paragraph("{%p endfor %}"),
    ]


def _in_look(member: Member, look: Theme) -> Member:
    if not member.name.startswith("ppt/") or not member.name.endswith(".xml"):
        return Member.deflated(member.name, member.content())
    tree = etree.fromstring(member.content())
    recolour(tree, look)
    return Member.deflated(member.name, serialised(tree))
