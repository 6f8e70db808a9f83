"""A form read back: its fields by their keys, laid side by side with the document as we make it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from ..engine.dialect import w
from ..errors import Message, Problem, message
from .aligning import Aligned, aligned
from .columns import Columns, side_by_side
from .filling import Answer, Marks, Slot, Written, slots, written
from .opened import Opened, RefusedError
from .sheet import Cell, Line, lines_of, plain, shared_start
from .untrusted import too_much

_MOST_LINES = 1_000


@dataclass(frozen=True)
class Form:
    """A document as we make it: its lines, the texts of its empty fields, and all others that come with it.

    `patterns` are what it says otherwise for another programme.
    """

    lines: tuple[Line, ...]
    placeholders: Collection[str]
    printed: Collection[str]
    patterns: Collection[re.Pattern[str]] = ()

    @cached_property
    def slots(self) -> dict[str, Slot]:
        """Its fields by their keys."""
        return {slot.key: slot for line in self.lines for cell in line.cells for slot in slots(cell)}

    def is_known(self, shown: str) -> bool:
        """Whether a text is empty or comes with the form, and so is nobody's answer."""
        return self._comes_with_it(plain(shown)) or all(map(self._comes_with_it, map(plain, sentences(shown))))

    def _comes_with_it(self, known: str) -> bool:
        if not known or known in self.printed or known in self.placeholders:
            return True
        return any(pattern.fullmatch(known) for pattern in self.patterns)


def sentences(shown: str) -> list[str]:
    """The sentences of a text; one of ours may be made of several that stand apart in the content."""
    return re.split(r"(?<=[.!?:])\s+", shown)


@dataclass(frozen=True, slots=True)
class Filled:
    """The answers of a form by the keys of its fields, and what was odd.

    A row that somebody has added has the key of the row above it and a number: `agreement.8+1.what`. `labels` are what
    stands beside the fields of each row, but not on ours, by the first part of their keys.
    """

    slots: Mapping[str, Slot] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def text(self, key: str) -> str:
        """What was written in a field; empty where nobody has."""
        answer = self.answers.get(key)
        return answer.text if answer is not None else ""

    def rows(self, *suffixes: str) -> Iterator[str]:
        """The first parts of the keys of rows that have a field with one of these last parts."""
        seen = dict.fromkeys(
            key.removesuffix(f".{suffix}") for key in self.slots for suffix in suffixes if key.endswith(f".{suffix}")
        )
        yield from seen


def read_form(document: Opened, forms: Sequence[Form], *, knows_head: bool = True) -> Filled:
    """Reads a document by the form that it looks most like.

    `knows_head` is False where what is printed above its first table can't be known.

    Raises:
        RefusedError: it holds far more lines than a form, or several forms.
    """
    lines = lines_of(document.body, _MOST_LINES + 1)
    if len(lines) > _MOST_LINES:
        raise too_much()
    likest = max(forms, key=lambda form: _likeness(lines, form))
    form = replace(likest, printed=frozenset().union(*(one.printed for one in forms)))
    marks = Marks({text for one in forms for text in one.placeholders}, are_trusted=not document.by_libreoffice)
    reading = _Reading(form, marks, knows_head)
    reading.report_footnotes(document.body)
    pairs = aligned(lines, form.lines)
    if _holds_several(pairs, form):
        raise RefusedError(
            message("There are several filled forms in the file."), message("Save each in its own file.")
        )
    for pair in pairs:
        reading.add(pair)
    return reading.filled()


def _likeness(lines: Sequence[Line], form: Form) -> tuple[int, int]:
    """How many fields are the same by their tags; then how few lines are called otherwise, or say the same."""
    tags = {tag for line in lines for tag in line.tags}
    ours, theirs = (Counter(line.labels for line in found) for found in (form.lines, lines))
    said, printed = ({text for line in found for text in line.texts} for found in (lines, form.lines))
    otherwise = (ours - theirs).total() + (theirs - ours).total()
    return len(tags & form.slots.keys()), len(said & printed) - otherwise


def _holds_several(pairs: Iterable[Aligned], form: Form) -> bool:
    """Whether most lines of a form are there more than once: people paste what they have got into one file."""
    own = [id(line) for line in form.lines if line.controls]
    found = Counter(id(pair.ours) for pair in pairs if pair.ours is not None and _is_known(pair.line, pair.ours))
    again = sum(found[line] > 1 for line in own)
    return again > 1 and 4 * again > 3 * len(own)


