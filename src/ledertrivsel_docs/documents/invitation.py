"""The invitation to a workshop: a mail to paste, with its subject, and what to attach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..engine.values import Link
from ..models.base import Step
from ..models.chosen_themes import themes_of
from ..models.library import Library
from ..models.programme import Programme
from ..models.timetable import sessions, steps_of_the_day
from .contact import contact_link
from .copy import Copy
from .frame import Context, frame
from .meeting import agenda_rows
from .papers import paper
from .plan_story import listed
from .sentences import Piece, pieces


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the mail: its `pieces` after a bold `label` where it has one; `bullet` in a list.

    One that is `close` has the next one right below it.
    """

    pieces: Sequence[Piece]
    label: str = ""
    bullet: bool = False
    close: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the mail with its heading."""

    title: str
    lines: Sequence[Line]


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: what to `send`, and the mail: its `opening`, `parts` with headings, and `closing`."""
    mail = _Mail(library, programme, copy)
    opening, parts, closing = list(mail.opening()), list(mail.parts()), list(mail.closing())
    lines = [*opening, *(line for part in parts for line in part.lines), *closing]
    is_ready = not any(piece.key for line in lines for piece in line.pieces)
    words = library.words["invitation"]
    stage = library.samlet_plan.tool.step(mail.step)
    lead = words["lead"]["later" if mail.is_later else "ready" if is_ready else "to_write"]
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=words["title"].format(number=stage.number, name=stage.name),
        lead=lead.format(invitation=mail.first_invitation),
    ) | {
        "subject": mail.subject(),
        "attachments": listed(words, list(mail.attachments())),
        "send": mail.send(),
        "opening": opening,
        "parts": parts,
        "closing": closing,
    }


