"""Texts to paste: a news item and one to keep, three sentences, the mail of a hearing, and the page with the cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..engine.values import Link
from ..models.base import PlanStatus, Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.treatment import deciding, is_settled, status_of, waiting
from .action_card import card_form
from .contact import contact_link
from .copy import Copy
from .frame import Context, frame, or_place
from .hearing_mail import HearingMail
from .mail import Line
from .plan_asks import treated
from .plan_cards import PlanCard, plan_cards
from .plan_story import counted, one_or_many, valid_from
from .sentences import Piece, pieces
from .wording import listed

_ON_PAGE = ("goal", "used_when", "owner", "help")  # of a card: what it is, when it is used, who, and where to get help
_THEMES_TO_WRITE = 3


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What is printed: the texts, each as lines with places for what isn't known; empty those that are of no use."""
    words = library.words["intranet-text"]
    texts = _Texts(library, programme)
    news, contact, short, page = list(texts.news()), texts.contact("news"), texts.short(), texts.page()
    mail, later = HearingMail(library, programme, copy.kit), texts.later()
    hearing = list(mail.lines())
    cards = [line for card in page["cards"] for line in (card["title"], *card["lines"])]
    lines = (*news, contact, short, *hearing, *later, page["title"], *page["opening"], *cards)
    to_write = any(piece.key for line in lines for piece in line.pieces)
    advice = library.samlet_plan.action_card.advice.publish
    boxes = _boxes(library, texts.status["note"], left_out={"hearing": not hearing, "later": not later})
    count = counted(library.words["plan"], {"many": "{count}"}, len(boxes))
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=words["title"],
        lead=words["lead"]["to_write" if to_write else "ready"].format(count=count.capitalize()),
    ) | {
        "advice": words["advice"].format(text=advice),
        "boxes": boxes,
        "hearing": {"title": words["hearing_mail"]["subject"], "lines": hearing[:-1], "last": hearing[-1:]},
        "later": {"title": words["later"]["title"], "lines": (), "last": later},
        "page_list": one_or_many(words["page_list"], len(page["cards"])),
        "news": {"title": texts.status["title"], "lines": news, "contact": contact},
        "short": short,
        "page": page,
    }


def _boxes(library: Library, note: str, left_out: Mapping[str, bool]) -> dict[str, dict[str, str]]:
    """What to do with each text, numbered in their order; `note` is that of the news."""
    words, shown = library.words["intranet-text"], library.samlet_plan.tool.intranet
    kept = {key: box for key, box in words["boxes"].items() if not left_out.get(key)}
    return {
        key: {
            "title": words["box_title"].format(number=number, title=box["title"]),
            "description": box["description"],
            "text": box["text"].format(page=shown.title, card=shown.cards[0]) if "text" in box else note,
        }
        for number, (key, box) in enumerate(kept.items(), 1)
    }


class _Texts:
    """The texts about a plan, by how far it is."""

    def __init__(self, library: Library, programme: Programme) -> None:
        self._library, self._programme = library, programme
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
        count = len(self._named)
        introduced = counted(plan_words, self.status["themes"], count) if count else self.status["themes"]["none"]
        yield Line([Piece(introduced)], close=True)
        yield from (Line([Piece(card.title or "")], bullet=True) for card in self._named)
        if not count:
            for number in range(1, _THEMES_TO_WRITE + 1):
                yield self._line(words["theme"], f"news.{number}", bullet=True)
        if not self._is_past:
            yield self._line(" ".join(self._made()), "news.made")
        yield from self._next()

    def short(self) -> Line:
        """The three sentences."""
        return self._line(self.status["short"], "short")

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
        words, count = self._words, len(self._named)
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
        return self._line(pattern, f"{self._card_key(card)}.{key}", theme=card.title)

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

    def _line(self, pattern: str, key: str, *, bullet: bool = False, **known: str | Link | None) -> Line:
        places, names = self._words["by_hand"], self._words["place_names"]
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
