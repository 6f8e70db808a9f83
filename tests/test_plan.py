"""The plan: what it tells of a programme, and that nothing in it is said that the programme doesn't say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.support.outline import outline
from tests.support.plan_papers import LIBRARY, body, plan, words
from tests.support.programmes import extreme, filled
from tests.support.word import W


@pytest.mark.parametrize("make", [lambda: None, filled, extreme], ids=["blank", "filled", "extreme"])
def test_every_link_inside_the_plan_leads_somewhere(make: Any) -> None:
    text = body(plan(make()))
    marks = [mark.get(f"{W}name", "") for mark in text.iter(f"{W}bookmarkStart")]
    wanted = {link.get(f"{W}anchor") for link in text.iter(f"{W}hyperlink")} - {None}
    assert wanted == set(marks)
    assert len(marks) == len(set(marks))
    assert all(mark.replace("_", "").isalnum() and len(mark) <= 40 for mark in marks), marks


def test_word_prompts_for_nothing() -> None:
    data = plan(filled())
    assert body(data, "settings").find(f"{W}updateFields") is None
    fields = {code.text.strip() for code in body(data).iter(f"{W}instrText") if code.text}
    assert not fields


def test_the_choice_is_told_from_what_the_programme_says() -> None:
    told = words(plan(filled()))
    assert (
        "18 deltagere arbejdede i grupper den 12. januar 2027. Grupperne vurderede otte af de 13 temaer: Hvor" in told
    )
    assert "3 og derover regnes som højt" in told
    assert "”Vigtigt, men lykkes ikke godt”: kort 1, 2 og 3" in told
    assert "”Vigtigt og lykkes godt”: kort 4" in told
    assert "Vi inddrager MED, AMO og lederforeningerne." in told


RATINGS = [{"theme": "sparring", "importance": 5, "success": 1, "group": 1}]
BY_PERSON = {"theme": "nye-ledere", "importance": 4, "success": 2}


@pytest.mark.parametrize(
    ("fields", "said", "unsaid"),
    [
        ({"themes": {"selected": ["3"]}}, "Hvem valgte temaerne", "vurderede"),
        (
            {"themes": {"selected": ["3"], "ratings": RATINGS}},
            "Én gruppe vurderede ét af de 12 temaer: Hvor vigtigt er det",
            " den ",
        ),
        ({"themes": {"selected": ["3"], "ratings": RATINGS}}, "Det valgte tema ligger i feltet", "Uden vurdering"),
        ({"themes": {"selected": ["3", "4"], "ratings": RATINGS}}, "Uden vurdering: kort 2", "Alle to"),
        ({"themes": {"selected": ["4"], "ratings": RATINGS}}, "vurderede ét af de 12 temaer", "Prioriteringskortet"),
        ({"participants": 4}, "Fire deltagere var med.", "vurderede"),
        ({"themes": {"ratings": [{**RATINGS[0], "group": None}]}}, "Vi vurderede ét af de 12 temaer", "rupper"),
        (
            {"themes": {"ratings": [*RATINGS, *({**BY_PERSON, "person": f"p{number}"} for number in range(6))]}},
            "Vi vurderede to af de 12 temaer",
            "Én gruppe",
        ),
        (
            {"workshops": {"prepare": {"date": date(2027, 1, 12)}}, "themes": {"ratings": RATINGS}},
            "Én gruppe vurderede ét af de 12 temaer den 12. januar 2027:",
            "deltager",
        ),
    ],
)
def test_nothing_is_told_that_isnt_known(fields: Mapping[str, Any], said: str, unsaid: str) -> None:
    told = words(plan(**fields))
    story = told[told.index("\nSådan valgte vi\n") : told.index("\nSådan følger vi op\n")]
    assert said in story
    assert unsaid not in story


def test_parked_themes_say_who_answers_by_when() -> None:
    parked = [
        {"theme": "4", "who": "Direktionen", "answer_by": date(2027, 4, 1)},
        {"theme": "5", "who": "HR"},
        {"theme": "6", "answer_by": date(2027, 5, 3)},
        {"theme": "7"},
    ]
    told = words(plan(themes={"parked": parked}))
    answers = ("Direktionen svarer senest den 1. april 2027.", "HR svarer.", "Svaret kommer senest den 3. maj 2027.")
    for said in (*answers, "Hvem svarer, og hvornår?"):
        assert said in told


def test_what_there_is_already_stands_once() -> None:
    answers = [{"theme": "sparring", "group": n, "existing": "Mentorordning\nNetværk"} for n in (1, 2)]
    told = words(plan(qualification=answers)).splitlines()
    assert told.count("Mentorordning") == told.count("Netværk") == 1


def test_the_cover_has_a_foot_of_its_own_and_no_header() -> None:
    data = plan(filled())
    section = next(body(data).iter(f"{W}sectPr"))
    assert section.find(f"{W}titlePg") is not None
    assert [h.get(f"{W}type") for h in section.findall(f"{W}headerReference")] == ["default"]
    assert "first" in [f.get(f"{W}type") for f in section.findall(f"{W}footerReference")]


def test_advice_is_the_sources_to_the_letter() -> None:
    told = outline(plan())
    advice = LIBRARY.samlet_plan.action_card.advice
    for text in (advice.publish, advice.follow_up):
        assert f"”{text}”" in told
