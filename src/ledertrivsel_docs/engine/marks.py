"""What a render does after Jinja: the marks that compiling left in a part become ids, names and paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from html import escape, unescape
from itertools import pairwise
from operator import itemgetter

from .values import BOOKMARK, NAME_END, NAME_START, NEEDS_PARAGRAPH, NEW_ID, TABLE_END, TABLE_START

LONGEST_NAME = 64
"""Characters in the title or tag of a content control: Word's limit."""

_END = 14
_TABLE = re.compile(f"{TABLE_START}([^{TABLE_START}{TABLE_END}]*){TABLE_END}")
_BOOKMARK = re.compile(f"{BOOKMARK}([^;]*);")
_ENDS_WELL = re.compile(
    r"(</[wa]:p>|<[wa]:p/>|(?<!<w:sdtContent></w:sdtContent>)(?<!<w:sdtContent/>)</w:sdt>)(<w:\w+[^<>]*/>)*\Z"
)
_PARAGRAPH_ENDS = ("</w:p>", "</a:p>")  # the usual ones, found at once
_HAS_ROWS = re.compile("<[wa]:tr[ >]")
_TAIL = 1_000
_IDS_PER_PART = 1_000_000
_SHORT_NAME = re.compile(f"{NAME_START}([^&\"'{NAME_END}]{{,{LONGEST_NAME}}}){NAME_END}")  # stays as it is
_NAME = re.compile(f"{NAME_START}([^{NAME_END}]*){NAME_END}")


def resolved(xml: str, first_id: int) -> str:
    """A part with ids in place of its marks, tables without rows gone, and a paragraph in every cell."""
    ids = itertools.count(first_id)
    while TABLE_START in xml:
        xml, found = _TABLE.subn(lambda match: match[1] if _HAS_ROWS.search(match[1]) else "", xml)
        if not found:
            break
    if NEEDS_PARAGRAPH in xml:
        pieces = xml.split(NEEDS_PARAGRAPH)  # behind each mark stands the prefix of the paragraph that may be missing
        closing = ("" if _ends_well(one) else f"<{next_[0]}:p/>" for one, next_ in pairwise(pieces))
        xml = pieces[0] + "".join(paragraph + piece[1:] for paragraph, piece in zip(closing, pieces[1:], strict=True))
    if BOOKMARK in xml:
        xml = _number_bookmarks(xml, ids)
    if NAME_START in xml:
        xml = _SHORT_NAME.sub(itemgetter(1), xml)
        xml = _NAME.sub(lambda match: escape(short_name(unescape(match[1]))), xml)
    if NEW_ID in xml:
        first, *rest = xml.split(NEW_ID)
        xml = first + "".join(f"{number}{piece}" for number, piece in zip(ids, rest, strict=False))
    return xml


def _ends_well(xml: str) -> bool:
    """Whether a paragraph or a control stands last, with at most bookmarks and the like behind it."""
    return xml.endswith(_PARAGRAPH_ENDS) or _ENDS_WELL.search(xml[-_TAIL:]) is not None


def short_name(name: str) -> str:
    """The title or tag of a control in no more than Word takes: cut in the middle, since lists differ at the end.

    It is cut between words where there are any, for who hears it.
    """
    if len(name) <= LONGEST_NAME:
        return name
    begin, end = name[: LONGEST_NAME - _END - 1], name[-_END:]
    words, last = begin.rpartition(" ")[0].rstrip(), end.partition(" ")[2].lstrip()
    return f"{words} … {last}" if words and last else f"{begin}…{end}"


def first_id(part: int) -> int:
    """Where the ids of the part of that number begin: no two share one, and the first million is the template's."""
    return 1 + (1 + part) * _IDS_PER_PART


def _number_bookmarks(xml: str, ids: Iterator[int]) -> str:
    """The start of a bookmark takes a new number, its end the same: also when a loop repeats the pair."""
    opened: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        if match[1] in opened:
            return str(opened.pop(match[1]))
        opened[match[1]] = next(ids)
        return str(opened[match[1]])

    return _BOOKMARK.sub(number, xml)
