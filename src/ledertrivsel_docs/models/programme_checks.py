"""What a programme can only be held against together with the library: themes that exist, words that are used, dates
in order. Pure functions, so that a file's problems get lines and a programme built in Python is checked the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import combinations, pairwise
from typing import Any, TypeVar

from pydantic import BaseModel

from ..errors import Message, message
from ..reading.yaml_text import Finding, Loc
from .base import Step, as_id
from .library import Library
from .meeting_checks import meeting_problems, meeting_warnings
from .programme_fields import ProgrammeFields
from .references import spelled, theme_id, themes_of
from .timetable import sessions
from .treatment import is_about, is_settled
from .unused import unused
from .written_cards import repeated

P = TypeVar("P", bound=ProgrammeFields)
SATURDAY = 5


def programme_problems(programme: ProgrammeFields, library: Library) -> list[Finding]:
    """Everything that makes the programme unusable with this library."""
    return [
        *_taken_ids(programme, library),
        *_unknown_themes(programme, library),
        *_themes_twice(programme, library),
        *_unknown_words(programme, library),
        *meeting_problems(programme, library),
    ]


def programme_warnings(programme: ProgrammeFields, library: Library) -> list[Finding]:
    """What is likely a slip, but stops nothing."""
    return [
        *_weekends(programme),
        *_backwards(programme),
        *_undecided(programme),
        *_unfinished(programme, library),
        *_too_early(programme),
        *_overlaps(programme, library),
        *_unchosen(programme, library),
        *_several_cards(programme),
        *meeting_warnings(programme, library),
        *unused(programme, library),
    ]


@dataclass(frozen=True, slots=True)
class _Reference:
    """A place where the programme names a theme, and `by` whom, where several may each name it."""

    loc: Loc
    theme: str
    by: object = None

    @property
    def place(self) -> Loc:
        """The list that the reference is in."""
        return tuple(part for part in self.loc if isinstance(part, str))


def _references(programme: ProgrammeFields) -> Iterator[_Reference]:
    for index, ref in enumerate(programme.themes.selected):
        yield _Reference(("themes", "selected", index), ref)
    lists: tuple[tuple[Loc, Sequence[Any]], ...] = (
        (("themes", "parked"), programme.themes.parked),
        (("themes", "ratings"), programme.themes.ratings),
        (("qualification",), programme.qualification),
        (("action_cards",), programme.action_cards),
        (("follow_ups",), programme.follow_ups),
    )
    for loc, items in lists:
        for index, item in enumerate(items):
            by = tuple(getattr(item, name, None) for name in ("group", "person", "card", "date", "source"))
            yield _Reference((*loc, index, "theme"), item.theme, by)


def _taken_ids(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    numbers = {theme.id: number for number, theme in enumerate(library.samlet_plan.themes.themes, 1)}
    for index, own in enumerate(programme.themes.own):
        if own.id in numbers:
            yield Finding(
                ("themes", "own", index, "id"),
                message("“{id}” is taken: it is theme {number}.", id=own.id, number=numbers[own.id]),
                message("Give your own theme another id."),
            )


def _unknown_themes(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    themes = themes_of(programme, library)
    last = len(library.samlet_plan.themes.themes)
    for reference in _references(programme):
        if theme_id(reference.theme, library) in themes:
            continue
        close = get_close_matches(as_id(reference.theme), themes, n=1)
        remedy = (
            message("Did you mean “{id}”?", id=close[0])
            if close
            else message("Write a number from 1 to {last}, or one of these: {ids}.", last=last, ids=", ".join(themes))
        )
        yield Finding(reference.loc, message("There is no theme “{theme}”.", theme=reference.theme), remedy)


def _themes_twice(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """A theme is chosen and parked once, rated, qualified and carded once by each, and followed up once on a day."""
    seen: set[object] = set()
    for reference in _references(programme):
        key = (reference.place, theme_id(reference.theme, library), reference.by)
        if key in seen:
            what = message("The theme “{theme}” is there twice.", theme=reference.theme)
            yield Finding(reference.loc, what, message("Keep one of them."))
        seen.add(key)


def _unknown_words(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """Marks that are not among the content's words."""
    plan, plan_words = programme.plan, library.samlet_plan.tool.plan_words
    card_words, roles = library.samlet_plan.action_card.status_words, tuple(plan_words.roles.values())
    marks: list[tuple[Loc, str | None, tuple[str, ...]]] = [
        *((("action_cards", i, "status"), card.status, card_words) for i, card in enumerate(programme.action_cards)),
        (("plan", "status"), plan.status, tuple(plan_words.statuses.values())),
        *((("follow_ups", i, "status"), found.status, card_words) for i, found in enumerate(programme.follow_ups)),
        *((("plan", "forums", i, "role"), forum.role, roles) for i, forum in enumerate(plan.forums)),
    ]
    for loc, word, words in marks:
        if word is not None and spelled(word, words) not in words:
            yield Finding(
                loc,
                message("“{word}” is not a word that is used here.", word=word),
                message("Write one of these: {choices}.", choices=", ".join(words)),
            )


def _weekends(programme: ProgrammeFields) -> Iterator[Finding]:
    """Days on which people are to meet or answer; a card may well be valid from a Saturday."""
    for loc, day in _dates(programme):
        if day.weekday() >= SATURDAY and loc[-1] != "valid_from":
            yield _warning(loc, message("{day} is in a weekend.", day=day.isoformat()))


