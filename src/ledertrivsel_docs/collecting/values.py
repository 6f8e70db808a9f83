"""From the text of an answer to its value: dates and words of a list, read or told, never guessed."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from pydantic import TypeAdapter, ValidationError

from ..errors import Message, Problem, message
from ..models.base import YEARS, Date
from ..models.language import Language
from ..models.library import Library
from .filling import Answer, Slot

_DATE: TypeAdapter[date] = TypeAdapter(Date)
_NUMBER = re.compile(r"\d{1,9}")
_WORD = re.compile(r"[^\W\d_]+")


def value_of(answer: Answer, slot: Slot, library: Library) -> str | date | Problem:
    """An answer's value, or what is wrong with it; the text is in what is told."""
    if slot.kind == "date":
        return _date(answer, slot, library)
    if slot.kind == "choice":
        return _choice(answer.text, slot)
    return answer.text


def month_end(written: str, language: Language) -> date | None:
    """The last day of a month that is written as “december 2027”."""
    month, _, year = written.strip().casefold().partition(" ")
    if month not in language.months or not (year.isascii() and year.isdigit() and int(year) in YEARS):
        return None
    number = language.months.index(month) + 1
    return date(int(year), number, monthrange(int(year), number)[1])


def _date(answer: Answer, slot: Slot, library: Library) -> date | Problem:
    """The day that the text names; the calendar's day where it names the same in a way of its own."""
    try:
        return _DATE.validate_python(answer.text, context=library.context)
    except ValidationError as error:
        stored = _stored(answer.full_date)
        if stored is not None and _agrees(answer.text, stored, library):
            return stored
        what, remedy = _told(error, answer.text)
        return Problem(what, remedy, where=slot.name)


def _told(error: ValidationError, written: str) -> tuple[Message, Message | None]:
    context = error.errors(include_url=False)[0].get("ctx", {})
    return context.get("message", message("“{given}” is not a date.", given=written)), context.get("remedy")


def _stored(full_date: str) -> date | None:
    try:
        return date.fromisoformat(full_date.partition("T")[0])
    except ValueError:
        return None


def _agrees(written: str, day: date, library: Library) -> bool:
    """Whether a text is the same day in other words: “tirsdag den 1. juni 2027”, “1. jun. 2027”, “1/6-27”.

    Numbers alone must stand as Danes order them, since 6/1 is another day than 1/6.
    """
    numbers = [int(number) for number in _NUMBER.findall(written)]
    years = (day.year, day.year % 100)
    month = library.language.months[day.month - 1].casefold()
    named = any(len(word) >= 3 and month.startswith(word.casefold()) for word in _WORD.findall(written))
    in_order = [[day.day, day.month, year] for year in years] + [[day.year, day.month, day.day]]
    return numbers in in_order or (named and numbers in [[day.day, year] for year in years])


def _choice(written: str, slot: Slot) -> str | Problem:
    """The word as the list spells it."""
    wanted = " ".join(written.split()).rstrip(".").casefold()
    known = next((word for word in slot.choices if word.casefold() == wanted), None)
    if known is not None:
        return known
    what = message("“{word}” is not a word that is used here.", word=written)
    remedy = message("Write one of these: {choices}.", choices=", ".join(slot.choices))
    return Problem(what, remedy, where=slot.name)
