"""What is written in the fields of a cell, whatever is left of its content controls.

A control is known by its tag, else by its title, else by its place among the others; where it has been deleted, what
stands between the printed texts is the answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from .parting import apart, parted
from .sheet import Cell, plain
from .wordml import NO_TICK, TICKS, Control, Kind, is_styled

_PLACEHOLDER_STYLES = ("PlaceholderText", "Pladsholdertekst")  # style ids: ours, and that of a Danish Word


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of ours: its control's tag and title, its kind, and what stands in it before anybody has written."""

    key: str
    name: str
    kind: Kind
    printed: str = ""
    choices: tuple[str, ...] = ()

    @classmethod
    def of(cls, control: Control, text: str) -> Slot:
        """The field of a control in a document as we make it."""
        printed = "" if control.is_placeholder or control.kind == "tick" else text
        return cls(control.tag, control.title, control.kind, printed, control.choices)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was written in a field, and the day that its calendar was set to; a ticked box has its tick.

    `help` is a text that looks like the light line of an empty field without being ours.
    """

    text: str
    full_date: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A cell's answers, None for a field that is no longer there; and the texts that belong to none of them.

    `label` is what stands in place of the printed text, where somebody has changed it.
    """

    answers: tuple[Answer | None, ...]
    strays: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """How empty fields are known: by the `placeholders`, as `plain` makes them, and by Word's mark.

    LibreOffice 7.4 leaves the mark and the style on what people type: there only the text itself can tell.
    """

    placeholders: Collection[str]
    are_trusted: bool

    def answer(self, control: Control, text: str) -> Answer:
        """What a control holds."""
        if control.kind == "tick":
            return Answer(TICKS[0] if _is_ticked(control, text) else "")
        if self.is_empty(text):
            return Answer("")
        if self.are_trusted and (control.is_placeholder or is_styled([control.element], _PLACEHOLDER_STYLES)):
            return Answer("", help=text)
        return Answer(text, control.full_date)

    def is_empty(self, text: str) -> bool:
        """Whether nobody has written anything."""
        return not text.strip() or plain(text) in self.placeholders


def slots(ours: Cell) -> tuple[Slot, ...]:
    """The fields of a cell."""
    return tuple(map(Slot.of, ours.controls, ours.texts))


def written(ours: Cell, filled: Cell, marks: Marks) -> Written:
    """What came back in a cell of ours."""
    fields = slots(ours)
    held = _held(fields, filled.controls)
    found = [
        marks.answer(filled.controls[held[place]], filled.texts[held[place]]) if place in held else None
        for place in range(len(fields))
    ]
    if None in found:
        return _between_the_printed(ours, filled, found, marks)
    return _with_text_around(ours, filled, held, found, marks)


def _is_ticked(control: Control, text: str) -> bool:
    """Whether a check box is ticked: what it shows counts, since that is what people see."""
    shown = text.strip()
    return shown in TICKS if len(shown) == 1 and shown in TICKS + NO_TICK else control.is_checked


def _held(fields: Sequence[Slot], controls: Sequence[Control]) -> dict[int, int]:
    """The place of the control that belongs to each field; none where that would be a guess."""
    free, held = dict(enumerate(controls)), dict[int, int]()
    for by_title in (False, True):
        for place, slot in enumerate(fields):
            number = next((n for n, control in free.items() if _is_named(slot, control, by_title)), None)
            if place not in held and number is not None:
                held[place] = number
                del free[number]
    left = [place for place in range(len(fields)) if place not in held]
    kinds, wanted = Counter(control.kind for control in free.values()), Counter(fields[place].kind for place in left)
    all_left = len(free) == len(left)
    for place in left:
        kind = fields[place].kind
        if all_left or kinds[kind] == wanted[kind]:
            number = next(n for n, control in free.items() if all_left or control.kind == kind)
            held[place] = number
            del free[number]
    return held


def _is_named(slot: Slot, control: Control, by_title: bool) -> bool:
    if by_title:
        return bool(control.title) and plain(slot.name) == plain(control.title)
    return bool(control.tag) and slot.key == control.tag


