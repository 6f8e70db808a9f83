"""The deck that presents the plan: every card in order, notes on every slide, nothing told that isn't known."""

from __future__ import annotations

import re

import pytest

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.plan_cards import plan_cards
from tests.support.packages import unzipped
from tests.support.plan_decks import LIBRARY, NEXT, WORDS, asked, deck, lines, notes, strings, text, titled, unbroken
from tests.support.programmes import PROGRAMMES, filled

STORY = "title quote steps overview result"
FILLED = f"{STORY} result card card card card result result question question question result closing"
BLANK = f"{STORY} card result result question question result closing"
MAY_BE_EMPTY = {"kicker", "lead", "until", "label", "after"}


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
                assert "\n" not in found or slide.kind == "title", (slide.context["title"], key)
                assert "None" not in found
                assert not re.search(r"\{[a-z_]+\}", found), found

    def test_every_card_is_there_in_order_with_its_goal(self, name: str) -> None:
        programme = (PROGRAMMES[name]() or ld.Programme.blank()).resolved()
        cards = [card for card in plan_cards(LIBRARY, programme) if card.theme]
        slides = [slide for slide in deck(programme).slides if slide.kind == "card"]
        for card, slide in zip(cards, slides, strict=bool(cards)):
            goal = " ".join(str(card.answers.get("goal", WORDS["by_hand"]["goal"])).split())
            assert slide.context["title"].startswith(f"Kort {card.number}: ")
            assert goal[:200] in unbroken(text(slide)).replace("\n", " ")
            assert " ".join(str(card.title).split()) in notes(slide).splitlines()[1]
        assert len(slides) == max(len(cards), 1)


@pytest.mark.parametrize(("name", "kinds"), [("blank", BLANK), ("filled", FILLED)])
def test_the_slides_come_in_order(name: str, kinds: str) -> None:
    assert " ".join(slide.kind for slide in deck(PROGRAMMES[name]()).slides) == kinds


def test_the_purpose_is_the_sources_to_the_letter() -> None:
    slide = deck(filled()).slides[1]
    why, purpose = slide.context["lines"]
    whole = str(LIBRARY.samlet_plan.tool.purpose.text)
    assert why == WORDS["by_hand"]["why"]
    assert purpose == f"Værktøjets formål er ”a{whole[1:]}”"
    assert slide.context["said_by"] == LIBRARY.sources["samlet-plan"].footer


def test_the_days_are_the_plans() -> None:
    made = deck(filled())
    assert [step["time"] for step in titled(made, WORDS["made"]).context["steps"]] == [
        "12. januar 2027",
        "26. januar 2027",
        "9. februar 2027",
    ]
    assert unbroken(made.slides[0].context["subtitle"]).splitlines() == [
        "2027–2028 · Version 0.9 · I høring",
        "Planen er et forslag, som Direktionen tager stilling til den 24. marts 2027.",
    ]
    rows = titled(made, "Planen i overblik").context["rows"]
    assert [row["follow_up"] for row in rows] == [
        "1. juni 2027",
        "1. oktober 2027",
        "15. juni 2027",
        "15. december 2027",
    ]
    assert rows[3]["goal"] == "Ledere kender deres medarbejderes hverdag, også når de sjældent ser dem."
    assert lines(titled(made, "Sådan følger vi op")) == [
        "Planen er forankret hos HR og AMO.",
        "Kortene gælder fra den 1. april 2027.",
        "1. juni 2027: Nye ledere (Nærmeste leder)",
        "15. juni 2027: Restitution (Direktionen)",
        "1. oktober 2027: Sparring (HR)",
        "5. oktober 2027: Hele planen (HR og AMO)",
        f"15. december 2027: {rows[3]['theme']} (Centercheferne)",
    ]
    assert lines(titled(made, "Sådan bliver planen behandlet")) == [
        "24. februar 2027: Område-MED, høring (svarfrist 3. marts 2027)",
        "10. marts 2027: Hoved-MED, drøftelse",
        "17. marts 2027: AMO, drøftelse",
        "24. marts 2027: Direktionen, godkendelse",
        "Svarene indgår, når Direktionen træffer beslutning om planen. "
        "Planen gælder først, når Direktionen har godkendt den.",
        "Kortene gælder fra den 1. april 2027.",
        WORDS["by_hand"]["published"],
    ]


