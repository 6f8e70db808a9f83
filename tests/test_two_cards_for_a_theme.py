"""Two cards for one theme are both kept, told apart everywhere, and the conflict is named."""

from __future__ import annotations

from datetime import date

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.plan_cards import one_a_theme, plan_cards
from ledertrivsel_docs.models.written_cards import letter
from tests.support.collected import card, collected, followed
from tests.support.printed_answers import HEADS, LIBRARY, PLAN, TITLES, made, plan
from tests.support.word import W, tree


def test_two_cards_for_a_theme_are_both_kept_and_the_conflict_is_named() -> None:
    programme = collected()
    named = "Kort 2a og 2b handler om samme tema og er ikke lagt sammen."
    ask = "Vælg ét af dem, eller saml dem, før planen godkendes."
    for document in ("plan", "med-case", "plan-presentation"):
        text = made(document, programme)
        assert named in text, document
        assert f"{named} {ask}" in text, document
    on_card = "Der er to kort om dette tema: 2a og 2b. De er ikke lagt sammen."
    for place in ("2a", "2b"):
        assert ((f"Kort {place}: {TITLES['sparring']}",), f"{on_card} {ask}") in plan(programme)
    for document in ("plan-presentation", "apv-view", "hearing-response"):
        assert on_card in made(document, programme), document
    assert not any(on_card in text for above, text in plan(programme) if above[-1:] == (HEADS["nye-ledere"],))


def test_a_plan_that_is_approved_with_two_cards_says_so_without_a_before() -> None:
    text = made("plan", collected(plan={"status": "godkendt"}))
    assert "Vælg ét af dem, eller saml dem." in text
    assert "før planen godkendes" not in text


def test_a_theme_with_two_cards_is_counted_and_evaluated_once() -> None:
    programme = collected()
    assert "Alle tre valgte temaer ligger i feltet" in made("plan", programme)
    assert "Planen handler om tre temaer:" in made("intranet-text", programme)
    assert [card.number for card in one_a_theme(plan_cards(LIBRARY, programme))] == ["1", "2", "3"]
    assert made("evaluation", programme).count(TITLES["sparring"]) == 1


def test_each_card_has_a_paper_of_its_own_by_the_plans_number() -> None:
    names = [document.name for document in ld.build_pack("samlet-plan", collected())]
    assert [name for name in names if name.startswith("35")] == [
        "35 Action card - Nye ledere.docx",
        "35 Action card - Sparring (2a).docx",
        "35 Action card - Sparring (2b).docx",
        "35 Action card - Restitution.docx",
    ]
    for number, place in ((1, "2a"), (2, "2b")):
        text = made(f"35 Action card - Sparring ({place})", collected())
        assert f"rolle {number}" in text.casefold()
        assert f"kort {place}" in text


def test_a_card_that_could_be_either_is_asked_for_by_its_name() -> None:
    with pytest.raises(ld.InputError, match=r"35 Action card - Sparring \(2a\), 35 Action card - Sparring \(2b\)"):
        ld.build_document("action-card", collected(), theme="sparring")


@pytest.mark.parametrize("document", ["status-sheet", "hearing-response", "leader-group-feedback", "next-steps"])
def test_tags_of_two_cards_differ_and_the_first_keeps_the_themes_id(document: str) -> None:
    text = tree(ld.build_document(document, collected()).bytes)
    tags = [tag.get(f"{W}val", "") for tag in text.iter(f"{W}tag")]
    assert len(tags) == len(set(tags))
    assert {"sparring", "sparring-2"} <= {tag.partition(".")[0] for tag in tags}


def test_keys_of_cards_are_not_those_of_own_themes() -> None:
    own = [{"id": "sparring-2", "title": "Hvordan er det at være to?"}]
    themes = {"own": own, "selected": ["sparring", "sparring-2"]}
    programme = collected(themes=themes, action_cards=[card("sparring", 1), card("sparring", 2), card("sparring-2", 3)])
    assert [found.key for found in plan_cards(LIBRARY, programme)] == ["sparring", "sparring-3", "sparring-2"]


def test_check_warns_of_a_second_card_with_its_line() -> None:
    text = "organisation: Os\naction_cards:\n  - {theme: sparring, goal: Et}\n  - {theme: krydspres, goal: To}\n"
    text += "  - {theme: sparring, goal: Tre, source: b.docx}\n  - {theme: sparring, source: c.docx}\n"
    _, warnings = ld.Programme.check(("forloeb.yaml", text.encode()))
    assert [(problem.line, "another card" in str(problem)) for problem in warnings] == [(5, True)]


@pytest.mark.parametrize(("place", "shown"), [(0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (52, "ba")])
def test_cards_beyond_the_alphabet_have_two_letters(place: int, shown: str) -> None:
    assert letter(place, 60) == shown


def test_a_follow_up_of_a_theme_with_two_cards_changes_neither() -> None:
    follow_ups = [followed("sparring", date(2027, 10, 5), "I gang", date(2028, 4, 4))]
    programme = collected(follow_ups=follow_ups)
    assert [found.answers.get("status") for found in plan_cards(LIBRARY, programme)] == [
        "Aftalt",
        "Aftalt",
        "Aftalt",
        None,
    ]
    assert PLAN["told"]["said"]["title"] in made("plan", programme)
