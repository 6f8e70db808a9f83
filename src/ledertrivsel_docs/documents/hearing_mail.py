"""The mail that the plan goes into hearing with: to whom, when they discuss it, and where an answer is to go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..engine.values import Link
from ..models.base import ForumRole
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from ..models.treatment import answer_deadline, is_about, is_hearing, treatments, waiting
from .contact import contact_link
from .mail import Line
from .papers import has_paper, paper
from .sentences import pieces
from .wording import listed

_ANSWER = "hearing-response"


def names_in(words: Mapping[str, Any], text: str) -> dict[str, str]:
    """What a screen reader calls the places of a text, so that none is called as those of another."""
    return {
        key: words["place_in"].format(text=words["texts"][text], place=name)
        for key, name in words["place_names"].items()
    }


class HearingMail:
    """The mail of a hearing that is to come or under way."""

    def __init__(self, library: Library, programme: Programme, kit: Kit) -> None:
        self._library, self._programme, self._kit = library, programme, kit
        self._all = library.words["intranet-text"]
        self._words = self._all["hearing_mail"]
        self._forums = [forum for forum in waiting(programme) if is_hearing(forum, library)]

    def lines(self) -> Iterator[Line]:
        """The paragraphs; none where there is no hearing."""
        if ForumRole.HEARING not in treatments(self._programme, self._library):
            return
        words, names, version = self._words, [forum.name for forum in self._forums], self._programme.plan.version
        here = words["here"].format(version=words["version"].format(version=version) if version else "")
        known = {
            "hearers": listed(self._library.words["plan"], names) if names else None,
            "here": here,
            "met": self._met(),
            "answer_day": self._answer_day(),
            "contact": contact_link(self._programme),
            "paper": paper(self._kit, _ANSWER) if has_paper(self._kit, _ANSWER) else None,
            "papers": self._papers(),
        }
        met = words["met_each" if len(self._forums) > 1 else "met"]
        yield self._line(words["greeting"], known)
        yield self._line(f"{{here}} {met}", known)
        yield self._line(words["answer_on" if known["paper"] else "answer"], known)
        if known["papers"]:
            yield self._line(words["attached"], known)

    @property
    def others(self) -> str:
        """Who is involved without being one of the plan's forums."""
        forums, involved = self._programme.plan.forums, self._programme.anchoring.involved
        found = [who for who in involved if not any(is_about(forum.name, who) for forum in forums)]
        return listed(self._library.words["plan"], found) if found and forums else ""

    def _line(self, pattern: str, known: dict[str, str | Link | None]) -> Line:
        places, names = self._all["by_hand"], names_in(self._all, "hearing")
        return Line(pieces(pattern, known, places=places, names=names, key="hearing"))

    def _met(self) -> str | None:
        """When the forums discuss the plan: a day, or each with its own."""
        days = [self._day(forum) for forum in self._forums if forum.date]
        if len(self._forums) == 1 or not days:
            return days[0] if days else None
        told = [
            self._words["forum_met"].format(forum=forum.name, day=self._day(forum) if forum.date else "").rstrip()
            for forum in self._forums
        ]
        return listed(self._library.words["plan"], told)

    def _day(self, forum: Forum) -> str:
        return str(self._all["day"].format(date=self._library.language.date_text(forum.date))) if forum.date else ""

    def _answer_day(self) -> str | None:
        """The deadline that they share, else that of the plan."""
        days = {answer_deadline(self._programme, self._library, forum) for forum in self._forums}
        day = days.pop() if len(days) == 1 else self._programme.plan.hearing_deadline
        return self._library.language.long_date_text(day) if day else None

    def _papers(self) -> str | None:
        named = [paper(self._kit, id_) for id_ in self._words["papers"] if has_paper(self._kit, id_)]
        return listed(self._library.words["plan"], named) if named else None
