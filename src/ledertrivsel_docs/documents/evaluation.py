"""The evaluation: what participants say of a workshop, and how the themes succeed after half a year and a year."""

from __future__ import annotations

from typing import Any

from ..models.amounts import answers_are_shown
from ..models.library import Library
from ..models.programme import Programme
from .copy import Copy
from .following import card_row, forums_that_discuss
from .frame import Context, frame, or_place, shortened
from .plan_cards import PlanCard, one_a_theme, plan_cards
from .ratings import mark_text, placed_themes
from .scales import mark_names
from .wording import counted, one_or_many

_FORMS = 2  # on a sheet that is cut in two
_BOXES = ("keep", "change")
_TIMES = ("half", "year")
_MOST_FORUMS = 4
_HALF_A_YEAR = range(4, 9)  # months
_QUESTION = 160  # letters: no question of the source is longer


def context(library: Library, programme: Programme, copy: Copy) -> Context:
    """What the template prints: two `forms` for participants, then a row for each theme of the plan, and `forums`."""
    words, plan = library.words["evaluation"], library.samlet_plan
    cards, scale = one_a_theme(plan_cards(library, programme)), plan.qualification.scale.text
    return frame(library, programme, copy, kicker=words["kicker"], title=words["form"]) | {
        "print_note": _print_note(library, programme),
        "forms": [_form(library, copy, number) for number in range(1, _FORMS + 1)],
        "marks": words["columns"]["marks"].format(scale=scale),
        "success": plan.priority_map.success.question,
        "effect_lead": words["effect_lead"].format(scale=scale),
        "cards": [_theme(library, programme, card) for card in cards],
        "count": len(cards),
        "places": {key: or_place(None, place) for key, place in words["by_hand"].items()},
        "advice": words["advice"].format(text=plan.action_card.advice.follow_up),
        "follow_up": _follow_up(library, programme),
        "forums": _forums(library, programme),
        "ticked": False,
    }


def _print_note(library: Library, programme: Programme) -> str:
    """How many sheets of the first page to print, where it is known how many take part."""
    words, people = library.words["evaluation"], programme.participants
    if people is None:
        return str(words["print"]["open"])
    if not answers_are_shown(people):
        return str(words["print"]["few"])
    sheets = -(-people // _FORMS)
    return str(words["print"]["counted"]).format(
        sheets=one_or_many(words["sheets"], sheets).format(count=sheets),
        people=one_or_many(words["people"], people).format(count=people),
    )


def _follow_up(library: Library, programme: Programme) -> str:
    """When the plan is followed up; it is the half-year's day only where it is about half a year after it begins."""
    day = programme.plan.next_follow_up
    if day is None:
        return ""
    begun = max((card.valid_from for card in programme.action_cards if card.valid_from), default=None)
    months = (day.year - begun.year) * 12 + day.month - begun.month if begun else 0
    pattern = library.words["evaluation"]["next_follow_up"]["half" if months in _HALF_A_YEAR else "open"]
    return str(pattern).format(date=library.language.date_text(day))


def _form(library: Library, copy: Copy, number: int) -> dict[str, Any]:
    """One participant's form, with the names of its controls."""
    words = library.words["evaluation"]
    return {
        "key": f"form{number}",
        "stages": [
            {
                "key": f"form{number}.workshop.{stage.number}",
                "name": words["which_field"].format(form=number, stage=stage.number),
                "text": f"{stage.number} {stage.name}",
            }
            for stage in copy.kit.stages
        ],
        "dated": words["dated_field"].format(form=number),
        "questions": [
            {
                "key": f"form{number}.q{place}",
                "text": text,
                "marks": mark_names(library, words["mark"], form=number, number=place),
            }
            for place, text in enumerate(words["questions"], 1)
        ],
        "names": {key: words["box_field"].format(form=number, label=words["boxes"][key]) for key in _BOXES},
    }


def _theme(library: Library, programme: Programme, card: PlanCard) -> dict[str, Any]:
    """A row for a theme: its own question, how it succeeded last time, and the scales for the times to come."""
    words = library.words["evaluation"]
    last, groups = _last(library, programme, card)
    return card_row(words, card) | {
        "questions": [shortened(text, _QUESTION) for text in card.theme.questions] if card.theme else [],
        "is_open": card.theme is None,
        "last": or_place(last, words["by_hand"]["last"]),
        "groups": groups,
        "marks": {
            time: mark_names(library, words["effect_mark"], number=card.number, time=words["time_names"][time])
            for time in _TIMES
        },
    }


def _last(library: Library, programme: Programme, card: PlanCard) -> tuple[str | None, str]:
    """How well a theme succeeded when it was rated, and by how many groups or persons, where that may be told."""
    words, theme = library.words["evaluation"], card.theme.id if card.theme else None
    placed = next((found for found in placed_themes(library, programme) if found.theme.id == theme), None)
    if placed is None or placed.count is None or not placed.is_signed:
        return None, ""
    forms = words["last_persons" if placed.by_persons else "last_groups"]
    return mark_text(library, placed.success), counted(library.words["plan"], forms, placed.count)


def _forums(library: Library, programme: Programme) -> list[dict[str, Any]]:
    """Where the answers are discussed: the plan's own forums, else those that are usual."""
    words = library.words["evaluation"]
    names = forums_that_discuss(library, programme)[:_MOST_FORUMS] or words["forums"]
    return [
        {
            "key": f"forum{number}",
            "name": name,
            "names": {
                key: words["forum_field"].format(number=number, label=label)
                for key, label in words["forum_names"].items()
            },
        }
        for number, name in enumerate(names, 1)
    ]
