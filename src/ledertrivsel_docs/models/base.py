"""What all models share: frozen, no unknown keys, text that Word can hold, dates and times as Danes write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from math import isfinite
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)

from ..errors import message
from ..reading.characters import unprintable
from ..reading.validation import refusal, shortened

V = TypeVar("V")


class Step(StrEnum):
    """The three steps of the process, in the order in which they are taken."""

    PREPARE = "prepare"
    """Themes are rated and chosen."""
    QUALIFY = "qualify"
    """The chosen themes are looked at closely."""
    CONCRETISE = "concretise"
    """The action cards are written."""


class PlanStatus(StrEnum):
    """How far a plan is; the words for it are the content's."""

    DRAFT = "draft"
    IN_HEARING = "in_hearing"
    APPROVED = "approved"
    HISTORIC = "historic"


class ForumRole(StrEnum):
    """What a forum does with a plan; the words for it are the content's."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    HEARING = "hearing"
    APPROVAL = "approval"


class Model(BaseModel):
    """A frozen model that refuses unknown keys and takes an empty value as an absent one."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    named_by: ClassVar[str] = ""  # the field that tells things of its kind apart where a list is laid over another

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in cls.model_fields}


def _printable(text: str) -> str:
    codes = unprintable(text)
    if codes:
        raise refusal(
            message("The character {code} can't stand in a Word document.", code=codes[0]),
            message("Remove it."),
        )
    return text


def _one_line(text: str) -> str:
    if len(text.splitlines()) > 1:
        raise refusal(message("This is to be one line of text."), message("Write it without line breaks."))
    return text


Text = Annotated[str, Field(min_length=1, strict=True), AfterValidator(_printable)]
"""Any text with something in it, kept letter by letter; a newline is a line break."""

Line = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_printable),
    AfterValidator(_one_line),
]
"""A name, a title, a place: one line of at most 200 characters, without space around it."""


def _none_if_blank(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


OptionalText = Annotated[Text | None, BeforeValidator(_none_if_blank)]
"""`Text`, or None for what is left out or blank."""

OptionalLine = Annotated[Line | None, BeforeValidator(_none_if_blank)]
"""`Line`, or None for what is left out or blank."""


def _whole_number(value: Any) -> Any:
    # pydantic reads "1.000" as 1; to a Dane it is a thousand.
    is_int = isinstance(value, int) and not isinstance(value, bool)
    is_whole = is_int or (isinstance(value, float) and value.is_integer())
    if not is_whole and not (isinstance(value, str) and re.fullmatch(r"\s*[+-]?\d{1,18}\s*", value)):
        raise refusal(
            message("“{given}” is not a whole number.", given=shortened(value)),
            message("Write digits only, such as 18."),
        )
    return value


WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
"""A whole number; text with anything but digits is refused."""

Rating = Annotated[WholeNumber, Field(ge=1, le=5)]
"""A mark on the scale from 1 (to a low degree) to 5 (to a high degree)."""


def _mark(value: Any) -> Any:
    """A mark as a number: a comma is as good as a point, and nothing finer than a tenth was ever meant."""
    if isinstance(value, str) and (found := re.fullmatch(r"\s*(\d)(?:[.,](\d))?\s*", value)):
        value = int(found[1]) if found[2] is None else float(f"{found[1]}.{found[2]}")
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if not is_number or value != round(value, 1):
        raise refusal(
            message("“{given}” is not a mark.", given=shortened(value)),
            message("Write a number from 1 to 5, such as 4 or 3.5."),
        )
    return int(value) if value == int(value) else float(value)


Mark = Annotated[int | float, BeforeValidator(_mark), Field(ge=1, le=5)]
"""A place on the scale from 1 to 5: a whole number where somebody has set a mark, tenths where a theme was dragged."""

Headcount = Annotated[WholeNumber, Field(ge=1, le=10_000)]
"""A number of people, 1–10,000."""

ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
DOTTED_DATE = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")
SLASHED_DATE = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:-|\s+)(?P<year>\d{4})")
HYPHENED_DATE = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})")
NAMED_DATE = re.compile(r"(?P<day>\d{1,2})\.?\s+(?P<month>[^\W\d]+)\.?\s+(?P<year>\d{4})")
DATES = (ISO_DATE, DOTTED_DATE, SLASHED_DATE, HYPHENED_DATE, NAMED_DATE)
"""How a day is written; the day stands before the month, but in the first. 6/1/2027 is June to many programs."""
CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2})(?::00)?)?")
YEARS = range(2000, 2200)


