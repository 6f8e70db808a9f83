"""The case (sagsfremstilling) that puts the plan on the agenda of every forum that treats it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..models.base import Step
from ..models.kit import Kit
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from ..models.treatment import in_date_order, is_settled
from ..models.work_time import work_time
from .contact import contact_link
from .copy import Copy
from .frame import Context, day_or_place, frame, or_place, shortened
from .med_papers import process, to_secretary
from .med_proposal import Turn, attachments, proposals, questions, role_word, state, turns
from .papers import has_paper, paper
from .plan_answers import hearing_notes, lead_in
from .plan_cards import IN_OVERVIEW, PlanCard, plan_cards
from .plan_story import (
    cards_named,
    chosen_in_brief,
    following_up,
    in_brief,
    overview_lead,
    parked_themes,
    rating_rule,
    still_open,
    to_settle,
)
from .theme_rows import BLANK_ROWS
from .wording import counted, listed, one_or_many

_OWNER = 60  # letters of an owner in a sentence
_MISSING, _LACK = 8, 220  # what is to be settled, and the letters of each
_REASON = 160  # letters of why a theme is parked
_BOTH = 2  # so many that they are called both
_PERIOD, _FORUMS = 60, 120  # letters in the title, and of all forums below it


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: the `head`, what is proposed and asked, the `cards`, rows of text, the `process`."""
    words, plan_words = library.words["med-case"], library.words["plan"]
    cards = plan_cards(library, programme)
    is_blank = all(card.theme is None for card in cards)
    in_turn = turns(library, programme)
    first = in_turn[0]
    settled = is_settled(programme, library)
    names = [forum.name for forum in (first.forums if settled else in_date_order(programme.plan.forums))]
    lead = words["lead"]["none" if not names else "one" if len(names) == 1 else "many"]
    title = words["title"].format(period=shortened(programme.plan.period, _PERIOD) or "").rstrip()
    return frame(
        library,
        programme,
        copy,
        kicker=words["kicker"],
        title=title,
        lead=lead.format(forums=shortened(listed(plan_words, names), _FORUMS) if names else ""),
    ) | {
        "head": _head(library, programme, first),
        "secretary": to_secretary(library, programme, copy.kit, in_turn),
        "is_blank": is_blank,
        "role_words": list(library.samlet_plan.tool.plan_words.roles.values()),
        "resume": _resume(library, cards, is_blank=is_blank),
        "state": state(library, programme, first),
        "proposals": proposals(library, programme, first),
        "asked": questions(library, programme, copy.kit, first),
        "background": _background(library, programme),
        "anchoring": _anchoring(library, programme),
        "case": " ".join(
            (words["case_blank"] if is_blank else overview_lead(library, cards), _made(library, programme, copy))
        ),
        "cards": [_card(library, card, in_short=len(cards) > BLANK_ROWS) for card in cards],
        "cards_note": one_or_many(
            words["cards_note"]["shortened" if any(card.is_shortened for card in cards) else "whole"], len(cards)
        ),
        "story": _story(library, programme, cards, first),
        "matters": _matters(library, programme, copy.kit, cards, first.head),
        "process": list(process(library, programme)),
        "attachments": attachments(library, programme, copy.kit, first),
        "places": {
            "state": or_place(None, words["state_by_hand"]),
            "proposal": or_place(None, words["proposal_by_hand"]),
            "anchoring": or_place(None, words["anchoring_by_hand"]),
            "attachment": or_place(None, words["attachment_by_hand"]),
            **{key: or_place(None, place) for key, place in words["closing_by_hand"].items()},
        },
        "plan_words": plan_words,
    }


def _head(library: Library, programme: Programme, turn: Turn) -> dict[str, Any]:
    places, contact, forum = library.words["med-case"]["head_by_hand"], programme.contact, turn.head
    link = contact_link(programme)
    return {
        "forum": or_place(forum.name if forum else None, places["forum"]),
        "role": or_place(role_word(library, turn), places["role"]),
        "date": day_or_place(library, forum.date if forum else None, places["date"]),
        "case_number": or_place(programme.case_number, places["case_number"]),
        "contact": or_place(contact.name, places["contact"]),
        "has_contact": contact.name is not None or contact.email is None,
        "email": link if contact.email else None,
        **{key: or_place(None, places[key]) for key in ("agenda", "openness", "duration", "presenter")},
    }


