"""What the plan tells in words: how the themes were chosen, what is parked, how it is followed up.

Only what the programme says; where it says nothing, the lists are empty and the template has a place to write.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ..engine.values import Link
from ..models.base import Step
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.references import themes_of
from ..models.treatment import is_in_hearing, is_settled
from .frame import or_place, shortened
from .papers import has_paper, paper
from .parked import parked_answer
from .plan_cards import PlanCard, one_a_theme
from .plan_conflicts import conflicts, in_conflict
from .ratings import groups_that_rated, placed_themes, themes_with_too_few
from .wording import counted, listed, one_or_many

_ANSWER = "hearing-response"
_IN_LINE = 40  # letters of a theme or an owner in a line


def hearing(library: Library, programme: Programme, contact: Link | str | None) -> dict[str, Any] | None:
    """What is asked in a hearing, where an answer is to go by when, and what becomes of it; else None."""
    words, plan = library.words["plan"], programme.plan
    if not is_in_hearing(programme, library):
        return None
    deadline = plan.hearing_deadline
    key = ("answer_by" if deadline else "answer_to") if contact else ("answer_by_date" if deadline else None)
    before, _, after = words[key].partition("{contact}") if key else ("", "", "")
    day = library.language.long_date_text(deadline) if deadline else ""
    return {
        "ask": words["hearing_ask"],
        "before": before.format(date=day),
        "contact": contact if key else "",
        "after": after,
        "decided": decided(library, programme),
    }


def decided(library: Library, programme: Programme) -> str:
    """What becomes of the answers, and when the plan applies."""
    words, decides = library.words["plan"], programme.anchoring.decides
    return str(words["decided_by"].format(decides=decides) if decides else words["decided"])


def answer_on(library: Library, kit: Kit) -> str:
    """Which of the kit's papers an answer in a hearing is written on; empty where the kit has none."""
    known = has_paper(kit, _ANSWER)
    return str(library.words["plan"]["answer_on"].format(paper=paper(kit, _ANSWER))) if known else ""


def overview_lead(library: Library, cards: Sequence[PlanCard]) -> str:
    """How many cards there are, and which of them nobody has taken yet."""
    words = library.words["plan"]
    if all(card.theme is None for card in cards):
        return str(words["overview_blank"])
    count = _capital(counted(words, words["card_count"], len(cards)))
    told = [
        *_about(words, "overview_unwritten", [card for card in cards if not card.is_written]),
        *_about(words, "overview_lacking", [card for card in cards if card.is_written and not card.is_agreed]),
    ]
    full = words["overview_full"].format(each=one_or_many(words["each"], len(cards)))
    return " ".join((words["overview_count"].format(cards=count), *(told or [full]), *in_conflict(words, cards)))


def still_open(library: Library, cards: Sequence[PlanCard]) -> list[str]:
    """Which cards aren't written, and which are to become one, a sentence each; nothing where no theme is known."""
    words = library.words["plan"]
    unwritten = [card for card in cards if card.theme and not card.is_written]
    return [*_about(words, "overview_unwritten", unwritten), *in_conflict(words, cards)]


def _about(words: Mapping[str, Any], key: str, cards: Sequence[PlanCard]) -> list[str]:
    return [words[key].format(cards=_capital(cards_named(words, cards)))] if cards else []


