"""What the papers of one workshop say alike: its clock times, its groups, and what comes after it."""

from __future__ import annotations

from datetime import time

from ..models.library import Library
from ..models.programme import Programme
from ..models.timetable import Session

_SMALLEST, _LARGEST = 3, 5  # how many there are in a group, as the source says


def clock_or_place(library: Library, moment: time | None) -> str:
    """A time of day, or where it isn't known a place to write it."""
    return library.language.clock_text(moment) if moment else library.words["run-sheet"]["by_hand"]["clock"]


def groups_text(library: Library, programme: Programme) -> str:
    """How many groups the participants make, where that is known."""
    count = programme.participants or 0
    fewest, most = -(-count // _LARGEST), count // _SMALLEST
    if most < 1:
        return ""
    kind = "between" if fewest < most else "some" if fewest > 1 else "one"
    text: str = library.words["run-sheet"]["groups"][kind]
    return text.format(participants=count, fewest=fewest, most=most)


def what_follows(library: Library, session: Session) -> str:
    """The end of a workshop: that it is over, or until when there is a break or lunch before the next one that day."""
    words = library.words["run-sheet"]
    if session.pause and session.pause_end:
        return str(words[session.pause].format(end=library.language.clock_text(session.pause_end)))
    return str(words["end"])
