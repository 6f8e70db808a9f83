"""Action cards in tests: made, filled as Word does it, saved by LibreOffice, and what was read from them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

import ledertrivsel_docs as ld
from ledertrivsel_docs.collecting import ReadFile, collect
from ledertrivsel_docs.collecting.wordml import controls
from tests.support.office import libreoffice, needs_tool
from tests.support.packages import unzipped, zipped
from tests.support.word import W14, W

LIBRARY = ld.Library.default()
FORM = LIBRARY.samlet_plan.action_card
LABELS = {field.key: field.label for field in (*FORM.fields, *FORM.own_fields)}
PLACEHOLDERS = {field.key: field.placeholder for field in (*FORM.fields, *FORM.own_fields)}
OTHER = LIBRARY.samlet_plan.themes.by_id()["overbelastning"]
SPARRING = LIBRARY.samlet_plan.themes.by_id()["sparring"]

GOAL = LABELS["goal"]
BAND = ("valid_from", "follow_up_date", "status")


def w(name: str, *children: Any, **attributes: str) -> etree._Element:
    element = etree.Element(W + name)
    for key, value in attributes.items():
        element.set(W + key, value)
    for child in children:
        if isinstance(child, str):
            element.text = child
        else:
            element.append(child)
    return element


def runs(text: str) -> list[etree._Element]:
    """A text as Word writes it: a run a line, line breaks between them."""
    first, *more = map(words, text.split("\n"))
    return [w("r", first), *(w("r", w("br"), line) for line in more)]


def words(text: str) -> etree._Element:
    """A text whose spaces at either end are meant."""
    element = w("t", text)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


class Card:
    """A card as somebody edits it: the XML of its body, and its other parts."""

    def __init__(self, data: bytes) -> None:
        self.parts = unzipped(data)
        self.root = etree.fromstring(self.parts["word/document.xml"])

    @classmethod
    def blank(cls) -> Card:
        return cls(ld.build_document("action-card").bytes)

    @classmethod
    def of(cls, theme: str, programme: ld.Programme | None = None) -> Card:
        return cls(ld.build_document("action-card", programme, theme=theme, brand=ld.Brand.default()).bytes)

    def control(self, key: str) -> etree._Element:
        return next(c for c in self.root.iter(W + "sdt") if c.find(f"{W}sdtPr/{W}tag[@{W}val='{key}']") is not None)

    def row(self, key: str) -> etree._Element:
        return next(self.control(key).iterancestors(W + "tr"))

    def fill(self, key: str, *content: etree._Element, text: str | None = None) -> Card:
        """Fills a control as Word does: the mark of the placeholder goes, and so do its runs."""
        control = self.control(key)
        properties, inside = control[0], control[1]
        for mark in properties.findall(W + "showingPlcHdr"):
            properties.remove(mark)
        inside[:] = [*content, *(runs(text) if text is not None else [])]
        return self

    def choose_day(self, key: str, text: str, full_date: str | None) -> Card:
        kind = self.fill(key, text=text).control(key).find(f"{W}sdtPr/{W}date")
        assert kind is not None
        kind.attrib.pop(W + "fullDate", "")
        if full_date:
            kind.set(W + "fullDate", f"{full_date}T00:00:00Z")
        return self

    def tick(self, key: str) -> Card:
        """Sets the mark in a check box, as a click does."""
        control = self.control(key)
        for checked in control.iter(f"{W14}checked"):
            checked.set(f"{W14}val", "1")
        next(control.iter(W + "t")).text = "☒"
        return self

    def as_it_is(self) -> Card:
        return self

    def is_empty(self, key: str) -> bool:
        """Whether nobody has written in a field, nor we."""
        return self.control(key).find(f"{W}sdtPr/{W}showingPlcHdr") is not None

    def fields(self) -> dict[str, str]:
        """The kind of each field by its key."""
        return {control.tag: control.kind for control in controls([self.root]) if control.tag}

    def without_control(self, key: str, text: str | None = None) -> Card:
        """The control deleted; its content stays, or something typed in its place."""
        control = self.control(key)
        parent = control.getparent()
        assert parent is not None
        position = parent.index(control)
        content = list(control[1]) if text is None else runs(text)
        parent.remove(control)
        for offset, element in enumerate(content):
            parent.insert(position + offset, element)
        return self

    def without_names(self) -> Card:
        """What LibreOffice 7.4 makes of controls: no tag, no title."""
        for properties in self.root.iter(W + "sdtPr"):
            for child in properties.findall(W + "tag") + properties.findall(W + "alias") + properties.findall(W + "id"):
                properties.remove(child)
        return self

    def saved_by(self, application: str) -> Card:
        namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
        self.parts["docProps/app.xml"] = (
            f'<Properties xmlns="{namespace}"><Application>{application}</Application></Properties>'.encode()
        )
        return self

    def stamped(self, **properties: str) -> Card:
        custom = self.parts["docProps/custom.xml"].decode()
        for name, value in properties.items():
            custom = re.sub(rf'(ledertrivsel\.{name}"><vt:lpwstr>)[^<]*', rf"\g<1>{value}", custom)
        self.parts["docProps/custom.xml"] = custom.encode()
        return self

    def bytes(self) -> bytes:
        return zipped(self.parts | {"word/document.xml": etree.tostring(self.root, xml_declaration=True)})

    def read(self, programme: ld.Programme | None = None) -> ReadFile:
        [file] = collect([("kort.docx", self.bytes())], programme=programme).files
        return file

    def answers(self) -> dict[str, Any]:
        file = self.read()
        assert file.problems == (), file.problems
        return card_answers(file)


def card_of(file: ReadFile) -> ld.ActionCard | None:
    """The action card that a file gives."""
    return next((entry for entry in file.entries if isinstance(entry, ld.ActionCard)), None)


def card_theme(file: ReadFile) -> str | None:
    card = card_of(file)
    return card.theme if card else None


def card_answers(file: ReadFile) -> dict[str, Any]:
    """What a file says on its action card."""
    card = card_of(file)
    return card.model_dump(exclude_defaults=True, exclude={"theme", "source"}) if card else {}


def told(file: ReadFile) -> str:
    return "\n".join(map(str, file.problems))


def written(folder: Path, cards: dict[str, bytes]) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in cards.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in cards]


def by_libreoffice(files: list[Path], folder: Path, times: int = 1) -> list[Path]:
    needs_tool("soffice")
    for turn in range(times):
        files = libreoffice(files, folder / str(turn), "docx")
    return files


def all_fields_filled(card: Card) -> Card:
    for key in LABELS:
        if key not in BAND:
            card.fill(key, text=f"Første linje om {key}\nAnden linje\n\nFjerde & <sidste>")
    card.choose_day("valid_from", "1. marts 2027", "2027-03-01").choose_day("follow_up_date", "1. juni 2027", None)
    return card.fill("status", text="I gang")


ALL_ANSWERS: dict[str, Any] = {
    **{key: f"Første linje om {key}\nAnden linje\n\nFjerde & <sidste>" for key in LABELS if key not in BAND},
    "valid_from": date(2027, 3, 1),
    "follow_up_date": date(2027, 6, 1),
    "status": "I gang",
}


# The whole way
