"""The plan: the action cards gathered in one document, with what a document needs that circulates to MED and AMO."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ..engine.values import Link
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from ..models.treatment import is_past, is_settled, status_of
from .action_card import card_answers, card_form
from .contact import contact_link
from .copy import Copy
from .following import agreements
from .frame import Context, day_or_place, frame, name_beside_logo, or_place, shortened
from .plan_answers import told_parts
from .plan_cards import IN_OVERVIEW, PlanCard, plan_cards
from .plan_closing import closing
from .plan_conflicts import conflict
from .plan_story import (
    answer_on,
    existing_offers,
    following_up,
    hearing,
    how_chosen,
    in_brief,
    overview_lead,
    parked_themes,
    to_settle,
)
from .wording import listed

_FORUMS_TO_WRITE = 4
_ON_COVER = 5  # forums
_IN_HEADER = 45  # letters of the organisation's name above every page
_ON_ONE_PAGE = 5  # cards
_HOW = 220  # characters in the table of the follow-up
_WHY = 150  # letters of why the themes were chosen
_OFFERS, _OFFER = 5, 110  # on the page of the overview: what there is already, and the letters of each
_MISSING, _LACK = 6, 220  # what is to be settled


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: `cover`, `contents`, the `cards`, and what stands on the pages around them."""
    words = library.words["plan"]
    cards = plan_cards(library, programme)
    printed = [_card(library, programme, card) for card in cards]
    told = told_parts(library, programme, copy.kit, cards)
    rest = words["rest_told"].format(title=words["told"]["written"]["title"])
    existing = in_brief(existing_offers(programme, cards), rest, most=_OFFERS, letters=_OFFER)
    missing = in_brief(to_settle(library, programme, cards), rest, most=_MISSING, letters=_LACK)
    fits = len(cards) <= _ON_ONE_PAGE and rest not in (*existing, *missing)
    overview = words["overview" if fits else "overview_of_many"]
    is_blank = all(card.theme is None for card in cards)
    asked = hearing(library, programme, contact_link(programme))
    if asked:
        asked["ask"] = " ".join(filter(None, (asked["ask"], answer_on(library, copy.kit))))
    return frame(library, programme, copy, kicker="", title=words["title"]) | {
        "running": _running(words, programme, copy),
        "cover": _cover(library, programme),
        "forums": list(_forums(library, programme.plan.forums)),
        "hearing": asked,
        "status_help": words["status_text"].get(status_of(programme, library), "") if asked is None else "",
        "is_blank": is_blank,
        "overview_title": overview,
        "parts": {
            "overview": Link(overview, "#overview"),
            **{name: Link(words[name], f"#{name}") for name in ("follow_up", "closing")},
            "contents": Link(words["to_contents"], "#contents"),
        },
        "cards": printed,
        "told": told,
        "told_entries": [Link(part["title"], f"#{part['mark']}") for part in told],
        "agreed": _agreed(library, programme),
        "follow_ups": _follow_ups(programme, [] if is_blank else cards, printed),
        "title_label": library.words["action-card"]["title_label"],
        **card_form(library),
        "card_names": card_form(library)["labels"] | dict(words["card_names"]),
        "few_forums": len(programme.plan.forums) <= _ON_COVER,
        "plan_status_words": list(library.samlet_plan.tool.plan_words.statuses.values()),
        "role_words": list(library.samlet_plan.tool.plan_words.roles.values()),
        "overview_lead": overview_lead(library, cards),
        "overview_note": _overview_note(words, cards),
        "chosen": [*how_chosen(library, programme, cards), *_why(programme, rest)],
        "existing": existing,
        "missing": missing,
        "parked": parked_themes(library, programme),
        "following": following_up(library, programme, cards),
        "by_hand": {key: or_place(None, place) for key, place in words["by_hand"].items()},
        "back": Link(words["back"].format(overview=_in_a_sentence(overview)), "#overview"),
        "whole_plan": _whole_plan(library, programme),
        "advice": [
            words["quotation"].format(text=text)
            for text in (
                library.samlet_plan.action_card.advice.publish,
                library.samlet_plan.action_card.advice.follow_up,
            )
        ],
        **closing(library, programme, copy),
    }


def _running(words: Mapping[str, Any], programme: Programme, copy: Copy) -> dict[str, str]:
    """The running header and footer."""
    plan = programme.plan
    version = words["version"].format(version=plan.version) if plan.version else ""
    return {
        "organisation": shortened(name_beside_logo(programme, copy), _IN_HEADER) or "",
        "title": " ".join(filter(None, (words["title"], plan.period))),
        "state": " · ".join(filter(None, (version, _in_a_sentence(plan.status)))),
        "left": words["case"].format(case_number=programme.case_number) if programme.case_number else words["title"],
    }


def _in_a_sentence(word: str | None) -> str:
    return word[0].lower() + word[1:] if word else ""


def _cover(library: Library, programme: Programme) -> dict[str, Any]:
    plan, anchoring, contact = programme.plan, programme.anchoring, programme.contact
    words = library.words["plan"]
    by_hand = words["by_hand"]
    known = {
        "organisation": programme.organisation,
        "period": plan.period,
        "status": plan.status,
        "case_number": programme.case_number,
        "sender": anchoring.sender,
        "involved": listed(words, anchoring.involved) if anchoring.involved else None,
        "decides": anchoring.decides,
        "home": anchoring.home,
        "contact": contact.name,
        "version": plan.version,
        "dated": None,
    }
    return {key: or_place(text, by_hand[key]) for key, text in known.items()} | {
        "hearing_deadline": day_or_place(library, plan.hearing_deadline, by_hand["hearing_deadline"]),
        "next_follow_up": day_or_place(library, plan.next_follow_up, by_hand["next_follow_up"]),
        "email": contact_link(programme) if contact.email else None,
        "has_contact_name": contact.name is not None or contact.email is None,
        "has_deadline": not is_settled(programme, library),
        "has_follow_up": not is_past(programme, library),
    }


