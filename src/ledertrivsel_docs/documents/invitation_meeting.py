"""The invitation to a tool's meeting: a mail to paste, with its subject, and what to attach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from ..engine.values import Link
from ..models.library import Library
from ..models.programme import Programme
from .contact import contact_link
from .copy import Copy
from .frame import Context, frame
from .gathering import Gathering, gathering
from .mail import Line, Part, bullet, is_ready
from .papers import paper
from .sentences import Piece, pieces
from .wording import listed


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints; see `invitation.context`."""
    room = gathering(library, programme, copy.kit)
    mail = _Mail(room)
    opening, parts, closing = list(mail.opening()), list(mail.parts()), list(mail.closing())
    words = room.words("invitation")
    ready = is_ready([*opening, *(line for part in parts for line in part.lines), *closing])
    attached = [
        paper(copy.kit, found["document"], variant=found.get("variant")) for found in words["meeting"]["attach"]
    ]
    lead = words["lead"]["ready" if ready else "to_write"]
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=words["meeting"]["title"],
        lead=lead.format(attach=words["attach"]["one" if len(attached) == 1 else "many"]),
    ) | {
        "subject": mail.subject(),
        "attach_label": words["send"]["attach"],
        "attachments": listed(words, attached),
        "send": mail.send(),
        "opening": opening,
        "parts": parts,
        "closing": closing,
    }


class _Mail:
    """The mail of one meeting."""

    def __init__(self, room: Gathering) -> None:
        self._room, self._all = room, room.words("invitation")
        self._words: Mapping[str, Any] = self._all["meeting"]
        self._known = self._facts()

    def subject(self) -> str:
        """The subject, with the day where it is known."""
        kind = "known" if self._known["date"] else "open"
        return str(self._all["subject"][kind].format(text=self._words["subject"], date=self._known["date"]))

    def send(self) -> str:
        """When to send it, with the day where that is known; not yet, where the meeting is too long."""
        day, too_long = self._room.held.meeting.date, self._room.places["too_long"]
        if too_long:
            return str(self._all["too_long"].format(text=too_long))
        if day is None:
            return str(self._words["send"])
        by = day - timedelta(weeks=int(self._words["weeks"]))
        return str(self._words["send_by"].format(send_by=self._room.library.language.long_date_text(by)))

    def opening(self) -> Iterator[Line]:
        """Greeting, who invites to what, and when and where."""
        words = self._all
        yield self._line(words["greeting"], "greeting")
        yield self._line(self._words["opening"], "opening")
        when = words["when"]["known" if self._known["time"] else "open"]
        for key, text in (("when", when), ("where", words["where"]), ("who", words["who"])):
            yield replace(self._line(text, key, label=words["facts"][key]), close=key != "who")

    def parts(self) -> Iterator[Part]:
        """Why, what happens, how to prepare, and who takes part."""
        titles, words = self._all["titles"], self._words
        points = self._room.held.tool.about.passage(words["why_of"]).points if "why_of" in words else ()
        quoted = [self._all["quoted"].format(number=number, text=point) for number, point in enumerate(points, 1)]
        why = replace(self._line(words["why"], "why"), close=bool(quoted))
        yield Part(titles["why"], [why, *(Line([Piece(text)], close=text != quoted[-1]) for text in quoted)])
        yield Part(titles["happens"], [self._line(words["happens"], "happens"), *self._agenda()])
        yield Part(titles["prepare"], [self._line(words["prepare"], "prepare")])
        yield Part(titles["people"], [self._line(words["people"], "people")])

    def closing(self) -> Iterator[Line]:
        """Whom to ask, and the signature."""
        contact = self._room.programme.contact
        yield self._line(self._all["contact"]["named" if contact.name and contact.email else "open"], "contact")
        yield self._line(self._words["signature"], "signature")

    def _facts(self) -> dict[str, str | Link | None]:
        room, places = self._room, self._room.places
        start, end = places["start"], places["end"]
        span = room.library.language.span_pattern.format(start=start, end=end) if start and end else None
        return {
            **places,
            "date": places["weekday"],
            "time": span,
            "minutes": room.library.language.minutes_in_words(room.held.minutes),
            "name": room.programme.contact.name,
            "sender": room.programme.contact.name or places["facilitator"],
            "contact": contact_link(room.programme),
        }

    def _agenda(self) -> Iterator[Line]:
        """The rows of the run sheet with their times."""
        words, hours, language = self._all["agenda"], self._room.hours, self._room.library.language
        for item, begin in zip(hours.items, hours.begins, strict=True):
            moment = hours.session.at(begin)
            kind = "clock" if moment else "minutes"
            yield bullet(
                words[kind].format(
                    clock=language.clock_text(moment) if moment else "",
                    title=item.heading,
                    minutes=language.minutes_in_words(item.minutes),
                )
            )

    def _line(self, pattern: str, key: str, *, label: str = "") -> Line:
        places, names = self._all["by_hand"], self._all["place_names"]
        return Line(pieces(pattern, self._known, places=places, names=names, key=key), label)
