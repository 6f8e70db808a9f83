"""The plan in fifteen to twenty minutes, for MED, AMO and managers' meetings: its story, its cards, what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..models.base import Step
from ..models.library import Library
from ..models.programme import Programme
from ..models.programme_fields import Forum
from ..models.treatment import decision, is_hearing, is_in_hearing
from .contact import with_mail
from .copy import Copy
from .frame import deck_common, shortened
from .plan_asks import Ask, asks, outcomes, steps_ahead, unbroken
from .plan_card_slides import card_slides, overview_slide
from .plan_cards import plan_cards
from .plan_story import cards_named, chosen_in_brief, following_up, rating_rule, succeeding, valid_from
from .plan_telling import Telling, slide
from .ratings import unrated_themes
from .slides import Deck, Slide
from .wording import counted, listed

_NAMES = 45  # letters of the forums in a title
_OUTCOME = 160  # letters of what a forum said
_LINE = 300  # letters of a line in a list


def deck(library: Library, programme: Programme, copy: Copy) -> Deck:
    """The slides: why and how, the overview, a slide for each card, how it is followed up, what is asked, what next."""
    telling = Telling(library, programme, copy, plan_cards(library, programme))
    slides = (
        _title(telling),
        _why(telling),
        _made(telling),
        overview_slide(telling),
        _chosen(telling),
        *_existing(telling),
        *card_slides(telling),
        *_open(telling),
        *_following(telling),
        *_asked(telling),
        _next(telling),
        _closing(telling),
    )
    return Deck(deck_common(library, programme, copy), slides)


def _title(telling: Telling) -> Slide:
    words, plan = telling.plan_words, telling.programme.plan
    version = words["version"].format(version=plan.version) if plan.version else None
    state = telling.words["between"].join(filter(None, (plan.period, version, plan.status)))
    return slide(
        "title",
        words["title"],
        telling.notes("title", total=telling.length(telling.minutes), asking=telling.length(telling.asking)),
        kicker=telling.place(telling.programme.organisation, "organisation"),
        subtitle="\n".join(filter(None, (telling.place(state, "subtitle"), _proposal(telling)))),
    )


def _proposal(telling: Telling) -> str:
    """That the plan is a proposal, and who decides when; empty where nobody knows."""
    to_come, words = decision(telling.programme, telling.library), telling.words["proposal"]
    if to_come is None:
        return ""
    day = unbroken(telling.library.language.date_text(to_come.day)) if to_come.day else None
    return str(words["who_and_day" if day else "who"].format(who=to_come.who, day=day))


def _why(telling: Telling) -> Slide:
    library = telling.library
    purpose = str(library.samlet_plan.tool.purpose.text)
    told = telling.words["purpose"].format(purpose=purpose[0].lower() + purpose[1:])
    return slide(
        "quote",
        telling.said("why"),
        telling.notes("why"),
        lines=[telling.place(None, "why"), told],
        said_by=library.sources[telling.copy.kit.source].footer,
    )


def _made(telling: Telling) -> Slide:
    workshops, words = telling.programme.workshops, telling.words
    days = [workshops.of(step).date for step in Step]
    steps = [
        {
            "number": str(stage.number),
            "name": stage.name,
            "text": words["steps"][step.value],
            "time": telling.day(day, "step"),
            "current": False,
        }
        for stage, step, day in zip(telling.copy.kit.stages, Step, days, strict=True)
    ]
    notes = telling.notes("made", after=() if all(days) else ("made_undated",))
    return slide("steps", words["made"], notes, steps=steps)


def _chosen(telling: Telling) -> Slide:
    library, programme, words = telling.library, telling.programme, telling.plan_words
    told = chosen_in_brief(library, programme, telling.cards)
    rule, good = rating_rule(library, programme), succeeding(library, programme, telling.cards)
    unrated = len(unrated_themes(library, programme))
    notes = telling.notes(
        "chosen",
        rule=rule,
        succeeding=cards_named(words, good) if good else "",
        unrated=counted(words, words["theme_count"], unrated) if rule and unrated else "",
    )
    return slide("result", words["chosen"], notes, items=telling.items(told or telling.places("chosen")))


def _existing(telling: Telling) -> Iterator[Slide]:
    """What there is already, where there is anything."""
    if found := telling.existing:
        notes = telling.notes("existing")
        yield slide("result", telling.plan_words["existing"], notes, items=telling.items(found))


def _open(telling: Telling) -> Iterator[Slide]:
    """What is parked and what is not settled, or on a blank deck places to write it."""
    words, parked, missing = telling.words, telling.parked, telling.missing
    told = [_parked(words, theme) for theme in parked]
    if missing:
        told = [words["parked_beside"].format(text=text) for text in told]
    title = words["open"]["both" if missing or telling.is_blank else "parked"] if told or telling.is_blank else ""
    if found := [*told, *missing] or (telling.places("open") if telling.is_blank else []):
        notes = telling.notes("open", before=("open_blank",) if telling.is_blank else ())
        items = telling.items(found)
        yield slide("result", title or telling.plan_words["missing"], notes, items=items)


def _parked(words: Mapping[str, str], theme: Mapping[str, str]) -> str:
    why = " ".join(filter(None, (theme["reason"], theme["answer"])))
    key = "parked_question" if theme["title"].endswith("?") else "parked_theme"
    return " ".join(words[key].format(theme=theme["title"], why=why).split())


def _following(telling: Telling) -> Iterator[Slide]:
    """When what is followed up; of a plan that no longer applies, nothing is."""
    if telling.is_past:
        return
    library, words = telling.library, telling.plan_words
    told = following_up(library, telling.programme, telling.cards)
    if applies := valid_from(library, telling.cards):
        told.insert(1 if telling.programme.anchoring.home else 0, applies)
    advice = words["quotation"].format(text=library.samlet_plan.action_card.advice.follow_up)
    items = telling.items(told or telling.places("following"))
    yield slide("result", words["following"], telling.notes("following", advice=advice), items=items)


def _asked(telling: Telling) -> Iterator[Slide]:
    """What each kind of treatment is asked; the first one hears what came of those before."""
    words, asked = telling.words, asks(telling.library, telling.programme, telling.copy.kit)
    done = [] if telling.is_settled else outcomes(telling.programme)
    for number, ask in enumerate(asked):
        before = [] if number else done
        told = [_told(words, one) for one in before]
        heard = [one.name for one in before if is_hearing(one, telling.library)]
        others = [one.name for one in before if not is_hearing(one, telling.library)]
        notes = telling.notes(
            "ask",
            before=("ask_several",) if len(asked) > 1 else (),
            forums=ask.forums,
            hearing=_listed(telling, heard),
            others=_listed(telling, others),
        )
        questions = telling.items((*told, *ask.questions, *_answers(telling, ask)))
        yield slide("question", _ask_title(telling, ask), notes, lead=_forum_and_day(telling, ask), questions=questions)


def _told(words: Mapping[str, str], forum: Forum) -> str:
    return words["told"].format(forum=shortened(forum.name, _NAMES), outcome=shortened(forum.outcome, _OUTCOME))


def _listed(telling: Telling, names: Sequence[str]) -> str:
    return listed(telling.plan_words, names) if names else ""


def _answers(telling: Telling, ask: Ask) -> Iterator[str]:
    """What becomes of what is said, and a place for whom to write to in a hearing of which nothing is known."""
    if ask.passed_on:
        yield ask.passed_on
    programme = telling.programme
    if ask.is_answered and not (programme.plan.hearing_deadline or is_in_hearing(programme, telling.library)):
        contact = programme.contact.email or programme.contact.name
        yield telling.place(None, "answer_by").format(contact=telling.place(contact, "mail"))


def _forum_and_day(telling: Telling, ask: Ask) -> str:
    return ask.kicker if ask.kicker or telling.is_settled else telling.place(None, "forum")


def _ask_title(telling: Telling, ask: Ask) -> str:
    """Whom the questions are for, and what is asked of them."""
    names = list(dict.fromkeys(ask.names))
    if not names:
        return ask.title
    forums = listed(telling.plan_words, names)
    if len(forums) > _NAMES:
        first = shortened(names[0], _NAMES)
        forums = telling.words["and_others"].format(forum=first) if len(names) > 1 else first or ""
    return str(telling.words["ask_title"].format(forums=forums, title=ask.title))


def _next(telling: Telling) -> Slide:
    """Where the plan is treated, from when it applies, and who tells of it."""
    library, programme = telling.library, telling.programme
    known = [str(shortened(line, _LINE)) for line in steps_ahead(library, programme)]
    if known and not telling.is_past:
        applies = telling.place(valid_from(library, telling.cards), "applies")
        known += [applies, telling.place(None, "published")]
    to_come = decision(programme, library)
    decides = to_come.who if to_come else ""
    heard = is_in_hearing(programme, library) or any(is_hearing(forum, library) for forum in programme.plan.forums)
    notes = telling.notes(
        "next",
        before=() if known else ("next_blank",),
        decides="" if heard else decides,
        decides_after_hearing=decides if heard else "",
    )
    return slide("result", telling.said("next"), notes, items=telling.items(known or telling.places("next")))


def _closing(telling: Telling) -> Slide:
    words, contact = telling.words, telling.programme.contact
    known = words["between"].join(filter(None, (contact.name, contact.email)))
    return slide(
        "closing",
        words["closing"],
        telling.notes("closing", treated=telling.plan_words["treated"]),
        lead=words["closing_lead"],
        **with_mail(telling.programme, telling.place(known, "contact"), "contact"),
    )
