"""The invitation to a workshop or a meeting: a mail to paste, with its subject, and what to attach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from ..engine.values import Link
from ..models.amounts import groups_of, groups_on_themes
from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.references import themes_of
from ..models.timetable import break_minutes, sessions, steps_of_the_day
from ..models.treatment import in_date_order
from . import invitation_meeting
from .contact import contact_link
from .copy import Copy
from .frame import Context, frame
from .mail import Line, Part, bullet, is_ready
from .papers import paper
from .sentences import Piece, pieces
from .theme_rows import BLANK_ROWS
from .wording import listed
from .workshop import agenda_rows


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: what to `send`, and the mail: its `opening`, `parts` with headings, and `closing`."""
    if copy.kit.id in library.tools:
        return invitation_meeting.context(library, programme, copy)
    mail = _Mail(library, programme, copy)
    opening, parts, closing = list(mail.opening()), list(mail.parts()), list(mail.closing())
    lines = [*opening, *(line for part in parts for line in part.lines), *closing]
    words = library.words_of(copy.kit.id, "invitation")
    stage = library.samlet_plan.tool.step(mail.step)
    lead = words["lead"]["later" if mail.is_later else "ready" if is_ready(lines) else "to_write"]
    attached = list(mail.attachments())
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=words["title"].format(number=stage.number, name=stage.name),
        lead=lead.format(
            invitation=mail.first_invitation, attach=words["attach"]["one" if len(attached) == 1 else "many"]
        ),
    ) | {
        "subject": mail.subject(),
        "attach_label": words["send"]["forward" if mail.is_later else "attach"],
        "attachments": listed(words, attached),
        "send": mail.send(),
        "opening": opening,
        "parts": parts,
        "closing": closing,
    }


