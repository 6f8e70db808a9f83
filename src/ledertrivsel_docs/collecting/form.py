"""A form read back: labelled rows and bands of facts, whichever of tag, title and label are left in the file.

LibreOffice drops tags and titles, people delete controls and type beside them; the label in the cell is what stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lxml import etree

from ..errors import Message, Problem, message
from .opened import Opened
from .wordml import SDT, TBL, TC, TR, Control, P, controls, is_styled, parts, text, w

_PLACEHOLDER_STYLES = ("PlaceholderText", "Pladsholdertekst")  # style ids: ours, and that of a Danish Word


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its control's tag, its label, the light line of an empty one, and what its text is."""

    key: str
    label: str
    placeholder: str
    kind: Literal["text", "date", "choice"] = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """What a form asks: its `title`, `rows` of a label cell and an answer cell, and a `band` of cells with both.

    `printed` are the texts around the fields that come with the form.
    """

    title: Field
    rows: tuple[Field, ...]
    band: tuple[Field, ...]
    printed: Collection[str]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Rows and band."""
        return self.rows + self.band

    @cached_property
    def by_key(self) -> dict[str, Field]:
        """The fields by their control's tag."""
        return {field.key: field for field in self.fields}

    @cached_property
    def by_label(self) -> dict[str, Field]:
        """The fields by their label, as `plain` makes it."""
        return {plain(field.label): field for field in self.fields}

    @cached_property
    def known_texts(self) -> frozenset[str]:
        """What comes with the form, as `plain` makes it."""
        return frozenset(plain(known) for known in (*self.printed, *(field.label for field in self.fields)))

    def is_known(self, shown: str) -> bool:
        """Whether a text is empty or comes with the form, and so is nobody's answer."""
        return not plain(shown) or plain(shown) in self.known_texts


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written in a field, and the day that its calendar was set to."""

    text: str
    full_date: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """A form's title and its answers by field key, an empty text where nobody has written; and what was odd."""

    title: str
    answers: dict[str, Answer]
    problems: tuple[Problem, ...]


def plain(shown: str) -> str:
    """A text or a label as it is compared: without case, surplus space and the signs at its end."""
    return " ".join(shown.split()).rstrip(" ?:.").casefold()


def read_form(document: Opened, form: Form, *, report_above: bool = True) -> Filled:
    """Reads a form. `report_above` is False where the texts above the form aren't all known in `printed`."""
    reading = _Reading(document, form)
    title = reading.title()
    for table in parts(document.body, TBL):
        for box in _boxes(table, form):
            reading.add(box)
    reading.report_strays(report_above)
    return Filled(title, reading.answers(), tuple(reading.problems))


@dataclass(frozen=True, slots=True)
class _Box:
    """A place to answer: the label beside it, what it holds, and the controls in and around it."""

    label: str
    content: Sequence[etree._Element]
    controls: Sequence[Control]
    beside: str = ""
    """What else stands in the cell of the label."""


def _boxes(table: etree._Element, form: Form) -> Iterator[_Box]:
    for row in parts(table, TR):
        cells = list(parts(row, TC))
        if cells and _is_band(cells, form):
            yield from map(_fact, cells)
        elif cells:
            label, beside = _label(cells[0], form)
            yield _Box(label, cells[1:], controls(cells[1:]), beside)


def _label(cell: etree._Element, form: Form) -> tuple[str, str]:
    """The label that a cell begins with, and the rest of its text; a label may have been broken in two lines."""
    shown = text([cell])
    if plain(shown) in form.by_label:
        return shown, ""
    label, _, beside = shown.partition("\n")
    return label, beside


def _is_band(cells: Sequence[etree._Element], form: Form) -> bool:
    """Whether each cell of a row holds a label and an answer, rather than the first the label of the rest."""
    fields = [form.by_label.get(plain(_label(cell, form)[0])) for cell in cells]
    if fields[0] is not None:
        return fields[0] in form.band
    return len(cells) == 1 or bool(controls(cells[:1])) or any(field in form.band for field in fields[1:])


def _fact(cell: etree._Element) -> _Box:
    content = [child for child in cell if child.tag != w("tcPr")]
    has_label = bool(content) and content[0].tag == P and content[0].find(f".//{SDT}") is None
    label = text(content[:1]) if has_label else ""
    return _Box(label, content[1:] if has_label else content, controls([cell]))


def _paragraphs(body: etree._Element, *, above: bool) -> Iterator[etree._Element]:
    """The paragraphs outside of tables: those above the first table, or those below."""
    is_above = True
    for part in parts(body, P, TBL):
        is_above = is_above and part.tag == P
        if part.tag == P and is_above == above:
            yield part


