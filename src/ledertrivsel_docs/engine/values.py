"""What a template can print beside plain text, and how a value becomes XML."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ..errors import Message, message

# Marks that a render resolves after Jinja is done. They are private use characters: a value that holds one
# is written as a character reference, so the marks can't be forged. The letter behind says what is marked: with one
# first character for all of them a part is gone through once.
MARK = "\ue000"
NEW_ID, BOOKMARK, NEEDS_PARAGRAPH = f"{MARK}i", f"{MARK}b", f"{MARK}p"
TABLE_START, TABLE_END, NAME_START, NAME_END = f"{MARK}t", f"{MARK}T", f"{MARK}n", f"{MARK}N"
FRAME = "\ue007"
_RESERVED = re.compile("[\ue000-\ue00f]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = re.compile("[&<>\"']")  # most texts have none, and escaping costs more than to look
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")
_SAFE_LINK = re.compile(r"(https?://|mailto:|#)[^\s<>\"\\]+\Z", re.IGNORECASE)
_PLAIN = frozenset({str, int, float, bool, type(None)})
_FAR = 10_000  # fractions of an area beyond which a shape is nowhere near its slide
RUN = " run "  # no name that a template could write


class ValueProblem(Exception):  # noqa: N818 - it becomes a `Problem`
    """A value that can't be printed; `message` says why, `remedy` what to do."""

    def __init__(self, reason: Message, remedy: Message | None = None) -> None:
        self.message, self.remedy = reason, remedy
        super().__init__(str(reason))


class LimitProblem(ValueProblem):
    """A render takes more than a template may ask for."""


class Placeholder(str):
    """Text that stands in a content control until somebody answers; elsewhere it prints as plain text."""

    __slots__ = ()


class DateText(str):
    """A date as it is printed, with the `day` that a date control's calendar opens on."""

    __slots__ = ("day",)
    day: datetime.date

    def __new__(cls, text: str, day: datetime.date) -> DateText:
        """`text` is what stands on paper."""
        made = super().__new__(cls, text)
        made.day = day
        return made

    def __getnewargs__(self) -> tuple[str, datetime.date]:  # type: ignore[override]
        return str(self), self.day


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: `text` to read, `target` an address (http, https, mailto) or `#name` of a bookmark."""

    text: str
    target: str

    def __str__(self) -> str:
        """What is read where a link can't stand: inside a longer text, or in a title."""
        return self.text


@dataclass(frozen=True, slots=True)
class Picture:
    """A png or jpeg with its alt text; `width` and `height` in millimetres, one of them is enough.

    An empty `alt` marks the picture as decorative. `svg` is the same as a drawing, for programs that can draw it.
    """

    data: bytes = field(repr=False)
    alt: str
    width: float | None = None
    height: float | None = None
    svg: bytes | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Refuses a size that nothing can have, with a `ValueError`."""
        for size in (self.width, self.height):
            if size is not None and not 0 < size < _FAR:  # false for what is no number, too
                raise ValueError(f"a picture is more than 0 and less than {_FAR} mm wide and high, not {size}")


class Written(Markup):
    """XML that the engine has made itself, printed as it is."""

    __slots__ = ()


class Site(NamedTuple):
    """The surroundings of a printed tag: what a value must write to leave them and come back.

    A link is `link_start`, its reference, `link_text`, the text, `link_end`; without a start none can stand here.
    `anchor` is the attribute that refers to a bookmark, in formats that have bookmarks.
    """

    break_line: str
    tab: str
    leave_run: str
    enter_run: str
    link_start: str
    link_text: str
    link_end: str
    anchor: str
    shows_pictures: bool


class Allotment(Protocol):
    """What one render hands out: relationships of the part that is being written."""

    sites: tuple[Site | None, ...]
    scales: Mapping[int, int] | None
    measures: bool
    copies: dict[int, int]

    def link(self, target: str) -> str:
        """The relationship id of an address, which is escaped already."""

    def picture(self, picture: Picture) -> str:
        """A drawing of a picture in running text, as XML."""

    def picture_in(self, picture: Picture, x: int, y: int, width: int, height: int) -> str:
        """A picture of a slide, as large as its box allows (EMU), as XML."""

    def refused(self, problem: ValueProblem) -> str:
        """What to print for a value that can't be printed, or an error."""


@pass_context
def printed(context: Context, value: Any, site: int) -> str:
    """A value as XML for the place where its tag stands; what is written by every `{{ }}`."""
    if type(value) is str and value.isprintable():
        return value if _MARKUP.search(value) is None else escape(value)
    if type(value) is Written:
        return value
    run: Allotment = context.parent[RUN]
    try:
        return Markup(_as_xml(value, run.sites[site], run))  # noqa: S704 - `text_xml` has escaped it
    except ValueProblem as problem:
        return run.refused(problem)


