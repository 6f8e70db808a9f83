"""How a plan is treated: statuses and roles are known by their ids, whatever their words are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.models.base import ForumRole, PlanStatus
from ledertrivsel_docs.models.treatment import (
    Decision,
    answer_deadline,
    decision,
    heard_before,
    is_settled,
    role_of,
    status_of,
    treatments,
)

LIBRARY = ld.Library.default()
DAY, LATER = date(2027, 3, 3), date(2027, 3, 24)


def planned(decides: str | None = None, **plan: Any) -> ld.Programme:
    return ld.Programme.model_validate({"organisation": "E", "anchoring": {"decides": decides}, "plan": plan})


def roles(made: ld.Programme) -> dict[str, list[str]]:
    return {role.value: [forum.name for forum in forums] for role, forums in treatments(made, LIBRARY).items()}


@pytest.mark.parametrize(("word", "status"), [("i høring", "in_hearing"), ("GODKENDT", "approved"), (None, None)])
def test_a_status_is_known_by_its_word(word: str | None, status: str | None) -> None:
    assert status_of(planned(status=word), LIBRARY) == status


@pytest.mark.parametrize("status", PlanStatus)
def test_a_plan_is_settled_when_it_is_approved_and_ever_after(status: PlanStatus) -> None:
    word = LIBRARY.samlet_plan.tool.plan_words.statuses[status]
    assert is_settled(planned(status=word), LIBRARY) is (status in ("approved", "historic"))


def test_a_role_is_its_id_also_where_its_word_is_another() -> None:
    tool = LIBRARY.samlet_plan.tool
    words = tool.plan_words.model_copy(
        update={"forum_role": tool.plan_words.forum_role.model_copy(update={"hearing": "Skriftlig høring"})}
    )
    plan = replace(LIBRARY.samlet_plan, tool=tool.model_copy(update={"plan_words": words}))
    made = planned(forums=[{"name": "MED", "role": "skriftlig høring"}])
    assert role_of(made.plan.forums[0], replace(LIBRARY, samlet_plan=plan)) is ForumRole.HEARING


def test_forums_that_are_to_come_by_what_they_do() -> None:
    heard = {"name": "MED", "role": "høring", "outcome": "Ros"}
    assert roles(planned(forums=[heard, {"name": "AMO"}])) == {"discussion": ["AMO"]}
    assert roles(planned(forums=[{"name": "AMO"}], status="i høring")) == {"hearing": [], "discussion": ["AMO"]}
    assert roles(planned()) == {"hearing": [], "discussion": []}
    assert roles(planned(forums=[heard])) == {"discussion": []}
    assert roles(planned(status="godkendt")) == {}


def test_deadlines_of_a_hearing_and_those_who_meet_after_it() -> None:
    made = planned(
        hearing_deadline=DAY, forums=[{"name": "MED", "role": "høring"}, {"name": "AMO", "date": LATER}, {"name": "SU"}]
    )
    med, amo, su = made.plan.forums
    assert [answer_deadline(made, LIBRARY, forum) for forum in (med, amo, su)] == [DAY, None, None]
    assert [heard_before(made, LIBRARY, forum) for forum in (med, amo, su)] == [None, DAY, None]


def test_who_decides_is_who_is_said_to_or_the_last_that_approves() -> None:
    approving = [{"name": "Byrådet", "role": "godkendelse", "date": LATER}, {"name": "MED", "role": "drøftelse"}]
    assert decision(planned(forums=approving), LIBRARY) == Decision("Byrådet", LATER)
    assert decision(planned("Direktionen", forums=approving), LIBRARY) == Decision("Direktionen", None)
    assert decision(planned("Byrådet", forums=approving, status="godkendt"), LIBRARY) is None
    assert decision(planned(), LIBRARY) is None