def _forums(library: Library, forums: Sequence[Forum]) -> Iterator[dict[str, Any]]:
    words = library.words["plan"]
    by_hand = words["forum_by_hand"]
    for number, forum in enumerate(forums or [None] * _FORUMS_TO_WRITE, 1):
        deadline = forum.deadline if forum else None
        yield {
            "tag": f"forum-{number}",
            "fields": {
                key: words["forum_field"].format(number=number, label=label) for key, label in words["forums"].items()
            },
            "name": or_place(forum.name if forum else None, by_hand["name"]),
            "role": or_place(forum.role if forum else None, by_hand["role"]),
            "date": day_or_place(library, forum.date if forum else None, by_hand["date"]),
            "deadline": words["forum_deadline"].format(date=library.language.date_text(deadline)) if deadline else "",
            "outcome": or_place(forum.outcome if forum else None, by_hand["outcome"]),
        }


def _why(programme: Programme, rest: str) -> list[str]:
    """Why the themes were chosen, or how that begins and where the rest stands."""
    reasons = programme.themes.reasons or ""
    if len(reasons) <= _WHY:
        return [reasons] if reasons else []
    return [f"{shortened(reasons, _WHY)} {rest}"]


def _agreed(library: Library, programme: Programme) -> list[dict[str, str]]:
    """What the last workshop agreed on, each with who does it and when, as far as it is known."""
    date_text, unknown = library.language.date_text, library.words["plan"]["agreed_open"]
    return [
        {
            "what": made.what or unknown,
            "who": made.who or unknown,
            "when": date_text(made.when) if made.when else unknown,
        }
        for made in agreements(programme)
    ]


def _card(library: Library, programme: Programme, card: PlanCard) -> dict[str, Any]:
    words = library.words["plan"]
    number, title = card.number, card.title
    answers = card_answers(library, card.answers)
    kicker = words["card_kicker_unchosen" if card.is_extra else "card_kicker"]
    return {
        "tag": f"kort-{number}",
        "mark": f"card_{number}",
        "number": number,
        "begins": words["card_begins"].format(number=number),
        "kicker": kicker,
        "words": {key: text.format(number=number) for key, text in words["card_words"].items()},
        "link": Link(words["see_card"].format(number=number), f"#card_{number}"),
        "entry": Link(_entry(words, card), f"#card_{number}"),
        "is_named": title is not None,
        "short_title": shortened(title, IN_OVERVIEW),
        "title": or_place(title, library.words["action-card"]["title_blank"]),
        "conflict": conflict(library, programme, card),
        "questions": card.theme.questions if card.theme else (library.words["action-card"]["lead_blank"],),
        "answers": answers,
        "short": {
            key: or_place(shortened(card.answers.get(key), IN_OVERVIEW), place)
            for key, place in words["overview_place"].items()
        }
        | {"goal": or_place(card.goal_in_short(library), words["overview_place"]["goal"])},
        "how": or_place(shortened(card.answers.get("follow_up"), _HOW), words["follow_up_by_hand"]["how"]),
        "who": or_place(shortened(card.answers.get("owner"), IN_OVERVIEW), words["follow_up_by_hand"]["who"]),
        "fields": {
            part: {key: words["card_fields"][part].format(number=number, label=label) for key, label in labels.items()}
            for part, labels in (("overview", words["columns"]), ("follow_up", words["follow_up_columns"]))
        },
    }


def _overview_note(words: Mapping[str, Any], cards: Sequence[PlanCard]) -> str:
    is_blank = all(card.theme is None for card in cards)
    kind = "blank" if is_blank else "shortened" if any(card.is_shortened for card in cards) else "whole"
    return str(words["overview_note"][kind])


def _entry(words: Mapping[str, Any], card: PlanCard) -> str:
    if card.title is None:
        return str(words["card"].format(number=card.number))
    return str(words["card_entry"].format(number=card.number, title=card.title))


def _whole_plan(library: Library, programme: Programme) -> dict[str, Any]:
    words = library.words["plan"]
    by_hand = words["follow_up_by_hand"]
    return {
        "date": day_or_place(library, programme.plan.next_follow_up, by_hand["date"]),
        "who": or_place(programme.anchoring.home, by_hand["who"]),
        "how": or_place(None, by_hand["how"]),
        "fields": {
            key: words["whole_plan_field"].format(label=label) for key, label in words["follow_up_columns"].items()
        },
    }


def _follow_ups(
    programme: Programme, cards: Sequence[PlanCard], printed: Sequence[Context]
) -> dict[str, list[Context]]:
    """The cards in the order of their follow-ups, `before` and `after` that of the whole plan; undated ones last."""
    dated = [(card.answers.get("follow_up_date") or date.max, row) for card, row in zip(cards, printed, strict=False)]
    whole = programme.plan.next_follow_up or date.min
    in_order = sorted(dated, key=lambda one: one[0])
    return {
        "before": [row for day, row in in_order if day <= whole],
        "after": [row for day, row in in_order if day > whole],
    }
