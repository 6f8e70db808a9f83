"""One filled document in the hands of the reader that knows what its fields mean."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from ..errors import Message, Problem, message
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_answers import Agreement, Note, OwnTheme
from ..stamp import Stamp
from .entries import Entry
from .filling import Answer, Slot
from .form import Filled
from .sheet import plain, shared_start
from .theme_names import ThemeNames
from .values import month_end, value_of

_LONGEST = 200  # letters of a line
_PSEUDONYM = 8  # letters: shorter than a line, and two alike are unlikely among ten thousand
_SHORT = 12  # so much may stand around a number and be nothing but its name


@dataclass
class Reply:
    """The answers of a document, taken one by one; those that no reader takes become notes.

    `source` is the file's name as the programme remembers it.
    """

    stamp: Stamp
    filled: Filled
    source: str
    library: Library
    programme: Programme
    names: ThemeNames
    speaker: str = ""
    """Who answers, where a note is to tell it."""
    problems: list[Problem] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)
    """The keys of fields that aren't for the programme."""
    _taken: set[str] = field(default_factory=set)
    _names: list[str] = field(default_factory=list)

    @property
    def tick_word(self) -> str:
        """What a note says of a ticked box."""
        return self.library.language.yes[0]

    @property
    def person(self) -> str:
        """A name for who has filled in the document, which is the same every time and made of the file's name."""
        return "p" + hashlib.sha256(self.source.casefold().encode()).hexdigest()[:_PSEUDONYM]

    def text(self, key: str) -> str | None:
        """The text of a field."""
        self._taken.add(key)
        return self.filled.text(key) or None

    def changed(self, key: str) -> str | None:
        """The text of a field where it isn't what we have printed there."""
        text, slot = self.text(key), self.filled.slots.get(key)
        return None if slot is not None and text == slot.printed else text

    def value(self, key: str) -> Any:
        """A field's text, day or word; None where it is empty, or can't be understood and becomes a note."""
        answer = self.filled.answers.get(key)
        return None if answer is None else self._value(answer, self.filled.slots[key])

    def day(self, key: str) -> date | None:
        """A field's day, also where the field isn't one for dates."""
        answer, slot = self.filled.answers.get(key), self.filled.slots.get(key)
        value = None if answer is None or slot is None else self._value(answer, replace(slot, kind="date"))
        return value if isinstance(value, date) else None

    def month(self, key: str) -> date | None:
        """A field's day; of a month alone its last day, which is told."""
        written = self.filled.text(key)
        if day := month_end(written, self.library.language):
            self._taken.add(key)
            what = message("“{text}” is read as the month's last day.", text=written)
            self.tell(what, where=self.filled.slots[key].name, warning=True)
            return day
        return self.day(key)

    def _value(self, answer: Answer, slot: Slot) -> str | date | None:
        value = value_of(answer, slot, self.library) if answer.text else None
        if isinstance(value, Problem):
            self.problems.append(value)
            return None
        self._taken.add(slot.key)
        return value

    def is_ticked(self, key: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.text(key))

    def mark(self, stem: str) -> int | None:
        """The mark on a scale of boxes; several are told, and none of them counts."""
        boxes = self._boxes(stem)
        ticked = [int(key.rpartition(".")[2]) for key, is_ticked in boxes.items() if is_ticked]
        if len(ticked) > 1:
            marks = ", ".join(map(str, sorted(ticked)))
            what = message("There are several marks on the scale: {marks}.", marks=marks)
            self.tell(
                what, message("Keep one of them."), where=scale_name(self.filled.slots[key].name for key in boxes)
            )
        return ticked[0] if len(ticked) == 1 else None

    def _boxes(self, stem: str) -> dict[str, bool]:
        """The boxes of a scale, and whether they are ticked."""
        keys = [key for key in self.filled.slots if key.rpartition(".")[0] == stem and key.rpartition(".")[2].isdigit()]
        return {key: self.is_ticked(key) for key in keys}

    def number(self, key: str, least: int, most: int) -> int | None:
        """A whole number that was written in a field; anything else is told."""
        written = self.text(key)
        if written is None:
            return None
        numbers = re.findall(r"[0-9]+", written)
        if len(numbers) == 1 and len(written.strip()) <= _SHORT and least <= int(numbers[0]) <= most:
            return int(numbers[0])
        what = message("“{text}” isn't a number from {least} to {most}.", text=written, least=least, most=most)
        self.tell(what, message("Write the number only."), where=self.filled.slots[key].name)
        return None

    def group(self) -> int | None:
        """The group's number."""
        return self.number("group", 1, 1000) if "group" in self.filled.slots else None

    def holds_several_groups(self) -> bool:
        """Whether it is a sheet that we have printed with the answers of several groups, which are told as they are."""
        is_joint = len(re.findall(r"[0-9]+", self.filled.text("group"))) > 1
        if is_joint:
            what = message("This sheet holds the answers of several groups, so it isn't read.")
            self.tell(what, message("Collect each group's own sheet."), where=self.filled.slots["group"].name)
            self._taken.update(self.filled.slots)
        return is_joint

    def theme(self, written: str | None, where: str = "", name: str = "") -> tuple[str | None, list[Entry]]:
        """The id of the theme that a text means, with the own theme that it makes; what isn't understood is told."""
        if written is None:
            self.tell(message("No theme is written."), message("Say which theme it is."), where=where)
            return None, []
        meant = self.names.meant(written, name)
        if isinstance(meant, Problem):
            self.tell(meant.message, meant.remedy, where=where)
            return None, []
        return (meant.id, [meant]) if isinstance(meant, OwnTheme) else (meant, [])

    def row_theme(self, row: str, *titles: str) -> tuple[str | None, list[Entry]]:
        """The theme of a row: by one of the fields with a title, else by the row's key, else by what stands there.

        What people read counts before what we know: rows are known by their order where nothing else is left of them.
        """
        written = next((text for title in titles if (text := self.text(f"{row}.{title}"))), None)
        if (known := self.names.known(written or "")) is not None:
            return known, []
        if self.names.theme(row) is not None:
            return row, []
        if written is None:
            labels = [line for label in self.filled.labels.get(row, ()) for line in label.split("\n")]
            named = [line for line in labels if any(map(str.isalpha, line))]
            written = next((line for line in named if self.names.named(line)), next(iter(named), None))
            return self.theme(written, where=self._row_name(row), name=row)
        return self.theme(written, where=self._row_name(row))

    def sheet_theme(self, title: str | None, question: str | None = None) -> tuple[str | None, list[Entry]]:
        """The theme of a whole sheet: that of its stamp; on a blank sheet that of the title, with a question for it."""
        stamped = self.names.theme(self.stamp.theme)
        if stamped is None:
            theme, own = self.theme(title, name=self.stamp.theme)
            asked = [one.model_copy(update={"question": question}) if isinstance(one, OwnTheme) else one for one in own]
            return theme, asked
        if title and plain(title) != plain(stamped.title):
            what = message(
                "The title has been changed to “{title}”; the sheet still counts for “{theme}”.",
                title=title,
                theme=stamped.title,
            )
            self.tell(what, warning=True)
        return stamped.id, []

    def has_both(self, row: str, importance: int | None, success: int | None) -> bool:
        """Whether a theme has a mark on both scales; one without the other is told."""
        is_ticked = [any(self._boxes(f"{row}.{axis}").values()) for axis in ("importance", "success")]
        if is_ticked[0] != is_ticked[1]:
            what = message("There is a mark on one of the two scales only, so it isn't read.")
            self.tell(what, message("Set one on both."), where=self._row_name(row))
        return importance is not None and success is not None

    def agreement(self, row: str) -> Iterator[Entry]:
        """What, who and when of a row."""
        what, who, when = self.text(f"{row}.what"), self.text(f"{row}.who"), self.value(f"{row}.when")
        if what or who or when:
            values = {"kit": self.stamp.kit, "what": what, "who": who, "when": when, "source": self.source}
            yield from self.entry(Agreement, **values)

    def skip(self, *keys: str) -> None:
        """Fields that aren't for the programme, such as what we have printed for people to see."""
        self.skipped.update(keys)
        self._taken.update(keys)

    def keep(self, *keys: str) -> None:
        """Fields that became nothing else after all: they are kept as notes."""
        self._taken.difference_update(keys)

    def note(self, name: str, text: str) -> Iterator[Entry]:
        """A note; where it is known who answers, with that before the field's name."""
        name = f"{self.speaker} · {name}"[:_LONGEST] if self.speaker else name
        if name in self._names:  # two cards of one theme
            name = f"{name[: _LONGEST - 4]} ({self._names.count(name) + 1})"
        self._names.append(name)
        yield from self.entry(
            Note, kit=self.stamp.kit, document=self.stamp.document, field=name, text=text, source=self.source
        )

    def _row_name(self, row: str) -> str:
        return scale_name(slot.name for key, slot in self.filled.slots.items() if key.startswith(f"{row}."))

    def entry(self, model: type[BaseModel], **values: Any) -> Iterator[Entry]:
        """A part of a programme; a value that it can't hold is told and left out."""
        given = {key: value for key, value in values.items() if value is not None}
        try:
            yield cast(Entry, model.model_validate(given, context=self.library.context))
        except ValidationError as error:
            wrong = {str(detail["loc"][0]): detail for detail in error.errors(include_url=False) if detail["loc"]}
            for key in wrong.keys() & given.keys():
                what = message("“{text}” can't stand in this field, so it isn't read.", text=given[key])
                self.tell(what, wrong[key].get("ctx", {}).get("remedy"))
            if wrong.keys() & given.keys():
                yield from self.entry(model, **{key: given[key] for key in given.keys() - wrong.keys()})

    def tell(self, what: Message, remedy: Message | None = None, *, where: str = "", warning: bool = False) -> None:
        """Something about the document that somebody should know."""
        self.problems.append(Problem(what, remedy, where=where or None, warning=warning))

    def rest(self) -> Iterator[Entry]:
        """What no reader has taken and nobody but the group can have written, as notes."""
        for key, answer in self.filled.answers.items():
            slot = self.filled.slots[key]
            if key in self._taken or slot.kind == "tick" or not answer.text or answer.text == slot.printed:
                continue
            yield from self.note(self.called(key), answer.text)

    def called(self, key: str) -> str:
        """The name of a field; in a row that people have written a theme in, with the theme."""
        row, name = key.partition(".")[0], self.filled.slots[key].name or key
        titles = (self.filled.text(f"{row}.{title}") for title in ("card", "theme") if f"{row}.{title}" != key)
        written = next(filter(None, titles), None)
        known = self.names.theme(self.names.known(written) or "") if written else None
        subject = known.short if known else " ".join((written or "").split())
        return f"{subject}: {name.partition(': ')[2] or name}"[:_LONGEST] if subject and subject not in name else name


def scale_name(names: Iterable[str]) -> str:
    """What the fields of a scale or a row are called together."""
    known = list(names)
    return known[0] if len(known) == 1 else shared_start(known).rstrip(" :,?")