def _resume(library: Library, cards: Sequence[PlanCard], *, is_blank: bool) -> str:
    words, plan_words = library.words["med-case"]["resume_text"], library.words["plan"]
    if is_blank:
        return str(words["none"])
    forms = words["several"] if any(card.rivals for card in cards) else words
    return " ".join((counted(plan_words, forms, len(cards)), *still_open(library, cards)))


def _background(library: Library, programme: Programme) -> list[str]:
    tool = library.samlet_plan.tool
    return [
        text.format(tool=tool.title, purpose=tool.purpose.text) for text in library.words["med-case"]["background_text"]
    ]


def _anchoring(library: Library, programme: Programme) -> str:
    """Who sends, decides and keeps the plan, as far as it is known; who is involved stands with how it was made."""
    words, facts, anchoring = library.words["med-case"], library.words["plan"]["facts"], programme.anchoring
    known = {
        "sender": anchoring.sender,
        "decides": anchoring.decides,
        "home": anchoring.home,
    }
    return " ".join(words["fact"].format(label=facts[key], text=text) for key, text in known.items() if text)


def _made(library: Library, programme: Programme, copy: Copy) -> str:
    """The three steps with their dates, the date once where they are on one day."""
    words = library.words["med-case"]
    days = [programme.workshops.of(step).date for step in Step]
    names = [stage.name for stage in copy.kit.stages]
    if days[0] and len(set(days)) == 1:
        steps = listed(library.words["plan"], names)
        return str(words["made_on_one_day"].format(date=library.language.date_text(days[0]), steps=steps))
    told = [
        words["made_step"].format(step=name, date=library.language.date_text(day)) if day else name
        for name, day in zip(names, days, strict=True)
    ]
    return str(words["made"].format(steps=listed(library.words["plan"], told)))


def _card(library: Library, card: PlanCard, *, in_short: bool) -> dict[str, Any]:
    """A row of the table; many cards are named in a word or two, so that each takes a line."""
    words, places = library.words["plan"], library.words["med-case"]["cards_by_hand"]
    fields = words["card_fields"]["overview"]
    title = card.theme.short if card.theme and in_short else card.title
    return {
        "tag": f"card-{card.number}",
        "number": card.number,
        "fields": {key: fields.format(number=card.number, label=label) for key, label in words["columns"].items()},
        "title": or_place(shortened(title, IN_OVERVIEW), library.words["action-card"]["title_blank"]),
        "goal": or_place(card.goal_in_short(library), places["goal"]),
        "owner": or_place(shortened(card.answers.get("owner"), _OWNER), places["owner"]),
        "follow_up_date": day_or_place(library, card.answers.get("follow_up_date"), places["date"]),
    }


def _story(library: Library, programme: Programme, cards: Sequence[PlanCard], turn: Turn) -> list[dict[str, Any]]:
    """How the themes were chosen, what is parked or lacking, and how the plan is followed up: a row each.

    Where the hearing is over, there is a place for what came of it.
    """
    plan_words, case_words = library.words["plan"], library.words["med-case"]
    words = {**plan_words, "responses": case_words["responses"]}
    places = {**plan_words["by_hand"], "responses": case_words["responses_by_hand"]}
    answered = [lead_in(plan_words, note.field) + note.text for note in hearing_notes(programme)]
    told: dict[str, Sequence[str]] = {"responses": answered} if turn.heard or answered else {}
    told |= {
        "chosen": _chosen(library, programme, cards),
        "parked": [_parked(case_words["parked_theme"], theme) for theme in parked_themes(library, programme)],
        "missing": in_brief(
            to_settle(library, programme, cards), case_words["rest_in_plan"], most=_MISSING, letters=_LACK
        ),
        "following": following_up(library, programme, ()),  # that of the cards stands in their table,
    }
    return [
        {
            "tag": f"case.{key}",
            "label": words[key],
            "texts": texts,
            "begins": "",
            "is_to_write": not texts and all(card.theme is None for card in cards),
            "place": or_place(None, places[key]) if not texts else "",
        }
        for key, texts in told.items()
    ]


