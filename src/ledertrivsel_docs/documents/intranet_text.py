"""Texts to paste: news for now and for later, mails to participants and to a hearing, three sentences, and a page."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from typing import Any

from ..engine.values import Link
from ..models.base import PlanStatus, Step
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.treatment import deciding, is_settled, status_of, waiting
from .action_card import card_form
from .contact import contact_link
from .copy import Copy
from .frame import Context, frame, or_place
from .hearing_mail import HearingMail, names_in
from .mail import Line
from .papers import has_paper, paper
from .plan_asks import treated
from .plan_cards import PlanCard, one_a_theme, plan_cards
from .plan_conflicts import titled
from .plan_story import still_open, valid_from
from .sentences import Piece, pieces
from .wording import counted, listed, one_or_many

_ON_PAGE = ("goal", "used_when", "owner", "help")  # of a card: what it is, when it is used, who, and where to get help
_THEMES_TO_WRITE = 3


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What is printed: the texts, each as lines with places for what isn't known; empty those that are of no use."""
    words = library.words["intranet-text"]
    texts, mail = _Texts(library, programme, copy.kit), HearingMail(library, programme, copy.kit)
    page = texts.page()
    told = {
        "news": {"title": texts.status["title"], "lines": [*texts.news(), texts.contact("news")]},
        "participants": {"title": words["participants_mail"]["subject"], "lines": list(texts.participants())},
        "hearing": {"title": words["hearing_mail"]["subject"], "lines": list(mail.lines())},
        "later": {"title": words["later"]["title"], "lines": texts.later()},
        "short": {"title": "", "lines": [texts.short()]},
    }
    cards = [line for card in page["cards"] for line in (card["title"], *card["lines"])]
    lines = (*(line for text in told.values() for line in text["lines"]), page["title"], *page["opening"], *cards)
    to_write = any(piece.key for line in lines for piece in line.pieces)
    boxes = _boxes(library, texts.status["note"], mail.others, left_out={key for key in told if not told[key]["lines"]})
    count = counted(library.words["plan"], {"many": "{count}"}, len(boxes))
    open_ = still_open(library, plan_cards(library, programme))
    wait = [words["wait"].format(still_open=" ".join(open_))] if open_ else []
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=words["title"],
        lead=" ".join((words["lead"]["to_write" if to_write else "ready"].format(count=count.capitalize()), *wait)),
    ) | {
        "advice": words["advice"].format(text=library.samlet_plan.action_card.advice.publish),
        "boxes": boxes,
        "texts": told,
        "page_list": one_or_many(words["page_list"], len(page["cards"])),
        "page": page,
    }


def _boxes(library: Library, note: str, others: str, left_out: Container[str]) -> dict[str, dict[str, str]]:
    """Heading, instruction and end of each text, numbered in their order.

    `note` is the instruction of the news; `others` are to have the mail of the hearing too.
    """
    words, shown = library.words["intranet-text"], library.samlet_plan.tool.intranet
    kept = {key: box for key, box in words["boxes"].items() if key not in left_out}
    return {
        key: {
            "title": words["box_title"].format(number=number, title=box["title"]),
            "text": " ".join(
                filter(
                    None,
                    (
                        box.get("text", note).format(page=shown.title, card=shown.cards[0]),
                        box["also"].format(others=others) if others and "also" in box else "",
                    ),
                )
            ),
            "end": words["end"].format(number=number),
        }
        for number, (key, box) in enumerate(kept.items(), 1)
    }


