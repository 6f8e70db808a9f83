"""The deck that presents the plan: every card whole and in order, what each forum is asked, notes on every slide."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

import pptx
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
STORY = "title quote steps overview result"
FILLED = f"{STORY} result card card card card result result question question question result closing"
BLANK = f"{STORY} card result result question question result closing"
MAY_BE_EMPTY = {"kicker", "lead", "until", "label", "after"}
WHOLE = "Resten står på kort 1 i planen."


def deck(programme: ld.Programme | None = None, **fields: Any) -> Deck:
    if programme is None and fields:
        programme = ld.Programme.model_validate({"organisation": "Eksempel Kommune", **fields})
    return plan_presentation.deck(LIBRARY, (programme or ld.Programme.blank()).resolved(), COPY)


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a context with the key it stands under."""
    if isinstance(value, str | ld.Link):
        yield key, str(value)
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
    return [line_of(item) for item in slide.context["questions" if slide.kind == "question" else "items"]]


def line_of(item: dict[str, Any]) -> str:
    return "".join(map(str, item.values()))


def asked(made: Deck) -> list[Slide]:
    return [slide for slide in made.slides if slide.kind == "question"]


def title_of(role: str, forums: str = "") -> str:
    title: str = WORDS["asks"][role]["title"]
    return f"{forums}: {title}" if forums else title


def unbroken(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


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


NEXT = WORDS["next"]["proposal"]
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
        with zipfile.ZipFile(io.BytesIO(ld.build_document(number, filled()).bytes)) as package:
            rels = [package.read(part).decode() for part in package.namelist() if "slides/_rels" in part]
        assert "mailto:hr@eksempel.dk" in "".join(rels)


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
    roles = set(LIBRARY.samlet_plan.tool.plan_words.roles)
    assert set(WORDS["asks"]) == {*roles, "settled", "past"}
    assert all("in_short" in WORDS["asks"][role] for role in roles)
    assert set(WORDS["steps"]) == {step.value for step in ld.Step}
