"""What was collected is told in the papers of the next meeting: status, tasks, ideas, what a workshop found."""

from __future__ import annotations

from datetime import date

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.plan_cards import plan_cards
from tests.support.collected import THEMES, collected, followed, said
from tests.support.office import needs_font, pages
from tests.support.printed_answers import LIBRARY, made


def test_the_newest_follow_up_tells_how_far_a_card_is() -> None:
    programme = collected()
    first = plan_cards(LIBRARY, programme)[0]
    assert (first.answers["status"], first.answers["follow_up_date"]) == ("Gennemført", date(2028, 10, 3))
    for document in ("plan", "apv-view", "plan-presentation", "status-sheet", "next-steps"):
        text = made(document, programme)
        assert "Gennemført" in text, document
        assert "3. oktober 2028" in text, document


def test_a_theme_without_a_card_shows_the_status_of_its_follow_up() -> None:
    programme = collected(follow_ups=[followed("restitution", date(2027, 10, 5), "I gang", date(2028, 4, 4))])
    assert plan_cards(LIBRARY, programme)[-1].answers["status"] == "I gang"


def test_the_status_sheet_tells_what_was_decided_last() -> None:
    text = made("status-sheet", collected())
    assert "Sidst: Vi skriver om next nye-ledere 2028-04-04" in text
    assert "2027-10-05" not in text


def test_tasks_that_are_agreed_stand_on_the_overview_next_time() -> None:
    text = made("next-steps", collected())
    assert "task1.who: HR" in text
    assert "16. februar 2027" in text
    assert "task6.who?" in text
    many = [{"kit": "samlet-plan", "what": f"Opgave {number}"} for number in range(8)]
    assert "task8.what: Opgave 7" in (text := made("next-steps", collected(agreements=many)))
    assert "task9.what?" in text
    assert "task10" not in text


@pytest.mark.parametrize("document", ["22", "32"])
def test_decks_start_from_what_was_found_before(document: str) -> None:
    text = made(document, collected())
    if document == "22":
        assert "Sparring: Felt 1, ”Vigtigt, men lykkes ikke godt”: vigtigt 5, lykkes 1,5 (median, 4 grupper)" in text
        assert " ".join(said("begrundelse", "sparring", 3).split()) in text
        assert " ".join(said("derfor valgte vi").split()) in text
    else:
        assert "Idéer fra sidst: Sparring" in text
        assert said("ideas", "sparring", 2).splitlines()[0] in text
        assert " ".join(said("missing", "sparring", 2).split()) in text


def test_the_worksheet_tells_what_the_first_workshop_found() -> None:
    text = made("theme-qualification", collected(qualification=[]), theme="sparring")
    assert "Fra workshop 1: Felt 1" in text
    assert "Mødelederen har de 4 begrundelser." in text
    assert "Fra workshop 1" not in made(
        "theme-qualification", collected(themes={"selected": list(THEMES)}), theme="sparring"
    )


def test_the_worksheet_gives_back_what_each_group_bases_its_mark_on() -> None:
    text = made("theme-qualification", collected(), theme="sparring")
    for group in range(1, 5):
        assert said("assessment_basis", "sparring", group).splitlines()[0] in text


def test_a_blank_card_shows_the_ideas_and_answers_nothing() -> None:
    text = made("action-card", collected(), theme="restitution")
    assert "Idéer fra sidst: Vi skriver om ideas restitution 1" in text
    assert "‹goal?:" in text
    assert "Idéer fra sidst" not in made("action-card", collected(), theme="nye-ledere")


def test_papers_for_a_workshop_still_fit_their_page() -> None:
    """Also with the line that tells what was found before, which takes room from what is to be written."""
    needs_font(ld.Brand.default().fonts.body)
    unqualified, uncarded = collected(qualification=[], action_cards=[]), collected(action_cards=[])
    made = [ld.build_document("theme-qualification", unqualified, theme=theme) for theme in THEMES]
    made += [ld.build_document("action-card", uncarded, theme=theme) for theme in THEMES]
    assert pages(made) == [1] * len(made)
