"""The action cards in the deck of the plan: whole where there is room, and told where the rest is."""

from __future__ import annotations

import io

import pptx
import pytest

import ledertrivsel_docs as ld
from tests.support.plan_decks import LIBRARY, deck, notes, titled, unbroken
from tests.support.programmes import LONG_TITLE, filled

WHOLE = "Resten står på kort 1 i planen."


def test_a_long_theme_is_short_in_the_title_and_whole_on_the_card() -> None:
    made = deck(themes={"own": [{"id": "langt", "title": LONG_TITLE}], "selected": ["langt"]})
    (card,) = (slide for slide in made.slides if slide.kind == "card")
    assert len(card.context["title"]) <= 48
    assert card.context["fields"][0]["label"] == "Tema"
    assert unbroken(card.context["fields"][0]["lines"][0]) == LONG_TITLE


def test_a_long_owner_is_short_beside_the_card_and_whole_on_it() -> None:
    owner = "Den leder, der ansætter, sammen med HR og den, der er valgt til mentor i de første seks måneder"
    made = deck(themes={"selected": ["sparring"]}, action_cards=[{"theme": "sparring", "owner": owner}])
    card = titled(made, "Kort 1: Sparring")
    assert card.context["fields"][0] == {"label": "Hvem er ansvarlig?", "lines": [owner]}
    assert card.context["facts"][0]["value"].endswith(" …")


def test_a_card_outside_the_choice_says_so() -> None:
    made = deck(themes={"selected": ["sparring"]}, action_cards=[{"theme": "restitution", "goal": "Pauser"}])
    kickers = [slide.context["kicker"] for slide in made.slides if slide.kind == "card"]
    assert kickers == ["Action card", "Action card · uden for de valgte temaer"]


def test_the_notes_hold_the_answers_that_no_slide_shows() -> None:
    card = titled(deck(filled()), "Kort 2: Sparring")
    assert "Hvor og hvornår anvendes action cardet? Hele året." in notes(card)
    assert "Hvor får jeg hjælp som ansvarlig? Arbejdsmiljørådgiverne hjælper" in notes(card)
    assert "Hvordan følger jeg op som ansvarlig? HR spørger alle par" in notes(card)


def test_a_card_has_a_paragraph_for_each_task_and_four_facts() -> None:
    card = titled(deck(filled()), "Kort 1: Nye ledere")
    tasks = card.context["fields"][1]["lines"]
    assert [line.partition(":")[0] for line in tasks] == ["Nærmeste leder", "HR", "Mentor"]
    facts = {fact["label"]: fact["value"] for fact in card.context["facts"]}
    assert list(facts) == ["Ansvarlig", "Gælder fra", "Næste opfølgning", "Status"]
    assert facts["Gælder fra"] == "1. april 2027"


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ("To\n\n linjer ", ["To", "linjer"]),
        ("En sætning med nogle ord. " * 40, ["En sætning med nogle ord. " * 22 + "En sætning med nogle ord. …", WHOLE]),
        ("Kort\n" * 20, ["Kort"] * 7 + ["Kort …", WHOLE]),
        ("x" * 590 + "\nog mere end det", ["x" * 590 + " …", WHOLE]),
    ],
)
def test_a_long_answer_is_cut_and_says_where_the_rest_is(answer: str, shown: list[str]) -> None:
    made = deck(themes={"selected": ["sparring"]}, action_cards=[{"theme": "sparring", "tasks": answer}])
    assert titled(made, "Kort 1: Sparring").context["fields"][1]["lines"] == shown


def test_what_many_short_lines_have_no_room_for_goes_on_on_a_next_slide() -> None:
    """Each with its label, and none of them twice."""
    lines = [f"Rolle {number}: {'gør noget sammen med de andre ' * 2}" for number in range(7)]
    card = {"theme": "sparring", **dict.fromkeys(("goal", "tasks", "representatives_role"), "\n".join(lines))}
    programme = ld.Programme.model_validate(
        {"organisation": "Eksempel", "themes": {"selected": ["sparring"]}, "action_cards": [card]}
    )
    slides = pptx.Presentation(io.BytesIO(ld.build_document("41", programme).bytes)).slides
    frames = [shape.text_frame.text for slide in slides for shape in slide.placeholders if shape.has_text_frame]
    said = [found for found in frames if "Rolle" in found]
    assert "\n".join(said).count("Rolle 0") == 3
    assert all(found.startswith("Hv") for found in said)


def test_many_cards_are_too_many_to_present() -> None:
    chosen = [theme.id for theme in LIBRARY.samlet_plan.themes.themes]
    assert "Planen har 12 kort." in notes(titled(deck(themes={"selected": chosen}), "Planen i overblik"))
    assert "Planen har" not in notes(titled(deck(themes={"selected": chosen[:5]}), "Planen i overblik"))