class _Texts:
    """The texts about a plan, by how far it is."""

    def __init__(self, library: Library, programme: Programme, kit: Kit) -> None:
        self._library, self._programme, self._kit = library, programme, kit
        self._words = library.words["intranet-text"]
        status = status_of(programme, library)
        self.status = self._words["statuses"][status or "open"]
        self._cards = plan_cards(library, programme)
        self._named = [card for card in self._cards if card.theme]
        self._settled = is_settled(programme, library)
        self._is_past = status is PlanStatus.HISTORIC
        self._known = self._facts()

    def news(self) -> Iterator[Line]:
        """What the plan is about, how it was made, and what comes next."""
        words, plan_words = self._words, self._library.words["plan"]
        yield self._line(self.status["opening"], "news.opening")
        themes = one_a_theme(self._named)
        count = len(themes)
        introduced = counted(plan_words, self.status["themes"], count) if count else self.status["themes"]["none"]
        yield Line([Piece(introduced)], close=True)
        yield from (Line([Piece(card.title or "")], bullet=True) for card in themes)
        if not count:
            for number in range(1, _THEMES_TO_WRITE + 1):
                name = words["numbered"]["news"].format(number=number)
                yield self._line(words["theme"], f"news.{number}", bullet=True, name=name)
        if not self._is_past:
            yield self._line(" ".join(self._made()), "news.made")
        yield from self._next()

    def short(self) -> Line:
        """The three sentences."""
        return self._line(self.status["short"], "short")

    def participants(self) -> Iterator[Line]:
        """The mail with which those who made the plan see it before others do; none where it has been decided on."""
        if self._settled:
            return
        words, version = self._words["participants_mail"], self._programme.plan.version
        told = self._words["hearing_mail"]["version"].format(version=version) if version else ""
        for number, pattern in enumerate(words["lines"], 1):
            yield self._line(pattern.replace("{version}", told), f"participants.{number}")
        if has_paper(self._kit, words["paper"]):
            yield Line([Piece(words["attached"].format(paper=paper(self._kit, words["paper"])))])

    def later(self) -> list[Line]:
        """The news to keep until the plan is approved; none where it has been."""
        if self._settled:
            return []
        words, count = self._words["later"], len(self._cards)
        applies = valid_from(self._library, self._named) if self._named else ""
        applies = applies or one_or_many(words["applies_open"], count)
        them = one_or_many(words["them"], count)
        pattern = words["text"].replace("{applies}", applies).replace("{them}", them)
        return [self._line(pattern, "later", decides_later=self._known["decides"])]

    def page(self) -> dict[str, Any]:
        """The page: its `title`, its `opening`, the `entries` of its list, and the `cards`."""
        words = self._words
        intro = words["page_intro_past"] if self._is_past else one_or_many(words["page_intro"], len(self._cards))
        return {
            "title": self._line(words["page_title"], "page.title"),
            "opening": [
                self._line(self.status["state"], "page.state"),
                Line([Piece(intro)]),
                self._line(" ".join((words["whole"], *([] if self._is_past else [words["follow_up"]]))), "page.whole"),
                self.contact("page"),
            ],
            "entries": [self._card_title(card, "entry") for card in self._cards],
            "cards": [
                {"title": self._card_title(card, "title"), "lines": list(self._card(card))} for card in self._cards
            ],
        }

    def _made(self) -> Iterator[str]:
        """What a card is, how the themes were chosen and who is involved, as patterns."""
        words, count = self._words, len(one_a_theme(self._named))
        yield one_or_many(words["cards"], count)
        yield one_or_many(words["chosen"], count)
        yield words["involved"]["settled" if self._settled else "open"]

    def _next(self) -> Iterator[Line]:
        words = self._words
        if "respond" in self.status:
            yield self._line(self.status["respond"], "news.respond")
        if "find" in self.status:
            yield self._line(self.status["find"], "news.find")
        if self._is_past:
            return
        if self._settled:
            applies = valid_from(self._library, self._named) if self._named else ""
            yield self._line(" ".join(filter(None, (applies, words["follow_up"]))), "news.follow_up")
            return
        forums = waiting(self._programme)
        if not forums:
            yield self._line(words["next_open"], "news.next")
            return
        yield Line([Piece(words["next"])], close=True)
        yield from (Line([Piece(treated(self._library, forum))], bullet=True) for forum in forums)

    def contact(self, where: str) -> Line:
        """Whom to ask."""
        contact = self._programme.contact
        pattern = self._words["contact"]["named" if contact.name and contact.email else "open"]
        return self._line(pattern, f"{where}.contact")

    def _card_title(self, card: PlanCard, key: str) -> Line:
        """As the source's picture of an intranet calls a card."""
        pattern = self._words["card_title"].replace("{title}", "{theme}")
        name = self._words["numbered"][key].format(number=card.number)
        title = titled(self._library, card)
        return self._line(pattern, f"{self._card_key(card)}.{key}", name=name, theme=title)

    def _card(self, card: PlanCard) -> Iterator[Line]:
        """The questions of the card that a reader of the page asks first, each with its answer or a place."""
        labels = card_form(self._library)["labels"]
        places = {field.key: field.placeholder for field in self._library.samlet_plan.action_card.fields}
        for key in _ON_PAGE:
            text = or_place(card.answers.get(key), places[key])
            name = self._words["card_answer"].format(number=card.number, label=labels[key])
            is_known = bool(card.answers.get(key))
            piece = Piece(text) if is_known else Piece(text, f"{self._card_key(card)}.{key}", name)
            yield Line([piece], label=f"{labels[key]} ")

    def _card_key(self, card: PlanCard) -> str:
        return str(self._words["card_key"].format(number=card.number))

    def _line(
        self, pattern: str, key: str, *, bullet: bool = False, name: str = "", **known: str | Link | None
    ) -> Line:
        """A line; `name` is what a screen reader calls its place, if it is a single one that others resemble."""
        places, places_in = self._words["by_hand"], key.partition(".")[0]
        names = dict.fromkeys(places, name) if name else names_in(self._words, places_in)
        return Line(pieces(pattern, {**self._known, **known}, places=places, names=names, key=key), bullet=bullet)

    def _day(self, day: date | None) -> str | None:
        return self._words["day"].format(date=self._library.language.date_text(day)) if day else None

    def _facts(self) -> dict[str, str | Link | None]:
        """Everything that the words can name."""
        programme, plan_words = self._programme, self._library.words["plan"]
        anchoring, plan, contact = programme.anchoring, programme.plan, programme.contact
        approval = next(reversed(deciding(programme, self._library)), None)
        forms = self._words["cards_short"]
        count = len(self._named)
        return {
            "organisation": programme.organisation,
            "period": plan.period,
            "decides": anchoring.decides or (approval.name if approval else None),
            "approved_by": approval.name if approval else anchoring.decides,
            "approved": self._day(approval.date) if approval else None,
            "deadline": self._day(plan.hearing_deadline),
            "cards": counted(plan_words, forms, count) if count else forms["none"],
            "chosen": self._day(programme.workshops.of(Step.PREPARE).date),
            "involved": listed(plan_words, anchoring.involved) if anchoring.involved else None,
            "next_follow_up": self._day(plan.next_follow_up),
            "name": contact.name,
            "asked": contact.name or contact_link(programme),
            "contact": contact_link(programme),
        }