def _as_xml(value: Any, site: Site | None, run: Allotment) -> str:
    check_printable(value)
    if isinstance(value, Link):
        return _linked(value, site, run)
    if isinstance(value, Picture):
        if site is None:
            raise ValueProblem(message("A picture can stand in running text only."))
        if not site.shows_pictures:
            raise ValueProblem(
                message("A picture can't stand in the text of a slide."),
                message("Give its tag a text box of its own, which you have placed on the slide."),
            )
        return site.leave_run + run.picture(value) + site.enter_run
    if isinstance(value, Markup):
        value = value.unescape()  # what `|e` made: text again, to be escaped once
    return text_xml("" if value is None else str(value), site)


def check_printable(value: object) -> None:
    """Refuses a list, a table or a function, whose text nobody wants to read and some of which is never the same."""
    if type(value) in _PLAIN or isinstance(value, str | Undefined):
        return
    if isinstance(value, Iterable) or callable(value):
        raise ValueProblem(
            message("A value of the kind “{kind}” can't be printed by itself.", kind=type(value).__name__),
            message("Print one field of it ({{{{ name.field }}}}), or go through it with {{% for %}}."),
        )


def text_xml(text: str, site: Site | None = None) -> str:
    """Text, escaped; line breaks and tabs as elements where the place has them, as a blank where it has not."""
    if forbidden := _FORBIDDEN.search(text):
        raise ValueProblem(
            message("The text holds the character U+{code}, which XML forbids.", code=f"{ord(forbidden[0]):04X}"),
            message("Delete it; it is usually invisible and came along with copied text."),
        )
    xml = str(escape(_LINE_ENDS.sub("\n", text)))
    xml = xml.replace("\n", site.break_line if site else " ").replace("\t", site.tab if site else " ")
    return _RESERVED.sub(lambda match: f"&#x{ord(match[0]):X};", xml)


def _linked(link: Link, site: Site | None, run: Allotment) -> str:
    text = text_xml(link.text, site)
    if site is None or not site.link_start:
        return text
    is_anchor = link.target.startswith("#")
    if not _SAFE_LINK.match(link.target) or (is_anchor and not site.anchor):
        raise ValueProblem(
            message("“{target}” is not a web address, a mail address or a bookmark.", target=link.target),
            message("Begin it with https://, http://, mailto: or #."),
        )
    target = text_xml(link.target)
    reference = f'{site.anchor}="{target[1:]}"' if is_anchor else f'r:id="{run.link(target)}"'
    linked = f"{site.link_start}{reference}{site.link_text}{text}{site.link_end}"
    return f"{site.leave_run}{linked}{site.enter_run}"


def is_placeholder(value: object) -> bool:
    """Jinja test: does this value only hold a place?"""
    return isinstance(value, Placeholder)


def is_dated(value: object) -> bool:
    """Jinja test: does this value know its day?"""
    return isinstance(value, DateText)


def full_date(value: DateText) -> str:
    """Jinja filter: the day as Word's date control stores it."""
    return f"{value.day:%Y-%m-%d}T00:00:00Z"


def is_picture(value: object) -> bool:
    """Jinja test: is this value a picture?"""
    return isinstance(value, Picture)


@pass_context
def pictured(context: Context, value: Picture, x: int, y: int, width: int, height: int) -> Written:
    """Jinja filter: a picture in the place of a slide's text box."""
    return Written(context.parent[RUN].picture_in(value, x, y, width, height))


def along(value: object, start: int, length: int) -> int:
    """Jinja filter: the place at a fraction of a length, in EMU."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not -_FAR < value < _FAR:
        raise ValueProblem(
            message("“{value}” is not a place on the slide.", value=str(value)[:40]),
            message("Give a fraction of the area, from 0 to 1."),
        )
    return round(start + value * length)


def extent(value: object, length: int) -> int:
    """Jinja filter: a fraction of a length, which may not be less than nothing, in EMU."""
    return along(-1e9 if isinstance(value, int | float) and value < 0 else value, 0, length)


@pass_context
def stacked(context: Context, shape: int, top: int, step: int) -> int:
    """Jinja filter: where the next copy of a shape stands, below the one before it, in EMU."""
    copies: dict[int, int] = context.parent[RUN].copies
    copies[shape] = copies.get(shape, -1) + 1
    return top + copies[shape] * step


@pass_context
def scaled(context: Context, frame: int, own: int) -> int:
    """Jinja filter: how large the type of a frame is, in thousandths of a percent; its `own` where nobody asked."""
    scales: Mapping[int, int] | None = context.parent[RUN].scales
    return own if scales is None else scales.get(frame, 100) * 1000


@pass_context
def framed(context: Context, frame: int) -> str:
    """Jinja filter: the mark of a frame, when the slide is measured."""
    return Written(f"{FRAME}{frame};") if context.parent[RUN].measures else ""


TESTS: Mapping[str, Any] = {"placeholder": is_placeholder, "dated": is_dated, "picture": is_picture}
FILTERS: Mapping[str, Any] = {
    "printed": printed,
    "full_date": full_date,
    "pictured": pictured,
    "along": along,
    "extent": extent,
    "stacked": stacked,
    "scaled": scaled,
    "framed": framed,
}
