"""The plan as a draft, in a hearing, decided on and past: what its reader is told and asked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from tests.support.plan_papers import LIBRARY, plan, tags, words
from tests.support.programmes import filled
from tests.support.word import relationships


@pytest.mark.parametrize(
    ("plan_fields", "said"),
    [
        ({"status": "i høring", "hearing_deadline": date(2027, 3, 3)}, "Send svar senest onsdag den 3. marts 2027 til"),
        ({"status": "godkendt"}, "Planen er godkendt og gælder."),
        ({"status": "udkast"}, "Planen er et udkast."),
    ],
)
def test_the_reader_is_told_what_the_status_means(plan_fields: Mapping[str, Any], said: str) -> None:
    assert said in words(plan(plan=plan_fields, contact={"email": "hr@eksempel.dk"}))


HEARING = {"status": "i høring", "hearing_deadline": date(2027, 3, 3)}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"contact": {"name": "HR"}}, "Send svar senest onsdag den 3. marts 2027 til HR."),
        ({}, "Svarfristen er onsdag den 3. marts 2027."),
        ({"contact": {"name": "HR"}, "plan": {"status": "i høring"}}, "Send svar til HR."),
        ({"plan": {"status": "i høring"}}, "Planen er i høring. Skriv, om målene er de rigtige"),
        ({"anchoring": {"decides": "Direktionen"}}, "Svarene indgår, når Direktionen træffer beslutning om planen."),
        ({}, "Planen gælder først, når den er godkendt."),
    ],
)
def test_a_hearing_asks_for_what_it_can_use(fields: Mapping[str, Any], said: str) -> None:
    told = words(plan(**{"plan": HEARING, **fields}))
    assert said in told
    if "contact" in fields:
        assert "Svarfristen" not in told, "the deadline is told with whom to send to"
    assert told.index("\nHøring\n") < told.index("\nIndhold\n")


def test_a_plan_that_no_longer_applies_has_no_next_follow_up_on_its_cover() -> None:
    made = {status: tags(plan(plan={"status": status})) for status in ("godkendt", "historisk")}
    assert "plan.next_follow_up" in made["godkendt"]
    assert "plan.next_follow_up" not in made["historisk"]


@pytest.mark.parametrize("status", ["udkast", "godkendt", "historisk", None])
def test_nobody_is_asked_to_answer_outside_a_hearing(status: str | None) -> None:
    told = words(plan(plan={"status": status}, contact={"email": "hr@eksempel.dk"}))
    assert "\nHøring\n" not in told
    assert "Send svar" not in told


def test_a_known_version_is_filled_in_and_leaves_one_row() -> None:
    told = tags(plan(filled()))
    assert "change-2.what" in told
    assert "change-3.what" not in told
    assert "Sendt i høring" in words(plan(filled()))


def test_the_deadline_of_a_hearing_is_gone_when_the_plan_is_approved() -> None:
    assert "plan.hearing_deadline" in tags(plan())
    assert "plan.hearing_deadline" not in tags(plan(plan={"status": "godkendt"}))


@pytest.mark.parametrize(("email", "is_link"), [("hr@eksempel.dk", True), ("hr at eksempel", False)])
def test_only_a_mail_address_is_a_link(email: str, is_link: bool) -> None:
    data = plan(contact={"email": email})
    assert (f"mailto:{email}" in {target for _, target in relationships(data).values()}) is is_link
    assert email in words(data)


def test_words_for_every_status() -> None:
    own, status = LIBRARY.words["plan"], LIBRARY.samlet_plan.tool.plan_words.statuses
    assert {*own["status_text"], "in_hearing"} == set(status)
    assert set(own["change_by_status"]) <= set(status)
    assert own["proposed"] in LIBRARY.samlet_plan.action_card.status_words


@pytest.mark.parametrize(("status", "said"), [("udkast", "Vi inddrager MED."), ("godkendt", "Vi har inddraget MED.")])
def test_who_is_involved_is_told_of_as_done_when_the_plan_is_decided_on(status: str, said: str) -> None:
    assert said in words(plan(plan={"status": status}, anchoring={"involved": ["MED"]}))