class _Mail:
    """The mail of one workshop; that of the first workshop of a day invites to the whole day."""

    def __init__(self, library: Library, programme: Programme, copy: Copy) -> None:
        self._library, self._programme, self._kit = library, programme, copy.kit
        self._all = library.words["invitation"]
        self.step = copy.step or Step.PREPARE
        self._words = self._all["steps"][self.step.value]
        self._day = steps_of_the_day(programme, self.step)
        self._sessions = sessions(programme, library)
        self.is_later = self.step is not self._day[0]
        self._is_day = len(self._day) > 1 and not self.is_later  # it invites to more than its own workshop
        self.first_invitation = paper(self._kit, copy.document.id, self._day[0])
        self._known = self._facts()

    def subject(self) -> str:
        """The subject, with the day where it is known."""
        words, text = self._all["subject"], (self._all["day"] if self._is_day else self._words)["subject"]
        date_text = self._known["date"]
        return str(words["known" if date_text else "open"].format(text=text, date=date_text))

    def attachments(self) -> Iterator[str]:
        """What is attached, as the kit calls it."""
        if self.is_later:
            yield self.first_invitation
            return
        for attached in self._words["attach"]:
            yield paper(self._kit, attached["document"], self.step, attached.get("variant"))

    def send(self) -> str:
        """When to send it."""
        pattern: str = (self._all["later"] if self.is_later else self._words)["send"]
        return pattern.format_map(self._known)

    def opening(self) -> Iterator[Line]:
        """Greeting, who invites to what, and when and where."""
        words, pattern = self._all, self._words["opening"]
        if len(self._day) > 1:
            pattern = words["later"]["opening"] if self.is_later else words["day"]["opening"][self.step.value]
        yield self._line(words["greeting"], "greeting")
        yield self._line(pattern, "opening")
        when = words["when"]["known" if self._known["time"] or self._is_day else "open"]
        for key, text in (("when", when), ("where", words["where"]), ("who", words["who"])):
            yield replace(self._line(text, key, label=words["facts"][key]), close=key != "who")

    def parts(self) -> Iterator[Part]:
        """Why, what happens, how to prepare, and who takes part now and afterwards."""
        titles = self._all["titles"]
        prepare = (self._all["later"] if self.is_later else self._words)["prepare"]
        yield Part(titles["why"], [self._line(self._words["why"], "why"), *self._themes()])
        yield Part(titles["happens"], list(self._whole_day() if self._is_day else self._workshop()))
        yield Part(titles["prepare"], [self._line(prepare, "prepare")])
        yield Part(titles["people"], [self._people(), *self._after()])

    def closing(self) -> Iterator[Line]:
        """Whom to ask, and the signature."""
        words, contact = self._all, self._programme.contact
        yield self._line(words["contact"]["named" if contact.name and contact.email else "open"], "contact")
        yield self._line(words["signature"], "signature")

    def _facts(self) -> dict[str, str | Link | None]:
        """Everything that the words of the mail can name."""
        language, programme = self._library.language, self._programme
        anchoring, workshop = programme.anchoring, programme.workshops.of(self.step)
        first, last = self._sessions[self.step], self._sessions[self._day[-1] if self._is_day else self.step]
        end = last.at(last.minutes)
        return {
            "date": language.long_date_text(workshop.date) if workshop.date else None,
            "time": language.span_text(first.start, end) if first.start and end else None,
            "minutes": language.minutes_in_words(first.minutes),
            "place": workshop.place,
            "facilitator": workshop.facilitator,
            "sender": anchoring.sender,
            "involved": listed(self._all, anchoring.involved) if anchoring.involved else None,
            "decides": anchoring.decides,
            "home": anchoring.home,
            "participants": str(programme.participants),
            "name": programme.contact.name,
            "contact": contact_link(programme),
            "organisation": programme.organisation,
            "count": self._all["day"]["counts"].get(str(len(self._day))),
            "short": self._words["short"],
            "theme_count": str(len(themes_of(programme, self._library))),
            "theme_worksheet": paper(self._kit, "theme-worksheet"),
            "knowledge_sheet": paper(self._kit, "knowledge-sheet"),
        }

    def _line(self, pattern: str, key: str, *, label: str = "", bullet: bool = False) -> Line:
        places, names = self._all["by_hand"], self._all["place_names"]
        return Line(pieces(pattern, self._known, places=places, names=names, key=key), label, bullet)

    def _themes(self) -> Iterator[Line]:
        """The chosen themes, from the second workshop on; a place for them where they ought to be known."""
        introduced = self._words.get("themes")
        chosen = self._programme.themes.selected
        if not introduced or (self.is_later and not chosen):
            return
        yield Line([Piece(introduced)], close=True)
        themes = themes_of(self._programme, self._library)
        yield from (_bullet(themes[reference].title) for reference in chosen)
        if not chosen:
            yield self._line(self._all["themes"], "themes", bullet=True)

    def _workshop(self) -> Iterator[Line]:
        """What happens in the workshop, and its rows with their times."""
        yield self._line(self._words["happens"], "happens")
        language, words = self._library.language, self._all["agenda"]
        for begin, title, minutes in agenda_rows(self._library, self._programme, self.step):
            moment = self._sessions[self.step].at(begin)
            if moment:
                yield _bullet(words["clock"].format(clock=language.clock_text(moment), title=title))
            else:
                yield _bullet(words["minutes"].format(title=title, minutes=language.minutes_in_words(minutes)))

    def _whole_day(self) -> Iterator[Line]:
        """The workshops of the day, and the breaks between them."""
        language, words = self._library.language, self._all["day"]
        for step in self._day:
            session, step_words = self._sessions[step], self._all["steps"][step.value]
            end = session.at(session.minutes)
            kind = "clock" if session.start else "minutes"
            label = words["session"][kind].format(
                span=language.span_text(session.start, end) if session.start and end else "",
                minutes=language.minutes_in_words(session.minutes),
                title=step_words["short"],
            )
            yield self._line(step_words["happens"], step.value, label=label, bullet=True)
            if session.pause and session.pause_end and end:
                span = language.span_text(end, session.pause_end)
                yield Line([], words["pauses"][session.pause].format(span=span), bullet=True)

    def _people(self) -> Line:
        words, programme = self._all["people"], self._programme
        patterns = (
            words["participants"] if (programme.participants or 0) > 1 else "",
            words["involved"],
            words["home"] if programme.anchoring.home else "",
        )
        return self._line(" ".join(filter(None, patterns)), "people")

    def _after(self) -> Iterator[Line]:
        """The forums that treat the plan, where it is done by the end of the day."""
        forums = [forum for forum in self._programme.plan.forums if not forum.outcome]
        if self._day[-1] is not Step.CONCRETISE or not forums:
            return
        words, language = self._all, self._library.language
        named = [
            words["forum"]["dated" if forum.date else "open"].format(
                name=forum.name, date=language.date_text(forum.date) if forum.date else ""
            )
            for forum in sorted(forums, key=lambda forum: forum.date or date.max)
        ]
        yield Line([Piece(words["after"].format(forums=listed(words, named)))])


def _bullet(text: str) -> Line:
    return Line([Piece(text)], bullet=True)