def _with_text_around(
    ours: Cell, filled: Cell, held: Mapping[int, int], found: Sequence[Answer | None], marks: Marks
) -> Written:
    """The answers with what was typed beside their controls, where a cell has but one to write in."""
    answers, order = [answer or Answer("") for answer in found], [held[place] for place in range(len(held))]
    if order != list(range(len(filled.controls))):
        known = set(map(plain, ours.literals))
        others = [text for n, text in enumerate(filled.texts) if n not in order and not marks.is_empty(text)]
        strays = [*(text for text in filled.literals if plain(text) not in known), *others]
        return Written(tuple(answers), tuple(text for text in strays if text.strip(f" \n\t{NO_TICK}")))
    label, beside = "", list[tuple[str, str]]()
    for printed, shown in zip(ours.literals, filled.literals, strict=True):
        around = apart(printed, shown)
        label = label if around else shown.strip()
        beside.append(around or ("", ""))
    typed = [place for place, slot in enumerate(slots(ours)) if slot.kind != "tick"]
    if len(typed) != 1:
        return Written(tuple(answers), tuple(text for pair in beside for text in pair if text.strip()), label)
    place = typed[0]
    above, first = beside[0]
    if place > 0:  # what stands above the first of the check boxes may be the answer's beginning as well
        above, first = "", above + first
    before = _joined(first, *(text for pair in beside[1 : place + 1] for text in pair))
    after = _joined(*(text for pair in beside[place + 1 :] for text in pair))
    if before or after:
        own = answers[place]
        inside = own.text or own.help
        text = f"{before}{inside}{after}" if inside else f"{before}{after}".strip("\n")
        answers[place] = replace(own, text=text, help="")
    return Written(tuple(answers), (above,) if above.strip() else (), label)


def _joined(*texts: str) -> str:
    return "".join(text for text in texts if text.strip())


def _between_the_printed(ours: Cell, filled: Cell, found: Sequence[Answer | None], marks: Marks) -> Written:
    """The answers of a cell that has lost controls, from its text."""
    fields, shown = slots(ours), _without_placeholders(filled, marks)
    between = parted([slot.kind == "tick" for slot in fields], ours.literals, shown)
    texts: Sequence[str | None] = between or _guessless(ours, fields, shown)
    help_only = marks.are_trusted and is_styled(filled.content, _PLACEHOLDER_STYLES)
    answers = [
        known or (None if text is None else _read(slot, text, marks, help_only=help_only))
        for slot, known, text in zip(fields, found, texts, strict=True)
    ]
    is_read = between is not None or None not in answers
    return Written(tuple(answers), () if is_read or plain(shown) in map(plain, ours.literals) else (shown,))


def _without_placeholders(filled: Cell, marks: Marks) -> str:
    texts = ["" if control.kind != "tick" and marks.is_empty(text) else text for control, text in filled.held]
    return filled.literals[0] + "".join(text + after for text, after in zip(texts, filled.literals[1:], strict=True))


def _read(slot: Slot, text: str, marks: Marks, *, help_only: bool) -> Answer:
    if slot.kind == "tick":
        return Answer(text if text in TICKS else "")
    if marks.is_empty(text):
        return Answer("")
    return Answer("", help=text) if help_only else Answer(text)


def _guessless(ours: Cell, fields: Sequence[Slot], shown: str) -> list[str | None]:
    """What a cell without its printed text still says: a lone mark of a scale, or a lone field's text."""
    if all(slot.kind == "tick" for slot in fields) and shown.strip().isdigit():
        marked = [slot.key.endswith(f".{shown.strip()}") for slot in fields]
        if marked.count(True) == 1:
            return [TICKS[0] if one else "" for one in marked]
    if len(fields) == 1 and fields[0].kind != "tick":
        printed = {plain(line) for literal in ours.literals for line in literal.split("\n")}
        return ["\n".join(line for line in shown.split("\n") if not line.strip() or plain(line) not in printed)]
    return [None] * len(fields)
