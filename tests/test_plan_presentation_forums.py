"""The deck of the plan asks each forum what it is to say, says who decides and when, and what comes next."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import ledertrivsel_docs as ld
from tests.support.plan_decks import LIBRARY, NEXT, WORDS, asked, deck, lines, notes, text, title_of, titled, unbroken
from tests.support.programmes import filled


def test_each_treatment_has_its_questions_and_names_its_forums() -> None:
    made = deck(filled())
    hearing, discussion, approval = asked(made)
    assert [slide.context["title"] for slide in asked(made)] == [
        title_of("hearing", "Område-MED"),
        title_of("discussion", "Hoved-MED og AMO"),
        title_of("approval", "Direktionen"),
    ]
    assert lines(hearing)[-1] == (
        "Skriv svaret på ”43 Høringssvar”. Send svar senest onsdag den 3. marts 2027 til hr@eksempel.dk."
    )
    assert hearing.context["questions"][-1]["mail"] == ld.Link("hr@eksempel.dk", "mailto:hr@eksempel.dk")
    assert discussion.context["lead"] == "Hoved-MED den 10. marts 2027 · AMO den 17. marts 2027"
    given = "Vi skriver jeres svar ned og giver dem til Direktionen inden den 24. marts 2027."
    assert unbroken(lines(discussion)[-1]) == given
    assert lines(approval) == list(WORDS["asks"]["approval"]["questions"])
    for slide in asked(made):
        assert "Skjul dem, der ikke er til dette forum." in notes(slide)


def test_many_forums_are_named_as_far_as_there_is_room() -> None:
    names = [f"Område-MED nummer {number}" for number in range(1, 6)]
    forums = [
        {"name": name, "role": "høring", "date": date(2027, 2, 24), "deadline": date(2027, 3, 3)} for name in names
    ]
    (few,), (many,) = (asked(deck(plan={"forums": forums[:n]})) for n in (3, 5))
    assert many.context["title"] == title_of("hearing", "Område-MED nummer 1 m.fl.")
    assert few.context["lead"] == " · ".join(names[:3])
    assert many.context["lead"] == " · ".join(names[:3]) + " · …"
    assert "Område-MED nummer 5 den 24. februar 2027 (svarfrist 3. marts 2027)" in notes(many)
    assert names[4] in "\n".join(lines(titled(deck(plan={"forums": forums}), NEXT)))


def test_one_long_name_of_a_forum_is_cut_in_the_title() -> None:
    (slide,) = asked(deck(plan={"forums": [{"name": "Medudvalget for Børn, Unge, Kultur og Fritid " * 3}]}))
    assert slide.context["title"] == title_of("discussion", "Medudvalget for Børn, Unge, Kultur og Fritid …")


FOLLOWING = LIBRARY.words["plan"]["following"]
DECIDED = date(2027, 3, 24)
HEARD = {"name": "Område-MED", "role": "høring", "outcome": "Støtter planen."}
FORUM = {"name": "AMO", "role": "drøftelse", "date": date(2027, 3, 17)}


@pytest.mark.parametrize(
    ("plan", "titles"),
    [
        ({}, [title_of("hearing"), title_of("discussion")]),
        ({"forums": [{"name": "Lederforum"}]}, [title_of("discussion", "Lederforum")]),
        ({"forums": [FORUM]}, [title_of("discussion", "AMO")]),
        (
            {"forums": [FORUM, {"name": "Lederforum"}]},
            [title_of("discussion", "AMO og Lederforum")],
        ),
        ({"forums": [FORUM], "status": "i høring"}, [title_of("hearing"), title_of("discussion", "AMO")]),
        ({"forums": [FORUM, HEARD], "status": "i høring"}, [title_of("discussion", "AMO")]),
        (
            {"forums": [{**FORUM, "outcome": "Ros"}, {"name": "Chefer", "role": "orientering"}]},
            [title_of("information", "Chefer")],
        ),
        ({"forums": [{**FORUM, "outcome": "Ros"}]}, [title_of("discussion")]),
        ({"forums": [FORUM], "status": "godkendt"}, [title_of("settled")]),
        ({"forums": [FORUM], "status": "historisk"}, [title_of("past")]),
    ],
)
def test_only_what_is_still_to_come_is_asked(plan: dict[str, Any], titles: list[str]) -> None:
    assert [slide.context["title"] for slide in asked(deck(plan=plan))] == titles


def test_what_came_of_it_is_told_to_those_who_are_asked_next() -> None:
    approval = {"name": "Direktionen", "role": "godkendelse"}
    discussed = {**FORUM, "name": "Hoved-MED", "outcome": "Ros"}
    first, second = asked(deck(plan={"forums": [HEARD, discussed, FORUM, approval], "status": "i høring"}))
    assert lines(first)[:2] == ["Område-MED: Støtter planen.", "Hoved-MED: Ros"]
    assert "Hav klar: Det, Område-MED svarede i høringen." in notes(first)
    assert "Hav klar: Det, Hoved-MED kom frem til." in notes(first)
    assert lines(second) == list(WORDS["asks"]["approval"]["questions"])
    assert "Hav klar" not in notes(second)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"plan": {"forums": [FORUM]}}, WORDS["passed_on"]["open"]),
        ({"plan": {"forums": [FORUM, {"name": "Direktionen", "role": "godkendelse"}]}}, "giver dem til Direktionen."),
        ({"plan": {"forums": [FORUM]}, "anchoring": {"decides": "Direktionen"}}, "giver dem til Direktionen."),
        (
            {"plan": {"forums": [FORUM, {**FORUM, "name": "Direktionen", "role": "godkendelse"}]}},
            "giver dem til Direktionen.",
        ),
        (
            {"plan": {"forums": [{"name": "AMO"}, {"name": "Byrådet", "role": "godkendelse", "date": DECIDED}]}},
            "giver dem til Byrådet inden den 24. marts 2027.",
        ),
        ({"plan": {"forums": [FORUM]}, "anchoring": {"decides": "AMO"}}, WORDS["asks"]["discussion"]["questions"][-1]),
    ],
)
def test_a_discussion_says_what_happens_to_what_is_said(fields: dict[str, Any], said: str) -> None:
    assert unbroken(lines(asked(deck(**fields))[0])[-1]).endswith(said)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"plan": {"status": "udkast"}}, ""),
        ({"anchoring": {"decides": "Byrådet"}}, "Planen er et forslag, som Byrådet tager stilling til."),
        (
            {"plan": {"forums": [{"name": "Byrådet", "role": "godkendelse", "date": DECIDED}]}},
            "Planen er et forslag, som Byrådet tager stilling til den 24. marts 2027.",
        ),
        ({"plan": {"forums": [{"name": "Byrådet", "role": "godkendelse", "outcome": "Godkendt"}]}}, ""),
        ({"anchoring": {"decides": "Byrådet"}, "plan": {"status": "godkendt"}}, ""),
    ],
)
def test_who_decides_when_is_said_first(fields: dict[str, Any], said: str) -> None:
    _, _, told = unbroken(deck(**fields).slides[0].context["subtitle"]).partition("\n")
    assert told == said


def test_a_plan_that_is_decided_on_is_told_of_as_such() -> None:
    made, proposed = (deck(plan={"status": status}) for status in ("godkendt", "udkast"))
    for one, words in (
        (made, ("Derfor har vi en plan", "lover")),
        (proposed, ("Derfor foreslår vi en plan", "lægger op til")),
    ):
        assert one.slides[1].context["title"] == words[0]
        assert words[1] in notes(one.slides[0])
    assert WORDS["next"]["settled"] in [slide.context["title"] for slide in made.slides]
    assert "Sæt planens status til Godkendt" in notes(proposed.slides[-1])
    assert "Sæt planens status til Godkendt" not in notes(made.slides[-1])


def test_a_plan_that_no_longer_applies_is_not_told_of_as_one_to_use() -> None:
    card = {"theme": "sparring", "owner": "HR", "valid_from": date(2027, 4, 1), "follow_up_date": date(2027, 6, 1)}
    made, past = (
        deck(plan={"status": status}, action_cards=[card], anchoring={"home": "HR"})
        for status in ("godkendt", "historisk")
    )
    titles = [slide.context["title"] for slide in past.slides]
    assert "Derfor havde vi en plan" in titles
    assert FOLLOWING in [slide.context["title"] for slide in made.slides]
    assert FOLLOWING not in titles
    told = "\n".join(text(slide) + notes(slide) for slide in past.slides)
    assert "Planen gælder ikke længere" in told
    for said in ("Planen er godkendt", "Kortet gælder fra", "hvem der fortæller om den", "Nu skal planen bruges"):
        assert said not in told
    assert len(made.slides) - len(past.slides) == 1


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        (
            {"forums": [HEARD]},
            "Høringssvarene og det, I siger i dag, indgår, når Byrådet træffer beslutning om planen.",
        ),
        ({"forums": [FORUM]}, "”Det, I siger i dag, indgår, når Byrådet træffer beslutning om planen."),
    ],
)
def test_the_speaker_says_what_the_answers_are_for(plan: dict[str, Any], said: str) -> None:
    assert said in notes(titled(deck(plan=plan, anchoring={"decides": "Byrådet"}), NEXT))


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({"forums": [{"name": "AMO"}]}, ["AMO"]),
        ({"forums": [{"name": "AMO", "role": "drøftelse"}]}, ["AMO: drøftelse"]),
        ({"forums": [{"name": "AMO", "date": date(2027, 3, 17)}]}, ["17. marts 2027: AMO"]),
        (
            {"forums": [{**FORUM, "outcome": "Et kort er rettet"}]},
            ["17. marts 2027: AMO, drøftelse – Et kort er rettet"],
        ),
        ({"hearing_deadline": date(2027, 3, 3)}, ["Svarfristen er onsdag den 3. marts 2027."]),
        ({"status": "godkendt"}, ["Planen er godkendt og gælder."]),
        (
            {"status": "i høring", "hearing_deadline": date(2027, 3, 3)},
            ["Svarfristen er onsdag den 3. marts 2027.", "Planen gælder først, når den er godkendt."],
        ),
    ],
)
def test_what_comes_next_is_what_is_known(plan: dict[str, Any], said: list[str]) -> None:
    *told, applies, published = lines(deck(plan=plan).slides[-2])
    assert told == said
    assert (applies, published) == (WORDS["by_hand"]["applies"], WORDS["by_hand"]["published"])


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([date(2027, 4, 1)], "Kortet gælder fra den 1. april 2027."),
        ([date(2027, 4, 1)] * 2, "Kortene gælder fra den 1. april 2027."),
        ([date(2027, 4, 1), date(2027, 5, 3)], "Hvert kort gælder fra den dag, der står på det."),
        ([date(2027, 4, 1), None], WORDS["by_hand"]["applies"]),
    ],
)
def test_from_when_it_applies(days: list[date | None], said: str) -> None:
    cards = [{"theme": str(number), "goal": "Mål", "valid_from": day} for number, day in enumerate(days, 1)]
    made = deck(action_cards=cards, plan={"forums": [FORUM]})
    assert lines(made.slides[-2])[-2] == said


def test_a_hearing_without_a_forum_asks_for_answers() -> None:
    contact = {"email": "hr@eksempel.dk"}
    slide = titled(deck(plan={"status": "i høring"}, contact=contact), title_of("hearing"))
    assert lines(slide)[-1] == "Skriv svaret på ”43 Høringssvar”. Send svar til hr@eksempel.dk."
    assert slide.context["lead"] == WORDS["by_hand"]["forum"]
