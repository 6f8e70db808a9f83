"""What participants get before a workshop: the invitation, and what is known of managers' well-being."""

from __future__ import annotations

import re
from datetime import time

import pytest

import ledertrivsel_docs as ld
from tests.support.outline import outline
from tests.support.programmes import filled, long, programme_of, with_themes
from tests.support.sheets import DAY, PLAN
from tests.support.word import blocks, texts, tree


class TestKnownFacts:
    def test_quotes_the_source_and_asks_as_the_map_does(self) -> None:
        text = outline(ld.build_document("known-facts").bytes)
        for said in (PLAN.tool.knowledge.title, PLAN.tool.knowledge.text, PLAN.priority_map.discussion.questions[1]):
            assert str(said) in text

    def test_every_place_to_know_from_has_room_for_what_it_says_and_does_not(self) -> None:
        text = outline(ld.build_document("known-facts").bytes)
        for row in ("survey", "apv", "absence", "fora", "representatives", "voices", "other"):
            assert all(f"‹{row}.{cell}?: " in text for cell in ("source", "tells", "not"))

    def test_warns_of_personal_data(self) -> None:
        text = outline(ld.build_document("known-facts").bytes)
        assert "grupper på mindst fem" in text
        assert "Kun samlede tal, aldrig enkeltpersoner" in text

    def test_says_who_has_filled_it_in(self) -> None:
        assert "‹filled_by: HR og Arbejdsmiljø›" in outline(ld.build_document("known-facts", filled()).bytes)


