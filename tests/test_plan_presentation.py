"""The deck that presents the plan: every card whole and in order, what each forum is asked, notes on every slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents import plan_presentation
from ledertrivsel_docs.documents.copy import Copy
from ledertrivsel_docs.documents.plan_cards import plan_cards
from ledertrivsel_docs.documents.slides import Deck, Slide
from ledertrivsel_docs.models.kit import KitDocument
from tests.support.programmes import LONG_TITLE, PROGRAMMES, filled

LIBRARY = ld.Library.default()
KIT = LIBRARY.kits["samlet-plan"]
COPY = Copy(KIT, KitDocument(number=41, id="plan-presentation", name="Præsentation af planen"))
WORDS = LIBRARY.words["plan-presentation"]
FILLED = "title quote steps result overview card card card card result result question question question result closing"
BLANK = "title quote steps result overview card result question result closing"
MAY_BE_EMPTY = {"kicker", "lead", "label"}


def deck(programme: ld.Programme | None = None, **fields: Any) -> Deck:
    if programme is None and fields:
        programme = ld.Programme.model_validate({"organisation": "Eksempel Kommune", **fields})
    return plan_presentation.deck(LIBRARY, (programme or ld.Programme.blank()).resolved(), COPY)


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a context with the key it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner, key)


def text(slide: Slide) -> str:
    return "\n".join(found for _, found in strings({k: v for k, v in slide.context.items() if k != "notes"}))


def notes(slide: Slide) -> str:
    return "\n".join(line["label"] + line["text"] for line in slide.context["notes"])


def titled(made: Deck, title: str) -> Slide:
    (found,) = (slide for slide in made.slides if slide.context["title"] == title)
    return found


def lines(slide: Slide) -> list[str]:
    return [item["text"] for item in slide.context["questions" if slide.kind == "question" else "items"]]


@pytest.mark.parametrize("name", PROGRAMMES)
class TestEveryDeck:
    def test_titles_are_unique(self, name: str) -> None:
        titles = [slide.context["title"] for slide in deck(PROGRAMMES[name]()).slides]
        assert len({title.casefold() for title in titles}) == len(titles)

    def test_every_slide_can_be_presented_by_a_stand_in(self, name: str) -> None:
        for slide in deck(PROGRAMMES[name]()).slides:
            assert slide.context["notes"], slide.context["title"]
            assert re.search(r"\b(Sig|Gør|Tema|Spørg): ", notes(slide)), slide.context["title"]

    def test_nothing_is_empty_or_left_over(self, name: str) -> None:
        for slide in deck(PROGRAMMES[name]()).slides:
            for key, found in strings(slide.context):
                assert found.strip() or key in MAY_BE_EMPTY, (slide.context["title"], key)
                assert "None" not in found
                assert not re.search(r"\{[a-z_]+\}", found), found

    def test_every_card_is_there_in_order_with_its_whole_goal(self, name: str) -> None:
        programme = (PROGRAMMES[name]() or ld.Programme.blank()).resolved()
        cards = [card for card in plan_cards(LIBRARY, programme) if card.theme]
        slides = [slide for slide in deck(programme).slides if slide.kind == "card"]
        for card, slide in zip(cards, slides, strict=bool(cards)):
            assert slide.context["title"].startswith(f"{card.number} ")
            assert str(card.answers.get("goal", WORDS["by_hand"]["goal"])) in text(slide)
            assert " ".join(str(card.title).split()) in notes(slide).splitlines()[1]
        assert len(slides) == max(len(cards), 1)


@pytest.mark.parametrize(("name", "kinds"), [("blank", BLANK), ("filled", FILLED)])
def test_the_slides_come_in_order(name: str, kinds: str) -> None:
    assert " ".join(slide.kind for slide in deck(PROGRAMMES[name]()).slides) == kinds


def test_the_purpose_is_the_sources_to_the_letter() -> None:
    slide = deck(filled()).slides[1]
    assert slide.context["lines"] == [LIBRARY.samlet_plan.tool.purpose.text]
    assert slide.context["said_by"] == LIBRARY.sources["samlet-plan"].footer


def test_the_days_are_the_plans() -> None:
    made = deck(filled())
    assert [step["time"] for step in titled(made, WORDS["made"]).context["steps"]] == [
        "12. januar 2027",
        "26. januar 2027",
        "9. februar 2027",
    ]
    assert made.slides[0].context["subtitle"] == "2027–2028 · Version 0.9 · I høring"
    rows = titled(made, "Planen i overblik").context["rows"]
    assert [row["follow_up"] for row in rows] == [
        "1. juni 2027",
        "1. oktober 2027",
        "15. juni 2027",
        "15. december 2027",
    ]
    assert "Vi følger op på hele planen den 22. juni 2027." in lines(titled(made, "Sådan følger vi op"))
    assert lines(titled(made, "Det sker der nu")) == [
        "24. februar 2027: Område-MED, høring (svarfrist 3. marts 2027)",
        "10. marts 2027: Hoved-MED, drøftelse",
        "17. marts 2027: AMO, drøftelse",
        "24. marts 2027: Direktionen, godkendelse",
        "Svarene indgår, når Direktionen beslutter planen. Planen gælder først, når Direktionen har godkendt den.",
    ]


def test_each_treatment_has_its_questions_and_names_its_forums() -> None:
    made = deck(filled())
    asked = {slide.context["title"]: slide for slide in made.slides if slide.kind == "question"}
    assert list(asked) == [WORDS["asks"][role]["title"] for role in ("Høring", "Drøftelse", "Godkendelse")]
    hearing, discussion, _ = asked.values()
    assert lines(hearing)[-1] == "Send svar senest onsdag den 3. marts 2027 til hr@eksempel.dk."
    assert discussion.context["kicker"] == "Hoved-MED den 10. marts 2027 · AMO den 17. marts 2027"
    for slide in asked.values():
        assert "Skjul dem, der ikke er til dette forum." in notes(slide)


def test_many_forums_are_named_as_far_as_there_is_room() -> None:
    names = [f"Område-MED nummer {number}" for number in range(1, 6)]
    forums = [
        {"name": name, "role": "høring", "date": date(2027, 2, 24), "deadline": date(2027, 3, 3)} for name in names
    ]
    few, many = (titled(deck(plan={"forums": forums[:n]}), WORDS["asks"]["Høring"]["title"]) for n in (3, 5))
    assert few.context["kicker"] == " · ".join(names[:3])
    assert many.context["kicker"] == " · ".join(names[:3]) + " · …"
    assert "Område-MED nummer 5 den 24. februar 2027 (svarfrist 3. marts 2027)" in notes(many)
    assert names[4] in "\n".join(lines(titled(deck(plan={"forums": forums}), WORDS["next"])))


FORUM = {"name": "AMO", "role": "drøftelse", "date": date(2027, 3, 17)}


@pytest.mark.parametrize(
    ("plan", "roles"),
    [
        ({}, ["open"]),
        ({"forums": [{"name": "Lederforum"}]}, ["open"]),
        ({"forums": [FORUM]}, ["Drøftelse"]),
        ({"forums": [FORUM, {"name": "Lederforum"}]}, ["Drøftelse", "open"]),
        ({"forums": [FORUM], "status": "i høring"}, ["Drøftelse", "Høring"]),
        ({"forums": [{**FORUM, "outcome": "Ros"}, {"name": "Chefer", "role": "orientering"}]}, ["Orientering"]),
        ({"forums": [{**FORUM, "outcome": "Ros"}]}, ["open"]),
        ({"forums": [FORUM], "status": "godkendt"}, ["settled"]),
    ],
)
def test_only_what_is_still_to_come_is_asked(plan: dict[str, Any], roles: list[str]) -> None:
    titles = [slide.context["title"] for slide in deck(plan=plan).slides if slide.kind == "question"]
    assert titles == [WORDS["asks"][role]["title"] for role in roles]


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
    assert lines(titled(deck(plan=plan), WORDS["next"])) == said


def test_a_hearing_without_a_forum_asks_for_answers() -> None:
    contact = {"email": "hr@eksempel.dk"}
    slide = titled(deck(plan={"status": "i høring"}, contact=contact), WORDS["asks"]["Høring"]["title"])
    assert lines(slide)[-1] == "Send svar til hr@eksempel.dk."
    assert not slide.context["kicker"]


def test_a_blank_deck_has_places_to_write_and_says_how_to_copy_a_card() -> None:
    made = deck()
    card = titled(made, "1 Skriv temaet her")
    assert "vælg Dupliker" in notes(card)
    assert all(field["text"].startswith("Skriv ") for field in card.context["fields"])
    assert all(fact["value"].startswith("Skriv ") for fact in card.context["facts"])
    assert made.slides[0].context["kicker"].startswith("Skriv ")
    for title in ("Sådan valgte vi", "Sådan følger vi op", WORDS["next"]):
        assert all(line.startswith("Skriv ") for line in lines(titled(made, title)))
    assert len(titled(made, "Planen i overblik").context["rows"]) == 5


def test_parked_themes_have_a_slide_only_if_there_are_any() -> None:
    assert all(slide.context["title"] != WORDS["parked"] for slide in deck().slides)
    (line,) = lines(titled(deck(filled()), WORDS["parked"]))
    assert line.startswith("Hvordan samarbejder ledelsen på tværs?\nDen nye organisationsplan er ikke vedtaget.")
    assert line.endswith("Direktionen svarer senest den 1. april 2027.")


def test_a_long_theme_is_short_in_the_title_and_whole_on_the_card() -> None:
    made = deck(themes={"own": [{"id": "langt", "title": LONG_TITLE}], "selected": ["langt"]})
    (card,) = (slide for slide in made.slides if slide.kind == "card")
    assert len(card.context["title"]) <= 46
    assert card.context["fields"][0] == {"label": "Tema", "text": LONG_TITLE}


def test_a_long_owner_is_short_beside_the_card_and_whole_on_it() -> None:
    owner = "Den leder, der ansætter, sammen med HR og den, der er valgt til mentor i de første seks måneder"
    made = deck(themes={"selected": ["sparring"]}, action_cards=[{"theme": "sparring", "owner": owner}])
    card = titled(made, "1 Sparring")
    assert card.context["fields"][0] == {"label": "Hvem er ansvarlig?", "text": owner}
    assert card.context["facts"][0]["value"].endswith(" …")


def test_a_card_outside_the_choice_says_so() -> None:
    made = deck(themes={"selected": ["sparring"]}, action_cards=[{"theme": "restitution", "goal": "Pauser"}])
    kickers = [slide.context["kicker"] for slide in made.slides if slide.kind == "card"]
    assert kickers == ["Action card", "Action card · uden for de valgte temaer"]


def test_the_notes_hold_the_answers_that_no_slide_shows() -> None:
    card = titled(deck(filled()), "2 Sparring")
    assert "Hvor og hvornår anvendes action cardet? Hele året." in notes(card)
    assert "Hvor får jeg hjælp som ansvarlig? Arbejdsmiljørådgiverne hjælper" in notes(card)
    assert "Hvordan følger jeg op som ansvarlig? HR spørger alle par" in notes(card)
    assert "Kort 1: Direktionen afklarer, hvor meget tid" in notes(titled(deck(filled()), "Sådan følger vi op"))
    assert "Mentorordning på skoleområdet" in notes(titled(deck(filled()), "Sådan valgte vi"))


def test_many_cards_are_too_many_to_present() -> None:
    chosen = [theme.id for theme in LIBRARY.samlet_plan.themes.themes]
    assert "Planen har 12 kort." in notes(titled(deck(themes={"selected": chosen}), "Planen i overblik"))
    assert "Planen har" not in notes(titled(deck(themes={"selected": chosen[:5]}), "Planen i overblik"))


def test_no_single_rating_is_shown() -> None:
    """A group's marks stay in the room: the deck tells only in which field the chosen themes lie."""
    ratings = [
        {"theme": "sparring", "importance": importance, "success": success, "group": group}
        for group, (importance, success) in enumerate([(5, 1), (4, 2), (5, 1)], 1)
    ]
    made = deck(participants=4, themes={"selected": ["sparring"], "ratings": ratings})
    told = "\n".join(text(slide) + notes(slide) for slide in made.slides)
    assert "Det valgte tema ligger i feltet" in told
    assert not re.search(r"(?i)\bgruppe \d|importance|success", told)


def test_words_for_every_treatment() -> None:
    roles = set(LIBRARY.samlet_plan.tool.plan_words.forum_role)
    assert set(WORDS["asks"]) == {*roles, "open", "settled"}
    assert WORDS["hearing_role"] in roles
    assert all("in_short" in WORDS["asks"][role] for role in roles)
    assert set(WORDS["steps"]) == {stage.step.value for stage in KIT.stages}
