"""The cards on slides: all of them in a table, then one by one with what the people in the room need to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..measuring import CUT
from .frame import shortened
from .plan_cards import PlanCard
from .plan_conflicts import conflict
from .plan_story import overview_lead
from .plan_telling import FEW, Telling, note, slide
from .slides import Slide
from .wording import listed

_FIELDS = ("goal", "tasks", "representatives_role")  # what the people in the room need to see
_IN_NOTES = ("used_when", "help", "follow_up")  # what the speaker needs to know
_FACTS = ("owner", "valid_from", "follow_up_date", "status")
_TITLE = 38  # letters of a theme in a title, which a number may follow where the card goes on
_ROW = 40  # letters of a theme or an owner in a row
_SHORT = 60  # letters of an owner beside a card
_LONG = 600  # letters of an answer on a slide
_SHORT_WORD, _HARD_BLANK = 5, "\N{NO-BREAK SPACE}"
_LINE = 80  # letters that a line takes the room of, however short it is


def overview_slide(telling: Telling) -> Slide:
    """All cards in a table."""
    columns, count = telling.plan_words["columns"], len(telling.cards)
    before = () if count <= FEW else ("overview_many",)
    lead = overview_lead(telling.library, telling.cards)
    return slide(
        "overview",
        telling.plan_words["overview_of_many"],
        telling.notes("overview", before=before, lead=lead, count=str(count)),
        columns={
            **telling.words["columns"],
            "goal": columns["goal"],
            "owner": columns["owner"],
            "follow_up": columns["follow_up_date"],
        },
        rows=[_row(telling, card) for card in telling.cards],
    )


def _row(telling: Telling, card: PlanCard) -> dict[str, str]:
    return {
        "number": card.number,
        "theme": _name(telling, card, _ROW),
        "goal": telling.place(card.goal_in_short(telling.library), "goal_in_short"),
        "owner": telling.place(shortened(card.answers.get("owner"), _ROW), "owner"),
        "follow_up": telling.day(card.answers.get("follow_up_date"), "follow_up_date"),
    }


def _name(telling: Telling, card: PlanCard, letters: int) -> str:
    """The theme in a few words."""
    return telling.place(shortened(card.theme.short, letters) if card.theme else None, "theme")


def card_slides(telling: Telling) -> Iterator[Slide]:
    """A slide for each card; on a blank deck one, to be copied."""
    for card in telling.cards[:1] if telling.is_blank else telling.cards:
        kicker = _kicker(telling.plan_words, card)
        title = telling.words["card_title"].format(number=card.number, theme=_name(telling, card, _TITLE))
        facts = [_fact(telling, card, key) for key in _FACTS]
        fields = [
            {"label": label, "lines": list(_lines(telling, card, text))} for label, text in _fields(telling, card)
        ]
        yield slide("card", title, _notes(telling, card), kicker=kicker, fields=fields, facts=facts)


def _kicker(words: Mapping[str, Any], card: PlanCard) -> str:
    """What the slide is about, and if the card isn't the only one of its theme."""
    kicker = str(words["card_kicker_unchosen" if card.is_extra else "card_kicker"])
    pattern = words["conflict"]["kicker"] if card.rivals else "{kicker}"
    return str(pattern).format(kicker=kicker, numbers=listed(words, card.rivals) if card.rivals else "")


def _fields(telling: Telling, card: PlanCard) -> Iterator[tuple[str, str]]:
    """The questions of the card with their answers; theme and owner too, where they are cut elsewhere."""
    if card.theme and _is_cut(card.theme.short, _TITLE):
        yield telling.library.words["action-card"]["title_label"], card.theme.title
    labels = {field.key: field.label for field in telling.library.samlet_plan.action_card.fields}
    if _is_cut(owner := card.answers.get("owner", ""), _SHORT):
        yield labels["owner"], owner
    for key in _FIELDS:
        yield labels[key], telling.place(card.answers.get(key), key)


def _is_cut(text: str, letters: int) -> bool:
    return len(" ".join(text.split())) > letters


def _ended(line: str) -> str:
    """A line whose last word doesn't stand alone below it, if it is a short one."""
    text, blank, last = line.rpartition(" ")
    return f"{text}{_HARD_BLANK}{last}" if blank and len(last) <= _SHORT_WORD else line


def _lines(telling: Telling, card: PlanCard, text: str) -> list[str]:
    """An answer a paragraph each; a long one as far as a slide has room for it, and where the rest stands."""
    lines, room = [], _LONG
    for line in (" ".join(line.split()) for line in text.splitlines() if line.strip()):
        if len(line) > room:
            break
        lines.append(_ended(line))
        room -= max(len(line), _LINE)
    else:
        return lines
    if room >= _LINE:
        lines.append(str(shortened(line, room)))
    else:
        lines[-1] += f" {CUT}"
    return [*lines, telling.words["rest"].format(number=card.number)]


def _fact(telling: Telling, card: PlanCard, key: str) -> dict[str, str]:
    value, form = card.answers.get(key), telling.library.samlet_plan.action_card
    text = telling.day(value, key) if isinstance(value, date) else telling.place(shortened(value, _SHORT), key)
    labels: dict[str, Any] = {field.key: field.label for field in form.own_fields} | dict(telling.plan_words["columns"])
    return {"label": labels[key], "value": text}


def _notes(telling: Telling, card: PlanCard) -> list[dict[str, str]]:
    """What is said of a card, and from the card what stands on no slide."""
    if telling.is_blank:
        return telling.notes("card_blank", after=("card_first",))
    after = ("card_first",) if card is telling.cards[0] else ()
    form = telling.library.samlet_plan.action_card
    answers = [
        note(telling.words["card_asks"].format(label=field.label), text)
        for field in form.fields
        if field.key in _IN_NOTES and (text := shortened(card.answers.get(field.key), _LONG))
    ]
    rivals = conflict(telling.library, telling.programme, card)
    told = [note("", rivals)] if rivals else []
    return [*telling.notes("card", after=after, title=card.title or ""), *told, *answers]