def _chosen(library: Library, programme: Programme, cards: Sequence[PlanCard]) -> list[str]:
    """How the themes were chosen, and what counts as high, right after what was rated."""
    told, high = chosen_in_brief(library, programme, cards), library.words["med-case"]["rated_high"]
    if not rating_rule(library, programme):
        return told
    rated = 1 if programme.participants else 0
    return [*told[:rated], f"{told[rated]} {high}", *told[rated + 1 :]]


def _parked(pattern: str, theme: Mapping[str, Any]) -> str:
    """A parked theme with why, and who answers."""
    reason = shortened(theme["reason"], _REASON) or ""
    return " ".join(pattern.format(title=theme["title"], reason=reason, answer=theme["answer"]).split())


def _matters(
    library: Library, programme: Programme, kit: Kit, cards: Sequence[PlanCard], head: Forum | None
) -> list[dict[str, Any]]:
    """What the plan means and takes: what is known, and a place for what only those who treat it know."""
    words = library.words["med-case"]
    advice = library.words["next-steps"]["advice"].format(text=library.samlet_plan.action_card.advice.publish)
    told = {
        "managers": words["managers"],
        "employees": _representatives(library, cards),
        "work": _owners(library, cards),
        "resources": _resources(library, programme, head),
        "apv": _apv(library, kit),
        "telling": advice,
    }
    places = {**words["row_by_hand"], "telling": library.words["plan"]["by_hand"]["told"]}
    return [
        {
            "tag": f"case.{key}",
            "label": words["rows"][key],
            "texts": (),
            "begins": f"{text} " if text else "",
            "is_to_write": all(card.theme is None for card in cards),
            "place": or_place(None, places[key]),
        }
        for key, text in told.items()
    ]


def _representatives(library: Library, cards: Sequence[PlanCard]) -> str:
    found = [card for card in cards if card.answers.get("representatives_role")]
    words, plan_words = library.words["med-case"], library.words["plan"]
    if not found:
        return ""
    named = cards_named(plan_words, found)
    if len(found) == len(cards):
        forms = words["all_cards"]
        named = forms["two"] if len(found) == _BOTH else counted(plan_words, forms, len(found))
    return str(words["employees"].format(cards=named))


def _owners(library: Library, cards: Sequence[PlanCard]) -> str:
    """Who is responsible for which cards."""
    words, plan_words = library.words["med-case"], library.words["plan"]
    owned: dict[str, list[PlanCard]] = {}
    for card in cards:
        if owner := shortened(card.answers.get("owner"), _OWNER):
            owned.setdefault(owner, []).append(card)
    told = [
        words["owner_of"].format(owner=owner, cards=cards_named(plan_words, found)) for owner, found in owned.items()
    ]
    return words["work"].format(owners=listed(plan_words, told)) if told else ""


def _resources(library: Library, programme: Programme, head: Forum | None) -> str:
    """The working time of the workshops: for each, for all where their number is known, and for HR.

    They have been held where the plan has been decided on, or all of them are before the meeting of the forum in the
    head.
    """
    words, time, text = library.words["med-case"], work_time(programme, library), library.language.hours_text
    count, least, most = programme.participants, *(_whole(hours + time.each) for hours in (time.fewest, time.most))
    met, days = head.date if head else None, [programme.workshops.of(step).date for step in Step]
    held = is_settled(programme, library) or (met and all(day and day < met for day in days))
    tense = "held" if held else "to_come"
    told = words["resources"][tense].format(each=text(time.each))
    if count and time.all_participants:
        people = counted(library.words["plan"], words["resources_people"], count)
        told = words["resources_of_all"][tense].format(
            each=text(time.each), people=people, hours=text(time.all_participants)
        )
    return " ".join((told, words["resources_of_hr"].format(fewest=least, most=most)))


def _whole(minutes: int) -> int:
    """An estimate in whole hours."""
    return -(-minutes // 60)


def _apv(library: Library, kit: Kit) -> str:
    words = library.words["med-case"]
    view = words["apv_view"].format(paper=paper(kit, "apv-view")) if has_paper(kit, "apv-view") else ""
    return " ".join(filter(None, (words["apv"], view)))