def _dates(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, date]]:
    """Every date in a model, with its place."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, date):
            yield (*loc, name), value
        elif isinstance(value, BaseModel):
            yield from _dates(value, (*loc, name))
        elif isinstance(value, Mapping | tuple):
            inside = value.items() if isinstance(value, Mapping) else enumerate(value)
            for key, item in inside:
                if isinstance(item, BaseModel):
                    yield from _dates(item, (*loc, name, key))


def _backwards(programme: ProgrammeFields) -> Iterator[Finding]:
    """Dates that come before what they follow from."""
    plan, workshops = programme.plan, programme.workshops
    concretise = (("workshops", "concretise", "date"), workshops.concretise.date)
    follow_up = (("plan", "next_follow_up"), plan.next_follow_up)
    chains: list[list[tuple[Loc, date | None]]] = [
        [
            *((("workshops", step.value, "date"), workshops.of(step).date) for step in Step),
            *((("plan", "forums", index, "date"), forum.date) for index, forum in enumerate(plan.forums)),
            follow_up,
        ],
        [concretise, (("plan", "hearing_deadline"), plan.hearing_deadline), follow_up],
    ]
    for index, card in enumerate(programme.action_cards):
        fields = ("valid_from", "follow_up_date")
        chains.append([(("action_cards", index, field), getattr(card, field)) for field in fields])
    for chain in chains:
        known = [(loc, day) for loc, day in chain if day is not None]
        for (_, before), (loc, day) in pairwise(known):
            if day < before:
                what = message(
                    "{day} comes before {before}, which is to happen first.",
                    day=day.isoformat(),
                    before=before.isoformat(),
                )
                yield _warning(loc, what)


def _undecided(programme: ProgrammeFields) -> Iterator[Finding]:
    """Cards that apply before the plan is decided, and a decision that no forum is to take."""
    forums, decides = programme.plan.forums, programme.anchoring.decides
    deciding = [forum for forum in forums if decides and is_about(forum.name, decides)]
    if forums and decides and not deciding:
        what = message("“{name}” decides, but isn't among the plan's forums.", name=decides)
        yield _warning(("anchoring", "decides"), what)
    days = [forum.date for forum in deciding or forums if forum.date]
    for index, card in enumerate(programme.action_cards):
        if days and card.valid_from and card.valid_from < max(days):
            what = message(
                "The card is valid from {day}, before the plan is decided on {decided}.",
                day=card.valid_from.isoformat(),
                decided=max(days).isoformat(),
            )
            yield _warning(("action_cards", index, "valid_from"), what)


def _unfinished(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """A plan that is decided on while a forum has not said what came of it, or a card is still a proposal."""
    if not is_settled(programme, library):
        return
    plan, proposed, tool = programme.plan, library.words["plan"]["proposed"], library.samlet_plan
    status = spelled(plan.status, tool.tool.plan_words.statuses.values())
    for index, forum in enumerate(plan.forums):
        if forum.outcome is None:
            what = message("The plan is “{status}”, but “{name}” has no outcome.", status=status, name=forum.name)
            yield _warning(("plan", "forums", index), what)
    for index, card in enumerate(programme.action_cards):
        if spelled(card.status, tool.action_card.status_words) == proposed:
            what = message("The plan is “{status}”, but the card is still “{card}”.", status=status, card=proposed)
            yield _warning(("action_cards", index, "status"), what)


def _too_early(programme: ProgrammeFields) -> Iterator[Finding]:
    """A follow-up on the whole plan before anyone has followed up on one of its cards."""
    day = programme.plan.next_follow_up
    days = [card.follow_up_date for card in programme.action_cards if card.follow_up_date]
    if day and days and day < min(days):
        what = message(
            "{day} comes before {first}, when the first card is followed up.",
            day=day.isoformat(),
            first=min(days).isoformat(),
        )
        yield _warning(("plan", "next_follow_up"), what)


def _overlaps(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """Workshops that begin before an earlier one of the same day has ended, also where a start follows from another."""
    held, workshops = sessions(programme, library), programme.workshops
    for first, second in combinations(Step, 2):
        day = workshops.of(first).date
        if day is None or day != workshops.of(second).date:
            continue
        for early, late in ((first, second), (second, first)):
            end = held[early].at(held[early].minutes)
            if end is not None and held[early].overlaps(held[late]):
                shown = library.language.clock_text(end)
                what = message("The workshop overlaps “{step}”, which ends at {end}.", step=early.value, end=shown)
                yield _warning(("workshops", second.value, "start"), what)
                break


def _unchosen(programme: ProgrammeFields, library: Library) -> Iterator[Finding]:
    """Cards and answers for a theme that isn't chosen, and themes both chosen and parked."""
    selected = {theme_id(ref, library) for ref in programme.themes.selected}
    for reference in _references(programme):
        chosen = theme_id(reference.theme, library) in selected
        if reference.loc[0] in ("qualification", "action_cards") and selected and not chosen:
            yield _warning(
                reference.loc, message("The theme “{theme}” isn't among the chosen ones.", theme=reference.theme)
            )
        if reference.place == ("themes", "parked", "theme") and chosen:
            yield _warning(
                reference.loc, message("The theme “{theme}” is both chosen and parked.", theme=reference.theme)
            )


def _several_cards(programme: ProgrammeFields) -> Iterator[Finding]:
    """Cards for a theme that has one already, as two groups may have written them: people choose, not the program."""
    for index in repeated(programme.action_cards):
        theme = programme.action_cards[index].theme
        what = message("There is another card for the theme “{theme}”. Both are printed.", theme=theme)
        remedy = message("Choose one of them or gather them into one, before the plan is approved.")
        yield Finding(("action_cards", index, "theme"), what, remedy, warning=True)


def _warning(loc: Loc, what: Message) -> Finding:
    return Finding(loc, what, warning=True)