@dataclass
class _Reading:
    """What has been read so far."""

    document: Opened
    form: Form
    problems: list[Problem] = field(default_factory=list)
    _title: etree._Element | None = None
    _found: dict[str, list[Answer]] = field(default_factory=dict)

    def title(self) -> str:
        """The title on one line; its place is the control of that name, any control, or what isn't printed there."""
        known, wanted = {self.form.title.key, self.form.title.label}, self.form.title
        above = list(_paragraphs(self.document.body, above=True))
        inside = {paragraph: controls([paragraph]) for paragraph in above}
        named = [p for p in above if any(known & {control.tag, control.title} for control in inside[p])]
        held = [p for p in above if inside[p]]
        written = [p for p in above if not self.form.is_known(text([p]))]
        self._title = next(iter((*named, *held, *written)), None)
        if self._title is None:
            return ""
        return " ".join(self._value(_Box("", [self._title], inside[self._title]), wanted).split())

    def add(self, box: _Box) -> None:
        """Reads a box; one that belongs to no field is told, with its text."""
        field = self._field(box)
        if field is None:
            self._report_unknown(box)
            return
        if box.beside and not self.form.is_known(box.beside):
            self._report(message("Beside the label stands “{text}”, which isn't read.", text=box.beside), field)
        full_date = next((control.full_date for control in box.controls if control.full_date), "")
        self._found.setdefault(field.key, []).append(Answer(self._value(box, field), full_date))

    def answers(self) -> dict[str, Answer]:
        """The answers, one a field."""
        return {field.key: self._one(field, self._found.get(field.key, [])) for field in self.form.fields}

    def report_strays(self, report_above: bool) -> None:
        """Tells of text outside of the form."""
        places = [*([True] if report_above else []), False]
        for paragraph in (p for above in places for p in _paragraphs(self.document.body, above=above)):
            shown = text([paragraph])
            if paragraph is not self._title and not self.form.is_known(shown):
                self._report(message("Outside of the form stands “{text}”, which isn't read.", text=shown))

    def _field(self, box: _Box) -> Field | None:
        """The field of a box: by tag, else by title, else by label. A label that is another field's outdoes a tag."""
        tagged = [self.form.by_key[control.tag] for control in box.controls if control.tag in self.form.by_key]
        titles = [plain(control.title) for control in box.controls]
        titled = [self.form.by_label[title] for title in titles if title in self.form.by_label]
        by_control = next(iter((*tagged, *titled)), None)
        by_label = self.form.by_label.get(plain(box.label))
        if by_control is None or by_control is by_label:
            return by_label
        if by_label is not None:
            what = message("The field “{field}” has been moved here; the label counts.", field=by_control.label)
            self._report(what, by_label, warning=True)
            return by_label
        if box.label:
            self._report(message("The label has been changed to “{text}”.", text=box.label), by_control, warning=True)
        return by_control

    def _value(self, box: _Box, field: Field) -> str:
        """What is written in a box; a placeholder is nobody's answer.

        A control that shows its placeholder says so, and Word takes that back when somebody types. LibreOffice 7.4
        leaves the mark and the style on what people type: there only the text itself can tell.
        """
        innermost = [control.element for control in box.controls if control.element.find(f".//{SDT}") is None]
        holders = {element for element in innermost if _is_placeholder(text([element]), field)}
        written = text(box.content, without=holders)
        if not written.strip() or _is_placeholder(written, field):
            return ""
        if not self.document.by_libreoffice and _is_marked(box, holders):
            what = message("“{text}” stands as help text, so it isn't read.", text=written)
            self._report(what, field, message("If it is an answer, write it again."))
            return ""
        return written

    def _one(self, field: Field, found: Sequence[Answer]) -> Answer:
        """The answer to a field that may be there several times: what is written is kept, and told."""
        if not found:
            self._report(message("The field is no longer in the form."), field, warning=True)
        written = list(dict.fromkeys(answer for answer in found if answer.text))
        texts = list(dict.fromkeys(answer.text for answer in written))
        if len(texts) > 1:
            self._report(message("The field is there {count} times, with different answers.", count=len(texts)), field)
        return Answer("\n".join(texts), written[0].full_date if len(texts) == 1 else "")

    def _report_unknown(self, box: _Box) -> None:
        written = text(box.content)
        if any(_is_placeholder(written, field) for field in self.form.fields):
            written = ""
        shown = "\n".join(part for part in (box.label, box.beside, written) if not self.form.is_known(part))
        if shown:
            self._report(message("“{text}” isn't a row of the form, so it isn't read.", text=shown))

    def _report(
        self, what: Message, field: Field | None = None, remedy: Message | None = None, *, warning: bool = False
    ) -> None:
        self.problems.append(Problem(what, remedy, where=field.label if field else None, warning=warning))


def _is_placeholder(shown: str, field: Field) -> bool:
    return plain(shown) == plain(field.placeholder)


def _is_marked(box: _Box, holders: Set[etree._Element]) -> bool:
    """Whether all that is written in a box carries the mark or the style of a placeholder."""
    marked = {control.element for control in box.controls if control.is_placeholder}
    unmarked = "" if any(_holds(mark, box) for mark in marked) else text(box.content, without=holders | marked)
    return not unmarked.strip() or is_styled(box.content, _PLACEHOLDER_STYLES)


def _holds(control: etree._Element, box: _Box) -> bool:
    """Whether a control is around a box, rather than in it."""
    return bool(box.content) and control in box.content[0].iterancestors(SDT)
