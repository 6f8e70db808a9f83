"""What a render does after Jinja: the marks that compiling left in a part become ids, names and paragraphs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from html import escape, unescape

from .names import LONGEST_NAME, short_name
from .values import MARK, NAME_END, NAME_START, NEEDS_PARAGRAPH, NEW_ID, TABLE_END, TABLE_START

# The letters behind the marks; another one is that of a bookmark.
_NEW_ID, _NAME_END, _TABLE_END, _NEEDS_PARAGRAPH = NEW_ID[1], NAME_END[1], TABLE_END[1], NEEDS_PARAGRAPH[1]
_STARTS = (TABLE_START[1], NAME_START[1])
_ENDS_WELL = re.compile(
    r"(</[wa]:p>|<[wa]:p/>|(?<!<w:sdtContent></w:sdtContent>)(?<!<w:sdtContent/>)</w:sdt>)(<w:\w+[^<>]*/>)*\Z"
)
_PARAGRAPH_ENDS = ("</w:p>", "</a:p>")  # the usual ones, found at once
_HAS_ROWS = re.compile("<[wa]:tr[ >]")
_NEEDS_CARE = re.compile("[&\"']")
_TAIL = 1_000
_IDS_PER_PART = 1_000_000


def resolved(xml: str, first_id: int) -> str:
    """A part with ids in place of its marks, tables without rows gone, and a paragraph in every cell."""
    first, *marked = xml.split(MARK)
    written = [first]
    ids = itertools.count(first_id)
    opened: list[int] = []  # the places in what is written where a table or a name began
    bookmarks: dict[str, str] = {}
    for piece in marked:  # the letter of a mark, and the text up to the next one
        mark, rest = piece[0], piece[1:]
        if mark == _NEW_ID:
            written.append(str(next(ids)))
        elif mark in _STARTS:
            opened.append(len(written))
        elif mark == _NAME_END:
            written.append(_name(_since(opened.pop(), written)))
        elif mark == _NEEDS_PARAGRAPH:  # behind it stands the prefix of the paragraph that may be missing
            if not _ends_well(written):
                written.append(f"<{rest[0]}:p/>")
            rest = rest[1:]
        elif mark == _TABLE_END:
            table = _since(opened.pop(), written)
            written.append(table if _HAS_ROWS.search(table) else "")
        else:
            number, _, rest = rest.partition(";")
            written.append(_bookmark(number, bookmarks, ids))
        written.append(rest)
    return "".join(written)


def _since(start: int, written: list[str]) -> str:
    """What has been written since a place, which is taken out."""
    if start == len(written) - 1:
        return written.pop()
    text = "".join(written[start:])
    del written[start:]
    return text


def _bookmark(number: str, bookmarks: dict[str, str], ids: Iterator[int]) -> str:
    """The start of a bookmark takes a new number, its end the same: also when a loop repeats the pair."""
    if number in bookmarks:
        return bookmarks.pop(number)
    bookmarks[number] = str(next(ids))
    return bookmarks[number]


def _ends_well(written: list[str]) -> bool:
    """Whether a paragraph or a control stands last, with at most bookmarks and the like behind it."""
    if written[-1].endswith(_PARAGRAPH_ENDS):
        return True
    tail = ""
    for piece in reversed(written):
        tail = piece + tail
        if len(tail) > _TAIL:
            break
    return _ENDS_WELL.search(tail[-_TAIL:]) is not None


def _name(name: str) -> str:
    """A name as XML, no longer than Word takes."""
    is_fine = len(name) <= LONGEST_NAME and not _NEEDS_CARE.search(name)
    return name if is_fine else escape(short_name(unescape(name)))


def first_id(part: int) -> int:
    """Where the ids of the part of that number begin: no two share one, and the first million is the template's."""
    return 1 + (1 + part) * _IDS_PER_PART
