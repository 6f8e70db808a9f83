"""What stands in a paragraph of Word: text, links, content controls, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from ..engine.dialect import R, w
from .colours import AUTO
from .model import Link, Text
from .opening import elements
from .word_drawings import drawn
from .word_gathering import Gathering, Surroundings
from .word_styles import NONE, UNKNOWN, Look

_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t"}
_THROUGH = frozenset(map(w, ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "fldSimple", "sdtContent")))
_DRAWN = frozenset(map(w, ("drawing", "pict", "object")))
_SHOWN = frozenset(map(w, ("sym", "footnoteReference", "endnoteReference", "pgNum", "footnoteRef", "endnoteRef")))
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\l\s+)?"([^"]*)"')


@dataclass(slots=True)
class Inline:
    """Reads one paragraph: its texts, its text boxes with the colour behind each, whether it shows something else."""

    gathering: Gathering
    around: Surroundings
    look: Look
    ground: str
    texts: list[Text] = field(default_factory=list)
    boxes: list[tuple[etree._Element, str]] = field(default_factory=list)
    shows: bool = False
    field_code: str = ""
    field_links: list[str] = field(default_factory=list)
    field_text: str = ""

    def read(self, holder: etree._Element, *, linked: bool = False) -> None:
        """Reads what a paragraph, a link or a control holds."""
        for child in elements(holder):
            if child.tag == w("r"):
                self._run(child, linked=linked or bool(self.field_links))
            elif child.tag == w("hyperlink"):
                self._link(child)
            elif child.tag == w("sdt"):
                start = len(self.texts)
                for content in child.iterfind(w("sdtContent")):
                    self.read(content, linked=linked)
                said = "".join(text.text for text in self.texts[start:])
                self.gathering.control(child, self.gathering.place(self.around, said))
                self.shows = True  # a control can be filled in, whatever stands in it
            elif child.tag in _THROUGH:
                self.read(child, linked=linked)
            elif child.tag in _DRAWN:
                self._drawing(child)

    def _link(self, found: etree._Element) -> None:
        start, pictures = len(self.texts), len(self.gathering.pictures)
        self.read(found, linked=True)
        relation = self.gathering.relations.get(found.get(f"{{{R}}}id", ""))
        target = relation.target if relation else ""
        target += f"#{anchor}" if (anchor := found.get(w("anchor"))) else ""
        self._keep(target, "".join(text.text for text in self.texts[start:]), len(self.gathering.pictures) > pictures)

    def _keep(self, target: str, text: str, pictured: bool = False) -> None:
        if target:
            self.gathering.links.append(Link(self.gathering.place(self.around, text), text.strip(), target, pictured))

    def _run(self, run: etree._Element, *, linked: bool) -> None:
        text = ""
        for child in elements(run):
            if child.tag == w("t"):
                text += child.text or ""
            elif child.tag in _SIGNS:
                text += _SIGNS[str(child.tag)]
                self.shows = self.shows or child.get(w("type")) in ("page", "column")
            elif child.tag == w("instrText"):
                self.field_code += child.text or ""
            elif child.tag == w("fldChar"):
                self._field(child.get(w("fldCharType"), ""))
            elif child.tag in _DRAWN:
                self._drawing(child)
            elif child.tag in _SHOWN:
                self.shows = True
        if text:
            self._text(run, text, linked)
        if self.field_links:
            self.field_text += text

    def _field(self, kind: str) -> None:
        """A link can also be a field, with its address in the code and its text in the result."""
        if kind == "begin":
            self.field_code = ""
        elif kind == "separate" and (found := _ADDRESS.search(self.field_code)):
            self.field_links.append(found[1])
            self.field_text = ""
        elif kind == "end" and self.field_links:
            self._keep(self.field_links.pop(), self.field_text)
        self.shows = self.shows or kind == "separate"

    def _text(self, run: etree._Element, text: str, linked: bool) -> None:
        styles = self.gathering.styles
        properties = run.find(w("rPr"))
        style = properties.find(w("rStyle")) if properties is not None else None
        named = styles.look(style.get(w("val")), "character") if style is not None else {}
        own = styles.own(properties) if properties is not None else {}
        look = {**self.look, **named, **own}
        if look.get("hidden"):
            return
        fill = look.get("fill", NONE)
        self.shows = self.shows or fill != NONE  # even blanks are seen on a colour of their own
        ink, ground = look.get("ink"), self.ground if fill == NONE else fill
        self.texts.append(
            Text(
                text,
                language=look.get("language"),
                ink=None if ink in (None, AUTO, UNKNOWN) else ink,
                ground=None if ground == UNKNOWN else ground,
                size=float(look.get("size", "10")),
                bold=bool(look.get("bold")),
                made_bold=bool(own.get("bold")),
                underlined=bool(own.get("underlined")),
                linked=linked,
            )
        )

    def _drawing(self, found: etree._Element) -> None:
        place = self.gathering.place(self.around)
        picture, boxes = drawn(found, place, self.gathering.styles.theme)
        self.shows = self.shows or picture is not None or bool(boxes)
        if picture is not None:
            self.gathering.pictures.append(picture)
        self.boxes += boxes