def _is_known(line: Line, ours: Line) -> bool:
    """Whether a line is one of ours by more than its place."""
    return bool(line.tags & ours.tags) or (bool(ours.label) and ours.label in line.called)


def stem_of(keys: Iterable[str]) -> str:
    """What the keys of a row have in common up to a full stop: `agreement.3` of `agreement.3.what` and `….who`."""
    known = list(keys)
    return shared_start(known).rpartition(".")[0] if known else ""


@dataclass
class _Reading:
    """What has been read so far."""

    form: Form
    marks: Marks
    knows_place: bool
    problems: list[Problem] = field(default_factory=list)
    _slots: dict[str, Slot] = field(default_factory=dict)
    _found: dict[str, list[Answer]] = field(default_factory=dict)
    _labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _added: dict[str, int] = field(default_factory=dict)
    _columns: Columns | None = None

    def add(self, pair: Aligned) -> None:
        """Reads a line; what belongs to no field is told, with its text."""
        self.knows_place = self.knows_place or pair.line.is_row
        if pair.ours is None:
            self._report_unknown(pair.line)
        elif pair.ours.controls:
            self._add_row(pair, pair.ours)
        else:
            self._columns = Columns.of(pair.ours, pair.line) if pair.line.is_row else None

    def report_footnotes(self, body: etree._Element) -> None:
        """Footnotes stand in a part of their own."""
        if next(body.iter(w("footnoteReference"), w("endnoteReference")), None) is not None:
            self._report(message("There are footnotes, which aren't read."), warning=True)

    def filled(self) -> Filled:
        """All that was read; fields that are gone are told."""
        for line in self.form.lines:
            own = [slot for cell in line.cells for slot in slots(cell)]
            self._slots |= {slot.key: self._slots.get(slot.key, slot) for slot in own}
            if own and not any(slot.key in self._found for slot in own):
                self._report(message("The field is no longer in the form."), own[0], warning=True)
        answers = {key: self._one(slot, self._found.get(key, [])) for key, slot in self._slots.items()}
        return Filled(self._slots, answers, self._labels, tuple(self.problems))

    def _add_row(self, pair: Aligned, ours: Line) -> None:
        found = side_by_side(ours, pair.line, self._columns)
        rows = found.pairs
        own = [slot for cell, _ in rows for slot in slots(cell)]
        if not own or (pair.is_more and not self._can_be_more(pair.line, ours, own)):
            self._report_unknown(pair.line)
            return
        renamed = self._renamed(pair, [slots(cell) for cell, _ in rows])
        stem = stem_of(renamed.values())
        known = {plain(literal) for cell, _ in rows for literal in cell.literals}
        texts = (text for mine, cell in rows for text in (cell.literals if mine.controls else [cell.shown]))
        news = (text.strip() for text in texts if plain(text) not in known)
        self._labels[stem] = tuple(text for text in news if not self.marks.is_empty(text))
        for cell, shown in rows:
            if cell.controls:
                self._add_cell(cell, written(cell, shown, self.marks), renamed)
            else:
                self._compare(cell, shown, own[0], is_more=pair.is_more)
        self._report_moved(pair.line, own)
        self._report_others(found.others)

    def _can_be_more(self, line: Line, ours: Line, own: Sequence[Slot]) -> bool:
        """Whether one more of our lines means something: one of a list, or a copy that is known as such."""
        return bool(line.tags) or _is_known(line, ours) or bool(stem_of(slot.key for slot in own))

    def _renamed(self, pair: Aligned, cells: Sequence[Sequence[Slot]]) -> dict[str, str]:
        """The keys of a row: our own, those that it came with, or new ones for a row that somebody has added.

        A row may hold several things side by side, a cell each.
        """
        own = [slot for fields in cells for slot in fields]
        together = [own] if stem_of(slot.key for slot in own) else cells
        renamed: dict[str, str] = {}
        for fields in together:
            renamed |= self._renamed_one(pair, fields)
        return renamed

    def _renamed_one(self, pair: Aligned, own: Sequence[Slot]) -> dict[str, str]:
        stem = stem_of(slot.key for slot in own)
        if not pair.is_more or not stem:
            return {slot.key: slot.key for slot in own}
        came = stem_of(pair.line.tags or [""])
        if came and came not in (stem, *map(stem_of, ([slot.key] for slot in self._slots.values()))):
            new = came
        else:
            self._added[stem] = self._added.get(stem, 0) + 1
            new = f"{stem}+{self._added[stem]}"
        return {slot.key: new + slot.key.removeprefix(stem) for slot in own}

    def _add_cell(self, cell: Cell, read: Written, renamed: Mapping[str, str]) -> None:
        for slot, answer in zip(slots(cell), read.answers, strict=True):
            key = renamed[slot.key]
            self._slots.setdefault(key, Slot(key, slot.name, slot.kind, slot.printed, slot.choices))
            if answer is not None:
                self._found.setdefault(key, []).append(answer)
                if answer.help:
                    what = message("“{text}” stands as help text, so it isn't read.", text=answer.help)
                    self._report(what, slot, message("If it is an answer, write it again."))
        begun = any(plain(literal).startswith(plain(read.label)) for literal in cell.literals)
        if read.label and not begun and not self.form.is_known(read.label):
            what = message("The label has been changed to “{text}”.", text=read.label)
            self._report(what, slots(cell)[0], warning=True)
        for text in read.strays:
            self._report_beside(text, slots(cell)[0])

    def _compare(self, ours: Cell, filled: Cell, slot: Slot, *, is_more: bool) -> None:
        """A cell of a label: what has been written there is told."""
        is_number = plain(filled.shown).isdigit() and plain(ours.shown).isdigit()  # rows may be numbered otherwise
        if plain(filled.shown) == plain(ours.shown) or self.form.is_known(filled.shown) or is_more or is_number:
            return
        if plain(filled.shown).startswith(plain(ours.shown)) and plain(ours.shown):
            lines = filled.shown.split("\n")
            rest = next(
                lines[n:] for n in range(len(lines), -1, -1) if plain(ours.shown).startswith(plain(" ".join(lines[:n])))
            )
            self._report_beside("\n".join(rest) or filled.shown, slot)
            return
        self._report(message("The label has been changed to “{text}”.", text=filled.shown), slot, warning=True)

    def _report_moved(self, line: Line, own: Sequence[Slot]) -> None:
        others = self.form.slots.keys() - {slot.key for slot in own}
        for tag in sorted(line.tags & others):
            what = message(
                "The field “{field}” has been moved here; the label counts.", field=self.form.slots[tag].name
            )
            self._report(what, own[0], warning=True)

    def _report_others(self, cells: Iterable[Cell]) -> None:
        if shown := "\n".join(cell.shown.strip() for cell in cells if not self.form.is_known(cell.shown)):
            self._report(message("“{text}” stands in a column that isn't of the form, so it isn't read.", text=shown))

    def _report_unknown(self, line: Line) -> None:
        shown = "\n".join(cell.shown for cell in line.cells if not self.form.is_known(cell.shown))
        if not shown or not self.knows_place:
            return
        if line.is_row:
            self._report(message("“{text}” isn't a row of the form, so it isn't read.", text=shown))
        else:
            self._report(message("Outside of the form stands “{text}”, which isn't read.", text=shown), warning=True)

    def _report_beside(self, text: str, slot: Slot) -> None:
        if not self.form.is_known(text):
            self._report(message("Beside the label stands “{text}”, which isn't read.", text=text.strip()), slot)

    def _one(self, slot: Slot, found: Sequence[Answer]) -> Answer:
        """The answer to a field that may be there several times: what is written is kept, and told."""
        written = list(dict.fromkeys(answer for answer in found if answer.text))
        texts = list(dict.fromkeys(answer.text for answer in written))
        if len(texts) > 1:
            self._report(message("The field is there {count} times, with different answers.", count=len(texts)), slot)
        return Answer("\n".join(texts), written[0].full_date if len(texts) == 1 else "")

    def _report(
        self, what: Message, slot: Slot | None = None, remedy: Message | None = None, *, warning: bool = False
    ) -> None:
        self.problems.append(Problem(what, remedy, where=slot.name if slot else None, warning=warning))
