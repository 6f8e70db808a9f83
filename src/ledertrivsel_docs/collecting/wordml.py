"""What a reader of a Word document sees: its paragraphs, its tables' cells, and the content controls in them.

Walks the XML itself, since python-docx doesn't look inside content controls and tracked changes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from ..engine.dialect import W14, w

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


_RUN = w("r")
P, TBL, TR, TC, SDT = w("p"), w("tbl"), w("tr"), w("tc"), w("sdt")
_TEXTS = (w("t"), f"{{{_MATH}}}t")
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}",
    w("softHyphen"): "\N{SOFT HYPHEN}",
}
_UNSEEN = {w(name) for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "del", "moveFrom", "rt")}
_WRAPPERS = {w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")}
Kind = Literal["text", "date", "choice", "tick"]
"""What a control holds."""
_OFF = ("0", "false", "off")
TICKS, NO_TICK = "☒☑✓✔✗✘xX", "☐"
"""What is written in a box to tick it, and an empty one."""


@dataclass(frozen=True, slots=True)
class Control:
    """A content control: the names it is known by, its kind, and whether it says that nobody has answered yet."""

    element: etree._Element
    tag: str
    title: str
    is_placeholder: bool
    full_date: str
    kind: Kind = "text"
    is_checked: bool = False
    choices: tuple[str, ...] = ()

    @classmethod
    def of(cls, element: etree._Element) -> Control:
        """The control that a `w:sdt` is."""
        properties = element.find(w("sdtPr"))
        if properties is None:
            return cls(element, "", "", False, "")
        showing = properties.find(w("showingPlcHdr"))
        date, box = properties.find(w("date")), properties.find(f"{{{W14}}}checkbox")
        lists = [one for name in ("dropDownList", "comboBox") for one in properties.findall(w(name))]
        checked = box.find(f"{{{W14}}}checked") if box is not None else None
        return cls(
            element,
            tag=_value(properties.find(w("tag"))),
            title=_value(properties.find(w("alias"))),
            is_placeholder=showing is not None and _value(showing) not in _OFF,
            full_date=date.get(w("fullDate"), "") if date is not None else "",
            kind="tick" if box is not None else "date" if date is not None else "choice" if lists else "text",
            is_checked=checked is not None and checked.get(f"{{{W14}}}val") not in _OFF,
            choices=tuple(one.get(w("displayText"), one.get(w("value"), "")) for found in lists for one in found),
        )


def _value(element: etree._Element | None) -> str:
    return element.get(w("val"), "") if element is not None else ""


def text(elements: Iterable[etree._Element], instead: Mapping[etree._Element, str] | None = None) -> str:
    """The text as it is read: a newline for each line break and paragraph, none for empty ones at either end.

    What is deleted with tracked changes isn't there, what is inserted is. `instead` has the text of some elements.
    """
    writer = _Writer(instead or {})
    for element in elements:
        writer.write(element)
    return writer.text()


class _Writer:
    """Gathers text, paragraph by paragraph."""

    def __init__(self, instead: Mapping[etree._Element, str]) -> None:
        self._instead = instead
        self._paragraphs: list[list[str]] = [[]]

    def text(self) -> str:
        paragraphs = ["".join(pieces) for pieces in self._paragraphs]
        written = [number for number, paragraph in enumerate(paragraphs) if paragraph]
        return "\n".join(paragraphs[written[0] : written[-1] + 1]) if written else ""

    def write(self, element: etree._Element) -> None:
        if not isinstance(element.tag, str) or element.tag in _UNSEEN:
            return
        if element.tag == _RUN and _is_hidden(element):
            return
        if element in self._instead:
            self._paragraphs[-1].append(self._instead[element])
        elif element.tag in _TEXTS:
            self._paragraphs[-1].append((element.text or "").replace("\n", " "))
        elif element.tag in _CHARACTERS:
            self._paragraphs[-1].append(_CHARACTERS[element.tag])
        else:
            self._write_inside(element)

    def _write_inside(self, element: etree._Element) -> None:
        children: Sequence[etree._Element] = list(element)
        if element.tag == f"{{{_MC}}}AlternateContent":
            children = children[:1]  # the others say the same in an older way
        for child in children:
            self.write(child)
        if element.tag == P and element.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is None:
            self._paragraphs.append([])


def _is_hidden(run: etree._Element) -> bool:
    """Whether nobody sees a run, on paper or on a screen."""
    hidden = run.find(f"{w('rPr')}/{w('vanish')}")
    return hidden is not None and _value(hidden) not in _OFF


def parts(container: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The parts of a body, table, row or cell, such as its rows, also those inside controls and insertions.

    A row or a cell that is deleted with tracked changes isn't there.
    """
    for child in container:
        if child.tag in names:
            if child.find(f"{w('trPr')}/{w('del')}") is None and child.find(f"{w('tcPr')}/{w('cellDel')}") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from parts(child, *names)


def controls(elements: Iterable[etree._Element]) -> list[Control]:
    """The controls in and around some elements, the outer before the inner."""
    found: dict[etree._Element, Control] = {}
    for element in elements:
        around = list(_around(element))
        for control in (*reversed(around), *element.iter(SDT)):
            found.setdefault(control, Control.of(control))
    return list(found.values())


def _around(element: etree._Element) -> Iterator[etree._Element]:
    """The controls between a paragraph or a cell and the cell or table that holds it, from the inside."""
    for ancestor in element.iterancestors():
        if ancestor.tag in (TBL, TC):
            return
        if ancestor.tag == SDT:
            yield ancestor


def is_styled(elements: Iterable[etree._Element], styles: Collection[str]) -> bool:
    """Whether all text in some elements has one of these character styles, and there is some."""
    texts = [shown for element in elements for shown in element.iter(w("t")) if (shown.text or "").strip()]
    return bool(texts) and all(_value(shown.find(f"../{w('rPr')}/{w('rStyle')}")) in styles for shown in texts)