def test_a_blank_deck_has_places_to_write_and_says_how_to_copy_a_card() -> None:
    made = deck()
    card = titled(made, "Kort 1: Skriv temaet her")
    assert "vælg Dupliker" in notes(card)
    assert all(line.startswith("Skriv ") for field in card.context["fields"] for line in field["lines"])
    assert all(fact["value"].startswith("Skriv ") for fact in card.context["facts"])
    assert made.slides[0].context["kicker"].startswith("Skriv ")
    for title in ("Sådan valgte vi", "Parkeret og uafklaret", "Sådan følger vi op", NEXT):
        assert all(line.startswith("Skriv ") for line in lines(titled(made, title)))
    assert len(titled(made, "Planen i overblik").context["rows"]) == 5
    hearing, discussion = asked(made)
    assert hearing.context["lead"] == discussion.context["lead"] == "Skriv forum og dato her"
    assert "Skjul dem, der ikke er til dette forum." in notes(hearing)
    assert lines(hearing)[-1] == "Send svar senest (skriv datoen) til (skriv mail)"


def test_what_is_parked_and_what_is_not_settled_share_a_slide() -> None:
    assert lines(titled(deck(filled()), "Parkeret og uafklaret")) == [
        "Parkeret: Hvordan samarbejder ledelsen på tværs? Den nye organisationsplan er ikke vedtaget. Vi ved først"
        " bagefter, hvor samarbejdet halter. Direktionen svarer senest den 1. april 2027.",
        "Kort 1: Direktionen afklarer, hvor meget tid en mentor kan bruge.",
        "Kort 2: HR undersøger, hvor mange ledere der vil være med.",
    ]
    themes = {"selected": ["sparring"], "parked": [{"theme": "restitution", "who": "HR"}]}
    missing = [{"theme": "sparring", "missing": "Hvor meget tid?"}]
    assert lines(titled(deck(themes=themes), "Parkeret er ikke glemt"))[0].endswith("restitution? HR svarer.")
    assert lines(
        titled(deck(themes={"selected": ["sparring"]}, qualification=missing), "Det mangler vi at afklare")
    ) == ["Kort 1: Hvor meget tid?"]
    titles = [slide.context["title"] for slide in deck(themes={"selected": ["sparring"]}).slides]
    assert not {"Parkeret og uafklaret", "Parkeret er ikke glemt", "Det mangler vi at afklare"} & set(titles)


def test_what_there_is_already_is_shown() -> None:
    assert lines(titled(deck(filled()), "Det har vi allerede")) == [
        "Mentorordning på skoleområdet",
        "Lederintroduktion to gange om året",
    ]
    assert "Det har vi allerede" not in [slide.context["title"] for slide in deck().slides]


def test_the_story_is_short_and_the_notes_answer_what_is_asked() -> None:
    slide = titled(deck(filled()), "Sådan valgte vi")
    assert lines(slide) == [
        "18 deltagere arbejdede i grupper den 12. januar 2027.",
        "Grupperne vurderede otte af de 13 temaer: Hvor vigtige er de, og hvor godt lykkes vi?",
        "”Vigtigt, men lykkes ikke godt”: kort 1, 2 og 3",
        "”Vigtigt og lykkes godt”: kort 4",
        "Vi inddrager MED, AMO og lederforeningerne.",
    ]
    assert "hvordan tallene er gjort op: Vi har brugt medianen" in notes(slide)
    assert "hvorfor kort 4 er med, når det lykkes godt:" in notes(slide)
    assert "hvorfor fem temaer ikke er vurderet:" in notes(slide)
    assert "medianen" not in notes(titled(deck(), "Sådan valgte vi"))
    assert "ikke er vurderet" not in notes(titled(deck(), "Sådan valgte vi"))


@pytest.mark.parametrize("name", PROGRAMMES)
def test_the_times_in_the_notes_add_up(name: str) -> None:
    """For one forum, with the cards there is time for; a blank deck's card is copied."""
    made = deck(PROGRAMMES[name]())
    found = [int(minutes) for slide in made.slides[1:] for minutes in re.findall(r"Tid: Ca\. (\d+)", notes(slide))]
    further = 5 * (len(asked(made)) - 1) - (4 if name == "blank" else 0)
    assert f"Tid: Ca. {sum(found) - further} minutter i alt" in notes(made.slides[0])


def test_the_contact_on_the_last_slide_is_a_link() -> None:
    closing = deck(contact={"name": "HR", "email": "hr@eksempel.dk"}).slides[-1].context
    assert closing["contact"] + str(closing["mail"]) == "HR · hr@eksempel.dk"
    assert closing["mail"].target == "mailto:hr@eksempel.dk"
    for number in ("12", "22", "32", "41"):
        members = unzipped(ld.build_document(number, filled()).bytes)
        assert any(b"mailto:hr@eksempel.dk" in content for part, content in members.items() if "slides/_rels" in part)


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
    roles = set(LIBRARY.samlet_plan.tool.plan_words.roles)
    assert set(WORDS["asks"]) == {*roles, "settled", "past"}
    assert all("in_short" in WORDS["asks"][role] for role in roles)
    assert set(WORDS["steps"]) == {step.value for step in ld.Step}