class _Mail:
    """The mail of one workshop; that of the first workshop of a day invites to the whole day."""

    def __init__(self, library: Library, programme: Programme, copy: Copy) -> None:
        self._library, self._programme, self._kit = library, programme, copy.kit
        self._all = library.words_of(copy.kit.id, "invitation")
        self.step = copy.step or Step.PREPARE
        self._day = steps_of_the_day(programme, self.step)
        # On the day of the first workshop nobody knows the themes yet, whatever the programme says of them since.
        self._chosen = () if Step.PREPARE in self._day else programme.themes.selected
        self._words = self._words_of(self.step)
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
            yield self._all["later"]["forward"].format(invitation=self.first_invitation)
            return
        for attached in self._words["attach"]:
            yield paper(self._kit, attached["document"], self.step, attached.get("variant"))

    def send(self) -> str:
        """When to send it, with the day where there is one after the workshop before it."""
        if self.is_later:
            return str(self._all["later"]["send"])
        workshops, steps = self._programme.workshops, list(Step)
        before = workshops.of(steps[steps.index(self.step) - 1]).date if self.step is not steps[0] else None
        held = workshops.of(self.step).date
        day = held - timedelta(weeks=int(self._words["weeks"])) if held else None
        if not day or (before and day <= before):
            return str(self._words["send"].format_map(self._known))
        by = self._library.language.long_date_text(day)
        return str(self._words["send_by"].format_map({**self._known, "send_by": by}))

    def opening(self) -> Iterator[Line]:
        """Greeting, who invites to what, and when and where."""
        words, pattern = self._all, self._words["opening"]
        if len(self._day) > 1:
            kind = "one" if len(self._chosen) == 1 else self.step.value
            pattern = words["later"]["opening"] if self.is_later else words["day"]["opening"][kind]
        yield self._line(words["greeting"], "greeting")
        yield self._line(pattern, "opening")
        when = words["when"]["known" if self._known["time"] or self._is_day else "open"]
        for key, text in (("when", when), ("where", words["where"]), ("who", words["who"])):
            yield replace(self._line(text, key, label=words["facts"][key]), close=key != "who")
        following = [text for step, text in words["later_workshops"].items() if Step(step) not in self._day]
        if self.step is Step.PREPARE and following:
            yield self._line(words["calendar"].replace("{workshops}", listed(words, following)), "calendar")

    def parts(self) -> Iterator[Part]:
        """Why, what happens, how to prepare, and who takes part now and afterwards."""
        titles = self._all["titles"]
        prepare = (self._all["later"] if self.is_later else self._words)["prepare"]
        yield Part(titles["why"], [self._line(self._words["why"], "why"), *self._themes()])
        yield Part(titles["happens"], list(self._whole_day() if self._is_day else self._workshop()))
        yield Part(titles["prepare"], [self._line(prepare, "prepare")])
        people = [self._people(), *self._after()]
        yield Part(titles["people"], [*people[:-1], replace(people[-1], close=True)])

    def closing(self) -> Iterator[Line]:
        """Whom to ask, and the signature."""
        words, contact = self._all, self._programme.contact
        told = words["contact"]["named" if contact.name and contact.email else "open"]
        yield replace(self._line(told, "contact"), close=True)
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
            **{step.value: self._held(step) for step in Step},
            "theme_count": str(len(themes_of(programme, self._library))),
            "theme_worksheet": paper(self._kit, "theme-worksheet"),
            "knowledge_sheet": paper(self._kit, "knowledge-sheet"),
        }

    def _held(self, step: Step) -> str | None:
        """The day of a workshop, with its times where they are known."""
        language, session, day = self._library.language, self._sessions[step], self._programme.workshops.of(step).date
        end, words = session.at(session.minutes - self._break_of(step)), self._all["later_workshop"]
        if not day:
            return None
        time = language.span_text(session.start, end) if session.start and end else ""
        return str(words["timed" if time else "open"].format(date=language.long_date_text(day), time=time))

    def _break_of(self, step: Step) -> int:
        return break_minutes(self._programme, self._library, step)

    def _words_of(self, step: Step) -> dict[str, Any]:
        """The words for a step, those for a single theme and for a day with an earlier step in place of the others."""
        words = dict(self._all["steps"][step.value])
        if step in self._day[1:]:
            words |= words.get("same_day", {})
        return words | words.get("one", {}) if len(self._chosen) == 1 else words

    def _happens(self, step: Step) -> str:
        """What happens in a step: alone as one group, in groups with a theme each, or with themes to share."""
        words, people, themes = self._words_of(step), self._programme.participants, len(self._chosen)
        groups = groups_of(people).most if people else 0
        if people and themes and step is not Step.PREPARE:
            groups = groups_on_themes(people, themes)
        is_each = groups == themes if people and themes else themes != 1
        kind = "alone" if groups == 1 else "each" if is_each and "each" in words["work"] else "some"
        return " ".join(filter(None, (words.get("first"), words["work"][kind])))

    def _line(self, pattern: str, key: str, *, label: str = "", bullet: bool = False) -> Line:
        places, names = self._all["by_hand"], self._all["place_names"]
        return Line(pieces(pattern, self._known, places=places, names=names, key=key), label, bullet)

    def _themes(self) -> Iterator[Line]:
        """The chosen themes, from the second workshop on; a place for them where they ought to be known."""
        introduced = self._words.get("themes")
        chosen = self._chosen
        if not introduced or (self.is_later and not chosen):
            return
        themes = themes_of(self._programme, self._library)
        if len(chosen) > BLANK_ROWS:  # a list as long as the rest of the mail
            names = listed(self._all, [themes[reference].short for reference in chosen])
            yield Line([Piece(f"{introduced} {names}.")])
            return
        yield Line([Piece(introduced)], close=True)
        yield from (bullet(themes[reference].title) for reference in chosen)
        if not chosen:
            yield self._line(self._all["themes"], "themes", bullet=True)

    def _workshop(self) -> Iterator[Line]:
        """What happens in the workshop, and its rows with their times."""
        yield self._line(self._happens(self.step), "happens")
        language, words = self._library.language, self._all["agenda"]
        for begin, title, minutes in agenda_rows(self._library, self._programme, self.step):
            moment = self._sessions[self.step].at(begin)
            if moment:
                yield bullet(words["clock"].format(clock=language.clock_text(moment), title=title))
            else:
                yield bullet(words["minutes"].format(title=title, minutes=language.minutes_in_words(minutes)))

    def _whole_day(self) -> Iterator[Line]:
        """The workshops of the day, and the breaks between them."""
        language, words = self._library.language, self._all["day"]
        for step in self._day:
            session, step_words = self._sessions[step], self._words_of(step)
            end = session.at(session.minutes - (self._break_of(step) if session.pause_end else 0))
            kind = "clock" if session.start else "minutes"
            label = words["session"][kind].format(
                span=language.span_text(session.start, end) if session.start and end else "",
                minutes=language.minutes_in_words(session.minutes),
                title=step_words["short"],
            )
            yield self._line(self._happens(step), step.value, label=label, bullet=True)
            if session.pause_end and end:
                span = language.span_text(end, session.pause_end)
                yield Line([], words["pauses"][session.pause or "break"].format(span=span), bullet=True)

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
            for forum in in_date_order(forums)
        ]
        yield Line([Piece(words["after"].format(forums=listed(words, named)))])
