"""The plan in ten to fifteen minutes, for MED, AMO and managers' meetings: its story, its cards, what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .deck_parts import filled
from .frame import Context, deck_common, or_place, shortened
from .plan_asks import asks, steps_ahead
from .plan_cards import PlanCard, plan_cards
from .plan_story import (
    existing_offers,
    following_up,
    how_chosen,
    overview_lead,
    parked_themes,
    to_settle,
)
from .slides import Deck, Slide

_FIELDS = ("goal", "tasks", "representatives_role")  # what the people in the room need to see
_IN_NOTES = ("used_when", "help", "follow_up")  # what the speaker needs to know
_FACTS = ("owner", "follow_up_date", "status")
_TITLE = 42  # letters of a theme in a title, which a number may follow where the card goes on
_SHORT = 60  # letters of a theme or an owner in a row or beside a card
_FEW = 5  # cards that can be shown in the time


@dataclass(frozen=True, slots=True)
class _Telling:
    """What every slide is told from."""

    library: Library
    programme: Programme
    copy: Copy
    cards: Sequence[PlanCard]

    @property
    def words(self) -> Mapping[str, Any]:
        return self.library.words["plan-presentation"]

    @property
    def plan_words(self) -> Mapping[str, Any]:
        return self.library.words["plan"]

    @property
    def is_blank(self) -> bool:
        return all(card.theme is None for card in self.cards)

    def notes(self, *keys: str, **values: str) -> list[dict[str, str]]:
        """The speaker notes of a slide: the lines under these keys whose places have something to say."""
        lines = (line.partition(": ") for key in keys for line in self.words["notes"][key])
        told = ((before + colon, filled(after, values)) for before, colon, after in lines)
        return [_note(label, text) for label, text in told if text is not None]

    def place(self, text: str | None, key: str) -> str:
        return or_place(text, self.words["by_hand"][key])

    def places(self, key: str) -> list[str]:
        return [or_place(None, place) for place in self.words["lines_by_hand"][key]]

    def day(self, day: date | None, key: str) -> str:
        return self.place(self.library.language.date_text(day) if day else None, key)


def deck(library: Library, programme: Programme, copy: Copy) -> Deck:
    """The slides: why and how, the overview, a slide for each card, how it is followed up, what is asked, what next."""
    telling = _Telling(library, programme, copy, plan_cards(library, programme))
    slides = (
        _title(telling),
        _why(telling),
        _made(telling),
        _chosen(telling),
        _overview(telling),
        *_cards(telling),
        *_parked(telling),
        _following(telling),
        *_asked(telling),
        _next(telling),
        _closing(telling),
    )
    return Deck(deck_common(library, programme, copy), slides)


def _slide(kind: str, title: str, notes: list[dict[str, str]], **fields: Any) -> Slide:
    context: Context = {"title": title, "notes": notes, **fields}
    return Slide(kind, context)


def _note(label: str, text: str) -> dict[str, str]:
    return {"label": label, "text": " ".join(text.split())}


def _items(texts: Sequence[str]) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


def _title(telling: _Telling) -> Slide:
    words, plan = telling.plan_words, telling.programme.plan
    version = words["version"].format(version=plan.version) if plan.version else None
    subtitle = telling.words["between"].join(filter(None, (plan.period, version, plan.status)))
    return _slide(
        "title",
        words["title"],
        telling.notes("title"),
        kicker=telling.place(telling.programme.organisation, "organisation"),
        subtitle=telling.place(subtitle, "subtitle"),
    )


def _why(telling: _Telling) -> Slide:
    library = telling.library
    return _slide(
        "quote",
        telling.words["why"],
        telling.notes("why"),
        lines=[library.samlet_plan.tool.purpose.text],
        said_by=library.sources[telling.copy.kit.source].footer,
    )


def _made(telling: _Telling) -> Slide:
    workshops, words = telling.programme.workshops, telling.words
    days = [workshops.of(stage.step).date for stage in telling.copy.kit.stages]
    steps = [
        {
            "number": str(stage.number),
            "name": stage.name,
            "text": words["steps"][stage.step.value],
            "time": telling.day(day, "step"),
            "current": False,
        }
        for stage, day in zip(telling.copy.kit.stages, days, strict=True)
    ]
    keys = ("made",) if all(days) else ("made", "made_undated")
    return _slide("steps", words["made"], telling.notes(*keys), lead="", steps=steps)


def _chosen(telling: _Telling) -> Slide:
    told = how_chosen(telling.library, telling.programme, telling.cards)
    existing = existing_offers(telling.programme, telling.cards)
    notes = telling.notes("chosen", existing=telling.words["between"].join(existing))
    items = _items(told or telling.places("chosen"))
    return _slide("result", telling.plan_words["chosen"], notes, lead="", items=items)


def _overview(telling: _Telling) -> Slide:
    columns, count = telling.plan_words["columns"], len(telling.cards)
    keys = ("overview",) if count <= _FEW else ("overview_many", "overview")
    rows = [
        {
            "number": str(card.number),
            "theme": _name(telling, card, _SHORT),
            "owner": telling.place(shortened(card.answers.get("owner"), _SHORT), "owner"),
            "follow_up": telling.day(card.answers.get("follow_up_date"), "follow_up_date"),
        }
        for card in telling.cards
    ]
    return _slide(
        "overview",
        telling.plan_words["overview_of_many"],
        telling.notes(*keys, lead=overview_lead(telling.library, telling.cards), count=str(count)),
        columns={
            "number": columns["number"],
            "theme": columns["title"],
            "owner": columns["owner"],
            "follow_up": columns["follow_up_date"],
        },
        rows=rows,
    )


def _name(telling: _Telling, card: PlanCard, letters: int) -> str:
    """The theme in a few words."""
    return telling.place(shortened(card.theme.short, letters) if card.theme else None, "theme")


def _cards(telling: _Telling) -> Iterator[Slide]:
    """A slide for each card; on a blank deck one, to be copied."""
    for card in telling.cards[:1] if telling.is_blank else telling.cards:
        kicker = telling.plan_words["card_kicker_unchosen" if card.is_extra else "card_kicker"]
        title = telling.words["card_title"].format(number=card.number, theme=_name(telling, card, _TITLE))
        facts = [_fact(telling, card, key) for key in _FACTS]
        fields = list(_fields(telling, card))
        yield _slide("card", title, _card_notes(telling, card), kicker=kicker, fields=fields, facts=facts)


def _fields(telling: _Telling, card: PlanCard) -> Iterator[dict[str, str]]:
    """The questions of the card with their whole answers; theme and owner too, where they are cut elsewhere."""
    if card.theme and _is_cut(card.theme.short, _TITLE):
        yield {"label": telling.library.words["action-card"]["title_label"], "text": card.theme.title}
    labels = {field.key: field.label for field in telling.library.samlet_plan.action_card.fields}
    if _is_cut(owner := card.answers.get("owner", ""), _SHORT):
        yield {"label": labels["owner"], "text": owner}
    for key in _FIELDS:
        yield {"label": labels[key], "text": telling.place(card.answers.get(key), key)}


def _is_cut(text: str, letters: int) -> bool:
    return len(" ".join(text.split())) > letters


def _fact(telling: _Telling, card: PlanCard, key: str) -> dict[str, str]:
    value = card.answers.get(key)
    text = telling.day(value, key) if isinstance(value, date) else telling.place(shortened(value, _SHORT), key)
    return {"label": telling.plan_words["columns"][key], "value": text}


def _card_notes(telling: _Telling, card: PlanCard) -> list[dict[str, str]]:
    """What is said of a card, and from the card what stands on no slide."""
    if telling.is_blank:
        return telling.notes("card_blank", "card_first")
    keys = ("card", "card_first") if card.number == 1 else ("card",)
    form = telling.library.samlet_plan.action_card
    answers = [
        _note(telling.words["card_asks"].format(label=field.label), text)
        for field in form.fields
        if field.key in _IN_NOTES and (text := card.answers.get(field.key))
    ]
    return [*telling.notes(*keys, title=card.title or ""), *answers]


def _parked(telling: _Telling) -> Iterator[Slide]:
    """The parking lot, where something is parked."""
    parked = parked_themes(telling.library, telling.programme)
    if parked:
        items = _items([_parked_theme(theme) for theme in parked])
        yield _slide("result", telling.words["parked"], telling.notes("parked"), lead="", items=items)


def _parked_theme(theme: Mapping[str, str]) -> str:
    why = " ".join(filter(None, (theme["reason"], theme["answer"])))
    return f"{theme['title']}\n{why}"


def _following(telling: _Telling) -> Slide:
    library, words = telling.library, telling.plan_words
    told = following_up(library, telling.programme, telling.cards)
    missing = to_settle(library, telling.programme, telling.cards)
    advice = words["quotation"].format(text=library.samlet_plan.action_card.advice.follow_up)
    notes = telling.notes("following", advice=advice, missing=telling.words["between"].join(missing))
    items = _items(told or telling.places("following"))
    return _slide("result", words["following"], notes, lead="", items=items)


def _asked(telling: _Telling) -> Iterator[Slide]:
    asked = asks(telling.library, telling.programme)
    keys = ("ask_several", "ask") if len(asked) > 1 else ("ask",)
    for ask in asked:
        notes = telling.notes(*keys, forums=ask.forums)
        yield _slide("question", ask.title, notes, kicker=ask.kicker, questions=_items(ask.questions))


def _next(telling: _Telling) -> Slide:
    known = steps_ahead(telling.library, telling.programme)
    notes = telling.notes(*(("next",) if known else ("next_blank", "next")))
    items = _items(known or telling.places("next"))
    return _slide("result", telling.words["next"], notes, lead="", items=items)


def _closing(telling: _Telling) -> Slide:
    words, contact = telling.words, telling.programme.contact
    known = words["between"].join(filter(None, (contact.name, contact.email)))
    return _slide(
        "closing",
        words["closing"],
        telling.notes("closing", treated=telling.plan_words["treated"]),
        lead=words["closing_lead"],
        contact=telling.place(known, "contact"),
    )
