"""The cards as AMO looks at them: what they say of the eight elements of an action plan, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..models.base import ForumRole
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from ..models.treatment import is_about, role_of
from .apv_elements import Element, card_elements, lacking
from .copy import Copy
from .following import kicker_of
from .frame import Context, day_or_place, frame, or_place, shortened
from .plan_cards import IN_OVERVIEW, PlanCard, plan_cards
from .plan_conflicts import conflict
from .wording import counted, listed

_FEW, _SOME = 4, 8  # cards beside which the page of the overview has much or some room to write
_LONG_STATUS = 60


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What is printed: the `cards` with their eight elements; of a blank plan what the elements are, and one block."""
    words = library.words["apv-view"]
    cards = [card for card in plan_cards(library, programme) if card.theme is not None]
    shown = cards or plan_cards(library, programme)[:1]
    told = [_card(library, programme, card, in_short=len(cards) > _FEW) for card in shown]
    return frame(
        library,
        programme,
        copy,
        kicker=kicker_of(library, programme, words["kicker"]),
        title=words["title"],
        lead=_lead(library, told) if cards else words["lead"]["blank"],
    ) | {
        "is_blank": not cards,
        "few": 0 < len(cards) <= _FEW,
        "some": len(cards) <= _SOME,
        "cards": told,
        "reading": _reading(words, programme, told),
        "explained": [_explained(library, key) for key in words["elements"]],
        "facts": _facts(library, programme),
        "fact_labels": _fact_labels(library, programme),
        "places": {key: or_place(None, place) for key, place in words["by_hand"].items()},
        "unticked": False,
    }


def _lead(library: Library, cards: Sequence[Mapping[str, Any]]) -> str:
    words = library.words["apv-view"]
    count = counted(library.words["plan"], words["card_count"], len(cards))
    return str(
        words["lead"]["filled"].format(
            cards=count[:1].upper() + count[1:],
            covered=sum(card["covered"] for card in cards),
            all=sum(len(card["elements"]) for card in cards),
        )
    )


def _reading(words: Mapping[str, Any], programme: Programme, cards: Sequence[Mapping[str, Any]]) -> str:
    """How to read the overview; the order is a priority where the themes were chosen in one."""
    texts = words["reading"]
    ours = texts["ours"] if any(card["covered"] for card in cards) else ""
    order = texts["order" if programme.themes.selected else "order_open"] if len(cards) > 1 else ""
    return " ".join(filter(None, (ours, order, texts["apart"])))


def _explained(library: Library, key: str) -> dict[str, str]:
    """An element, what it asks, and where in the kit's papers the answer may stand, as they call it themselves."""
    words, plan = library.words["apv-view"], library.samlet_plan
    sheet = {field.key: field for field in plan.qualification.own_fields}
    names = {field.key: field.label for field in (*plan.action_card.fields, *plan.action_card.own_fields)}
    asked = next(question for question in plan.qualification.questions if question.key == "assessment")
    names |= {"shows_as": sheet["shows_as"].label, "shows_as_help": sheet["shows_as"].help or ""}
    return {
        "element": words["elements"][key],
        "question": words["questions"][key],
        "found_in": words["found_in"][key].format(assessment=asked.questions[0], **names),
    }


def _amo(library: Library, programme: Programme) -> list[Forum]:
    name = library.words["apv-view"]["amo"]
    return [forum for forum in programme.plan.forums if is_about(forum.name, name)]


def _fact_labels(library: Library, programme: Programme) -> dict[str, str]:
    """What AMO does with the overview: it discusses and judges it, or approves where that is its role."""
    words = library.words["apv-view"]
    approves = any(role_of(forum, library) is ForumRole.APPROVAL for forum in _amo(library, programme))
    return {**words["facts"], **(words["facts_of_approval"] if approves else {})}


def _facts(library: Library, programme: Programme) -> dict[str, str]:
    """When AMO treats the plan, where the programme says so, and places for the approval."""
    words = library.words["apv-view"]
    places = words["by_hand"]
    days = [forum.date for forum in _amo(library, programme) if forum.date]
    treated = day_or_place(library, days[0] if days else None, places["treated"])
    return {"treated": treated} | {key: or_place(None, places[key]) for key in words["facts"] if key != "treated"}


def _card(library: Library, programme: Programme, card: PlanCard, *, in_short: bool) -> dict[str, Any]:
    words = library.words["apv-view"]
    elements = card_elements(library, programme, card)
    covered = sum(element.is_covered for element in elements)
    count = words["count"].format(covered=covered, all=len(elements))
    title = card.theme.short if card.theme and in_short else card.title
    return {
        "key": card.key,
        "number": card.number,
        "in_overview": shortened(title, IN_OVERVIEW) or "",
        "begins": words["card_begins"].format(number=card.number),
        "title": or_place(card.title, words["by_hand"]["title"]),
        "title_name": words["card_title"].format(number=card.number),
        "lead": _card_lead(library, programme, card, elements, count) if card.theme else words["card_blank"],
        "table": words["table_description"].format(number=card.number),
        "covered": covered,
        "count": count,
        "elements": [_element(library, card, element) for element in elements],
        "notes": _notes(lacking(library, programme, card), words["card_note"]),
    }


def _notes(lacking: Sequence[str], note: str) -> list[str]:
    """The lines below a card; a single one goes on, so that the card keeps to its page."""
    *lines, last = lacking or [""]
    return [*lines, f"{last} {note}".lstrip()]


def _card_lead(library: Library, programme: Programme, card: PlanCard, elements: Sequence[Element], count: str) -> str:
    """How much is covered, what is missing, how far the card is, its goal, and if it isn't the only one."""
    words = library.words["apv-view"]
    status, goal = shortened(card.answers.get("status"), _LONG_STATUS), card.goal_in_short(library)
    missing = [words["elements"][element.key] for element in elements if not element.is_covered]
    told = (
        conflict(library, programme, card),
        words["card_lead"].format(count=count),
        words["card_lacks"].format(elements=_sentence_of(library, missing)) if missing else "",
        words["card_status"].format(status=status) if status else "",
        words["card_goal"].format(goal=goal) if goal else "",
    )
    return " ".join(filter(None, told))


def _sentence_of(library: Library, names: Sequence[str]) -> str:
    """Several elements as the beginning of a sentence."""
    first, *others = names
    return listed(library.words["plan"], [first, *(name.lower() for name in others)])


def _element(library: Library, card: PlanCard, element: Element) -> dict[str, Any]:
    words = library.words["apv-view"]
    label = words["elements"][element.key]
    return {
        "key": element.key,
        "label": label,
        "question": words["questions"][element.key],
        "said": [{"text": said.text, "source": said.source} for said in element.said],
        "is_covered": element.is_covered,
        "state": or_place(_state(words, card, element), words["by_hand"]["state"]),
        "hint": element.hint,
        "place": or_place(None, words["places"][element.key]),
        "names": {
            what: words["field"].format(number=card.number, element=label, what=text)
            for what, text in words["what"].items()
        },
    }


def _state(words: Mapping[str, Any], card: PlanCard, element: Element) -> str | None:
    """What we think; of a card that nobody has written, nothing."""
    return str(words["state"]["covered" if element.is_covered else "missing"]) if card.theme else None