def _date(value: Any, info: ValidationInfo) -> date:
    if isinstance(value, datetime) and value.tzinfo is None:  # with a time zone it can be another day here
        return value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    text = value.strip() if isinstance(value, str) else ""  # a number isn't read as seconds since 1970
    found = next((match for pattern in DATES if (match := pattern.fullmatch(text))), None)
    month = _month(found["month"], _language(info, "months")) if found else None
    if found is None or month is None:
        given = shortened(value)
        raise refusal(message("“{given}” is not a date.", given=given), message("Write 2027-01-12 or 12.1.2027."))
    return _possible_date(text, int(found["year"]), month, int(found["day"]))


def _month(written: str, months: tuple[str, ...]) -> int | None:
    """The number of a month by its number, its name, or the beginning of its name: jan, sept."""
    if written.isdigit():
        return int(written)
    found = [number for number, name in enumerate(months, 1) if name.startswith(written.lower())]
    return found[0] if len(written) >= 3 and len(found) == 1 else None


def _possible_date(written: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise refusal(message("There is no such day as {given}.", given=written)) from None
    return _likely_year(found, written)


def _likely_year(day: date, written: str) -> date:
    if day.year not in YEARS:
        raise refusal(
            message("The year in {given} can't be right.", given=written),
            message("Write a year from {first} to {last}.", first=YEARS[0], last=YEARS[-1]),
        )
    return day


def _time(value: Any) -> time:
    if isinstance(value, time) and value == time(value.hour, value.minute):  # without seconds or a time zone
        return value
    # A number can be a whole hour; 9.3 would be nobody's 9.30.
    written = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    found = CLOCK.fullmatch(written.strip())
    if found is None or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        raise refusal(
            message("“{given}” is not a time of day.", given=shortened(value)),
            message("Write 9.00 or 09:00, from 0.00 to 23.59."),
        )
    return time(int(found["hour"]), int(found["minute"] or 0))


def _yes_or_no(value: Any, info: ValidationInfo) -> Any:
    if not isinstance(value, str):
        return value
    word = value.strip().lower()
    if word in _language(info, "yes"):
        return True
    return False if word in _language(info, "no") else value


def _language(info: ValidationInfo, words: str) -> tuple[str, ...]:
    """The reader's words for months, yes and no: from the `language` in the context, none without it."""
    language = (info.context or {}).get("language")
    return getattr(language, words) if language is not None else ()


Date = Annotated[date, BeforeValidator(_date), AfterValidator(lambda day: _likely_year(day, day.isoformat()))]
"""A day: 2027-01-12, 12.1.2027, 12/1-2027 or 12-1-2027, with a `language` in the context also 12. jan. 2027."""

Time = Annotated[time, BeforeValidator(_time)]
"""A time of day: 9.00, 09:00 or 9."""

YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
"""true or false, with a `language` in the context also its words for yes and no."""

LONGEST_ID = 48  # Word takes 64 characters for the tag of a field, and a field's name follows the id there
ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
IN_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "oe", "ä": "ae"})


def as_id(text: str) -> str:
    """The id nearest to a text: small letters a–z, digits and hyphens; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(IN_ASCII)).strip("-0123456789")


def _id(text: str) -> str:
    if not ID_PATTERN.fullmatch(text) or len(text) > LONGEST_ID:
        suggestion = as_id(text)[:LONGEST_ID].strip("-") or "my-own"
        raise refusal(
            message("“{given}” can't be an id.", given=text),
            message("Use small letters a–z, digits and hyphens, such as {suggestion}.", suggestion=suggestion),
        )
    return text


Id = Annotated[str, Field(strict=True), AfterValidator(_id)]
"""A name for machines: small letters a–z, digits and hyphens, beginning with a letter, at most 48 characters."""


def no_duplicates(key: Callable[[V], object], items: tuple[V, ...]) -> tuple[V, ...]:
    """The items, when no two of them share a key; else a refusal that names the one written twice."""
    seen: set[object] = set()
    for item in items:
        if key(item) in seen:
            raise refusal(message("“{key}” is there twice.", key=key(item)), message("Keep one of them."))
        seen.add(key(item))
    return items
