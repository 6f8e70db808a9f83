"""The action cards in the plan: every one in its order, in the overview and in the follow-ups."""

from __future__ import annotations

from datetime import date

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.frame import shortened
from ledertrivsel_docs.documents.plan_cards import IN_OVERVIEW, plan_cards
from tests.support.plan_papers import LIBRARY, THEMES, body, plan, tags, words
from tests.support.programmes import LONG_TITLE, filled
from tests.support.word import W


@pytest.mark.parametrize("count", [1, 4, 12, 30])
def test_each_chosen_theme_has_a_card_in_order(count: int) -> None:
    own = [{"id": f"eget-{n}", "title": f"Hvordan går det med nummer {n}?"} for n in range(18)]
    chosen = [*THEMES, *(theme["id"] for theme in own)][:count]
    data = plan(themes={"own": own, "selected": chosen})
    marks = [mark.get(f"{W}name", "") for mark in body(data).iter(f"{W}bookmarkStart")]
    assert [mark for mark in marks if mark.startswith("card_")] == [f"card_{n}" for n in range(1, count + 1)]
    assert {f"kort-{n}.goal" for n in range(1, count + 1)} <= tags(data)
    assert f"kort-{count + 1}.goal" not in tags(data)


def test_cards_of_other_themes_come_last_and_say_so_if_something_is_written() -> None:
    programme = ld.Programme.model_validate(
        {
            "organisation": "Eksempel Kommune",
            "themes": {"selected": ["sparring"]},
            "action_cards": [{"theme": "restitution", "goal": "Pauser"}, {"theme": "krydspres"}, {"theme": "sparring"}],
        }
    )
    cards = plan_cards(LIBRARY, programme)
    assert [(card.number, card.theme and card.theme.id, card.is_extra) for card in cards] == [
        ("1", "sparring", False),
        ("2", "restitution", True),
    ]
    assert words(plan(programme)).count("Action card · uden for de valgte temaer") == 1


def test_cards_without_chosen_themes_are_not_called_outsiders() -> None:
    assert "uden for de valgte" not in words(plan(action_cards=[{"theme": "restitution", "goal": "Pauser"}]))


def test_the_overview_names_the_cards_that_nobody_has_taken() -> None:
    card = {"theme": "sparring", "owner": "HR", "follow_up_date": date(2027, 6, 1)}
    chosen = {"selected": ["sparring", "restitution"]}
    assert "To action cards. Kort 2 er ikke skrevet endnu." in words(plan(themes=chosen, action_cards=[card]))
    begun = {"theme": "restitution", "goal": "Pauser"}
    assert "To action cards. Kort 2 mangler en ansvarlig" in words(plan(themes=chosen, action_cards=[card, begun]))
    assert "Hvert kort har en ansvarlig" in words(plan(filled()))


def test_follow_ups_come_in_the_order_of_their_dates() -> None:
    told = words(plan(filled())).splitlines()
    begin = told.index("Sådan følger vi op") + 1
    assert [line.partition(":")[0] for line in told[begin : begin + 6]] == [
        "Planen er forankret hos HR og AMO.",
        "1. juni 2027",
        "15. juni 2027",
        "1. oktober 2027",
        "5. oktober 2027",
        "15. december 2027",
    ]
    table = told[told.index("Hvordan") :]
    names = [line for line in table if line.startswith("Kort ") or line == "Hele planen"]
    assert [name.partition(":")[0] for name in names[:5]] == ["Kort 1", "Kort 3", "Kort 2", "Hele planen", "Kort 4"]


def test_cards_without_a_date_are_followed_up_last() -> None:
    card = {"theme": "restitution", "follow_up_date": date(2027, 6, 1)}
    told = words(plan(themes={"selected": ["sparring", "restitution"]}, action_cards=[card])).splitlines()
    names = [line for line in told[told.index("Hvordan") :] if line.startswith("Kort ") or line == "Hele planen"]
    assert [name.partition(":")[0] for name in names[:3]] == ["Hele planen", "Kort 2", "Kort 1"]


def test_what_is_not_settled_names_its_card() -> None:
    answers = [
        {"theme": "restitution", "missing": "HR spørger Jura"},
        {"theme": "sparring", "missing": "Hvem vil være med?\nHvor meget tid?"},
        {"theme": "sparring", "group": 2, "missing": "Hvor meget tid?"},
    ]
    told = words(plan(themes={"selected": ["sparring"]}, qualification=answers)).splitlines()
    begin = told.index("Det mangler vi at afklare") + 1
    title = LIBRARY.samlet_plan.themes.by_id()["restitution"].title
    assert told[begin : begin + 3] == [
        "Kort 1: Hvem vil være med?",
        "Kort 1: Hvor meget tid?",
        f"{title}: HR spørger Jura",
    ]


def test_every_control_can_be_told_from_the_others() -> None:
    text = body(plan(filled()))
    titles = [alias.get(f"{W}val") for alias in text.iter(f"{W}alias")]
    assert len(set(titles)) == len(titles)
    assert {"Kort 4: Tema", "Kort 4: Status", "Oversigt, kort 4: Status", "Opfølgning, kort 4: Hvem"} <= set(titles)
    captions = [caption.get(f"{W}val") for caption in text.iter(f"{W}tblCaption")]
    assert len(set(captions)) == len(captions)
    assert "Kort 4: spørgsmål og svar" in captions


def test_a_blank_plan_has_five_cards_and_takes_those_written_by_hand() -> None:
    told = words(plan())
    assert "Kort 5: Skriv jeres tema her" in told
    assert "Kort 6" not in told
    assert "læg dem ind her" in told
    assert "læg dem ind her" not in words(plan(filled()))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (None, None),
        ("Kort", "Kort"),
        ("To\nlinjer", "To linjer"),
        (
            "Alle ledere har et fast sted at tage de svære sager op. " * 3,
            "Alle ledere har et fast sted at tage de svære sager op. …",
        ),
        ("x" * 400, "x" * 110 + " …"),
    ],
)
def test_long_texts_are_cut_where_a_reader_would(text: str | None, short: str | None) -> None:
    assert shortened(text, IN_OVERVIEW) == short


@pytest.mark.parametrize(("count", "title"), [(4, "Planen på én side"), (12, "Planen i overblik")])
def test_the_overview_claims_one_page_only_where_it_is_one(count: int, title: str) -> None:
    told = words(plan(themes={"selected": THEMES[:count]}))
    assert told.count(title) == 2  # contents and heading
    assert told.count(f"Til {title[0].lower()}{title[1:]}") == count


def test_a_long_title_stands_whole_on_its_card() -> None:
    data = plan(themes={"own": [{"id": "langt", "title": LONG_TITLE}], "selected": ["langt"]})
    assert LONG_TITLE in words(data)
