"""What a render does after Jinja: the marks that compiling left in a part become ids, names and paragraphs."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from html import escape, unescape

from .values import BOOKMARK, MARK, NAME_END, NAME_START, NEEDS_PARAGRAPH, NEW_ID, TABLE_END, TABLE_START

LONGEST_NAME = 64
"""Characters in the title or tag of a content control: Word's limit."""

_END = 14
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
    resolving = _Resolving([first], itertools.count(first_id))
    for piece in marked:
        resolving.take(MARK + piece[0], piece[1:])
    return "".join(resolving.written)


@dataclass(slots=True)
class _Resolving:
    """What is written of a part so far; `open` are the places in it where a table or a name began."""

    written: list[str]
    ids: itertools.count[int]
    open: list[int] = field(default_factory=list)
    bookmarks: dict[str, str] = field(default_factory=dict)

    def take(self, mark: str, rest: str) -> None:
        """A mark, and the text up to the next one."""
        if mark == NEW_ID:
            self.written.append(str(next(self.ids)))
        elif mark in (TABLE_START, NAME_START):
            self.open.append(len(self.written))
        elif mark == NAME_END:
            self.written.append(_name(self._since_opened()))
        elif mark == TABLE_END:
            table = self._since_opened()
            self.written.append(table if _HAS_ROWS.search(table) else "")
        elif mark == BOOKMARK:
            number, _, rest = rest.partition(";")
            self.written.append(self._bookmark(number))
        elif mark == NEEDS_PARAGRAPH:  # behind it stands the prefix of the paragraph that may be missing
            prefix, rest = rest[0], rest[1:]
            self.written.append("" if self._ends_well() else f"<{prefix}:p/>")
        self.written.append(rest)

    def _since_opened(self) -> str:
        start = self.open.pop()
        text = "".join(self.written[start:])
        del self.written[start:]
        return text

    def _bookmark(self, number: str) -> str:
        """The start of a bookmark takes a new number, its end the same: also when a loop repeats the pair."""
        if number in self.bookmarks:
            return self.bookmarks.pop(number)
        self.bookmarks[number] = str(next(self.ids))
        return self.bookmarks[number]

    def _ends_well(self) -> bool:
        """Whether a paragraph or a control stands last, with at most bookmarks and the like behind it."""
        if self.written[-1].endswith(_PARAGRAPH_ENDS):
            return True
        tail = ""
        for piece in reversed(self.written):
            tail = piece + tail
            if len(tail) > _TAIL:
                break
        return _ENDS_WELL.search(tail[-_TAIL:]) is not None


def _name(name: str) -> str:
    """A name as XML, no longer than Word takes."""
    is_fine = len(name) <= LONGEST_NAME and not _NEEDS_CARE.search(name)
    return name if is_fine else escape(short_name(unescape(name)))


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