def how_chosen(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[str]:
    """Who rated how many themes and when, where the chosen ones lie on the map, and who was involved."""
    lying = _lying(library, programme, cards)
    told = (" ".join((*_rated(library, programme), rating_rule(library, programme))).strip(), "\n".join(lying))
    return [*filter(None, told), *_involved(library, programme)]


def chosen_in_brief(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[str]:
    """The same, a line each, without what leads to the next line and how the ratings count."""
    lying = _lying(library, programme, cards)
    return [*_rated(library, programme), *(lying[1:] or lying), *_involved(library, programme)]


def rating_rule(library: Library, programme: Programme) -> str:
    """How ratings count; empty where nothing is rated."""
    return str(library.words["plan"]["rated_how"]) if placed_themes(library, programme) else ""


def succeeding(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[PlanCard]:
    """The cards whose themes succeed well as it is, which somebody may wonder at."""
    good = {found.theme.id for found in placed_themes(library, programme) if found.field.succeeds}
    return [card for card in cards if card.theme and card.theme.id in good]


def _involved(library: Library, programme: Programme) -> list[str]:
    words, involved = library.words["plan"], programme.anchoring.involved
    pattern = words["who_is_involved"]["settled" if is_settled(programme, library) else "open"]
    return [pattern.format(who=listed(words, involved))] if involved else []


def _rated(library: Library, programme: Programme) -> list[str]:
    """Who was there and who rated what, a sentence each."""
    words, people, placed = library.words["plan"], programme.participants, placed_themes(library, programme)
    groups, count = groups_that_rated(programme), len(placed) + len(themes_with_too_few(library, programme))
    held = programme.workshops.of(Step.PREPARE).date
    day = words["held"].format(date=library.language.date_text(held)) if held else ""
    told = []
    if people:
        who = _capital(counted(words, words["people"], people))
        told.append(words["worked" if placed and groups else "took_part"].format(who=who, day=day))
    if placed:
        who = words["someone"]
        if groups and not any(found.by_persons for found in placed):
            who = words["the_groups"] if people and groups > 1 else _capital(counted(words, words["groups"], groups))
        themes = _so_many(words, count, len(themes_of(programme, library)))
        question = one_or_many(words["rated_questions"], count)
        rated = words["rated"].format(who=who, themes=themes, day="" if people else day, question=question)
        told.append(rated)
    return told


def _so_many(words: Mapping[str, Any], count: int, total: int) -> str:
    """So many of the themes there are to choose among."""
    if count >= total:
        return counted(words, words["theme_count_all"], count)
    numbers = words["numbers"]
    forms = one_or_many(words["theme_count_of"], count)
    return forms.format(count=numbers[count] if count < len(numbers) else count, all=total)


def _lying(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[str]:
    """The chosen themes by their field of the map: a sentence, or a heading and a line for each field.

    Nothing where none of them has been rated.
    """
    words = library.words["plan"]
    cards = [card for card in cards if card.theme and not card.is_extra]
    fields = {found.theme.id: found.field for found in placed_themes(library, programme)}
    by_field: dict[int, list[PlanCard]] = {}
    names: dict[int, str] = {}
    elsewhere = []
    for card in cards:
        field = fields.get(card.theme.id) if card.theme else None
        if field is None:
            elsewhere.append(card)
        else:
            by_field.setdefault(field.number, []).append(card)
            names[field.number] = field.name
    if not by_field:
        return []
    if len(by_field) == 1 and not elsewhere:
        number = next(iter(by_field))
        who = counted(words, words["all_chosen"], len(one_a_theme(cards)))
        return [words["all_in_field"].format(who=who, field=names[number])]
    lines = [
        words["in_field"].format(field=names[number], cards=cards_named(words, by_field[number]))
        for number in sorted(by_field)
    ]
    few = {theme.id for theme in themes_with_too_few(library, programme)}
    rest = {
        "too_few": [card for card in elsewhere if card.theme and card.theme.id in few],
        "unrated": [card for card in elsewhere if card.theme and card.theme.id not in few],
    }
    lines += [words[key].format(cards=cards_named(words, found)) for key, found in rest.items() if found]
    return [words["in_fields"], *lines]


def existing_offers(programme: Programme, cards: Sequence[PlanCard]) -> list[str]:
    """What the groups wrote that there is already, each once, in the order of the cards; a line is an offer."""
    order = {card.theme.id: card.place for card in cards if card.theme}
    answers = sorted(programme.qualification, key=lambda answer: order.get(answer.theme, len(order) + 1))
    lines = (line.strip() for answer in answers for line in (answer.existing or "").splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def to_settle(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[str]:
    """Which cards are to become one, and what the groups wrote that they lack, each once.

    Before it stands the number of the card, or of all cards of the theme, or else the theme's title.
    """
    words, themes = library.words["plan"], themes_of(programme, library)
    names = {
        card.theme.id: words["card"].format(number=listed(words, card.rivals or [card.number]))
        for card in cards
        if card.theme
    }
    order = {theme: place for place, theme in enumerate(names)}
    answers = sorted(programme.qualification, key=lambda answer: order.get(answer.theme, len(order)))
    told = (
        words["missing_of"].format(card=names.get(answer.theme, themes[answer.theme].title), text=line.strip())
        for answer in answers
        for line in (answer.missing or "").splitlines()
        if line.strip()
    )
    return [*conflicts(library, programme, cards), *dict.fromkeys(told)]


def in_brief(lines: Sequence[str], rest: str, *, most: int, letters: int) -> list[str]:
    """As many lines as there is room for, each on one line, and where the `rest` stands if this isn't all."""
    told = [shortened(line, letters) or "" for line in lines[:most]]
    is_all = len(lines) <= most and all(len(" ".join(line.split())) <= letters for line in lines)
    return told if is_all else [*told, rest]


def parked_themes(library: Library, programme: Programme) -> list[dict[str, Any]]:
    """The parking lot: title, reason, and who answers by when, or a place to write it."""
    themes = themes_of(programme, library)
    return [
        {
            "title": themes[parked.theme].title,
            "reason": parked.reason or "",
            "tag": f"parked-{number}",
            "answer": or_place(parked_answer(library, parked), library.words["plan"]["parked_answer_by_hand"]),
        }
        for number, parked in enumerate(programme.themes.parked, 1)
    ]


def following_up(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[str]:
    """Who has the plan in their care, then what is followed up when, in the order of the dates."""
    words, home = library.words["plan"], programme.anchoring.home
    dated: list[tuple[date, str | None, str | None]] = [
        (day, _named(words, card), card.answers.get("owner"))
        for card in cards
        if (day := card.answers.get("follow_up_date"))
    ]
    if programme.plan.next_follow_up:
        dated.append((programme.plan.next_follow_up, words["whole_plan"], home))
    told = [words["following_home"].format(home=home)] if home else []
    for day, what, who in sorted(dated, key=lambda one: one[0]):
        pattern = words["following_with" if who else "following_without"]
        told.append(pattern.format(date=library.language.date_text(day), what=what, who=shortened(who, _IN_LINE)))
    return told


def _named(words: Mapping[str, Any], card: PlanCard) -> str | None:
    short = shortened(card.theme.short, _IN_LINE) if card.theme else None
    return words["conflict"]["title"].format(title=short, number=card.number) if card.letter else short


def valid_from(library: Library, cards: Sequence[PlanCard]) -> str:
    """From when the cards apply: a day where they agree, else as each of them says; empty where one doesn't say."""
    words, days = library.words["plan"], {card.answers.get("valid_from") for card in cards}
    if len(days) > 1:
        return "" if None in days else str(words["valid_from_each"])
    day = next(iter(days), None)
    return one_or_many(words["valid_from"], len(cards)).format(date=library.language.date_text(day)) if day else ""


def cards_named(words: Mapping[str, Any], cards: Sequence[PlanCard]) -> str:
    """Cards by their numbers."""
    numbers = listed(words, [card.number for card in cards])
    return str(words["cards_named"].format(numbers=numbers))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