class TestInvitation:
    @pytest.mark.parametrize(
        ("step", "when", "attached"),
        [
            ("prepare", "tirsdag den 12. januar 2027 kl. 9.00–10.30", "13 Forberedelse - vurdér temaerne"),
            ("qualify", "tirsdag den 26. januar 2027 kl. 9.00–10.10", "23 Viden og mandat siden sidst"),
            ("concretise", "tirsdag den 9. februar 2027 kl. 12.30–14.30", "33 Action card - eksempel"),
        ],
    )
    def test_known_it_is_ready_to_send(self, step: str, when: str, attached: str) -> None:
        data = ld.build_document("invitation", filled(), step=step).bytes
        text = outline(data)
        said = texts(data)
        assert f"Hvornår: {when}" in said
        assert {"Hvor: Byrådssalen", "Mødeleder: HR"} <= set(said)
        assert any(attached in line for line in said)
        assert "Venlig hilsen\nDirektionen\nEksempel Kommune" in said
        assert any("Skriv til HR og Arbejdsmiljø, hr@eksempel.dk." in line for line in said)
        day, _, _ = when.partition(" kl.")
        assert any(line.startswith("Invitation: ") and line.endswith(day) for line in said)
        assert "‹" not in text
        assert "Kopiér emne og tekst ind i en mail" in text

    def test_many_themes_are_told_in_one_sentence(self) -> None:
        themes = ld.Library.default().samlet_plan.themes.themes
        said = texts(ld.build_document("invitation", with_themes(12, participants=120), step="qualify").bytes)
        [told] = [line for line in said if line.startswith("Det er temaerne:")]
        assert all(theme.short in told for theme in themes)
        assert "Hvordan modtager vi nye ledere?" not in said

    def test_the_worksheets_are_attached_once_they_can_be(self) -> None:
        said = texts(ld.build_document("invitation", filled(), step="concretise").bytes)
        assert any(
            line.startswith("Når HR har skrevet arbejdsarkene fra workshop 2 ind eller scannet") for line in said
        )

    def test_tells_what_happens_when(self) -> None:
        said = texts(ld.build_document("invitation", filled(), step="prepare").bytes)
        assert [line for line in said if line.startswith("kl.")] == [
            "kl.\xa09.00: Velkommen",
            "kl.\xa09.15: Præsentation af værktøjet",
            "kl.\xa09.25: Prioritér temaerne",
            "kl.\xa010.25: Afrunding",
        ]
        assert any("Vi ser på 13 temaer" in line for line in said)

    def test_the_introduction_takes_its_time(self) -> None:
        workshops = {"prepare": {**DAY, "start": time(9), "intro": True}}
        said = texts(ld.build_document("10", programme_of(workshops=workshops)).bytes)
        assert "kl.\xa09.15: Introduktion til lederes trivsel" in said
        assert "Hvornår: tirsdag den 12. januar 2027 kl. 9.00–11.15" in said

    def test_blank_it_has_a_place_for_everything(self) -> None:
        text = outline(ld.build_document("invitation", step="prepare").bytes)
        for place in ("when.date", "when.time", "where.place", "who.facilitator", "opening.sender", "contact.contact"):
            assert f"‹{place}?: " in text
        assert "(90 minutter)" in text
        assert "None" not in text
        assert "Udfyld det, der står med lys skrift" in text
        for place in ("calendar.qualify", "calendar.concretise"):
            assert f"‹{place}?: ugedag og dato›" in text

    def test_a_mail_has_no_table_and_no_empty_facts(self) -> None:
        body = tree(ld.build_document("invitation", filled(), step="qualify").bytes)[0]
        found = blocks(body)
        assert [isinstance(block, list) for block in found].count(True) == 1
        assert isinstance(found[3], list)  # after kicker, title and lead: what to attach

    def test_names_the_themes_and_where_the_plan_goes(self) -> None:
        said = texts(ld.build_document("invitation", filled(), step="concretise").bytes)
        assert {"Hvordan sikrer vi sparring?", "Hvordan leder vi på afstand?"} <= set(said)
        [after] = [line for line in said if line.startswith("Planen bliver derefter")]
        order = ["Område-MED den 24. februar 2027", "Hoved-MED den 10. marts 2027", "Direktionen den 24. marts 2027"]
        assert re.search(".*".join(order), after)

    def test_one_day_is_one_invitation(self) -> None:
        workshops = {"prepare": {**DAY, "start": "9.00", "place": "Kantinen"}, "qualify": DAY, "concretise": DAY}
        made = programme_of(workshops=workshops, anchoring={"sender": "Direktionen"})
        first, second, third = (texts(ld.build_document(number, made).bytes) for number in ("10", "20", "30"))
        assert "Hvornår: tirsdag den 12. januar 2027 kl. 9.00–14.40" in first
        program = [re.sub(r"\. .*", "", line) for line in first if line.startswith("kl.")]
        assert program == [
            "kl.\xa09.00–10.30: Vi vælger temaer",
            "kl.\xa010.30–10.45: Pause",
            "kl.\xa010.45–11.55: Vi går i dybden med temaerne",
            "kl.\xa011.55–12.40: Frokost",
            "kl.\xa012.40–14.40: Vi samler planen",
        ]
        for later in (second, third):
            assert "Mailen fra ”10 Invitation”" in later
            assert any("”10 Invitation” gælder for hele dagen" in line for line in later)
            assert any(line.startswith("Direktionen inviterer til en dag") for line in later)

    def test_the_last_two_on_one_day(self) -> None:
        workshops = {"prepare": DAY, "qualify": {"date": "2027-01-26", "start": "9.00"}, "concretise": {}}
        workshops["concretise"] = {"date": "2027-01-26"}
        made = programme_of(workshops=workshops)
        assert "Mailen fra ”10 Invitation”" not in texts(ld.build_document("20", made).bytes)
        assert any("to sidste workshopper" in line for line in texts(ld.build_document("20", made).bytes))
        assert "Mailen fra ”20 Invitation”" in texts(ld.build_document("30", made).bytes)

    def test_the_first_one_names_the_dates_of_the_others(self) -> None:
        said = texts(ld.build_document("10", filled()).bytes)
        [line] = [line for line in said if line.startswith("Sæt også kryds")]
        assert "workshop 2 tirsdag den 26. januar 2027 kl. 9.00–10.10" in line
        assert "workshop 3 tirsdag den 9. februar 2027 kl. 12.30–14.30" in line
        day = programme_of(workshops={"prepare": DAY, "qualify": DAY, "concretise": DAY})
        assert not any("kryds i kalenderen" in line for line in texts(ld.build_document("10", day).bytes))

    @pytest.mark.parametrize(
        ("number", "day"), [("10", "22. december 2026"), ("20", "19. januar 2027"), ("30", "2. februar 2027")]
    )
    def test_says_when_to_send_it(self, number: str, day: str) -> None:
        assert any(f"enest tirsdag den {day}" in line for line in texts(ld.build_document(number, filled()).bytes))
        close = programme_of(workshops={"prepare": DAY, "qualify": {"date": "2027-01-14"}})
        assert "enest" not in outline(ld.build_document("20", close).bytes)

    def test_a_break_that_a_workshop_ends_with_is_told(self) -> None:
        workshops = {"prepare": {**DAY, "start": "9.00"}, "qualify": {**DAY, "start": "12.00"}, "concretise": DAY}
        said = texts(ld.build_document("10", programme_of(workshops=workshops)).bytes)
        assert "kl.\xa013.10–13.20: Pause" in said
        assert any(line.startswith("kl.\xa012.00–13.10: Vi går i dybden") for line in said)

    def test_themes_that_are_chosen_that_day_are_not_told_before(self) -> None:
        made = programme_of(workshops={"prepare": DAY, "qualify": DAY}, themes={"selected": ["3"]})
        text = outline(ld.build_document("20", made).bytes)
        assert "temaet" not in text
        assert "siden sidst:" not in text
        assert PLAN.themes.themes[2].title not in text

    @pytest.mark.parametrize(
        ("participants", "themes", "said"),
        [
            (4, 1, "Så arbejder vi med temaet og"),
            (18, 1, "Så arbejder vi i grupper med temaet og"),
            (4, 4, "Så arbejder vi med temaerne og"),
            (18, 4, "Så arbejder vi i grupper med hvert sit tema"),
            (18, 12, "Så arbejder vi i grupper med temaerne"),
            (120, 4, "Så arbejder vi i grupper med temaerne"),
        ],
    )
    def test_groups_and_themes_as_many_as_there_are(self, participants: int, themes: int, said: str) -> None:
        made = with_themes(themes, participants=participants)
        text = outline(ld.build_document("20", made).bytes)
        assert said in text
        assert ("Temaet er:" if themes == 1 else "Det er temaerne:") in text
        assert ("i mindre grupper" in outline(ld.build_document("10", made).bytes)) is (participants > 4)

    @pytest.mark.parametrize("step", ["prepare", "qualify", "concretise"])
    def test_long_names_lose_nothing(self, step: str) -> None:
        made = long()
        said = "\n".join(texts(ld.build_document("invitation", made, step=step).bytes))
        assert str(made.anchoring.sender) in said
        assert str(made.workshops.prepare.place) in said
