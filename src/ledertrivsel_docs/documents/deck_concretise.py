"""The deck of the third workshop: from the groups' ideas to action cards, a plan, and who does what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models.programme_fields import Forum
from ..models.treatment import answer_deadline
from .deck_parts import Room, label_of, panel
from .deck_qualify import chosen_panel, plenum
from .deck_shared import before_end, closing, opening
from .deck_times import Span
from .found_before import ideas
from .plan_story import in_brief
from .slides import Slide

_CARDS, _PLAN, _CONCLUSION = range(3)  # the rows of the run sheet
_TEMPLATE, _WORK, _PLENUM, _OVERVIEW = range(4)  # points of the row about the cards
_GATHER, *_ASKED = range(4)  # points of the row about the plan
_TASKS, _THANKS = range(2)  # points of the last row
_ASKED_OF_CARDS = ("how_far", "left", "who", "deadline")
_ASKED_OF_PLAN = ("communication", "information", "evaluation")
_FORUMS = 4  # treatments of the plan that fit on a slide
_IDEAS, _IDEA = 10, 200  # lines of ideas on a theme's slides, and letters of each
_READ_ALOUD = 10  # minutes for the groups to read their card to each other


def slides(room: Room) -> Iterator[Slide]:
    """All slides in the order of the run sheet's rows."""
    first = room.shares(room.hours.point(_CARDS, _TEMPLATE), "agenda", "card")
    yield from opening(room, first["agenda"], considerations=" ".join(room.hours.items[_CARDS].considerations))
    yield from _cards(room, first["card"])
    yield from _overview(room)
    yield from _plan(room)
    yield from _conclusion(room)


def _cards(room: Room, span: Span) -> Iterator[Slide]:
    form = room.library.samlet_plan.action_card
    labels = {field.key: field.label for field in form.fields}
    yield room.slide(
        "result",
        "card",
        _CARDS,
        span,
        places={"cards": form.advice.cards, "goal": form.example.answers["goal"]},
        items=[{"text": text} for text in labels.values()],
    )
    work = room.hours.point(_CARDS, _WORK)
    yield from _ideas(room, work)
    yield room.slide(
        "exercise",
        "work",
        _CARDS,
        work,
        places={"goal_label": labels["goal"], "ten_left": before_end(room, work, _READ_ALOUD)},
        until=room.until(work),
        **chosen_panel(room),
    )
    yield plenum(room, _CARDS, room.hours.point(_CARDS, _PLENUM))


def _ideas(room: Room, work: Span) -> Iterator[Slide]:
    """What the groups proposed last time, a slide for each chosen theme where there is anything."""
    for _, theme in room.chosen:
        found = in_brief(ideas(room.programme, theme.id), room.words["ideas_rest"], most=_IDEAS, letters=_IDEA)
        if found:
            title = room.words["ideas_title"].format(theme=theme.short)
            items = [{"text": text} for text in found]
            made = room.slide("result", "ideas", _CARDS, work, title=title, items=items)
            yield made.with_notes_after(list(_asides(room, theme.id)))


def _asides(room: Room, theme: str) -> Iterator[dict[str, str]]:
    """For the notes: what there is already, and what the groups lack."""
    for key, label in room.words["ideas_notes"].items():
        for sheet in room.programme.qualification:
            if sheet.theme == theme and (text := getattr(sheet, key)):
                yield {"label": label, "text": " ".join(text.split())}


def _overview(room: Room) -> Iterator[Slide]:
    asked, span = room.library.samlet_plan.run_sheets.asked.cards, room.hours.point(_CARDS, _OVERVIEW)
    questions = [room.words["asked"].format(text=getattr(asked, key)) for key in _ASKED_OF_CARDS]
    yield room.slide(
        "question",
        "overview",
        _CARDS,
        span,
        until=room.until(span),
        questions=[
            {"text": room.words["condition"].format(text=asked.condition)},
            {"text": " ".join(text[:1].upper() + text[1:] for text in questions)},
            {"text": asked.again},
        ],
    )


def _plan(room: Room) -> Iterator[Slide]:
    plan, again = room.library.samlet_plan, room.library.words["next-steps"]
    asked, advice = plan.run_sheets.asked.plan, plan.action_card.advice
    yield room.slide(
        "result",
        "gather",
        _PLAN,
        room.hours.point(_PLAN, _GATHER),
        places={
            "reminder": asked.reminder,
            "point": room.hours.items[_PLAN].points[_GATHER].text,
            "two_cards": "" if len(room.chosen) == 1 else room.words["two_cards"],
        },
        title=room.hours.items[_PLAN].title,
    )
    helped = {"communication": advice.publish, "evaluation": advice.follow_up}
    for place, key in zip(_ASKED, _ASKED_OF_PLAN, strict=True):
        span = room.hours.point(_PLAN, place)
        texts = [getattr(asked, key).removesuffix(room.words["reference"])]
        texts += [again["advice"].format(text=helped[key])] if key in helped else []
        yield room.slide(
            "question",
            key,
            _PLAN,
            span,
            title=again["box_names"][key],
            until=room.until(span),
            questions=[{"text": text} for text in texts],
        )


def _conclusion(room: Room) -> Iterator[Slide]:
    asked, span = room.library.samlet_plan.run_sheets.asked, room.hours.point(_CONCLUSION, _TASKS)
    yield room.slide(
        "exercise", "tasks", _CONCLUSION, span, title=asked.plan.from_here, until=room.until(span), **_open_panel(room)
    )
    thanks = room.shares(room.hours.point(_CONCLUSION, _THANKS), "next", "closing")
    forums = [_forum(room, forum) for forum in room.programme.plan.forums[:_FORUMS]]
    places = {f"forum{number}": "" for number in range(1, _FORUMS + 1)}
    places |= {f"forum{number}": text for number, text in enumerate(forums, 1)}
    places["forums"] = "" if forums else room.words["forums_unknown"]
    yield room.slide("result", "next", _CONCLUSION, thanks["next"], places=places)
    title = room.hours.items[_CONCLUSION].points[_THANKS].text
    yield closing(room, _CONCLUSION, thanks["closing"], title=title)


def _open_panel(room: Room) -> dict[str, Any]:
    """Where the open questions stand that somebody is to answer: the last row's, and the parked themes'."""
    parked = {found.theme for found in room.programme.themes.parked}
    words = room.words["panel"]
    names = [theme.short for _, theme in room.themes if theme.id in parked]
    themes = [words["parked"] + label_of(name, words["parked"]) for name in names]
    return panel(words["open"], [*room.words["open_questions"], *themes])


def _forum(room: Room, forum: Forum) -> str:
    """A forum that treats the plan, what its part is, when, and by when it is to answer."""
    words, date_text = room.words["next"]["forum"], room.library.language.date_text
    text = str(words["role" if forum.role else "name"].format(name=forum.name, role=(forum.role or "").lower()))
    for key, day in (("dated", forum.date), ("deadline", answer_deadline(room.programme, room.library, forum))):
        text = words[key].format(forum=text, date=date_text(day)) if day else text
    return text
