"""The plan: what it tells of a programme, and that nothing in it is said that the programme doesn't say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from lxml import etree

import ledertrivsel_docs as ld
from ledertrivsel_docs.documents.frame import shortened
from ledertrivsel_docs.documents.plan_cards import IN_OVERVIEW, plan_cards
from tests.support.outline import outline
from tests.support.programmes import LONG_TITLE, extreme, filled

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIBRARY = ld.Library.default()
THEMES = tuple(LIBRARY.samlet_plan.themes.by_id())


def plan(programme: ld.Programme | None = None, **fields: Any) -> bytes:
    if programme is None and fields:
        programme = ld.Programme.model_validate({"organisation": "Eksempel Kommune", **fields})
    return ld.build_document("plan", programme).bytes


def body(data: bytes, part: str = "document") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(f"word/{part}.xml"))


def words(data: bytes) -> str:
    paragraphs = ("".join(text.text or "" for text in p.iter(f"{W}t")) for p in body(data).iter(f"{W}p"))
    return "\n".join(paragraphs)


def tags(data: bytes) -> set[str]:
    return {tag.get(f"{W}val", "") for tag in body(data).iter(f"{W}tag")}


@pytest.mark.parametrize("make", [lambda: None, filled, extreme], ids=["blank", "filled", "extreme"])
def test_every_link_inside_the_plan_leads_somewhere(make: Any) -> None:
    tree = body(plan(make()))
    marks = [mark.get(f"{W}name", "") for mark in tree.iter(f"{W}bookmarkStart")]
    wanted = {link.get(f"{W}anchor") for link in tree.iter(f"{W}hyperlink")} - {None}
    assert wanted == set(marks)
    assert len(marks) == len(set(marks))
    assert all(mark.replace("_", "").isalnum() and len(mark) <= 40 for mark in marks), marks


def test_word_prompts_for_nothing() -> None:
    data = plan(filled())
    assert body(data, "settings").find(f"{W}updateFields") is None
    fields = {code.text.strip() for code in body(data).iter(f"{W}instrText") if code.text}
    assert not fields


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


def test_the_choice_is_told_from_what_the_programme_says() -> None:
    told = words(plan(filled()))
    assert (
        "18 deltagere arbejdede i grupper den 12. januar 2027. Grupperne vurderede otte af de 13 temaer: Hvor" in told
    )
    assert "3 og derover regnes som højt" in told
    assert "”Vigtigt, men lykkes ikke godt”: kort 1, 2 og 3" in told
    assert "”Vigtigt og lykkes godt”: kort 4" in told
    assert "Vi inddrager MED, AMO og lederforeningerne." in told


RATINGS = [{"theme": "sparring", "importance": 5, "success": 1, "group": 1}]


@pytest.mark.parametrize(
    ("fields", "said", "unsaid"),
    [
        ({"themes": {"selected": ["3"]}}, "Hvem valgte temaerne", "vurderede"),
        (
            {"themes": {"selected": ["3"], "ratings": RATINGS}},
            "Én gruppe vurderede ét af de 12 temaer: Hvor vigtigt er det",
            " den ",
        ),
        ({"themes": {"selected": ["3"], "ratings": RATINGS}}, "Det valgte tema ligger i feltet", "Uden vurdering"),
        ({"themes": {"selected": ["3", "4"], "ratings": RATINGS}}, "Uden vurdering: kort 2", "Alle to"),
        ({"themes": {"selected": ["4"], "ratings": RATINGS}}, "vurderede ét af de 12 temaer", "Prioriteringskortet"),
        ({"participants": 4}, "Fire deltagere var med.", "vurderede"),
        ({"themes": {"ratings": [{**RATINGS[0], "group": None}]}}, "Vi vurderede ét af de 12 temaer", "rupper"),
        (
            {"workshops": {"prepare": {"date": date(2027, 1, 12)}}, "themes": {"ratings": RATINGS}},
            "Én gruppe vurderede ét af de 12 temaer den 12. januar 2027:",
            "deltager",
        ),
    ],
)
def test_nothing_is_told_that_isnt_known(fields: Mapping[str, Any], said: str, unsaid: str) -> None:
    told = words(plan(**fields))
    story = told[told.index("\nSådan valgte vi\n") : told.index("\nSådan følger vi op\n")]
    assert said in story
    assert unsaid not in story


def test_parked_themes_say_who_answers_by_when() -> None:
    parked = [
        {"theme": "4", "who": "Direktionen", "answer_by": date(2027, 4, 1)},
        {"theme": "5", "who": "HR"},
        {"theme": "6", "answer_by": date(2027, 5, 3)},
        {"theme": "7"},
    ]
    told = words(plan(themes={"parked": parked}))
    answers = ("Direktionen svarer senest den 1. april 2027.", "HR svarer.", "Svaret kommer senest den 3. maj 2027.")
    for said in (*answers, "Hvem svarer, og hvornår?"):
        assert said in told


def test_what_there_is_already_stands_once() -> None:
    answers = [{"theme": "sparring", "group": n, "existing": "Mentorordning\nNetværk"} for n in (1, 2)]
    told = words(plan(qualification=answers)).splitlines()
    assert told.count("Mentorordning") == told.count("Netværk") == 1


def test_the_overview_names_the_cards_that_nobody_has_taken() -> None:
    card = {"theme": "sparring", "owner": "HR", "follow_up_date": date(2027, 6, 1)}
    chosen = {"selected": ["sparring", "restitution"]}
    assert "To action cards. Kort 2 er ikke skrevet endnu." in words(plan(themes=chosen, action_cards=[card]))
    begun = {"theme": "restitution", "goal": "Pauser"}
    assert "To action cards. Kort 2 mangler en ansvarlig" in words(plan(themes=chosen, action_cards=[card, begun]))
    assert "Hvert kort har en ansvarlig" in words(plan(filled()))


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
    assert "Svarfristen" in said or "Svarfristen" not in told or not fields.get("contact")
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
    tree = body(plan(filled()))
    titles = [alias.get(f"{W}val") for alias in tree.iter(f"{W}alias")]
    assert len(set(titles)) == len(titles)
    assert {"Kort 4: Tema", "Kort 4: Status", "Oversigt, kort 4: Status", "Opfølgning, kort 4: Hvem"} <= set(titles)
    captions = [caption.get(f"{W}val") for caption in tree.iter(f"{W}tblCaption")]
    assert len(set(captions)) == len(captions)
    assert "Kort 4: spørgsmål og svar" in captions


def test_a_blank_plan_has_five_cards_and_takes_those_written_by_hand() -> None:
    told = words(plan())
    assert "Kort 5: Skriv jeres tema her" in told
    assert "Kort 6" not in told
    assert "læg dem ind her" in told
    assert "læg dem ind her" not in words(plan(filled()))


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
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert (f"mailto:{email}" in package.read("word/_rels/document.xml.rels").decode()) is is_link
    assert email in words(data)


def test_the_cover_has_a_foot_of_its_own_and_no_header() -> None:
    data = plan(filled())
    section = next(body(data).iter(f"{W}sectPr"))
    assert section.find(f"{W}titlePg") is not None
    assert [h.get(f"{W}type") for h in section.findall(f"{W}headerReference")] == ["default"]
    assert "first" in [f.get(f"{W}type") for f in section.findall(f"{W}footerReference")]


def test_words_for_every_status() -> None:
    own, status = LIBRARY.words["plan"], LIBRARY.samlet_plan.tool.plan_words.statuses
    assert {*own["status_text"], "in_hearing"} == set(status)
    assert set(own["change_by_status"]) <= set(status)
    assert own["proposed"] in LIBRARY.samlet_plan.action_card.status_words


def test_advice_is_the_sources_to_the_letter() -> None:
    told = outline(plan())
    advice = LIBRARY.samlet_plan.action_card.advice
    for text in (advice.publish, advice.follow_up):
        assert f"”{text}”" in told


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


@pytest.mark.parametrize(("status", "said"), [("udkast", "Vi inddrager MED."), ("godkendt", "Vi har inddraget MED.")])
def test_who_is_involved_is_told_of_as_done_when_the_plan_is_decided_on(status: str, said: str) -> None:
    assert said in words(plan(plan={"status": status}, anchoring={"involved": ["MED"]}))
